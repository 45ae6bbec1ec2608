"""Keys that come all at once, as over a slow line, do what they do one by one."""

from __future__ import annotations

from datetime import date

from netkeeper.domain.people.contact import Contact
from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp


def only(folder: str) -> Contact:
    (person,) = Network(folder).contacts()
    return person


async def test_what_is_typed_after_tab_goes_into_the_next_field(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("2", "a")
        await app.sees("Add somebody")
        await app.burst("Anna Virtanen\tValimo\tBrand lead\tanna@valimo.example\r")
        await app.until(lambda: app.app.screen is app.people)
    anna = only(folder)
    assert (anna.name, anna.organization, anna.title) == ("Anna Virtanen", "Valimo", "Brand lead")
    assert [email.value for email in anna.emails] == ["anna@valimo.example"]


async def test_tab_takes_what_is_suggested_for_all_that_was_typed_before_it(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    cast.add("Anna", "field:design,desserts,food,mobility")
    cast.add("Bo")
    async with open_app() as app:
        await app.press("2", "G", "t")
        await app.burst("de")
        await app.sees("design", "desserts")
        await app.burst("si\t, mo\t\r")
        await app.until(lambda: app.app.screen is app.people)
    assert {person.fields for person in Network(folder).contacts() if person.name == "Bo"} == {("design", "mobility")}


async def test_tab_and_back_again(open_app: OpenApp, cast: Cast, folder: str) -> None:
    cast.add("Anna")
    async with open_app() as app:
        await app.press("l")
        await app.burst("coffee\t\tyesterday")
        await app.press("shift+tab", "shift+tab")
        await app.burst(" and cake\r")
        await app.until(lambda: app.app.screen is app.today)
    (interaction,) = Network(folder).interactions()
    assert interaction.note == "coffee and cake"
    assert interaction.on.isoformat() == "2026-11-22"


async def test_keys_after_the_one_that_opens_a_change_go_into_it(open_app: OpenApp, cast: Cast, folder: str) -> None:
    anna = cast.add("Anna")
    cast.promise(anna, "send the offer", date(2026, 11, 20))
    async with open_app() as app:
        await app.press("enter", "g", "j")
        await app.burst("ez")
        await app.sees("Follow-up ·")
    assert not only(folder).archived
