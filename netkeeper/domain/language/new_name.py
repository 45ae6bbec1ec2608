"""Where the name of somebody new ends on a line, and how it is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from netkeeper.domain.language.name_end import CONJUNCTIONS
from netkeeper.domain.people.names import PARTICLES
from netkeeper.domain.text.fold import as_compared, fold

MOST_LOWER = 3
"""Of so many words in lower case, before a comma or a key, a name may be; particles don't count."""


def new_name_counts(first: str, run: Sequence[str], border: str, known: Collection[str]) -> list[int]:
    """How many of the arguments after the first may belong to a new name; several where that can't be told.

    Capitalised words and particles between them are the name; the first word in lower case that is no
    particle ends it. All in lower case, a border has to end it, or else it has to be a name that is known.
    ``ja`` or ``and`` is no part of a new name.

    Args:
        first: The first argument.
        run: Those after it that are text, without commas.
        border: What stands right behind the run: ``,`` or ``:`` of a key; nothing where it is text or the end.
        known: The names that are known, folded.
    """
    capitals = _capitalised_count(first, run)
    if capitals is not None:
        return [capitals]
    for count in range(len(run), -1, -1):
        if as_compared(" ".join((first, *run[:count]))) in known and (count or not run):
            return [count]
    longest = next((place for place, word in enumerate(run) if fold(word) in CONJUNCTIONS), len(run))
    if _ends_at(border, (first, *run)):
        return [longest]
    return list(range(min(longest, MOST_LOWER - 1) + 1))


def has_another(name: Sequence[str], behind: Sequence[str], border: str) -> bool | None:
    """Whether ``ja`` and a word in lower case, behind a new name in lower case, are another; None where that can't be told.

    Args:
        name: The arguments of the name.
        behind: Those after it that are text, without commas.
        border: What stands right behind these, as in :func:`new_name_counts`.
    """
    if len(behind) < 2 or fold(behind[0]) not in CONJUNCTIONS or any(map(_is_capital, (*name, behind[1]))):
        return False
    return True if _ends_at(border, (*name, *behind)) else None


def _ends_at(border: str, words: Sequence[str]) -> bool:
    """Whether a border ends words in lower case that are few enough to be names."""
    return bool(border) and len([word for word in words if word not in PARTICLES]) <= MOST_LOWER


def _capitalised_count(first: str, run: Sequence[str]) -> int | None:
    """How many belong to a name that has a capital; None where all is in lower case."""
    has_capital, count, place = _is_capital(first), 0, 0
    if not has_capital and not (run and (_is_capital(run[0]) or first in PARTICLES)):
        return None
    while place < len(run):
        if _is_capital(run[place]):
            has_capital, count = True, place + 1
        elif run[place].lower() not in PARTICLES:
            break
        place += 1
    return count if has_capital else None


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def with_capitals(name: str) -> str:
    """A name that was typed in lower case, with its capitals; any other as it is."""
    if name != name.lower():
        return name
    words = name.split()
    return " ".join(
        word if word in PARTICLES and len(words) > 1 else re.sub(r"(?:^|(?<=-)|(?<=\b[od]'))\w", _upper, word)
        for word in words
    )


def _upper(found: re.Match[str]) -> str:
    return found[0].upper()
