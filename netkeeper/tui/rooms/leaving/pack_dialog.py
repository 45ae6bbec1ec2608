"""The dialog that writes the leaving pack: folder, for whom, passphrase."""

from __future__ import annotations

import os
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.leaving.pack import Pack, PackFile, free_folder, write_pack
from netkeeper.domain.errors import AlreadyThereError, InvalidValueError, NetkeeperError
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.paths import shortened, shortened_in
from netkeeper.tui.files.saving import suggested_path, typed_path
from netkeeper.tui.files.saving_dialog import SavingDialog
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.jobs.job import JobProgress
from netkeeper.tui.jobs.working_screen import ProgressDialog

_ME, _TEAM = "me", "team"

_ABOUT = {
    _ME: "Everybody, with all that happened, for phones, Google, Outlook, Apple, a spreadsheet and another netkeeper.",
    _TEAM: "Those who are marked as the team's and what is open with them, without private notes, feelings and hopes.",
}


class PackDialog(SavingDialog[Pack]):
    """Writes the pack into a folder that only this user can read; returns the pack with its proof."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("take along", "Write the files, and read every one back"),
        *DIALOG_BINDINGS,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__("Take everything along", session)
        self.suggested = suggested_path(self.folder, session.today(), "", "netkeeper")

    @override
    def fields(self) -> ComposeResult:
        """For whom, the folder, and the passphrase twice."""
        options = [Option(_ME, "me"), Option(_TEAM, "the team")]
        yield LabelledRow("For", Choice(options, _ME, id="whom"))
        yield LabelledRow("", Page([[(_ABOUT[_ME], "quiet")]], id="about"))
        yield LabelledRow("Folder", self.path_input("a new folder"))
        yield LabelledRow("Lock", self._secret("first", "no passphrase · with one, files are locked"))
        yield LabelledRow("Again", self._secret("second", "the same passphrase once more"))

    @staticmethod
    def _secret(name: str, placeholder: str) -> PlainInput:
        field = PlainInput("", placeholder, id=name)
        field.password = True
        return field

    @property
    def _for_team(self) -> bool:
        return self.query_one("#whom", Choice).values == (_TEAM,)

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was typed."""
        return super().is_untouched and not any(self._typed())

    def _typed(self) -> tuple[str, str]:
        """Both typed passphrases."""
        return self.query_one("#first", PlainInput).value, self.query_one("#second", PlainInput).value

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self.query_one("#about", Page).show([[(_ABOUT[event.values[0]], "quiet")]])
        self.changed()

    # Writing

    @override
    def accept(self) -> None:
        """Write the pack; into a folder with files only the second time."""
        try:
            folder, passphrase = self._checked(), self._passphrase()
        except NetkeeperError as error:
            self.complain(shortened_in(trouble_text(error)))
            return
        job = partial(self._write, folder, passphrase, for_team=self._for_team)
        self.app.push_screen(
            ProgressDialog(self.session, "Taking everything along", job), partial(self.written_to, folder)
        )

    def _checked(self) -> str:
        """The checked folder.

        Raises:
            NetkeeperError: It can't be used; the message says what to do.
        """
        path = typed_path(self.path.value.rstrip("/\\") or self.path.value, self.folder)
        if not path:
            raise InvalidValueError("Write which folder everything is to go to, like ~/my-network.")
        above = os.path.dirname(path)
        if not os.path.isdir(above):
            raise InvalidValueError(f"There is no folder {shortened(above)}; name one that is there.")
        try:
            return free_folder(path, force=path == self.may_replace)
        except AlreadyThereError:
            self.may_replace = path
            raise InvalidValueError(self.already_there(path)) from None

    @override
    def already_there(self, path: str) -> str:
        """The message that the folder has files, and how to go on."""
        return (
            f"{shortened(path)} has files in it already. Enter again puts these among them, in place of those of the "
            "same names; or write another name."
        )

    def _passphrase(self) -> str | None:
        """The checked passphrase; None for none.

        Raises:
            InvalidValueError: The two differ.
        """
        first, second = self._typed()
        if first != second:
            field = self.query_one("#second" if first else "#first", PlainInput)
            self.set_focus(field)
            raise InvalidValueError("The two passphrases are not the same; type it once more, or leave both empty.")
        return first or None

    def _write(self, folder: str, passphrase: str | None, watch: JobProgress, *, for_team: bool) -> Pack:
        """In the job's thread: write every file, and read it back."""

        def progress(file: PackFile, done: int, total: int) -> None:
            watch.stage = f"Writing {file.name} and reading it back"
            watch.progress(done, total)

        return write_pack(
            self.session.network,
            folder,
            for_team=for_team,
            passphrase=passphrase,
            force=folder == self.may_replace,
            progress=progress,
        )
