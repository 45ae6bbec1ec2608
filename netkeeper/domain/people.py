"""Naming people: from what was typed to the contact that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from netkeeper.domain.display import fit, plain, quoted
from netkeeper.domain.errors import AmbiguousPersonError, UnknownPersonError
from netkeeper.domain.fold import fold
from netkeeper.domain.lookalike import NameIndex, lookalikes

__all__ = ["NameIndex", "lookalikes", "resolve", "resolve_many", "short_ids"]

SHORTEST_ID = 4
"""The fewest digits of an id that may name a contact."""

_LISTED = 8
_WORDS = r"[^\W_]+"

Person = tuple[str, str]
"""An id and a name."""


def resolve(who: str, people: Sequence[Person]) -> str:
    """The id of the one contact that ``who`` names.

    The whole name wins, then names that hold every typed word, then those with words that begin so,
    then those that contain them; then an id or the beginning of one (four digits or more; the whole
    id wins over everything). Case and accents don't matter.

    Args:
        who: Any part of a name, or of an id.
        people: Ids and names of those who can be meant.

    Raises:
        UnknownPersonError: No one fits; the message has the nearest names.
        AmbiguousPersonError: Several fit; the message lists them with short ids.
    """
    typed = _typed(who)
    if not typed:
        raise UnknownPersonError("Say who: a name, a part of one, or an id.", who)
    may_be_id = len(typed) >= SHORTEST_ID and typed.isalnum()
    if may_be_id and any(identifier == typed for identifier, _ in people):
        return typed
    fitting = _fitting(typed, people)
    if not fitting and may_be_id:
        fitting = [person for person in people if person[0].startswith(typed)]
    if len(fitting) == 1:
        return fitting[0][0]
    raise _ambiguous(who, fitting, people) if fitting else _unknown(who, typed, people)


def resolve_many(who: str, people: Sequence[Person]) -> list[str]:
    """The ids of several people, with commas between them, in order, each once.

    A name that itself holds a comma is understood where it is written out.

    Raises:
        UnknownPersonError: One of them fits no one.
        AmbiguousPersonError: One of them fits several.
    """
    if "," in who and any("," in name and _typed(name) == _typed(who) for _, name in people):
        return [resolve(who, people)]
    parts = [part for part in who.split(",") if part.strip()] or [""]
    return list(dict.fromkeys(resolve(part.strip(), people) for part in parts))


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each id that fits no other, at least four digits."""
    ordered = sorted(set(ids))
    needed = dict.fromkeys(ordered, SHORTEST_ID)
    for one, other in pairwise(ordered):
        # In order, an id shares most with one of its neighbours.
        alone = SHORTEST_ID
        while alone <= len(one) and one[:alone] == other[:alone]:
            alone += 1
        needed[one] = max(needed[one], alone)
        needed[other] = max(needed[other], alone)
    return {identifier: identifier[:length] for identifier, length in needed.items()}


def _typed(who: str) -> str:
    """What was typed, folded, with single blanks."""
    return " ".join(fold(who).split())


def _fitting(typed: str, people: Sequence[Person]) -> list[Person]:
    """Those whose names fit, in the strongest way in which any does."""
    words = re.findall(_WORDS, typed) or typed.split()
    containing = []
    for person in people:
        name = fold(person[1])
        if all(word in name for word in words):
            containing.append((person, name))
    for fits in (_is_whole, _has_words, _begins):
        fitting = [person for person, name in containing if fits(typed, words, name)]
        if fitting:
            return fitting
    return [person for person, _ in containing]


def _is_whole(typed: str, _words: Sequence[str], name: str) -> bool:
    """Whether the name is just what was typed."""
    return " ".join(name.split()) == typed


def _has_words(_typed: str, words: Sequence[str], name: str) -> bool:
    """Whether all typed words are words of the name."""
    return set(words) <= {*re.findall(_WORDS, name), *name.split()}


def _begins(_typed: str, words: Sequence[str], name: str) -> bool:
    """Whether all typed words begin words of the name."""
    parts = [*re.findall(_WORDS, name), *name.split()]
    return all(any(part.startswith(word) for part in parts) for word in words)


def _ambiguous(who: str, fitting: Sequence[Person], people: Sequence[Person]) -> AmbiguousPersonError:
    short = short_ids(identifier for identifier, _ in people)
    shown = [f"{fit(plain(name), 40)} ({short[identifier]})" for identifier, name in fitting[:_LISTED]]
    more = f" and {len(fitting) - _LISTED} more" if len(fitting) > _LISTED else ""
    message = f"{quoted(who)} fits {len(fitting)} people: {', '.join(shown)}{more}. Write more of the name, or an id."
    return AmbiguousPersonError(message, who, [identifier for identifier, _ in fitting])


def _unknown(who: str, typed: str, people: Sequence[Person]) -> UnknownPersonError:
    near = _nearest(typed, people)
    shown = ", ".join(fit(plain(name), 40) for name in near)
    nearest = f" Nearest: {shown}." if near else ""
    # What is suggested is safe to paste into a shell: nothing in it is special in quotation marks.
    hint = fit(plain(re.sub(r'[\\"`$!]', "", who[:200])), 60)
    return UnknownPersonError(f'No one fits {quoted(who)}.{nearest} To add: netkeeper add "{hint}"', who, near)


def _nearest(typed: str, people: Sequence[Person]) -> list[str]:
    """Up to three names that come close to what was typed, as wholes or by one of their words."""
    from difflib import get_close_matches

    names_of: dict[str, list[str]] = {}
    for _, name in people:
        folded = _typed(name)
        for part in dict.fromkeys([folded, *folded.split()]):
            names_of.setdefault(part, []).append(name)
    close = get_close_matches(typed[:80], names_of, 6, 0.6)
    return list(dict.fromkeys(name for part in close for name in names_of[part]))[:3]
