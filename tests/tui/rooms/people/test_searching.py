"""Finding people by typing: live, completed, marked, counted; slips are said; searches are kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest

from netkeeper.actions.network.member import save_search
from netkeeper.actions.people.bulk import archive
from netkeeper.domain.errors import WordError
from netkeeper.store.network import Network
from netkeeper.tui.draw.text_styles import FOUND
from netkeeper.tui.rooms.people import search_mixin
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import FORBIDDEN_BYTES, TRAPS, WORST
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def some(cast: Cast) -> None:
    people = cast.usual()
    cast.add("Väinö Äyräs", "org:Valio field:food/dairy")
    archive(cast.network, [people["Dina"].id])


@asynccontextmanager
async def searching(open_app: OpenApp, *typed: str, size: tuple[int, int] = (120, 30)) -> AsyncIterator[Opened]:
    async with open_app(size=size) as app:
        await app.press("2", "slash")
        await app.sees("a name, field:food")
        for each in typed:
            await app.type(each)
        yield app


def listed(app: Opened) -> list[str]:
    """Who is in the list, by given name."""
    subjects = (app.people.people.subject_of(contact_id) for contact_id in app.people.people.ids)
    return [subject.name.split()[0] for subject in subjects if subject]


def marked(app: Opened) -> list[str]:
    """What is marked as found, line by line."""
    people = app.people.people
    pieces = (piece for index in range(len(people.ids)) for piece in people.draw(index, 110))
    return [text for text, ink in pieces if ink == FOUND]


async def test_each_letter_finds_fewer_and_each_one_less_more(open_app: OpenApp) -> None:
    async with searching(open_app, "v") as app:
        await app.sees("3 of 8")
        await app.type("ai")
        assert listed(app) == ["Väinö"]
        assert marked(app) == ["Väi"]
        await app.press("backspace")
        assert listed(app) == ["Väinö", "Anna"]
        await app.press("backspace", "backspace")
        await app.sees("People · 8")


async def test_accents_don_t_matter_and_are_marked_as_they_are(open_app: OpenApp) -> None:
    async with searching(open_app, "ayras") as app:
        assert listed(app) == ["Väinö"]
        assert marked(app) == ["Äyräs"]


async def test_the_cursor_s_line_shows_what_was_found_too(open_app: OpenApp) -> None:
    async with searching(open_app, "valimo") as app:
        people = app.people.people
        strip = people.render_line(people.HEAD)
        underlined = [segment.text for segment in strip if segment.style and segment.style.underline]
        assert underlined == ["Valimo"]


async def test_enter_goes_to_the_list_and_keeps_the_search(open_app: OpenApp) -> None:
    async with searching(open_app, "an") as app:
        await app.press("enter", "j")
        assert app.people.people.has_focus
        await app.sees("/ an", "People · ")
        await app.press("slash", "end")
        await app.type("na v")
        assert listed(app) == ["Anna", "Pekka"]
        await app.sees("/ anna v")


async def test_escape_clears_then_leaves(open_app: OpenApp) -> None:
    async with searching(open_app, "anna") as app:
        await app.press("escape")
        await app.sees("a name, field:food", "People · 8")
        assert app.people.search_line.is_typing
        await app.press("escape")
        await app.sees("People · 8", gone="a name, field:food")
        assert app.people.people.has_focus


async def test_clearing_the_search_keeps_the_person(open_app: OpenApp) -> None:
    async with searching(open_app, "pekka") as app:
        await app.press("enter", "escape")
        await app.sees("People · 8")
        assert app.people.subject is not None
        assert app.people.subject.name == "Pekka Salo"


async def test_words_and_their_values_are_completed(open_app: OpenApp) -> None:
    async with searching(open_app, "fi") as app:
        await app.sees("field:  Line of business or study")
        await app.press("tab")
        await app.sees("design", "food/dairy")
        await app.type("de")
        await app.press("tab")
        await app.sees("/ field:design", "2 of 8", gone="food/dairy  ")
        assert listed(app) == ["Anna", "Maija"]
        await app.type("org:")
        await app.press("down", "enter")
        await app.sees("org:Salmi", "Nobody fits")
        assert app.people.search_line.is_typing


async def test_down_goes_to_the_list_where_nothing_is_suggested(open_app: OpenApp) -> None:
    async with searching(open_app, "pek") as app:
        await app.press("down")
        assert app.people.people.has_focus


async def test_a_slip_is_said_and_the_last_good_search_stays(open_app: OpenApp) -> None:
    async with searching(open_app, "step:customer ") as app:
        assert listed(app) == ["Anna"]
        await app.type("step:boss ")
        await app.sees("step: can't be 'boss'")
        assert listed(app) == ["Anna"]
        await app.press("enter")
        assert app.people.search_line.is_typing
        for _ in "step:boss ":
            await app.press("backspace")
        await app.sees("enter to the list", gone="can't be")


async def test_a_half_typed_word_is_not_complained_about_at_once(open_app: OpenApp) -> None:
    async with searching(open_app, "anna ", "last:7") as app:
        await app.until(lambda: "anna last:7" in app.lines()[1])
        assert "last" not in app.lines()[2]
        await app.press("backspace")
        assert listed(app) == ["Anna", "Pekka"]
        await app.type("7x")
        assert "7x" not in app.lines()[2]
        await app.until(lambda: "7x" in app.lines()[2])  # After a while, it is.
        for _ in "7x":
            await app.press("backspace")
        await app.type("9")
        await app.type("0d+")
        await app.sees("Nobody fits")
        assert "anna last:90d+" in app.lines()[1]


async def test_a_value_that_is_half_typed_finds_what_it_finds_so_far(open_app: OpenApp) -> None:
    async with searching(open_app, "field:de") as app:
        await app.sees("2 of 8")
        assert listed(app) == ["Anna", "Maija"]
        assert marked(app) == ["de", "de"]
        await app.press("enter")
        await app.sees("half typed", "2 of 8")
        assert app.people.search_line.is_typing
        await app.press("backspace", "backspace")
        await app.sees("Cai Chen")
        await app.type("f")
        await app.sees("2 of 8")
        assert listed(app) == ["Anna", "Väinö"]
    async with searching(open_app, "step:cu") as app:
        assert listed(app) == ["Anna"]
    async with searching(open_app, "a -field:de") as app:
        assert len(listed(app)) > 4


async def test_a_value_that_is_half_typed_leaves_the_rest_of_the_search(open_app: OpenApp) -> None:
    async with searching(open_app, "a field:de") as app:
        assert listed(app) == ["Anna", "Maija"]
        await app.type("sign")
        await app.sees("2 of 8")
        await app.press("enter")
        assert listed(app) == ["Anna", "Maija"]


async def test_nobody_fits_and_what_to_change(open_app: OpenApp) -> None:
    async with searching(open_app, "anna field:food/dairy") as app:
        await app.sees(
            "Nobody fits.", "Without field:food/dairy, 2 people fit.", "0 of 8", "esc shows everybody again."
        )
        assert app.people.acted_on() == []
    async with searching(open_app, "dahl") as app:
        await app.sees("In the archive 1 is: add is:archived.")
        await app.type(" is:archived")
        await app.sees("Archive · 1 of 1")
        assert listed(app) == ["Dina"]


async def test_what_was_logged_is_found_and_shown_beside_the_name(open_app: OpenApp, cast: Cast) -> None:
    heidi, cai = (each for each in cast.network.contacts() if each.name.split()[0] in ("Heidi", "Cai"))
    cast.log(cai, "kind:call a long story about the harbour and the boats and then at last about sailing", TODAY)
    cast.promise(heidi, "sailing trip", date(2026, 12, 7))
    async with searching(open_app, "sailing") as app:
        await app.sees("2 of 8", "· note 23 Nov: …", "· promise 7 Dec: sailing trip")
        assert listed(app) == ["Cai", "Heidi"]
        assert marked(app) == ["sailing", "sailing"], "what is marked is why they are found"
        await app.press("ctrl+u")
        await app.type("workshop 0101")
        assert listed(app) == ["Anna"]
        await app.press("ctrl+u")
        await app.type("0405550101")
        assert listed(app) == ["Anna"]
        assert marked(app) == ["40 555 0101"]


async def test_what_is_logged_while_one_searches_is_found_too(open_app: OpenApp, cast: Cast) -> None:
    async with searching(open_app, "sauna") as app:
        await app.sees("Nobody fits.")
        heidi = next(each for each in cast.network.contacts() if each.name.startswith("Heidi"))
        cast.log(heidi, "went to the sauna", TODAY)
        await app.sees("1 of 8", "sauna")
        assert listed(app) == ["Heidi"]
        cast.network.undo()
        await app.sees("Nobody fits.")


async def test_the_best_come_first_by_name_and_any_other_order_stays(open_app: OpenApp, cast: Cast) -> None:
    cast.add("Joanna Aho")
    cast.add("Annabel Aho")
    async with searching(open_app, "anna") as app:
        assert listed(app) == ["Anna", "Pekka", "Annabel", "Joanna"]
        await app.press("enter", "O")
        assert listed(app) == ["Pekka", "Joanna", "Annabel", "Anna"], "turned round, it is by name alone"


async def test_one_word_that_finds_nobody(open_app: OpenApp) -> None:
    async with searching(open_app, "qqq") as app:
        await app.sees("Nobody fits.", "Try fewer letters, or another word.")


async def test_next_and_previous_go_round_among_those_found(open_app: OpenApp) -> None:
    async with searching(open_app, "field:design") as app:
        await app.press("enter")
        names = []
        for key in ("n", "n", "N", "N"):
            await app.press(key)
            assert app.people.subject is not None
            names.append(app.people.subject.name.split()[0])
        assert names == ["Maija", "Anna", "Maija", "Anna"]
        await app.press("escape", "n")
        assert app.people.subject is not None
        assert app.people.subject.name.split()[0] == "Anna"


async def test_slash_in_any_room_begins_a_search_and_loses_no_letter(open_app: OpenApp) -> None:
    async with open_app(size=(120, 30)) as app:
        await app.type("/pekka")
        await app.sees("People · 1 of 8", "/ pekka")
        await app.press("1")
        assert "/ pekka1" in app.text()
        await app.press("backspace", "enter", "1")
        await app.sees("PROMISED")
        await app.type("/heidi")
        await app.sees("/ heidi", "People · 1 of 8", gone="pekka")


async def test_suggestions_stand_under_what_is_typed_however_early(open_app: OpenApp) -> None:
    async with open_app(size=(120, 30)) as app:
        await app.type("/field:")
        await app.sees("/ field:", "design")
        lines = app.lines()
        row = next(row for row, line in enumerate(lines) if "/ field:" in line)
        await app.until(lambda: app.lines()[row + 1][3:].startswith("design"))
        assert lines[0] == app.lines()[0]


async def test_a_change_from_elsewhere_keeps_search_cursor_and_selection(open_app: OpenApp, cast: Cast) -> None:
    async with searching(open_app, "an") as app:
        await app.press("enter", "j", "space")
        was, selected = app.people.people.contact_id, app.people.selected
        cast.add("Aaro Anttila")
        await app.sees("of 9", "Aaro Anttila")
        assert app.people.people.contact_id == was
        assert app.people.selected == selected
        cast.network.undo()
        await app.sees("of 8", gone="Aaro Anttila  ")
        assert app.people.people.contact_id == was


async def test_a_new_person_is_seen_though_they_don_t_fit(open_app: OpenApp) -> None:
    async with searching(open_app, "pekka") as app:
        await app.press("enter", "a")
        await app.type("Zoe Zander")
        await app.press("ctrl+s")
        await app.until(lambda: app.app.screen is app.people)
        await app.sees("People · 9", "Zoe Zander")
        assert app.people.subject is not None
        assert app.people.subject.name == "Zoe Zander"


class TestSaved:
    """Searches that are kept under a name."""

    async def test_a_search_is_saved_and_recalled(self, open_app: OpenApp, folder: str) -> None:
        async with searching(open_app, "field:design") as app:
            await app.press("enter", "w")
            await app.sees("Save this search", "field:design")
            await app.type("Designers")
            await app.press("enter")
            await app.sees("Saved the search Designers · u takes it back")
            await app.press("escape")
            await app.sees("People · 8")
            await app.press("r")
            await app.sees("Saved searches", "Designers", "field:design")
            await app.press("enter")
            await app.sees("People · 2 of 8", "/ field:design")
            assert app.people.people.has_focus
        assert Network(folder).member.searches == {"Designers": "field:design"}

    async def test_one_is_forgotten_and_undone(self, open_app: OpenApp, cast: Cast) -> None:
        for name in ("One", "Two"):
            save_search(cast.network, name, f"name:{name}")
        async with open_app(size=(80, 24)) as app:
            await app.press("2", "r", "j", "delete")
            await app.sees("Forgot 'Two'", "One", gone="name:Two")
            await app.press("escape", "u")
            await app.sees("Took back: Forgot the search Two")
            await app.press("r", "delete", "delete")
            await app.sees("People · 8", gone="Saved searches")
            await app.press("r")
            await app.sees("No search is saved yet")

    async def test_a_click_recalls(self, open_app: OpenApp, cast: Cast) -> None:
        save_search(cast.network, "One", "pekka")
        async with open_app(size=(80, 24)) as app:
            await app.press("2", "r")
            await app.click("One")
            await app.sees("People · 1 of 8")

    async def test_the_same_name_says_what_gives_way(self, open_app: OpenApp, cast: Cast) -> None:
        save_search(cast.network, "One", "pekka")
        async with searching(open_app, "anna", size=(80, 24)) as app:
            await app.press("enter", "w")
            await app.type("One")
            await app.sees("takes the place of: pekka")
            await app.press("escape")
            await app.sees("Escape again leaves")
            await app.press("escape", "w", "enter")
            await app.sees("Give the search a name")

    async def test_hostile_searches_are_shown_as_they_are(self, open_app: OpenApp, cast: Cast) -> None:
        for stored in WORST:
            if stored.isprintable():
                save_search(cast.network, stored, stored)
        async with open_app(size=(120, 30)) as app:
            await app.press("2", "r")
            for stored, shown in WORST.items():
                if stored.isprintable():
                    await app.sees(shown)


@pytest.mark.parametrize("pasted", TRAPS)
async def test_what_is_pasted_into_the_search_does_no_harm(open_app: OpenApp, pasted: str) -> None:
    async with searching(open_app) as app:
        await app.paste(f'org:"{pasted}"')
        await app.quiet()
        drawn = "".join(strip.text for strip in app.app.screen._compositor.render_strips()).encode()
        assert not any(bad in drawn for bad in FORBIDDEN_BYTES)
        await app.press("enter")


async def test_the_day_turning_reads_the_search_anew(open_app: OpenApp, cast: Cast) -> None:
    day = [date(2026, 11, 23)]
    cast.promise(cast.network.contacts()[1], "call", date(2026, 11, 24))
    async with open_app(size=(120, 30), day=lambda: day[0]) as app:
        await app.press("2", "slash")
        await app.type("due:today")
        before = listed(app)
        day[0] = date(2026, 11, 24)
        await app.until(lambda: len(listed(app)) > len(before))


@pytest.mark.parametrize("typed", ["filed:food", "zzz stp:customer", 'zzz field:"foo', 'zzz name:"', 'zzz -"'])
async def test_a_slip_typed_slowly_is_said_and_no_more(
    open_app: OpenApp, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_mixin, "_COMPLAIN_AFTER_SECONDS", 0.01)
    async with open_app() as app:
        await app.press("slash")
        for character in typed:
            await app.type(character)
            await asyncio.sleep(0.03)
        assert app.app.is_running
        assert app.people.search_line.text == typed


async def test_an_error_that_no_handler_thought_of_is_said_and_the_app_goes_on(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as app:
        await app.press("slash")
        # What is read in the background lists people too.
        await app.until(lambda: app.people._has_read_notes)

        def fail(*_: object, **__: object) -> None:
            raise WordError("that can't be read")

        monkeypatch.setattr(search_mixin.SearchedPeople, "_complete", fail)
        monkeypatch.setattr(type(app.people), "list_people", fail)
        await app.press("x")
        await app.hears("that can't be read")
        assert app.app.is_running


async def test_no_suggestion_covers_what_is_said_of_the_search(open_app: OpenApp) -> None:
    async with searching(open_app, "last:6") as app:
        await app.press("enter")
        await app.sees("'6'")
        assert not app.people.search_line.shows_suggestions
    async with searching(open_app, "field:") as app:
        await app.until(lambda: app.people.search_line.shows_suggestions)
        assert "enter to the list" not in app.text()


async def test_the_archive_is_counted_with_what_is_half_typed(open_app: OpenApp, cast: Cast) -> None:
    archive(cast.network, [cast.add("Gone Guest", "org:Valio field:baking").id])
    async with searching(open_app, "zzz ") as app:
        await app.sees("Nobody fits", gone="In the archive")
        await app.press(*["backspace"] * 4)
        await app.type("dina field:b")
        await app.sees("Nobody fits", gone="In the archive")
