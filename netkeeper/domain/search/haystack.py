"""The searchable text of a contact: everything that its card and timeline show, prepared for fast searching.

A prepared text is folded, has single blanks, and a blank on either side of each punctuation mark, so that
words begin after a blank and end before one: a search for whole words is a plain substring search.
Queries are prepared in the same way, so that every substring of a text is found in the prepared text.
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
"""Separator of the parts of a prepared text, across which nothing matches."""

_SIGN = re.compile(r"([^\w ]|_)")
_WITHIN = "\1"
"""Separator of several values of one part."""


class TextSource(StrEnum):
    """The parts of a contact's card and timeline, the most prominent first; the values are those of the JSON output."""

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
    """A prepared text or query: see the module."""
    return _prepared(text.replace("\0", " "))


def _prepared(text: str) -> str:
    # Splitting and joining takes a third of the time of a substitution.
    return " ".join(_SIGN.split(as_compared(text)))


class Timeline(NamedTuple):
    """The interactions and follow-ups of a contact, for searching.

    Attributes:
        text: The notes and promises, prepared, newest first, separated by ``END``.
        entries: The table and id of each of them.
    """

    text: str = ""
    entries: Sequence[tuple[TextSource, str]] = ()


NO_TIMELINE = Timeline()


def timeline_text(texts: Sequence[str]) -> str:
    """Prepared texts, joined."""
    return f" {END.join(texts)} " if texts else ""


class Haystack(NamedTuple):
    """The searchable text of one contact.

    Attributes:
        text: The parts of the card, prepared, in the order of :class:`TextSource`, and then the timeline.
        name: The part of ``text`` with the name.
        facts: The part of ``text`` before the prose: how you met, the notes, and the timeline. Searching
            a separate short text takes a tenth of the time of searching a long one up to an index.
        card_end: Index in ``text`` where the timeline begins.
        numbers: The digits of the phone numbers, in each form that can be dialled.
        entries: As in :class:`Timeline`.
    """

    text: str
    name: str
    facts: str
    card_end: int
    numbers: str
    entries: Sequence[tuple[TextSource, str]] = ()

    def place(self, at: int) -> tuple[TextSource, str]:
        """The part of the card (and an empty id), or the table and id of the entry, at an index in ``text``."""
        if at < self.card_end:
            return _CARD[self.text.count("\0", 0, at)], ""
        return self.entries[self.text.count("\0", self.card_end, at)]


def haystack_of(contact: Contact, via_name: str, region: str) -> Haystack:
    """The searchable text of a contact's card, without a timeline.

    Args:
        contact: The contact.
        via_name: The name of the person who introduced it.
        region: The region of phone numbers without a country code (ISO 3166-1).
    """
    # Folding dominates the time, so the joined text is folded once.
    parts = [_WITHIN.join(values).replace("\0", " ") for values in card_values(contact, via_name)]
    if joined := joined_words(fold(contact.name)):
        parts[0] = _WITHIN.join((parts[0], *joined))
    text = f" {_prepared(chr(0).join(parts))} "
    prose_start = text.rindex("\0", 0, text.rindex("\0"))
    phones = contact.phones
    numbers = " ".join([form for phone in phones for form in digit_forms(phone.value, region)]) if phones else ""
    return Haystack(text, text[: text.index("\0")], text[:prose_start], len(text), numbers)


def with_timeline(haystack: Haystack, timeline: Timeline) -> Haystack:
    """The same with ``timeline`` in place of the previous one."""
    return haystack._replace(text=haystack.text[: haystack.card_end] + timeline.text, entries=timeline.entries)


def card_values(contact: Contact, via_name: str) -> tuple[Sequence[str], ...]:
    """The values of each part of a card, not sanitized, in the order of :class:`TextSource`."""
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
    """The values of one part of a card, not sanitized."""
    return card_values(contact, via_name)[_CARD.index(place)]


def _labelled(item: Labelled) -> str:
    return f"{item.value} {item.label}" if item.label else item.value
