"""The trend, and those who may be lost: gone to by keys and by mouse, told in words, at every size."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from netkeeper.actions.promises.promises import follow_up
from netkeeper.tui.rooms.leaving.screen import LeavingScreen
from netkeeper.tui.rooms.today.screen import TodayScreen
from netkeeper.tui.rooms.trend.screen import TrendScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import WORST
from tests.tui.rooms.today.test_pictures import Picture, picture

__all__ = ["picture"]

TODAY = date(2026, 11, 23)


@pytest.fixture
def year(cast: Cast) -> Cast:
    """People who were met now and then, for half a year."""
    people = cast.usual()
    for place, name in enumerate(("Anna", "Pekka", "Heidi", "Bo", "Cai Chen")):
        person = people[name.split()[0]]
        for week in range(2 + place, 26, 3 + place):
            cast.log(person, f"tea feel:{1 + (week + place) % 5}", TODAY - timedelta(weeks=week, days=place))
    return cast


async def test_it_goes_through_every_plot_by_keys(open_app: OpenApp, year: Cast) -> None:
    async with open_app(keys=["8"]) as app:
        await app.sees("Trend · 26 weeks", "Contacts a week; the line is your pace", "room for 21.")
        await app.press("j")
        await app.sees("How many are warm", "are warm: met within twice their cadence")
        await app.press("down")
        await app.sees("Contacts by step, and by field", "potential", "food", "somebody in several")
        await app.press("j")
        await app.sees("How contacts felt", "of 5 on average")
        await app.press("G")
        # Anna alone can be reached; all but Maija, with whom nothing was logged, are kept in touch with.
        await app.sees("1 of 8 last", "7 No way to reach them", "1 Nothing planned", "f promises a word", "enter open")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))


@pytest.mark.parametrize(
    ("key", "shown"), [("1", "Today ·"), ("2", "People ·"), ("9", "enter details"), ("comma", "Settings")]
)
async def test_the_keys_of_the_other_rooms_lead_there_from_here_too(
    open_app: OpenApp, year: Cast, key: str, shown: str
) -> None:
    async with open_app(keys=["2", "8"]) as app:
        await app.sees("Trend · 26 weeks")
        await app.press(key)
        await app.sees(shown, gone="Trend · 26 weeks")


async def test_it_goes_through_them_by_mouse(open_app: OpenApp, year: Cast) -> None:
    async with open_app(keys=["8"]) as app:
        await app.sees("Contacts a week")
        await app.click("Feeling")
        await app.sees("How contacts felt")
        await app.click("back")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))


async def test_who_may_be_lost_is_named_with_the_key_that_mends_it(open_app: OpenApp, year: Cast) -> None:
    async with open_app(keys=["8", "G", "enter"], size=(120, 40)) as app:
        await app.until(lambda: isinstance(app.app.screen, LeavingScreen))
        await app.sees("Who would be lost?", "Nothing planned")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))


async def test_searching_for_those_who_fade_says_why_and_what_mends_it(open_app: OpenApp, year: Cast) -> None:
    ulla = year.add("Aa Ulla", "phone:040 every:none")
    for days in (40, 10):
        year.log(ulla, "tea", TODAY - timedelta(days=days))
    async with open_app(keys=["2", "slash"], size=(120, 40)) as app:
        await app.type("is:fading")
        await app.press("enter")
        await app.sees("People · 8 of 9", "◌ nothing promised after graduation · f", "promises a word")
        assert app.people.people.ids[0] == ulla.id
        follow_up(year.network, ulla.id, "say how life goes", date(2027, 8, 1))
        await app.until(lambda: len(app.people.people.ids) == 7)
        await app.sees("◌ no email address or phone number · e adds")
        await app.press("8", "G")
        await app.sees("2 of 9 last")
        await app.press("escape", "slash")
        await app.type(" ")
        await app.press("ctrl+u")
        await app.type("is:lasting")
        await app.sees("People · 2 of 9", gone="◌")


async def test_the_palette_leads_there(open_app: OpenApp, year: Cast) -> None:
    async with open_app(keys=["ctrl+p"]) as app:
        await app.type("trend")
        await app.sees("Trend (8)")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, TrendScreen))


async def test_a_network_that_begins_says_what_will_be_there(open_app: OpenApp, cast: Cast) -> None:
    async with open_app(keys=["8"]) as app:
        for said in ("Nothing was logged", "Nobody is in your network", "Nothing was logged", "Nothing was rated"):
            await app.sees(said)
            await app.press("j")
        await app.sees("0 of 0 last")
        await app.press("enter", "escape")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))


async def test_today_says_how_many_last_and_how_that_moves(
    open_app: OpenApp, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netkeeper.tui.app.COUNT_EVERY_SECONDS", 0.05)
    cast.member(graduates_on=date(2027, 6, 2))
    anna = cast.add("Anna", "phone:040 every:none")  # No cadence brings Anna back after graduation.
    cast.add("Bo", "birthday:24.11.")
    cast.log(anna, "tea", date(2026, 9, 1))
    cast.log(anna, "coffee", TODAY - timedelta(days=3))
    async with open_app(size=(100, 24)) as app:
        await app.sees("191 days to graduation", "0 of 2 last, as a month ago")
        follow_up(cast.network, anna.id, "say hello", date(2027, 8, 1))
        await app.sees("1 of 2 last, 1 more than a month ago", under_toasts=True)


async def test_counting_waits_for_nobody_who_is_not_there(
    open_app: OpenApp, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netkeeper.tui.app.COUNT_EVERY_SECONDS", 0.01)
    async with open_app() as app:
        await app.press("question_mark", "escape")
        assert app.app.session.lasting is None


async def test_hostile_fields_are_shown_as_text(open_app: OpenApp, cast: Cast) -> None:
    for place, stored in enumerate(WORST):
        person = cast.add(f"Person {place}")
        with cast.network.transaction() as draft:
            draft.put_contact(replace(person, fields=(stored,)))
        cast.log(person, "tea", TODAY)
    async with open_app(keys=["8", "j", "j"], size=(120, 40)) as app:
        await app.sees("Contacts by step, and by field")
        text = app.text()
        for shown in WORST.values():
            assert shown[:20] in text
        assert all(line.isprintable() for line in text.splitlines())


@pytest.mark.parametrize("theme", ["jarvi", "koivu"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_contacts_as_a_picture(picture: Picture, year: Cast, size: tuple[int, int], theme: str) -> None:
    assert picture("8", size=size, theme=theme)


@pytest.mark.parametrize("keys", ["j", "jj", "jjj", "G"])
def test_the_other_plots_as_pictures(picture: Picture, year: Cast, keys: str) -> None:
    assert picture("8", *keys)


@pytest.mark.parametrize("keys", ["", "jj"])
def test_where_it_is_narrow_and_there_are_sixteen_colours(picture: Picture, year: Cast, keys: str) -> None:
    assert picture("8", *keys, size=(56, 20), theme="liitu")


def test_without_any_colour(picture: Picture, year: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture("8", "j")


def test_nothing_yet_as_a_picture(picture: Picture, cast: Cast) -> None:
    assert picture("8")
