"""Whatever is pressed, the app goes on until one leaves it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import platformdirs
import pytest

from netkeeper.store.doctor import examine
from netkeeper.store.network import Network
from netkeeper.tui.draw import toast
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.monkey import Monkey
from tests.tui.places import furnish

GIVEN = [
    "Aino",
    "Eero",
    "Helmi",
    "Ilmari",
    "Jaana",
    "Kalle",
    "Liisa",
    "Markku",
    "Niina",
    "Olavi",
    "Päivi",
    "Risto",
    "Sanna",
    "Timo",
    "Åke",
    "Äly",
]
FAMILY = ["Aalto", "Berg", "Hirvonen", "Järvinen"]
SEEDS = range(2, 12)
"""Which games are played for long, of 2,000 keys each."""
SHOWN = 120
"""How many of the last keys a failure tells."""


@pytest.fixture
def many(cast: Cast, surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network with a fair number of people, something of everything, and files to be found."""
    downloads = surroundings / "Downloads"
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(downloads))
    monkeypatch.setattr(toast, "_SECONDS", 6)  # Here they may go at any time, also while they are clicked on.
    monkeypatch.chdir(surroundings)
    furnish(cast, downloads)
    for number, name in enumerate(f"{given} {family}" for family in FAMILY for given in GIVEN):
        person = cast.add(name, f"org:Firma{number % 9} field:food,design every:{1 + number % 9}w")
        if number % 3 == 0:
            cast.log(person, "met at the fair", date(2026, 10, 1 + number % 28))
        if number % 5 == 0:
            cast.promise(person, f"send it {number}", date(2026, 11, 20))


async def play(open_app: OpenApp, seed: int, keys: int) -> None:
    """Let a monkey play, opening the app anew whenever it leaves; tell what it pressed where something goes wrong."""
    monkey = Monkey(seed)
    while len(monkey.pressed) < keys:
        begun = len(monkey.pressed)
        try:
            async with open_app(welcomes=True) as app:
                await monkey.play(app, keys - begun)
            assert app.app.return_code in (None, 0)
        except Exception as error:
            pressed = monkey.pressed[begun:]
            told = f"seed {seed}, after {len(pressed)} keys, of which the last were: {' | '.join(pressed[-SHOWN:])}"
            raise AssertionError(told) from error


def assert_sound(folder: str) -> None:
    """Nothing is damaged, and what was done is on record; a game may end with everybody taken back."""
    wrong = [found.text for found in examine(folder) if found.level == "bad"]
    assert not wrong
    assert next(Network(folder).past(), None)


async def test_a_monkey_plays_for_a_moment(open_app: OpenApp, many: None, folder: str) -> None:
    await play(open_app, seed=1, keys=250)
    assert_sound(folder)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_monkey_plays_for_long(open_app: OpenApp, many: None, folder: str, seed: int) -> None:
    await play(open_app, seed, keys=2000)
    assert_sound(folder)
