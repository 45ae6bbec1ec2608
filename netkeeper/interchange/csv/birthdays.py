"""The birthday of a row: one cell, or one each for year, month and day."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.csv.days import Days, means_no_date
from netkeeper.interchange.csv.draft import RowDraft

_PARTS = ("birthday.year", "birthday.month", "birthday.day")


def birthday_of(draft: RowDraft, days: Days, headers: Mapping[str, str], *, is_own: bool) -> Birthday | None:
    """The birthday of a row; a text that is not a date goes to the notes, with a remark.

    Args:
        headers: The headers by kind.
        is_own: Whether netkeeper wrote the table, which has ISO dates only and no placeholder years.
    """
    if any(part in draft.texts for part in _PARTS):
        return _of_parts(draft, headers)
    text = draft.texts.get("birthday", "")
    if not text or means_no_date(text):
        return None
    if is_own:
        # What a spreadsheet saved otherwise is read as in any table.
        with contextlib.suppress(InvalidValueError):
            return Birthday.from_iso(text)
    day, is_short = days.read(text)
    header = headers.get("birthday", "Birthday")
    if day is None:
        draft.remark(f"birthday {quoted(text)} is not a date; kept in the notes")
        draft.keep(header, text)
    elif is_short:
        draft.remark(f"birthday {quoted(text)} does not say the century; the year is kept in the notes")
        draft.keep(header, text)
    return day


def _of_parts(draft: RowDraft, headers: Mapping[str, str]) -> Birthday | None:
    year, month, day = (draft.texts.get(part, "").strip() for part in _PARTS)
    if not (year + month + day).strip("0"):
        return None
    try:
        if not all(part.isascii() and part.isdigit() and len(part) < 5 for part in (month, day, year or "0")):
            raise InvalidValueError("no date")
        return Birthday(int(month), int(day), int(year or 0) or None)
    except InvalidValueError:
        pass
    if month or day:
        text = "-".join(part or "?" for part in (year, month, day))
        draft.remark(f"birthday {quoted(text)} is not a date; kept in the notes")
        draft.keep("Birthday", text)
    else:
        draft.keep(headers.get("birthday.year", "Birth year"), year)
    return None
