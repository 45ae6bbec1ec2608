"""A form that meets a change made elsewhere: brought together, asked about, never lost and never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.people.bulk import archive, move
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.store.network import Network
from netkeeper.tui.person.form.conflicts import Side, conflicts_of, resolved
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import FORBIDDEN_BYTES, TRAPS

TODAY = date(2026, 11, 23)

Elsewhere = Callable[[], Network]


@pytest.fixture
def anna(cast: Cast) -> Contact:
    return cast.usual()["Anna"]


def put(network: Network, contact: Contact) -> None:
    with network.transaction(f"Edited {contact.name}") as draft:
        draft.put_contact(contact)


def now(folder: str, contact: Contact) -> Contact:
    return Network(folder).contact(contact.id)


async def test_different_things_go_together_without_a_word(
    open_app: OpenApp, folder: str, anna: Contact, elsewhere: Elsewhere
) -> None:
    async with open_app() as app:
        await app.press("e", "down", "down")
        await app.type(" of brands")
        await app.press("down", "down", "ctrl+n")
        await app.type("09 1")
        there = elsewhere()
        theirs = there.contact(anna.id)
        put(there, replace(theirs, organization="Arvo", phones=(*theirs.phones, Labelled("09 2"))))
        await app.press("enter")
        await app.sees("Edited Anna Virtanen · u takes it back", gone="Edit · Anna")
    after = now(folder, anna)
    assert (after.organization, after.title) == ("Arvo", "Brand lead of brands")
    assert {phone.value for phone in after.phones} == {"+358 40 555 0101", "09 1", "09 2"}


async def test_the_same_thing_is_asked_about_and_mine_can_be_taken(
    open_app: OpenApp, folder: str, anna: Contact, elsewhere: Elsewhere
) -> None:
    async with open_app() as app:
        await app.press("e", "down", *["backspace"] * 6)
        await app.type("Arvo")
        await app.press("down")
        await app.type("s")
        there = elsewhere()
        theirs = there.contact(anna.id)
        put(there, replace(theirs, organization="Tuike", title="Chef", met="Slush 2024"))
        await app.press("ctrl+s")
        await app.sees("Changed elsewhere · Anna Virtanen", "mine    Arvo", "theirs  Tuike", "theirs  Chef")
        await app.press("down", "t", "enter")
        await app.sees("Edited Anna Virtanen", gone="Changed elsewhere")
        after = now(folder, anna)
        assert (after.organization, after.title, after.met) == ("Arvo", "Chef", "Slush 2024")
        await app.press("u")
        await app.sees("Took back: Edited Anna Virtanen")
    assert now(folder, anna).organization == "Tuike"


async def test_going_back_from_the_question_loses_nothing(
    open_app: OpenApp, folder: str, anna: Contact, elsewhere: Elsewhere
) -> None:
    async with open_app() as app:
        await app.press("e", "down")
        await app.type("X")
        put(elsewhere(), replace(now(folder, anna), organization="Tuike"))
        await app.press("enter")
        await app.sees("Changed elsewhere ·")
        await app.press("escape")
        await app.sees("ValimoX", "Edit · Anna Virtanen", gone="Changed elsewhere")
        assert now(folder, anna).organization == "Tuike"
        await app.press("enter")
        await app.sees("Changed elsewhere ·")
        await app.click("○ theirs")
        await app.click("enter save as chosen")
        await app.sees("PROMISED", gone="Changed elsewhere")
    assert now(folder, anna).organization == "Tuike"


async def test_another_change_while_one_is_asked_is_asked_about_too(
    open_app: OpenApp, folder: str, anna: Contact, elsewhere: Elsewhere
) -> None:
    async with open_app() as app:
        await app.press("e", "down")
        await app.type("X")
        there = elsewhere()
        put(there, replace(there.contact(anna.id), organization="Tuike"))
        await app.press("enter")
        await app.sees("theirs  Tuike")
        put(there, replace(there.contact(anna.id), organization="Salmi"))
        await app.press("enter")
        await app.sees("theirs  Salmi", "mine    ValimoX")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen", gone="Changed elsewhere")
    assert now(folder, anna).organization == "ValimoX"


async def test_a_move_made_elsewhere_stays_in_the_past_of_mine(
    open_app: OpenApp, folder: str, anna: Contact, elsewhere: Elsewhere
) -> None:
    async with open_app() as app:
        await app.press("e", *["down"] * 6, "r", "down")
        await app.type("second order")
        move(elsewhere(), [anna.id], Step.POTENTIAL, "paused", TODAY)
        await app.press("enter")
        await app.sees("mine    today · regular: second order", "theirs  today · potential: paused")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen")
    assert [(move.step, move.reason) for move in now(folder, anna).ladder] == [
        (Step.CUSTOMER, ""),
        (Step.POTENTIAL, "paused"),
        (Step.REGULAR, "second order"),
    ]


async def test_who_was_put_away_meanwhile_stays_away_and_that_is_said(
    open_app: OpenApp, folder: str, anna: Contact, elsewhere: Elsewhere
) -> None:
    async with open_app() as app:
        await app.press("e", "down")
        await app.type("X")
        archive(elsewhere(), [anna.id])
        await app.press("enter")
        await app.until(lambda: any("they were archived elsewhere meanwhile" in toast for toast in app.toasts()))
    after = now(folder, anna)
    assert after.archived
    assert after.organization == "ValimoX"


async def test_who_is_gone_meanwhile_can_be_brought_back(
    open_app: OpenApp, folder: str, cast: Cast, elsewhere: Elsewhere
) -> None:
    cast.usual()
    zoe = cast.add("Zoe Aho", "every:1d")
    async with open_app(size=(80, 40)) as app:
        await app.press("m", "G")
        while app.chosen != "Zoe Aho":
            await app.press("k")
        await app.press("e", "down")
        await app.type("Arvo")
        there = elsewhere()
        assert there.undo().what == "Added Zoe Aho"
        await app.press("enter")
        await app.sees("Zoe Aho was taken out elsewhere meanwhile. Save again to bring them back", "Edit · Zoe Aho")
        assert not Network(folder).has_contact(zoe.id)
        await app.press("enter")
        await app.sees("Added Zoe Aho", gone="Edit · Zoe Aho")
    assert now(folder, zoe).organization == "Arvo"


@pytest.mark.parametrize("text", TRAPS)
async def test_hostile_changes_are_harmless_to_look_at(
    open_app: OpenApp, folder: str, anna: Contact, elsewhere: Elsewhere, text: str
) -> None:
    async with open_app() as app:
        await app.press("e", "down")
        await app.type("X")
        put(elsewhere(), replace(now(folder, anna), organization=text))
        await app.press("enter")
        screen = await app.sees("Changed elsewhere ·")
        assert not any(harm.decode() in screen for harm in FORBIDDEN_BYTES)
        assert TRAPS[text] in screen


def test_lists_and_notes_may_hold_both() -> None:
    theirs = Contact(
        "1", "Anna", fields=("food", "tech"), notes="tea\nsails", emails=(Labelled("a@x.example", "work"),)
    )
    mine = replace(theirs, fields=("design",), notes="tea\nskis", emails=())
    clashes = conflicts_of(["fields", "notes", "emails", "met"], mine, theirs, TODAY, str)
    assert [clash.may_be_both for clash in clashes] == [True, True, False, False]
    assert [clash.theirs for clash in clashes] == ["food; tech", "tea\nsails", "a@x.example (work)", "nothing"]
    after = resolved(theirs, mine, {"fields": Side.BOTH, "notes": Side.BOTH, "emails": Side.THEIRS})
    assert after.fields == ("food", "tech", "design")
    assert after.notes == "tea\nsails\nskis"
    assert after.emails == theirs.emails
