"""Predicates of searches: the searchable form of a contact, and the predicate of each ``key:value``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.completion import HAS
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import KEYS, key_of
from netkeeper.domain.language.values import choice_or_none, choose, choose_several, is_of_team, nearest, normal_field
from netkeeper.domain.people.contact import Contact, Hope
from netkeeper.domain.people.ids import is_id
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.name_fits import named_so
from netkeeper.domain.people.ordering import name_key, text_key
from netkeeper.domain.people.phones import DEFAULT_REGION
from netkeeper.domain.people.properties import PROPERTIES, SIMPLE, Property
from netkeeper.domain.search.free_text import text_query
from netkeeper.domain.search.haystack import NO_TIMELINE, Haystack, Timeline, haystack_of, with_timeline
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold


def _nobody_lasts(_contact: Contact, _today: date) -> bool:
    return False


@dataclass(slots=True)
class Findable:
    """A contact for searching and sorting.

    Attributes:
        contact: The contact.
        next_due: The day of its earliest open follow-up or its next turn, whichever is first; None for neither.
        via_name: The name of the person who introduced it, where ``contact.via`` is an id.
        lasts: Returns whether a contact lasts past graduation, as of a day.
        region: The member's region (ISO 3166-1), for phone numbers and sorting.
        haystack: The searchable text; created on first access.
    """

    contact: Contact
    next_due: date | None = None
    via_name: str = ""
    lasts: Callable[[Contact, date], bool] = _nobody_lasts
    region: str = DEFAULT_REGION
    _timeline: Timeline = field(default=NO_TIMELINE, init=False, repr=False, compare=False)
    _is_read: bool = field(default=False, init=False, repr=False, compare=False)
    haystack: Haystack = field(init=False, repr=False, compare=False)
    _name_key: str | None = field(default=None, init=False, repr=False, compare=False)

    def __getattr__(self, name: str) -> Haystack:
        """Create the haystack on first access; a property would take as long as the search itself on each access."""
        if name != "haystack":
            raise AttributeError(name)
        card = haystack_of(self.contact, self.via_name or _name_in_via(self.contact.via), self.region)
        self.haystack = haystack = with_timeline(card, self._timeline)
        self._is_read = True
        return haystack

    def take_timeline(self, timeline: Timeline) -> None:
        """Make the timeline searchable, in place of the previous one."""
        self._timeline = timeline
        if self._is_read:
            self.haystack = with_timeline(self.haystack, timeline)

    @property
    def name_key(self) -> str:
        """The sort key of the name."""
        if self._name_key is None:
            self._name_key = name_key(self.contact.name, self.region)
        return self._name_key

    @property
    def organization_key(self) -> str:
        """The sort key of the organization."""
        return text_key(self.contact.organization, self.region)


def _name_in_via(via: str) -> str:
    """The value of ``via`` where it is a name; empty where it is the id of a contact."""
    return "" if is_id(via) else via


Test = Callable[[Findable], bool]


def test_of(word: Word, today: date) -> Test:
    """The predicate of a word with a key; the caller applies its minus.

    Raises:
        WordError: It can't be parsed, or is no key of searches.
    """
    key, value = word.key, word.value.strip()
    if key not in _FACTORIES:
        instead = {"next": " To find by the follow-up's day, write due:", "when": " To find by the day, write last:"}
        raise WordError(f"{key}: can't be searched by.{instead.get(key, '')}", f"{key}:{word.value}")
    if not value:
        raise WordError(f"{key}: has no value; write it like {KEYS[key].example}.", f"{key}:")
    return _FACTORIES[key](value, today)


def _by_field(value: str, _today: date) -> Test:
    wanted = normal_field(value)
    under = f"{wanted}/"

    def test(findable: Findable) -> bool:
        fields = findable.contact.fields
        return wanted in fields or any(each.startswith(under) for each in fields)

    return test


def _by_step(value: str, _today: date) -> Test:
    step = choose("step", value, list(Step))
    return lambda findable: findable.contact.step is step


def _by_owner(value: str, _today: date) -> Test:
    of_team = is_of_team(value)
    return lambda findable: findable.contact.of_team is of_team


def _by_hope(value: str, _today: date) -> Test:
    hopes = set(choose_several("hope", value, list(Hope)))
    return lambda findable: hopes <= set(findable.contact.hopes)


def _by_cadence(value: str, _today: date) -> Test:
    from netkeeper.domain.dates.spans import parse_cadence

    days = parse_cadence(value)
    return lambda findable: findable.contact.cadence == days


_TEXTS: Mapping[str, Callable[[Any], Sequence[str]]] = {
    "line": lambda value: (value,),
    "text": lambda value: (value,),
    "labelled": lambda values: [each.value for each in values],
}
"""The texts of a property's value, by its kind."""


def _containing(row: Property) -> Callable[[str, date], Test]:
    """A factory of predicates that search a property for folded text."""
    name, texts_of = row.name, _TEXTS[row.kind]

    def make(value: str, _today: date) -> Test:
        wanted = fold(value)
        return lambda findable: any(wanted in fold(text) for text in texts_of(getattr(findable.contact, name)) if text)

    return make


def _by_via(value: str, _today: date) -> Test:
    return lambda findable: named_so(value, findable.via_name or findable.contact.via)


def _by_phone(value: str, _today: date) -> Test:
    """Compares digits, however they are spaced, with or without the country code."""
    digits = text_query(value).digits or re.sub(r"\D", "", value)
    sought = fold(value)

    def test(findable: Findable) -> bool:
        has = any(sought in fold(phone.value) for phone in findable.contact.phones)
        return has or (bool(digits) and digits in findable.haystack.numbers)

    return test


def _by_birthday(value: str, _today: date) -> Test:
    from netkeeper.domain.dates.date_parts import parse_birthday

    wanted = parse_birthday(value)

    def test(findable: Findable) -> bool:
        has = findable.contact.birthday
        if has is None or (has.month, has.day) != (wanted.month, wanted.day):
            return False
        return wanted.year is None or wanted.year == has.year

    return test


def _by_due(value: str, today: date) -> Test:
    typed = fold(value.strip(" ,;"))
    if typed == "none":
        return lambda findable: findable.next_due is None
    if typed == "late":
        return lambda findable: findable.next_due is not None and findable.next_due < today
    if typed == "today":
        # Overdue is due today too, as in the review.
        return lambda findable: findable.next_due is not None and findable.next_due <= today
    compare = _day_test(value, today, past=False)
    return lambda findable: findable.next_due is not None and compare(findable.next_due)


def _by_last(value: str, today: date) -> Test:
    if fold(value.strip(" ,;")) == "never":
        return lambda findable: findable.contact.last_on is None
    compare = _day_test(value, today, past=True)
    return lambda findable: findable.contact.last_on is not None and compare(findable.contact.last_on)


def _day_test(value: str, today: date, *, past: bool) -> Callable[[date], bool]:
    """A comparison with a day: ``60d+`` at least sixty days away, ``7d-`` at most, ``1.6.+`` from 1 June on, ``fri`` equal.

    ``<``, ``>``, ``<=`` and ``>=`` before the day mean the same; in a shell, those need quotation marks.
    """
    from netkeeper.domain.dates.parse_day import parse_day

    sign, text = _signed(value.strip(" ,;"))
    wanted = parse_day(text, today, past=past)
    if past and re.fullmatch(r"\s*[0-9]+\s*[A-Za-z]+\s*", text):
        # A longer time ago is an earlier day.
        sign = sign.translate(str.maketrans("<>", "><"))
    return {
        "": lambda day: day == wanted,
        "<": lambda day: day < wanted,
        ">": lambda day: day > wanted,
        "<=": lambda day: day <= wanted,
        ">=": lambda day: day >= wanted,
    }[sign]


_AFTER = {"+": ">=", "-": "<="}
"""Comparison operators by the signs after the day, which a shell doesn't interpret."""


def _signed(value: str) -> tuple[str, str]:
    """The comparison operator (``<``, ``>``, ``<=``, ``>=``, or empty for equality), and the day as typed."""
    found = re.fullmatch(r"(?s)(<=|>=|<|>)(.*)", value)
    if found is not None:
        return found[1], found[2]
    if value[-1:] in _AFTER:
        return _AFTER[value[-1]], value[:-1]
    return "", value


def by_lasting(today: date, *, lasts: bool) -> Test:
    """The predicate for contacts that last past graduation, or for those that may be lost."""
    return lambda findable: findable.lasts(findable.contact, today) is lasts


def _by_presence(value: str, _today: date) -> Test:
    typed = fold(value.strip(" ,;"))
    name = next((each for each in _HAS_WORDS if typed in (each, f"{each}s", f"{each}es", each.removesuffix("s"))), "")
    attribute = _HAS_WORDS.get(name) or _HAS_KEYS.get(key_of(typed))
    if attribute is None:
        raise WordError(f"has: can't be {quoted(value)}{nearest(typed, HAS)}", f"has:{value}")
    return lambda findable: bool(getattr(findable.contact, attribute))


_HAS_WORDS = {row.has: name for name, row in PROPERTIES.items() if row.has}
"""The property behind each word of ``has:``."""

_HAS_KEYS = {row.word: name for name, row in PROPERTIES.items() if row.has and row.word}
"""The same behind the key that a word is, so in Finnish too."""


def _by_choice(row: Property) -> Callable[[str, date], Test]:
    """A factory of predicates for a property whose value is a choice."""

    def make(value: str, _today: date) -> Test:
        wanted = choice_or_none(row, value)
        return lambda findable: getattr(findable.contact, row.name) == wanted

    return make


_FACTORIES: dict[str, Callable[[str, date], Test]] = {
    **{row.word: _containing(row) for row in PROPERTIES.values() if row.word and row.kind in _TEXTS},
    **{row.word: _by_choice(row) for row in SIMPLE if row.kind == "choice"},
    "field": _by_field,
    "step": _by_step,
    "hope": _by_hope,
    "every": _by_cadence,
    "whose": _by_owner,
    "via": _by_via,
    "phone": _by_phone,
    "birthday": _by_birthday,
    "due": _by_due,
    "last": _by_last,
    "has": _by_presence,
}
