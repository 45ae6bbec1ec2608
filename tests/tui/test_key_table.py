"""The list of every key, and which of them would meet."""

from __future__ import annotations

import pytest
from textual.binding import Binding

from netkeeper.tui.key_table import KeyMeaning, key_table, keys_now, taken_by, with_key
from netkeeper.tui.screens.dialog import Dialog
from netkeeper.tui.screens.room import MORE_BINDINGS, ROOM_BINDINGS
from netkeeper.tui.screens.today import TodayScreen
from netkeeper.tui.widgets.line_list import LineList

TABLE = {meaning.binding_id: meaning for meaning in key_table()}


@pytest.mark.parametrize("owner", [TodayScreen, Dialog, LineList])
def test_every_binding_is_in_it(owner: type) -> None:
    for binding in owner.BINDINGS:  # type: ignore[attr-defined]
        assert isinstance(binding, Binding)
        assert binding.id in TABLE


def test_each_says_what_it_does_in_general_and_has_all_its_keys() -> None:
    assert TABLE["dialog.accept"].meaning == "Do it"
    assert TABLE["list.down"].keys == ("j", "down")
    assert TABLE["room.settings"].keys == ("comma",)
    assert TABLE["room.undo"].group == "In every room"


def test_keys_of_a_room_stand_as_they_are_declared() -> None:
    declared = [binding.id for binding in (*ROOM_BINDINGS, *MORE_BINDINGS) if isinstance(binding, Binding)]
    in_rooms = [meaning.binding_id for meaning in TABLE.values() if meaning.group == "In every room"]
    assert [name for name in in_rooms if name in declared] == declared


def test_groups_stand_together() -> None:
    groups = [meaning.group for meaning in TABLE.values()]
    assert [group for place, group in enumerate(groups) if place == 0 or groups[place - 1] != group] == list(
        dict.fromkeys(groups)
    )


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("room.undo", "person.done", True),
        ("room.undo", "list.down", True),
        ("room.undo", "today.more", True),
        ("history.back-to", "today.more", False),
        ("list.down", "pane.down", False),
        ("dialog.accept", "choice.next", True),
        ("dialog.accept", "room.undo", False),
        ("dialog.accept", "form.down", True),
    ],
)
def test_keys_meet_where_both_could_be_meant(one: str, other: str, meet: bool) -> None:
    assert TABLE[one].meets(TABLE[other]) is meet
    assert TABLE[other].meets(TABLE[one]) is meet


def test_what_was_moved_is_where_it_was_moved_to() -> None:
    undo, done = TABLE["room.undo"], TABLE["person.done"]
    moved = {"room.undo": " z , ctrl+z", "person.done": ""}
    assert keys_now(undo, moved) == ("z", "ctrl+z")
    assert keys_now(done, moved) == ()
    assert keys_now(done, {}) == ("d",)
    assert taken_by("ctrl+z", done, TABLE.values(), moved) == undo
    assert taken_by("u", done, TABLE.values(), moved) is None
    assert taken_by("d", undo, TABLE.values(), {}) == done


def test_arrows_and_the_like_stay_beside_a_letter_that_is_moved() -> None:
    def moved(*keys: str, to: str) -> str:
        return with_key(to, KeyMeaning("x", "", keys, "", frozenset(), frozenset()))

    assert moved("j", "down", to="n") == "n,down"
    assert moved("j", "down", to="down") == "down"
    assert moved("enter", to="o") == "o"
    assert moved("u", to="z") == "z"
    assert moved("escape", "question_mark", "q", "enter", to="x") == "x,escape,enter"
