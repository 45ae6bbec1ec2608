"""The member in netkeeper's own JSON: all of it comes back, older files read on, and what is out of shape stays out."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.diary import Answer, DiaryDay
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.lossless import read_network, write_network
from tests import strategies

members = st.builds(
    Member,
    name=strategies.line_or_nothing(),
    team=strategies.line_or_nothing(),
    graduates_on=st.none() | strategies.days(),
    fields=strategies.fields(),
    pace=st.integers(0, 50),
    pace_floor=st.integers(0, 50),
    pace_ceiling=st.integers(0, 50),
    cadences=st.fixed_dictionaries({step: st.integers(0, 3650) for step in Step}),
    days_off=st.builds(DaysOff.of, st.lists(st.integers(0, 6)), st.lists(strategies.days(), max_size=3), st.booleans()),
    searches=st.dictionaries(strategies.lines(30), strategies.lines(), max_size=3),
    welcomed=st.booleans(),
)


diary_ids = st.lists(st.integers(1, 10**14).map(str), max_size=4).map(tuple)
diaries = st.lists(
    st.builds(
        DiaryDay,
        on=st.dates(date(1900, 1, 1), date(2200, 1, 1)),
        selected=diary_ids,
        done=diary_ids,
        answer=st.none() | st.sampled_from(Answer),
        pace=st.none() | st.integers(0, 100),
        changed=st.integers(-1, 1),
        is_lighter=st.booleans(),
        sort=diary_ids,
        stretch=diary_ids,
        occasions=diary_ids,
        since=st.lists(st.just("") | strategies.days().map(str), max_size=4).map(tuple),
    ),
    max_size=5,
    unique_by=lambda day: day.on,
).map(tuple)


@given(diaries)
def test_the_diary_comes_back_whole(diary: tuple[DiaryDay, ...]) -> None:
    assert read_network(write_network(Outgoing((), {"diary": diary}))).diary == diary


@pytest.mark.parametrize(
    "day", [{"id": "2026"}, {"id": "20260230"}, {"answer": "so-so"}, {"pace": -1}, {"offered": [1]}, {"lighter": 1}, 7]
)
def test_a_day_out_of_shape_is_skipped_with_a_reason(day: Any) -> None:
    whole = {"netkeeper": {"format": 1}, "contacts": [], "diary": [{"id": "20261123", **day} if day != 7 else day]}
    incoming = read_network(json.dumps(whole).encode())
    assert incoming.diary == ()
    assert len(incoming.reading.skipped) == 1


def written(member: Any) -> bytes:
    """A file with nobody but the member in it."""
    return json.dumps({"netkeeper": {"format": 1}, "member": member, "contacts": []}).encode()


@given(members)
def test_the_member_comes_back_whole(member: Member) -> None:
    assert read_network(write_network(Outgoing((), member=member))).member == member


def test_an_older_file_has_no_days_off_and_no_searches() -> None:
    old = {"name": "Aino", "pace": 4, "cadences": {"potential": 30, "customer": 45, "regular": 90}}
    assert read_network(written(old)).member == Member("Aino", pace=4)


@pytest.mark.parametrize(
    "member",
    [
        {"days_off": []},
        {"days_off": {"weekdays": [7]}},
        {"days_off": {"weekdays": [True]}},
        {"days_off": {"weekdays": ["0"]}},
        {"days_off": {"weekdays": 5}},
        {"days_off": {"dates": ["24.12."]}},
        {"days_off": {"dates": ["2026-02-30"]}},
        {"days_off": {"dates": [20261224]}},
        {"days_off": {"works_on_holidays": 1}},
        {"searches": ["field:food"]},
        {"searches": {"food": 1}},
        {"searches": {"\ud800": "field:food"}},
        {"welcomed": "yes"},
        {"pace_floor": -1},
        {"pace_ceiling": "8"},
        {"cadences": {"regular": -1}},
    ],
)
def test_a_member_out_of_shape_is_left_out(member: dict[str, Any]) -> None:
    assert read_network(written({"name": "Aino"})).member is not None
    assert read_network(written({"name": "Aino", **member})).member is None
