"""The style sheets are all read, once, and not before the first paint."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

import netkeeper.tui
from netkeeper.tui.core.base_screen import BaseModal, BaseScreen
from netkeeper.tui.keys.registry import all_screens
from netkeeper.tui.rooms.today.screen import TodayScreen
from netkeeper.tui.style_sheets import FIRST_SHEETS, STYLE_SHEETS, read_style_sheets
from tests.tui.conftest import OpenApp


def test_no_style_sheet_is_forgotten() -> None:
    there = set(Path(netkeeper.tui.__file__).parent.rglob("*.tcss"))
    sometimes = {path for path in there if path.stem in ("no_color", "sixteen_colors")}
    assert set(STYLE_SHEETS) == there - sometimes
    assert len(STYLE_SHEETS) == len(set(STYLE_SHEETS))
    assert [Path(path).stem for path in FIRST_SHEETS] == ["app"]


def test_no_screen_but_the_first_brings_sheets_of_its_own() -> None:
    ours = [screen for screen in all_screens() if issubclass(screen, (BaseScreen, BaseModal))]
    assert len(ours) > 20
    assert {screen.__name__ for screen in ours if screen.CSS_PATH is not STYLE_SHEETS} == {TodayScreen.__name__}


async def test_the_first_dialog_has_nothing_parsed_anew(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_app() as app:
        read_style_sheets(app.app.stylesheet)
        monkeypatch.setattr(Stylesheet, "reparse", lambda _: pytest.fail("every rule was parsed again"))
        await app.press("a")
        await app.sees("given and family name")
        assert app.app.screen.CSS_PATH is STYLE_SHEETS


async def test_a_room_that_is_gone_to_first_has_nothing_parsed_anew(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as app:
        read_style_sheets(app.app.stylesheet)
        monkeypatch.setattr(Stylesheet, "reparse", lambda _: pytest.fail("every rule was parsed again"))
        await app.press("9")
        await app.sees("Nothing was done yet.")


async def test_reading_the_sheets_again_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stylesheet = Stylesheet(variables=App().get_css_variables())
    read_style_sheets(stylesheet)
    assert all(stylesheet.has_source(str(path)) for path in STYLE_SHEETS)
    monkeypatch.setattr(Stylesheet, "read", lambda *_: pytest.fail("a sheet was read twice"))
    read_style_sheets(stylesheet)


async def test_a_form_is_styled_once(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each widget when it is mounted, and what has the focus once more."""
    async with open_app(size=(120, 40)) as app:
        read_style_sheets(app.app.stylesheet)
        styled: Counter[DOMNode] = Counter()
        apply = Stylesheet.apply

        def counted(self: Stylesheet, node: DOMNode, **named: Any) -> None:
            styled[node] += isinstance(node, Widget)
            apply(self, node, **named)

        monkeypatch.setattr(Stylesheet, "apply", counted)
        await app.press("a")
        await app.sees("given and family name")
        screen = app.app.screen
        assert {node for node, times in styled.items() if times > 1} <= {screen, screen.focused}
        assert styled.total() > 100


async def test_a_form_that_is_the_first_screen_to_bring_the_sheets_is_styled_with_them(open_app: OpenApp) -> None:
    async with open_app(size=(120, 40)) as app:
        await app.press("a")
        await app.sees("given and family name")
        assert app.app.screen.styles.align == ("center", "middle")
        assert app.app.screen.has_class("-wide")
