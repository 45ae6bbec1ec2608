"""A free text that is sought: whether somebody has it, how well it fits, and where."""

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
"""Fewer digits are in nearly every number."""

_LONG = 4
"""From how many letters on a word in a sentence is worth as much as one in a name: ``the`` and ``oli`` are everywhere."""

_WHOLE, _BEGINNING, _WITHIN = 0, 3, 6
_NAME, _CARD, _TIMELINE = 0, 1, 2
"""How well something fits: how much of the word it is, then how obvious the place."""

_RANKS = range(_WITHIN + _TIMELINE + 1)

_FEW = 2
"""As few letters stand by chance in nearly everybody: only words on the card, and their beginnings, are worth something."""


class Spot(NamedTuple):
    """Where a text is found.

    Attributes:
        place: In which part of the card or the timeline.
        entry: The id of the interaction or follow-up; empty for the card.
    """

    place: TextSource
    entry: str = ""


class TextQuery(NamedTuple):
    """A free text that is sought.

    Attributes:
        folded: As it is marked where it is shown.
        text: Prepared, as it is looked for.
        beginning: The same, at the beginning of a word.
        word: The same, as whole words.
        digits: Its digits where it is a number, in the way in which they are compared; else empty.
        is_long: Whether it is worth looking for as a whole word in sentences.
        is_short: Whether it is worth looking for in the card alone.
    """

    folded: str
    text: str
    beginning: str
    word: str
    digits: str
    is_long: bool
    is_short: bool

    def fits(self, findable: Findable) -> bool:
        """Whether somebody has it in their card or timeline."""
        haystack = findable.haystack
        return self.text in haystack.text or (bool(self.digits) and self.digits in haystack.numbers)

    def narrows(self, other: TextQuery) -> bool:
        """Whether whoever has this is sure to have another too."""
        return other.text in self.text and (not self.digits or (bool(other.digits) and other.digits in self.digits))

    def rank(self, findable: Findable) -> int:
        """How well it fits somebody who has it; the best is 0.

        A whole word goes before the beginning of one, and that before what is within one; then the
        name before the rest of the card, and that before the timeline.
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
        """Those who have it by :meth:`rank`; those of the same in the order in which they come."""
        by_rank = [list["Findable"]() for _ in _RANKS]
        if not self.is_short:
            rank = self.rank
            for each in found:
                by_rank[rank(each)].append(each)
            return list(chain.from_iterable(by_rank))
        # Nearly everybody has them: ten thousand calls would take longer than all else about a key.
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
        """Where it fits best; None where somebody hasn't got it."""
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
    """A text that is typed, as it is sought."""
    sought = prepared(text)
    bare = sought.strip()
    digits = _digits(text)
    return TextQuery(as_compared(text), sought, f" {bare}", f" {bare} ", digits, len(bare) >= _LONG, len(bare) <= _FEW)


def _digits(text: str) -> str:
    """The digits of a number as they are compared: without the sign, or zeros, of an international one."""
    if not is_number(text):
        return ""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return (digits.removeprefix("00") or digits) if len(digits) >= _FEWEST_DIGITS else ""
