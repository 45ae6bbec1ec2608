"""What an updated file updates, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.domain.people.identity.source_updates import remembered, source_values_of, update
from tests.strategies import contacts

ANNA = Contact(
    "1",
    "Anna Virtanen",
    organization="Valio",
    title="trainee",
    emails=(Labelled("anna@valio.example", "work"),),
    phones=(Labelled("+358 40 555 0101", "mobile"), Labelled("+358 9 555 0100", "work")),
)
SAID = source_values_of([ANNA])


def test_what_the_source_says_otherwise_now_takes_the_place_of_what_it_said() -> None:
    moved = replace(
        ANNA,
        organization="Fazer",
        title="brand lead",
        birthday=Birthday(5, 14, 1999),
        phones=(Labelled("+358 50 555 0199", "mobile"), Labelled("+358 9 555 0100", "work")),
    )
    assert update(ANNA, moved, SAID) == moved


def test_what_the_person_changed_since_stays() -> None:
    mine = replace(ANNA, title="my friend at Valio", phones=(*ANNA.phones, Labelled("112")))
    moved = replace(ANNA, title="brand lead", organization="Fazer")
    updated = update(mine, moved, SAID)
    assert (updated.title, updated.organization) == ("my friend at Valio", "Fazer")
    assert updated.phones == mine.phones


def test_what_the_source_has_no_longer_stays() -> None:
    assert update(ANNA, Contact("", "Anna Virtanen"), SAID) == ANNA


def test_nothing_that_was_said_is_known_of_nothing_but_filled_in() -> None:
    moved = replace(ANNA, title="brand lead", emails=(Labelled("anna@fazer.example", "work"),))
    assert update(ANNA, moved, {}) == fill_in(ANNA, moved)


def test_an_entry_takes_the_place_of_the_one_with_its_label_only_where_there_are_others() -> None:
    other = replace(ANNA, phones=(Labelled("+358 50 555 0199", "home"), Labelled("+358 50 555 0198", "work")))
    assert [phone.value for phone in update(ANNA, other, SAID).phones] == [
        "+358 40 555 0101",
        "+358 50 555 0198",
        "+358 50 555 0199",
    ]


def test_a_single_entry_takes_the_place_of_the_only_one_whatever_its_label() -> None:
    moved = replace(ANNA, emails=(Labelled("anna@fazer.example", "internet"),))
    assert update(ANNA, moved, SAID).emails == moved.emails


def test_two_cards_of_one_file_that_differ_do_not_take_turns() -> None:
    said = source_values_of([ANNA, replace(ANNA, title="boss")])
    assert update(ANNA, replace(ANNA, title="boss"), said) == ANNA
    assert update(replace(ANNA, title="boss"), ANNA, said).title == "boss"


@given(known=contacts(), incoming=contacts(), now=contacts())
def test_what_came_in_once_changes_nothing_when_it_comes_again(known: Contact, incoming: Contact, now: Contact) -> None:
    updated = update(known, now, source_values_of([incoming]))
    assert update(updated, now, source_values_of([now])) == updated


@given(known=contacts(), incoming=contacts(), said=contacts())
def test_whatever_the_source_did_not_say_is_still_there(known: Contact, incoming: Contact, said: Contact) -> None:
    was_said = source_values_of([said])
    updated = update(known, incoming, was_said)
    for name in ("emails", "phones", "urls"):
        mine = [item for item in getattr(known, name) if item.value not in was_said.get(name, ())]
        if not was_said.get(name):
            assert set(mine) <= set(getattr(updated, name))
    for name in ("organization", "title", "name"):
        value = getattr(known, name)
        if value and value not in was_said.get(name, ()):
            assert getattr(updated, name) == value


@given(st.lists(st.sampled_from("abcdefghijkl"), max_size=30))
def test_of_many_sources_those_that_spoke_last_are_remembered(sources: list[str]) -> None:
    before: dict[str, dict[str, list[str]]] = {}
    for place, source in enumerate(sources):
        before = dict(remembered(before, source, {"name": [str(place)]}))  # type: ignore[arg-type]
    latest = list(dict.fromkeys(reversed(sources)))[:8]
    assert list(reversed(before)) == latest
