"""Taking everything along: where to, for whom, and whether it is locked."""

from __future__ import annotations

import os
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.actions.leaving.pack import PACK, Pack, free_folder, write_pack
from netkeeper.config.places import downloads_folder
from netkeeper.domain.errors import AlreadyThereError, InvalidValueError, NetkeeperError
from netkeeper.override import override
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.paths import shortened, shortened_in
from netkeeper.tui.files.saving import offer_folders, path_meant, suggested_path
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.completing_input import CompletingInput
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, Dialog, accepting
from netkeeper.tui.forms.labelled_row import Row
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.jobs.job import Outcome, Watch
from netkeeper.tui.jobs.working_screen import Working

_ME, _TEAM = "me", "team"

_ABOUT = {
    _ME: f"Everybody, with all that happened: {len(PACK)} files for phones, Google, Outlook, Apple and another netkeeper.",
    _TEAM: "Those who are marked as the team's, without private notes, feelings and hopes.",
}


class PackDialog(Dialog[Pack]):
    """Write the pack into a folder that only this user can read; leaves with the proof."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("take along", "Write the files, and read every one back"),
        *DIALOG_BINDINGS,
    ]

    def __init__(self, session: Session) -> None:
        """Ask where to.

        Args:
            session: What the screens share.
        """
        super().__init__("Take everything along")
        self._session = session
        self._folder = session.files_folder or downloads_folder()
        self._suggested = suggested_path(self._folder, session.today(), "", "netkeeper")
        self._may_replace = ""

    @override
    def fields(self) -> ComposeResult:
        """For whom with a word about it, the folder, and the passphrase twice."""
        options = [Option(_ME, "me"), Option(_TEAM, "the team")]
        yield Row("For", Choice(options, _ME, id="whom"))
        yield Row("", Page([[(_ABOUT[_ME], "quiet")]], id="about"))
        complete = partial(offer_folders, folder=self._folder)
        yield Row("Folder", CompletingInput(self._suggested, "a new folder", complete=complete, id="path"))
        yield Row("Lock", self._secret("first", "no passphrase · with one, the files are locked"))
        yield Row("Again", self._secret("second", "the same passphrase once more"))

    @staticmethod
    def _secret(name: str, placeholder: str) -> PlainInput:
        field = PlainInput("", placeholder, id=name)
        field.password = True
        return field

    def on_mount(self) -> None:
        """Begin with the folder, at its end."""
        self.set_focus(self._path)
        self._path.cursor_position = len(self._path.value)

    @property
    def _path(self) -> CompletingInput:
        return self.query_one("#path", CompletingInput)

    @property
    def _for_team(self) -> bool:
        return self.query_one("#whom", Choice).values == (_TEAM,)

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was typed."""
        return self._path.value in ("", self._suggested) and not any(self._typed())

    def _typed(self) -> tuple[str, str]:
        """The passphrase as it was typed both times."""
        return self.query_one("#first", PlainInput).value, self.query_one("#second", PlainInput).value

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self.query_one("#about", Page).show([[(_ABOUT[event.values[0]], "quiet")]])
        self.changed()

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()

    # Doing it

    @override
    def accept(self) -> None:
        """Write the pack; into a folder that has files, the second time only."""
        try:
            folder, passphrase = self._checked(), self._passphrase()
        except NetkeeperError as error:
            self.complain(shortened_in(trouble_text(error)))
            return
        job = partial(self._write, folder, passphrase, for_team=self._for_team)
        self.app.push_screen(Working(self._session, "Taking everything along", job), partial(self._packed, folder))

    def _checked(self) -> str:
        """The folder, once there is nothing to say against it.

        Raises:
            NetkeeperError: There is; it is said what to do.
        """
        path = path_meant(self._path.value.rstrip("/\\") or self._path.value, self._folder)
        if not path:
            raise InvalidValueError("Write which folder everything is to go to, like ~/my-network.")
        above = os.path.dirname(path)
        if not os.path.isdir(above):
            raise InvalidValueError(f"There is no folder {shortened(above)}; name one that is there.")
        try:
            return free_folder(path, force=path == self._may_replace)
        except AlreadyThereError:
            self._may_replace = path
            raise InvalidValueError(self._has_files(path)) from None

    @staticmethod
    def _has_files(path: str) -> str:
        """That there are files already, and how to go on."""
        return (
            f"{shortened(path)} has files in it already. Enter again puts these among them, in place of those of the "
            "same names; or write another name."
        )

    def _passphrase(self) -> str | None:
        """The passphrase; None where none was typed.

        Raises:
            InvalidValueError: It was typed differently the second time.
        """
        first, second = self._typed()
        if first != second:
            field = self.query_one("#second" if first else "#first", PlainInput)
            self.set_focus(field)
            raise InvalidValueError("The two passphrases are not the same; type it once more, or leave both empty.")
        return first or None

    def _write(self, folder: str, passphrase: str | None, watch: Watch, *, for_team: bool) -> Pack:
        """In the job's thread: write every file, and read it back."""

        def progress(done: int, total: int) -> None:
            watch.stage = f"Writing {PACK[done].name} and reading it back"
            watch.progress(done, total)

        return write_pack(
            self._session.network,
            folder,
            for_team=for_team,
            passphrase=passphrase,
            force=folder == self._may_replace,
            progress=progress,
        )

    def _packed(self, folder: str, outcome: Outcome[Pack] | None) -> None:
        """Leave with the proof; where there is none, say why and keep all that is typed."""
        if outcome is None:
            self.complain("Stopped; nothing was written.")
        elif outcome.value is not None:
            self._session.files_folder = os.path.dirname(folder)
            self.dismiss(outcome.value)
        elif isinstance(outcome.problem, AlreadyThereError):
            self._may_replace = folder
            self.complain(self._has_files(folder))
        else:
            self.complain(shortened_in(str(outcome.problem)))

    @override
    def changed(self) -> None:
        """Something else is typed or chosen now: nothing is replaced any more that was asked about."""
        self._may_replace = ""
        super().changed()
