"""Pictures of People, compared with those that were looked at and found good."""

from __future__ import annotations

import pytest

from netkeeper.actions.network.member import save_search
from netkeeper.actions.people.bulk import archive
from tests.tui.cast import Cast
from tests.tui.rooms.today.test_pictures import Picture, picture

__all__ = ["picture"]

MORE = {
    "Väinö Äyräs": 'org:"Äyräs & pojat" field:food/dairy step:customer every:6w met:"Farmers’ market"',
    "李小龍": "org:Jeet field:design",
    "👩‍👩‍👧 Family Ruotsalainen-Kuusisaari": "field:health/tech,education,games",
    "שרה כהן": "org:Haifa",
}
"""People whose names are hard on columns."""


@pytest.fixture
def some(cast: Cast) -> Cast:
    cast.usual()
    for name, words in MORE.items():
        cast.add(name, words)
    return cast


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
@pytest.mark.usefixtures("some")
def test_people(picture: Picture, theme: str) -> None:
    assert picture("2", "j", theme=theme)


@pytest.mark.parametrize("size", [(56, 20), (120, 40), (200, 60)], ids=["narrow", "wide", "vast"])
@pytest.mark.usefixtures("some")
def test_people_at(picture: Picture, size: tuple[int, int]) -> None:
    assert picture("2", "j", size=size)


@pytest.mark.usefixtures("some")
def test_sorted(picture: Picture) -> None:
    assert picture("2", "o", "o", "O", size=(120, 40))


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
@pytest.mark.usefixtures("some")
def test_found(picture: Picture, theme: str) -> None:
    assert picture("2", "slash", "a", "enter", theme=theme, size=(120, 40))


@pytest.mark.usefixtures("some")
def test_found_and_selected(picture: Picture) -> None:
    assert picture("2", "G", "space", "slash", "a", "n", "enter", "space", "space")


@pytest.mark.usefixtures("some")
def test_a_slip_in_a_search(picture: Picture) -> None:
    assert picture("2", "slash", typed="step:boss ")


@pytest.mark.usefixtures("some")
def test_nobody_fits(picture: Picture) -> None:
    assert picture("2", "slash", typed="anna field:games ")


def test_nobody_yet(picture: Picture) -> None:
    assert picture("2")


def test_one_person(picture: Picture, cast: Cast) -> None:
    cast.add("Anna Aho")
    assert picture("2")


def test_the_archive(picture: Picture, some: Cast) -> None:
    archive(some.network, [contact_id for contact_id, name in some.network.names() if name < "C"])
    assert picture("2", "slash", *"is", "colon", *"archived", "enter")


@pytest.mark.usefixtures("some")
def test_saving_a_search(picture: Picture) -> None:
    assert picture("2", "slash", *"dairy", "enter", "w", typed="Dairy people")


def test_saved_searches(picture: Picture, some: Cast) -> None:
    for name, typed in {
        "Cold": "last:60d+",
        "Food people": "field:food",
        "Whom to write": "has:email -due:30d-",
    }.items():
        save_search(some.network, name, typed)
    # Where the pane is tall enough for everybody: a scrollbar may still be going when the dialog comes over it.
    assert picture("2", "j", "r", "j", size=(120, 40))


@pytest.mark.usefixtures("some")
def test_the_palette(picture: Picture) -> None:
    assert picture("ctrl+p", typed="an")
