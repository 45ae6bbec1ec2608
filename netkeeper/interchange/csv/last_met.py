"""The day of the last contact in a row, from a column such as ``Last contacted`` or ``Viimeksi``."""

from __future__ import annotations

from datetime import date

from netkeeper.domain.text.display import quoted
from netkeeper.interchange.cards import LastMet
from netkeeper.interchange.csv.days import Days, means_no_date, year_after_2000
from netkeeper.interchange.csv.draft import RowDraft

KIND = "last-contact"
"""The kind of these columns."""

HEADER = f"{KIND}.header"
"""Key in ``RowDraft.texts`` of the column's header."""

_FIRST_YEAR = 1971
"""Older years are placeholders of programs for a missing date (1899, 1900, 1970)."""


def last_met_of(draft: RowDraft, days: Days, today: date | None) -> LastMet | None:
    """The last contact of a row; an invalid or future date goes to the notes, with a remark.

    Args:
        today: Later days are rejected; None accepts any day.
    """
    text = draft.texts.get(KIND, "")
    if not text or means_no_date(text):
        return None
    header = draft.texts.get(HEADER, "")
    on, problem = _day(text, days)
    if on is not None and today is not None and on > today:
        problem = "is still to come"
    if problem or on is None:
        draft.remark(f"last contact {quoted(text)} {problem}; kept in the notes")
        draft.keep(header or "Last contact", text)
        return None
    return LastMet(on, header)


def _day(text: str, days: Days) -> tuple[date | None, str]:
    """The date in a cell and an empty text, or None and the problem with it."""
    found, is_short = days.read(text)
    if found is None:
        return None, "is not a date"
    year = year_after_2000(text) if is_short else found.year
    if year is None:
        return None, "does not say the year"
    if year < _FIRST_YEAR:
        return None, "is too long ago"
    try:
        return date(year, found.month, found.day), ""
    except ValueError:
        return None, "is not a date"
