"""One thing done with many people by their keys, from the list to the history and back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest

from netkeeper.actions.people.bulk import archive
from netkeeper.domain.people.contact import Contact
from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened


@pytest.fixture(autouse=True)
def five(cast: Cast) -> None:
    for name in ("Anna Aho", "Bo Berg", "Cai Chen", "Dina Dahl", "Elli Eskola"):
        cast.add(name, "field:food" if name < "C" else "")


@asynccontextmanager
async def in_people(open_app: OpenApp, *keys: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Opened]:
    async with open_app(size=size) as app:
        await app.press("2")
        await app.sees("People · 5")
        await app.press(*keys)
        yield app


async def told(app: Opened, *parts: str) -> None:
    """Wait for a toast that says all of this, whatever its line breaks."""
    await app.until(lambda: all(part in "".join(app.toasts()) for part in parts))


def everybody(folder: str) -> list[Contact]:
    return sorted(Network(folder).contacts(), key=lambda person: person.name)


def selected(app: Opened) -> int:
    return len(app.people.selected)


async def test_five_are_tagged_paced_and_put_away_each_with_one_undo(open_app: OpenApp, folder: str) -> None:
    before = everybody(folder)
    async with in_people(open_app, "ctrl+a", "t") as app:
        await app.sees("Tag · 5 people")
        await app.type("design")
        await app.press("enter")
        await told(app, "Tagged Anna Aho, Bo Berg, Cai Chen and 2 more with design · u takes it back")
        assert selected(app) == 5
        await app.press("y", "down", "enter")
        await told(app, "Set the cadence of Anna Aho, Bo Berg, Cai Chen and 2 more to every 2 weeks")
        await app.press("T", "enter")
        await told(app, "Took design off Anna Aho, Bo Berg, Cai Chen and 2 more")
        assert {(person.fields, person.cadence) for person in everybody(folder)} == {(("food",), 14), ((), 14)}
        await app.press("z")
        await told(app, "Archived Anna Aho, Bo Berg, Cai Chen and 2 more · u takes it back")
        assert all(person.archived for person in everybody(folder))
        assert selected(app) == 5
        for took in ("Archived", "Took design off", "Set the cadence of", "Tagged"):
            await app.press("u")
            await told(app, f"Took back: {took}")
        assert everybody(folder) == before
        await app.sees("People · 5", "5 selected", under_toasts=True)
        await app.press("escape")
        await app.sees("People · 5", gone="selected")


async def test_where_nobody_is_selected_it_is_the_one_under_the_cursor(open_app: OpenApp, folder: str) -> None:
    async with in_people(open_app, "j", "t") as app:
        await app.sees("Tag · Bo Berg")
        await app.type("art")
        await app.press("enter")
        await told(app, "Tagged Bo Berg with art")
        await app.press("T")
        await app.sees("Untag · Bo Berg", "art", "food")
        await app.press("escape", "y")
        await app.sees("Cadence · Bo Berg")
        await app.press("escape", "z")
        await told(app, "Archived Bo Berg")
    assert [person.archived for person in everybody(folder)] == [False, True, False, False, False]


async def test_a_mixed_lot_is_archived_and_an_archived_lot_comes_out(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    async with in_people(open_app, "ctrl+a") as app:
        archive(cast.network, [person.id for person in everybody(folder)[:2]])
        await app.sees("5 selected, 2 not shown", under_toasts=True)
        await app.press("z")
        await app.sees("5 people are selected; 2 of them are not shown now:")
        await app.press("enter")
        await told(app, "Archived Cai Chen, Dina Dahl and Elli Eskola · 2 in the archive already")
        await app.sees("5 selected, 5 not shown", under_toasts=True)
        await app.press("z")
        await app.sees("5 people are selected, none of whom is shown now:")
        await app.press("enter")
        await told(app, "Took out of the archive: ", " and 2 more")
    assert not any(person.archived for person in everybody(folder))


@pytest.mark.parametrize(
    ("key", "leads_to"),
    [
        ("z", "Archived"),
        ("W", "the team"),
        ("t", "Tag · 5 people"),
        ("T", "Untag · 5 people"),
        ("p", "Step · 5 people"),
        ("y", "Cadence · 5 people"),
        ("x", "5 selected people"),
    ],
)
async def test_whoever_is_selected_and_out_of_sight_is_asked_about_first(
    open_app: OpenApp, folder: str, key: str, leads_to: str
) -> None:
    before = everybody(folder)
    async with in_people(open_app, "ctrl+a", "slash", *"bo b", "enter") as app:
        await app.sees("5 selected, 4 not shown")
        await app.press(key)
        await app.sees(
            "5 people are selected; 4 of them are not shown now:", "Anna Aho, Cai Chen, Dina Dahl and 1 more"
        )
        await app.press("escape")
        await app.sees("5 selected, 4 not shown", gone="not shown now")
        assert everybody(folder) == before
        await app.press(key, "enter")
        await app.until(lambda: leads_to in app.text() or any(leads_to in each for each in app.toasts()))


async def test_two_of_whom_one_is_out_of_sight_are_merged_only_after_a_question(open_app: OpenApp) -> None:
    async with in_people(open_app, "space", "space", "slash", *"bo b", "enter", "M") as app:
        await app.sees("2 people are selected; 1 of them is not shown now:", "Anna Aho")
        await app.press("enter")
        await app.sees("Merge ·")


async def test_whoever_is_all_shown_is_not_asked_about(open_app: OpenApp) -> None:
    async with in_people(open_app, "slash", *"bo b", "enter", "space", "z") as app:
        await told(app, "Archived Bo Berg")


async def test_whoever_is_put_away_is_told_of_with_what_is_still_promised(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    cast.promise(everybody(folder)[0], "send the offer", date(2026, 11, 27))
    async with in_people(open_app, "z") as app:
        await told(app, "Archived Anna Aho. Still promised: send the offer; nothing asks about it")
        await app.press("u")
        await app.sees("People · 5")
        await app.press("ctrl+a", "z")
        await told(app, "Archived Anna Aho, Bo Berg, Cai Chen and 2 more. Still promised: Anna Aho: send the offer")


async def test_those_without_a_field_have_none_to_take_off(open_app: OpenApp) -> None:
    async with in_people(open_app, "G", "T") as app:
        await told(app, "Elli Eskola has no field yet · t gives one")
        await app.press("space", "k", "space", "T")
        await told(app, "None of these 2 people has a field yet · t gives one")


async def test_the_bar_shows_what_can_be_done_with_those_selected(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        assert app.lines()[-1].split()[:2] == ["l", "log"]
        await app.press("space")
        bar = "t tag  T untag  p step  y cadence  z archive  x export  esc back  ? help"
        assert app.lines()[-1].strip() == bar
        await app.click("y cadence")
        await app.sees("Cadence · Anna Aho")
        await app.press("escape", "escape")
        assert app.lines()[-1].split()[:2] == ["l", "log"]


async def test_a_selection_made_with_the_mouse_is_tagged_with_the_mouse(open_app: OpenApp, folder: str) -> None:
    async with in_people(open_app, size=(120, 40)) as app:
        for name in ("Bo Berg", "Dina Dahl"):
            y = next(y for y, line in enumerate(app.lines()) if name in line)
            await app.pilot.click(offset=(2, y))
            await app.quiet()
        await app.click("t tag")
        await app.type("fo")
        await app.click("food ")
        await app.click("enter tag")
        await told(app, "Tagged Dina Dahl with food · 1 had it already")
    assert [person.fields for person in everybody(folder)][3] == ("food",)


async def test_a_range_that_is_acted_on_grows_no_more(open_app: OpenApp) -> None:
    async with in_people(open_app, "v", "j") as app:
        await app.sees("range · 2 selected")
        await app.press("t")
        await app.type("art")
        await app.press("enter", "j", "j")
        await app.sees("2 selected", gone="range", under_toasts=True)


async def test_nobody_is_asked_about_where_nobody_is(open_app: OpenApp) -> None:
    async with in_people(open_app, "slash") as app:
        await app.type("zzz")
        await app.sees("Nobody fits")
        app.people.set_focus(app.people.people)
        await app.press("t", "T", "y", "z", "p")
        assert app.app.screen is app.people


async def test_a_room_that_one_comes_back_to_has_the_selection_still(open_app: OpenApp) -> None:
    async with in_people(open_app, "space", "space", "1", "2") as app:
        await app.sees("2 selected")
        await app.press("t")
        await app.sees("Tag · 2 people")
