"""Whatever is typed into whatever can be typed in, slowly, at once or pasted: the app goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path

import platformdirs
import pytest
from textual.screen import Screen
from textual.widgets import Input, TextArea

from netkeeper.tui.rooms import search_line_room
from netkeeper.tui.rooms.people import search_mixin
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened
from tests.tui.places import PLACES, WELCOME, furnish, go

NASTY = (
    "filed:food",
    "zzz stp:customer",
    'zzz field:"foo',
    'zzz name:"',
    "-",
    '"',
    ":::",
    "field: step: -is: has:",
    'next:2w todo:"send the offer',
    "todo:maanantaina 31.2. 24:99",
    "(a[b*c)+?\\d{2,}|^$",
    "Äyräpää-Öhman, Åsa & “Ykä” ß",
    "👩‍🦰🎉 e\u0301 \u202eabc\u2066 \u200d",
    "[red]x[/] [/b] %s {0} ~/../x\\y",
    "last:>60d due:<-7d every:0d 99999999999999999999",
    "kuka,missä;milloin:eilen klo 12:30 = ?!",
)
ONE_OF_ALL = '-filed:"fo( next:2w todo: "é[/]👩‍🦰'
PASTED = "\r\n".join(f"line {number}: \x1b]0;x\x07 “{number}”\t-is:" for number in range(200))
ENDLESS = "x:" * 1500

_TICK_SECONDS = 0.03
"""Between two keys of a slow hand: longer than what waits for one to pause, which is made short here."""


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch, surroundings: Path) -> Path:
    """Have what happens at a pause of the hand happen soon, and files be chosen and written in a folder of the test."""
    monkeypatch.setattr(search_mixin, "_COMPLAIN_AFTER_SECONDS", 0.01)
    monkeypatch.setattr(search_line_room, "_LOOK_AFTER_TYPING_SECONDS", 0.01)
    downloads = surroundings / "Downloads"
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(downloads))
    monkeypatch.chdir(surroundings)
    return downloads


def fields_of(screen: Screen[object]) -> list[Input | TextArea]:
    """What can be typed in on a screen, now."""
    found = [each for each in screen.walk_children() if isinstance(each, (Input, TextArea))]
    return [each for each in found if each.focusable and all(node.display for node in each.ancestors_with_self)]


def name_of(field: Input | TextArea) -> tuple[str, ...]:
    """What tells a field from others: its screen, and what it is called there."""
    around = [f"{type(node).__name__}#{node.id or ''}" for node in field.ancestors_with_self if node is not field.app]
    return (*around, getattr(field, "placeholder", "") and str(field.placeholder))


async def slowly(app: Opened, text: str) -> None:
    """Type with a pause after each key."""
    for character in text:
        await app.type(character)
        await asyncio.sleep(_TICK_SECONDS)


Way = Callable[[Opened, str], Awaitable[None]]


async def fill(app: Opened, field: Input | TextArea, texts: Iterable[tuple[Way, str]]) -> None:
    """Put texts into a field, one after the other."""
    for way, text in texts:
        if not field.is_attached:
            return  # What was typed brought in others in its place.
        app.app.screen.set_focus(field)
        await app.quiet()
        await way(app, text)
        assert app.app.is_running, f"{name_of(field)}: {text!r}"
        app.draw()
        if isinstance(field, TextArea):
            field.clear()
        else:
            field.value = ""


async def meet_all(open_app: OpenApp, texts: Sequence[tuple[Way, str]], places: Iterable[str]) -> None:
    """Go everywhere, and put texts into each field that was not met before."""
    met: set[tuple[str, ...]] = set()
    for name in places:
        async with open_app() as app:
            await go(app, PLACES[name])
            for field in fields_of(app.app.screen):
                if field.is_attached and name_of(field) not in met:
                    met.add(name_of(field))
                    await fill(app, field, texts)


TYPED_IN = ("people, searched", "quick log", "snooze", "tag", "import")
"""Where one types most: for the fast run of the tests."""


@pytest.mark.parametrize("place", TYPED_IN)
async def test_where_one_types_most_everything_can_be_typed_slowly(
    open_app: OpenApp, cast: Cast, short_pauses: Path, place: str
) -> None:
    furnish(cast, short_pauses)
    await meet_all(open_app, [(slowly, ONE_OF_ALL), (Opened.paste, PASTED)], [place])


FORMS = ("add somebody", "edit somebody")
PARTS = {
    "forms": list(FORMS),
    "settings": [name for name in PLACES if name.startswith("settings")],
    "all else": [name for name in PLACES if name not in FORMS and not name.startswith("settings")],
}
"""All places, those with the same fields together: a field that was met in one is passed over in the others."""


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
async def test_every_field_there_is_takes_everything(
    open_app: OpenApp, cast: Cast, short_pauses: Path, part: str
) -> None:
    furnish(cast, short_pauses)
    every: list[tuple[Way, str]] = [(slowly, ONE_OF_ALL)]
    every += [(Opened.burst, text) for text in NASTY]
    every += [(Opened.paste, PASTED), (Opened.paste, ENDLESS)]
    await meet_all(open_app, every, PARTS[part])


async def test_a_welcome_takes_everything(open_app: OpenApp, short_pauses: Path) -> None:
    async with open_app(welcomes=True) as app:
        await app.sees(WELCOME.shown)
        fields = fields_of(app.app.screen)
        assert fields
        for field in fields:
            await fill(app, field, [(Opened.burst, ONE_OF_ALL), (Opened.paste, PASTED)])
