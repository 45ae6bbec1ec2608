"""Resolves typed names, ids, addresses and nicknames to contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.errors import AmbiguousPersonError, InvalidValueError, UnknownPersonError
from netkeeper.domain.people.name_fits import containing_words, fits, words_of
from netkeeper.domain.people.name_index import NameIndex, lookalikes
from netkeeper.domain.text.display import fit, pasteable, plain, quoted
from netkeeper.domain.text.fold import as_compared

if TYPE_CHECKING:
    from netkeeper.domain.language.reach_words import Reach

__all__ = [
    "ByName",
    "NameIndex",
    "Ways",
    "ambiguous",
    "by_name",
    "fitting",
    "lookalikes",
    "named",
    "nearest",
    "resolve",
    "several_names",
    "short_ids",
    "the_one",
    "unknown",
]

SHORTEST_ID = 4
"""The fewest digits of an id that may name a contact."""

_LISTED = 8
_FEWEST_DIGITS = 6

Person = tuple[str, str]
"""An id and a name."""


class Ways(NamedTuple):
    """Further ways to name people; each function is called only where it is needed.

    Attributes:
        reach: Returns the email addresses and phone numbers of contacts.
        nicknames: Returns ids and nicknames.
        region: Returns the region of numbers without a country code (ISO 3166-1).
    """

    reach: Callable[[], Iterable[Reach]] = tuple
    nicknames: Callable[[], Iterable[Person]] = tuple
    region: Callable[[], str] = str


class ByName(NamedTuple):
    """The people whose names fit, and how well: ``name_fits.WHOLE``, ``WORDS`` or ``BEGINNINGS``."""

    people: list[Person]
    how: int


_NO_WAYS = Ways()


def resolve(who: str, people: Sequence[Person], ways: Ways = _NO_WAYS) -> str:
    """The id of the one contact that ``who`` names.

    The whole name wins, then names that have every typed word, then those with words that begin so;
    the middle of a word never counts. Then an email address or a phone number in any spelling, an id
    or the beginning of one (four digits or more; the whole id wins over everything), and nicknames.
    Case and accents don't matter.

    Args:
        people: Ids and names of those who can be meant.
        ways: What else they are named by.

    Raises:
        UnknownPersonError: No one fits; the message has the nearest names.
        AmbiguousPersonError: Several fit; the message lists them with short ids.
        InvalidValueError: It is a key and its value, which stand behind the name.
    """
    return the_one(who, named(who, people, ways), people)


def named(who: str, people: Sequence[Person], ways: Ways = _NO_WAYS) -> list[Person]:
    """The people that ``who`` may name, found as in :func:`resolve`; empty for none."""
    typed = as_compared(who)
    may_be_id = len(typed) >= SHORTEST_ID and typed.isalnum()
    if may_be_id:
        whole = [person for person in people if person[0] == typed]
        if whole:
            return whole
    found = fitting(who, people).people or _otherwise(who, typed, people, ways)
    if not found and may_be_id:
        found = [person for person in people if person[0].startswith(typed)]
    return found or (_by_nickname(who, people, ways) if typed else [])


def the_one(who: str, found: Sequence[Person], people: Sequence[Person]) -> str:
    """The id of the only one found; errors as :func:`resolve`.

    Args:
        found: Whom it may mean.
        people: Among whom it was looked for: the nearest are looked for there too.
    """
    if len(found) == 1:
        return found[0][0]
    if found:
        raise ambiguous(who, by_name(found), people)
    typed = as_compared(who)
    if not typed:
        raise UnknownPersonError("Say who: the beginning of a name, an email address, a phone number or an id.", who)
    if ":" in who:
        from netkeeper.domain.language.joined import begins_with_key

        if begins_with_key(who):
            raise InvalidValueError(f"{quoted(who)} is no name; the name comes first, and that behind it.")
    raise unknown(who, people)


def several_names(who: str, people: Sequence[Person]) -> list[str]:
    """The names in a text, separated by commas; a whole name that contains a comma is one."""
    if "," in who and any("," in name and as_compared(name) == as_compared(who) for _, name in people):
        return [who]
    return [part.strip() for part in who.split(",") if part.strip()] or [""]


def fitting(who: str, people: Sequence[Person]) -> ByName:
    """The people whose names fit best."""
    typed, words = as_compared(who), words_of(who)
    best: list[Person] = []
    how = 3
    for person, folded in containing_words(words, people) if words else ():
        rank = fits(typed, words, folded)
        if rank is None or rank > how:
            continue
        if rank < how:
            best, how = [], rank
        best.append(person)
    return ByName(best, how)


def by_name(found: Iterable[Person]) -> list[Person]:
    """People sorted by name."""
    # Loaded here for a light start: needed only where several fit.
    from netkeeper.domain.people.ordering import name_key

    return sorted(found, key=lambda person: (name_key(person[1]), person[0]))


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """The shortest unique prefix of each id, at least :data:`SHORTEST_ID` digits."""
    ordered = sorted(set(ids))
    needed = dict.fromkeys(ordered, SHORTEST_ID)
    for one, other in pairwise(ordered):
        # Among sorted ids, the longest common prefix is with a neighbour.
        alone = SHORTEST_ID
        while alone <= len(one) and one[:alone] == other[:alone]:
            alone += 1
        needed[one] = max(needed[one], alone)
        needed[other] = max(needed[other], alone)
    return {identifier: identifier[:length] for identifier, length in needed.items()}


def ambiguous(
    who: str, found: Sequence[Person], people: Sequence[Person], about: Mapping[str, str] | None = None
) -> AmbiguousPersonError:
    """The error for a text that fits several people: lists them with short ids.

    Args:
        found: Whom it fits.
        people: Everybody, among whom the short ids are told apart.
        about: What else tells them apart, by their ids.
    """
    short = short_ids(identifier for identifier, _ in people)
    details = {identifier: f", {fit(plain(text), 40)}" for identifier, text in (about or {}).items() if text}
    shown = [
        f"{fit(plain(name), 40)} ({short[identifier]}{details.get(identifier, '')})"
        for identifier, name in found[:_LISTED]
    ]
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    # Two of the same name need an id.
    have_distinct_names = len({as_compared(name) for _, name in found}) > 1
    way = "Write the whole name, or an id." if have_distinct_names else "Write an id."
    message = f"{quoted(who)} fits {len(found)} people: {', '.join(shown)}{more}. {way}"
    return AmbiguousPersonError(message, who, [identifier for identifier, _ in found])


def _otherwise(who: str, typed: str, people: Sequence[Person], ways: Ways) -> list[Person]:
    """The people with a typed email address or phone number; none where something else was typed."""
    if "@" not in typed and sum(character.isdecimal() for character in typed) < _FEWEST_DIGITS:
        return []
    # Loaded here for a light start: needed only where no name fits.
    from netkeeper.domain.language.reach_words import email_in, is_reached_at, number_in

    email, number = email_in(who), number_in(who)
    if not (email or number):
        return []
    region = ways.region()
    ids = {reach.contact_id for reach in ways.reach() if is_reached_at(reach, email, number, region)}
    return [person for person in people if person[0] in ids]


def _by_nickname(who: str, people: Sequence[Person], ways: Ways) -> list[Person]:
    """The people whose nickname, or name and nickname together, fit."""
    names = dict(people)
    known = [
        (contact_id, f"{nick} {names[contact_id]}") for contact_id, nick in ways.nicknames() if contact_id in names
    ]
    ids = dict.fromkeys(contact_id for contact_id, _ in fitting(who, known).people)
    return [(contact_id, names[contact_id]) for contact_id in ids]


def unknown(who: str, people: Sequence[Person], likelier: Sequence[Person] = ()) -> UnknownPersonError:
    """The error for a text that fits nobody: names the nearest people, and the command that adds one.

    Args:
        people: Among whom the nearest are looked for.
        likelier: Those who come first among the nearest.
    """
    typed = as_compared(who)
    near = list(dict.fromkeys([*likelier, *nearest(who, people)]))[:3]
    if "@" in typed or "." in typed or sum(character.isdecimal() for character in typed) >= _FEWEST_DIGITS:
        from netkeeper.domain.language.reach_words import how_to_add

        if way := how_to_add(who):
            return UnknownPersonError(f"Nobody here has it: {way}", who, brief=f"Nobody here has {quoted(who)}.")
    shown = ", ".join(fit(plain(name), 40) for _, name in near)
    nearest_hint = f" Nearest: {shown}." if near else ""
    brief = f"No one fits {quoted(who)}.{nearest_hint}"
    names, ids = [name for _, name in near], [contact_id for contact_id, _ in near]
    return UnknownPersonError(f'{brief} To add: netkeeper add "{pasteable(who)}"', who, names, ids, brief=brief)


def nearest(who: str, people: Sequence[Person]) -> list[Person]:
    """Up to three people whose whole name, or a word of it, is similar (difflib's ratio of at least 0.6)."""
    from difflib import get_close_matches

    typed = as_compared(who)
    people_of: dict[str, list[Person]] = {}
    for person in people:
        folded = as_compared(person[1])
        for part in dict.fromkeys([folded, *folded.split(), *words_of(folded)]):
            people_of.setdefault(part, []).append(person)
    # Where the whole text is similar to none, one of its words may be.
    close = next(
        filter(None, (get_close_matches(each, people_of, 6, 0.6) for each in (typed[:80], *typed[:80].split()))), []
    )
    return list(dict.fromkeys(person for part in close for person in people_of[part]))[:3]
