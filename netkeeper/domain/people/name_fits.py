"""How typed words fit a name: as the name, as words of it, or as the beginnings of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from netkeeper.domain.text.fold import fold

WHOLE, WORDS, BEGINNINGS = range(3)
"""How well typed words fit a name, the best first: they are the name, they are words of it, they begin words of it."""

_AT_ONCE = 200
_WORDS = re.compile(r"[^\W_]+")
_JOINED = r"[^\W_]+(?:['\-][^\W_]+)+"


def words_of(text: str) -> list[str]:
    """The words of a text, folded; the parts of a hyphenated word are words. Signs count where there is nothing else."""
    folded = fold(text)
    return _WORDS.findall(folded) or folded.split()


def name_words(name: str) -> list[str]:
    """The words that a name may be called by: its own, and what is typed without its hyphen (``annamaija``)."""
    return words_of_folded(fold(name))


def words_of_folded(folded: str) -> list[str]:
    """As :func:`name_words`, of a name that is folded."""
    words = _WORDS.findall(folded) or folded.split()
    return words + joined_words(folded)


def joined_words(folded: str) -> list[str]:
    """The words of a folded name that have a hyphen or an apostrophe, without it: ``annamaija``, ``obrien``."""
    if "-" not in folded and "'" not in folded:
        return []
    return [re.sub("['-]", "", joined) for joined in re.findall(_JOINED, folded)]


def containing_words(words: Sequence[str], people: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    """Those of some people whose names hold the letters of all words somewhere, each with the name folded.

    Looking closer takes ten times as long, and of ten thousand only a few are left to be looked at.

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
    """The names of people folded, in their order; worked out once."""
    return _folded(tuple([name for _, name in people]))


@lru_cache(maxsize=4)
def _folded(names: tuple[str, ...]) -> list[str]:
    """All names folded: many at once, which takes a fifth of the time."""
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

    Each typed word needs a word of the name for itself. The middle of a word never counts.

    Args:
        typed: All that was typed, folded, with single blanks.
        words: The words of it, as :func:`words_of` gives them.
        name: The name, folded.
    """
    if " ".join(name.split()) == typed:
        return WHOLE
    its_words = words_of_folded(name)
    if has_words(words, its_words):
        return WORDS
    return BEGINNINGS if begin_words(words, its_words) else None


def has_words(words: Sequence[str], its_words: Sequence[str]) -> bool:
    """Whether all words are among others, each for itself."""
    left = list(its_words)
    for word in words:
        if word not in left:
            return False
        left.remove(word)
    return True


def begin_words(words: Sequence[str], its_words: Sequence[str]) -> bool:
    """Whether all words begin one of others, each another one."""
    left = list(its_words)
    # Whatever a longer word begins, a shorter beginning of it does too; so the longer chooses first.
    for word in sorted(words, key=len, reverse=True):
        found = next((each for each in left if each.startswith(word)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def named_so(typed: str, name: str) -> bool:
    """Whether what was typed begins the words of a name; for a search, where several may fit."""
    words = words_of(typed)
    return bool(words) and begin_words(words, name_words(name))
