"""The dialog that asks for a file's text encoding."""

from __future__ import annotations

import codecs
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.text.display import quoted
from netkeeper.override import override
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.completing_input import CompletingInput, Suggestion
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, Dialog, accepting

_USUAL = {
    "utf-8": "nearly everything today",
    "windows-1252": "older Windows programs, in western Europe",
    "iso-8859-15": "older Unix programs, in western Europe",
    "mac-roman": "older Mac programs",
    "windows-1250": "central Europe",
    "windows-1251": "Cyrillic",
    "utf-16": "some Windows programs",
    "shift_jis": "Japanese phones",
    "gb18030": "Chinese",
}
"""Common encodings of address books, and where they come from."""


class EncodingDialog(Dialog[str]):
    """Ask for an encoding to read a file in; its result is a name that Python knows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("read again", "Read the file again in this encoding"),
        *DIALOG_BINDINGS,
    ]

    def __init__(self) -> None:
        super().__init__("Letters look wrong?")

    @override
    def fields(self) -> ComposeResult:
        """An input that completes common encodings."""
        yield Page([[("What is the file's text encoded in? Usually windows-1252, where ä and ö are wrong.", "")]])
        yield CompletingInput(placeholder="e.g. utf-8, windows-1252, mac-roman", complete=_fitting, id="encoding")

    def on_mount(self) -> None:
        """Focus the input."""
        self.set_focus(self.query_one("#encoding"))

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing is typed."""
        return not self.query_one("#encoding", CompletingInput).value

    @override
    def accept(self) -> None:
        """Return the encoding."""
        self.attempt(self._named)

    def _named(self) -> str:
        name = self.query_one("#encoding", CompletingInput).value.strip()
        try:
            codecs.lookup(name)
        except (LookupError, ValueError):
            raise InvalidValueError(f"{quoted(name)} is no encoding; try {', '.join(list(_USUAL)[:4])}.") from None
        return name


def _fitting(typed: str, _: int) -> list[Suggestion]:
    """The common encodings that begin as typed."""
    wanted = typed.strip().lower()
    return [
        Suggestion(name, about, 0, len(typed), name)
        for name, about in _USUAL.items()
        if name.startswith(wanted) and name != wanted
    ]
