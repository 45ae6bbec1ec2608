"""The help dialog: the current keys of the screen below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from netkeeper.override import override
from netkeeper.tui.core.base_screen import BaseModal
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.keys.help_lines import key_lines

_LANGUAGE: list[Line] = [
    [("", "")],
    [("Words", "accent")],
    [("In a log, words say the rest, in any order:", "")],
    [('coffee, wants an offer next:2w todo:"send it" feel:4 kind:call when:fri', "key")],
]


class KeysHelp(BaseModal[None]):
    """Lists the keys of a screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "close", id="help.close", tooltip="Close the help"),
        Binding("j,down", "scroll(1)", "down", id="help.down", tooltip="Scroll down"),
        Binding("k,up", "scroll(-1)", "up", id="help.up", tooltip="Scroll up"),
        Binding("space,pagedown", "page(1)", "on", id="help.page-down", tooltip="A page down"),
        Binding("b,pageup", "page(-1)", "Back", show=False, id="help.page-up", tooltip="A page up"),
        Binding("g,home", "page(-99)", "Top", show=False, id="help.first", tooltip="To the top"),
        Binding("G,end", "page(99)", "End", show=False, id="help.last", tooltip="To the end"),
    ]

    def __init__(self, screen: Screen[Any], keymap: Mapping[str, str], besides: Sequence[Line] = ()) -> None:
        """Collect the keys of a screen.

        Args:
            keymap: The moved keys by binding id.
            besides: Lines to show before the keys.
        """
        super().__init__()
        self._lines = [*besides, *key_lines(screen, keymap), *_LANGUAGE]

    @override
    def compose(self) -> ComposeResult:
        """The keys in a frame."""
        with VerticalScroll(id="dialog", can_focus=False) as frame:
            frame.border_title = Content("Keys")
            yield Page(self._lines)
            yield KeyBar(id="dialog-keys")

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#dialog").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by the visible height."""
        frame = self.query_one("#dialog")
        seen = frame.scrollable_content_region.height - self.query_one(KeyBar).outer_size.height
        frame.scroll_relative(y=pages * (seen - 1), animate=False)
