"""What ``config.toml`` says holds in the app, from the start and at once."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp


def write_config(surroundings: Path, text: str) -> None:
    (surroundings / "config").mkdir(exist_ok=True)
    (surroundings / "config" / "config.toml").write_text(text, encoding="utf-8")


async def test_the_settings_hold_from_the_start(open_app: OpenApp, cast: Cast, surroundings: Path) -> None:
    cast.usual()
    write_config(surroundings, 'theme = "textual-light"\n[keys]\nroom.undo = "Z"\n')
    async with open_app(size=(120, 40)) as app:
        assert app.app.theme == "textual-light"
        await app.sees("Z undo")
        assert app.toasts() == []


async def test_a_bad_file_costs_a_warning_and_not_the_start(open_app: OpenApp, cast: Cast, surroundings: Path) -> None:
    cast.usual()
    write_config(surroundings, 'theme = "textual-light"\nkeys = [b]x\n')
    async with open_app() as app:
        await app.sees("u undo")
        await app.until(lambda: len(app.toasts()) == 1)
        assert "config.toml, line 2" in app.toasts()[0]


async def test_a_setting_that_is_changed_holds_at_once_and_for_good(
    open_app: OpenApp, cast: Cast, surroundings: Path
) -> None:
    cast.usual()
    async with open_app(size=(120, 40)) as app:
        app.app.session.change_setting(("keys", "room.undo"), "Z")
        app.app.session.change_setting(("theme",), "textual-light")
        await app.sees("Z undo")
        assert app.app.theme == "textual-light"
        app.app.session.change_setting(("keys", "room.undo"), None)
        await app.sees("u undo")
    async with open_app() as app:
        assert app.app.theme == "textual-light"
