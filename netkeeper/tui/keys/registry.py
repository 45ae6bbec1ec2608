"""The registry of all bindings, collected from the app's own classes.

The settings list it (:func:`all_bindings`), the help has its headings from it, tests check each binding, and
:mod:`netkeeper.tui.keys.conflicts` checks moved keys against it. Collecting imports every screen, so nothing here is
called before the first paint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import chain
from pkgutil import walk_packages
from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from netkeeper.tui.keys.names import key_labels, read_keys
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS

PLACES: Mapping[str, str] = {
    "room": "Every room",
    "person": "The person under the cursor",
    "today": "Today",
    "people": "People",
    "sorting": "Sorting",
    "follow-ups": "Promised",
    "promise": "Promised",
    "history": "History",
    "timeline": "What happened with a person",
    "list": "Lists",
    "pane": "Beside a list",
    "search": "The search line",
    "suggestions": "What is suggested while you type",
    "dialog": "Dialogs",
    "form": "Forms",
    "choice": "Choices",
    "pick": "Choices",
    "cadence": "Dialogs",
    "snooze": "Dialogs",
    "conflict": "Dialogs",
    "lookalikes": "Forms",
    "file": "Choosing a file",
    "plan": "Before an import",
    "columns": "Before an import",
    "duplicates": "Who is here twice",
    "merging": "Two side by side",
    "leaving": "Before you leave",
    "pack": "What was taken along",
    "trend": "Trend",
    "working": "While something takes long",
    "settings": "Settings",
    "help": "Help",
    "jump": "While you jump",
    "app": "Everywhere",
}
"""The place where a binding applies, by the first word of its id; other words are shown as they are."""


class BoundKey(NamedTuple):
    """A binding with its current keys.

    Attributes:
        id: Its id, also in ``config.toml``.
        does: What it does, in a word or two.
        tooltip: What it does, in a sentence.
        default: Its default keys, in the toolkit's names.
        keys: Its current keys, likewise.
        place: Where it applies, in words.
    """

    id: str
    does: str
    tooltip: str
    default: tuple[str, ...]
    keys: tuple[str, ...]
    place: str


def place_of(binding_id: str) -> str:
    """Where a binding applies, in words."""
    first = binding_id.partition(".")[0]
    return PLACES.get(first) or first.replace("-", " ").capitalize()


def all_bindings(keymap: Mapping[str, str]) -> list[BoundKey]:
    """All bindings with an id, sorted by place.

    Args:
        keymap: The moved keys by binding id.
    """
    found: dict[str, BoundKey] = {}
    # A base class goes before its subclasses, which may repeat its bindings; first those that the rooms have in
    # common, in their order, even where another screen has some of them.
    owners = sorted(key_owners(), key=_depth)
    for binding in chain(as_bindings((*ROOM_BINDINGS, *MORE_BINDINGS)), *map(own_bindings, owners)):
        if binding.id and binding.id not in found:
            default = read_keys(binding.key)
            keys = read_keys(keymap[binding.id]) if keymap.get(binding.id) else default
            found[binding.id] = BoundKey(
                binding.id, binding.description, binding.tooltip, default, keys, place_of(binding.id)
            )
    order = list(dict.fromkeys(PLACES.values()))
    return sorted(found.values(), key=lambda each: order.index(each.place) if each.place in order else len(order))


def _depth(owner: type[DOMNode]) -> int:
    """The number of base classes, without the frames that rooms share: rooms are on a par whatever their frame."""
    return sum(not base.__module__.endswith("_room") for base in owner.__mro__)


def usual_label(keymap: Mapping[str, str], binding_id: str) -> str:
    """The labels of a binding's current keys, on any screen; empty for an unknown id.

    Args:
        keymap: The moved keys by binding id.
    """
    found = (each for each in all_bindings(keymap) if each.id == binding_id)
    return next((key_labels(each.keys) for each in found), "")


@cache
def key_owners() -> tuple[type[DOMNode], ...]:
    """Every class of the app's with bindings of its own: screens, widgets, and the app itself."""
    return tuple(each for each in _classes() if vars(each).get("BINDINGS"))


def own_bindings(owner: type[DOMNode]) -> Iterator[Binding]:
    """The bindings that a class defines itself; each with all of its keys."""
    return as_bindings(vars(owner).get("BINDINGS", ()))


def as_bindings(bindings: Iterable[BindingType]) -> Iterator[Binding]:
    """Bindings in the toolkit's two forms as :class:`Binding`; each with all of its keys."""
    return (binding if isinstance(binding, Binding) else Binding(*binding) for binding in bindings)


def merged_bindings(owner: type[DOMNode]) -> dict[str, Binding]:
    """The binding of each single key in a class, base classes included; the class's own takes precedence."""
    keys: dict[str, Binding] = {}
    for each in reversed(owner.__mro__):
        if issubclass(each, DOMNode):
            if not getattr(each, "_inherit_bindings", True):
                keys.clear()
            keys.update((binding.key, binding) for binding in Binding.make_bindings(vars(each).get("BINDINGS", ())))
    return keys


@cache
def _classes() -> tuple[type[DOMNode], ...]:
    from netkeeper import tui

    found: dict[type[DOMNode], None] = {}
    for module in walk_packages(tui.__path__, f"{tui.__name__}."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, DOMNode) and each.__module__ == module.name:
                found[each] = None
    return tuple(found)


@cache
def all_screens() -> Mapping[type[DOMNode], tuple[type[DOMNode], ...]]:
    """Every screen, with its focusable widgets: those that its modules import or define, transitively."""
    return {
        screen: tuple(each for each in parts_of(screen) if getattr(each, "can_focus", False))
        for screen in _classes()
        if issubclass(screen, Screen)
    }


@cache
def parts_of(owner: type[DOMNode]) -> Sequence[type[DOMNode]]:
    """The app's widget classes that the modules of a class import or define, and theirs, and so on."""
    found = [owner]
    for part in found:  # Grows during the loop.
        modules = [each.__module__ for each in part.__mro__ if each.__module__.startswith("netkeeper.")]
        for each in (each for module in modules for each in vars(import_module(module)).values()):
            is_part = isinstance(each, type) and issubclass(each, Widget) and not issubclass(each, Screen)
            if is_part and each not in found and each.__module__.startswith("netkeeper."):
                found.append(each)
    return found[1:]
