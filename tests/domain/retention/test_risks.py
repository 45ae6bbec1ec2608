"""Who lasts past graduation, and who may be lost and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.retention.academy_domains import has_private_channel
from netkeeper.domain.retention.risks import AtRisk, Risk, at_risk, is_lasting, risks_of
from netkeeper.phrases.risks import risk_words
from tests.strategies import contacts

TODAY = date(2026, 11, 23)
MEMBER = Member(graduates_on=date(2027, 6, 2), shared_domains=("academy.example",))
ANNA = Contact(
    "100000000000001",
    "Anna",
    emails=(Labelled("anna@valio.example"),),
    first_on=date(2026, 1, 1),
    last_on=date(2026, 11, 1),
    created="2026-01-01T00:00:00Z",
)
AFTER = FollowUp("200000000000001", ANNA.id, date(2027, 8, 1))


def kinds(contact: Contact, *followups: FollowUp) -> list[Risk]:
    return [each.risk for each in risks_of(contact, followups, MEMBER, TODAY)]


def test_whoever_is_reached_warm_ones_own_and_planned_lasts() -> None:
    assert kinds(ANNA, AFTER) == []
    assert is_lasting(ANNA, [AFTER], MEMBER, TODAY)


@pytest.mark.parametrize(
    ("changed", "risk"),
    [
        ({"emails": ()}, Risk.UNREACHABLE),
        ({"emails": (Labelled("n/a"),), "phones": (Labelled("ask Maija"),)}, Risk.UNREACHABLE),
        ({"emails": (Labelled("noreply@valio.example"),)}, Risk.UNREACHABLE),
        ({"emails": (Labelled("anna@academy.example"),)}, Risk.SHARED_ADDRESS),
        ({"emails": (Labelled("anna@students.Academy.example"),)}, Risk.SHARED_ADDRESS),
        ({"of_team": True}, Risk.OF_TEAM),
        ({"first_on": None, "last_on": None}, Risk.MET_ONCE),
        ({"first_on": date(2026, 1, 1), "last_on": date(2026, 1, 1)}, Risk.MET_ONCE),
        ({"last_on": date(2026, 9, 1)}, Risk.COLD),
        ({"last_on": date(2026, 4, 1), "cadence": 0}, Risk.COLD),
    ],
)
def test_each_risk_is_told_with_why(changed: dict[str, object], risk: Risk) -> None:
    contact = replace(ANNA, **changed)  # type: ignore[arg-type]
    (found,) = risks_of(contact, [AFTER], MEMBER, TODAY)
    assert found.risk is risk
    assert risk_words(found)


def test_an_address_at_linkedin_is_a_way_to_reach_somebody() -> None:
    linkedin = replace(ANNA, emails=(), urls=(Labelled("https://www.linkedin.com/in/anna"),))
    assert kinds(linkedin, AFTER) == []
    assert kinds(replace(linkedin, urls=(Labelled("https://valio.example"),)), AFTER) == [Risk.UNREACHABLE]
    assert has_private_channel(linkedin, MEMBER.shared_domains)


def test_a_phone_is_private_whatever_the_address() -> None:
    contact = replace(ANNA, emails=(Labelled("anna@academy.example"),), phones=(Labelled("040 555 0101"),))
    assert kinds(contact, AFTER) == []
    assert not has_private_channel(replace(contact, phones=()), ["academy.example"])
    assert has_private_channel(replace(contact, phones=()), ["cademy.example"])


def test_a_promise_for_before_graduation_plans_nothing_after_it() -> None:
    before = replace(AFTER, due_on=date(2027, 6, 2))
    unreminded = replace(ANNA, cadence=0)
    assert kinds(unreminded, before) == [Risk.UNPLANNED]
    assert kinds(unreminded, replace(before, rrule="FREQ=DAILY;INTERVAL=30")) == []
    assert kinds(unreminded, replace(AFTER, status=Status.DONE)) == [Risk.UNPLANNED]


def test_a_cadence_that_is_kept_is_a_plan_and_one_that_is_not_is_none() -> None:
    assert kinds(ANNA) == []
    assert kinds(replace(ANNA, last_on=TODAY - timedelta(days=61))) == [Risk.COLD, Risk.UNPLANNED]


@pytest.mark.parametrize(
    ("changed", "followups", "why"),
    [
        ({}, (), "never met"),
        ({"met": "Slush 2026"}, (), "nothing logged yet"),
        ({"step": Step.CUSTOMER}, (), "nothing logged yet"),
        ({}, (replace(AFTER, status=Status.DONE),), "nothing logged yet"),
    ],
)
def test_never_met_is_said_only_where_nothing_speaks_of_a_meeting(
    changed: dict[str, object], followups: tuple[FollowUp, ...], why: str
) -> None:
    contact = replace(ANNA, first_on=None, last_on=None, **changed)  # type: ignore[arg-type]
    assert risk_words(risks_of(contact, followups, MEMBER, TODAY)[0]) == why


def test_everybody_is_listed_by_why_and_the_archive_is_left_out() -> None:
    bare = Contact("100000000000002", "Bo", created="2026-01-01T00:00:00Z")
    found = at_risk([ANNA, bare, replace(bare, id="3", archived=True)], [AFTER], MEMBER, TODAY)
    assert {risk: [each.contact.name for each in people] for risk, people in found.items()} == {
        Risk.UNREACHABLE: ["Bo"],
        Risk.MET_ONCE: ["Bo"],
        Risk.UNPLANNED: ["Bo"],
    }
    assert list(found) == [risk for risk in Risk if risk in found]


@given(contacts())
def test_a_contact_lasts_just_where_nothing_is_at_risk(contact: Contact) -> None:
    followups = [replace(AFTER, contact_id=contact.id)]
    assert is_lasting(contact, followups, MEMBER, TODAY) == (not risks_of(contact, followups, MEMBER, TODAY))
    warm = replace(
        contact,
        emails=(Labelled("a@b.example"),),
        of_team=False,
        first_on=TODAY - timedelta(400),
        last_on=TODAY,
    )
    assert is_lasting(warm, followups, MEMBER, TODAY)


def test_the_address_that_somebody_is_known_by_is_one_that_answers() -> None:
    contact = Contact("1", "Anna", emails=(Labelled("noreply@x.fi"), Labelled("anna@academy.example")))
    found = AtRisk(contact, Risk.SHARED_ADDRESS)
    assert risk_words(found) == "known only as anna@academy.example"
