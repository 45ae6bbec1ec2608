"""Compares typed words with names: as the whole name, as words of it, or as prefixes of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from netkeeper.domain.text.fold import fold

WHOLE, WORDS, BEGINNINGS = range(3)
"""How well typed words fit a name, best first: the whole name, words of it, prefixes of words."""

_AT_ONCE = 200
_WORDS = re.compile(r"[^\W_]+")
_JOINED = r"[^\W_]+(?:['\-][^\W_]+)+"


def words_of(text: str) -> list[str]:
    """The folded words of a text, split at hyphens; without any word, the parts between blanks."""
    folded = fold(text)
    return _WORDS.findall(folded) or folded.split()


def name_words(name: str) -> list[str]:
    """The words that may name somebody: those of the name, and hyphenated words joined (``annamaija``)."""
    return words_of_folded(fold(name))


def words_of_folded(folded: str) -> list[str]:
    """As :func:`name_words`, for a folded name."""
    words = _WORDS.findall(folded) or folded.split()
    return words + joined_words(folded)


def joined_words(folded: str) -> list[str]:
    """The words of a folded name with a hyphen or apostrophe, without it: ``annamaija``, ``obrien``."""
    if "-" not in folded and "'" not in folded:
        return []
    return [re.sub("['-]", "", joined) for joined in re.findall(_JOINED, folded)]


def containing_words(words: Sequence[str], people: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    """The people whose names contain all words as substrings, each with the folded name.

    A cheap filter before :func:`fits`, which takes ten times as long.

    Args:
        words: Folded.
        people: Ids and names.
    """
    first, *others = words
    for person, folded in zip(people, folded_names(people), strict=True):
        if first in folded:
            if not others or all(word in folded for word in others):
                yield person, folded
                continue
        elif first[:2] not in folded and "'" not in folded:
            continue
        if "-" in folded or "'" in folded:
            joined = folded.replace("-", "").replace("'", "")
            if all(word in folded or word in joined for word in words):
                yield person, folded


def folded_names(people: Sequence[tuple[str, str]]) -> list[str]:
    """The folded names of people, in order; cached."""
    return _folded(tuple([name for _, name in people]))


@lru_cache(maxsize=4)
def _folded(names: tuple[str, ...]) -> list[str]:
    """All names folded, in batches, which takes a fifth of the time."""
    folded = [name.lower() if name.isascii() else "" for name in names]
    odd = [place for place, name in enumerate(names) if not name.isascii()]
    for start in range(0, len(odd), _AT_ONCE):
        places = odd[start : start + _AT_ONCE]
        pieces = fold("\n".join([names[place] for place in places])).split("\n")
        if len(pieces) != len(places):
            pieces = [fold(names[place]) for place in places]
        for place, piece in zip(places, pieces, strict=True):
            folded[place] = piece
    return folded


def fits(typed: str, words: Sequence[str], name: str) -> int | None:
    """How well typed words fit a name: ``WHOLE``, ``WORDS`` or ``BEGINNINGS``; None where they don't.

    Each typed word needs its own word of the name. The middle of a word never counts.

    Args:
        typed: The whole text, folded, with single blanks.
        words: Its words, from :func:`words_of`.
        name: Folded.
    """
    if " ".join(name.split()) == typed:
        return WHOLE
    its_words = words_of_folded(name)
    if has_words(words, its_words):
        return WORDS
    return BEGINNINGS if begin_words(words, its_words) else None


def has_words(words: Sequence[str], its_words: Sequence[str]) -> bool:
    """Whether ``its_words`` contains all words, as often as they occur."""
    left = list(its_words)
    for word in words:
        if word not in left:
            return False
        left.remove(word)
    return True


def begin_words(words: Sequence[str], its_words: Sequence[str]) -> bool:
    """Whether all words are prefixes of different words in ``its_words``."""
    left = list(its_words)
    # A word that a longer prefix fits may fit a shorter one too: the longer ones choose first.
    for word in sorted(words, key=len, reverse=True):
        found = next((each for each in left if each.startswith(word)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def named_so(typed: str, name: str) -> bool:
    """Whether typed words are prefixes of a name's words; for searches."""
    words = words_of(typed)
    return bool(words) and begin_words(words, name_words(name))
