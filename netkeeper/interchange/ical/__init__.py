"""iCalendar: follow-ups and birthdays for a calendar (RFC 5545)."""

from netkeeper.interchange.ical.writer import write_calendar

__all__ = ["write_calendar"]
