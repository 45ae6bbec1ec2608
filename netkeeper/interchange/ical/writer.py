"""Writing follow-ups and birthdays as an iCalendar file (RFC 5545).

Follow-ups are to-dos (VTODO) with an alarm, or events (VEVENT) for calendars that ignore to-dos, such as
Google's and Outlook's. Birthdays are yearly all-day events.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from icalendar import Alarm, Calendar, Event, Todo
from icalendar.prop import vRecur, vText

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.same_promise import without_duplicates
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.ical.rules import Series, series_of
from netkeeper.interchange.text import writable_text
from netkeeper.interchange.vcard.values import escape
from netkeeper.override import override

if TYPE_CHECKING:
    pass

PRODUCT = "-//netkeeper//netkeeper//EN"

ALARM_AT = timedelta(hours=9)
"""Time of alarms, from the start of the day."""

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_LEAP_YEAR = 1972
_FIRST_YEAR = 1900
"""Calendar programs reject earlier years; older birthdays start in ``_LEAP_YEAR``, with the year in the summary."""


class _Text(vText):
    r"""Text escaped as in section 3.3.11; icalendar's own class takes a literal ``\N`` for a line break."""

    @override
    def to_ical(self) -> bytes:
        """The value of a content line."""
        return escape(str(self)).encode("utf-8")


def write_calendar(outgoing: Outgoing) -> bytes:
    """Write open follow-ups and birthdays: UTF-8, CRLF, lines folded at 75 octets.

    The same network gives the same bytes and UIDs, so that importing the file again updates entries instead of
    duplicating them.

    Args:
        outgoing: The network; ``as_events`` makes follow-ups events (VEVENT) instead of to-dos (VTODO).
    """
    calendar = Calendar()
    for name, value in (
        ("prodid", PRODUCT),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("x-wr-calname", "netkeeper"),
    ):
        calendar.add(name, value)
    people = {card.contact.id: card.contact for card in outgoing.cards}
    # Older versions could store the same follow-up several times; it gets one alarm.
    for followup in without_duplicates(each for each in outgoing.followups if each.is_open):
        contact = people.get(followup.contact_id)
        # The review leaves out archived contacts, and so does the calendar.
        if contact is not None and not contact.archived:
            for component in _follow_up(followup, contact, is_event=outgoing.as_events):
                calendar.add_component(component)
    for contact in people.values():
        if contact.birthday is not None and not contact.archived:
            calendar.add_component(_birthday(contact))
    return bytes(calendar.to_ical())


def _follow_up(followup: FollowUp, contact: Contact, *, is_event: bool) -> Iterator[Event | Todo]:
    """The entries of one follow-up."""
    what = followup.what or "be in touch"
    for series in series_of(followup):
        entry = Event() if is_event else Todo()
        entry.add("uid", f"followup-{followup.id}{series.key}@netkeeper")
        entry.add("dtstamp", _moment(followup.created))
        entry.add("summary", _text(f"{contact.name}: {what}"))
        _describe(entry, contact)
        _set_days(entry, series, is_event=is_event)
        entry.add_component(_alarm(f"{contact.name}: {what}", at_the_end=not is_event))
        yield entry


def _set_days(entry: Event | Todo, series: Series, *, is_event: bool) -> None:
    """Set the dates and the recurrence of an entry.

    A recurring entry needs a DTSTART (section 3.8.2.4). For a to-do, DUE is then the same day, as to-do programs
    write it: the day after, which section 3.8.2.3 asks for, would be shown as the due day.
    """
    if is_event:
        entry.add("dtstart", series.on)
        entry.add("dtend", _day_after(series.on))
        entry.add("transp", "TRANSPARENT")
    else:
        if series.rrule:
            entry.add("dtstart", series.on)
        entry.add("due", series.on)
        entry.add("status", "NEEDS-ACTION")
    if series.rrule:
        entry.add("rrule", vRecur.from_ical(series.rrule))


def _birthday(contact: Contact) -> Event:
    """A yearly event; 29 February recurs on the last day of the month."""
    birthday = contact.birthday
    assert birthday is not None
    name = contact.name
    event = Event()
    event.add("uid", f"birthday-{contact.id}@netkeeper")
    event.add("dtstamp", _moment(contact.updated))
    event.add("summary", _text(f"{name}'s birthday" + (f" ({birthday.year})" if birthday.year else "")))
    _describe(event, contact)
    year = birthday.year if birthday.year and birthday.year >= _FIRST_YEAR else _LEAP_YEAR
    on = birthday.in_year(year)
    event.add("dtstart", on)
    event.add("dtend", _day_after(on))
    rule: dict[str, Any] = {"freq": "yearly"}
    if (birthday.month, birthday.day) == (2, 29):
        rule |= {"bymonth": 2, "bymonthday": -1}
    event.add("rrule", rule)
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(f"{name}'s birthday", at_the_end=False))
    return event


def _describe(entry: Event | Todo, contact: Contact) -> None:
    """Add position, phones and emails as description, and fields as categories."""
    reach = [item.value for item in (*contact.phones, *contact.emails)]
    lines = [", ".join(part for part in (contact.title, contact.organization) if part), *reach]
    if text := "\n".join(line for line in lines if line):
        entry.add("description", _text(text))
    if contact.fields:
        entry.add("categories", [writable_text(field) for field in contact.fields])


def _alarm(text: str, *, at_the_end: bool) -> Alarm:
    """An alarm at ``ALARM_AT`` on the due day of a to-do (its end) or the first day of an event."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _text(text))
    alarm.add("trigger", ALARM_AT, parameters={"RELATED": "END"} if at_the_end else {})
    return alarm


def _text(text: str) -> _Text:
    return _Text(writable_text(text))


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _moment(stamp: str) -> datetime:
    """An audit time; 1970 if it is missing or invalid, so that the file does not depend on the current time."""
    try:
        return datetime.fromisoformat(stamp) if stamp else _NEVER
    except ValueError:
        return datetime.combine(date(1970, 1, 1), time(), UTC)
