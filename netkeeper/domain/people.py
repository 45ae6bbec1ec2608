"""Naming people: from what was typed to the contact that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from netkeeper.domain.display import fit, plain, quoted
from netkeeper.domain.errors import AmbiguousPersonError, UnknownPersonError
from netkeeper.domain.fold import fold

SHORTEST_ID = 4
"""The fewest digits of an id that may name a contact."""

_LISTED = 8
_ID = re.compile(r"[0-9a-f]{4,12}")
_WORDS = re.compile(r"[^\W_]+")

Person = tuple[str, str]


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
    typed = " ".join(fold(who).split())
    if not typed:
        raise UnknownPersonError("Say who: a name, a part of one, or an id.", who)
    words = typed.split()
    if _ID.fullmatch(typed) and any(identifier == typed for identifier, _ in people):
        return typed
    containing = []
    for identifier, name in people:
        folded = fold(name)
        if all(word in folded for word in words):
            containing.append((identifier, name, folded))
    for fits in _TESTS:
        fitting = [(identifier, name) for identifier, name, folded in containing if fits(typed, words, folded)]
        if fitting:
            break
    else:
        fitting = [person for person in people if person[0].startswith(typed)] if _ID.fullmatch(typed) else []
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
    typed = " ".join(fold(who).split())
    if "," in typed and any(" ".join(fold(name).split()) == typed for _, name in people if "," in name):
        return [resolve(who, people)]
    parts = [part for part in who.split(",") if part.strip()] or [""]
    return list(dict.fromkeys(resolve(part.strip(), people) for part in parts))


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each id that fits no other, at least four digits."""
    ordered = sorted(set(ids))
    short = {}
    for place, identifier in enumerate(ordered):
        shared = max(
            (_shared(identifier, other) for other in ordered[max(0, place - 1) : place + 2] if other != identifier),
            default=0,
        )
        short[identifier] = identifier[: max(SHORTEST_ID, shared + 1)]
    return short


def lookalikes(name: str, people: Sequence[Person]) -> list[str]:
    """The ids of contacts whose names look like the same person's, best first.

    Those are: the same words in any order; all words of the shorter name in the longer, two at
    least; or spelled nearly alike (a ratio of 0.88 or more, words sorted). Case and accents don't matter.
    """
    words = sorted(_WORDS.findall(fold(name)))
    typed, letters = " ".join(words), set("".join(words))
    if not words:
        return []
    scored: list[tuple[float, str]] = []
    for identifier, other in people:
        other_words = sorted(_WORDS.findall(fold(other)))
        other_typed = " ".join(other_words)
        if other_words == words:
            scored.append((2.0, identifier))
        elif min(len(words), len(other_words)) > 1 and (
            set(words) <= set(other_words) or set(other_words) <= set(words)
        ):
            scored.append((1.0, identifier))
        elif (ratio := _likeness(typed, letters, other_typed)) >= _ALIKE:
            scored.append((ratio, identifier))
    return [identifier for _, identifier in sorted(scored, key=lambda each: -each[0])]


_ALIKE = 0.88


def _likeness(typed: str, letters: set[str], other: str) -> float:
    """The ratio of matching letters, or 0 where a glance shows that it is too low to matter."""
    total = len(typed) + len(other)
    # Each letter that only one of them has is unmatched, and so is the difference in length.
    spare = total * (1 - _ALIKE)
    if abs(len(typed) - len(other)) > spare or len(letters.symmetric_difference(other) - {" "}) > spare:
        return 0.0
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, other, typed, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _is_whole(typed: str, _words: list[str], folded: str) -> bool:
    return " ".join(folded.split()) == typed


def _has_words(_typed: str, words: list[str], folded: str) -> bool:
    parts = {*folded.split(), *_WORDS.findall(folded)}
    return all(word in parts for word in words)


def _begins(_typed: str, words: list[str], folded: str) -> bool:
    parts = {*folded.split(), *_WORDS.findall(folded)}
    return all(any(part.startswith(word) for part in parts) for word in words)


def _contains(_typed: str, _words: list[str], _folded: str) -> bool:
    return True


_TESTS: tuple[Callable[[str, list[str], str], bool], ...] = (_is_whole, _has_words, _begins, _contains)
"""How a name may fit, the strongest first; every name tried holds all the typed words somewhere."""


def _shared(one: str, other: str) -> int:
    """How many characters two ids share at their beginning."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _ambiguous(who: str, fitting: Sequence[Person], people: Sequence[Person]) -> AmbiguousPersonError:
    short = short_ids(identifier for identifier, _ in people)
    shown = [f"{fit(plain(name), 40)} ({short[identifier]})" for identifier, name in fitting[:_LISTED]]
    more = f" and {len(fitting) - _LISTED} more" if len(fitting) > _LISTED else ""
    message = f"{quoted(who)} fits {len(fitting)} people: {', '.join(shown)}{more}. Write more of the name, or an id."
    return AmbiguousPersonError(message, who, [identifier for identifier, _ in fitting])


def _unknown(who: str, typed: str, people: Sequence[Person]) -> UnknownPersonError:
    near = _nearest(typed, people)
    shown = ", ".join(fit(plain(name), 40) for name in near)
    hint = fit(plain(who.replace("\\", "").replace('"', "")), 60)
    nearest = f" Nearest: {shown}." if near else ""
    return UnknownPersonError(f'No one fits {quoted(who)}.{nearest} To add: netkeeper add "{hint}"', who, near)


def _nearest(typed: str, people: Sequence[Person]) -> list[str]:
    """Up to three names that come close to what was typed, as wholes or by one of their words."""
    from difflib import get_close_matches

    names_of: dict[str, list[str]] = {}
    for _, name in people:
        folded = " ".join(fold(name).split())
        for part in dict.fromkeys([folded, *folded.split()]):
            names_of.setdefault(part, []).append(name)
    close = get_close_matches(typed[:80], names_of, 6, 0.6)
    return list(dict.fromkeys(name for part in close for name in names_of[part]))[:3]
