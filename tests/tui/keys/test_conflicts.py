"""Moved keys hold as far as they can, and of the rest it is said what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.keys.conflicts import check_key_change, usable_keys
from netkeeper.tui.keys.registry import all_bindings
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp

IDS = [each.id for each in all_bindings({})]


def says(moved: dict[str, str]) -> dict[str, str]:
    return dict(usable_keys(moved, NetkeeperApp)[1])


def test_nothing_clashes_by_itself() -> None:
    assert usable_keys({}, NetkeeperApp) == ({}, [])
    assert usable_keys({each.id: ",".join(each.default) for each in all_bindings({})}, NetkeeperApp)[1] == []


@pytest.mark.parametrize(
    "moved",
    [
        {"person.done": "X"},
        {"person.done": "u", "room.undo": "d"},
        {"person.done": "d"},
        {"list.down": "f3, down", "list.up": "f4, up"},
        # Never in one place: a choice is in dialogs, a log in rooms.
        {"choice.toggle": "l"},
        {"plan.skip-all": "l"},
        {"form.save": "f2"},
    ],
)
def test_what_does_not_clash_holds(moved: dict[str, str]) -> None:
    assert usable_keys(moved, NetkeeperApp) == ({each: keys.replace(" ", "") for each, keys in moved.items()}, [])


@pytest.mark.parametrize(
    ("moved", "binding_id", "wrong"),
    [
        ({"person.dne": "X"}, "person.dne", "did you mean person.done"),
        ({"offers.take": "f2"}, "offers.take", "did you mean suggestions.take"),
        ({"what.ever": "X"}, "what.ever", "nothing is called 'what.ever'"),
        ({"person.done": "ctlr+x"}, "person.done", "'ctlr+x' is no key"),
        ({"person.done": ""}, "person.done", "there is no key"),
        ({"person.done": "u"}, "person.done", "u is the key of undo (room.undo)"),
        ({"follow-ups.drop": "8"}, "follow-ups.drop", "(room.trend) in Promised already"),
        # On the screen and in the list that has the focus.
        ({"person.done": "j"}, "person.done", "j is the key of Down (list.down)"),
        ({"list.down": "u, down"}, "list.down", "u is the key of undo (room.undo)"),
        # On the screen and in the app.
        ({"room.undo": "ctrl+o"}, "room.undo", "(app.jump)"),
        ({"form.save": "ctrl+q"}, "form.save", "(app.quit)"),
        # What the toolkit does, which has no name.
        ({"person.done": "tab"}, "person.done", "tab is the key of Focus Next"),
        # Both moved: the later one's problem.
        ({"person.done": "X", "person.log": "X"}, "person.log", "X is the key of done (person.done)"),
        ({"person.done": "X", "room.undo": "u, X"}, "room.undo", "X is the key of done (person.done)"),
        # Where one types, letters are letters.
        ({"dialog.accept": "y"}, "dialog.accept", "y is typed where dialog.accept holds"),
        ({"dialog.leave": "q"}, "dialog.leave", "q is typed"),
        ({"app.jump": "J"}, "app.jump", "J is typed"),
        ({"search.clear": "?"}, "search.clear", "? is typed"),
    ],
)
def test_what_clashes_is_said_and_the_rest_holds(moved: dict[str, str], binding_id: str, wrong: str) -> None:
    keymap, problems = usable_keys({**moved, "person.archive": "Z"}, NetkeeperApp)
    assert [each.binding_id for each in problems] == [binding_id]
    assert wrong in problems[0].says
    assert binding_id not in keymap
    assert keymap["person.archive"] == "Z"


def test_what_is_put_back_makes_room_for_nobody_else() -> None:
    # The undo would take the place of the archive, if that moved away; but that can't.
    assert set(says({"room.undo": "z", "person.archive": "e"})) == {"room.undo", "person.archive"}


def test_a_change_is_checked_before_it_is_saved() -> None:
    moved = {"person.done": "X", "broken.already": "k"}
    assert check_key_change(moved, "room.undo", "d", NetkeeperApp) == ""
    assert check_key_change(moved, "person.done", "Z", NetkeeperApp) == ""
    assert "done (person.done)" in check_key_change(moved, "room.undo", "X", NetkeeperApp)
    assert "snooze (person.snooze)" in check_key_change(moved, "room.undo", "s", NetkeeperApp)
    assert "is no key" in check_key_change(moved, "room.undo", "ctlr+x", NetkeeperApp)


KEYS = st.sampled_from(["d", "u", "X", "ctrl+g", "f5", "enter", "tab", "j", "escape", "n, down", "foo", ""])


@given(st.dictionaries(st.sampled_from(IDS), KEYS, max_size=5))
def test_whatever_is_moved_what_holds_is_free_of_problems(moved: dict[str, str]) -> None:
    keymap, problems = usable_keys(moved, NetkeeperApp)
    assert set(keymap) | {each.binding_id for each in problems} == set(moved)
    assert not set(keymap) & {each.binding_id for each in problems}
    assert usable_keys(keymap, NetkeeperApp) == (keymap, [])


async def test_the_app_says_what_is_wrong_and_where(open_app: OpenApp, cast: Cast, surroundings: Path) -> None:
    cast.usual()
    (surroundings / "config").mkdir()
    (surroundings / "config" / "config.toml").write_text(
        '[keys]\nperson.done = "u"\nperson.archive = "Z"\nperson.dne = "X"\nroom.undo = "foo"\n', encoding="utf-8"
    )
    async with open_app(size=(120, 40)) as app:
        await app.until(lambda: len(app.toasts()) == 3)
        lines = {"line 2": "room.undo", "line 4": "person.done", "line 5": "'foo' is no key"}
        for line, wrong in lines.items():
            assert any(f"config.toml, {line}: " in toast and wrong in toast for toast in app.toasts()), line
        # The rest holds, and what can't hold is as it was.
        assert app.app.session.keymap == {"person.archive": "Z"}
        await app.press("d")
        await app.sees("Done with Anna Virtanen")
        await app.press("u")
        await app.sees("Took back")
        await app.press("question_mark")
        await app.sees("Z ", "Archive them")
