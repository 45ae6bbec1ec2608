"""Changing what was logged: every field, people who come and go, and others who change the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netkeeper.actions.interactions.interactions import delete_interaction, edit_interaction
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.people.contact import Contact
from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened, seq_of

TODAY = date(2026, 11, 23)
Elsewhere = Callable[[], Network]
SIZE = (100, 32)
TO_THE_MEETING = ["enter", "j", "j", "e"]


@pytest.fixture(autouse=True)
def people(cast: Cast) -> dict[str, Contact]:
    return cast.usual()


def meeting(network: Network) -> Interaction:
    """Anna's meeting of 2 November, or what became of it."""
    anna = next(contact for contact in network.contacts() if contact.name == "Anna Virtanen")
    return network.interactions(anna.id)[0]


def change(network: Network, **changes: Any) -> Interaction:
    base = meeting(network)
    return edit_interaction(network, base, replace(base, **changes), TODAY)


async def set_note(app: Opened, text: str) -> None:
    await app.press("ctrl+end", "ctrl+u")
    await app.type(text)


async def test_it_is_filled_with_what_was_logged_and_leaving_asks_nothing(open_app: OpenApp, folder: str) -> None:
    before = seq_of(folder)
    async with open_app(size=SIZE, keys=TO_THE_MEETING) as app:
        await app.sees(
            "Edit · meeting with Anna Virtanen",
            "coffee, wants a workshop",
            "meeting · Mon 2 Nov · feeling 4 · recommended you · with Anna Virtanen",
            "When     Mon 2 Nov",
            "● meeting",
            "● 4",
            "✓ recommended you",
            "✓ Anna Virtanen",
        )
        await app.press("escape")
        assert len(app.app.screen_stack) == 1
        # Saving what nobody touched is no change either.
        await app.press("e", "enter")
        assert len(app.app.screen_stack) == 1
        assert app.toasts() == []
    assert seq_of(folder) == before


async def test_every_field_is_reached_by_tab(open_app: OpenApp, folder: str, people: dict[str, Contact]) -> None:
    async with open_app(size=SIZE, keys=TO_THE_MEETING) as app:
        await set_note(app, "tea, not coffee")
        await app.press("tab")
        await app.type("1.11.")
        await app.press("tab", "c", "tab", "5", "tab", "r", "i", "tab", "tab")
        await app.type("berg")
        await app.sees("Bo Bergman")
        await app.press("tab")
        await app.sees("call · Sun 1 Nov · feeling 5 · invited you · with Anna Virtanen and Bo Bergman")
        await app.press("enter")
        await app.hears("Edited a call with Anna Virtanen and Bo Bergman · u takes it back")
    network = Network(folder)
    edited = meeting(network)
    assert (edited.note, edited.on, edited.kind, edited.feeling) == (
        "tea, not coffee",
        date(2026, 11, 1),
        Kind.CALL,
        5,
    )
    assert edited.signals == (Signal.INVITED,)
    assert edited.contact_ids == (people["Anna"].id, people["Bo"].id)
    assert network.contact(people["Anna"].id).last_on == date(2026, 11, 1)


async def test_a_note_of_several_lines_keeps_them(open_app: OpenApp, cast: Cast, folder: str) -> None:
    change(cast.network, note="first\n\nthird")
    async with open_app(size=SIZE, keys=TO_THE_MEETING) as app:
        await app.sees("│ first", "│ third")
        await app.press("ctrl+j")
        await app.type("fourth")
        await app.press("enter")
        await app.hears("Edited a meeting")
    assert meeting(Network(folder)).note == "first\n\nthird\nfourth"


async def test_what_was_not_touched_stays_as_it_came(open_app: OpenApp, cast: Cast, folder: str) -> None:
    odd = "a\ttab\r\nand \x1b]52;c;AA==\x07 more\u202e"
    change(cast.network, note=odd)
    async with open_app(size=SIZE, keys=[*TO_THE_MEETING, "tab", "tab", "c", "enter"]) as app:
        await app.hears("Edited a call with Anna Virtanen")
    assert meeting(Network(folder)).note == odd


async def test_a_feeling_can_be_taken_away(open_app: OpenApp, folder: str) -> None:
    async with open_app(size=SIZE, keys=[*TO_THE_MEETING, "tab", "tab", "tab", "backspace", "enter"]) as app:
        await app.hears("Edited a meeting")
    assert meeting(Network(folder)).feeling is None


async def test_somebody_must_remain_whom_it_was_with(
    open_app: OpenApp, folder: str, people: dict[str, Contact]
) -> None:
    async with open_app(size=SIZE, keys=[*TO_THE_MEETING, "shift+tab", "shift+tab"]) as app:
        # Back round the end: from the note to the last field, and on to the people.
        await app.press("space", "enter")
        await app.sees("Leave somebody whom it was with")
        await app.press("tab")
        await app.type("pekka, heidi")
        await app.press("enter")
        await app.hears("Edited a meeting with Pekka Salo and Heidi Moilanen")
    network = Network(folder)
    assert network.interactions(people["Pekka"].id)[0].contact_ids == (people["Pekka"].id, people["Heidi"].id)
    assert network.contact(people["Anna"].id).last_on == date(2026, 9, 1)


SLIPS = {"when": ("soon", "Can't read 'soon' as a date"), "more": ("nobody", "No one fits 'nobody'")}


@pytest.mark.parametrize("field", SLIPS)
async def test_what_cannot_be_read_is_said_and_nothing_is_lost(open_app: OpenApp, folder: str, field: str) -> None:
    before = seq_of(folder)
    typed, answer = SLIPS[field]
    async with open_app(size=SIZE, keys=TO_THE_MEETING) as app:
        await app.type(" and cake")
        await app.press("tab" if field == "when" else "shift+tab")
        await app.type(typed)
        await app.press("enter")
        await app.sees(answer, "and cake")
        assert app.text().count(answer) == 1
        await app.press("escape")
        await app.sees("Escape again leaves without it")
        await app.press("escape")
        assert len(app.app.screen_stack) == 1
    assert seq_of(folder) == before


async def test_a_day_to_come_is_refused(open_app: OpenApp) -> None:
    async with open_app(size=SIZE, keys=[*TO_THE_MEETING, "tab"]) as app:
        await app.type("24.12.2026")
        await app.sees("Thu 24 Dec is still to come; give a day up to today.")


async def test_what_others_changed_meanwhile_is_merged(open_app: OpenApp, elsewhere: Elsewhere, folder: str) -> None:
    async with open_app(size=SIZE, keys=TO_THE_MEETING) as app:
        await app.type(" and cake")
        change(elsewhere(), feeling=1)
        await app.sees("From elsewhere: Edited a meeting")
        await app.press("enter")
        await app.until(lambda: len(app.app.screen_stack) == 1)
    edited = meeting(Network(folder))
    assert (edited.note, edited.feeling) == ("coffee, wants a workshop and cake", 1)


async def test_where_both_changed_the_same_it_is_asked_and_never_lost(
    open_app: OpenApp, elsewhere: Elsewhere, folder: str
) -> None:
    async with open_app(size=SIZE, keys=TO_THE_MEETING) as app:
        await app.type(" and cake")
        change(elsewhere(), note="juice", kind=Kind.EVENT)
        await app.press("enter")
        await app.sees(
            "Changed elsewhere meanwhile: note.",
            "event · Mon 2 Nov",
            "juice",
            "Enter puts yours",
            "and cake",
            "● event",
        )
        assert meeting(Network(folder)).note == "juice"
        await app.press("enter")
        await app.until(lambda: len(app.app.screen_stack) == 1)
    edited = meeting(Network(folder))
    assert (edited.note, edited.kind) == ("coffee, wants a workshop and cake", Kind.EVENT)


async def test_deleted_meanwhile_is_said_and_what_was_typed_stays(open_app: OpenApp, elsewhere: Elsewhere) -> None:
    async with open_app(size=SIZE, keys=TO_THE_MEETING) as app:
        await app.type(" and cake")
        other = elsewhere()
        delete_interaction(other, meeting(other).id)
        await app.press("enter")
        await app.sees("isn't in the timeline any more", "and cake")


async def test_the_mouse_alone_changes_it(open_app: OpenApp, folder: str) -> None:
    async with open_app(size=(120, 40)) as app:
        await app.click("asked about prices")
        await app.click("asked about prices")
        await app.sees("Edit · call")
        await app.click("○ email")
        await app.click("○ 5")
        await app.sees("email · Tue 1 Sep · feeling 5")
        await app.click("enter save")
        await app.hears("Edited an email with Anna Virtanen")


@pytest.mark.parametrize("size", [(80, 24), (56, 20)])
async def test_it_works_where_there_is_little_room(open_app: OpenApp, folder: str, size: tuple[int, int]) -> None:
    async with open_app(size=size, keys=TO_THE_MEETING) as app:
        await app.until(lambda: len(app.app.screen_stack) > 1 and app.app.screen.focused is not None)
        await app.type(" x")
        await app.press("enter")
        await app.until(lambda: len(app.app.screen_stack) == 1)
    assert meeting(Network(folder)).note == "coffee, wants a workshop x"
