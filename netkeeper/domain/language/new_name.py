"""The end of a new contact's name on a line, and its capitals."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from netkeeper.domain.language.name_end import CONJUNCTIONS
from netkeeper.domain.people.names import PARTICLES
from netkeeper.domain.text.fold import as_compared, fold

MOST_LOWER = 3
"""The most words of a lower-case name before a comma or key, without particles."""


def new_name_counts(first: str, run: Sequence[str], border: str, known: Collection[str]) -> list[int]:
    """How many of the arguments after the first may belong to a new name; several numbers where it is ambiguous.

    The name consists of capitalised words and particles between them; the first lower-case word that is no
    particle ends it. A name in lower case has to end at a border or be a known name.
    ``ja`` or ``and`` is no part of a new name.

    Args:
        first: The first argument.
        run: The arguments after it up to the border, without commas.
        border: What follows the run: ``,`` or ``:`` (a key); empty: text or the end.
        known: Known names, folded.
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
    """Whether ``ja`` and a lower-case word after a new lower-case name are another name; None where it is ambiguous.

    Args:
        name: The arguments of the name.
        behind: The arguments after it up to the border, without commas.
        border: As in :func:`new_name_counts`.
    """
    if len(behind) < 2 or fold(behind[0]) not in CONJUNCTIONS or any(map(_is_capital, (*name, behind[1]))):
        return False
    return True if _ends_at(border, (*name, *behind)) else None


def _ends_at(border: str, words: Sequence[str]) -> bool:
    """Whether a border follows lower-case words that are few enough to be a name."""
    return bool(border) and len([word for word in words if word not in PARTICLES]) <= MOST_LOWER


def _capitalised_count(first: str, run: Sequence[str]) -> int | None:
    """How many arguments of ``run`` belong to a capitalised name; None where the name is in lower case."""
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
    """A lower-case name, capitalised; any other name unchanged."""
    if name != name.lower():
        return name
    words = name.split()
    return " ".join(
        word if word in PARTICLES and len(words) > 1 else re.sub(r"(?:^|(?<=-)|(?<=\b[od]'))\w", _upper, word)
        for word in words
    )


def _upper(found: re.Match[str]) -> str:
    return found[0].upper()
