"""The dialog that asks for an encrypted file's passphrase."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.override import override
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.paths import shortened_in
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting
from netkeeper.tui.forms.plain_input import PlainInput


class PassphraseDialog(Dialog[str]):
    """Ask for a file's passphrase, which is neither shown nor stored."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("open it", "Open the file with this passphrase"), LEAVING]

    def __init__(self, name: str, problem: str = "") -> None:
        """Ask for it.

        Args:
            problem: Why the last one failed; empty the first time.
        """
        super().__init__(f"Locked · {name}")
        self._problem = problem

    @override
    def fields(self) -> ComposeResult:
        """An explanation and a password input."""
        yield Page([[("The file is locked. Its passphrase is the one it was written with.", "quiet")]])
        field = PlainInput("", "passphrase", id="passphrase")
        field.password = True
        yield field

    def on_mount(self) -> None:
        """Focus the input, and show why it is asked again."""
        self.set_focus(self.query_one(PlainInput))
        self.complain(shortened_in(self._problem))

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        if event.value:
            self.changed()

    @override
    def accept(self) -> None:
        """Return the passphrase."""
        passphrase = self.query_one(PlainInput).value
        if passphrase:
            self.dismiss(passphrase)
        else:
            self.complain("Write the passphrase that the file was locked with.")
