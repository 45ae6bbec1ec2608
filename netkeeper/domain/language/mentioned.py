"""Contacts whose full name occurs in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from netkeeper.domain.people.name_fits import (
    containing_words,
    folded_names,
    has_words,
    name_words,
    words_of,
    words_of_folded,
)
from netkeeper.domain.text.fold import fold

if TYPE_CHECKING:
    from netkeeper.domain.language.naming import Person

_MOST_WORDS = 4
_CAPITALISED = re.compile(r"[^\W\d_][^\s,.;:!?()]*")


def mentioned(text: str, people: Sequence[Person], named: Sequence[Person]) -> list[Person]:
    """The people whose full name occurs in a text as adjacent words, in the order of the text.

    The complete name counts in any case; the first given name with another of the names only where both are
    capitalised. People who have all the names of somebody in ``named`` are left out.

    Args:
        text: A note.
        people: The candidates.
        named: Those whom the line names already.
    """
    words = words_of(text)
    if len(words) < 2:
        return []
    runs = {
        " ".join(words[start : start + count]): start
        for count in range(2, _MOST_WORDS + 1)
        for start in range(len(words) - count, -1, -1)
    }
    found: dict[str, tuple[int, Person]] = {}
    for person, folded in zip(people, folded_names(people), strict=True):
        plain = folded.replace("-", " ") if "-" in folded else folded
        if plain in runs:
            found.setdefault(plain, (runs[plain], person))
    for pair in _capitalised_pairs(text):
        place = runs.get(" ".join(pair), len(words))
        for person, folded in containing_words(pair, people):
            own = words_of_folded(folded)
            if own and own[0] == pair[0] and has_words(pair, own):
                found.setdefault(folded.replace("-", " "), (place, person))
    ids = {person[0] for person in named}
    known = [name_words(name) for _, name in named]
    others = [
        (place, person)
        for place, person in found.values()
        if person[0] not in ids and not any(has_words(words_of(person[1]), own) for own in known)
    ]
    return [person for _, person in sorted(others)]


def _capitalised_pairs(text: str) -> list[tuple[str, str]]:
    """Pairs of adjacent capitalised words without punctuation between, folded."""
    pairs = []
    for first, second in pairwise(text.split()):
        last = second.rstrip(",.;:!?)")
        if not (first[:1].isupper() and last[:1].isupper() and _CAPITALISED.fullmatch(first)):
            continue
        if len(words_of(first)) == len(words_of(last)) == 1:
            pairs.append((fold(first), fold(last)))
    return pairs
