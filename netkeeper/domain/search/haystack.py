"""What free text is looked for in: everything that the card and the timeline show, made ready to be searched quickly.

A prepared text is folded, has single blanks, and a blank on either side of each sign, so that a
word's beginning is a blank before it and its end a blank behind it: looking for whole words takes no
more than looking for any text. What is sought is prepared in the same way, sign by sign, so whatever
stands in a text stands in it prepared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.name_fits import joined_words
from netkeeper.domain.people.phones import digit_forms
from netkeeper.domain.text.fold import as_compared, fold

END = " \0 "
"""Stands between the parts of a prepared text, so that nothing is found across them."""

_SIGN = re.compile(r"([^\w ]|_)")
_WITHIN = "\1"
"""Stands between several values of one part."""


class TextSource(StrEnum):
    """Where in a contact's card or timeline something is found, the most obvious first; as JSON calls it."""

    NAME = "name"
    ORGANIZATION = "organization"
    TITLE = "title"
    FIELDS = "fields"
    EMAILS = "emails"
    PHONES = "phones"
    URLS = "urls"
    ADDRESSES = "addresses"
    VIA = "via"
    MET = "met"
    NOTES = "notes"
    INTERACTIONS = "interactions"
    FOLLOWUPS = "followups"


_CARD = tuple(TextSource)[: tuple(TextSource).index(TextSource.INTERACTIONS)]


def prepared(text: str) -> str:
    """A text as it is searched, or as it is sought: see the module."""
    return _prepared(text.replace("\0", " "))


def _prepared(text: str) -> str:
    # Split with what splits kept, joined with blanks: a third of what a substitution takes.
    return " ".join(_SIGN.split(as_compared(text)))


class Timeline(NamedTuple):
    """What happened with somebody and is promised to them, as it is searched.

    Attributes:
        text: The notes and promises, prepared, newest first, with an end between them.
        entries: For each of them, the table it is of and its id.
    """

    text: str = ""
    entries: Sequence[tuple[TextSource, str]] = ()


NO_TIMELINE = Timeline()


def timeline_text(texts: Sequence[str]) -> str:
    """Prepared texts as one."""
    return f" {END.join(texts)} " if texts else ""


class Haystack(NamedTuple):
    """All that free text is looked for in, of one contact.

    Attributes:
        text: The parts of the card, prepared, in the order of :class:`TextSource`, and then the timeline.
        name: Its beginning as far as the name goes.
        facts: Its beginning up to what is written in sentences: how one met, the notes, and the timeline. Looking into
            a short text takes a tenth of looking up to a place in a long one.
        card_end: Where the timeline begins.
        numbers: The digits of the phone numbers, in each way in which they may be dialled.
        entries: As in :class:`Timeline`.
    """

    text: str
    name: str
    facts: str
    card_end: int
    numbers: str
    entries: Sequence[tuple[TextSource, str]] = ()

    def place(self, at: int) -> tuple[TextSource, str]:
        """What something at a place in the text is in: the part of the card, or the table and id of an entry."""
        if at < self.card_end:
            return _CARD[self.text.count("\0", 0, at)], ""
        return self.entries[self.text.count("\0", self.card_end, at)]


def haystack_of(contact: Contact, via_name: str, region: str) -> Haystack:
    """A contact's card as it is searched by free text.

    Args:
        contact: The contact.
        via_name: The name of who introduced it.
        region: Where phone numbers are that don't say (ISO 3166-1).
    """
    # Folding is what takes the time, so all is folded at once.
    parts = [_WITHIN.join(values).replace("\0", " ") for values in card_values(contact, via_name)]
    if joined := joined_words(fold(contact.name)):
        parts[0] = _WITHIN.join((parts[0], *joined))
    text = f" {_prepared(chr(0).join(parts))} "
    prose_start = text.rindex("\0", 0, text.rindex("\0"))
    phones = contact.phones
    numbers = " ".join([form for phone in phones for form in digit_forms(phone.value, region)]) if phones else ""
    return Haystack(text, text[: text.index("\0")], text[:prose_start], len(text), numbers)


def with_timeline(haystack: Haystack, timeline: Timeline) -> Haystack:
    """The same with a timeline, in place of one it may have had."""
    return haystack._replace(text=haystack.text[: haystack.card_end] + timeline.text, entries=timeline.entries)


def card_values(contact: Contact, via_name: str) -> tuple[Sequence[str], ...]:
    """What stands in each part of a card, as it came, in the order of :class:`TextSource`."""
    return (
        (contact.name,),
        (contact.organization,),
        (contact.title,),
        contact.fields,
        [_labelled(each) for each in contact.emails],
        [_labelled(each) for each in contact.phones],
        [_labelled(each) for each in contact.urls],
        [" ".join((each.one_line(), each.label)).strip() for each in contact.addresses],
        (via_name,),
        (contact.met,),
        (contact.notes,),
    )


def values_at(place: TextSource, contact: Contact, via_name: str) -> Sequence[str]:
    """What stands in one part of a card, as it came."""
    return card_values(contact, via_name)[_CARD.index(place)]


def _labelled(item: Labelled) -> str:
    return f"{item.value} {item.label}" if item.label else item.value
