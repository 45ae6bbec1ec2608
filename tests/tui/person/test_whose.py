"""Whose somebody is: yours, or the team's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netkeeper.domain.people.contact import Contact
from netkeeper.store.network import Network
from netkeeper.tui.forms.choice import Choice
from netkeeper.tui.forms.form_line import FormLine
from netkeeper.tui.person.form.carry_over import carried_over
from netkeeper.tui.person.form.entry import ContactEntry
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)


def whose(app: Opened) -> Choice:
    """The line of the form."""
    (line,) = (each for each in app.app.screen.query(FormLine) if each.about == "of_team")
    (choice,) = line.fields
    assert isinstance(choice, Choice)
    return choice


async def test_somebody_is_the_teams_and_the_card_says_so(open_app: OpenApp, cast: Cast, folder: str) -> None:
    cast.add("Anna Virtanen", "org:Valimo")
    async with open_app(size=(120, 40), keys=["2", "e"]) as app:
        app.app.screen.set_focus(whose(app))
        await app.press("t", "ctrl+s")
        await app.sees("Edited Anna Virtanen", "potential · the team's")
        await app.press("e")
        assert whose(app).values == ("team",)
        await app.click("mine")
        await app.press("ctrl+s")
        await app.sees("potential", gone="the team's")
    (anna,) = Network(folder).contacts()
    assert not anna.of_team


async def test_whose_somebody_new_is_can_be_said_at_once(open_app: OpenApp, folder: str) -> None:
    async with open_app(keys=["a"]) as app:
        await app.type("Bo Bergman")
        app.app.screen.set_focus(whose(app))
        await app.press("right", "ctrl+s")
        await app.until(lambda: len(app.app.screen_stack) == 1)
    (bo,) = Network(folder).contacts()
    assert bo.of_team


async def test_history_tells_of_it(open_app: OpenApp, cast: Cast) -> None:
    anna = cast.add("Anna Virtanen")
    with cast.network.transaction("Gave Anna to the team") as draft:
        draft.put_contact(replace(anna, of_team=True))
    async with open_app(size=(120, 40), keys=["9"]) as app:
        await app.sees("whose", "the team's")


def test_what_was_written_about_somebody_new_goes_to_the_one_who_is_known() -> None:
    known, new = Contact("1", "Anna"), Contact("", "Anna", of_team=True)
    assert carried_over(ContactEntry.of(new), known, "").of_team
    assert carried_over(ContactEntry.of(Contact("", "Anna")), replace(known, of_team=True), "").of_team
    assert not carried_over(ContactEntry.of(Contact("", "Anna")), known, "").of_team
