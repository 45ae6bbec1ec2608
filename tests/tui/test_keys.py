"""Every key has a name and a word of explanation, so that it can be moved and looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from netkeeper import tui
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp


def _owners() -> Iterator[type[DOMNode]]:
    """Every screen and widget of the app that has keys of its own."""
    for module in walk_packages(tui.__path__, f"{tui.__name__}."):
        for each in vars(import_module(module.name)).values():
            is_ours = isinstance(each, type) and issubclass(each, DOMNode) and each.__module__ == module.name
            if is_ours and "BINDINGS" in vars(each):
                yield each


OWNERS = tuple(_owners())


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


async def test_a_moved_key_works_and_is_shown_everywhere(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app(size=(120, 40)) as app:
        app.app.set_keymap({"person.done": "x", "room.undo": "z", "today.more": "w", "list.down": "n,down"})
        await app.quiet()
        await app.press("m", "w")
        await app.sees("3 more can wait · w hides them")
        await app.press("d")
        assert app.chosen == "Anna Virtanen"
        await app.press("x")
        await app.sees("Done with Anna Virtanen: send workshop offer · z takes it back", "x done", "z undo")
        await app.press("z")
        await app.sees("Took back: Done with Anna Virtanen")
        await app.press("n")
        assert app.chosen != "Anna Virtanen"
        await app.press("question_mark")
        await app.sees("n  ↓", "x")


async def test_keys_that_need_somebody_are_dim_where_there_is_nobody(open_app: OpenApp) -> None:
    async with open_app() as app:
        enabled = {
            active.binding.id: active.enabled for active in app.today.active_bindings.values() if active.binding.id
        }
        assert enabled["person.log"] is False
        assert enabled["room.quit"] is True
        assert "today.more" not in enabled
        assert "person.back" not in enabled
        await app.press("l", "d", "s", "f", "c", "enter", "u", "m")
        await app.sees("There is nothing to take back")
        assert len(app.app.screen_stack) == 1
