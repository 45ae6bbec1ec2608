"""The calendar file follows what is done in the app, and its page of the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from netkeeper.config.settings import load_settings
from netkeeper.tui.rooms.today.screen import TodayScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.rooms.today.test_pictures import Picture, picture

__all__ = ["picture"]

REMINDERS = ("comma", "j", "j", "j", "j", "enter")
"""The keys that lead to the first line of the page."""


@pytest.fixture(autouse=True)
def usual(cast: Cast) -> None:
    cast.usual()


@pytest.fixture
def calendar(surroundings: Path) -> Path:
    """A calendar file that the settings name, and that is not there yet."""
    file = surroundings / "config" / "config.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text('[calendar]\nfile = "~/netkeeper.ics"\n', encoding="utf-8")
    return surroundings / "netkeeper.ics"


def says(calendar: Path, text: str) -> bool:
    return calendar.exists() and text in calendar.read_text(encoding="utf-8")


async def test_what_is_done_in_the_app_is_soon_in_the_file(open_app: OpenApp, calendar: Path) -> None:
    async with open_app() as app:
        await app.until(lambda: says(calendar, "send workshop offer"))
        await app.press("d")
        await app.until(lambda: not says(calendar, "send workshop offer"))
        await app.press("u")
        await app.until(lambda: says(calendar, "send workshop offer"))


async def test_what_was_done_last_is_written_on_leaving(
    open_app: OpenApp, calendar: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netkeeper.tui.app.KEEP_EVERY_SECONDS", 3600)
    async with open_app() as app:
        await app.press("d")
    assert not calendar.exists()
    assert app.app.calendar.close() == ""
    assert says(calendar, "Bo Bergman's birthday")
    assert not says(calendar, "send workshop offer")


async def test_a_file_that_cannot_be_written_is_said_once_and_stops_nothing(open_app: OpenApp, calendar: Path) -> None:
    calendar.mkdir()
    async with open_app() as app:
        await app.press("d")
        await app.hears("The calendar file is as it was: ~/netkeeper.ics: it is a folder.")
        app.app.clear_notifications()
        await app.press("u")
        await app.hears("Took back")
        calendar.rmdir()
        await app.press("d")
        await app.until(lambda: calendar.is_file())
        assert not [each for each in app.toasts() if "calendar" in each]


async def test_the_demo_of_another_folder_leaves_it_alone(
    open_app: OpenApp, calendar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETKEEPER_DATA", str(tmp_path / "mine"))
    async with open_app() as app:
        await app.press("d")
    assert app.app.calendar.close() == ""
    assert not calendar.exists()


async def test_the_settings_name_the_file_and_it_is_there(
    open_app: OpenApp, surroundings: Path, tmp_path: Path
) -> None:
    async with open_app(keys=REMINDERS) as app:
        await app.type("~/gone/x.ics")
        await app.sees("Reminders •", gone="There is no folder")
        await app.press("tab")
        await app.sees("There is no folder ~/gone")
        await app.press("enter")
        await app.sees("There is no folder ~/gone")
        await app.press(*["backspace"] * len("gone/x.ics"))
        await app.type("netkeeper.ics")
        await app.press("tab", "right", "enter")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
        await app.hears("~/netkeeper.ics is kept current from now on.")
        await app.until(lambda: says(surroundings / "netkeeper.ics", "BEGIN:VEVENT"))
        settings = load_settings(str(surroundings / "config"))[0]
        assert (settings.calendar_file, settings.calendar_as) == ("~/netkeeper.ics", "events")
        await app.press(*REMINDERS, "ctrl+u", "enter")
        await app.hears("No calendar file is kept any more.")
        assert load_settings(str(surroundings / "config"))[0].calendar_file == ""


async def test_leaving_the_page_changed_asks_first(open_app: OpenApp, surroundings: Path) -> None:
    async with open_app(keys=[*REMINDERS, "tab", "tab", "right", "escape"]) as app:
        await app.sees("● who, too", "Escape again leaves without it")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    assert load_settings(str(surroundings / "config"))[0].remind_says == "counts"


async def test_a_hostile_path_is_shown_safely(open_app: OpenApp, surroundings: Path) -> None:
    file = surroundings / "config" / "config.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text('[calendar]\nfile = "~/[bold]x\\u001b[2J.ics"\n', encoding="utf-8")
    async with open_app(keys=REMINDERS) as app:
        assert "\x1b" not in app.text()
        await app.sees("[bold]x")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_page_of_reminders_as_a_picture(picture: Picture, calendar: Path, size: tuple[int, int]) -> None:
    calendar.touch()
    assert picture(*REMINDERS, "tab", size=size)
