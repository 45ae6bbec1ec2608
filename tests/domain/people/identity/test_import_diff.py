"""What an import adds to somebody, and what it leaves as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_diff import additions, left_as_it_is, nouns_left
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.properties import SIMPLE
from tests import strategies

ANNA = Contact("1", "Anna Virtanen", title="Brand lead", birthday=Birthday(5, 14), cadence=42, met="Slush")


def with_value(name: str, value: object) -> Contact:
    return replace(ANNA, **{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"title": "", "birthday": None, "cadence": None, "met": ""}, []),
        ({"title": "CEO"}, [("title", "Brand lead", "CEO")]),
        ({"birthday": Birthday(5, 15, 1988)}, [("birthday", "14 May", "15 May 1988")]),
        ({"cadence": 0}, [("cadence", "every 6 weeks", "no reminders")]),
        ({"name": "Anna V"}, [("name", "Anna Virtanen", "Anna V")]),
        ({"organization": "Valimo"}, []),
    ],
)
def test_what_stays_is_told_where_the_file_says_otherwise(
    change: dict[str, object], told: list[tuple[str, str, str]]
) -> None:
    assert left_as_it_is(ANNA, replace(ANNA, **change)) == told  # type: ignore[arg-type]


def test_every_line_and_choice_that_stays_is_named() -> None:
    for row in SIMPLE:
        here, there = ("one", "two") if row.kind == "line" else row.choices[:2]
        known, incoming, blank = (with_value(row.name, each) for each in (here, there, None))
        assert [words for words, _, _ in left_as_it_is(known, incoming)] == [row.title]
        assert nouns_left(known, incoming) == nouns_left(known, blank) == [row.title]
    changed = replace(ANNA, title="CEO", birthday=None, step=Step.CUSTOMER, notes="x", archived=True, emails=())
    assert nouns_left(ANNA, changed) == ["title", "birthday", "step", "notes", "archived"]


@given(strategies.contacts(), strategies.contacts())
def test_nothing_is_both_added_and_left_as_it_is(known: Contact, incoming: Contact) -> None:
    added = {words for words, _ in additions(known, fill_in(known, incoming))} - {"name"}
    assert added.isdisjoint(words for words, _, _ in left_as_it_is(known, incoming))


def test_whoever_introduced_somebody_is_told_by_name() -> None:
    known = Contact("1", "Anna")
    assert additions(known, replace(known, via="7"), {"7": "Bo"}.__getitem__) == [("introduced by", "Bo")]
    assert additions(known, replace(known, via="Aunt Liisa")) == [("introduced by", "Aunt Liisa")]
