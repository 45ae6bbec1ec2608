"""Settings: what belongs to the member goes to the network, what belongs to the machine to config.toml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from netkeeper.actions.network.member import change_member, save_search
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.keys.press_key import with_key
from netkeeper.tui.rooms.history.screen import HistoryScreen
from netkeeper.tui.rooms.settings.screen import SettingsScreen
from netkeeper.tui.rooms.today.screen import TodayScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import WORST
from tests.tui.opened import Opened, seq_of
from tests.tui.rooms.today.test_pictures import SnapCompare

TODAY = date(2026, 11, 23)
THEME = ("comma", "j", "j", "j")
"""The keys that lead to the page of themes, which opens with Enter."""
KEYS = ("comma", "G")


@pytest.fixture(autouse=True)
def usual(cast: Cast) -> None:
    cast.usual()


@pytest.fixture
def config(surroundings: Path) -> Path:
    """A config file that a hand wrote."""
    file = surroundings / "config" / "config.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text('# mine\n\n[keys] # moved\nroom.add = "ctrl+b" # because\n', encoding="utf-8")
    return file


def member(folder: str) -> Member:
    return Network(folder).member


def last_done(folder: str) -> str:
    return next(iter(Network(folder).past())).what


# The member


async def test_who_one_is_is_changed_in_one_step_that_can_be_taken_back(open_app: OpenApp, folder: str) -> None:
    before = member(folder)
    async with open_app(size=(100, 24), keys=["comma", "enter"]) as app:
        await app.type("Aino Salmi")
        await app.press("tab")
        await app.type("Kasvu")
        await app.press("down", "end", *["backspace"] * 8)
        await app.type("1.9.2027")
        await app.sees("Wed 1 Sep 2027 · in 9 months", "You •")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
        assert app.toasts() == ["Changed your name, team and graduation date · u takes it back"]
        await app.sees("282 days to graduation")
        assert member(folder) == replace(before, name="Aino Salmi", team="Kasvu", graduates_on=date(2027, 9, 1))
        await app.press("u")
        assert member(folder) == before


async def test_pages_keep_what_is_written_and_are_saved_together(open_app: OpenApp, folder: str) -> None:
    async with open_app(keys=["comma", "j", "enter", "backspace", "4", "tab", "tab", "tab"]) as app:
        await app.press("end", *["backspace"] * 10)
        await app.type("2w")
        await app.press("tab", "end", *["backspace"] * 10)
        await app.type("none")
        await app.sees("nobody on this step comes up by themselves")
        await app.press(*["shift+tab"] * 5, "j", "enter", "s", "right", "space")
        await app.press("tab")
        await app.type("24.12. to 2.1.")
        await app.sees("Thu 24 Dec to Sat 2 Jan", "Review •", "Days off •")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    after = member(folder)
    assert last_done(folder) == "Changed your pace, cadences and days off"
    assert after.pace == 4
    assert after.cadences == {Step.POTENTIAL: 14, Step.CUSTOMER: 0, Step.REGULAR: 90}
    assert after.days_off.weekdays == (5, 6)
    assert (len(after.days_off.dates), after.days_off.dates[0]) == (10, date(2026, 12, 24))


async def test_the_pace_stays_between_the_least_and_the_most(open_app: OpenApp, folder: str) -> None:
    async with open_app(keys=["comma", "j", "enter", "tab", "tab", "backspace", "4", "enter"]) as app:
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    after = member(folder)
    assert (after.pace_floor, after.pace, after.pace_ceiling) == (2, min(4, after.pace), 4)
    async with open_app(keys=["comma", "j", "enter", "backspace", "9", "enter"]) as app:
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    assert (member(folder).pace, member(folder).pace_ceiling) == (9, 9)


async def test_fields_are_completed_from_those_in_use(open_app: OpenApp, folder: str) -> None:
    async with open_app(keys=["comma", "enter", "up", "tab", "tab", "tab", "end"]) as app:
        await app.type(", fo")
        await app.sees("food")
        await app.press("tab", "enter")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    assert member(folder).fields == ("design", "food")


async def test_nothing_changed_is_no_step(open_app: OpenApp, folder: str) -> None:
    seq = seq_of(folder)
    async with open_app(keys=["comma", "enter", "enter"]) as app:
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
        assert app.toasts() == []
    assert seq_of(folder) == seq


async def test_what_is_wrong_is_said_beside_it_on_its_page(open_app: OpenApp, folder: str) -> None:
    before = member(folder)
    async with open_app(keys=["comma", "j", "enter", "x", "shift+tab", "k", "enter", "a", "enter"]) as app:
        # The page with the slip is shown, wherever one was.
        await app.sees("Can't read '3x' as how many people", "number from 0 to 100", "›Review •")
        await app.press("backspace", "enter")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    assert member(folder) == replace(before, name="a")


async def test_a_changed_page_asks_before_it_is_thrown_away(open_app: OpenApp, folder: str) -> None:
    before = member(folder)
    async with open_app(keys=["comma", "enter", "A", "escape"]) as app:
        await app.sees("Escape again leaves without it")
        await app.press("i")
        await app.sees("Ai", gone="Escape again")
        await app.press("escape", "escape")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    assert member(folder) == before


async def test_what_was_changed_elsewhere_meanwhile_stays(
    open_app: OpenApp, elsewhere: Callable[[], Network], folder: str
) -> None:
    async with open_app(keys=["comma", "enter", "A"]) as app:
        other = elsewhere()
        change_member(other, other.member, replace(other.member, team="Kajo", days_off=DaysOff.of([0])))
        save_search(other, "food", "field:food")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    after = member(folder)
    assert (after.name, after.team, after.days_off, after.searches) == (
        "A",
        "Kajo",
        DaysOff.of([0]),
        {"food": "field:food"},
    )


async def test_days_off_of_two_kinds_go_together(
    open_app: OpenApp, elsewhere: Callable[[], Network], folder: str
) -> None:
    async with open_app(keys=["comma", "j", "j", "enter", "m"]) as app:
        other = elsewhere()
        change_member(other, other.member, replace(other.member, days_off=DaysOff.of(dates=[TODAY])))
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    assert member(folder).days_off == DaysOff.of([0], [TODAY])


async def test_the_same_changed_elsewhere_is_asked_about(
    open_app: OpenApp, elsewhere: Callable[[], Network], folder: str
) -> None:
    async with open_app(keys=["comma", "enter", "A", "tab", "B"]) as app:
        other = elsewhere()
        change_member(other, other.member, replace(other.member, team="Kajo", pace=9))
        await app.press("enter")
        await app.sees("Changed elsewhere meanwhile: Your team is Kajo there. Enter again", "Your team     B")
        assert member(folder).name == ""
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
    after = member(folder)
    assert (after.name, after.team, after.pace) == ("A", "B", 9)


async def test_by_mouse(open_app: OpenApp, folder: str) -> None:
    async with open_app(size=(120, 40), keys=["9"]) as app:
        await app.click(", settings")
        await app.click("Days off")
        await app.click("· Sun")
        await app.click("Review")
        await app.click("30 days")
        await app.press("end", *["backspace"] * 7)
        await app.type("2w")
        await app.click("Days off •")
        await app.sees("✓ Sun", "Review •")
        await app.click("✓ Sun")
        await app.click("· Sat")
        await app.click("enter save")
        await app.until(lambda: isinstance(app.app.screen, HistoryScreen))
    assert member(folder).days_off == DaysOff.of([5])
    assert member(folder).cadences[Step.POTENTIAL] == 14


@pytest.mark.parametrize("size", [(80, 24), (56, 20)])
async def test_hostile_text_is_only_text_and_stays_as_it_is(
    open_app: OpenApp, cast: Cast, folder: str, size: tuple[int, int]
) -> None:
    for stored in WORST:
        with cast.network.transaction("Changed by hand") as draft:
            draft.put_member(Member(stored, stored, fields=(stored,), searches={stored: stored}))
        async with open_app(size=size, keys=["comma", "enter"]) as app:
            text = app.text()
            assert "\x1b" not in text
            assert "\u202e" not in text
            await app.press("shift+tab", "j", "enter", "backspace", "4", "enter")
            await app.until(lambda: isinstance(app.app.screen, TodayScreen))
        assert member(folder) == Member(stored, stored, fields=(stored,), searches={stored: stored}, pace=4)


# The theme


async def test_a_theme_is_tried_on_at_once_and_kept_with_enter(open_app: OpenApp, folder: str, config: Path) -> None:
    seq = seq_of(folder)
    async with open_app(keys=[*THEME, "enter"]) as app:
        worn = app.app.theme
        await app.press("g" if worn != "jarvi" else "j")
        tried = app.app.theme
        assert tried != worn
        assert "theme" not in config.read_text()
        await app.press("enter")
        assert app.app.theme == tried
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
        assert app.app.theme == tried
    text = config.read_text()
    assert f'theme = "{tried}"' in text
    assert all(kept in text for kept in ("# mine", "[keys] # moved", 'room.add = "ctrl+b" # because'))
    assert seq_of(folder) == seq
    async with open_app() as app:
        assert app.app.theme == tried


async def test_escape_brings_the_old_theme_back(open_app: OpenApp, config: Path) -> None:
    before = config.read_text()
    async with open_app(keys=[*THEME, "enter"]) as app:
        worn = app.app.theme
        await app.press("G", "k")
        assert app.app.theme != worn
        await app.press("escape")
        assert (app.app.theme, type(app.app.screen)) == (worn, SettingsScreen)
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, TodayScreen))
        assert app.app.theme == worn
    assert config.read_text() == before


async def test_whoever_leaves_the_themes_otherwise_wears_the_old_one_too(open_app: OpenApp) -> None:
    async with open_app(keys=[*THEME, "enter"]) as app:
        worn = app.app.theme
        await app.press("G", "k", "left")
        assert app.app.theme == worn
        await app.press("enter")
        assert app.app.theme != worn
        await app.click("Days off")
        assert app.app.theme == worn


async def test_themes_by_mouse(open_app: OpenApp, config: Path) -> None:
    async with open_app(size=(120, 40), keys=["comma"]) as app:
        await app.click("Theme")
        await app.click("Koivu")
        await app.until(lambda: app.app.theme == "koivu")
        assert "koivu" not in config.read_text()
        await app.click("Koivu")
        assert 'theme = "koivu"' in config.read_text()
        await app.sees("● Koivu")


async def test_a_theme_of_ones_own_is_there_and_a_bad_one_is_explained(open_app: OpenApp, surroundings: Path) -> None:
    folder = surroundings / "config" / "themes"
    folder.mkdir(parents=True)
    (folder / "bad.toml").write_text('background = "[/b]nonsense"\n')
    async with open_app(keys=[*THEME]) as app:
        await app.sees("Järvi", "bad.toml")


# Keys


async def to_key(app: Opened, meaning: str) -> None:
    """Move down on the page of keys to one of them."""
    await app.press(*KEYS, "enter", "g")
    for _ in range(100):
        if any("│ ›" in line and meaning in line for line in app.lines()):
            return
        await app.press("j")
    raise AssertionError(app.text())


async def test_a_key_is_moved_by_pressing_another(open_app: OpenApp, config: Path) -> None:
    async with open_app() as app:
        await to_key(app, "Take back the last thing done")
        await app.press("enter")
        await app.sees("Another key", "Take back the last thing done", "Now u. Press the new key.")
        await app.press("ctrl+y")
        await app.sees("ctrl+y", "was u", gone="Another key")
        await app.press("escape")
        await app.press("d", "ctrl+y")
        assert app.toasts() == ["Took back: Done with Anna Virtanen: send workshop offer"]
    text = config.read_text()
    assert '"room.undo" = "ctrl+y"' in text
    assert all(kept in text for kept in ("# mine", "[keys] # moved", 'room.add = "ctrl+b" # because'))


async def test_a_key_that_is_taken_is_refused_before_anything_is_saved(open_app: OpenApp, config: Path) -> None:
    before = config.read_text()
    async with open_app() as app:
        await to_key(app, "Take back the last thing done")
        await app.press("enter", "x")
        await app.sees("x is the key of export (room.export)", "Another key")
        await app.press("ctrl+b")
        await app.sees("ctrl+b is the key of add (room.add)")
        await app.press("j")
        await app.sees("j is the key of Down (list.down)")
        assert config.read_text() == before
        # Somebody was added with it, which was moved.
        await app.press("a")
        await app.sees("was u")
    assert '"room.undo" = "a"' in config.read_text()


async def test_escape_leaves_a_key_as_it_is(open_app: OpenApp, config: Path) -> None:
    before = config.read_text()
    async with open_app() as app:
        await to_key(app, "Add somebody")
        await app.press("enter")
        await app.sees("Another key")
        await app.press("escape")
        await app.sees("EVERY ROOM", gone="Another key")
        assert isinstance(app.app.screen, SettingsScreen)
    assert config.read_text() == before


async def test_a_key_goes_back_to_what_it_was_where_that_is_free(open_app: OpenApp, config: Path) -> None:
    async with open_app() as app:
        await to_key(app, "Take back the last thing done")
        await app.press("enter", "a", "k", "backspace")
        await app.sees("Add somebody", "was a", "a is the key of")
        assert 'room.add = "ctrl+b"' in config.read_text()
        await app.press("j", "delete", "k", "delete")
        await app.sees("a            Add somebody", "u            Take back", gone="is the key of")
    assert "room." not in config.read_text()
    assert "# mine" in config.read_text()


async def test_arrows_stay_beside_a_letter_that_is_moved(open_app: OpenApp, config: Path) -> None:
    async with open_app() as app:
        await to_key(app, "To the next line")
        await app.click("To the next line")
        await app.sees("Now j ↓.")
        await app.press("f9")
        await app.press("escape", "f9", "down")
        await app.until(lambda: app.chosen == "Heidi Moilanen")
    assert '"list.down" = "f9, down"' in config.read_text()


async def test_a_key_that_cannot_hold_is_explained(open_app: OpenApp, config: Path) -> None:
    config.write_text('[keys]\nroom.undo = "x"\nroom.nothing = "y"\n', encoding="utf-8")
    async with open_app(keys=[*KEYS]) as app:
        await app.sees("x is the key of export (room.export)", "nothing is called 'room.nothing'")


@pytest.mark.parametrize(
    ("key", "default", "written"),
    [
        ("n", ("j", "down"), "n, down"),
        ("down", ("j", "down"), "down"),
        ("o", ("enter",), "o"),
        ("z", ("u",), "z"),
        ("x", ("escape", "question_mark", "q", "enter"), "x, escape, enter"),
    ],
)
def test_what_stays_beside_a_key_that_is_moved(key: str, default: tuple[str, ...], written: str) -> None:
    assert with_key(key, default) == written


async def test_a_config_that_cannot_be_written_is_said(open_app: OpenApp, config: Path) -> None:
    config.write_text("theme = nonsense\n", encoding="utf-8")
    async with open_app() as app:
        await to_key(app, "Add somebody")
        await app.press("enter", "ctrl+y")
        await app.sees("config.toml, line 1")
        assert config.read_text() == "theme = nonsense\n"
        assert isinstance(app.app.screen, SettingsScreen)


# Pictures


PICTURES: dict[str, tuple[list[str], tuple[int, int], str]] = {
    "you": (["comma", "enter"], (80, 24), "jarvi"),
    "review": (["comma", "j", "enter", "backspace", "x", "tab"], (80, 24), "jarvi"),
    "review-light": (["comma", "j", "enter", "backspace", "x", "tab"], (80, 24), "koivu"),
    "days-off": (["comma", "j", "j", "enter", "s", "right", "space"], (80, 24), "jarvi"),
    "themes": (["comma", "j", "j", "j", "enter"], (80, 24), "jarvi"),
    "keys": (["comma", "G", "enter", "j"], (80, 24), "koivu"),
    "another-key": (["comma", "G", "enter", "j", "enter", "i"], (80, 24), "jarvi"),
    "narrow": (["comma", "j", "j", "enter"], (56, 20), "jarvi"),
    "wide": (["comma", "j", "enter"], (120, 40), "jarvi"),
}
"""Keys, size and theme of each picture."""


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(snap_compare: SnapCompare, folder: str, surroundings: Path, name: str) -> None:
    keys, size, theme = PICTURES[name]
    config = surroundings / "config"
    config.mkdir(exist_ok=True)
    (config / "config.toml").write_text(f'theme = "{theme}"\n[keys]\nroom.find = "ctrl+f"\n')
    app = NetkeeperApp(Network(folder), lambda: TODAY)

    async def before(pilot: Pilot[None]) -> None:
        screen = Opened(app, pilot)
        await screen.settled()
        await screen.press(*keys)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)


async def test_resizing_keeps_the_page_the_line_and_what_is_written(open_app: OpenApp) -> None:
    async with open_app(keys=["comma", "j", "enter", "tab", "tab", "tab", "7"]) as app:
        for size in ((56, 20), (120, 40), (80, 24)):
            await app.pilot.resize_terminal(*size)
            await app.sees("›Review •", "30 days7")
            assert app.app.focused is not None
            assert app.app.focused.id == "potential"
