"""Every key of the app: what it means, where it holds, and whether two would meet.

The list is read from the bindings themselves, so that it can't fall behind; all screens are loaded for it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple, TypeGuard

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

_OURS = "netkeeper.tui"
_FOLDERS = (f"{_OURS}.screens", f"{_OURS}.widgets")

_GROUPS: Mapping[str, str] = {
    "app": "Everywhere",
    "room": "In every room",
    "person": "The person under the cursor",
    "list": "Lists",
    "pane": "What stands beside a list",
    "today": "Today",
    "people": "People",
    "search": "People",
    "follow-ups": "Follow-ups",
    "promise": "Follow-ups",
    "history": "History",
    "dialog": "Dialogs",
    "form": "Forms",
    "choice": "Choices",
    "offers": "What is offered while you type",
}
"""What the beginning of a binding's name stands for, in the order in which groups are shown."""

_OTHERS = "Here and there"

_STAYING = frozenset(
    {
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "enter",
        "escape",
        "tab",
        "delete",
        "backspace",
    }
)
"""Keys that stay where they are when a letter beside them is moved."""


class KeyMeaning(NamedTuple):
    """A binding that can be moved.

    Attributes:
        binding_id: Its name, for ``config.toml``.
        meaning: What it does, in a sentence.
        keys: The keys it has by itself.
        group: Where it holds, in words.
        owners: The screens and widgets that have it.
        around: The screens around those widgets.
    """

    binding_id: str
    meaning: str
    keys: tuple[str, ...]
    group: str
    owners: frozenset[str]
    around: frozenset[str]

    def meets(self, other: KeyMeaning) -> bool:
        """Whether a key can't mean both: they belong to the same thing, or one to what is around the other."""
        return not (
            self.owners.isdisjoint(other.owners)
            and self.owners.isdisjoint(other.around)
            and self.around.isdisjoint(other.owners)
        )


def key_table() -> list[KeyMeaning]:
    """Every binding that can be moved, by group."""
    for folder in _FOLDERS:
        for module in iter_modules(import_module(folder).__path__):
            import_module(f"{folder}.{module.name}")
    from netkeeper.tui.screens.room import Room

    found: dict[str, _Found] = {}
    # What is declared together stands together, whichever screen happened to be loaded first.
    for screen in sorted(_screens(), key=lambda each: (not issubclass(each, Room), each.__qualname__)):
        for owner in (screen, *_widgets_of(screen)):
            for binding in _bindings(owner):
                if binding.id and binding.tooltip:
                    each = found.setdefault(binding.id, _Found(str(binding.tooltip)))
                    each.keys[binding.key] = None
                    each.owners.add(owner.__qualname__)
                    each.around.update([] if owner is screen else [screen.__qualname__])
    table = [
        KeyMeaning(name, each.meaning, tuple(each.keys), _group(name), frozenset(each.owners), frozenset(each.around))
        for name, each in found.items()
    ]
    order = [*dict.fromkeys(_GROUPS.values()), _OTHERS]
    return sorted(table, key=lambda each: order.index(each.group))


@dataclass
class _Found:
    """What is known of a binding so far."""

    meaning: str
    keys: dict[str, None] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)


def keys_now(meaning: KeyMeaning, moved: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of a binding as they are now.

    Args:
        meaning: The binding.
        moved: The keys of those that were moved, by name, with commas between.
    """
    written = moved.get(meaning.binding_id)
    return meaning.keys if written is None else tuple(filter(None, (key.strip() for key in written.split(","))))


def taken_by(key: str, meaning: KeyMeaning, table: Iterable[KeyMeaning], moved: Mapping[str, str]) -> KeyMeaning | None:
    """What a key means already where a binding holds; None where it is free.

    Args:
        key: The key.
        meaning: The binding that it is wanted for.
        table: Every binding.
        moved: As for :func:`keys_now`.
    """
    return next(
        (
            each
            for each in table
            if each.binding_id != meaning.binding_id and key in keys_now(each, moved) and each.meets(meaning)
        ),
        None,
    )


def with_key(key: str, meaning: KeyMeaning) -> str:
    """How ``config.toml`` says that a binding has another key; arrows and the like stay beside it."""
    staying = [each for each in meaning.keys if each in _STAYING and each != key] if len(meaning.keys) > 1 else []
    return ",".join([key, *staying])


def _screens() -> Iterator[type[Screen[Any]]]:
    """Every screen of ours that is shown: those that no other is made from."""
    seen: set[type[Screen[Any]]] = set()
    waiting: list[type[Screen[Any]]] = [Screen]
    while waiting:
        screen = waiting.pop()
        below = [each for each in screen.__subclasses__() if each not in seen]
        seen.update(below)
        waiting += below
        if _is_ours(screen) and not any(_is_ours(each) for each in screen.__subclasses__()):
            yield screen


def _widgets_of(screen: type[DOMNode]) -> Sequence[type[Widget]]:
    """The widgets of ours that the modules of a screen and of its widgets speak of."""
    found: dict[type[Widget], None] = {}
    waiting: list[type[DOMNode]] = [screen]
    while waiting:
        for base in filter(_is_ours, waiting.pop().__mro__):
            for value in vars(sys.modules[base.__module__]).values():
                if _is_widget(value) and value not in found:
                    found[value] = None
                    waiting.append(value)
    return list(found)


def _is_widget(value: object) -> TypeGuard[type[Widget]]:
    return isinstance(value, type) and issubclass(value, Widget) and not issubclass(value, Screen) and _is_ours(value)


def _is_ours(node: type) -> bool:
    return node.__module__.startswith(_OURS)


def _bindings(owner: type[DOMNode]) -> Iterator[Binding]:
    """The bindings of a class, after those that it has from others of ours: these say it in general."""
    for base in reversed(owner.__mro__):
        if _is_ours(base) and "BINDINGS" in vars(base):
            yield from Binding.make_bindings(vars(base)["BINDINGS"])


def _group(binding_id: str) -> str:
    return _GROUPS.get(binding_id.partition(".")[0], _OTHERS)
