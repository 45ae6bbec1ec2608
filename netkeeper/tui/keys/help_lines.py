"""The lines of the key help: the current keys of a screen, under headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from netkeeper.domain.text.display import pad, width
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.keys.registry import own_bindings, place_of

_LEAST_KEY_COLUMNS = 8
_GAP = 2


def key_lines(screen: Screen[Any], keymap: Mapping[str, str]) -> list[Line]:
    """All keys of a screen, its lists and its panes, independent of the focus.

    Args:
        keymap: The moved keys by binding id.
    """
    places: dict[str, dict[str, tuple[str, str]]] = {}
    for node in _nodes(screen):
        for binding in _bindings(node):
            here = places.setdefault(place_of(binding.id or ""), {})
            if binding.id not in here:
                keys = keymap.get(binding.id or "") or binding.key
                here[binding.id or ""] = (_labels(screen, binding, keys), binding.tooltip)
    columns = max([_LEAST_KEY_COLUMNS, *(width(keys) for here in places.values() for keys, _ in here.values())]) + _GAP
    lines: list[Line] = []
    for place, here in places.items():
        lines += [[("", "")]] if lines else []
        lines.append([(place, "accent")])
        lines += [[(pad(keys, columns), "key"), (tooltip, "")] for keys, tooltip in here.values()]
    return lines


def _nodes(screen: Screen[Any]) -> Iterator[DOMNode]:
    """The screen, its focusable widgets (one of each class), and the app."""
    yield screen
    kinds: set[type[Widget]] = set()
    for widget in screen.query(Widget):
        if widget.can_focus and widget.display and type(widget) not in kinds:
            kinds.add(type(widget))
            yield widget
    yield screen.app


def _bindings(node: DOMNode) -> Iterator[Binding]:
    """The enabled bindings of a node, its own before those of its base classes."""
    for each in type(node).__mro__:
        if issubclass(each, DOMNode):
            for binding in own_bindings(each):
                if binding.id and binding.tooltip:
                    namespace, name, parameters = parse(binding.action)
                    if namespace or node.check_action(name, parameters) is not False:
                        yield binding


def _labels(screen: Screen[Any], binding: Binding, keys: str) -> str:
    """The labels of the keys, letters first."""
    moved = None if keys != binding.key else binding.key_display
    labels = [screen.app.get_key_display(binding.with_key(key, moved)) for key in keys.split(",")]
    return "  ".join(sorted(dict.fromkeys(labels), key=lambda label: (len(label), not label.isascii())))
