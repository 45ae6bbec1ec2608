"""A day off in the app: what was promised, and a kind word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netkeeper.actions.interactions.log import Promises
from netkeeper.actions.network.member import change_member
from netkeeper.domain.member.days_off import DaysOff
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp

CHRISTMAS_EVE = date(2026, 12, 24)


async def test_on_a_day_off_only_what_is_promised_is_listed(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    member = cast.network.member
    change_member(cast.network, member, replace(member, days_off=DaysOff.of([0])))
    async with open_app() as app:
        shown = await app.sees("Today · 0 of 2 · a day off", "PROMISED", "OCCASIONS", "5 more can wait")
        assert "KEEP IN TOUCH" not in shown
        assert "STRETCH" not in shown
        await app.press("m")
        await app.sees("Pekka Salo", "Cai Chen")


async def test_a_day_off_without_a_promise_is_wished_well(open_app: OpenApp, cast: Cast) -> None:
    people = cast.usual()
    cast.log(people["Anna"], "done", date(2026, 11, 22), Promises.CLOSE_ALL)
    member = cast.network.member
    change_member(cast.network, member, replace(member, days_off=DaysOff.of(dates=[CHRISTMAS_EVE])))
    async with open_app(day=lambda: CHRISTMAS_EVE) as app:
        await app.sees("A day off, and nothing is promised. Enjoy it.", "more can wait · m shows them")
