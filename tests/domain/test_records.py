"""Domain objects go into documents and come back as they were; documents are plain JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.records import (
    Fields,
    contact_document,
    contact_from,
    followup_document,
    followup_from,
    interaction_document,
    interaction_from,
    member_document,
    member_from,
)
from tests.strategies import simple

text = st.text(max_size=12)
filled = st.text(min_size=1, max_size=12)
maybe_day = st.none() | st.dates()
ids = st.integers(10**14, 10**15 - 1).map(str)


def several(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(one, max_size=2).map(tuple)


labelled = several(st.builds(Labelled, filled, text))
birthdays = st.dates().flatmap(
    lambda day: st.sampled_from([Birthday(day.month, day.day, day.year), Birthday(day.month, day.day)])
)
OF_A_CONTACT: dict[str, st.SearchStrategy[Any]] = {
    "id": ids,
    "name": filled,
    "name_parts": st.builds(NameParts, text, text, text, text, text),
    "organization": text,
    "title": text,
    "emails": labelled,
    "phones": labelled,
    "urls": labelled,
    "addresses": several(st.builds(Address, text, text, text, text, text, text, text, text)),
    "birthday": st.none() | birthdays,
    "fields": several(filled),
    "step": st.sampled_from(Step),
    "ladder": several(st.builds(StepChange, st.dates(), st.sampled_from(Step), text)),
    "hopes": several(st.sampled_from(Hope)),
    "met": text,
    "via": text,
    "notes": text,
    "cadence": st.none() | st.integers(0, 3650),
    **simple(),
    "archived": st.booleans(),
    "unsorted": st.booleans(),
    "of_team": st.booleans(),
    "uid": text,
    "merged": several(filled),
    "nudge_from": maybe_day,
    "first_turn_on": maybe_day,
    "first_on": maybe_day,
    "last_on": maybe_day,
    "tried_on": maybe_day,
    "created": text,
    "updated": text,
}
contacts = st.builds(Contact, **OF_A_CONTACT)
interactions = st.builds(
    Interaction,
    id=ids,
    on=st.dates(),
    contact_ids=st.lists(ids, min_size=1, max_size=3).map(tuple),
    kind=st.sampled_from(Kind),
    note=text,
    feeling=st.none() | st.integers(1, 5),
    signals=several(st.sampled_from(Signal)),
    created=text,
)
followups = st.builds(
    FollowUp,
    id=ids,
    contact_id=ids,
    due_on=st.dates(),
    what=text,
    status=st.sampled_from(Status),
    closed_on=maybe_day,
    rrule=text,
    anchor_on=maybe_day,
    snoozes=st.integers(0, 99),
    created=text,
)
cadences = st.fixed_dictionaries({step: st.integers(0, 400) for step in Step})
members = st.builds(
    Member,
    name=text,
    team=text,
    graduates_on=maybe_day,
    fields=several(filled),
    pace=st.integers(0, 50),
    cadences=cadences,
    days_off=st.builds(DaysOff.of, st.lists(st.integers(0, 6)), st.lists(st.dates(), max_size=3), st.booleans()),
    searches=st.dictionaries(filled, text, max_size=2),
    region=st.sampled_from(["FI", "SE"]),
    shared_domains=several(filled),
    apart=st.frozensets(st.tuples(ids, ids), max_size=2),
    welcomed=st.booleans(),
    columns=st.dictionaries(filled, text, max_size=2),
)
KINDS: list[tuple[st.SearchStrategy[Any], Callable[[Any], Fields], Callable[[str, Fields], Any]]] = [
    (contacts, contact_document, contact_from),
    (interactions, interaction_document, interaction_from),
    (followups, followup_document, followup_from),
    (members, member_document, lambda _, document: member_from(document)),
]


@given(st.one_of([st.tuples(objects, st.just(encode), st.just(decode)) for objects, encode, decode in KINDS]))
def test_every_object_comes_back_from_its_document(
    case: tuple[Any, Callable[[Any], Fields], Callable[[str, Fields], Any]],
) -> None:
    thing, encode, decode = case
    document = encode(thing)
    assert json.loads(json.dumps(document)) == document
    assert decode(getattr(thing, "id", ""), document) == thing


def test_every_property_of_a_contact_is_tried() -> None:
    assert OF_A_CONTACT.keys() == {field.name for field in fields(Contact)}


def test_a_document_leaves_out_what_is_empty() -> None:
    assert contact_document(Contact("1", "Anna")) == {"name": "Anna", "step": "potential"}
    assert interaction_document(Interaction("1", date(2026, 11, 23), ("2",))) == {
        "on": "2026-11-23",
        "contact_ids": ["2"],
        "kind": "meeting",
    }
    assert followup_document(FollowUp("1", "2", date(2026, 11, 23))) == {
        "contact_id": "2",
        "due_on": "2026-11-23",
        "status": "open",
    }


def test_no_reminders_wanted_is_told_from_nothing_said() -> None:
    assert contact_document(Contact("1", "Anna", cadence=0))["cadence"] == 0
    assert "cadence" not in contact_document(Contact("1", "Anna"))
    assert member_from(member_document(Member(pace=0))).pace == 0


def test_a_member_nobody_has_introduced_is_the_usual_one() -> None:
    assert member_from({}) == Member()
    assert member_document(Member()).keys() == {"pace", "cadences"}
    assert member_from({"cadences": {"customer": 10}}).cadences == {**Member().cadences, Step.CUSTOMER: 10}
