"""Help: the keys of the screen one is on, as they are bound now."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from netkeeper.domain.display import pad
from netkeeper.tui.lines import Line
from netkeeper.tui.screens.dialog import dialog_css
from netkeeper.tui.widgets.key_bar import KeyBar
from netkeeper.tui.widgets.page import Page

_KEY_COLUMNS = 14

_LANGUAGE: list[Line] = [
    [("", "")],
    [("In a log, words say the rest, in any order:", "quiet")],
    [('coffee, wants an offer next:2w todo:"send it" feel:4 kind:call when:fri', "key")],
]


class KeysHelp(ModalScreen[None]):
    """What each key does."""

    CSS_PATH = dialog_css("keys_help.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "close", id="help.close", tooltip="Close the help"),
        Binding("j,down", "scroll(1)", "down", id="help.down", tooltip="Scroll down"),
        Binding("k,up", "scroll(-1)", "up", id="help.up", tooltip="Scroll up"),
    ]

    def __init__(self, screen: Screen[Any]) -> None:
        """Explain a screen.

        Args:
            screen: The one to explain.
        """
        super().__init__()
        self._lines = [*key_lines(screen), *_LANGUAGE]

    def compose(self) -> ComposeResult:
        """The keys in a frame."""
        with VerticalScroll(id="dialog", can_focus=False) as frame:
            frame.border_title = Content("Keys")
            yield Page(self._lines)
            yield KeyBar(id="dialog-keys")

    def action_scroll(self, lines: int) -> None:
        """Scroll what doesn't fit."""
        self.query_one("#dialog").scroll_relative(y=lines, animate=False)


def key_lines(screen: Screen[Any]) -> list[Line]:
    """The keys of a screen, one line for each thing they do; those on the bar first."""
    keys: dict[str, list[str]] = {}
    tooltips: dict[str, str] = {}
    shown: set[str] = set()
    places: dict[str, int] = {}
    for node, binding, _, tooltip in screen.active_bindings.values():
        if binding.id is not None and tooltip:
            label = screen.app.get_key_display(binding)
            keys.setdefault(binding.id, []).append(label)
            tooltips[binding.id] = tooltip
            places.setdefault(binding.id, _place(node, binding.id))
            if binding.show:
                shown.add(binding.id)
    ordered = sorted(keys, key=lambda each: (each not in shown, places[each]))
    return [
        [
            (pad("  ".join(sorted(keys[each], key=lambda key: (len(key), not key.isascii()))), _KEY_COLUMNS), "key"),
            (tooltips[each], ""),
        ]
        for each in ordered
    ]


def _place(node: DOMNode, binding_id: str) -> int:
    """Where a binding stands among those of its class; the toolkit sorts them by who named the key first."""
    declared = [binding.id for binding in Binding.make_bindings(type(node).BINDINGS)]
    return declared.index(binding_id) if binding_id in declared else len(declared)
