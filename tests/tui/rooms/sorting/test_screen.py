"""Sorting those whom an import brought in, with a key each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.store.network import Network
from netkeeper.tui.rooms.sorting.screen import SortingScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened

NAMES = ("Aino", "Bo", "Cai", "Dina", "Elli", "Fia", "Gun", "Heli")


def bring(cast: Cast, *names: str, words: str = "") -> list[Contact]:
    """Have people wait as an import does."""
    people = [cast.add(name, words, on=date(2026, 11, 23)) for name in names]
    with cast.network.transaction("Imported contacts") as draft:
        return [draft.put_contact(replace(person, unsorted=True)) for person in people]


def room(app: Opened) -> SortingScreen:
    screen = app.app.screen_stack[0]
    assert isinstance(screen, SortingScreen)
    return screen


def here(app: Opened) -> str:
    subject = room(app).people.subject
    return subject.name if subject else ""


def known(folder: str) -> dict[str, Contact]:
    return {contact.name: contact for contact in Network(folder).contacts()}


async def test_each_key_places_one_and_goes_on_to_the_next(open_app: OpenApp, cast: Cast, folder: str) -> None:
    bring(cast, *NAMES, words="org:Valimo met:Slush")
    async with open_app() as app:
        await app.press("S")
        await app.sees("Sorting · 8 wait")
        assert "Valimo" in app.text() and "waits to be sorted" in app.text()
        await app.press("m", "r", "h", "y", "n", "z")
        assert here(app) == "Gun"
        await app.press("p", "enter")
        assert here(app) == "Heli"
        await app.sees("Sorting · 1 waits")
    people = known(folder)
    assert [people[name].cadence for name in NAMES[:5]] == [30, 90, 180, 365, 0]
    assert people["Fia"].archived and people["Gun"].step is Step.CUSTOMER
    assert [name for name in NAMES if people[name].unsorted] == ["Heli"]


async def test_a_key_is_one_undo_and_the_cursor_goes_back_with_it(open_app: OpenApp, cast: Cast, folder: str) -> None:
    bring(cast, *NAMES)
    async with open_app() as app:
        await app.press("S", "j", "r")
        await app.sees("Sorted Bo: every 3 months")
        assert here(app) == "Cai"
        await app.press("u")
        assert here(app) == "Bo"
        await app.sees("Took back: Sorted Bo")
    assert all(person.unsorted for person in known(folder).values())


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [(("space", "space"), NAMES[:2]), (("v", "j", "j"), NAMES[:3]), (("ctrl+a",), NAMES)],
)
async def test_many_selected_are_one_step(
    open_app: OpenApp, cast: Cast, folder: str, keys: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    bring(cast, *NAMES)
    async with open_app() as app:
        await app.press("S", *keys, "h")
        await app.sees(f"Sorted {chosen[0]}")
        people = known(folder)
        assert [name for name in NAMES if people[name].cadence == 180 and not people[name].unsorted] == list(chosen)
        await app.press("u")
        await app.sees("Sorting · 8 wait")
    assert all(person.unsorted for person in known(folder).values())


async def test_a_range_ends_where_somebody_in_it_is_sorted_by_a_log(open_app: OpenApp, cast: Cast, folder: str) -> None:
    bring(cast, *NAMES)
    async with open_app() as app:
        await app.press("S", "v", "j", "j", "l")
        await app.type("coffee")
        await app.press("enter")
        await app.hears(f"Logged a meeting with {NAMES[2]}")
        await app.sees("2 selected", gone="range", under_toasts=True)
        await app.press("escape", "z")
        await app.until(lambda: known(folder)[NAMES[3]].archived)
    assert [name for name in NAMES if known(folder)[name].archived] == [NAMES[3]]


async def test_a_field_is_typed_beside_and_whoever_has_it_still_waits(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    cast.add("Known", "field:food")
    bring(cast, "Aino")
    async with open_app() as app:
        await app.press("S", "t")
        await app.type("fo")
        await app.press("tab", "enter")
        assert here(app) == "Aino"
    assert known(folder)["Aino"].fields == ("food",)
    assert known(folder)["Aino"].unsorted


@pytest.mark.slow  # A hundred people, one by one.
async def test_a_hundred_people_take_little_more_than_a_key_each(open_app: OpenApp, cast: Cast, folder: str) -> None:
    bring(cast, *(f"Person {number:03}" for number in range(100)))
    pressed = 0
    async with open_app() as app:
        await app.press("S")
        for number in range(100):
            keys = ("m", "r", "h", "y", "n", "z", "r", "y", "r", "p")[number % 10]
            for key in (keys, *(["enter"] if keys == "p" else [])):
                await app.burst("\r" if key == "enter" else key)
                pressed += 1
        await app.sees("Nobody waits to be sorted.")
    # At a calm key every two seconds and a half that is less than five minutes.
    assert pressed <= 110
    assert not any(person.unsorted for person in known(folder).values())


async def test_keys_pressed_in_a_burst_each_place_somebody_else(open_app: OpenApp, cast: Cast, folder: str) -> None:
    bring(cast, *NAMES)
    async with open_app() as app:
        await app.press("S")
        await app.burst("mrhyn")
        await app.sees("Sorting · 3 wait")
    assert [known(folder)[name].cadence for name in NAMES[:5]] == [30, 90, 180, 365, 0]


async def test_where_nobody_waits_it_says_what_to_do_next(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("S")
        await app.sees("Nobody waits to be sorted.")
        assert "brings people in" in app.text()
        await app.press("m", "r", "space", "z", "p", "t", "1")
        await app.sees("Today ·")


async def test_the_mouse_alone_sorts(open_app: OpenApp, cast: Cast, folder: str) -> None:
    bring(cast, *NAMES)
    async with open_app(size=(120, 40)) as app:
        await app.press("S")
        await app.click("Cai")
        await app.click("r quarter")
        await app.sees("Sorted Cai")
    assert known(folder)["Cai"].cadence == 90


async def test_what_a_shell_does_meanwhile_is_seen(
    open_app: OpenApp, cast: Cast, elsewhere: Callable[[], Network]
) -> None:
    (aino, _) = bring(cast, "Aino", "Bo")
    async with open_app() as app:
        await app.press("S")
        other = elsewhere()
        with other.transaction("Sorted Aino") as draft:
            draft.put_contact(replace(other.contact(aino.id), unsorted=False))
        await app.sees("Sorting · 1 waits")
        assert here(app) == "Bo"


async def test_peoples_cadence_places_those_who_are_selected(open_app: OpenApp, cast: Cast, folder: str) -> None:
    bring(cast, *NAMES)
    async with open_app() as app:
        await app.press("2", "ctrl+a", "y")
        await app.type("3m")
        await app.press("enter")
    people = known(folder)
    assert {(person.cadence, person.unsorted) for person in people.values()} == {(90, False)}
    assert len({person.first_turn_on for person in people.values()}) > 4


async def test_today_offers_a_few_with_the_same_keys_and_keeps_them_ticked(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    bring(cast, *NAMES)
    async with open_app() as app:
        await app.sees("SORT", "to be sorted")
        first = app.chosen
        await app.press("r")
        await app.sees(f"Sorted {first}: every 3 months", "✓")
        second = app.chosen
        assert second != first
        await app.press("K")
        third = app.chosen
        await app.press("z")
        assert len({first, second, third}) == 3
        await app.press("u", "u", "u")
        await app.sees("Took back: Sorted")
        assert app.chosen == first
    assert all(person.unsorted and person.cadence is None for person in known(folder).values())


async def test_the_keys_for_sorting_do_nothing_to_others_on_today(open_app: OpenApp, cast: Cast, folder: str) -> None:
    cast.usual()
    before = known(folder)
    async with open_app() as app:
        await app.press("r", "h", "y", "n", "K")
        assert all(said.endswith(" is sorted already.") for said in app.toasts())
    assert known(folder) == before


async def test_the_key_that_an_import_names_finds_who_is_here_twice_and_sorts_nobody(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    bring(cast, "Aino Ek", "Bo")
    cast.add("Aino Ek", "email:aino@x.example")
    before = known(folder)
    async with open_app() as app:
        await app.sees("SORT", "to be sorted")
        await app.press("M")
        await app.sees("Here twice?", "Aino Ek, twice")
    assert known(folder) == before


async def test_a_key_about_one_says_that_the_others_selected_are_left_out(open_app: OpenApp, cast: Cast) -> None:
    bring(cast, *NAMES)
    async with open_app() as app:
        await app.press("S", "space", "space", "space")
        await app.sees("3 selected")
        await app.press("f")
        await app.sees("Follow-up · Dina", "3 selected are left out")
        await app.type("soita")
        await app.press("enter")
        await app.hears("· 3 selected are left out · u takes it back")
        await app.press("g", "l")
        await app.sees("Log · Aino", "2 others selected are left out")
        await app.type("tea")
        await app.press("enter")
        await app.hears("· 2 others selected are left out · u takes it back")


async def test_help_says_which_keys_are_about_all_who_are_selected(open_app: OpenApp, cast: Cast) -> None:
    bring(cast, *NAMES)
    async with open_app(size=(80, 24)) as app:
        await app.press("S", "question_mark")
        await app.sees(
            "m  r  h  y  n  z  p  t  T  x are about all who are selected,",
            "l  f  e  ⏎  c about the one under the cursor",
        )
        await app.press("escape", "2", "question_mark")
        await app.sees("are about all who are selected,", "l  d  s  f  e  ⏎  c about the one under the")
