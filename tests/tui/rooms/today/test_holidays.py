"""Public holidays and weekends in the app: asked for, kept, and shown."""

from __future__ import annotations

from datetime import date

from netkeeper.actions.network.holidays import keep_holidays
from netkeeper.domain.member.days_off import DaysOff, Holidays
from netkeeper.store.network import Network
from netkeeper.tui.watch.holiday_watch import HolidayWatch
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp

FINNISH = Holidays("FI", (2026, 2027, 2028), {"2026-12-06": "Independence Day"})


async def test_the_welcome_asks_for_weekends_and_holidays(open_app: OpenApp, folder: str) -> None:
    async with open_app(welcomes=True) as app:
        await app.sees("Days off", "weekends", "public holidays")
        await app.press("tab", "tab", "tab", "tab", "tab", "w", "p", "enter")
        await app.sees("Nobody is in your network yet.", gone="Your name")
    assert Network(folder).member.days_off == DaysOff.of((5, 6), works_on_holidays=True)


async def test_the_settings_name_the_next_holiday(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    keep_holidays(cast.network, FINNISH)
    async with open_app() as app:
        await app.press("comma", "down", "down")
        await app.sees("public holidays are off", "next in FI: Sun 6 Dec, Independence Day")


async def test_they_are_worked_out_while_the_app_is_open(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        watch = HolidayWatch(app.app.session)
        watch.look()
        watch.wait()
        watch.look()
        assert Network(cast.network.folder).holidays.country == "FI"
        assert app.app.session.network.member.days_off.is_day_off(date(2026, 12, 6))


async def test_an_hour_is_kept_in_a_promise_and_said_not_to_be_in_a_snooze(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("f")
        await app.type("lunch")
        await app.press("tab")
        await app.type("fri 14:00")
        await app.sees("Fri 27 Nov: lunch (14:00)")
        await app.press("escape", "escape")
        await app.press("s")
        await app.type("fri 14:00")
        await app.sees("Fri 27 Nov (14:00 isn't kept here")


async def test_today_calls_a_public_holiday_by_its_name(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    keep_holidays(cast.network, FINNISH._replace(names={"2026-11-23": "Snow Day"}))
    async with open_app() as app:
        await app.sees("a day off (Snow Day)")
