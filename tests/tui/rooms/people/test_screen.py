"""The room of everybody: its list, its orders, its states, and the way there from anywhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.people.bulk import archive
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ordering import Order
from netkeeper.domain.text.display import width
from netkeeper.tui.core.session import MANY_PEOPLE
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import FORBIDDEN_BYTES, WORST
from tests.tui.opened import Opened
from tests.tui.test_hostile_text import NAMES, hostile_everywhere, put


@asynccontextmanager
async def in_people(open_app: OpenApp, size: tuple[int, int] = (120, 30)) -> AsyncIterator[Opened]:
    async with open_app(size=size) as app:
        await app.press("2")
        await app.until(lambda: app.people.is_mounted and bool(app.people.people.border_title))
        await app.pilot.pause()
        yield app


def order(app: Opened) -> str:
    """Who is listed, by given name."""
    subjects = (app.people.people.subject_of(contact_id) for contact_id in app.people.people.ids)
    return " ".join(subject.name.split()[0] for subject in subjects if subject)


def chosen(app: Opened) -> str:
    subject = app.people.subject
    return subject.name if subject else ""


class TestList:
    """The usual people."""

    @pytest.fixture(autouse=True)
    def usual(self, cast: Cast) -> None:
        cast.usual()

    async def test_everybody_is_there_with_what_matters(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            await app.sees("People · 8", "name", "organization", "step", "fields", "last", "next")
            line = next(line for line in app.lines() if "› " in line)
            assert line.split("││")[0].split() == [
                "│›", "Anna", "Virtanen", "Valimo", "▲▲△", "food,", "design", "3w", "now",
            ]  # fmt: skip
            await app.sees("Brand lead, Valimo", "coffee, wants a workshop")

    async def test_each_order_and_both_ways(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            assert order(app) == "Anna Bo Cai Dina Elli Heidi Maija Pekka"
            for expected in (
                "Bo Anna Elli Dina Cai Pekka Heidi Maija",
                "Heidi Pekka Cai Dina Elli Anna Bo Maija",
                "Heidi Anna Bo Cai Dina Elli Maija Pekka",
                "Pekka Anna Bo Cai Dina Elli Heidi Maija",
            ):
                await app.press("o")
                assert order(app) == expected
            await app.press("O")
            assert order(app).split()[:2] == ["Anna", "Pekka"]
            await app.press("o")
            await app.sees("added↓")
            await app.press("o")
            await app.sees("name↓")
            await app.press("O")
            await app.sees("name↑")
            assert order(app) == "Pekka Maija Heidi Elli Dina Cai Bo Anna"

    async def test_the_cursor_stays_with_its_person_in_another_order(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            await app.press("j", "j")
            assert chosen(app) == "Cai Chen"
            await app.press("o", "O")
            assert chosen(app) == "Cai Chen"

    async def test_a_click_on_a_title_sorts_by_it_and_turns_it_round(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            head = next(y for y, line in enumerate(app.lines()) if "organization" in line)
            column = app.lines()[head].index("last")
            await app.pilot.click(offset=(column, head))
            await app.sees("last↓")
            assert order(app).startswith("Bo Anna")
            await app.pilot.click(offset=(column, head))
            await app.sees("last↑")
            assert order(app).startswith("Heidi Pekka")
            await app.pilot.click(offset=(app.lines()[head].index("fields"), head))
            await app.quiet()
            await app.sees("last↑")

    async def test_the_order_is_kept_while_the_app_is_open(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            await app.press("o", "1")
            await app.sees("PROMISED")
            await app.press("2")
            await app.sees("last↓")

    async def test_a_person_who_is_dealt_with_keeps_the_cursor(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            await app.press("j", "d")
            await app.sees("Was in touch with Bo Bergman")
            assert chosen(app) == "Bo Bergman"

    async def test_who_is_put_away_leaves_the_list_and_comes_back(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            await app.press("j", "z")
            await app.sees("People · 7", "Archived Bo Bergman")
            assert chosen(app) == "Cai Chen"
            await app.press("u")
            await app.sees("People · 8")
            assert chosen(app) == "Bo Bergman"

    async def test_resizing_keeps_person_order_and_selection(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            await app.press("j", "space", "o")
            for size in ((56, 20), (200, 60), (80, 24)):
                await app.pilot.resize_terminal(*size)
                await app.sees("1 selected", "Cai Chen")
                assert chosen(app) == "Cai Chen"
                assert all(width(line) <= size[0] for line in app.lines())

    async def test_where_it_is_wide_more_is_told(self, open_app: OpenApp) -> None:
        async with in_people(open_app, (200, 60)) as app:
            await app.sees("email", "phone", "every", "met", "anna@valimo.example", "6 weeks", "Slush 2025")

    async def test_narrow_one_pane_at_a_time(self, open_app: OpenApp) -> None:
        async with in_people(open_app, (56, 20)) as app:
            await app.press("enter")
            await app.sees("Brand lead", "esc back", gone="People · 8")
            await app.press("escape")
            await app.sees("People · 8", gone="Brand lead")
            await app.press("enter", "slash")
            await app.type("pek")
            await app.sees("People · 1 of 8")
            await app.press("enter", "enter")
            await app.sees("every 6 weeks")

    @pytest.mark.parametrize("size", [(20, 6), (1, 1)])
    async def test_the_smallest_terminals_break_nothing(self, open_app: OpenApp, size: tuple[int, int]) -> None:
        async with in_people(open_app, size) as app:
            await app.press("j", "G", "space", "v", "k", "escape", "escape", "o", "O", "enter", "escape", "slash")
            await app.type("field:")
            await app.press("down", "tab", "enter", "escape", "escape")
            await app.pilot.resize_terminal(80, 24)
            await app.sees("People · ")

    async def test_a_click_chooses_and_a_second_opens(self, open_app: OpenApp) -> None:
        async with in_people(open_app) as app:
            await app.click("Heidi Moilanen")
            await app.until(lambda: chosen(app) == "Heidi Moilanen")
            await app.click("Heidi Moilanen")
            await app.until(lambda: app.people.pane.has_focus)

    async def test_the_palette_finds_everybody_from_any_room(self, open_app: OpenApp, cast: Cast) -> None:
        archive(cast.network, [cast.add("Zoe Zander", "title:Boss").id])
        for name in ("Yrjö Aalto", "Aalto Yrjö"):
            cast.add(name, "every:none")
        async with open_app(size=(100, 30)) as app:
            await app.press("ctrl+p")
            await app.type("aalto")
            await app.sees("Aalto Yrjö", "Yrjö Aalto")
            shown = app.text()
            assert shown.index("Aalto Yrjö") < shown.index("Yrjö Aalto")
            await app.press("enter")
            await app.until(lambda: app.app.current_mode == "people" and chosen(app) == "Aalto Yrjö")
            await app.press("slash")
            await app.type("pekka")
            await app.press("enter", "1", "ctrl+p")
            await app.type("zoe")
            await app.sees("in the archive")
            await app.press("down", "enter")
            await app.sees("Archive · 1 of 1")
            assert chosen(app) == "Zoe Zander"
            await app.press("ctrl+p")
            await app.type("bo berg")
            await app.sees("Bo Bergman")
            await app.press("down", "enter")
            await app.sees("People · 10", gone="Archive")
            assert chosen(app) == "Bo Bergman"


async def test_an_empty_network_leads_to_the_first_people(open_app: OpenApp) -> None:
    async with in_people(open_app) as app:
        await app.sees("Nobody is in your network yet.", "a   adds somebody", "i   brings in")
        await app.press("slash", "j", "space", "n", "o", "O", "w", "v", "ctrl+a", "enter")
        await app.sees("Nobody is in your network yet.")
        await app.press("a")
        await app.type("Anna Aho")
        await app.press("ctrl+s")
        await app.sees("People · 1", "Anna Aho", gone="Nobody is")
        assert chosen(app) == "Anna Aho"
        await app.press("j", "k", "G", "g", "n", "space", "escape")
        assert chosen(app) == "Anna Aho"


async def test_everybody_in_the_archive_is_no_empty_network(open_app: OpenApp, cast: Cast) -> None:
    archive(cast.network, [cast.add("Anna Aho").id])
    async with in_people(open_app) as app:
        await app.sees("The one person you know is in the archive.", "is:archived shows them.")


async def test_ten_thousand_are_listed_found_and_moved_among(open_app: OpenApp, cast: Cast) -> None:
    with cast.network.transaction("Many") as draft:
        for number in range(MANY_PEOPLE + 100):
            draft.put_contact(Contact(id="", name=f"Person {number:05}", organization=f"Org {number % 7}"))
    async with in_people(open_app, (80, 24)) as app:
        await app.sees(f"People · {MANY_PEOPLE + 100}", "Person 00000")
        await app.press("G")
        await app.sees(f"Person {MANY_PEOPLE + 99:05}", "Org")
        await app.press("ctrl+a")
        await app.sees(f"{MANY_PEOPLE + 100} selected")
        await app.press("slash")
        await app.type("02999")
        await app.sees(f"1 of {MANY_PEOPLE + 100}", f"{MANY_PEOPLE + 99} not shown", "Org 3")


async def test_hostile_people_are_shown_as_they_are(open_app: OpenApp, cast: Cast) -> None:
    for stored in WORST:
        hostile_everywhere(cast, stored)
    async with in_people(open_app, (200, 40)) as app:
        await app.press("slash")
        await app.type("e")
        await app.press("enter", "ctrl+a")
        drawn = "".join(strip.text for strip in app.app.screen._compositor.render_strips())
        assert not any(bad in drawn.encode() for bad in FORBIDDEN_BYTES)
        await app.press("escape", "escape")
        for shown in WORST.values():
            lines = [line.split("││")[0] for line in app.lines()]
            assert any(line.count(shown[:8]) >= 4 for line in lines), (shown, app.text())


@pytest.mark.parametrize("columns", [56, 80, 120, 200])
async def test_wide_and_odd_names_keep_the_columns_straight(open_app: OpenApp, cast: Cast, columns: int) -> None:
    for name in NAMES:
        put(cast.network, replace(cast.add(name, "field:x"), organization=name, met=name, fields=(name.lower(),)))
    async with in_people(open_app, (columns, 24)) as app:
        for typed in ("", "a", "李", "👩", "ا", "z"):
            await app.press("slash")
            await app.type(typed)
            await app.press("enter")
            lines = [line for line in app.lines() if line.startswith("│")]
            assert len(lines) > 10
            assert {width(line.rstrip()) for line in lines} == {columns}
            await app.press("escape", "escape", "escape")


async def test_the_order_is_turned_only_where_it_is_asked_for_again(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with in_people(open_app) as app:
        await app.press("O", "o")
        assert (app.people._order, app.people._reverse) == (Order.LAST, False)


async def test_somebody_who_is_gone_meanwhile_breaks_nothing(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    cast.add("Zoe Zander", on=date(2026, 11, 1))
    async with in_people(open_app) as app:
        await app.press("G")
        assert chosen(app) == "Zoe Zander"
        cast.network.undo()
        app.people.session.network.refresh()
        assert app.people.subject is None or app.people.subject.name != "Zoe Zander"
        app.people.people.refresh()
        await app.sees("People · 8")
        assert chosen(app) == "Pekka Salo"
