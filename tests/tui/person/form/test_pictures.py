"""Pictures of the contact form and what belongs to it, compared with those that were found good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from textual.pilot import Pilot

from netkeeper.actions.people.bulk import move
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.person.dialogs.step_change import StepDialog
from netkeeper.tui.person.subject import Subject
from tests.tui.cast import Cast
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)
SnapCompare = Callable[..., bool]
Picture = Callable[..., bool]
THEMES = ("jarvi", "koivu")


@pytest.fixture
def people(cast: Cast) -> dict[str, Contact]:
    """The usual people, of whom Anna is known well."""
    people = cast.usual()
    network = cast.network
    move(network, [people["Anna"].id], Step.REGULAR, "second workshop ordered", date(2026, 11, 3))
    anna = replace(
        network.contact(people["Anna"].id),
        emails=(Labelled("anna@valimo.example", "work"), Labelled("anna.virtanen@home.example", "home")),
        urls=(Labelled("https://valimo.example/people/anna"),),
        addresses=(Address("work", street="Kauppakatu 12", postal_code="40100", locality="Jyväskylä", country="Finland"),),
        hopes=(Hope.EMPLOYER, Hope.MENTOR),
        via=people["Pekka"].id,
        notes="Likes sailing, and short mails.\nKnows everybody at the chamber of commerce.",
    )  # fmt: skip
    with network.transaction("Edited Anna Virtanen") as draft:
        people["Anna"] = draft.put_contact(anna)
    return people


@pytest.fixture
def picture(snap_compare: SnapCompare, folder: str) -> Picture:
    """Compares the app with a picture, after some keys; what stands after a blank is typed."""

    def compare(
        *keys: str,
        size: tuple[int, int] = (80, 24),
        theme: str = THEMES[0],
        meanwhile: Callable[[], object] | None = None,
        then: Sequence[str] = (),
    ) -> bool:
        app = NetkeeperApp(Network(folder), lambda: TODAY)

        async def before(pilot: Pilot[None]) -> None:
            screen = Opened(app, pilot)
            app.theme_applier.apply_theme(theme)
            await screen.settled()
            for key in keys:
                await (screen.type(key[1:]) if key.startswith(" ") else screen.press(key))
            if meanwhile is not None:
                meanwhile()
                await screen.until(lambda: bool(screen.toasts()))
                app.clear_notifications()
            await screen.press(*then)
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.mark.parametrize("theme", THEMES)
def test_adding(picture: Picture, people: dict[str, Contact], theme: str) -> None:
    assert picture("a", theme=theme)


def test_adding_on_an_empty_network(picture: Picture) -> None:
    assert picture("a", size=(120, 40))


def test_adding_one_who_looks_known(picture: Picture, people: dict[str, Contact]) -> None:
    assert picture("a", " anna virtanen", "tab", " Valimo")


def test_what_is_wrong_stands_beside_its_field(picture: Picture, people: dict[str, Contact]) -> None:
    assert picture(
        "a",
        " Mari Lind",
        "down",
        "down",
        "down",
        " mari",
        "down",
        "down",
        "down",
        "down",
        "down",
        "down",
        " soon",
        "tab",
    )


def test_suggestions(picture: Picture, people: dict[str, Contact]) -> None:
    assert picture("a", " Mari Lind", "down", "down", "down", "down", "down", " d")


@pytest.mark.parametrize("theme", THEMES)
def test_editing(picture: Picture, people: dict[str, Contact], theme: str) -> None:
    assert picture("e", theme=theme)


def test_editing_further_down(picture: Picture, people: dict[str, Contact]) -> None:
    assert picture("e", "shift+tab")


@pytest.mark.parametrize("theme", THEMES)
def test_editing_wide(picture: Picture, people: dict[str, Contact], theme: str) -> None:
    assert picture("e", *["down"] * 7, "p", "tab", size=(120, 40), theme=theme)


def test_editing_very_wide(picture: Picture, people: dict[str, Contact]) -> None:
    assert picture("e", size=(200, 60))


def test_editing_narrow(picture: Picture, people: dict[str, Contact]) -> None:
    assert picture("e", *["down"] * 5, size=(56, 20))


def test_asked_before_it_is_thrown_away(picture: Picture, people: dict[str, Contact]) -> None:
    assert picture("e", " x", "escape")


@pytest.mark.parametrize("theme", THEMES)
def test_changed_elsewhere(picture: Picture, people: dict[str, Contact], folder: str, theme: str) -> None:
    def elsewhere() -> None:
        there = Network(folder)
        with there.transaction("Edited Anna Virtanen") as draft:
            draft.put_contact(
                replace(
                    people["Anna"],
                    organization="Valimo Group",
                    fields=("food", "events"),
                    notes="Likes sailing.\nHas a new boat.",
                )
            )

    keys = ("e", "down", "  Oy", *["down"] * 5, *["backspace"] * 6, " packaging", *["down"] * 13, " Prefers calls. ")
    assert picture(*keys, meanwhile=elsewhere, then=("ctrl+s",), theme=theme)


@pytest.mark.parametrize("theme", THEMES)
def test_step(picture: Picture, people: dict[str, Contact], theme: str) -> None:
    assert picture("p", "left", "tab", " no budget until spring", theme=theme)


def test_step_of_several(snap_compare: SnapCompare, folder: str, people: dict[str, Contact]) -> None:
    app = NetkeeperApp(Network(folder), lambda: TODAY)

    async def before(pilot: Pilot[None]) -> None:
        screen = Opened(app, pilot)
        app.theme_applier.apply_theme(THEMES[0])
        await screen.settled()
        screen.today.ask(StepDialog(app.session, [Subject(each.id, each.name) for each in people.values()]))
        await screen.quiet()
        await pilot.pause()

    assert snap_compare(app, terminal_size=(80, 24), run_before=before)


def test_moves_on_the_ladder_in_the_pane(picture: Picture, people: dict[str, Contact]) -> None:
    assert picture(size=(120, 40))
