"""What an import adds to somebody, and what it leaves as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.identity.import_diff import (
    Addition,
    additions,
    left_as_it_is,
    properties_left,
    replacements,
)
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.properties import SIMPLE
from netkeeper.phrases.property_values import property_noun, value_words
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
    left = left_as_it_is(ANNA, replace(ANNA, **change))  # type: ignore[arg-type]
    assert [
        (property_noun(name), value_words(name, here), value_words(name, there)) for name, here, there in left
    ] == told


def test_every_line_and_choice_that_stays_is_named() -> None:
    for row in SIMPLE:
        here, there = ("one", "two") if row.kind == "line" else row.choices[:2]
        known, incoming, blank = (with_value(row.name, each) for each in (here, there, None))
        assert [each.name for each in left_as_it_is(known, incoming)] == [row.name]
        assert properties_left(known, incoming) == properties_left(known, blank) == [row.name]
    changed = replace(ANNA, title="CEO", birthday=None, step=Step.CUSTOMER, notes="x", archived=True, emails=())
    assert properties_left(ANNA, changed) == ["title", "birthday", "step", "notes", "archived"]


@given(strategies.contacts(), strategies.contacts())
def test_nothing_is_both_added_and_left_as_it_is(known: Contact, incoming: Contact) -> None:
    added = {each.name for each in additions(known, fill_in(known, incoming))} - {"name"}
    assert added.isdisjoint(each.name for each in left_as_it_is(known, incoming))


def test_whoever_introduced_somebody_is_told_by_name() -> None:
    known = Contact("1", "Anna")
    assert list(additions(known, replace(known, via="7"))) == [Addition("via", "7")]
    assert (property_noun("via"), value_words("via", "7", {"7": "Bo"}.__getitem__)) == ("introduced by", "Bo")
    assert value_words("via", "Aunt Liisa") == "Aunt Liisa"


def test_only_what_is_new_is_told_of_lists_and_notes() -> None:
    known = Contact("1", "Anna", fields=("food",), notes="old", emails=(Labelled("a@b.example"),))
    updated = replace(known, fields=("food", "design"), notes="old\nnew", emails=(Labelled("c@d.example"),))
    assert list(additions(known, updated)) == [Addition("fields", ("design",)), Addition("notes", "new")]
    assert [(each.name, value_words(each.name, each.after)) for each in replacements(known, updated)] == [
        ("emails", "c@d.example")
    ]
