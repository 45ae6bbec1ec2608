"""Every key has a name and a word of explanation, so that it can be moved and looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from netkeeper.tui.core.room_list import DESTINATIONS
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.keys import guard as key_guard
from netkeeper.tui.keys.names import read_keys
from netkeeper.tui.keys.registry import all_bindings, all_screens, key_owners, merged_bindings
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp

OWNERS = key_owners()


def bindings() -> Iterator[tuple[type[DOMNode], Binding]]:
    for owner in OWNERS:
        for binding in owner.BINDINGS:
            assert isinstance(binding, Binding), (owner, binding)
            yield owner, binding


def test_the_owners_of_keys_are_found() -> None:
    assert {"TodayScreen", "Dialog", "QuickLog", "LineList", "Choice"} <= {owner.__name__ for owner in OWNERS}


def test_every_key_has_a_name_and_an_explanation() -> None:
    for owner, binding in bindings():
        assert binding.id, (owner, binding)
        assert binding.tooltip, (owner, binding)
        assert binding.description, (owner, binding)


def test_one_name_stands_for_one_thing() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for _, binding in bindings():
        assert binding.id is not None
        meanings[binding.id].add(binding.action)
    assert {name: actions for name, actions in meanings.items() if len(actions) > 1} == {}


@pytest.mark.parametrize("owner", OWNERS)
def test_no_key_is_given_twice_in_one_place(owner: type[DOMNode]) -> None:
    keys = [binding.key for binding in Binding.make_bindings(owner.BINDINGS)]
    assert len(keys) == len(set(keys))


def test_every_list_moves_by_letters_and_by_arrows() -> None:
    lists = [owner for screen in all_screens().values() for owner in screen if issubclass(owner, LineList)]
    assert len(set(lists)) > 5
    for owner in lists:
        does = {key: binding.id for key, binding in merged_bindings(owner).items()}
        for letter, other, binding_id in (
            ("j", "down", "list.down"),
            ("k", "up", "list.up"),
            ("g", "home", "list.first"),
        ):
            assert does[letter] == does[other] == binding_id, owner
        assert does["G"] == does["end"] == "list.last", owner


def test_every_room_has_the_keys_of_all_rooms() -> None:
    named = {each.screen for each in DESTINATIONS if each.is_mode and each.in_bar == "always"}
    rooms = [screen for screen in all_screens() if screen.__name__ in named]
    assert len(rooms) == len(named) > 3
    for room in rooms:
        does = {binding.id for binding in merged_bindings(room).values()}
        assert {"room.find", "room.undo", "room.help", "room.commands", "room.quit", "room.settings"} <= does, room


def test_what_the_settings_list_is_everything() -> None:
    listed = all_bindings({"person.done": "X,ctrl+d"})
    assert {each.id for each in listed} == {binding.id for _, binding in bindings()}
    done = next(each for each in listed if each.id == "person.done")
    assert (done.default, done.keys, done.place) == (("d",), ("X", "ctrl+d"), "The person under the cursor")
    assert all(each.does and each.tooltip and each.default == read_keys(",".join(each.default)) for each in listed)


async def test_the_widgets_that_a_screen_is_known_to_hold_are_those_that_it_holds(
    open_app: OpenApp, cast: Cast
) -> None:
    cast.usual()
    async with open_app() as app:
        for keys in ((), ("l",), ("escape", "s"), ("escape", "f"), ("escape", "2"), ("9",), ("question_mark",)):
            await app.press(*keys)
            screen = app.app.screen
            known = all_screens()[type(screen)]
            held = {type(widget) for widget in screen.query("*") if widget.can_focus}
            assert held <= set(known), screen


async def test_help_tells_of_lists_and_panes_whichever_has_the_focus(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(80, 24)) as app:
        await app.press("question_mark")
        told: list[str] = []
        for _ in range(9):
            await app.pilot.pause()
            told += app.lines()
            await app.press("space")
        text = "\n".join(told)
        for heading in ("The person under the cursor", "Every room", "Today", "Lists", "Beside a list", "Everywhere"):
            assert f"│ {heading} " in text, heading
        for line in (
            "To the next line",
            "Take people out to a file",
            "Bring people in from a file",
        ):
            assert line in text, line
        # Said only where it does something: nobody is being read.
        assert "Back to the list" not in text
        await app.press("escape", "enter", "question_mark")
        await app.sees("Back to the list")


async def test_a_moved_key_works_and_is_shown_everywhere(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(120, 40)) as app:
        session = app.app.session
        for binding_id, keys in (
            ("person.done", "X"),
            ("room.undo", "Z"),
            ("today.more", "W"),
            ("list.down", "f3, down"),
        ):
            session.change_setting(("keys", binding_id), keys)
        await app.quiet()
        assert app.app.keyboard.problems == []
        await app.press("m", "W")
        await app.sees("3 more can wait · W hides them")
        await app.press("d")
        assert app.chosen == "Anna Virtanen"
        await app.press("X")
        await app.sees("Done with Anna Virtanen: send workshop offer · Z takes it back", "X done", "Z undo")
        await app.press("Z")
        await app.sees("Took back: Done with Anna Virtanen")
        await app.press("f3")
        assert app.chosen != "Anna Virtanen"
        await app.press("question_mark")
        await app.sees("X         Done: the promise is kept")
        await app.press("G")
        await app.sees("↓  f3")


async def test_keys_that_need_somebody_are_dim_where_there_is_nobody(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_guard, "PAUSE_SECONDS", 0.0)
    async with open_app() as app:
        enabled = {
            active.binding.id: active.enabled for active in app.today.active_bindings.values() if active.binding.id
        }
        assert enabled["person.log"] is False
        assert enabled["room.quit"] is True
        assert "today.more" not in enabled
        assert "person.back" not in enabled
        await app.press("l", "d", "s", "f", "c", "enter", "m", "u")
        await app.sees("There is nothing to take back")
        assert len(app.app.screen_stack) == 1
