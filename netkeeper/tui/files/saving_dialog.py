"""The base of dialogs that write to a path, which may exist already."""

from __future__ import annotations

import os
from functools import partial
from typing import TypeVar

from textual import on
from textual.widgets import Input

from netkeeper.config.places import downloads_folder
from netkeeper.domain.errors import AlreadyThereError
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.paths import shortened_in
from netkeeper.tui.files.saving import suggest_folders
from netkeeper.tui.forms.completing_input import CompletingInput
from netkeeper.tui.forms.dialog import Dialog
from netkeeper.tui.jobs.job import JobResult

ResultT = TypeVar("ResultT")


class SavingDialog(Dialog[ResultT]):
    """Write to a path; replace what exists there only after Enter was pressed once more.

    Attributes:
        folder: The folder for relative paths.
        suggested: The path that the input is filled with.
        may_replace: The existing path that the next Enter replaces; empty for none.
    """

    def __init__(self, title: str, session: Session) -> None:
        super().__init__(title)
        self.session = session
        self.folder = session.files_folder or downloads_folder()
        self.suggested = ""
        self.may_replace = ""

    def already_there(self, path: str) -> str:
        """The message for a path that exists: that it does, and how to go on."""
        raise NotImplementedError

    def path_input(self, placeholder: str) -> CompletingInput:
        """The path's input."""
        complete = partial(suggest_folders, folder=self.folder)
        return CompletingInput(self.suggested, placeholder, complete=complete, id="path")

    def on_mount(self) -> None:
        """Focus the path, with the cursor at its end."""
        self.set_focus(self.path)
        self.path.cursor_position = len(self.path.value)

    @property
    def path(self) -> CompletingInput:
        """The path's input, once it is mounted."""
        return self.query_one("#path", CompletingInput)

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether no path was typed."""
        return self.path.value in ("", self.suggested)

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()

    @override
    def changed(self) -> None:
        """Withdraw the permission to replace, since something else is typed or chosen now."""
        self.may_replace = ""
        super().changed()

    def written_to(self, path: str, outcome: JobResult[ResultT] | None) -> None:
        """Close with the job's value; where it failed or was cancelled (None), say so and keep the inputs."""
        if outcome is None:
            self.complain("Stopped; nothing was written.")
        elif outcome.value is not None:
            self.session.files_folder = os.path.dirname(path)
            self.dismiss(outcome.value)
        elif isinstance(outcome.problem, AlreadyThereError):
            self.may_replace = path
            self.complain(self.already_there(path))
        else:
            self.complain(shortened_in(str(outcome.problem)))
