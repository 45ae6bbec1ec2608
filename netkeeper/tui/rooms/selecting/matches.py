"""What a search matched, drawn: highlighted in the columns, or quoted where no column shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netkeeper.actions.people.why_found import WhyFound
from netkeeper.domain.text.highlights import Span, number_spans, spans
from netkeeper.tui.draw.lines import Line, Piece, fitted
from netkeeper.tui.draw.text_styles import FOUND
from netkeeper.tui.rooms.selecting.columns import COLUMN_OF, Column


def shows_match(why: WhyFound, cells: Mapping[Column, Sequence[Piece]]) -> bool:
    """Whether the column of the matched property is drawn and has a highlight."""
    column = COLUMN_OF.get(why.place)
    return column is not None and any(ink == FOUND for _, ink in cells.get(column, ()))


def match_line(why: WhyFound, today: date, columns: int) -> Line:
    """An excerpt around the match, ``· label: text``, cut to a number of cells."""
    head = f"· {why.label(today)}: "
    text, found = why.excerpt(columns - len(head))
    return fitted([(head, "quiet"), *_highlighted(text, "quiet", found)], columns)


def with_matches(text: str, ink: str, texts: Sequence[str], numbers: Sequence[str]) -> list[Piece]:
    """A cell with its matches highlighted.

    Args:
        texts: Folded texts that were searched for.
        numbers: Digits that were searched for, looked at only where no text matches.
    """
    return _highlighted(text, ink, spans(text.rstrip(), texts) or _number_spans(text, numbers))


def _number_spans(text: str, numbers: Sequence[str]) -> list[Span]:
    return next((found for each in numbers if (found := number_spans(text, each))), [])


def _highlighted(text: str, ink: str, found: Sequence[Span]) -> list[Piece]:
    pieces: list[Piece] = []
    place = 0
    for start, end in found:
        pieces += [(text[place:start], ink), (text[start:end], FOUND)]
        place = end
    return [*pieces, (text[place:], ink)]
