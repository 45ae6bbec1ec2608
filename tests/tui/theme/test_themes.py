"""Themes in the app: by themselves, by choice, by hand, and where there are few colours or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style

from netkeeper.config.settings import Settings
from netkeeper.tui.theme.theme import ThemeApplier
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened

MINE = 'title = "Mine"\nbackground = "#101010"\nforeground = "#eeeeee"\nprimary = "#66ccff"\n'


@pytest.fixture
def config(surroundings: Path) -> Path:
    (surroundings / "config" / "themes").mkdir(parents=True)
    return surroundings / "config"


def background(app: Opened) -> str:
    return app.app.theme_variables["background"]


async def test_without_a_choice_it_is_the_everyday_dark_one(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        assert app.app.theme == "jarvi"
        assert app.app.has_class("-dark-mode")
        # Chosen before the first rule was read: nothing is drawn in another theme first.
        assert app.app._css_update_count == 0


async def test_a_terminal_of_few_colours_gets_the_theme_for_it(
    open_app: OpenApp, cast: Cast, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    monkeypatch.setenv("TERM", "linux")
    monkeypatch.delenv("COLORTERM", raising=False)
    async with open_app() as app:
        assert app.app.theme == "liitu"
        await app.press("l")
        await app.sees("Log · Anna Virtanen", "PROMISED")
    (config / "config.toml").write_text('theme = "koivu"', encoding="utf-8")
    async with open_app() as app:
        assert app.app.theme == "koivu"
        assert app.app.has_class("-light-mode")


async def test_where_no_colour_may_be_used_none_is(
    open_app: OpenApp, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app() as app:
        for keys in ((), ("l",), ("escape", "ctrl+p")):
            await app.press(*keys)
            await app.pilot.pause()
            styles = [
                segment.style
                for strip in app.app.screen._compositor.render_strips(app.app.size)
                for segment in strip
                if segment.style
            ]
            assert all(style.color is None or style.color.is_default for style in styles)
            assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
            # What the cursor is on can be told all the same.
            assert any(style.reverse for style in styles), keys


async def test_a_hint_looks_like_no_value_without_colour(
    open_app: OpenApp, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    monkeypatch.setenv("NO_COLOR", "1")

    def styles(text: str) -> list[Style | None]:
        strips = app.app.screen._compositor.render_strips(app.app.size)
        return [segment.style for strip in strips for segment in strip if text in segment.text]

    async with open_app() as app:
        await app.press("l", *"tea")
        await app.sees("what you promised")
        assert all(style and style.dim and style.italic for style in styles("what you promised"))
        assert not any(style and (style.dim or style.italic) for style in styles("tea"))


async def test_a_theme_of_ones_own_is_worn_and_follows_its_file(open_app: OpenApp, cast: Cast, config: Path) -> None:
    cast.usual()
    mine = config / "themes" / "mine.toml"
    mine.write_text(MINE, encoding="utf-8")
    (config / "config.toml").write_text('theme = "mine"', encoding="utf-8")
    async with open_app() as app:
        assert app.app.theme == "mine"
        assert background(app) == "#101010"
        mine.write_text(MINE.replace("#101010", "#202428"), encoding="utf-8")
        await app.until(lambda: background(app) == "#202428")
        mine.unlink()
        await app.until(lambda: app.app.theme == "jarvi")
        assert "config.toml, line 1: there is no theme 'mine'" in app.toasts()[-1]
        mine.write_text(MINE, encoding="utf-8")
        await app.until(lambda: app.app.theme == "mine")
        assert background(app) == "#101010"


async def test_a_choice_by_hand_holds_at_once(open_app: OpenApp, cast: Cast, config: Path) -> None:
    cast.usual()
    async with open_app(size=(120, 40)) as app:
        (config / "config.toml").write_text('theme = "kaamos"\n[keys]\nroom.undo = "Z"\n', encoding="utf-8")
        await app.until(lambda: app.app.theme == "kaamos")
        await app.sees("Z undo")
        (config / "config.toml").write_text('theme = "kaamos\n', encoding="utf-8")
        await app.until(lambda: len(app.toasts()) == 1)
        assert "config.toml, line 1" in app.toasts()[0]
        (config / "config.toml").unlink()
        await app.until(lambda: app.app.theme == "jarvi")
        await app.sees("u undo")


async def test_a_bad_theme_costs_one_warning_however_long_it_stays(
    open_app: OpenApp, cast: Cast, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    monkeypatch.setattr("netkeeper.tui.app.WATCH_EVERY_SECONDS", 0.01)
    bad = config / "themes" / "bad.toml"
    bad.write_text(MINE + 'accent = "redd"\n', encoding="utf-8")
    (config / "themes" / "[b]worse.toml").write_text("\x1b]0;x\x07", encoding="utf-8")
    (config / "themes" / "jarvi.toml").write_text("dark", encoding="utf-8")
    async with open_app() as app:
        await app.until(lambda: len(app.toasts()) == 3)
        assert app.app.theme == "jarvi"
        for _ in range(20):
            await app.pilot.pause(0.01)
        assert len(app.toasts()) == 3
        assert sum("bad.toml, line 5: 'redd' is no colour" in toast for toast in app.toasts()) == 1
        bad.write_text(MINE + '\naccent = "redd"\n', encoding="utf-8")
        await app.until(lambda: any("bad.toml, line 6" in toast for toast in app.toasts()))


async def test_themes_can_be_listed_tried_and_kept(open_app: OpenApp, cast: Cast, config: Path) -> None:
    cast.usual()
    (config / "themes" / "mine.toml").write_text(MINE, encoding="utf-8")
    (config / "themes" / "bad.toml").write_text("x", encoding="utf-8")
    async with open_app() as app:
        session = app.app.session
        names, problems = session.themes.names()
        assert next(each.name for each in names) == "jarvi"
        assert [each.name for each in names if not each.is_own] == ["mine"]
        assert len(problems) == 1
        for each in names:
            session.preview(Settings(theme=each.name))
            assert app.app.theme == each.name
            await app.quiet()
        session.preview(session.settings)
        assert app.app.theme == "jarvi"
        session.change_setting(("theme",), "hanki")
        assert app.app.theme == "hanki"
        assert 'theme = "hanki"' in (config / "config.toml").read_text(encoding="utf-8")


async def test_the_palette_changes_the_theme_for_good(open_app: OpenApp, cast: Cast, config: Path) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("ctrl+p")
        await app.type("koivu")
        await app.sees("Theme: Koivu")
        await app.press("enter")
        await app.until(lambda: app.app.theme == "koivu")
        assert 'theme = "koivu"' in (config / "config.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("system", [None, "standard", "windows", "256", "truecolor"])
def test_the_depth_of_colour_decides(system: str | None) -> None:
    class Console:
        color_system = system

    class App:
        console = Console()

    looks = ThemeApplier(App(), None, "")  # type: ignore[arg-type]
    assert looks.default_name == ("jarvi" if system in ("256", "truecolor") else "liitu")
