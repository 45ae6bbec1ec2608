"""Selecting many: by space, by range, all who are found, by mouse; what is not shown stays selected and is said."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from netkeeper.actions.people.bulk import archive
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened

NAMES = ("Anna Aho", "Bo Berg", "Cai Chen", "Dina Dahl", "Elli Eskola")


@pytest.fixture(autouse=True)
def five(cast: Cast) -> None:
    for name in NAMES:
        cast.add(name, "field:food" if name < "C" else "")


@asynccontextmanager
async def in_people(open_app: OpenApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Opened]:
    async with open_app(size=size) as app:
        await app.press("2")
        await app.sees("People · 5")
        yield app


def names(app: Opened) -> list[str]:
    """Who a key about several people would be about."""
    return [subject.name.split()[0] for subject in app.people.acted_on()]


def marked(app: Opened) -> list[str]:
    return [line.split("✓")[1].split()[0] for line in app.lines() if "✓" in line]


async def test_space_selects_and_goes_on(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        assert names(app) == ["Anna"]
        await app.press("space", "j", "space")
        await app.sees("2 selected")
        assert names(app) == marked(app) == ["Anna", "Cai"]
        await app.press("k", "space")
        await app.sees("1 selected")
        assert names(app) == marked(app) == ["Anna"]
        await app.press("escape")
        await app.sees("People · 5", gone="selected")
        assert names(app) == ["Dina"]


async def test_a_range_follows_the_cursor_both_ways(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        await app.press("space", "j", "v", "j", "j")
        await app.sees("range · 4 selected")
        assert names(app) == ["Anna", "Cai", "Dina", "Elli"]
        await app.press("k", "k", "k")
        assert names(app) == ["Anna", "Bo", "Cai"]
        await app.press("v", "G")
        await app.sees("3 selected", gone="range")
        assert names(app) == ["Anna", "Bo", "Cai"]
        await app.press("v", "escape")
        await app.sees("4 selected", gone="range")
        await app.press("escape")
        await app.sees("People · 5", gone="selected")


async def test_all_who_are_found_are_selected_and_then_none_of_them(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        await app.press("G", "space", "slash")
        await app.type("field:food")
        await app.press("enter", "ctrl+a")
        await app.sees("3 selected, 1 not shown", "People · 2 of 5")
        assert names(app) == ["Anna", "Bo", "Elli"]
        await app.press("ctrl+a")
        await app.sees("1 selected, 1 not shown")


async def test_escape_clears_the_selection_before_the_search(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        await app.press("slash")
        await app.type("b")
        await app.press("enter", "space", "escape")
        await app.sees("People · 1 of 5", gone="selected")
        await app.press("escape")
        await app.sees("People · 5")


async def test_the_mouse_selects_on_the_mark_with_control_and_with_shift(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        rows = {line.split()[1]: y for y, line in enumerate(app.lines()) if any(name in line for name in NAMES)}
        rows["Anna"] = next(y for y, line in enumerate(app.lines()) if "› " in line)
        await app.pilot.click(offset=(2, rows["Bo"]))
        await app.quiet()
        assert names(app) == ["Bo"]
        await app.pilot.click(offset=(12, rows["Dina"]), control=True)
        await app.quiet()
        assert names(app) == ["Bo", "Dina"]
        await app.pilot.click(offset=(12, rows["Elli"]), shift=True)
        await app.quiet()
        assert names(app) == ["Bo", "Dina", "Elli"]
        await app.pilot.click(offset=(12, rows["Cai"]))
        await app.quiet()
        assert names(app) == ["Bo", "Dina", "Elli"]
        assert app.people.subject is not None
        assert app.people.subject.name == "Cai Chen"
        await app.pilot.click(offset=(2, rows["Bo"]))
        await app.quiet()
        assert names(app) == ["Dina", "Elli"]


async def test_who_is_archived_or_gone_is_dealt_with(open_app: OpenApp, cast: Cast) -> None:
    async with in_people(open_app) as app:
        await app.press("ctrl+a")
        archive(cast.network, [cast.network.names()[0][0]])
        await app.sees("5 selected, 1 not shown", "People · 4", under_toasts=True)
        for _ in range(2):
            cast.network.undo()
        await app.sees("4 selected", "People · 4", under_toasts=True)
        assert names(app) == ["Anna", "Bo", "Cai", "Dina"]


async def test_an_export_takes_the_selected_else_the_found_else_everybody(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        assert app.people.exported() == (None, "everybody")
        await app.press("slash")
        await app.type("field:food")
        await app.press("enter")
        ids, whom = app.people.exported()
        assert ids is not None
        assert (len(ids), whom) == (2, "the 2 people found")
        await app.press("space")
        assert app.people.exported() == (list(ids)[:1], "Anna Aho")
        await app.press("space")
        assert app.people.exported() == (list(ids), "2 selected people")


async def test_keys_about_a_selection_do_nothing_where_nobody_is(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        await app.press("slash")
        await app.type("zzz")
        await app.press("escape", "slash")
        await app.type("zzz")
        await app.sees("Nobody fits")
        app.people.set_focus(app.people.people)
        await app.press("space", "v", "ctrl+a", "j", "k", "enter", "l")
        assert app.people.acted_on() == []
        assert app.app.screen is app.people


async def test_the_cursor_goes_to_whom_a_form_added(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        for name in ("Mia Manner", "Aino Aalto", "Zoe Zimmer", "Kai Koski"):
            await app.press("a")
            await app.sees("Add somebody")
            await app.burst(f"{name}\r")
            await app.sees(f"Added {name}", gone="Add somebody")
            assert app.people.subject is not None
            assert app.people.subject.name == name
