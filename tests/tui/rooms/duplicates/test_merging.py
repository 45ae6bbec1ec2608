"""Two who are one: found, looked at side by side, merged, taken back; and those who are not."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date

import pytest

from netkeeper.actions.people.merging import merge
from netkeeper.actions.people.people import add
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.phrases.duplicates import sign_words
from netkeeper.store.network import Network
from netkeeper.tui.jobs.job import JobProgress
from netkeeper.tui.rooms.duplicates.list import PairList
from netkeeper.tui.rooms.duplicates.screen import DuplicatesScreen
from netkeeper.tui.rooms.merging.screen import MergeScreen
from netkeeper.tui.rooms.people.screen import PeopleScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import WORST
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)
LATER = date(2026, 3, 2)
Elsewhere = Callable[[], Network]


def twice(cast: Cast) -> None:
    """The usual people, three of whom are here twice."""
    cast.usual()
    other = cast.add(
        "Anna Virtanen",
        'org:"Valimo Oy" title:"Head of brand" email:anna@valimo.example field:music met:"Oslo" step:regular',
        LATER,
    )
    cast.log(other, "wrote about the fair", date(2026, 8, 3))
    cast.promise(other, "send photos", date(2026, 12, 1))
    cast.add("Otso Ranta", f"via:{other.id}")
    cast.add("Pekka Salo", "org:Salmi phone:+358405550177", LATER)
    cast.add("Heidi Moilannen", "", LATER)


async def look(app: Opened) -> None:
    """Go to those who are here twice, from People with the cursor on the first."""
    await app.press("2")
    await app.until(lambda: isinstance(app.app.screen, PeopleScreen))
    await app.press("M")
    await shown(app)


async def shown(app: Opened) -> None:
    await app.until(lambda: isinstance(app.app.screen, DuplicatesScreen) and app.app.screen.pairs is not None)


def on_duplicates(app: Opened) -> PairList:
    return app.app.screen.query_one(PairList)


def names(folder: str) -> list[str]:
    return sorted(contact.name for contact in Network(folder).contacts())


def only(folder: str, name: str) -> object:
    (contact,) = (each for each in Network(folder).contacts() if each.name == name)
    return contact


# Finding


async def test_a_pair_is_looked_at_merged_and_taken_apart_again(open_app: OpenApp, cast: Cast, folder: str) -> None:
    twice(cast)
    before = names(folder)
    async with open_app() as app:
        await look(app)
        await app.sees(
            "Here twice? · 3 pairs", "Anna Virtanen, twice", "same email", "Heidi Moilanen = Heidi Moilannen"
        )
        assert "Anna Virtanen, twice" in app.lines()[2]
        await app.press("enter")
        await app.sees("Merge · Anna Virtanen into Anna Virtanen", "stays", "goes into it", "will be")
        await app.sees("Comes along: 1 meeting or call, 1 follow-up, 1 introduction.")
        await app.press("enter")
        await app.sees("Merged Anna Virtanen into Anna Virtanen · u takes it back", "Here twice? · 2 pairs")
        pair = on_duplicates(app).pair
        assert pair is not None and "same name" in sign_words(pair.signs)
        assert len(names(folder)) == len(before) - 1
        await app.press("u")
        await app.sees("Took back: Merged Anna Virtanen", "Here twice? · 3 pairs")
        pair = on_duplicates(app).pair
        assert pair is not None and "same email" in sign_words(pair.signs)
    assert names(folder) == before


async def test_the_same_by_mouse(open_app: OpenApp, cast: Cast, folder: str) -> None:
    twice(cast)
    async with open_app(size=(120, 40), keys=["2"]) as app:
        await app.press("ctrl+p")
        await app.type("twice")
        await app.sees("Find who is here twice")
        await app.press("enter")
        await shown(app)
        await app.sees("Heidi Moilanen = Heidi")
        await app.click("Heidi Moilanen = Heidi")
        await app.click("Heidi Moilanen = Heidi")
        await app.sees("Merge · Heidi Moilannen into Heidi Moilanen")
        await app.click("Heidi Moilannen ")
        await app.sees("● Heidi Moilannen")
        await app.click("enter merge")
        await app.sees("Merged Heidi Moilannen into Heidi Moilannen")
    assert "Heidi Moilanen" not in names(folder)


async def test_who_is_not_the_same_is_remembered_and_that_can_be_taken_back(open_app: OpenApp, cast: Cast) -> None:
    twice(cast)
    async with open_app() as app:
        await look(app)
        await app.press("n")
        await app.sees("are two people · u takes it back", "Here twice? · 2 pairs")
        await app.press("n", "n")
        await app.sees("That was all", "3 pairs are left out")
        await app.press("u")
        await app.sees("Here twice? · 1 pair", "Heidi")
        await app.press("escape")
        await app.press("M")
        await shown(app)
        await app.sees("Here twice? · 1 pair", gone="Anna Virtanen, twice")


async def test_those_like_the_one_under_the_cursor_come_first(open_app: OpenApp, cast: Cast) -> None:
    twice(cast)
    async with open_app(keys=["2", "slash"]) as app:
        await app.type("moilannen")
        await app.press("enter", "M")
        await shown(app)
        await app.sees("Like Heidi Moilannen", "Others")
        pair = on_duplicates(app).pair
        assert pair is not None and sign_words(pair.signs) == "nearly the same name"
        await app.press("escape")
        await app.press("escape", "slash")
        await app.type("otso")
        await app.press("enter", "M")
        await shown(app)
        await app.sees("Nobody else is like Otso Ranta")


async def test_nobody_twice(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(56, 20)) as app:
        await look(app)
        await app.sees("Nobody is here twice.", "Select both in People")
        await app.press("enter", "n")
        await app.sees("Nobody is here twice.")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, PeopleScreen))


async def test_looking_can_be_stopped_and_begun_again(
    open_app: OpenApp, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice(cast)
    reached, may_go_on = threading.Event(), threading.Event()
    real = JobProgress.progress

    def held(watch: JobProgress, done: int, total: int) -> None:
        reached.set()
        assert may_go_on.wait(20)
        real(watch, done, total)

    async with open_app(keys=["2"]) as app:
        monkeypatch.setattr(JobProgress, "progress", held)
        await app.press("M")
        await app.until(reached.is_set)
        await app.sees("Looking who is here twice…", "esc stop")
        await app.press("escape")
        may_go_on.set()
        await app.sees("Stopped before everybody was looked through", "r looks again")
        await app.until(lambda: isinstance(app.app.screen, DuplicatesScreen))
        await app.press("r")
        await app.sees("Here twice? · 3 pairs")


async def test_three_of_one_are_merged_one_after_the_other(open_app: OpenApp, cast: Cast, folder: str) -> None:
    for number in range(3):
        cast.add("Anna Virtanen", f"phone:+35840555010{number}")
    async with open_app() as app:
        await look(app)
        await app.sees("Here twice? · 3 pairs")
        await app.press("enter", "enter")
        await app.sees("Here twice? · 1 pair")
        await app.press("enter", "enter")
        await app.sees("That was all")
    (anna,) = Network(folder).contacts()
    assert len(anna.phones) == 3


# Side by side


async def two_selected(app: Opened, *keys: str) -> None:
    """Select the first two in People, and merge them."""
    await app.press("2")
    await app.until(lambda: isinstance(app.app.screen, PeopleScreen))
    await app.press("space", "space", "M")
    await app.until(lambda: isinstance(app.app.screen, MergeScreen))
    await app.press(*keys)


async def test_two_who_are_selected_are_merged_as_chosen(open_app: OpenApp, cast: Cast, folder: str) -> None:
    twice(cast)
    async with open_app(size=(120, 40)) as app:
        await two_selected(app)
        await app.sees("Merge · Anna Virtanen into Anna Virtanen", "● Valimo", "○ Valimo Oy")
        await app.press("right")
        await app.sees("○ Valimo ", "● Valimo Oy")
        await app.press("j", "right", "j")
        await app.press("G", "k")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, PeopleScreen))
        assert app.toasts() == ["Merged Anna Virtanen into Anna Virtanen · u takes it back"]
    anna = only(folder, "Anna Virtanen")
    assert (anna.organization, anna.title) == ("Valimo Oy", "Head of brand")  # type: ignore[attr-defined]
    assert set(anna.fields) == {"food", "design", "music"}  # type: ignore[attr-defined]


async def test_both_and_the_next_and_what_does_nothing(open_app: OpenApp, cast: Cast) -> None:
    cast.add("Anna Virtanen", "field:food")
    cast.add("Anna Virtanen", "field:music org:Valimo", LATER)
    async with open_app() as app:
        await two_selected(app)
        screen = app.app.screen
        assert isinstance(screen, MergeScreen)
        rows = {row.name: row for row in screen._rows}
        assert rows["fields"].result == "food; music"
        await app.press("left")
        assert {row.name: row.result for row in screen._rows}["fields"] == "food"
        await app.press("right")
        assert {row.name: row.result for row in screen._rows}["fields"] == "music"
        await app.press("b")
        assert {row.name: row.result for row in screen._rows}["fields"] == "food; music"
        await app.press("space")
        assert {row.name: row.result for row in screen._rows}["fields"] == "food"
        # Only one of them says where: there is nothing to choose.
        await app.press("g", "j")
        await app.sees("Only one of them says it")
        await app.press("left", "b", "space")
        assert {row.name: row.result for row in screen._rows}["organization"] == "Valimo"


async def test_which_of_them_stays_can_be_swapped(open_app: OpenApp, cast: Cast, folder: str) -> None:
    first = cast.add("Anna Virtanen", "org:Valimo")
    second = cast.add("Anna V", "org:Fazer", LATER)
    async with open_app(size=(120, 40)) as app:
        await two_selected(app)
        await app.sees("Merge · Anna V into Anna Virtanen")
        await app.press("j", "right")
        await app.press("s")
        await app.sees("Merge · Anna Virtanen into Anna V", "● Fazer")
        await app.pilot.click(offset=(30, 1))
        await app.sees("Merge · Anna V into Anna Virtanen", "● Fazer")
        await app.press("s", "enter")
        await app.until(lambda: isinstance(app.app.screen, PeopleScreen))
    (anna,) = Network(folder).contacts()
    assert (anna.id, anna.organization) == (second.id, "Fazer")
    assert first.id in anna.merged


async def test_what_was_chosen_is_not_thrown_away_by_a_slip(open_app: OpenApp, cast: Cast, folder: str) -> None:
    twice(cast)
    before = names(folder)
    async with open_app() as app:
        await two_selected(app, "right", "escape")
        await app.sees("Escape again leaves")
        await app.press("left", "escape")
        await app.sees("Escape again leaves")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, PeopleScreen))
    assert names(folder) == before


async def test_somebody_who_went_meanwhile_cannot_be_merged(
    open_app: OpenApp, cast: Cast, folder: str, elsewhere: Elsewhere
) -> None:
    one, other = cast.add("Anna Virtanen"), cast.add("Anna Virtanen", "org:Valimo")
    cast.add("Bo Bergman")
    async with open_app() as app:
        await look(app)
        await app.press("enter")
        await app.sees("Merge · Anna")
        merge(elsewhere(), one.id, other.id)
        await app.sees("Anna Virtanen isn't here any more, so there is nothing to merge.", under_toasts=True)
        await app.press("enter", "s")
        assert isinstance(app.app.screen, MergeScreen)
        await app.press("escape")
        await app.sees("That was all")
    assert len(list(Network(folder).past())) == 4


async def test_a_change_elsewhere_is_seen_and_merged(open_app: OpenApp, cast: Cast, elsewhere: Elsewhere) -> None:
    cast.add("Anna Virtanen", "org:Valimo")
    other = cast.add("Anna Virtanen", "org:Fazer", LATER)
    async with open_app(size=(120, 40)) as app:
        await two_selected(app, "right")
        with elsewhere().transaction("Changed") as draft:
            from dataclasses import replace

            draft.put_contact(replace(other, organization="Paulig"))
        await app.sees("● Paulig")


async def test_a_new_look_alike_is_found_by_looking_again(open_app: OpenApp, cast: Cast, elsewhere: Elsewhere) -> None:
    cast.add("Anna Virtanen")
    async with open_app() as app:
        await look(app)
        await app.sees("Nobody is here twice.")
        add(elsewhere(), "Anna Virtanen", contact_changes(split_text(""), TODAY), TODAY)
        await app.press("r")
        await app.sees("Here twice? · 1 pair")


@pytest.mark.parametrize("size", [(80, 24), (56, 20), (120, 40)])
async def test_hostile_texts_do_nothing(open_app: OpenApp, cast: Cast, folder: str, size: tuple[int, int]) -> None:
    with cast.network.transaction("Brought in") as draft:
        for place, (stored, kind) in enumerate((each, kind) for each in WORST for kind in "xy"):
            reach = (Labelled(f"a{place // 2}@x.example", stored),)
            contact = Contact(
                f"{place:015}", stored, organization=stored + kind, emails=reach, notes=stored, met=stored
            )
            draft.put_contact(contact)
    async with open_app(size=size) as app:
        await look(app)
        for _ in range(4):
            await app.press("enter")
            await app.until(lambda: isinstance(app.app.screen, MergeScreen))
            await app.press("right", "j", "right", "enter")
            await app.until(lambda: isinstance(app.app.screen, DuplicatesScreen))
            assert all(app.toasts())
        assert Network(folder).people_count == 2 * len(WORST) - 4
