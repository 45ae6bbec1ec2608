"""Plots drawn with characters: readable without colours, and the text beside them states the figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.domain.dates.describe import MONTH_NAMES
from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.domain.text.display import width as cells
from netkeeper.tui.draw.lines import Line

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_SIDEWAYS = " ▏▎▍▌▋▊▉█"
_LEVEL = "─"
_LABEL_SHARE = 0.4
_WIDEST_BAR = 3
_WIDEST_STEP = 6
"""The most cells from one bar's start to the next."""


def columns_plot(
    values: Sequence[float | None],
    starts: Sequence[date],
    columns: int,
    rows: int,
    *,
    level: Sequence[float] = (),
    top: float = 0,
) -> list[Line]:
    """Vertical bars, one a week, with the months below and the scale on the left; the last ones where not all fit.

    Args:
        values: The heights; None for no bar.
        starts: The first day of each week.
        columns: Width in cells.
        rows: Height in lines, with that of the months.
        level: A value to compare each bar with, drawn as a line behind them.
        top: The upper end of the scale; 0 for the greatest value.
    """
    top = top or max([1.0, *(value or 0 for value in values), *level])
    scale = max(len(_figure(top)), 1)
    rows = max(2, rows - 1)
    step = min(_WIDEST_STEP, max(1, (columns - scale - 1) // max(1, len(values))))
    fitting = max(1, min(len(values), (columns - scale - 1) // step))
    values, starts, level = values[-fitting:], starts[-fitting:], level[-fitting:]
    lines = []
    for row in range(rows - 1, -1, -1):
        label = _figure(top) if row == rows - 1 else "0" if row == 0 else ""
        line: Line = [(f"{label:>{scale}} ", "quiet")]
        for place, value in enumerate(values):
            is_level = bool(level) and _row_of(level[place], top, rows) == row
            line += _bar_cell(value, top, rows, row, step, is_level=is_level)
        lines.append(line)
    return [*lines, [(" " * (scale + 1), ""), (_months(starts, step), "quiet")]]


def _bar_cell(value: float | None, top: float, rows: int, row: int, step: int, *, is_level: bool) -> Line:
    """The part of a bar in one line, with the gap to the next bar."""
    bar = 1 if step == 1 else min(step - 1, _WIDEST_BAR)
    eighths = round((value or 0) / top * rows * 8) - row * 8
    if value and row == 0:
        eighths = max(1, eighths)  # Any value but 0 is visible.
    filler = _LEVEL if is_level else " "
    gap = (filler * (step - bar), "quiet")
    if eighths <= 0 or (is_level and eighths < 4):
        return [(filler * bar, "quiet"), gap]
    return [(_EIGHTHS[min(8, eighths)] * bar, "accent"), gap]


def _row_of(value: float, top: float, rows: int) -> int:
    return min(rows - 1, int(value / top * rows))


def _months(starts: Sequence[date], step: int) -> str:
    """The names of the months, under their first weeks."""
    text = ""
    for place, start in enumerate(starts):
        is_first = place == 0 or start.month != starts[place - 1].month
        name = MONTH_NAMES[start.month - 1]
        if is_first and place * step >= len(text) and (place or start.day <= 14):
            text = f"{text:<{place * step}}{name} "
    return text[: len(starts) * step].rstrip()


def rows_plot(items: Sequence[tuple[str, int]], columns: int, most: int = 0) -> list[Line]:
    """Horizontal bars, each between its name and its figure.

    Args:
        items: Names, not sanitized, and figures.
        columns: Width in cells.
        most: The figure of a bar of full length; 0 for the greatest.
    """
    most = most or max([1, *(count for _, count in items)])
    labels = [plain(label) for label, _ in items]
    label_columns = min(max(map(cells, labels), default=0), int(columns * _LABEL_SHARE))
    figure_columns = max((len(str(count)) for _, count in items), default=1)
    room = max(1, columns - label_columns - figure_columns - 3)
    lines: list[Line] = []
    for label, (_, count) in zip(labels, items, strict=True):
        eighths = max(round(count / most * room * 8), 1 if count else 0)
        bar = "█" * (eighths // 8) + _SIDEWAYS[eighths % 8].strip()
        lines.append(
            [(pad(fit(label, label_columns), label_columns), ""), ("  ", ""), (bar, "accent"), (f" {count}", "strong")]
        )
    return lines


def _figure(value: float) -> str:
    return f"{value:.0f}"
