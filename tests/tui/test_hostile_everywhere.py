"""Names and notes that mean no good, on every screen there is: shown as they are, each within its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest
from textual.app import App

from netkeeper.domain.people.contact import Address, Contact, Labelled
from netkeeper.domain.text.display import width
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import TRAPS
from tests.tui.opened import Opened
from tests.tui.places import PLACES, furnish, go
from tests.tui.rooms.test_every_screen import assert_in_its_frame, home
from tests.tui.test_hostile_text import NAMES

OTHERS_THERE = frozenset(
    {name for name in PLACES if name.startswith("import")} | {"people, nobody found", "leaving, proved"}
)
"""Places that show nobody of the network; the tests of importing have their own."""

CONTROLS = frozenset("\x1b\x07\x08\x7f\x9b\x9c\x9d\r\t\u202e\u2066")
"""What no line on the screen may hold."""


@pytest.fixture
def downloads(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the choice of a file begins in."""
    folder = surroundings / "Downloads"
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(folder))
    return folder


def say_everywhere(network: Network, text: str) -> None:
    """Put a text into all that is kept of everybody: names begin with it, everything else is it."""
    with network.transaction(f"Edited {text}") as draft:
        for person in network.contacts():
            draft.put_contact(_all_of(person, text))
        for interaction in network.interactions():
            draft.put_interaction(replace(interaction, note=text))
        for followup in network.followups():
            draft.put_followup(replace(followup, what=text))
        draft.put_member(replace(network.member, name=text, team=text, fields=(text,), searches={text: "field:x"}))


def _all_of(person: Contact, text: str) -> Contact:
    return replace(
        person,
        name=f"{text} {person.name.split()[0]}",
        organization=text,
        title=text,
        emails=(Labelled(text, text),),
        phones=(Labelled(text),),
        urls=(Labelled(text),),
        addresses=(Address(street=text),),
        fields=(text,),
        met=text,
        via=text,
        notes=text,
    )


@pytest.fixture
def without_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what the screens draw tested by itself: the fence would hold back what they let pass."""
    monkeypatch.setattr(NetkeeperApp, "get_line_filters", App.get_line_filters)


def drawn(app: Opened) -> str:
    """What is drawn now."""
    return "".join(strip.text for strip in app.app.screen._compositor.render_strips())


@pytest.mark.slow  # every place with every text
@pytest.mark.usefixtures("without_filter")
@pytest.mark.parametrize("stored", TRAPS, ids=["closing", "opening"])
async def test_no_place_shows_more_of_it_than_its_words(
    open_app: OpenApp, cast: Cast, downloads: Path, stored: str
) -> None:
    furnish(cast, downloads)
    say_everywhere(cast.network, stored)
    begins = TRAPS[stored][:8]
    async with open_app(size=(120, 36)) as app:
        for name, place in PLACES.items():
            await go(app, place, there=name.startswith("import"))
            if name not in OTHERS_THERE:
                await app.sees(begins)
            assert not CONTROLS & set(drawn(app)), f"{name}:\n{app.text()}"
            assert_in_its_frame(app, 120, name)
            await home(app, name)


ROOMS = ("today", "people", "people, selected", "follow-ups", "follow-ups, closed too", "history", "history, details")


@pytest.mark.slow  # every place with every text
@pytest.mark.parametrize("columns", [56, 80, 120])
async def test_wide_and_odd_names_keep_the_columns_of_every_room_straight(
    open_app: OpenApp, cast: Cast, downloads: Path, columns: int
) -> None:
    furnish(cast, downloads)
    give_names(cast.network, NAMES)
    async with open_app(size=(columns, 24)) as app:
        for name in ROOMS:
            await go(app, PLACES[name])
            for _ in NAMES:
                assert_in_its_frame(app, columns, name)
                assert_straight(app, name)
                await app.press("j")
            await home(app, name)


async def test_wide_and_odd_names_keep_the_columns_of_an_import_straight(
    open_app: OpenApp, cast: Cast, downloads: Path
) -> None:
    furnish(cast, downloads)
    cards = [f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nORG:{name}\r\nEND:VCARD\r\n" for name in NAMES]
    (downloads / "contacts.vcf").write_text("".join(cards), encoding="utf-8", newline="")
    for size in ((80, 24), (56, 20), (120, 40)):
        async with open_app(size=size) as app:
            await go(app, PLACES["import, what it brings"])
            for _ in NAMES:
                assert_in_its_frame(app, size[0], "import")
                assert_straight(app, "import")
                await app.press("j")


def give_names(network: Network, names: Sequence[str]) -> None:
    """Call everybody something else, and promise them that too."""
    with network.transaction("Gave names") as draft:
        for place, person in enumerate(network.contacts()):
            name = names[place % len(names)]
            draft.put_contact(replace(person, name=name, organization=name, title=name))
        for place, followup in enumerate(network.followups()):
            draft.put_followup(replace(followup, what=names[place % len(names)]))


def assert_straight(app: Opened, name: str) -> None:
    """Fail where the frames of one line do not stand under those of the next.

    A frame's sides stand in the cells where its upper corners do, counted as the terminal counts.
    """
    lines = app.lines()
    for y, line in enumerate(lines):
        for corner in [place for place, character in enumerate(line) if character == "╭"]:
            cell = width(line[:corner])
            for below in lines[y + 1 :]:
                side = _in_cell(below, cell)
                assert side in "│╰╭├┌", f"{name}, cell {cell}, {side!r}:\n{app.text()}"
                if side == "╰":
                    break


def _in_cell(line: str, cell: int) -> str:
    """The character that begins in a cell; empty where one is in the middle of a wide one."""
    return next((line[end] for end in range(len(line) - 1, -1, -1) if width(line[:end]) == cell), "")
