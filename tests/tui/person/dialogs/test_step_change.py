"""Moving people on the ladder from the app: where to, why, and how they came to stand there."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.actions.people.bulk import move
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.store.network import Network
from netkeeper.tui.person.dialogs.step_change import StepDialog
from netkeeper.tui.person.subject import Subject
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import TRAPS

TODAY = date(2026, 11, 23)


@pytest.fixture
def people(cast: Cast) -> dict[str, Contact]:
    return cast.usual()


async def test_the_next_step_is_chosen_already_and_the_reason_is_kept(
    open_app: OpenApp, folder: str, people: dict[str, Contact]
) -> None:
    async with open_app() as app:
        await app.press("p")
        await app.sees("Step · Anna Virtanen", "● regular ▲▲▲", "Wed 1 Oct 2025 · customer")
        await app.press("tab")
        await app.type("second order")
        await app.press("enter")
        await app.sees("Moved Anna Virtanen from customer to regular", gone="So far")
        anna = Network(folder).contact(people["Anna"].id)
        assert anna.ladder[-1] == StepChange(TODAY, Step.REGULAR, "second order")
        await app.press("u")
        await app.sees("Took back: Moved Anna Virtanen")
    assert Network(folder).contact(people["Anna"].id) == people_now(people["Anna"], folder)


def people_now(person: Contact, folder: str) -> Contact:
    """The person as kept, with the past on the ladder that they had to begin with."""
    kept = Network(folder).contact(person.id)
    assert (kept.step, kept.ladder) == (person.step, person.ladder)
    return kept


async def test_a_first_letter_chooses_and_a_reason_is_asked_after(
    open_app: OpenApp, folder: str, people: dict[str, Contact]
) -> None:
    async with open_app() as app:
        await app.press("p", "p", "tab")
        await app.type("they moved away")
        await app.press("escape")
        await app.sees("Escape again leaves without it")
        await app.press("enter")
        await app.sees("Moved Anna Virtanen from customer to potential")
    assert Network(folder).contact(people["Anna"].id).ladder[-1] == StepChange(TODAY, Step.POTENTIAL, "they moved away")


async def test_who_is_there_already_is_said_and_nothing_changes(
    open_app: OpenApp, folder: str, people: dict[str, Contact]
) -> None:
    async with open_app() as app:
        await app.press("p", "c", "enter")
        await app.sees("Anna Virtanen is a customer already; nothing was changed.", "Step · Anna Virtanen")
        await app.press("escape")
    assert Network(folder).contact(people["Anna"].id).ladder == people["Anna"].ladder


async def test_several_move_as_one_step(open_app: OpenApp, folder: str, people: dict[str, Contact]) -> None:
    subjects = [Subject(people[name].id, people[name].name) for name in ("Anna", "Pekka", "Bo")]
    async with open_app() as app:
        app.today.ask(StepDialog(app.app.session, subjects))
        await app.sees("Step · 3 people", "2 are on potential", "1 is on customer", "● customer ▲▲△")
        await app.press("enter")
        await app.until(lambda: bool(app.toasts()))
        assert app.toasts() == ["Moved Pekka Salo and Bo Bergman to customer · 1 stood there already · u takes it back"]
        await app.press("u")
        await app.sees("Took back: Moved Pekka Salo and Bo Bergman")
    for subject in subjects:
        assert Network(folder).contact(subject.contact_id).ladder == people[subject.name.split()[0]].ladder


async def test_the_mouse_alone_moves(open_app: OpenApp, folder: str, people: dict[str, Contact]) -> None:
    async with open_app(size=(120, 24)) as app:
        await app.click("p step")
        await app.sees("Step · Anna Virtanen")
        await app.click("potential ▲△△")
        await app.click("enter move")
        await app.sees("Moved Anna Virtanen")
    assert Network(folder).contact(people["Anna"].id).step is Step.POTENTIAL


@pytest.mark.parametrize("text", TRAPS)
async def test_a_hostile_reason_is_harmless(open_app: OpenApp, cast: Cast, folder: str, text: str) -> None:
    with cast.network.transaction("Added") as draft:
        anna = draft.put_contact(Contact(id="", name=f"Anna {text}"))
    move(cast.network, [anna.id], Step.CUSTOMER, text, date(2026, 1, 2))
    async with open_app(size=(120, 40)) as app:
        await app.press("p")
        await app.sees("So far", f"Fri 2 Jan · customer: {TRAPS[text]}")


async def test_the_pane_tells_of_every_move_and_why(
    open_app: OpenApp, cast: Cast, folder: str, people: dict[str, Contact]
) -> None:
    move(cast.network, [people["Anna"].id], Step.REGULAR, "second order [b]", date(2026, 11, 3))
    async with open_app(size=(120, 40)) as app:
        screen = await app.sees("ladder Tue 3 Nov · regular: second order [b]", "       Wed 1 Oct 2025 · customer")
        assert screen.index("Tue 3 Nov") < screen.index("Wed 1 Oct 2025")
        await app.press("j")
        await app.sees("Pekka Salo", gone="ladder")
