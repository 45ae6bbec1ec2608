"""The contact form: everything about a person can be written, is checked beside its field, and undone."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.birthday import Birthday
from netkeeper.domain.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.ladder import Step, StepChange
from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def usual(cast: Cast) -> None:
    cast.usual()


def named(folder: str, name: str) -> Contact:
    """The one person of that name."""
    (found,) = [contact for contact in Network(folder).contacts() if contact.name == name]
    return found


async def test_adding_with_two_phones_a_birthday_and_a_promise_is_one_step(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a")
        await app.type("Mari Lind")
        await app.press("tab")
        await app.type("Arvo Oy")
        await app.press("down", "down", "down")
        await app.type("040 1")
        await app.press("tab")
        await app.type("mob")
        await app.press("tab", "ctrl+n")
        await app.type("09 2")
        await app.press("down")
        await app.type("design, sauna")
        await app.press("down", "c", "down")
        await app.type("first order")
        await app.press("down", "down", "down")
        await app.type("2w")
        await app.press("down")
        await app.type("send the offer")
        await app.press("down", "down", "down", "down")
        await app.type("29.2.")
        await app.press("enter")
        await app.sees("Added Mari Lind · next Mon 7 Dec · u takes it back", gone="Add somebody")
        mari = named(folder, "Mari Lind")
        assert mari.organization == "Arvo Oy"
        assert mari.phones == (Labelled("040 1", "mobile"), Labelled("09 2"))
        assert mari.fields == ("design", "sauna")
        assert mari.birthday == Birthday(2, 29)
        assert mari.ladder == (StepChange(TODAY, Step.CUSTOMER, "first order"),)
        promises = [followup for followup in Network(folder).followups(mari.id) if followup.is_open]
        assert [(promise.what, promise.due_on) for promise in promises] == [("send the offer", date(2026, 12, 7))]
        await app.press("u")
        await app.sees("Took back: Added Mari Lind")
    assert not any(contact.name == "Mari Lind" for contact in Network(folder).contacts())
    assert not any(followup.what == "send the offer" for followup in Network(folder).followups())


async def test_editing_a_phone_number_changes_that_and_nothing_else(open_app: OpenApp, folder: str) -> None:
    before = named(folder, "Anna Virtanen")
    async with open_app() as app:
        await app.press("e", "down", "down", "down", "down", *["backspace"] * 4)
        await app.type("0199")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen · u takes it back")
        after = named(folder, "Anna Virtanen")
        assert after.phones == (Labelled("+358 40 555 0199", "mobile"),)
        assert (after.emails, after.birthday, after.ladder) == (before.emails, before.birthday, before.ladder)
        await app.press("u")
        await app.sees("Took back: Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").phones == before.phones


async def test_saving_a_form_that_is_left_alone_changes_nothing(open_app: OpenApp, folder: str) -> None:
    before = len(list(Network(folder).past()))
    async with open_app() as app:
        await app.press("e")
        await app.sees("Edit · Anna Virtanen")
        await app.press("ctrl+s")
        await app.sees("PROMISED", gone="Edit · Anna Virtanen")
        assert app.toasts() == []
    assert len(list(Network(folder).past())) == before


async def test_everything_else_that_is_kept_can_be_written(open_app: OpenApp, folder: str) -> None:
    async with open_app(size=(120, 40)) as app:
        await app.press("e")
        await app.press(*["down"] * 8)
        await app.type("pekka s")
        await app.press("tab", "tab", "space", "down", "n", "down", "down", "down")
        await app.type("valimo.example")
        await app.press("down")
        await app.type("Katu 1")
        await app.press("tab")
        await app.type("work")
        await app.press("down", "down")
        await app.type("33100")
        await app.press("tab")
        await app.type("Tampere")
        await app.press("down", "down")
        await app.type("likes tea")
        await app.press("enter")
        await app.type("not coffee")
        await app.press("tab")
        await app.type("Dr.")
        await app.press("down", "space", "ctrl+s")
        await app.sees("Edited Anna Virtanen")
    anna = named(folder, "Anna Virtanen")
    assert anna.via == named(folder, "Pekka Salo").id
    assert anna.hopes == (Hope.EMPLOYER, Hope.CUSTOMER)
    assert anna.cadence == 0
    assert anna.urls == (Labelled("valimo.example"),)
    assert anna.addresses == (Address("work", street="Katu 1", postal_code="33100", locality="Tampere"),)
    assert anna.notes == "likes tea\nnot coffee"
    assert anna.name_parts == NameParts(prefix="Dr.", given="Anna", family="Virtanen")
    assert anna.archived


async def test_what_is_wrong_is_said_beside_the_field_and_saving_goes_there(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("e", "down", "down", "down")
        await app.press(*["backspace"] * len("@valimo.example"))
        screen = app.text()
        assert "can't be read" not in screen, "nobody nags while a line is typed"
        await app.press("down")
        screen = await app.sees("'anna' can't be read as an email address; write it like")
        lines = screen.splitlines()
        assert lines[[" anna " in line for line in lines].index(True) + 1].strip("│ ").startswith("'anna' can't")
        await app.press("down", "enter")
        await app.sees("Edit · Anna Virtanen")
        assert named(folder, "Anna Virtanen").emails == (Labelled("anna@valimo.example", "work"),)
        await app.type("@x.example")
        await app.sees("anna@x.example", gone="can't be read")
        await app.press("enter")
        await app.sees("Edited Anna Virtanen")
    assert named(folder, "Anna Virtanen").emails == (Labelled("anna@x.example", "work"),)


async def test_a_nameless_one_is_not_added(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("a", "tab")
        assert "A contact needs a name" not in app.text()
        await app.type("Arvo Oy")
        await app.press("enter")
        await app.sees("A contact needs a name; write at least one letter.")
        await app.type("Mari")
        await app.press("enter")
        await app.sees("Added Mari")
    assert named(folder, "Mari").organization == "Arvo Oy"


async def test_a_changed_form_asks_before_it_is_thrown_away(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("e")
        await app.type("x")
        await app.press("escape")
        await app.sees("Escape again leaves without it")
        await app.press("backspace", "escape")
        await app.sees("PROMISED", gone="Edit · Anna Virtanen")
        await app.press("a")
        await app.type("Mari")
        await app.press("escape", "escape")
        await app.sees("PROMISED", gone="Add somebody")
    assert len(Network(folder).contacts()) == 8
