"""How typed words fit a name: as the name, as words of it, or as the beginnings of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netkeeper.domain.fold import fold

WHOLE, WORDS, BEGINNINGS = range(3)
"""How well typed words fit a name, the best first: they are the name, they are words of it, they begin words of it."""

_WORDS = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:['\-][^\W_]+)+")


def words_of(text: str) -> list[str]:
    """The words of a text, folded; the parts of a hyphenated word are words. Signs count where there is nothing else."""
    folded = fold(text)
    return _WORDS.findall(folded) or folded.split()


def name_words(name: str) -> list[str]:
    """The words that a name may be called by: its own, and what is typed without its hyphen (``annamaija``)."""
    return _name_words(fold(name))


def _name_words(folded: str) -> list[str]:
    words = _WORDS.findall(folded) or folded.split()
    if "-" in folded or "'" in folded:
        words += [re.sub("['-]", "", joined) for joined in _JOINED.findall(folded)]
    return words


def fits(typed: str, words: Sequence[str], name: str) -> int | None:
    """How well typed words fit a name: ``WHOLE``, ``WORDS`` or ``BEGINNINGS``; None where they don't.

    Each typed word needs a word of the name for itself. The middle of a word never counts.

    Args:
        typed: All that was typed, folded, with single blanks.
        words: The words of it, as :func:`words_of` gives them.
        name: The name, folded.
    """
    # Nobody but a few has all the letters; looking closer takes ten times as long.
    if not all(word in name for word in words) and not ("-" in name or "'" in name):
        return None
    if " ".join(name.split()) == typed:
        return WHOLE
    its_words = _name_words(name)
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
