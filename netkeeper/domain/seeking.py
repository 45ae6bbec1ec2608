"""A free text that is sought: whether somebody has it, how well it fits, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.fold import fold
from netkeeper.domain.haystack import Place, prepared

if TYPE_CHECKING:
    from netkeeper.domain.finding import Findable

_NUMBER = re.compile(r"[+(]?[0-9][0-9 ()./-]*")
_FEWEST_DIGITS = 3
"""Fewer digits are in nearly every number."""

_LONG = 4
"""From how many letters on a word in a sentence is worth as much as one in a name: ``the`` and ``oli`` are everywhere."""

_WHOLE, _BEGINNING, _WITHIN = 0, 3, 6
_NAME, _CARD, _TIMELINE = 0, 1, 2
"""How well something fits: how much of the word it is, then how obvious the place."""


class Spot(NamedTuple):
    """Where a text is found.

    Attributes:
        place: In which part of the card or the timeline.
        entry: The id of the interaction or follow-up; empty for the card.
    """

    place: Place
    entry: str = ""


class Wanted(NamedTuple):
    """A free text that is sought.

    Attributes:
        folded: As it is marked where it is shown.
        text: Prepared, as it is looked for.
        beginning: The same, at the beginning of a word.
        word: The same, as whole words.
        digits: Its digits where it is a number, in the way in which they are compared; else empty.
        is_long: Whether it is worth looking for as a whole word in sentences.
    """

    folded: str
    text: str
    beginning: str
    word: str
    digits: str
    is_long: bool

    def fits(self, findable: Findable) -> bool:
        """Whether somebody has it in their card or timeline."""
        haystack = findable.haystack
        return self.text in haystack.text or (bool(self.digits) and self.digits in haystack.numbers)

    def narrows(self, other: Wanted) -> bool:
        """Whether whoever has this is sure to have another too."""
        return other.text in self.text and (not self.digits or (bool(other.digits) and other.digits in self.digits))

    def rank(self, findable: Findable) -> int:
        """How well it fits somebody who has it; the best is 0.

        A whole word goes before the beginning of one, and that before what is within one; then the
        name before the rest of the card, and that before the timeline.
        """
        text, name_end, prose_start, card_end, numbers, _ = findable.haystack
        at = text.find(self.word) if self.is_long else text.find(self.word, 0, prose_start)
        if at >= 0:
            return _WHOLE + (_NAME if at < name_end else _CARD if at < card_end else _TIMELINE)
        at = text.find(self.beginning)
        if 0 <= at < card_end:
            return _BEGINNING + (_NAME if at < name_end else _CARD)
        if self.digits and self.digits in numbers:
            return (_BEGINNING if f" {self.digits}" in f" {numbers}" else _WITHIN) + _CARD
        if at >= 0:
            return _BEGINNING + _TIMELINE
        at = text.find(self.text)
        return _WITHIN + (_NAME if at < name_end else _CARD if at < card_end else _TIMELINE)

    def spot(self, findable: Findable) -> Spot | None:
        """Where it fits best; None where somebody hasn't got it."""
        if not self.fits(findable):
            return None
        haystack = findable.haystack
        rank = self.rank(findable)
        sought = {_WHOLE: self.word, _BEGINNING: self.beginning, _WITHIN: self.text}[rank - rank % 3]
        at = haystack.text.find(sought)
        if at < 0 or (rank % 3 != _TIMELINE and at >= haystack.card_end):
            return Spot(Place.PHONES)
        return Spot(*haystack.place(at))


def wanted(text: str) -> Wanted:
    """A text that is typed, as it is sought."""
    sought = prepared(text)
    bare = sought.strip()
    digits = _digits(text)
    return Wanted(" ".join(fold(text).split()), sought, f" {bare}", f" {bare} ", digits, len(bare) >= _LONG)


def _digits(text: str) -> str:
    """The digits of a number as they are compared: without the sign, or zeros, of an international one."""
    if not _NUMBER.fullmatch(text.strip()):
        return ""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return (digits.removeprefix("00") or digits) if len(digits) >= _FEWEST_DIGITS else ""
