"""Fields as they are typed, several with commas between, and how to go on with a half-typed one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.values import normal_field, several
from netkeeper.domain.text.fold import fold
from netkeeper.tui.forms.completing_input import Suggestion

_MOST_OFFERS = 8


def read_fields(text: str) -> tuple[str, ...]:
    """The fields that are typed, as they are kept, each once.

    Raises:
        WordError: One of them can't be a field.
    """
    return tuple(dict.fromkeys(normal_field(part) for part in several(text)))


def offer_fields(
    text: str, cursor: int, fields: Iterable[str], about: Callable[[str], str] = lambda _: ""
) -> list[Suggestion]:
    """How to go on with the field that the cursor is in.

    Args:
        text: What is typed.
        cursor: Where the cursor is in it.
        fields: The fields in use, those first that are to be offered first.
        about: What to say of a field.

    Returns:
        Those that begin as typed, then those that have a level that does, then the others that contain
        it; without those that are typed already.
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
    return [Suggestion(field, about(field), start, end, field) for *_, field in sorted(ranked)[:_MOST_OFFERS]]


def _rank(folded: str, typed: str) -> int:
    return 0 if folded.startswith(typed) else 1 if f"/{typed}" in folded else 2


def _can_be_typed(field: str) -> bool:
    """Whether typing a field gives that field: what came from elsewhere may be like no field of ours."""
    try:
        return read_fields(field) == (field,)
    except WordError:
        return False
