"""Look-alikes: contacts whose names look like the same person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from netkeeper.domain.text.fold import fold

ALIKE = 0.88
"""From this ratio of matching letters on, two names look alike (difflib's ratio: 2 × matches / length)."""

_LONGEST = 100
_WORDS = r"[^\W_]+"


class _Spelling(NamedTuple):
    """A name taken apart for comparing."""

    id: str
    words: tuple[str, ...]
    text: str
    letters: frozenset[str]


class NameIndex:
    """Names made ready once, for asking after many look-alikes.

    Args:
        people: Ids and names.
    """

    def __init__(self, people: Sequence[tuple[str, str]]) -> None:
        self._same: dict[tuple[str, ...], list[str]] = {}
        self._with_word: dict[str, list[_Spelling]] = {}
        self._by_length: dict[int, list[_Spelling]] = {}
        for identifier, name in people:
            spelling = _spelling(identifier, name)
            self._same.setdefault(spelling.words, []).append(identifier)
            self._by_length.setdefault(len(spelling.text), []).append(spelling)
            for word in set(spelling.words):
                self._with_word.setdefault(word, []).append(spelling)

    def same(self, name: str) -> list[str]:
        """The ids of those with the same words in their name, in any order."""
        words = _spelling("", name).words
        return list(self._same.get(words, ())) if words else []

    def alike(self, name: str) -> list[str]:
        """The ids of those whose names look like the same person's, best first.

        Those are: the same words in any order; all words of the shorter name in the longer, two at
        least; or spelled nearly alike (``ALIKE``, words sorted). Case and accents don't matter.
        """
        wanted = _spelling("", name)
        if not wanted.words:
            return []
        scores = dict.fromkeys(self._same.get(wanted.words, ()), 3.0)
        for identifier in self._overlapping(wanted):
            scores.setdefault(identifier, 2.0)
        for identifier, ratio in self._nearly(wanted):
            scores.setdefault(identifier, ratio)
        return sorted(scores, key=lambda identifier: -scores[identifier])

    def _overlapping(self, wanted: _Spelling) -> list[str]:
        """Those whose words are all among the wanted ones, or hold them all; two words at least."""
        mine = set(wanted.words)
        found = []
        for spelling in {each.id: each for word in mine for each in self._with_word.get(word, ())}.values():
            theirs = set(spelling.words)
            if min(len(mine), len(theirs)) > 1 and (mine <= theirs or theirs <= mine):
                found.append(spelling.id)
        return found

    def _nearly(self, wanted: _Spelling) -> list[tuple[str, float]]:
        """Those that are spelled nearly alike, each with the ratio."""
        from difflib import SequenceMatcher

        found = []
        length = len(wanted.text)
        matcher = SequenceMatcher(None, "", wanted.text, autojunk=False)
        for other_length in range(int(length * ALIKE / (2 - ALIKE)), int(length * (2 - ALIKE) / ALIKE) + 1):
            # Letters that only one of the two has are unmatched; so many may be.
            spare = (length + other_length) * (1 - ALIKE)
            for spelling in self._by_length.get(other_length, ()):
                if len(wanted.letters ^ spelling.letters) > spare:
                    continue
                matcher.set_seq1(spelling.text)
                if matcher.quick_ratio() >= ALIKE and (ratio := matcher.ratio()) >= ALIKE:
                    found.append((spelling.id, ratio))
        return found


def lookalikes(name: str, people: Sequence[tuple[str, str]]) -> list[str]:
    """The ids of contacts whose names look like the same person's, best first.

    For one name; to ask after many, make a ``NameIndex`` of the people once.

    Args:
        name: The name to compare.
        people: Ids and names.
    """
    return NameIndex(people).alike(name)


def _spelling(identifier: str, name: str) -> _Spelling:
    words = tuple(sorted(re.findall(_WORDS, fold(name))))
    text = " ".join(words)[:_LONGEST]
    return _Spelling(identifier, words, text, frozenset(text))
