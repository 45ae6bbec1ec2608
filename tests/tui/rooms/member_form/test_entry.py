"""What stands in the form about the member, and the member that it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.tui.rooms.member_form.entry import MemberEntry, hint
from tests import strategies

TODAY = date(2026, 11, 23)

members = st.builds(
    Member,
    name=st.text(max_size=20),
    team=st.text(max_size=20),
    graduates_on=st.none() | st.dates(),
    fields=st.lists(st.text(min_size=1, max_size=8), max_size=3).map(tuple),
    pace=st.integers(0, 1000),
    cadences=st.fixed_dictionaries({step: st.integers(0, 3650) for step in Step}),
    days_off=st.builds(DaysOff.of, st.lists(st.integers(0, 6)), st.lists(strategies.days(), max_size=4)),
    searches=st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
    region=st.sampled_from(["FI", "SE", "US"]),
    shared_domains=st.lists(st.sampled_from(["academy.example", "työ.example"]), max_size=2).map(tuple),
    welcomed=st.booleans(),
)


def entry(member: Member, **texts: str) -> MemberEntry:
    """The form of a member with some lines written anew."""
    filled = MemberEntry.of(member)
    return MemberEntry(member, {**filled.texts, **texts})


@given(members, st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_what_is_left_as_it_was_is_kept_to_the_letter(member: Member, today: date) -> None:
    filled = MemberEntry.of(member)
    assert filled.changed == frozenset()
    assert filled.read(today) == (member, {})
    assert not any(category(character) == "Cc" for text in filled.texts.values() for character in text)


@given(members, st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_one_line_changes_one_property(member: Member, today: date) -> None:
    reading = entry(member, pace="7").read(today)
    assert reading == (replace(member, pace=7), {})


@pytest.mark.parametrize(
    ("line", "text", "change"),
    [
        ("name", "  Aino Salmi ", {"name": "Aino Salmi"}),
        ("name", "", {"name": ""}),
        ("team", "Kasvu", {"team": "Kasvu"}),
        ("domains", "Academy.example, team.example", {"shared_domains": ("academy.example", "team.example")}),
        ("domains", "", {"shared_domains": ()}),
        ("country", "se", {"region": "SE"}),
        ("country", "", {"region": "FI"}),
        ("graduates", "2.6.", {"graduates_on": date(2027, 6, 2)}),
        ("graduates", "", {"graduates_on": None}),
        ("field", "Design, health / Tech,, design", {"fields": ("design", "health/tech")}),
        ("field", "", {"fields": ()}),
        ("pace", " 0 ", {"pace": 0, "pace_floor": 0}),
        ("pace", "12", {"pace": 12, "pace_ceiling": 12}),
        ("floor", "6", {"pace_floor": 6, "pace": 6}),
        ("ceiling", "4", {"pace_ceiling": 4, "pace": 4}),
        ("potential", "2w", {"cadences": {**Member().cadences, Step.POTENTIAL: 14}}),
        ("customer", "none", {"cadences": {**Member().cadences, Step.CUSTOMER: 0}}),
        ("regular", "", {"cadences": {**Member().cadences, Step.REGULAR: 90}}),
        ("regular", "default", {"cadences": {**Member().cadences, Step.REGULAR: 90}}),
        ("weekdays", "Sat,Sun", {"days_off": DaysOff.of([5, 6], [TODAY])}),
        ("weekdays", "", {"days_off": DaysOff.of([], [TODAY])}),
        ("dates", "24.12. to 26.12.", {"days_off": DaysOff.of([0], [date(2026, 12, day) for day in (24, 25, 26)])}),
        ("dates", "", {"days_off": DaysOff.of([0])}),
    ],
)
def test_each_line_is_read_as_people_type(line: str, text: str, change: dict[str, object]) -> None:
    base = Member(
        "A",
        "B",
        date(2030, 1, 1),
        ("food",),
        cadences={**Member().cadences, Step.REGULAR: 60},
        days_off=DaysOff.of([0], [TODAY]),
    )
    if "cadences" in change and line != "regular":
        base = replace(base, cadences=Member().cadences)
    assert entry(base, **{line: text}).read(TODAY) == (replace(base, **change), {})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "text", "said"),
    [
        ("name", "\x1b]52", "holds control characters"),
        ("team", "x" * 501, "team: is too long"),
        ("graduates", "soon", "Can't read 'soon' as a date"),
        ("field", "food, #", "can't be a field"),
        ("pace", "five", "Can't read 'five' as how many people a day; write a number from 0 to 100."),
        ("pace", "101", "write a number from 0 to 100"),
        ("pace", "-1", "write a number from 0 to 100"),
        ("pace", "٣", "write a number from 0 to 100"),
        ("customer", "often", "as how often"),
        ("dates", "24.12. to soon", "Can't read 'soon' as a date"),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_as_it_was(line: str, text: str, said: str) -> None:
    base = Member("Aino", pace=3)
    reading = entry(base, **{line: text, "team" if line != "team" else "name": "Kasvu"}).read(TODAY)
    assert said in reading.problems[line]
    assert len(reading.problems) == 1
    assert replace(reading.member, team="", name="Aino") == base
    assert hint(line, reading, TODAY) == ""


@given(st.dictionaries(st.sampled_from(sorted(MemberEntry.of(Member()).texts)), st.text(max_size=15), max_size=4))
def test_whatever_is_typed_is_read_or_said(texts: dict[str, str]) -> None:
    reading = entry(Member(), **texts).read(TODAY)
    assert reading.problems.keys() <= texts.keys()
    for name in texts:
        hint(name, reading, TODAY)


def test_hints_say_how_a_line_is_understood() -> None:
    reading = entry(
        Member(), graduates="2.6.", dates="24.12. to 26.12., 1.5.", potential="none", pace="3", name="Aino"
    ).read(TODAY)
    said = {name: hint(name, reading, TODAY) for name in ("graduates", "dates", "potential", "customer", "pace")}
    assert said == {
        "graduates": "Wed 2 Jun 2027 · in 6 months",
        "dates": "Thu 24 Dec to Sat 26 Dec, Sat 1 May",
        "potential": "nobody on this step comes up by themselves",
        "customer": "",
        "pace": "",
    }
    passed = entry(Member(), graduates="1.9.2026").read(TODAY)
    assert hint("graduates", passed, TODAY) == "Tue 1 Sep · 12 weeks ago"
    assert hint("graduates", entry(Member(), graduates="today").read(TODAY), TODAY) == "today"
