"""Pictures of History, compared with those that were looked at and found good."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from textual.pilot import Pilot

from netkeeper.actions.interactions.log import log
from netkeeper.actions.people import bulk, people
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.ladder import Step
from netkeeper.store.journal import APP, SHELL
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)


@pytest.fixture
def picture(snap_compare: Callable[..., bool], folder: str) -> Callable[..., bool]:
    """Compares History with a picture, after some keys."""

    def compare(*keys: str, size: tuple[int, int] = (80, 24), theme: str = "textual-dark") -> bool:
        network = Network(folder, clock=lambda: datetime(2026, 11, 23, 12, 5, tzinfo=UTC), by=APP)
        app = NetkeeperApp(network, lambda: TODAY)

        async def before(pilot: Pilot[None]) -> None:
            screen = Opened(app, pilot)
            app.theme = theme
            await screen.settled()
            await screen.press("9", *keys)
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.fixture
def past(folder: str) -> None:
    """A fortnight's doings, by the app and the shell."""
    moments: Iterator[datetime] = iter(
        datetime(2026, 11, day, hour, minute, tzinfo=UTC)
        for day, hour, minute in [
            (9, 7, 12), (9, 7, 15), (9, 7, 15), (12, 13, 40), (16, 6, 55), (16, 15, 20), (20, 9, 5), (22, 18, 31), (23, 6, 50),
        ]
    )  # fmt: skip

    def now(by: str = APP) -> tuple[Network, date]:
        moment = next(moments)
        return Network(folder, clock=lambda: moment, by=by), (moment + timedelta(hours=2)).date()

    def add(name: str, words: str, by: str = APP) -> str:
        network, day = now(by)
        return people.add(network, name, contact_changes(split_text(words), day), day).contact.id

    def met(contact_id: str, words: str, by: str = SHELL) -> None:
        network, day = now(by)
        log(network, [contact_id], log_words(split_text(words), day), day)

    anna = add("Anna Virtanen", 'org:Valimo title:"Brand lead" field:food,design phone:"mobile=+358 40 555 0101"')
    pekka = add("Pekka Salo", "org:Salmi every:6w via:anna", SHELL)
    add("田中 太郎", "field:design")
    met(anna, 'coffee, wants a workshop feel:4 next:1w todo:"send workshop offer"')
    met(pekka, "lunch kind:call")
    network, day = now()
    bulk.move(network, [anna], Step.CUSTOMER, "bought a workshop for the whole team", day)
    network, day = now()
    changes = contact_changes(
        split_text('-phone:"+358 40 555 0101" phone:"mobile=+358 50 555 0202" title:"Head of brand"'), day
    )
    people.edit(network, anna, changes, day)
    network, day = now(SHELL)
    bulk.archive(network, [pekka])
    network, _ = now()
    network.undo()


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_history(picture: Callable[..., bool], past: None, theme: str) -> None:
    assert picture("j", "j", theme=theme)


def test_details(picture: Callable[..., bool], past: None) -> None:
    assert picture("j", "j", "enter")


def test_back_to_here(picture: Callable[..., bool], past: None) -> None:
    assert picture("j", "j", "j", "j", "b")


def test_history_wide(picture: Callable[..., bool], past: None) -> None:
    assert picture("j", "j", "j", "b", "enter", size=(120, 40))


def test_history_narrow(picture: Callable[..., bool], past: None) -> None:
    assert picture("j", size=(56, 20))


def test_an_empty_history(picture: Callable[..., bool]) -> None:
    assert picture()
