"""The dialog that asks for a binding's new key: the next key pressed is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.tui.core.base_screen import BaseModal
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.page import Page

_TITLE_COLUMNS = 40

_STAYING = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape", "delete", "backspace"}
)
"""Keys that a binding keeps beside its new key: ``j, down`` moved to ``n`` becomes ``n, down``."""


class PressKey(BaseModal[str]):
    """Asks for a key; the result is the key in the toolkit's name, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave it as it is", id="press-key.leave", tooltip="Leave the key as it is"),
    ]

    def __init__(self, meaning: str, now: str, refusal: Callable[[str], str]) -> None:
        """Ask for a key.

        Args:
            meaning: The binding's tooltip.
            now: The labels of its current keys.
            refusal: Returns why a key can't be taken; empty where it can.
        """
        super().__init__()
        self._meaning = meaning
        self._now = now
        self._refusal = refusal

    @override
    def compose(self) -> ComposeResult:
        """The question, and why the last key was refused."""
        with VerticalScroll(id="dialog", can_focus=False) as frame:
            frame.border_title = Content(fit(plain("Another key"), _TITLE_COLUMNS))
            yield Page([[(self._meaning, "strong")], [("", "")], [(f"Now {self._now}. Press the new key.", "")]])
            yield Page(id="problem")
            yield KeyBar(id="dialog-keys")

    def on_key(self, event: events.Key) -> None:
        """Take a key, refuse it, or leave with Escape."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
        elif refusal := self._refusal(event.key):
            self.query_one("#problem", Page).show([[(refusal, "accent")]])
        else:
            self.dismiss(event.key)

    def action_leave(self) -> None:
        """Leave the key as it is, after a click on the key bar."""
        self.dismiss(None)


def with_key(key: str, default: Sequence[str]) -> str:
    """The value in ``config.toml`` for a new key; arrows and the like of the default keys stay beside it."""
    staying = [each for each in default if each in _STAYING and each != key] if len(default) > 1 else []
    return ", ".join([key, *staying])
