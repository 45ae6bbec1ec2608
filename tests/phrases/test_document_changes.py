"""What a change did, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.records import (
    contact_document,
    followup_document,
    interaction_document,
    member_document,
)
from netkeeper.phrases.document_changes import PropertyChange, Teller
from tests import strategies

TODAY = date(2026, 11, 23)
NAMES = {"1": "Anna Virtanen", "2": "Pekka Salo"}
TELLER = Teller(TODAY, lambda contact_id: NAMES.get(contact_id, ""))
ANNA = Contact("1", "Anna Virtanen", created="2026-01-01T00:00:00Z")


def changed(after: Contact, before: Contact = ANNA) -> list[tuple[str, str, str]]:
    told = TELLER.describe("contacts", contact_document(before), contact_document(after))
    assert (told.about, told.how) == (after.name, "changed")
    return [(each.label, each.before, each.after) for each in told.differences]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "Anna Korhonen"}, ("name", "Anna Virtanen", "Anna Korhonen")),
        ({"organization": "Valio"}, ("organization", "", "Valio")),
        ({"fields": ("food", "design")}, ("fields", "", "food, design")),
        ({"cadence": 42}, ("how often", "", "every 6 weeks")),
        ({"cadence": 0}, ("how often", "", "no reminders")),
        ({"hopes": (Hope.EMPLOYER,)}, ("hopes", "", "employer")),
        (
            {"emails": (Labelled("a@b.example", "work"), Labelled("c@d.example"))},
            ("email", "", "a@b.example (work), c@d.example"),
        ),
        (
            {"addresses": (Address("home", street="Kauppakatu 1", locality="Tampere"),)},
            ("address", "", "Kauppakatu 1, Tampere (home)"),
        ),
        ({"birthday": Birthday(5, 14, 1988)}, ("birthday", "", "14 May 1988")),
        ({"birthday": Birthday(2, 29)}, ("birthday", "", "29 Feb")),
        ({"via": "2"}, ("introduced by", "", "Pekka Salo")),
        ({"via": "Aunt Liisa"}, ("introduced by", "", "Aunt Liisa")),
        ({"archived": True}, ("in the archive", "", "yes")),
        ({"last_on": TODAY}, ("last contact", "", "today")),
        ({"nudge_from": date(2026, 12, 4)}, ("not before", "", "Fri 4 Dec")),
    ],
)
def test_each_property_of_a_contact_is_told_in_words(change: dict[str, Any], told: tuple[str, str, str]) -> None:
    assert changed(replace(ANNA, **change)) == [told]
    label, before, after = told
    assert changed(ANNA, replace(ANNA, **change)) == [(label, after, before)]


def test_a_step_is_told_with_why() -> None:
    moved = replace(ANNA, step=Step.CUSTOMER, ladder=(StepChange(TODAY, Step.CUSTOMER, "bought a workshop"),))
    assert changed(moved) == [("step", "potential", "customer"), ("why", "", "bought a workshop")]


def test_what_only_the_store_cares_for_is_not_told() -> None:
    assert changed(replace(ANNA, updated="2026-11-23T09:00:00Z", uid="urn:x", first_on=TODAY)) == []


def test_an_interaction_and_a_promise_say_whom_they_are_about() -> None:
    meeting = Interaction("7", date(2026, 11, 2), ("1", "2", "3"), Kind.CALL, "asked", 4, (Signal.INVITED,))
    told = TELLER.describe("interactions", None, interaction_document(meeting))
    assert (told.about, told.how) == ("Call with Anna Virtanen, Pekka Salo, somebody", "added")
    assert told.differences == (
        PropertyChange("day", "", "Mon 2 Nov"),
        PropertyChange("note", "", "asked"),
        PropertyChange("feeling", "", "4"),
        PropertyChange("signals", "", "invited"),
    )
    promise = FollowUp("9", "1", TODAY, "send offer", rrule="FREQ=DAILY;INTERVAL=14")
    told = TELLER.describe(
        "followups",
        followup_document(promise),
        followup_document(replace(promise, due_on=date(2026, 11, 27), status=Status.DONE, rrule="")),
    )
    assert (told.about, told.how) == ("Promise to Anna Virtanen", "changed")
    assert told.differences == (
        PropertyChange("due", "today", "Fri 27 Nov"),
        PropertyChange("comes again", "every 2 weeks", ""),
        PropertyChange("state", "open", "done"),
    )
    assert TELLER.describe("followups", followup_document(promise), None).how == "removed"
    assert TELLER.describe("contacts", None, contact_document(ANNA)).differences == (
        PropertyChange("step", "", "potential"),
    )


def test_the_member_is_told_as_the_settings_call_it() -> None:
    after = Member(
        "Aino",
        pace=3,
        cadences={Step.POTENTIAL: 30, Step.CUSTOMER: 0, Step.REGULAR: 90},
        days_off=DaysOff.of([5, 6], [date(2026, 12, 24), date(2026, 12, 25)]),
        searches={"late": "due:late"},
        graduates_on=date(2027, 6, 2),
    )
    told = TELLER.describe("member", member_document(Member()), member_document(after))
    assert told.about == "You and your review"
    usual = "potential every 30 days, customer every 45 days, regular every 3 months"
    assert told.differences == (
        PropertyChange("name", "", "Aino"),
        PropertyChange("graduation", "", "Wed 2 Jun 2027"),
        PropertyChange("people a day", "5", "3"),
        PropertyChange("how often", usual, "potential every 30 days, customer no reminders, regular every 3 months"),
        PropertyChange("days off", "", "Sat, Sun; Thu 24 Dec to Fri 25 Dec"),
        PropertyChange("saved searches", "", "late: due:late"),
    )


def test_a_table_of_ones_own_is_told_as_it_is_kept() -> None:
    told = TELLER.describe("drawings", {"of": "Anna", "size": [1, 2]}, {"of": "Bo", "size": [1, 2], "ink": True})
    assert (told.about, told.how) == ("drawings", "changed")
    assert told.differences == (PropertyChange("of", "Anna", "Bo"), PropertyChange("ink", "", "true"))
    told = TELLER.describe("drawings", None, {"contact_ids": 7, "contact_id": 7})
    assert told.differences == (PropertyChange("contact_ids", "", "7"), PropertyChange("contact_id", "", "7"))
    assert TELLER.describe("kept", None, {"lines": ["A", "B"]}).differences == (PropertyChange("lines", "", "2 lines"),)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)
NAMED = (
    "name",
    "step",
    "ladder",
    "emails",
    "addresses",
    "birthday",
    "cadence",
    "cadences",
    "days_off",
    "on",
    "via",
    "rrule",
)
documents = st.dictionaries(st.sampled_from(NAMED) | st.text(max_size=4), json_values, max_size=6)


@given(
    st.sampled_from(["contacts", "interactions", "followups", "member", "kept", "offers"]),
    st.none() | documents,
    st.none() | documents,
)
def test_whatever_a_hand_wrote_is_told(table: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
    told = TELLER.describe(table, before, after)
    assert all(difference.before != difference.after for difference in told.differences)


@given(strategies.contacts(), strategies.contacts())
def test_any_two_contacts_can_be_told_apart(one: Contact, other: Contact) -> None:
    labels = {
        difference.label
        for difference in TELLER.describe("contacts", contact_document(one), contact_document(other)).differences
    }
    assert ("name" in labels) == (one.name != other.name)
    assert ("step" in labels) == (one.step is not other.step)
