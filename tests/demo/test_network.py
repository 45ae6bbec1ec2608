from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.actions.review.review import review
from netkeeper.demo.cast import CAST
from netkeeper.demo.network import DemoNetwork, demo_network
from netkeeper.domain.interactions.interaction import Kind, Signal
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.names import name_parts_from
from netkeeper.domain.promises.follow_up import Status, next_occurrence
from netkeeper.phrases.review import why_words
from netkeeper.store.network import Network
from tests.consistency import assert_consistent

MONDAY = date(2026, 11, 23)
AWKWARD_DAYS = [
    date(2028, 2, 29),
    date(2027, 2, 26),
    date(2027, 1, 1),
    date(2026, 12, 31),
    date(2026, 11, 21),
    date(2026, 11, 22),
    date(2027, 3, 16),
]
WEEK = [MONDAY + timedelta(days=days) for days in range(7)]


@pytest.fixture(scope="module")
def network() -> DemoNetwork:
    return demo_network(MONDAY)


def someone(network: DemoNetwork, name: str) -> Contact:
    (found,) = (contact for contact in network.contacts if contact.name == name)
    return found


@pytest.mark.parametrize("today", [*WEEK, *AWKWARD_DAYS], ids=str)
def test_nothing_contradicts_anything(today: date) -> None:
    assert_consistent(demo_network(today), today)


@given(st.dates(date(1970, 1, 1), date(2200, 1, 1)))
def test_nothing_contradicts_anything_on_any_day(today: date) -> None:
    assert_consistent(demo_network(today), today)


@pytest.mark.parametrize("today", [date.min, date.max], ids=str)
def test_it_can_be_made_at_the_ends_of_the_calendar(today: date) -> None:
    assert len(demo_network(today).contacts) == len(CAST)


def test_the_same_day_gives_the_same_network_in_every_process() -> None:
    def hashed_in_a_process(seed: str) -> str:
        code = "from datetime import date; from netkeeper.demo.network import demo_network; import hashlib;"
        code += "print(hashlib.sha256(repr(demo_network(date(2026, 11, 23))).encode()).hexdigest())"
        root = Path(__file__).parents[2]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "SYSTEMROOT": "C:\\Windows"}
        return subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True
        ).stdout.decode()

    assert demo_network(MONDAY) == demo_network(MONDAY)
    assert hashed_in_a_process("1") == hashed_in_a_process("2")


def test_the_same_people_have_the_same_ids_on_every_day(network: DemoNetwork) -> None:
    assert [contact.id for contact in network.contacts] == [contact.id for contact in demo_network(WEEK[3]).contacts]


@pytest.mark.parametrize("today", WEEK, ids=str)
def test_nobody_meets_or_calls_at_the_weekend(today: date) -> None:
    weekend = {interaction.kind for interaction in demo_network(today).interactions if interaction.on.weekday() > 4}

    assert weekend <= {Kind.MESSAGE, Kind.OTHER}


def test_the_diaries_go_back_in_time() -> None:
    for story in CAST:
        days = [entry.ago for entry in story.entries()]
        assert days == sorted(days), story.contact.name
        assert all(days), story.contact.name


@pytest.mark.parametrize("today", WEEK, ids=str)
def test_today_shows_something_of_everything(today: date, tmp_path: Path) -> None:
    kept = Network(str(tmp_path / "demo"))
    made = demo_network(today)
    with kept.transaction("Opened the demo") as draft:
        draft.put_member(made.member)
        for contact in made.contacts:
            draft.put_contact(contact)
        for followup in made.followups:
            draft.put_followup(followup)

    plan = review(kept, today)

    assert [(each.name, why_words(each), each.days_late) for each in plan.promises] == [
        ("Anna Virtanen", "send workshop offer", 3),
        ("Juhani Pesonen", "count the juice labels that are left", 1),
        ("Timo Väisänen", "send the students' feedback in one page", 0),
    ]
    assert (plan.keep_in_touch[0].name, why_words(plan.keep_in_touch[0])) == ("Pekka Salo", "11 weeks, every 6 weeks")
    assert [(each.name, why_words(each)) for each in plan.stretch] == [("Maija Lehto", "nothing logged · design")]
    assert 4 <= plan.waiting <= 9
    assert sum("birthday" in why_words(each) for each in plan.occasions) >= 3


def test_the_ladder_is_a_pyramid(network: DemoNetwork) -> None:
    assert Counter(contact.step for contact in network.contacts) == {
        Step.POTENTIAL: 29,
        Step.CUSTOMER: 9,
        Step.REGULAR: 4,
    }
    climbed = [contact for contact in network.contacts if len(contact.ladder) > 1]
    assert all(change.reason for contact in climbed for change in contact.ladder[1:])
    assert any(
        later.step.height < earlier.step.height for contact in climbed for earlier, later in pairwise(contact.ladder)
    ), "somebody has come down again"


def test_there_is_enough_of_every_kind_of_interaction(network: DemoNetwork) -> None:
    assert 330 <= len(network.interactions) <= 370
    kinds = Counter(interaction.kind for interaction in network.interactions)
    assert all(kinds[kind] >= 25 for kind in Kind if kind not in (Kind.OTHER, Kind.TRIED))
    assert kinds[Kind.OTHER] >= 1
    feelings = Counter(interaction.feeling for interaction in network.interactions)
    assert set(feelings) == {None, 1, 2, 3, 4, 5}
    signals = Counter(signal for interaction in network.interactions for signal in interaction.signals)
    assert all(signals[signal] >= 5 for signal in Signal)
    assert sum(len(interaction.contact_ids) > 1 for interaction in network.interactions) >= 10
    assert (MONDAY - network.interactions[0].on).days >= 725
    assert all(interaction.note for interaction in network.interactions)


def test_interactions_are_said_once(network: DemoNetwork) -> None:
    (again, times), *_ = Counter(interaction.note for interaction in network.interactions).most_common(1)

    assert times == 1, again


def test_every_quarter_has_its_share_and_none_is_empty(network: DemoNetwork) -> None:
    quarters = Counter((MONDAY - interaction.on).days // 91 for interaction in network.interactions)

    assert min(quarters[quarter] for quarter in range(8)) >= 12


def test_followups_are_open_around_today_and_closed_before_it(network: DemoNetwork) -> None:
    states = Counter(followup.status for followup in network.followups)
    assert states[Status.OPEN] >= 10
    assert states[Status.DONE] >= 30
    assert states[Status.DROPPED] >= 4
    days_ahead = sorted((each.due_on - MONDAY).days for each in network.followups if each.is_open)
    assert days_ahead[0] == -3
    assert sum(days <= 0 for days in days_ahead) == 3
    assert sum(0 < days <= 14 for days in days_ahead) >= 5
    assert network.member.graduates_on is not None
    assert any(each.due_on > network.member.graduates_on for each in network.followups)
    assert [each.snoozes for each in network.followups if each.snoozes] == [2]


@pytest.mark.parametrize("today", [MONDAY, *AWKWARD_DAYS], ids=str)
def test_the_monthly_promise_is_where_its_rule_puts_it(today: date) -> None:
    monthly = [each for each in demo_network(today).followups if each.rrule]

    assert len(monthly) == 7
    assert [each.status for each in monthly] == [Status.DONE] * 6 + [Status.OPEN]
    assert today + timedelta(days=7) < monthly[-1].due_on <= today + timedelta(days=12)
    for earlier, later in pairwise(monthly):
        assert next_occurrence(earlier, earlier.due_on) == later.due_on


def test_the_member_is_as_settings_leave_one(network: DemoNetwork) -> None:
    member = network.member

    assert member.name
    assert member.team
    assert member.pace == 5
    assert member.fields == ("design", "food", "events")
    assert member.graduates_on == MONDAY + timedelta(days=191)


def test_contacts_are_filled_in_many_ways(network: DemoNetwork) -> None:
    people = network.contacts

    assert sum(contact.archived for contact in people) == 2
    assert sum(contact.last_on is None for contact in people) >= 4
    assert sum(contact.cadence == 0 and not contact.archived for contact in people) == 1
    assert sum(bool(contact.cadence) for contact in people) >= 6
    assert sum(contact.nudge_from is not None for contact in people) == 1
    assert sum(bool(contact.hopes) for contact in people) >= 25
    assert sum(bool(contact.addresses) for contact in people) >= 6
    assert sum(bool(contact.urls) for contact in people) >= 10
    assert sum(len(contact.phones) > 1 for contact in people) >= 3
    assert sum(len(contact.emails) > 1 for contact in people) >= 8
    assert sum(not contact.emails and not contact.phones for contact in people) >= 4
    assert all(contact.notes and contact.met for contact in people)
    assert "{" not in "".join(contact.met for contact in people)
    assert len({field for contact in people for field in contact.fields}) >= 12


def test_birthdays_come_with_and_without_a_year_and_on_a_leap_day(network: DemoNetwork) -> None:
    birthdays = [contact.birthday for contact in network.contacts if contact.birthday]

    assert len(birthdays) >= 25
    assert sum(birthday.year is None for birthday in birthdays) >= 4
    assert sum((birthday.month, birthday.day) == (2, 29) for birthday in birthdays) == 1
    assert sum((birthday.next_on(MONDAY) - MONDAY).days <= 7 for birthday in birthdays) >= 3


def test_introductions_make_chains(network: DemoNetwork) -> None:
    by_id = {contact.id: contact for contact in network.contacts}
    via = {contact.id: contact.via for contact in network.contacts if contact.via in by_id}

    assert len(via) >= 20
    assert sum(via[each] in via for each in via) >= 5, "introduced by somebody who was introduced"
    assert sum(bool(contact.via) and contact.via not in by_id for contact in network.contacts) == 1
    for each, introducer in via.items():
        assert by_id[introducer].created[:10] <= by_id[each].created[:10], by_id[each].name


def test_some_are_hard_to_lay_out(network: DemoNetwork) -> None:
    assert max(len(contact.title) for contact in network.contacts) > 80
    assert max(len(contact.organization) for contact in network.contacts) > 60
    assert any("\N{OWL}" in contact.notes for contact in network.contacts)
    assert someone(network, "Nguyễn Thị Hoa").name_parts.family == "Nguyễn"
    assert any("\u0600" < character < "\u0700" for contact in network.contacts for character in contact.notes)
    assert sum(contact.name.endswith(" Virtanen") for contact in network.contacts) == 2


def test_names_have_their_parts(network: DemoNetwork) -> None:
    assert all(
        contact.name_parts == name_parts_from(contact.name)
        for contact in network.contacts
        if contact.name != "Nguyễn Thị Hoa"
    )


def test_nobody_can_be_reached_by_what_is_made_up(network: DemoNetwork) -> None:
    emails = [email.value for contact in network.contacts for email in contact.emails]
    phones = [phone.value for contact in network.contacts for phone in contact.phones]
    urls = [url.value for contact in network.contacts for url in contact.urls]

    assert all(re.fullmatch(r"[a-z.\d-]+@[a-z\d-]+\.example", email) for email in emails)
    assert all(re.fullmatch(r"https://[a-z\d-]+\.example(/[a-z]+)?", url) for url in urls)
    assert all(re.fullmatch(r"\+358 40 555 01\d\d", phone) for phone in phones)
    assert len(set(emails)) == len(emails)
    assert len(set(phones)) == len(phones)


def test_it_reads_the_same_in_every_season(network: DemoNetwork) -> None:
    seasons = re.compile(
        r"\b(spring|summer|autumn|winter|christmas|easter|midsummer|new year|snow|january|february|march|april|"
        r"june|july|august|september|october|november|december)\b",
        re.IGNORECASE,
    )
    texts = [interaction.note for interaction in network.interactions]
    texts += [followup.what for followup in network.followups]
    texts += [text for contact in network.contacts for text in (contact.notes, contact.met)]

    assert [text for text in texts if seasons.search(text)] == []


def test_it_is_light_to_import() -> None:
    heavy = {"dateutil", "random", "hashlib", "pathlib", "tomllib", "json", "tinydb", "textual", "click"}
    code = "import sys; import netkeeper.demo.network; print(*sys.modules)"
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        env={"PYTHONPATH": root, "SYSTEMROOT": "C:\\Windows"},
        capture_output=True,
        check=True,
    )

    assert heavy.isdisjoint(done.stdout.decode().split())
