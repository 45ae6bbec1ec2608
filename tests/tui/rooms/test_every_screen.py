"""What holds on every screen, whatever the size of the terminal and whoever is in the network."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import platformdirs
import pytest
from textual.screen import Screen
from textual.widget import Widget

import netkeeper.tui
from netkeeper.domain.text.display import width
from netkeeper.store.network import Network
from netkeeper.tui.core.base_screen import GuardedScreen
from netkeeper.tui.draw.line_list import LineList
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened, seq_of
from tests.tui.places import BASES, PASSING, PLACES, WELCOME, Place, furnish, go

SIZES = [(80, 24), (56, 20), (120, 40), (200, 60)]

PARTS = range(4)
"""All places are walked through in so many apps: one for each place would spend its time opening."""


def places_of(part: int) -> list[tuple[str, Place]]:
    """The places of a part, with their names."""
    return list(PLACES.items())[part :: len(PARTS)]


@pytest.fixture(autouse=True)
def downloads(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the choice of a file begins in."""
    folder = surroundings / "Downloads"
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(folder))
    return folder


async def home(app: Opened, name: str) -> None:
    """Come back to the first room by keys alone, and to its first line."""
    for _ in range(3):  # What is at work for a while takes Escape for itself.
        await app.press(*["escape"] * 5, "1", "home")
        if app.app.screen is app.today:
            return
        await app.quiet()
    assert app.app.screen is app.today, f"no way back from {name}:\n{app.text()}"


def assert_in_its_frame(app: Opened, columns: int, name: str) -> None:
    """Fail where a line is wider or narrower than the terminal, or something reaches over its edge."""
    lines = app.lines()
    assert {width(line) for line in lines} == {columns}, f"{name}:\n{app.text()}"
    for widget in app.app.screen.walk_children(Widget):
        if widget.is_on_screen and widget.visible and widget.region:
            assert widget.region.right <= columns, f"{name}: {widget}:\n{app.text()}"
    framed = [line.rstrip() for line in lines if line.startswith("│")]
    assert all(line.endswith(("│", "▌", "▐", "█", "▁", "▂", "▃", "▄", "▅", "▆", "▇")) for line in framed), app.text()


def keys_go_into_something_seen(app: Opened) -> bool:
    """Whether what has the focus, if anything has, is on the screen."""
    focused = app.app.screen.focused
    return focused is None or (bool(focused.region) and all(each.display for each in focused.ancestors_with_self))


def whereabouts(app: Opened) -> tuple[object, object, object]:
    """The screen, what has the focus in it, and the line that a list's cursor is on."""
    screen = app.app.screen
    lists = [each for each in screen.query(LineList) if each.cursor >= 0]
    return screen, screen.focused, [each._keys[each.cursor] for each in lists]


async def resize(app: Opened, size: tuple[int, int]) -> None:
    """Make the terminal so large, and wait until the screen is."""
    await app.pilot.resize_terminal(*size)
    await app.until(lambda: len(app.lines()) == size[1] and width(app.lines()[0]) == size[0])


@pytest.mark.slow  # every place at every size
@pytest.mark.parametrize("part", PARTS)
async def test_every_place_fits_every_size_and_resizing_keeps_it(
    open_app: OpenApp, cast: Cast, downloads: Path, part: int
) -> None:
    furnish(cast, downloads)
    async with open_app(size=SIZES[0]) as app:
        for name, place in places_of(part):
            await go(app, place)
            here = whereabouts(app)
            for size in (*SIZES, SIZES[0]):
                await resize(app, size)
                assert_in_its_frame(app, size[0], f"{name} at {size}")
                if not place.stays:
                    break
                await app.sees(place.shown)
                assert whereabouts(app) == here, f"{name} at {size}:\n{app.text()}"
            await home(app, name)


@pytest.mark.parametrize("size", [(56, 20), pytest.param((200, 60), marks=pytest.mark.slow)])
async def test_every_place_can_be_gone_to_at_the_smallest_and_the_largest_size_and_a_visit_changes_nothing(
    open_app: OpenApp, cast: Cast, downloads: Path, folder: str, size: tuple[int, int]
) -> None:
    furnish(cast, downloads)
    before = seq_of(folder)
    seen = {"Welcome"}
    async with open_app(size=size) as app:
        for name, place in PLACES.items():
            await go(app, place)
            seen.add(type(app.app.screen).__name__)
            assert_in_its_frame(app, size[0], f"{name} at {size}")
            await home(app, name)
    missing = {each.__name__ for each in _all_screens()} - BASES - PASSING - seen
    assert not missing, "these screens are no place of tests/tui/places.py"
    assert seq_of(folder) == before


@pytest.mark.slow  # every place at every size
@pytest.mark.parametrize("part", PARTS)
async def test_a_place_where_somebody_should_be_stands_empty_too(open_app: OpenApp, folder: str, part: int) -> None:
    async with open_app(size=SIZES[0]) as app:
        for name, place in places_of(part):
            await go(app, place, there=False)
            await app.until(lambda: keys_go_into_something_seen(app))
            for size in (*SIZES, SIZES[0]):
                await resize(app, size)
                assert_in_its_frame(app, size[0], f"{name} at {size}")
            await home(app, name)
    assert Network(folder).people_count == 0


async def test_the_welcome_fits_every_size(open_app: OpenApp) -> None:
    async with open_app(welcomes=True) as app:
        for size in SIZES:
            await resize(app, size)
            await app.sees(WELCOME.shown)
            assert_in_its_frame(app, size[0], f"welcome at {size}")


def test_every_screen_is_left_once_and_ends_no_app() -> None:
    assert [each for each in _all_screens() if not issubclass(each, GuardedScreen)] == []


def _all_screens() -> set[type[Screen[object]]]:
    found: set[type[Screen[object]]] = set()
    for module in walk_packages(netkeeper.tui.__path__, f"{netkeeper.tui.__name__}."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, Screen) and each.__module__ == module.name:
                found.add(each)
    return found
