"""The export dialog: the format, and the file to write."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.actions.network.exporting import export, save_export
from netkeeper.actions.network.find_files import moment_of
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.interchange.formats import FORMATS, Format, writable, written_by_ending
from netkeeper.override import override
from netkeeper.phrases.counted import counted
from netkeeper.phrases.photos import missing_photos_words, photos_left_out_words
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.paths import shortened
from netkeeper.tui.files.folder_list import size_words
from netkeeper.tui.files.saving import is_folder, suggested_path, typed_path, with_extension
from netkeeper.tui.files.saving_dialog import SavingDialog
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.jobs.job import JobProgress
from netkeeper.tui.jobs.working_screen import ProgressDialog


class ExportDialog(SavingDialog[str]):
    """Write people to a file that only this user can read; its result is the text of a toast."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("export", "Write the file"),
        *DIALOG_BINDINGS,
    ]

    def __init__(self, session: Session, contact_ids: Sequence[str] | None, whom: str) -> None:
        """Start with the first format and a suggested path.

        Args:
            contact_ids: Whom to export; None for everybody, archived or not.
            whom: The same in words.
        """
        super().__init__("Export", session)
        self._contact_ids = contact_ids
        self._whom = whom
        self._format = writable()[0]
        self.suggested = suggested_path(self.folder, session.today(), self._format.extension)

    @override
    def fields(self) -> ComposeResult:
        """Whom, the format with its description, and the path."""
        everybody = counted(self.session.network.people_count, "person", "people")
        whom = self._whom if self._contact_ids is not None else f"{self._whom} · {everybody}, archived or not"
        yield LabelledRow("Whom", Page([[(whom, "")]]))
        options = [Option(known.name, known.title) for known in writable()]
        yield LabelledRow("Format", Choice(options, self._format.name, id="format"))
        yield LabelledRow("", Page([[(self._format.about, "quiet")]], id="about"))
        yield LabelledRow("File", self.path_input("where to"))

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        """Set the format; the path's extension follows, unless it is none of the previous format."""
        event.stop()
        before, after = self._format, FORMATS[event.values[0]]
        was_suggested = self.path.value == self.suggested
        self._take(after)
        path = with_extension(self.path.value, before.endings, after.extension)
        if was_suggested:
            path = self.suggested = suggested_path(self.folder, self.session.today(), after.extension)
        with self.prevent(Input.Changed):
            self.path.value = path
        self.path.cursor_position = len(path)
        self.changed()

    @on(Input.Changed)
    def _name_written(self) -> None:
        self._follow_name()

    def _follow_name(self) -> None:
        """Set the format by the path's extension, where that is another format's."""
        named = written_by_ending(self.path.value)
        ending = os.path.splitext(self.path.value)[1].lower()
        if named is not None and ending not in self._format.endings:
            self._take(named)
            self.query_one("#format", Choice).show([named.name])

    def _take(self, chosen: Format) -> None:
        self._format = chosen
        self.query_one("#about", Page).show([[(chosen.about, "quiet")]])

    # Writing

    @override
    def accept(self) -> None:
        """Write the file in a job; over an existing one only the second time."""
        self._follow_name()
        try:
            path = self._checked()
        except NetkeeperError as error:
            self.complain(trouble_text(error))
            return
        stage = f"Exporting to {os.path.basename(path)}"
        self.app.push_screen(
            ProgressDialog(self.session, stage, partial(self._write, path)), partial(self.written_to, path)
        )

    def _checked(self) -> str:
        """The absolute path to write to.

        Raises:
            InvalidValueError: Nothing can be written there, or it exists and that was not said yet.
        """
        text = self.path.value
        path = typed_path(text, self.folder)
        if not path:
            raise InvalidValueError("Write where the file is to go, like ~/contacts.vcf.")
        if is_folder(text, path):
            name = os.path.basename(self.suggested)
            raise InvalidValueError(f"{shortened(path)} is a folder; write a name for the file too, like {name}.")
        folder = os.path.dirname(path)
        if not os.path.isdir(folder):
            raise InvalidValueError(f"There is no folder {shortened(folder)}; name one that is there.")
        if os.path.lexists(path) and path != self.may_replace:
            self.may_replace = path
            raise InvalidValueError(self.already_there(path))
        return path

    @override
    def already_there(self, path: str) -> str:
        """That the file exists, its size and day, and how to go on."""
        about = ""
        try:
            status = os.stat(path)
        except OSError:
            pass  # A dangling link.
        else:
            moment = moment_of(status.st_mtime)
            when = f", changed {describe_day(moment.date(), self.session.today())}" if moment else ""
            about = f" ({size_words(status.st_size)}{when})"
        return f"{shortened(path)} is there already{about}. Enter again replaces it; or write another name."

    def _write(self, path: str, watch: JobProgress) -> str:
        """In the job's thread: make the file and save it."""
        made = export(self.session.network, contact_ids=self._contact_ids, format_name=self._format.name, path=path)
        watch.until_written(1, 1)
        save_export(made, path, force=path == self.may_replace)
        who = counted(made.people, "person", "people")
        photos = [missing_photos_words(made.missing_photos)] if made.missing_photos else []
        photos += [photos_left_out_words(made.photos_left_out)] if made.photos_left_out else []
        return " ".join((f"Exported {who} to {shortened(path)}, which only you can read.", *photos))
