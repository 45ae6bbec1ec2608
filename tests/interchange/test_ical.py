"""Calendars: what is promised and when people were born, for a phone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.promises.follow_up import FollowUp, Status, every_days, every_months, next_occurrence
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.ical import write_calendar
from netkeeper.interchange.text import writable_text
from netkeeper.interchange.vcard.values import unescape
from tests.strategies import contacts, days, followups

ANNA = Contact("123456789012345", "Anna Virtanen", organization="Valimo", phones=(Labelled("+358 40 555 0101"),))
PROMISE = FollowUp("223456789012345", ANNA.id, date(2026, 12, 10), "send the offer", created="2026-11-02T18:00:00Z")


def written(*followups: FollowUp, contact: Contact = ANNA, events: bool = False) -> Any:
    data = write_calendar(Outgoing((WriteContact(contact),), records={"followups": followups}, as_events=events))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return icalendar.Calendar.from_ical(data)


def days_of(entry: Any, count: int) -> list[date]:
    """The first days of an entry as a calendar shows them."""
    start = (entry.get("due") or entry.get("dtstart")).dt
    if "rrule" not in entry:
        return [start]
    rule = rrulestr(entry["rrule"].to_ical().decode(), dtstart=datetime.combine(start, datetime.min.time()))
    return [moment.date() for _, moment in zip(range(count), rule, strict=False)]


def test_a_promise_is_a_to_do_with_its_day_and_an_alarm_in_the_morning() -> None:
    (todo,) = written(PROMISE).walk("VTODO")
    assert str(todo["summary"]) == "Anna Virtanen: send the offer"
    assert todo["due"].params["VALUE"] == "DATE"
    assert todo["due"].dt == date(2026, 12, 10)
    assert "dtstart" not in todo
    assert todo["uid"] == "followup-223456789012345@netkeeper"
    assert todo["dtstamp"].dt == datetime.fromisoformat("2026-11-02T18:00:00Z")
    assert "+358 40 555 0101" in todo["description"]
    (alarm,) = todo.walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm["trigger"].dt == timedelta(hours=9)
    assert alarm["trigger"].params["RELATED"] == "END"


def test_as_an_event_it_takes_the_whole_day_and_leaves_it_free() -> None:
    (event,) = written(PROMISE, events=True).walk("VEVENT")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 12, 10), date(2026, 12, 11))
    assert event["transp"] == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(hours=9)
    assert "RELATED" not in alarm["trigger"].params


def test_what_is_closed_or_with_somebody_else_stays_out() -> None:
    closed = replace(PROMISE, status=Status.DONE, closed_on=date(2026, 11, 1))
    elsewhere = replace(PROMISE, contact_id="923456789012345")
    assert written(closed, elsewhere).walk("VTODO") == []


def test_the_31st_stays_the_last_day_of_shorter_months() -> None:
    monthly = replace(PROMISE, due_on=date(2026, 12, 31), rrule=every_months(1), anchor_on=date(2026, 8, 31))
    (todo,) = written(monthly).walk("VTODO")
    assert days_of(todo, 4) == [date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]
    assert todo["dtstart"].dt == todo["due"].dt


def test_putting_off_one_occurrence_does_not_move_the_rule() -> None:
    weekly = replace(PROMISE, due_on=date(2026, 12, 9), rrule=every_days(7), anchor_on=date(2026, 12, 1))
    moved, following = written(weekly).walk("VTODO")
    assert days_of(moved, 3) == [date(2026, 12, 9)]
    assert days_of(following, 2) == [date(2026, 12, 15), date(2026, 12, 22)]
    assert moved["uid"] != following["uid"]


def test_a_count_ends_where_it_ended_from_the_anchor() -> None:
    rule = every_days(7) + ";COUNT=3"
    third = replace(PROMISE, due_on=date(2026, 12, 8), rrule=rule, anchor_on=date(2026, 12, 1))
    (todo,) = written(third).walk("VTODO")
    assert days_of(todo, 9) == [date(2026, 12, 8), date(2026, 12, 15)]


def test_a_rule_that_cannot_be_read_leaves_the_day() -> None:
    (todo,) = written(replace(PROMISE, rrule="FREQ=NEVER")).walk("VTODO")
    assert "rrule" not in todo


@given(st.integers(1, 400), days(), st.integers(0, 40), st.booleans())
def test_a_calendar_shows_the_days_that_netkeeper_goes_on_with(every: int, anchor: date, at: int, months: bool) -> None:
    rule = every_months(every % 24 + 1) if months else every_days(every)
    due = anchor
    for _ in range(at % 4):
        due = next_occurrence(FollowUp("1", "1", due, rrule=rule, anchor_on=anchor), due) or due
    promise = replace(PROMISE, due_on=due, rrule=rule, anchor_on=anchor)
    (todo,) = written(promise).walk("VTODO")
    expected = [due]
    for _ in range(3):
        following = next_occurrence(replace(promise, due_on=expected[-1]), expected[-1])
        assert following is not None
        expected.append(following)
    assert days_of(todo, 4) == expected


@pytest.mark.parametrize(
    ("birthday", "first", "following"),
    [
        (Birthday(5, 14, 1988), date(1988, 5, 14), date(1989, 5, 14)),
        (Birthday(5, 14), date(1972, 5, 14), date(1973, 5, 14)),
        (Birthday(2, 29, 2000), date(2000, 2, 29), date(2001, 2, 28)),
        (Birthday(2, 29), date(1972, 2, 29), date(1973, 2, 28)),
        (Birthday(5, 14, 1850), date(1972, 5, 14), date(1973, 5, 14)),
    ],
)
def test_a_birthday_comes_every_year(birthday: Birthday, first: date, following: date) -> None:
    (event,) = written(contact=replace(ANNA, birthday=birthday)).walk("VEVENT")
    assert days_of(event, 2) == [first, following]
    assert str(event["summary"]) == "Anna Virtanen's birthday" + (f" ({birthday.year})" if birthday.year else "")
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)


def test_whoever_is_put_away_has_no_birthday_in_it() -> None:
    assert written(contact=replace(ANNA, birthday=Birthday(5, 14), archived=True)).walk("VEVENT") == []


def test_the_same_network_gives_the_same_bytes() -> None:
    outgoing = Outgoing((WriteContact(replace(ANNA, birthday=Birthday(5, 14))),), records={"followups": (PROMISE,)})
    assert write_calendar(outgoing) == write_calendar(outgoing)


@given(contacts(), followups(), st.booleans())
def test_icalendar_reads_all_that_is_written(contact: Contact, followup: FollowUp, events: bool) -> None:
    contact = replace(contact, archived=False)
    calendar = written(replace(followup, contact_id=contact.id), contact=contact, events=events)
    assert calendar.errors == []
    entries = [each for each in calendar.subcomponents if each["uid"].startswith("followup-")]
    (entry,) = entries
    assert entry.errors == []
    assert days_of(entry, 1) == [followup.due_on]
    data = write_calendar(
        Outgoing((WriteContact(contact),), records={"followups": (replace(followup, contact_id=contact.id),)})
    )
    summary = re.search(rb"^SUMMARY:(.*)\r$", data.replace(b"\r\n ", b""), re.MULTILINE)
    assert summary is not None
    assert unescape(summary[1].decode()) == writable_text(f"{contact.name}: {followup.what or 'be in touch'}")
    assert len(calendar.walk("VEVENT")) == events + (contact.birthday is not None)
