"""One pane at a time where it is narrow, two where there is room, and the mouse everywhere."""

from __future__ import annotations

import pytest
from textual.events import MouseScrollDown

from netkeeper.actions.people.bulk import archive
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp


@pytest.fixture
def usual(cast: Cast) -> None:
    cast.usual()


@pytest.mark.usefixtures("usual")
class TestNarrow:
    """Below 76 columns."""

    async def test_the_list_stands_alone_and_enter_opens_the_person(self, open_app: OpenApp) -> None:
        async with open_app(size=(60, 20)) as app:
            assert "Brand lead" not in app.text()
            await app.press("enter")
            await app.sees("Brand lead, Valimo", "esc back", gone="PROMISED")
            await app.press("escape")
            await app.sees("PROMISED", gone="Brand lead")
            await app.press("j")
            assert app.chosen != "Anna Virtanen"

    async def test_actions_work_while_reading(self, open_app: OpenApp) -> None:
        async with open_app(size=(60, 20)) as app:
            await app.press("enter", "d")
            await app.sees("Done with Anna Virtanen", gone="Brand lead")
            assert app.chosen in ("Heidi Moilanen", "Pekka Salo")

    async def test_the_mouse_opens_and_comes_back(self, open_app: OpenApp) -> None:
        async with open_app(size=(60, 20)) as app:
            await app.click("Bo Bergman")
            assert app.chosen == "Bo Bergman"
            await app.click("Bo Bergman")
            await app.sees("born 25 Nov", gone="PROMISED")
            await app.click("esc back")
            await app.sees("PROMISED")

    async def test_a_narrower_terminal_keeps_person_and_place(self, open_app: OpenApp) -> None:
        async with open_app(size=(100, 24)) as app:
            await app.press("j", "enter")
            who = app.chosen
            await app.pilot.resize_terminal(50, 20)
            await app.sees(who, "esc back", gone="PROMISED")
            await app.pilot.resize_terminal(100, 24)
            await app.sees(who, "PROMISED")
            assert app.chosen == who

    @pytest.mark.parametrize("size", [(20, 6), (1, 1)])
    async def test_the_smallest_terminals_break_nothing(self, open_app: OpenApp, size: tuple[int, int]) -> None:
        async with open_app(size=size) as app:
            for keys in (
                ("j", "k", "G", "g"),
                ("enter", "j", "escape"),
                ("l", "x", "escape", "escape"),
                ("s", "escape"),
            ):
                await app.press(*keys)
            await app.press("f", "escape", "question_mark", "escape", "m", "d")
            await app.pilot.resize_terminal(80, 24)
            await app.sees("Today · 1 of")


@pytest.mark.usefixtures("usual")
class TestMouse:
    """Everything with the mouse alone."""

    async def test_a_click_chooses_a_line(self, open_app: OpenApp) -> None:
        async with open_app() as app:
            await app.click("Bo Bergman")
            assert app.chosen == "Bo Bergman"
            await app.sees("born 25 Nov")

    async def test_the_foot_presses_its_keys(self, open_app: OpenApp) -> None:
        async with open_app() as app:
            await app.click("d done")
            await app.sees("Done with Anna Virtanen")
            await app.click("u undo")
            await app.sees("Took back: Done with Anna Virtanen")
            await app.click("? help")
            await app.sees("Log what happened, and when to meet next")
            await app.click("esc close")
            await app.sees("PROMISED", gone="Log what happened, and when")

    async def test_the_line_of_those_who_can_wait_shows_them(self, open_app: OpenApp) -> None:
        async with open_app() as app:
            await app.click("3 more can wait")
            await app.sees("Elli Eskola")
            await app.click("3 more can wait")
            await app.sees("m shows them", gone="Elli Eskola")

    async def test_a_click_on_a_day_snoozes(self, open_app: OpenApp) -> None:
        async with open_app() as app:
            await app.click("s snooze")
            await app.click("1 week")
            await app.sees("Anna Virtanen can wait until Mon 30 Nov")

    async def test_the_wheel_scrolls_the_person(self, open_app: OpenApp, cast: Cast) -> None:
        for number in range(30):
            cast.log(cast.network.contacts()[0], f"line {number}", cast.usual_day)
        async with open_app() as app:
            pane = app.today.query_one("#person")
            await app.sees("15 Sep")
            pane.post_message(MouseScrollDown(pane, 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False))
            await app.until(lambda: pane.scroll_offset.y > 0)


@pytest.mark.usefixtures("usual")
async def test_long_lists_scroll_with_the_cursor(open_app: OpenApp, cast: Cast) -> None:
    for number in range(200):
        cast.log(cast.add(f"Person {number:03}"), "hello", cast.usual_day)
    async with open_app() as app:
        await app.press("m", "G")
        last = app.chosen
        await app.sees(last)
        await app.press("pageup")
        assert app.chosen != last
        assert app.chosen in app.text()
        await app.press("g")
        await app.sees("PROMISED", "Anna Virtanen")
        await app.press("pagedown", "pagedown", "k", "up", "down", "end", "home")
        assert app.chosen == "Anna Virtanen"


async def test_everybody_archived_is_no_empty_network(open_app: OpenApp, cast: Cast) -> None:
    anna = cast.add("Anna Virtanen")
    archive(cast.network, [anna.id])
    async with open_app() as app:
        await app.sees("Nobody is waiting today.", gone="Nobody is in your network yet")


async def test_help_shows_every_key_of_the_room(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(90, 70)) as app:
        await app.press("question_mark")
        screen = await app.sees("Keys")
        for shown in (
            "Log what happened",
            "Put it off",
            "Take back",
            "j  ↓",
            "k  ↑",
            "^p",
            "enter",
            "In a log, words say the rest",
            "next:2w",
        ):
            assert shown in screen
        await app.press("question_mark")
        await app.sees("PROMISED", gone="In a log")


async def test_the_palette_finds_commands_and_people(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("ctrl+p")
        await app.sees("Log (l)", "Snooze (s)")
        await app.type("berg")
        await app.sees("Bo Bergman", "birthday Wed 25 Nov")
        await app.press("down", "enter")
        await app.sees("People · 8", "born 25 Nov")
        await app.press("ctrl+p")
        await app.type("done")
        await app.sees("Done (d)")
        await app.press("down", "enter")
        await app.sees("Was in touch with Bo Bergman")
        await app.press("1")
        await app.sees("PROMISED")


@pytest.mark.parametrize(("typed", "is_there"), [("theme", True), ("screenshot", False), ("keys panel", False)])
async def test_the_palette_keeps_what_is_of_use_here(open_app: OpenApp, typed: str, is_there: bool) -> None:
    async with open_app() as app:
        await app.press("ctrl+p")
        await app.type(typed)
        await app.sees("Theme: Koivu" if is_there else "No matches found")


@pytest.mark.parametrize("theme", ["koivu", "liitu", "nord", "ansi-dark"])
async def test_another_theme_shows_at_once(open_app: OpenApp, cast: Cast, theme: str) -> None:
    cast.usual()
    async with open_app() as app:
        before = app.app.export_screenshot()
        app.app.theme_applier.apply_theme(theme)
        await app.quiet()
        await app.sees("Anna Virtanen", "send workshop offer")
        assert app.app.export_screenshot() != before


async def test_no_color_still_tells_where_the_cursor_is(
    open_app: OpenApp, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app() as app:
        await app.press("j")
        marked = [line for line in app.lines() if "›" in line]
        assert len(marked) == 1
        assert app.chosen in marked[0]


async def test_a_click_on_the_name_leads_to_every_command(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(80, 24)) as app:
        await app.click("netkeeper")
        await app.sees("🔎")
        await app.type("settings")
        await app.sees("Settings (,)")
