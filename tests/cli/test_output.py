from __future__ import annotations

import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.cli.as_json import dumps
from netkeeper.cli.output import Output, Styled
from netkeeper.domain.text.display import width
from netkeeper.override import override


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    @override
    def isatty(self) -> bool:
        return True


def _piped() -> tuple[Output, io.StringIO]:
    stream = io.StringIO()
    return Output(stream), stream


ROWS = [["Anna Virtanen", "Valio Oy", "customer"], ["Åsa", "日本乳業株式会社", "regular"], ["👩‍👩‍👧 Family", "", ""]]


def test_columns_are_aligned_by_cells() -> None:
    out, stream = _piped()
    out.table(ROWS)

    first, second, third = stream.getvalue().splitlines()
    starts = [width(line[: line.index(word)]) for line, word in ((first, "customer"), (second, "regular"))]
    assert starts[0] == starts[1]
    assert third == "👩‍👩‍👧 Family", "no blanks at the end of a line"


def test_a_terminal_gets_no_more_than_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    stream = Terminal()
    Output(stream).table([[cell * 3 for cell in row] for row in ROWS])

    lines = stream.getvalue().splitlines()
    assert all(width(line) <= 30 for line in lines)
    assert "…" in lines[0]


def test_a_pipe_gets_everything() -> None:
    out, stream = _piped()
    out.table([["x" * 500, "y" * 500]])
    assert stream.getvalue() == f"{'x' * 500}  {'y' * 500}\n"


@pytest.mark.parametrize(
    ("is_terminal", "variables", "is_coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, variables: dict[str, str], is_coloured: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    stream = Terminal() if is_terminal else io.StringIO()
    out = Output(stream)
    out.line("plain ", Styled("bold", "bold"))

    assert out.is_coloured is is_coloured
    assert stream.getvalue() == ("plain \x1b[1mbold\x1b[0m\n" if is_coloured else "plain bold\n")


@pytest.mark.parametrize(("named", "columns"), [("100", 100), ("", 80), ("x", 80), ("0", 80), ("²", 80)])
def test_the_width_is_columns_else_the_terminals(monkeypatch: pytest.MonkeyPatch, named: str, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", named)
    assert Output(Terminal()).columns == columns


def test_each_part_of_a_line_is_made_safe_on_its_own() -> None:
    out, stream = _piped()
    out.line("With ", "\x1b]52;c;x\x07", " and ", "‮gnirts", ".")
    assert stream.getvalue() == "With ␛]52;c;x␇ and gnirts.\n"


def test_a_right_to_left_name_does_not_move_its_neighbours() -> None:
    out, stream = _piped()
    out.line("With ", "שרה", ", 5.")
    assert stream.getvalue() == "With \u2068שרה\u2069, 5.\n"


def test_a_stream_that_can_not_show_a_character_gets_something_else() -> None:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="latin-1", newline="\n")
    out = Output(stream)
    out.line("Åsa · ☕ coffee")
    out.json({"name": "Åsa ☕"})
    stream.flush()

    line, *rest = buffer.getvalue().split(b"\n")
    assert line == "Åsa · ? coffee".encode("latin-1")
    assert json.loads(b"\n".join(rest)) == {"name": "Åsa ☕"}


@given(st.text())
def test_json_keeps_the_value_and_holds_nothing_that_controls_a_terminal(text: str) -> None:
    for is_ascii in (False, True):
        written = dumps({text: [text]}, is_ascii=is_ascii)
        assert json.loads(written) == {text: [text]}
        assert not any(unicodedata.category(each) in ("Cc", "Cf", "Cs") for each in written if each != "\n")


def test_json_shows_letters_as_they_are() -> None:
    assert dumps({"name": "Åsa 日本 ☕"}) == '{\n  "name": "Åsa 日本 ☕"\n}'


@pytest.mark.parametrize("hidden", ["\x7f", "\x9b", "\u202e", "\u200b", "\ufeff", "\u2028", "\U000e0041", "\ud800"])
def test_json_escapes_what_would_hide_or_reorder(hidden: str) -> None:
    written = dumps([hidden])
    assert written.isascii()
    assert json.loads(written) == [hidden]


def test_a_last_column_that_stays_whole_is_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    stream = Terminal()
    Output(stream).table([["n" * 50, "kind", "note " * 50]], ends_whole=True)

    (line,) = stream.getvalue().splitlines()
    assert "note " * 49 in line
    assert line.index("note") <= 24


def test_a_table_without_rows_is_nothing() -> None:
    out, stream = _piped()
    out.table([])
    out.sections({"TITLE": []})
    assert stream.getvalue() == ""
