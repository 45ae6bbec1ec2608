"""Plots keep to the room they are given, and show what they are given."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.tui.draw.lines import Line, length
from netkeeper.tui.draw.plots import columns_plot, rows_plot
from tests.tui.hostile import HOSTILE

START = date(2026, 6, 1)


def text(line: Line) -> str:
    return "".join(each for each, _ in line)


@given(
    st.lists(st.none() | st.floats(0, 5000), min_size=1, max_size=30),
    st.integers(10, 120),
    st.integers(3, 40),
    st.floats(0, 6000),
)
def test_upright_bars_keep_to_their_room(values: list[float | None], columns: int, rows: int, level: float) -> None:
    starts = [START + timedelta(weeks=week) for week in range(len(values))]
    lines = columns_plot(values, starts, columns, rows, level=[level] * len(values))
    assert len(lines) == rows
    assert max(map(length, lines)) <= columns


@given(st.lists(st.tuples(st.text(max_size=30), st.integers(0, 10**6)), max_size=12), st.integers(20, 120))
def test_lying_bars_keep_to_their_room_and_say_every_figure(items: list[tuple[str, int]], columns: int) -> None:
    lines = rows_plot(items, columns)
    assert len(lines) == len(items)
    for line, (_, count) in zip(lines, items, strict=True):
        assert length(line) <= columns
        assert text(line).endswith(f" {count}")


def test_a_higher_figure_has_a_higher_bar() -> None:
    starts = [START + timedelta(weeks=week) for week in range(3)]
    *plot, months = columns_plot([0, 1, 8], starts, 20, 9)
    heights = [sum(text(line)[2 + 6 * place] != " " for line in plot) for place in range(3)]
    assert heights == [0, 1, 8]
    assert text(months).strip() == "Jun"


def test_little_is_seen_and_nothing_is_not() -> None:
    starts = [START, START + timedelta(weeks=1)]
    *_, lowest, _ = columns_plot([0.001, None], starts, 14, 6, top=1000)
    assert text(lowest).strip("0 ") == "▁▁▁"


def test_the_level_is_drawn_through_gaps_and_over_what_is_lower() -> None:
    starts = [START + timedelta(weeks=week) for week in range(2)]
    top, *_ = columns_plot([1, 10], starts, 13, 6, level=[10, 10])
    assert text(top).startswith("10 ───")
    assert "█" in text(top)


def test_names_are_safe() -> None:
    for stored, shown in HOSTILE.items():
        (line,) = rows_plot([(stored, 3)], 200)
        assert shown in text(line)
        assert text(line).isprintable()


def test_months_stand_where_they_begin() -> None:
    starts = [date(2026, 6, 29) + timedelta(weeks=week) for week in range(10)]
    *_, months = columns_plot([1.0] * 10, starts, 43, 5)
    found = text(months)
    assert "Jun" not in found, "a month with one week left has no room for its name"
    assert (found.index("Jul"), found.index("Aug")) == (2 + 4 * 1, 2 + 4 * 5)
