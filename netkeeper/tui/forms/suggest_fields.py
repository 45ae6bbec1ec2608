"""Fields typed as a comma-separated list: parsing, and completion of the one at the cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.values import normal_field, several
from netkeeper.domain.text.fold import fold
from netkeeper.tui.forms.completing_input import Suggestion

_MOST_SUGGESTIONS = 8


def read_fields(text: str) -> tuple[str, ...]:
    """Parse a list of fields to their stored form, without repetitions.

    Raises:
    WordError: One of them is not a valid field.
    """
    return tuple(dict.fromkeys(normal_field(part) for part in several(text)))


def suggest_field(
    text: str, cursor: int, fields: Iterable[str], about: Callable[[str], str] = lambda _: ""
) -> list[Suggestion]:
    """Complete the field that the cursor is in.

    Args:
        cursor: The cursor's index in the text.
        fields: The fields in use; their order decides among equal matches.
        about: The explanation to show beside a field.

    Returns:
        Fields that begin as typed, then those with a level that does, then those that contain it; without
        those in the list already.
    """
    start = text.rfind(",", 0, cursor) + 1
    end = text.find(",", cursor)
    end = len(text) if end < 0 else end
    start += len(text[start:cursor]) - len(text[start:cursor].lstrip())
    typed = fold(text[start:cursor]).replace(" ", "-")
    there = {part.strip().lower() for part in (*text[:start].split(","), text[start:end], *text[end:].split(","))}
    ranked = [
        (_rank(folded, typed), place, field)
        for place, field in enumerate(fields)
        if typed in (folded := fold(field)) and field not in there and _can_be_typed(field)
    ]
    return [Suggestion(field, about(field), start, end, field) for *_, field in sorted(ranked)[:_MOST_SUGGESTIONS]]


def _rank(folded: str, typed: str) -> int:
    return 0 if folded.startswith(typed) else 1 if f"/{typed}" in folded else 2


def _can_be_typed(field: str) -> bool:
    """Whether parsing a field gives the same field: an imported one may not be valid as typed."""
    try:
        return read_fields(field) == (field,)
    except WordError:
        return False
