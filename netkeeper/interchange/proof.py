"""Verifying a written file that nothing imports: its content is counted against what was to be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from html import unescape
from re import findall, match, split, sub
from typing import NamedTuple

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.same_promise import PromiseKey, promise_key, says_the_same
from netkeeper.interchange.book.book import happened_text, labelled_text, promised_text
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.csv.interactions_table import interaction_rows, read_rows
from netkeeper.interchange.text import one_line_text, writable_text


class Count(NamedTuple):
    """Number of items of a kind that were found in the file.

    Attributes:
        what: The kind: ``people``, ``emails``, ``phones``, ``notes``, ``follow-ups``, ``interactions``, …
        found: The number found.
        wanted: The number that was to be written.
        as_one: Names of people who have several entries in the file, all of them there, that an import takes for one.
    """

    what: str
    found: int
    wanted: int
    as_one: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all were found."""
        return self.found == self.wanted


def prove(format_name: str, data: bytes, outgoing: Outgoing) -> tuple[Count, ...]:
    """Count the content of a file that was read back.

    Args:
        format_name: A key of ``FORMATS``: a calendar, a book or a table of interactions. Files of contacts are proved by
            importing them (``actions/leaving/proof.py``).
        data: The file's bytes as read from disk.
        outgoing: The content that was to be written.

    Returns:
        A count for each kind of item that the format holds; a single failed count if it can't be read.
    """
    try:
        return tuple(_PROVERS[format_name](data, outgoing))
    except (NetkeeperError, ValueError) as error:
        return (Count(f"readable ({error})", 0, 1),)


def _interactions(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
    yield same("interactions", interaction_rows(outgoing), read_rows(data))


def same(what: str, there: Iterable[Hashable], found: Iterable[Hashable]) -> Count:
    """The count of items that were found again, each as often as it was there."""
    wanted, again = Counter(there), Counter(found)
    return Count(what, (wanted & again).total(), wanted.total())


def _calendar(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
    from icalendar import Calendar

    calendar = Calendar.from_ical(data)
    uids = {str(each.get("uid", "")) for each in calendar.subcomponents}
    ids = {card.contact.id for card in outgoing.cards if not card.contact.archived}
    promised = [each for each in outgoing.followups if each.is_open and each.contact_id in ids]
    # Equal follow-ups share one entry.
    ringing: dict[PromiseKey, list[FollowUp]] = {}
    for each in promised:
        if f"followup-{each.id}@netkeeper" in uids:
            ringing.setdefault(promise_key(each), []).append(each)
    rung = sum(any(says_the_same(each, other) for other in ringing.get(promise_key(each), ())) for each in promised)
    yield Count("follow-ups", rung, len(promised))
    born = [card.contact for card in outgoing.cards if card.contact.birthday and not card.contact.archived]
    yield Count("birthdays", sum(f"birthday-{each.id}@netkeeper" in uids for each in born), len(born))


_TOLD = {"email": "emails", "phone": "phones", "notes": "notes", "promised": "follow-ups"}
"""The kinds of what stands in the book beside a label."""


def _html(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
    page = data.decode("utf-8").partition("</style>")[2]
    past = [unescape(piece) for piece in split(r"<[^>]*>", page)]
    return _count_in_book(_told_in_html(page), past, outgoing)


def _told_in_html(page: str) -> Iterator[tuple[str, str]]:
    for name in findall(r"<h4[^>]*>(.*?)<", page):
        yield "people", unescape(name)
    for label, value in findall(r"<dt>([^<]*)</dt><dd[^>]*>(.*?)</dd>", page):
        if label in _TOLD:
            for piece in split(r"<[^>]*>", value):
                yield _TOLD[label], unescape(piece)


def _markdown(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
    lines = data.decode("utf-8").split("\n")
    past = [_unescaped(line.removeprefix("- ")) for line in lines]
    return _count_in_book(_told_in_markdown(lines), past, outgoing)


def _unescaped(line: str) -> str:
    return sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)


def _told_in_markdown(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    what, goes_on = "", False
    for line in lines:
        is_more = goes_on
        # A backslash that is not escaped itself breaks the line within an item.
        goes_on = (len(line) - len(line.rstrip("\\"))) % 2 == 1
        text = line[:-1] if goes_on else line
        if not is_more:
            head = match(r"(####) \d+\. |- (\w+): ", text)
            what = "" if head is None else "people" if head[1] else _TOLD.get(head[2], "")
            text = text[head.end() :] if head else ""
        if what:
            yield what, _unescaped(text)


def _count_in_book(told: Iterable[tuple[str, str]], pieces: Iterable[str], outgoing: Outgoing) -> Iterator[Count]:
    """Counts of names, emails, phones, notes, interactions and follow-ups that a book tells of.

    Args:
        told: What the entries of people tell, with its kind; each name, address, line of notes and promise by itself.
        pieces: The parts of the text that stand by themselves: each interaction of each person is one.
    """
    people = [card.contact for card in outgoing.cards]
    ids = {contact.id for contact in people}
    texts_by_kind: dict[str, list[str]] = {
        "people": [contact.name for contact in people],
        "emails": [labelled_text(email) for contact in people for email in contact.emails],
        "phones": [labelled_text(phone) for contact in people for phone in contact.phones],
        "notes": [line for contact in people for line in writable_text(contact.notes).split("\n")],
        "follow-ups": [promised_text(each) for each in outgoing.followups if each.is_open and each.contact_id in ids],
    }
    found: dict[str, list[str]] = {}
    for what, text in told:
        found.setdefault(what, []).append(one_line_text(text))
    for what, texts in texts_by_kind.items():
        yield same(what, filter(None, map(one_line_text, texts)), found.get(what, ()))
    past = [
        one_line_text(happened_text(each)) for each in outgoing.interactions for one in each.contact_ids if one in ids
    ]
    yield same("interactions", past, map(one_line_text, pieces))


_PROVERS: Mapping[str, Callable[[bytes, Outgoing], Iterator[Count]]] = {
    "interactions": _interactions,
    "ics": _calendar,
    "html": _html,
    "markdown": _markdown,
}
