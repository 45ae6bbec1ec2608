"""Hypothesis strategies for domain objects, in one place.

Everything drawn is valid as the domain has it, and as nasty as people, phones and strangers make it:
separators and escapes of every format, emoji, right-to-left text, combining marks.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.properties import SIMPLE
from netkeeper.domain.promises.follow_up import FollowUp

_NASTY = (
    "\\", "\\n", "\\N", "\\,", "\\;", ",", ";", ":", "^", "^n", "^'", '"', "'", "=", "=3D", "%", "&", "<b>", "[/b]", "[@click=x]",
    "BEGIN:VCARD", "END:VCARD", "X-ABLabel", "item1.", "a" * 80, "ä" * 40, "🏳️‍🌈", "👩‍👩‍👧", "שלום", "Å", "ß", "İ", "ﬁ",
    "  ", "+358 40", "=1+1", "@", "-", "--", "\u202e", "\u200b", "\ufeff", "\u00a0", "\u3000",
)  # fmt: skip


_TEXT = st.characters(exclude_categories=("Cs", "Zl", "Zp"))
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_PIECES = {control: _NASTY[place % len(_NASTY)] for place, control in enumerate(_CONTROLS)}
"""What each control character, which no text here may hold, stands for where it is drawn.

So a text with several nasty pieces is one draw. Texts are most of what is drawn, and Hypothesis takes as long for a draw
of one letter as for one of fifty.
"""

_OF_NOTES = _PIECES | {0x09: "\t", 0x0A: "\n", 0x0B: "\n\n", 0x0D: "\n\t\n"}
"""The same for text of several lines."""


def lines(max_size: int = 60) -> st.SearchStrategy[str]:
    """One line of text: trimmed, not empty, no control characters."""
    return st.text(_TEXT, min_size=1, max_size=max_size).map(
        lambda text: text.translate(_PIECES)[:max_size].strip() or "-"
    )


def line_or_nothing(max_size: int = 60) -> st.SearchStrategy[str]:
    """One line of text, or none."""
    # As many texts are shorter than this as leaves a property empty in two contacts of five.
    short = 3
    return st.text(_TEXT, max_size=max_size + short).map(
        lambda text: text[short:].translate(_PIECES)[:max_size].strip()
    )


def notes() -> st.SearchStrategy[str]:
    """Text of several lines: nothing, or something to be seen."""
    some = st.text(_TEXT, max_size=200).map(lambda text: text.translate(_OF_NOTES)[:1200].strip())
    return st.just("") | some


def names() -> st.SearchStrategy[str]:
    """A formatted name."""
    real = st.sampled_from(
        ("Anna Virtanen", "Dr. Åsa af Öberg-Lind Jr.", "田中 太郎", "Ólafur", "O'Neill, Shaun", "Ab Oy")
    )
    return real | lines(80)


def name_parts() -> st.SearchStrategy[NameParts]:
    """The parts of a name, as far as they are known."""
    short, long = line_or_nothing(8), line_or_nothing(20)
    return st.just(NameParts()) | st.tuples(short, long, long, long, short).map(lambda parts: NameParts(*parts))


def labels() -> st.SearchStrategy[str]:
    """What an email or a phone is for."""
    usual = ("", "home", "work", "mobile", "work fax", "home fax", "work mobile", "other", "main", "pager", "school")
    odd = ("iPhone", "fax work", "Work", "Grandma's", "home home", "mobile work", "text", "voice", "X-Foo", "pref")
    return st.sampled_from(usual + odd) | lines(30)


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
    return st.tuples(st.sampled_from(usual) | odd, labels()).map(lambda pair: Labelled(*pair))


def addresses() -> st.SearchStrategy[Address]:
    """A postal address of which something is known."""
    part = line_or_nothing(30)
    street = st.lists(lines(20), max_size=3).map("\n".join)
    made = st.tuples(labels(), part, part, street, part, part, part, part).map(lambda parts: Address(*parts))
    return made.filter(lambda address: bool(address.one_line()))


def birthdays() -> st.SearchStrategy[Birthday]:
    """A birthday, with or without its year, 29 February among them."""
    days = _dates(date(1700, 1, 1), date(2026, 12, 31)) | st.just(date(2000, 2, 29))
    return st.tuples(days, st.booleans()).map(lambda drawn: _birthday(*drawn))


def _dates(first: date, last: date) -> st.SearchStrategy[date]:
    """A day from ``first`` to ``last``, in one draw."""
    return st.integers(first.toordinal(), last.toordinal()).map(date.fromordinal)


def _birthday(day: date, has_year: bool) -> Birthday:
    return Birthday(day.month, day.day, day.year if has_year else None)


def fields() -> st.SearchStrategy[tuple[str, ...]]:
    """Fields, as they are kept: lower case, no blanks, each once."""
    level = st.text("abdez01åäö", min_size=1, max_size=8)
    dashed = st.tuples(level, st.text("aeiäö", min_size=1, max_size=5)).map("-".join)
    deeper = st.text("aekåäö&+,;.", min_size=1, max_size=8)
    field = (
        level
        | dashed
        | st.tuples(level | dashed, deeper, deeper).map("/".join)
        | st.tuples(level, deeper).map("/".join)
    )
    return st.lists(field, max_size=4, unique=True).map(tuple)


def step_changes() -> st.SearchStrategy[StepChange]:
    """A move on the ladder."""
    moves = st.tuples(days(), st.sampled_from(Step), line_or_nothing())
    return moves.map(lambda move: StepChange(*move))


def ladders() -> st.SearchStrategy[tuple[StepChange, ...]]:
    """The moves on the ladder, oldest first."""
    return st.lists(step_changes(), max_size=4).map(lambda moves: tuple(sorted(moves, key=lambda move: move.on)))


def days() -> st.SearchStrategy[date]:
    """A day in living memory or soon."""
    return _dates(date(1990, 1, 1), date(2060, 12, 31))


def day_or_none() -> st.SearchStrategy[date | None]:
    """A day in living memory or soon, or none, in one draw."""
    first, last = date(1990, 1, 1).toordinal(), date(2060, 12, 31).toordinal()
    return st.integers(2 * first - last, last).map(lambda day: date.fromordinal(day) if day >= first else None)


def ids() -> st.SearchStrategy[str]:
    """An id: fifteen digits, the first not 0."""
    return st.integers(10**14, 10**15 - 1).map(str)


def moments() -> st.SearchStrategy[str]:
    """An audit time: UTC, ISO 8601 with seconds and ``Z``."""
    first, last = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (1990, 2060))
    return st.integers(first, last).map(lambda second: f"{datetime.fromtimestamp(second, UTC):%Y-%m-%dT%H:%M:%SZ}")


def uids() -> st.SearchStrategy[str]:
    """The UID of a card that came from somewhere, or none."""
    uuids = st.integers(0, 2**128 - 1).map(lambda number: f"urn:uuid:{UUID(int=number)}")
    return st.just("") | uuids | lines(40)


_HOPES = tuple(some for many in range(len(Hope) + 1) for some in permutations(Hope, many))


def simple() -> dict[str, st.SearchStrategy[object]]:
    """What the properties hold that every layer handles by their kind alone."""
    return {row.name: st.sampled_from((None, *row.choices)) if row.choices else line_or_nothing() for row in SIMPLE}


@st.composite
def contacts(draw: st.DrawFn) -> Contact:
    """A contact with any of its properties filled in, a dozen at most: who has all of them takes three times as long."""
    filled = draw(st.lists(st.sampled_from(_OPTIONAL), max_size=_MOST_FILLED, unique=True))
    return Contact(draw(ids()), draw(names()), **{name: draw(_PROPERTIES[name]) for name in filled})


_MOST_FILLED = 12


def _properties() -> dict[str, st.SearchStrategy[Any]]:
    """What each property of a contact may hold, but its id and its name."""
    some = st.lists(labelled(), max_size=3).map(tuple)
    return {
        "name_parts": name_parts(),
        "organization": lines(),
        "title": lines(),
        "emails": some,
        "phones": some,
        "urls": some,
        "addresses": st.lists(addresses(), max_size=2).map(tuple),
        "birthday": birthdays(),
        "fields": fields(),
        "step": st.sampled_from(Step),
        "ladder": ladders(),
        "hopes": st.sampled_from(_HOPES),
        "met": lines(),
        "via": lines(),
        "notes": notes(),
        "cadence": st.integers(0, 730),
        **simple(),
        "archived": st.just(True),
        "unsorted": st.just(True),
        "of_team": st.just(True),
        "uid": uids(),
        "merged": st.lists(ids() | uids().filter(bool), max_size=2, unique=True).map(tuple),
        "nudge_from": days(),
        "first_turn_on": days(),
        "first_on": days(),
        "last_on": days(),
        "tried_on": days(),
        "created": moments(),
        "updated": moments(),
    }


_PROPERTIES = _properties()
_OPTIONAL = tuple(_PROPERTIES)


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
