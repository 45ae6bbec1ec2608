"""Hypothesis strategies for domain objects, in one place.

Everything drawn is valid as the domain has it, and as nasty as people, phones and strangers make it:
separators and escapes of every format, emoji, right-to-left text, combining marks.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from netkeeper.domain.birthday import Birthday
from netkeeper.domain.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction, Kind, Signal
from netkeeper.domain.ladder import Step, StepChange

_NASTY = (
    "\\", "\\n", "\\N", "\\,", "\\;", ",", ";", ":", "^", "^n", "^'", '"', "'", "=", "=3D", "%", "&", "<b>", "[/b]", "[@click=x]",
    "BEGIN:VCARD", "END:VCARD", "X-ABLabel", "item1.", "a" * 80, "ä" * 40, "🏳️‍🌈", "👩‍👩‍👧", "שלום", "Å", "ß", "İ", "ﬁ",
    "  ", "+358 40", "=1+1", "@", "-", "--", "\u202e", "\u200b", "\ufeff", "\u00a0", "\u3000",
)  # fmt: skip

_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))


def lines(max_size: int = 60) -> st.SearchStrategy[str]:
    """One line of text: trimmed, not empty, no control characters."""
    mixed = st.lists(st.sampled_from(_NASTY) | st.text(_LETTERS, max_size=6), min_size=1, max_size=8).map("".join)
    plain = st.text(_LETTERS, min_size=1, max_size=max_size)
    return (mixed | plain).map(lambda text: text[:max_size].strip()).filter(bool)


def line_or_nothing(max_size: int = 60) -> st.SearchStrategy[str]:
    """One line of text, or none."""
    return st.just("") | lines(max_size)


def notes() -> st.SearchStrategy[str]:
    """Text of several lines: nothing, or something to be seen."""
    some = st.lists(lines(200) | st.just("") | st.just("\t"), min_size=1, max_size=6).map("\n".join)
    return st.just("") | some.map(str.strip)


def names() -> st.SearchStrategy[str]:
    """A formatted name."""
    real = st.sampled_from(
        ("Anna Virtanen", "Dr. Åsa af Öberg-Lind Jr.", "田中 太郎", "Ólafur", "O'Neill, Shaun", "Ab Oy")
    )
    return real | lines(80)


def name_parts() -> st.SearchStrategy[NameParts]:
    """The parts of a name, as far as they are known."""
    return st.builds(
        NameParts, line_or_nothing(8), line_or_nothing(20), line_or_nothing(20), line_or_nothing(20), line_or_nothing(8)
    )


def labels() -> st.SearchStrategy[str]:
    """What an email or a phone is for."""
    usual = ("", "home", "work", "mobile", "work fax", "home fax", "work mobile", "other", "main", "pager", "school")
    odd = ("iPhone", "fax work", "Work", "Grandma's", "home home", "mobile work", "text", "voice", "X-Foo", "pref")
    return st.sampled_from(usual) | st.sampled_from(odd) | lines(30)


def labelled() -> st.SearchStrategy[Labelled]:
    """An email, a phone or a web address: as written, so nearly anything but a scheme."""
    usual = (
        "anna@valio.example",
        "+358 40 555 0101",
        "040-5550101;ext=12",
        "1234p56w7",
        "https://a.example/?q=1,2;3#x",
    )
    odd = lines().filter(lambda text: not text.lower().startswith(("tel:", "mailto:")))
    return st.builds(Labelled, st.sampled_from(usual) | odd, labels())


def addresses() -> st.SearchStrategy[Address]:
    """A postal address of which something is known."""
    part = line_or_nothing(30)
    street = st.just("") | st.lists(lines(20), min_size=1, max_size=3).map("\n".join)
    made = st.builds(Address, labels(), part, part, street, part, part, part, part)
    return made.filter(lambda address: bool(address.one_line()))


def birthdays() -> st.SearchStrategy[Birthday]:
    """A birthday, with or without its year, 29 February among them."""
    days = st.dates(date(1700, 1, 1), date(2026, 12, 31)) | st.just(date(2000, 2, 29))
    return st.builds(_birthday, days, st.booleans())


def _birthday(day: date, has_year: bool) -> Birthday:
    return Birthday(day.month, day.day, day.year if has_year else None)


def fields() -> st.SearchStrategy[tuple[str, ...]]:
    """Fields, as they are kept: lower case, no blanks, each once."""
    field = st.from_regex(r"[a-zåäö0-9]{1,8}(-[a-zäö]{1,5})?(/[a-zåäö&+,;.]{1,8}){0,2}", fullmatch=True)
    return st.lists(field, max_size=4, unique=True).map(tuple)


def step_changes() -> st.SearchStrategy[StepChange]:
    """A move on the ladder."""
    return st.builds(StepChange, days(), st.sampled_from(Step), line_or_nothing())


def ladders() -> st.SearchStrategy[tuple[StepChange, ...]]:
    """The moves on the ladder, oldest first."""
    return st.lists(step_changes(), max_size=4).map(lambda moves: tuple(sorted(moves, key=lambda move: move.on)))


def days() -> st.SearchStrategy[date]:
    """A day in living memory or soon."""
    return st.dates(date(1990, 1, 1), date(2060, 12, 31))


def ids() -> st.SearchStrategy[str]:
    """An id: fifteen digits, the first not 0."""
    return st.integers(10**14, 10**15 - 1).map(str)


def moments() -> st.SearchStrategy[str]:
    """An audit time: UTC, ISO 8601 with seconds and ``Z``."""
    times = st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
    return times.map(lambda moment: f"{moment:%Y-%m-%dT%H:%M:%SZ}")


def uids() -> st.SearchStrategy[str]:
    """The UID of a card that came from somewhere, or none."""
    return st.just("") | st.uuids().map(lambda found: f"urn:uuid:{found}") | lines(40)


def contacts() -> st.SearchStrategy[Contact]:
    """A contact with any of its properties filled in."""
    some = st.lists(labelled(), max_size=3).map(tuple)
    return st.builds(
        Contact,
        id=ids(),
        name=names(),
        name_parts=name_parts(),
        organization=line_or_nothing(),
        title=line_or_nothing(),
        emails=some,
        phones=some,
        urls=some,
        addresses=st.lists(addresses(), max_size=2).map(tuple),
        birthday=st.none() | birthdays(),
        fields=fields(),
        step=st.sampled_from(Step),
        ladder=ladders(),
        hopes=st.lists(st.sampled_from(Hope), unique=True).map(tuple),
        met=line_or_nothing(),
        via=line_or_nothing(),
        notes=notes(),
        cadence=st.none() | st.integers(0, 730),
        archived=st.booleans(),
        unsorted=st.booleans(),
        of_team=st.booleans(),
        uid=uids(),
        merged=st.lists(ids() | uids().filter(bool), max_size=2, unique=True).map(tuple),
        nudge_from=st.none() | days(),
        first_turn_on=st.none() | days(),
        first_on=st.none() | days(),
        last_on=st.none() | days(),
        tried_on=st.none() | days(),
        created=st.just("") | moments(),
        updated=st.just("") | moments(),
    )


def interactions(contact_ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Interaction]:
    """Something that happened with one or more contacts."""
    return st.builds(
        Interaction,
        id=ids(),
        on=days(),
        contact_ids=st.lists(ids() if contact_ids is None else contact_ids, min_size=1, max_size=3, unique=True).map(
            tuple
        ),
        kind=st.sampled_from(Kind),
        note=notes(),
        feeling=st.none() | st.integers(1, 5),
        signals=st.lists(st.sampled_from(Signal), unique=True).map(tuple),
        created=moments(),
    )


def followups(contact_ids: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[FollowUp]:
    """An open promise that does not recur."""
    return st.builds(
        FollowUp,
        id=ids(),
        contact_id=ids() if contact_ids is None else contact_ids,
        due_on=days(),
        what=line_or_nothing(),
        created=moments(),
    )
