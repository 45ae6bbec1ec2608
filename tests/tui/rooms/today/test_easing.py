"""A lighter day, coming back after weeks, a network that asks for too much: one key each, shown first, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from netkeeper.actions.review.diary import open_review
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.diary import Answer
from netkeeper.store.network import Network
from netkeeper.tui.rooms.today.workload_dialogs import BalanceDialog, SpreadDialog
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)


def away(cast: Cast, promises: int = 5) -> None:
    """Three weeks away, with more promises due than one pace and many whose turn it is."""
    people = cast.usual()
    for number in range(promises):
        other = cast.add(f"Promised {number}")
        cast.log(other, "met", TODAY - timedelta(days=30 + number))
        cast.promise(other, f"send part {number}", TODAY - timedelta(days=12 - number))
    with cast.network.transaction("") as draft:
        for contact in cast.network.contacts():
            last_on = min(contact.last_on or TODAY, TODAY - timedelta(days=22))
            draft.put_contact(replace(contact, last_on=last_on if contact.last_on else None))
        draft.describe("Went away")
    open_review(cast.network, TODAY - timedelta(days=21))
    assert people


def left_in(app: Opened) -> list[str]:
    return [entry.name for entry in app.today.people.entries()]


def is_drawn(app: Opened, day: date) -> bool:
    plan = app.today._review
    return plan is not None and plan.day == day


async def test_a_lighter_day_keeps_the_promises_and_one_undo_brings_all_back(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    cast.usual()
    async with open_app() as app:
        before = left_in(app)
        assert before == ["Anna Virtanen", "Pekka Salo", "Heidi Moilanen", "Maija Lehto", "Bo Bergman"]
        await app.press("minus")
        await app.sees("A lighter day: 3 people moved on, to tomorrow", "a lighter day: the others come later")
        assert left_in(app) == ["Anna Virtanen", "Bo Bergman"]
        await app.press("minus")
        assert left_in(app) == ["Anna Virtanen", "Bo Bergman"]
        await app.press("u")
        await app.until(lambda: left_in(app) == before)
    assert Network(folder).diary_day(TODAY).is_lighter is False


async def test_coming_back_begins_gently_and_the_rest_is_spread_after_a_look(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    away(cast)
    async with open_app() as app:
        await app.sees("3 weeks away · 8 more, o spreads them", "8 more can wait · m shows them")
        assert len(left_in(app)) == 3
        await app.press("m")
        assert len(left_in(app)) == 11
        await app.press("m", "o")
        assert isinstance(app.app.screen, SpreadDialog)
        await app.sees("Today keeps 3", "tomorrow", "3 of them are promises")
        await app.press("escape", "o", "enter")
        await app.sees("Spread 8 people over tomorrow to", "u takes it back")
        await app.until(lambda: "spreads them" not in app.text())
        assert len(left_in(app)) == 3
        await app.press("u")
        await app.sees("3 weeks away · 8 more")
    assert Network(folder).diary_day(TODAY).pace == 3


async def test_a_network_that_asks_for_too_much_is_balanced_after_a_look(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    cast.usual()
    cast.member(pace=2, cadences={Step.POTENTIAL: 2, Step.CUSTOMER: 4, Step.REGULAR: 90})
    async with open_app(size=(100, 30)) as app:
        await app.sees("needs 2.3 a day, pace 2 · b balances")
        await app.press("b")
        assert isinstance(app.app.screen, BalanceDialog)
        await app.sees(
            "You did 0.1 a day over the last 4 weeks",
            "follow their step's cadence",
            "your pace has room for 2: at this pace",
            "potentials: every 2 days",
        )
        await app.press("enter")
        await app.sees("Changed your cadences: potentials every week")
        await app.until(lambda: "b balances" not in app.text())
        await app.press("u")
        await app.sees("b balances")
    assert Network(folder).member.cadences[Step.POTENTIAL] == 2


async def test_weeks_away_are_told_of_without_a_reproach(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(day=lambda: date(2027, 2, 1)) as app:
        await app.press("b")
        await app.sees("Nothing was logged in the last 4 weeks.", gone="You did")


async def test_after_the_review_one_key_says_how_it_was(open_app: OpenApp, cast: Cast, folder: str) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("less_than_sign")
        assert "How was it?" not in app.text()
        for _ in range(4):
            await app.press("d")
        await app.sees("How was it? < easy  = good  > too much")
        await app.press("greater_than_sign")
        await app.sees("Said that the review was too much · u takes it back")
        await app.until(lambda: "How was it?" not in app.text())
        assert Network(folder).diary_day(TODAY).answer is Answer.TOO_MUCH
        await app.press("u")
        await app.sees("How was it?")
    assert Network(folder).diary_day(TODAY).answer is None


async def test_a_change_of_the_pace_is_said_that_day_and_can_be_taken_back(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    cast.usual()
    for number in (2, 1):
        open_review(cast.network, TODAY - timedelta(days=number))
    with cast.network.transaction("Said that it was too much") as draft:
        draft.put_answer(cast.network.diary_day(TODAY - timedelta(days=1))._replace(answer=Answer.TOO_MUCH))
    async with open_app() as app:
        await app.sees("pace 2 a day now: 2 days were full")
        await app.press("u")
        await app.until(lambda: "pace 2 a day" not in app.text())
    assert Network(folder).member.pace == 3


async def go_through(open_app: OpenApp, cast: Cast, lived: int) -> set[str]:
    """Open every day, go through it by its keys, and close it: no day is a wall.

    Returns:
        The names that were shown.
    """
    for number in range(24):
        other = cast.add(f"Friend {number:02}", "every:20d")
        cast.log(other, "met", TODAY - timedelta(days=number))
    promised = cast.add("Promised Once")
    cast.promise(promised, "send the plan", TODAY + timedelta(days=9))
    cast.member(pace=3, pace_ceiling=4)
    days = [TODAY]
    seen: set[str] = set()
    async with open_app(day=lambda: days[-1]) as app:
        for number in range(lived):
            today = TODAY + timedelta(days=number)
            days.append(today)
            await app.until(partial(is_drawn, app, today))
            plan = app.today._review
            assert plan is not None
            assert len(plan.keep_in_touch) + len(plan.stretch) + len(plan.occasions) <= 4
            if today == TODAY + timedelta(days=9):
                assert [each.name for each in plan.promises] == ["Promised Once"]
            seen.update(left_in(app))
            for _ in range(12):
                if not left_in(app):
                    break
                await app.press("s" if number % 7 == 3 else "d")
                if number % 7 == 3:
                    await app.press("enter")
            if app.today._banners.asks:
                await app.press("equals_sign")
        await app.press("q")
    cast.network.refresh()
    assert [day.on for day in cast.network.diary()] == [TODAY + timedelta(days=number) for number in range(lived)]
    return seen


async def test_a_few_days_of_reviews_with_keys_alone(open_app: OpenApp, cast: Cast) -> None:
    seen = await go_through(open_app, cast, 5)
    assert {f"Friend {number:02}" for number in range(16, 24)} <= seen


@pytest.mark.slow  # Thirty days of up to a dozen reviews each.
async def test_a_month_of_reviews_with_keys_alone_forgets_nobody(open_app: OpenApp, cast: Cast, folder: str) -> None:
    seen = await go_through(open_app, cast, 30)
    end = TODAY + timedelta(days=29)
    network = Network(folder)
    assert {f"Friend {number:02}" for number in range(24)} <= seen
    assert "Promised Once" in seen
    last = [contact.last_on for contact in network.contacts() if contact.name.startswith("Friend")]
    assert all(on is not None and (end - on).days <= 30 for on in last)
    assert any(day.answer is Answer.GOOD for day in network.diary())
