"""The first run: a few questions, which are answered or skipped, and never come again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from netkeeper.actions.network.member import change_member
from netkeeper.domain.errors import StoreError
from netkeeper.domain.member.member import Member
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.rooms.member_form.welcome import Welcome
from netkeeper.tui.rooms.today.screen import TodayScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened
from tests.tui.rooms.today.test_pictures import SnapCompare

TODAY = date(2026, 11, 23)


def member(folder: str) -> Member:
    return Network(folder).member


async def test_the_questions_are_answered_by_typing_and_lead_to_the_first_people(
    open_app: OpenApp, folder: str
) -> None:
    async with open_app(size=(100, 24), welcomes=True) as app:
        await app.sees("Welcome", "Your name")
        await app.type("Aino Salmi")
        await app.press("tab")
        await app.type("Kasvu")
        await app.press("down")
        await app.type("2.6.")
        await app.sees("Wed 2 Jun 2027 · in 6 months")
        await app.press("tab")
        await app.type("@JAMK.fi")
        await app.press("tab")
        await app.type("design, Food")
        await app.press("enter")
        await app.sees("Welcome, Aino Salmi. Nobody is in your network yet.", "a   adds somebody", "i   brings in")
        assert app.toasts() == ["Introduced yourself · u takes it back"]
        assert member(folder) == Member(
            "Aino Salmi", "Kasvu", date(2027, 6, 2), ("design", "food"), shared_domains=("jamk.fi",), welcomed=True
        )
        await app.sees("191 days to graduation")
        await app.press("u")
        assert member(folder) == Member()


async def test_all_questions_are_skipped_at_once_and_never_come_again(open_app: OpenApp, folder: str) -> None:
    async with open_app(welcomes=True) as app:
        await app.sees("Your name")
        await app.press("escape")
        await app.sees("Nobody is in your network yet.", gone="Your name")
        assert app.toasts() == []
    assert member(folder) == Member(welcomed=True)
    async with open_app(welcomes=True) as app:
        await app.sees("Nobody is in your network yet.", gone="Your name")
        assert isinstance(app.app.screen, TodayScreen)


async def test_each_question_can_be_left_open(open_app: OpenApp, folder: str) -> None:
    async with open_app(welcomes=True) as app:
        await app.press("tab", "tab", "tab", "tab")
        await app.type("food")
        await app.press("enter")
        await app.sees("Nobody is in your network yet.", gone="Your name")
    assert member(folder) == Member(fields=("food",), welcomed=True)


async def test_enter_with_nothing_written_skips_too(open_app: OpenApp, folder: str) -> None:
    async with open_app(welcomes=True, keys=["enter"]) as app:
        await app.sees("Nobody is in your network yet.", gone="Your name")
        assert app.toasts() == []
    assert member(folder) == Member(welcomed=True)


async def test_by_mouse(open_app: OpenApp, folder: str) -> None:
    async with open_app(welcomes=True) as app:
        await app.click("the team or cooperative")
        await app.type("Kasvu")
        await app.click("enter begin")
        await app.sees("Nobody is in your network yet.", gone="Your name")
        assert member(folder).team == "Kasvu"
    Network(folder).undo()
    async with open_app(welcomes=True) as app:
        await app.click("esc skip all of it")
        await app.sees("Nobody is in your network yet.", gone="Your name")
        assert member(folder) == Member(welcomed=True)


async def test_what_cannot_be_read_is_said_beside_it_and_nothing_is_lost(open_app: OpenApp, folder: str) -> None:
    async with open_app(welcomes=True) as app:
        await app.type("Aino")
        await app.press("tab", "tab")
        await app.type("soon")
        await app.press("enter")
        await app.sees("Can't read 'soon' as a date", "Aino", "enter begin")
        assert member(folder) == Member()
        await app.press("escape")
        await app.sees("Escape again leaves without it")
        await app.press("backspace")
        await app.sees("Aino", gone="Escape again")
        await app.press("escape", "escape")
        await app.sees("Nobody is in your network yet.", gone="Your name")
    assert member(folder) == Member(welcomed=True)


@pytest.mark.parametrize("what", ["people", "a member"])
async def test_it_appears_only_where_nobody_is_known(open_app: OpenApp, cast: Cast, what: str) -> None:
    if what == "people":
        cast.add("Anna Virtanen")
    else:
        change_member(cast.network, Member(), replace(Member(), name="Aino"))
    async with open_app(welcomes=True) as app:
        await app.press("tab")
        assert isinstance(app.app.screen, TodayScreen)
        assert "Your name" not in app.text()


async def test_it_does_not_come_over_what_somebody_began(open_app: OpenApp, folder: str) -> None:
    async with open_app(keys=["question_mark"]) as app:
        app.app.session.welcomes = True
        app.today._look_at_people()
        await app.press("escape")
        assert isinstance(app.app.screen, TodayScreen)


async def test_a_folder_that_cannot_be_written_keeps_nobody_in(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("Can't write there; nothing was changed.")

    monkeypatch.setattr("netkeeper.tui.rooms.member_form.welcome.welcome", refuse)
    async with open_app(welcomes=True) as app:
        await app.type("x")
        await app.press("enter")
        await app.sees("Can't write there")
        await app.press("escape", "escape")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
        assert app.toasts() == ["Can't write there; nothing was changed."]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (56, 20)])
def test_pictures(snap_compare: SnapCompare, folder: str, size: tuple[int, int]) -> None:
    app = NetkeeperApp(Network(folder), lambda: TODAY, welcomes=True)

    async def before(pilot: Pilot[None]) -> None:
        screen = Opened(app, pilot)
        await screen.settled()
        await screen.until(lambda: isinstance(app.screen, Welcome))
        if size == (80, 24):
            await screen.type("Aino Salmi")
            await screen.press("tab", "tab")
            await screen.type("2.6.")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)
