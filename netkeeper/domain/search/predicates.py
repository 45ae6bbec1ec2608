"""What each word finds: a contact as it is searched, and the test that a word stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.completion import HAS
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import KEYS
from netkeeper.domain.language.values import choice_or_none, choose, choose_several, is_of_team, nearest, normal_field
from netkeeper.domain.people.contact import Contact, Hope
from netkeeper.domain.people.ids import is_id
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.name_fits import named_so
from netkeeper.domain.people.phones import DEFAULT_REGION
from netkeeper.domain.people.properties import PROPERTIES, SIMPLE, Property
from netkeeper.domain.search.free_text import text_query
from netkeeper.domain.search.haystack import NO_TIMELINE, Haystack, Timeline, haystack_of, with_timeline
from netkeeper.domain.search.ordering import name_key, text_key
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold


def _nobody_lasts(_contact: Contact, _today: date) -> bool:
    return False


@dataclass(slots=True)
class Findable:
    """A contact as it is searched and sorted.

    Attributes:
        contact: The contact.
        next_due: The day of its earliest open follow-up, or of its turn where that comes first; None for neither.
        via_name: The name of who introduced it, where ``contact.via`` is an id.
        lasts: Tells of a contact whether it lasts past graduation, as of a day.
        region: The member's (ISO 3166-1): how phone numbers are meant, and names sorted.
        haystack: What free text is looked for in; made when it is first asked for.
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
        """Make the haystack when it is first asked for: a property would cost as much as the search itself, each time."""
        if name != "haystack":
            raise AttributeError(name)
        card = haystack_of(self.contact, self.via_name or name_as_written(self.contact.via), self.region)
        self.haystack = haystack = with_timeline(card, self._timeline)
        self._is_read = True
        return haystack

    def take_timeline(self, timeline: Timeline) -> None:
        """From now on, be found by this timeline, too."""
        self._timeline = timeline
        if self._is_read:
            self.haystack = with_timeline(self.haystack, timeline)

    @property
    def name_key(self) -> str:
        """What the name is sorted by."""
        if self._name_key is None:
            self._name_key = name_key(self.contact.name, self.region)
        return self._name_key

    @property
    def organization_key(self) -> str:
        """What the organization is sorted by."""
        return text_key(self.contact.organization, self.region)


def name_as_written(via: str) -> str:
    """Who introduced somebody, where that is a name and no contact's id."""
    return "" if is_id(via) else via


Test = Callable[[Findable], bool]


def test_of(word: Word, today: date) -> Test:
    """The test that a word with a key stands for; its minus is left to the caller.

    Raises:
        WordError: It can't be read, or can't be searched by.
    """
    key, value = word.key, word.value.strip()
    if key not in _MAKERS:
        instead = {"next": " To find by the follow-up's day, write due:", "when": " To find by the day, write last:"}
        raise WordError(f"{key}: can't be searched by.{instead.get(key, '')}", f"{key}:{word.value}")
    if not value:
        raise WordError(f"{key}: has no value; write it like {KEYS[key].example}.", f"{key}:")
    return _MAKERS[key](value, today)


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


def _containing(read: Callable[[Contact], Sequence[str]]) -> Callable[[str, date], Test]:
    """A maker of tests that look for folded text in what ``read`` gives."""

    def make(value: str, _today: date) -> Test:
        wanted = fold(value)
        return lambda findable: any(wanted in fold(text) for text in read(findable.contact) if text)

    return make


def _by_via(value: str, _today: date) -> Test:
    return lambda findable: named_so(value, findable.via_name or findable.contact.via)


def _by_phone(value: str, _today: date) -> Test:
    """Digits count, however they are spaced, and whether the country code stands before them or not."""
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
        # What is late is to be dealt with today too, as in the day's review.
        return lambda findable: findable.next_due is not None and findable.next_due <= today
    compare = _day_test(value, today, past=False)
    return lambda findable: findable.next_due is not None and compare(findable.next_due)


def _by_last(value: str, today: date) -> Test:
    if fold(value.strip(" ,;")) == "never":
        return lambda findable: findable.contact.last_on is None
    compare = _day_test(value, today, past=True)
    return lambda findable: findable.contact.last_on is not None and compare(findable.contact.last_on)


def _day_test(value: str, today: date, *, past: bool) -> Callable[[date], bool]:
    """A comparison with a day: ``60d+`` sixty days away or more, ``7d-`` or less, ``1.6.+`` from 1 June on, ``fri`` on it.

    ``<``, ``>``, ``<=`` and ``>=`` before the day say the same; in a shell, those need quotation marks.
    """
    from netkeeper.domain.dates.parse_day import parse_day

    sign, text = _signed(value.strip(" ,;"))
    wanted = parse_day(text, today, past=past)
    if past and re.fullmatch(r"\s*[0-9]+\s*[A-Za-z]+\s*", text):
        # Longer ago is an earlier day.
        sign = sign.translate(str.maketrans("<>", "><"))
    return {
        "": lambda day: day == wanted,
        "<": lambda day: day < wanted,
        ">": lambda day: day > wanted,
        "<=": lambda day: day <= wanted,
        ">=": lambda day: day >= wanted,
    }[sign]


_AFTER = {"+": ">=", "-": "<="}
"""Signs that a shell leaves alone, behind the day, and what they stand for."""


def _signed(value: str) -> tuple[str, str]:
    """How to compare (``<``, ``>``, ``<=``, ``>=``, or nothing for that very day), and the day as it is typed."""
    found = re.fullmatch(r"(?s)(<=|>=|<|>)(.*)", value)
    if found is not None:
        return found[1], found[2]
    if value[-1:] in _AFTER:
        return _AFTER[value[-1]], value[:-1]
    return "", value


def by_lasting(today: date, *, lasts: bool) -> Test:
    """The test for those who last past graduation, or those who may be lost."""
    return lambda findable: findable.lasts(findable.contact, today) is lasts


def _by_presence(value: str, _today: date) -> Test:
    typed = fold(value.strip(" ,;"))
    name = next((each for each in _PRESENT if typed in (each, f"{each}s", f"{each}es", each.removesuffix("s"))), None)
    if name is None:
        raise WordError(f"has: can't be {quoted(value)}{nearest(typed, HAS)}", f"has:{value}")
    attribute = _PRESENT[name]
    return lambda findable: bool(getattr(findable.contact, attribute))


_PRESENT = {row.has: name for name, row in PROPERTIES.items() if row.has}
"""The property behind each word of ``has:``."""


def _by_value(row: Property) -> Callable[[str, date], Test]:
    """A maker of tests for a property that every layer handles by its kind."""
    if row.kind == "line":
        return _containing(lambda contact: (getattr(contact, row.name),))

    def make(value: str, _today: date) -> Test:
        wanted = choice_or_none(row, value)
        return lambda findable: getattr(findable.contact, row.name) == wanted

    return make


_MAKERS: dict[str, Callable[[str, date], Test]] = {
    "field": _by_field,
    "step": _by_step,
    "hope": _by_hope,
    "every": _by_cadence,
    "whose": _by_owner,
    "org": _containing(lambda contact: (contact.organization,)),
    "title": _containing(lambda contact: (contact.title,)),
    "met": _containing(lambda contact: (contact.met,)),
    "via": _by_via,
    "name": _containing(lambda contact: (contact.name,)),
    "note": _containing(lambda contact: (contact.notes,)),
    "email": _containing(lambda contact: [email.value for email in contact.emails]),
    "url": _containing(lambda contact: [url.value for url in contact.urls]),
    "phone": _by_phone,
    "birthday": _by_birthday,
    "due": _by_due,
    "last": _by_last,
    "has": _by_presence,
    **{row.word: _by_value(row) for row in SIMPLE},
}
