"""Look-alikes: contacts whose names look like the same person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from netkeeper.domain.text.fold import fold

ALIKE = 88.0
"""The least likeness (rapidfuzz's ratio of the sorted words, 0 to 100) of two names that are spelled nearly alike."""

_LONGEST = 100
_WORDS = r"[^\W_]+"


class Spelling(NamedTuple):
    """A name prepared for comparison.

    Attributes:
        words: Its words, folded and sorted.
        text: The words with blanks between, at most 100 characters.
    """

    words: tuple[str, ...]
    text: str

    @classmethod
    def of(cls, name: str) -> Spelling:
        """The spelling of a name as it is written."""
        words = tuple(sorted(re.findall(_WORDS, fold(name))))
        return cls(words, " ".join(words)[:_LONGEST])

    def is_inside(self, other: Spelling) -> bool:
        """Whether all words of one of the two names are in the other; two words at least."""
        mine, theirs = set(self.words), set(other.words)
        return min(len(self.words), len(other.words)) > 1 and (mine <= theirs or theirs <= mine)


class NameIndex:
    """Names indexed once, to look up the look-alikes of many.

    Args:
        people: Ids and names.
    """

    def __init__(self, people: Sequence[tuple[str, str]]) -> None:
        self._same: dict[tuple[str, ...], list[str]] = {}
        self._with_word: dict[str, list[int]] = {}
        self._ids: list[str] = []
        self._spellings: list[Spelling] = []
        for place, (identifier, name) in enumerate(people):
            spelling = Spelling.of(name)
            self._ids.append(identifier)
            self._spellings.append(spelling)
            self._same.setdefault(spelling.words, []).append(identifier)
            for word in set(spelling.words):
                self._with_word.setdefault(word, []).append(place)

    def same(self, name: str) -> list[str]:
        """The ids of those with the same words in their name, in any order."""
        words = Spelling.of(name).words
        return list(self._same.get(words, ())) if words else []

    def alike(self, name: str) -> list[str]:
        """The ids of those whose names look like the same person's, best first.

        Those are: the same words in any order; all words of the shorter name in the longer, two at
        least; or spelled nearly alike (``ALIKE``, words sorted). Case and accents don't matter.
        """
        from rapidfuzz import fuzz, process

        wanted = Spelling.of(name)
        if not wanted.words:
            return []
        found = self._same.get(wanted.words, [])
        texts = [spelling.text for spelling in self._spellings]
        nearly = process.extract(wanted.text, texts, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        return list(dict.fromkeys([*found, *self._overlapping(wanted), *(self._ids[place] for _, _, place in nearly)]))

    def _overlapping(self, wanted: Spelling) -> list[str]:
        """The ids of those whose words are all among the wanted ones, or include them all."""
        places = dict.fromkeys(place for word in set(wanted.words) for place in self._with_word.get(word, ()))
        return [self._ids[place] for place in places if wanted.is_inside(self._spellings[place])]


def lookalikes(name: str, people: Sequence[tuple[str, str]]) -> list[str]:
    """As :meth:`NameIndex.alike`, for one name."""
    return NameIndex(people).alike(name)
