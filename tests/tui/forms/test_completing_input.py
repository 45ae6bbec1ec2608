"""A line to type in that suggests how to go on: Tab takes, Enter doesn't, nothing moves, nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import ClassVar

import pytest
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.domain.text.display import width
from netkeeper.override import override
from netkeeper.tui.forms.completing_input import CompletingInput, Suggestion
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, Dialog, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_input import PlainInput
from tests.tui.conftest import OpenApp
from tests.tui.hostile import FORBIDDEN_BYTES, HOSTILE
from tests.tui.opened import Opened

WORDS = {"field:design": "12 people", "field:food": "3 people", "fields": "", "follow-up": ""}


def last_word(text: str, cursor: int) -> Sequence[Suggestion]:
    """The words that begin as the one under the cursor."""
    start = text.rfind(" ", 0, cursor) + 1
    typed = text[start:cursor]
    return [Suggestion(w, about, start, cursor, f"{w} ") for w, about in WORDS.items() if typed and w.startswith(typed)]


class Asking(Dialog[str]):
    """A dialog with a line that completes, and one that doesn't."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("do it", "Do it"), *DIALOG_BINDINGS]

    def __init__(self, complete: object = last_word) -> None:
        super().__init__("Asking")
        self.line = CompletingInput(complete=complete, id="line")  # type: ignore[arg-type]
        self.other = PlainInput(id="other")
        self.changes = 0

    @override
    def fields(self) -> ComposeResult:
        yield LabelledRow("Words", self.line)
        yield LabelledRow("Other", self.other)

    def on_mount(self) -> None:
        self.set_focus(self.line)

    @on(Input.Changed)
    def count(self) -> None:
        self.changes += 1

    @override
    def accept(self) -> None:
        self.dismiss(self.line.value)


class Asked:
    """The dialog, opened, and what came of it."""

    def __init__(self, app: Opened, dialog: Asking) -> None:
        self.app = app
        self.dialog = dialog
        self.line = dialog.line
        self.results: list[str | None] = []

    @property
    def is_open(self) -> bool:
        return self.app.app.screen is self.dialog


@asynccontextmanager
async def asked(
    open_app: OpenApp, dialog: Asking | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Asked]:
    async with open_app(size=size) as app:
        it = Asked(app, dialog or Asking())
        app.app.push_screen(it.dialog, it.results.append)
        await app.quiet()
        yield it


async def test_what_is_typed_is_completed_and_tab_takes_the_first(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("x fie")
        await it.app.sees("field:design  12 people", "field:food    3 people", "fields")
        await it.app.press("tab")
        assert it.line.value == "x field:design "
        await it.app.sees("x field:design", gone="12 people")
        assert it.line.has_focus
        await it.app.type("y")
        assert it.line.value == "x field:design y"


async def test_the_arrows_choose_and_go_round(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("f")
        await it.app.press("down", "down")
        assert any("›field:food" in line for line in it.app.lines())
        await it.app.press("tab")
        assert it.line.value == "field:food "
        await it.app.type("f")
        await it.app.press("up")
        assert any("›follow-up" in line for line in it.app.lines())
        await it.app.press("down", "tab")
        assert it.line.value == "field:food field:design "


async def test_what_stands_behind_the_cursor_stays(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("fo rest")
        for _ in " rest":
            await it.app.press("left")
        await it.app.press("down", "tab")
        assert it.line.value == "follow-up  rest"
        await it.app.type("!")
        assert it.line.value == "follow-up ! rest"


async def test_enter_takes_no_suggestion_that_was_not_moved_to(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("fie")
        await it.app.sees("12 people")
        await it.app.press("enter")
        assert it.results == ["fie"]


async def test_enter_takes_a_suggestion_that_was_moved_to_and_then_does_it(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("fie")
        await it.app.press("down", "enter")
        assert it.is_open
        assert it.line.value == "field:design "
        await it.app.press("enter")
        assert it.results == ["field:design "]


async def test_escape_puts_the_suggestions_away_and_only_then_leaves(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("fie")
        await it.app.press("escape")
        await it.app.sees("fie", gone="12 people")
        assert it.is_open
        await it.app.type("l")
        await it.app.sees("12 people")
        await it.app.press("escape", "escape")
        assert it.results == [None]


async def test_tab_goes_on_where_nothing_is_suggested(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("q")
        await it.app.press("tab")
        assert it.dialog.other.has_focus
        await it.app.type("fie")
        assert "12 people" not in it.app.text()


async def test_who_leaves_the_line_sees_no_suggestions(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("fie")
        it.dialog.set_focus(it.dialog.other)
        await it.app.quiet()
        await it.app.sees("fie", gone="12 people")
        await it.app.press("shift+tab")
        assert "12 people" not in it.app.text()
        await it.app.press("down")
        await it.app.sees("12 people")


async def test_moving_the_cursor_puts_the_suggestions_away(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("fie")
        await it.app.press("left")
        await it.app.sees("fie", gone="12 people")


async def test_what_a_program_writes_is_not_completed(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        it.line.value = "fie"
        await it.app.quiet()
        assert "12 people" not in it.app.text()


async def test_a_click_takes_a_suggestion(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("fie")
        await it.app.sees("field:food")
        await it.app.click("field:food")
        assert it.line.value == "field:food "
        await it.app.type("z")
        assert it.line.value == "field:food z"


async def test_suggestions_move_nothing_and_stand_under_their_word(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("xyz ")
        before = it.app.lines()
        await it.app.type("f")
        await it.app.sees("field:design")
        after = it.app.lines()
        row = next(row for row, line in enumerate(after) if "xyz f" in line)
        assert after[row + 1].index("field:design") == after[row].index("xyz f") + len("xyz ")
        changed = [row for row, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert changed == list(range(row, row + 5))


@pytest.mark.parametrize("size", [(80, 10), (30, 8), (20, 6)])
async def test_suggestions_keep_inside_a_small_terminal(open_app: OpenApp, size: tuple[int, int]) -> None:
    async with asked(open_app, size=size) as it:
        await it.app.type("some words before it f")
        await it.app.press("down")
        await it.app.sees("›field:")
        assert all(width(line) <= size[0] for line in it.app.lines())
        await it.app.press("tab")
        assert it.line.value == "some words before it field:design "


async def test_hostile_suggestions_are_shown_as_they_are_and_taken_as_they_came(open_app: OpenApp) -> None:
    def complete(text: str, cursor: int) -> Sequence[Suggestion]:
        return [Suggestion(each, each, 0, cursor, each) for each in HOSTILE if text == "h"]

    async with asked(open_app, Asking(complete), size=(120, 40)) as it:
        for place, (stored, shown) in enumerate(HOSTILE.items()):
            await it.app.type("h")
            await it.app.press(*["down"] * (place + 1))
            line = next(line for line in it.app.lines() if "›" in line)
            assert line.count(shown) == 2
            drawn = "".join(strip.text for strip in it.app.app.screen._compositor.render_strips()).encode()
            assert not any(bad in drawn for bad in FORBIDDEN_BYTES)
            it.line.take_enter()
            assert it.line.value == stored
            it.line.value = ""
            await it.app.quiet()


async def test_a_change_is_told_once(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("fie")
        assert it.dialog.changes == 3
        await it.app.press("tab")
        assert it.dialog.changes == 4


async def test_suggestions_stay_with_a_line_that_moves(open_app: OpenApp) -> None:
    async with asked(open_app) as it:
        await it.app.type("xyz f")
        await it.app.sees("field:design")
        await it.app.pilot.resize_terminal(60, 16)
        await it.app.sees("field:design")

        def is_under() -> bool:
            lines = it.app.lines()
            row = next(row for row, line in enumerate(lines) if "xyz f" in line)
            return lines[row + 1].find("field:design") == lines[row].index("xyz f") + len("xyz ")

        await it.app.until(is_under)
