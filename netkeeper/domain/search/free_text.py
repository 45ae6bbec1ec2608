"""Free-text queries: whether a contact matches, how well, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.people.phones import is_number
from netkeeper.domain.search.haystack import TextSource, prepared
from netkeeper.domain.text.fold import as_compared

if TYPE_CHECKING:
    from netkeeper.domain.search.predicates import Findable

_FEWEST_DIGITS = 3
"""Fewest digits of a query that is matched with phone numbers: fewer match nearly every number."""

_LONG = 4
"""Fewest letters of a query for which a whole word in a sentence ranks first: shorter words are everywhere."""

_WHOLE, _BEGINNING, _WITHIN = 0, 3, 6
_NAME, _CARD, _TIMELINE = 0, 1, 2
"""Parts of a rank: how much of the word matches (steps of 3), plus how prominent the place is."""

_RANKS = range(_WITHIN + _TIMELINE + 1)

_FEW = 2
"""Queries of up to this many letters match nearly every contact: they are ranked by words of the card only."""


class Spot(NamedTuple):
    """The place of a match.

    Attributes:
        place: The part of the card or timeline.
        entry: The id of the interaction or follow-up; empty for the card.
    """

    place: TextSource
    entry: str = ""


class TextQuery(NamedTuple):
    """A free text to search for, in the forms that the search needs.

    Attributes:
        folded: For highlighting matches.
        text: Prepared (see ``haystack``).
        beginning: Prepared, matching at the beginning of a word.
        word: Prepared, matching whole words.
        digits: Its digits where it is a phone number, as they are compared; else empty.
        is_long: Whether whole words in sentences count for the rank.
        is_short: Whether only the card counts for the rank.
    """

    folded: str
    text: str
    beginning: str
    word: str
    digits: str
    is_long: bool
    is_short: bool

    def fits(self, findable: Findable) -> bool:
        """Whether the card or timeline contains it."""
        haystack = findable.haystack
        return self.text in haystack.text or (bool(self.digits) and self.digits in haystack.numbers)

    def narrows(self, other: TextQuery) -> bool:
        """Whether every contact that this matches is also matched by ``other``."""
        return other.text in self.text and (not self.digits or (bool(other.digits) and other.digits in self.digits))

    def rank(self, findable: Findable) -> int:
        """How well it matches a contact for which ``fits`` is true; 0 is best.

        Whole words rank before beginnings of words, and these before the inside of words; then the
        name before the rest of the card, and this before the timeline.
        """
        text, name, facts, card_end, numbers, _ = findable.haystack
        if self.word in facts:
            return _WHOLE + (_NAME if self.word in name else _CARD)
        if self.is_long and (at := text.find(self.word)) >= 0:
            return _WHOLE + (_CARD if at < card_end else _TIMELINE)
        if self.is_short:
            if self.beginning in facts:
                return _BEGINNING + (_NAME if self.beginning in name else _CARD)
            return _WITHIN + _TIMELINE
        at = text.find(self.beginning)
        if 0 <= at < card_end:
            return _BEGINNING + (_NAME if at < len(name) else _CARD)
        if self.digits and self.digits in numbers:
            return (_BEGINNING if f" {self.digits}" in f" {numbers}" else _WITHIN) + _CARD
        if at >= 0:
            return _BEGINNING + _TIMELINE
        at = text.find(self.text)
        return _WITHIN + (_NAME if at < len(name) else _CARD if at < card_end else _TIMELINE)

    def best_first(self, found: Iterable[Findable]) -> list[Findable]:
        """The contacts that match, sorted by :meth:`rank`; stable."""
        by_rank = [list["Findable"]() for _ in _RANKS]
        if not self.is_short:
            rank = self.rank
            for each in found:
                by_rank[rank(each)].append(each)
            return list(chain.from_iterable(by_rank))
        # Short queries match nearly every contact: ten thousand calls of rank() would dominate the time of a key press.
        word, beginning, rest = self.word, self.beginning, by_rank[_WITHIN + _TIMELINE]
        for each in found:
            haystack = each.haystack
            facts = haystack.facts
            if beginning not in facts:
                rest.append(each)
            elif word in facts:
                by_rank[_WHOLE + (_NAME if word in haystack.name else _CARD)].append(each)
            else:
                by_rank[_BEGINNING + (_NAME if beginning in haystack.name else _CARD)].append(each)
        return list(chain.from_iterable(by_rank))

    def spot(self, findable: Findable) -> Spot | None:
        """The place of the best match; None where there is none."""
        if not self.fits(findable):
            return None
        haystack = findable.haystack
        rank = self.rank(findable)
        sought = {_WHOLE: self.word, _BEGINNING: self.beginning, _WITHIN: self.text}[rank - rank % 3]
        at = haystack.text.find(sought)
        if at < 0 or (rank % 3 != _TIMELINE and at >= haystack.card_end):
            return Spot(TextSource.PHONES)
        return Spot(*haystack.place(at))


def text_query(text: str) -> TextQuery:
    """Prepare a typed text for searching."""
    sought = prepared(text)
    bare = sought.strip()
    digits = _digits(text)
    return TextQuery(as_compared(text), sought, f" {bare}", f" {bare} ", digits, len(bare) >= _LONG, len(bare) <= _FEW)


def _digits(text: str) -> str:
    """The digits of a phone number as they are compared: without an international ``+`` or ``00``; else empty."""
    if not is_number(text):
        return ""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return (digits.removeprefix("00") or digits) if len(digits) >= _FEWEST_DIGITS else ""
