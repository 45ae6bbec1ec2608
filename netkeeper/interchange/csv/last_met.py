"""The last meeting that a row tells of: a day in a column such as ``Last contacted`` or ``Viimeksi``."""

from __future__ import annotations

from datetime import date

from netkeeper.domain.text.display import quoted
from netkeeper.interchange.cards import LastMet
from netkeeper.interchange.csv.days import Days, means_no_date, year_after_2000
from netkeeper.interchange.csv.draft import RowDraft

KIND = "last-contact"
"""The kind of the columns that say it."""

HEADER = f"{KIND}.header"
"""Where a draft has the header of the column that said it."""

_FIRST_YEAR = 1971
"""What is older is what programs write for no day (1899, 1900, 1970)."""


def last_met_of(draft: RowDraft, days: Days, today: date | None) -> LastMet | None:
    """The last meeting of a row; what is no day that has been is kept in the notes, with a remark.

    Args:
        today: The day; None takes any day for one that has been.
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
    """The day that a cell holds; else why it is none."""
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
