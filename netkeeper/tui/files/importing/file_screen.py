"""The first screen of an import: the choice of a file."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from netkeeper.actions.network.find_files import FolderEntry
from netkeeper.config.places import downloads_folder
from netkeeper.domain.errors import LockedFileError, NetkeeperError, UnreadableFileError
from netkeeper.domain.text.display import fit
from netkeeper.interchange.content import NO_HINTS, Hints
from netkeeper.interchange.formats import readable
from netkeeper.override import override
from netkeeper.tui.core.base_screen import BaseScreen
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.paths import shortened_in
from netkeeper.tui.files.browsing import PARENT, Browsing
from netkeeper.tui.files.folder_list import FolderList
from netkeeper.tui.files.importing.prepared import PreparedImport, prepare_import
from netkeeper.tui.files.importing.preview_screen import ImportPreview
from netkeeper.tui.forms.list_beside_input import ListBesideInput, list_keys
from netkeeper.tui.forms.path_input import PathInput
from netkeeper.tui.jobs.job import JobResult
from netkeeper.tui.jobs.working_screen import ProgressDialog


class ImportScreen(ListBesideInput, BaseScreen["str | None"]):
    """Choose a file by its path or from a list, read it, and show the preview.

    Typing filters the list, which so serves as completion. The screen's result is the text of a toast; None
    where nothing was imported.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="enter", priority=True, id="file.open", tooltip="Read the file, or go into the folder"),
        *list_keys("file", "another", "To the next file", "To the file before", pages=True),
        Binding("tab", "complete", "complete", id="file.complete", tooltip="Complete the name, or go to the list"),
        Binding("shift+tab", "app.focus_previous", "Back", show=False, id="file.back", tooltip="From the list to the line, and back"),
        Binding("alt+up,backspace", "parent", "folder above", key_display="alt+↑", id="file.parent", tooltip="To the folder above this one"),
        Binding("escape", "leave", "leave", id="file.leave", tooltip="Leave; nothing is brought in"),
    ]  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._browsing = Browsing(session.files_folder or downloads_folder())
        self._understood = ""

    @override
    def compose(self) -> ComposeResult:
        """An input for the path, the folder's list, and a problem."""
        with Vertical(id="line") as line:
            line.border_title = "Bring people in · from which file?"
            yield PathInput(id="path")
        yield FolderList(id="files")
        yield Page(id="none")
        yield Page(id="problem")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Start in the last used folder, else in the downloads."""
        self._browsing.look()
        self._show_line()
        self.set_focus(self.query_one(PathInput))
        # Coming back from a browser should show a file that was just saved there.
        self.watch(self.app, "app_focus", self._come_back, init=False)

    def on_key(self, event: events.Key) -> None:
        """Type into the input from the list too, with keys that do nothing else there."""
        is_free = event.is_printable and event.key not in self.active_bindings
        if is_free and event.character and not isinstance(self.focused, PathInput):
            event.stop()
            self.set_focus(self.query_one(PathInput))
            self.query_one(PathInput).insert_plain(event.character)

    def _come_back(self, has_focus: bool) -> None:
        if has_focus:
            self._browsing.look()
            self._show_files()

    # Input and list

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        self._catch_up()

    def _catch_up(self) -> None:
        """Read the input now: with fast typing, its Changed messages are still queued."""
        self._understood = self.query_one(PathInput).value
        self._browsing.take(self._understood)
        self._complain("")
        self._show_files()

    def _show_line(self) -> None:
        """Show folder and name in the input."""
        path = self.query_one(PathInput)
        with self.prevent(Input.Changed):
            path.value = self._browsing.shown + self._browsing.name
        path.cursor_position = len(path.value)
        self._understood = path.value
        self._show_files()

    def _show_files(self) -> None:
        browsing, files = self._browsing, self.query_one(FolderList)
        entries = browsing.entries()
        files.show(entries, self._session.today(), "")
        files.go_to(browsing.likeliest())
        files.border_title = Content(fit(browsing.shown, self.app.size.width - 8))
        count = sum(bool(entry.format) for entry in entries)
        endings = ", ".join(ending for known in readable() for ending in known.endings)
        files.border_subtitle = f"{count} to read" if count else f"nothing ends in {endings}"
        is_empty = not any(entry.name != PARENT for entry in entries)
        files.display = bool(entries)
        words = shortened_in(browsing.problem) or (
            "Nothing here is called like that." if browsing.name else "This folder is empty."
        )
        self.query_one("#none", Page).show([[(words, "quiet")]] if is_empty else [])

    def on_resize(self) -> None:
        """Cut the folder's name to the new width."""
        self.query_one(FolderList).border_title = Content(fit(self._browsing.shown, self.app.size.width - 8))

    def _complain(self, problem: str) -> None:
        self.query_one("#problem", Page).show([[(shortened_in(problem), "accent")]] if problem else [])

    def on_paste(self, event: events.Paste) -> None:
        """Change to a pasted or dragged path; any other text is typed."""
        event.stop()
        if self._browsing.find(event.text):
            self._complain("")
            self._show_line()
        else:
            self.query_one(PathInput).insert_plain(event.text.strip())
        self.set_focus(self.query_one(PathInput))

    def action_complete(self) -> None:
        """Complete the name as far as it is unambiguous; with nothing to add, focus the list."""
        self._catch_up()
        completed = self._browsing.completed()
        if not isinstance(self.focused, PathInput) or completed == self._browsing.name:
            self.app.action_focus_next()
            return
        self._browsing.name = completed
        entries = self._browsing.entries()
        if len(entries) == 1 and entries[0].is_folder:
            self._enter(entries[0].path)
        else:
            self._show_line()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the key to the parent at the root."""
        if action == "parent":
            return os.path.dirname(self._browsing.folder) != self._browsing.folder
        return super().check_action(action, parameters)

    def action_parent(self) -> None:
        """Go to the folder above."""
        self._enter(os.path.dirname(self._browsing.folder))

    def action_leave(self) -> None:
        """Close without an import."""
        self.dismiss(None)

    # Opening

    def action_open(self) -> None:
        """Open the entry under the cursor, after input that is still queued."""
        (self.focused or self).call_later(self._open_once)

    def _open_once(self) -> None:
        if not self.is_active:
            return
        files = self.query_one(FolderList)
        if self.query_one(PathInput).value != self._understood:
            self._catch_up()
        entry = files.entry
        if entry is not None:
            self._open(entry)
        else:
            self.read(self._browsing.path)

    @on(FolderList.EntryOpened)
    def _chosen(self, event: FolderList.EntryOpened) -> None:
        event.stop()
        self._open(event.entry)

    def _open(self, entry: FolderEntry) -> None:
        if entry.is_folder:
            self._enter(entry.path)
        else:
            self.read(entry.path)

    def _enter(self, folder: str) -> None:
        """Change to a folder; where it can't be listed, say why and stay."""
        try:
            self._browsing.enter(folder)
        except UnreadableFileError as error:
            self._complain(trouble_text(error))
            return
        self._session.files_folder = self._browsing.folder
        self._complain("")
        self._show_line()
        self.refresh_bindings()

    def read(self, path: str, hints: Hints = NO_HINTS) -> None:
        """Read a file in a job and show the preview.

        Where the reader refuses for want of a hint (passphrase, columns, order of dates), a dialog asks for it,
        and the file is read again.

        Args:
            hints: Answers given so far.
        """
        self._complain("")
        hints = replace(hints, today=self._session.today())
        name = os.path.basename(path)
        self.app.push_screen(
            ProgressDialog(
                self._session, f"Reading {name}", partial(prepare_import, self._session.network, path, hints)
            ),
            partial(self._made_ready, path, hints),
        )

    def _made_ready(self, path: str, hints: Hints, outcome: JobResult[PreparedImport] | None) -> None:
        if outcome is None:
            return
        if outcome.value is None:
            self._ask(path, hints, outcome.problem)
            return
        self._session.files_folder = os.path.dirname(os.path.abspath(path))
        self.app.push_screen(ImportPreview(self._session, outcome.value), partial(self._looked_at, path))

    def _ask(self, path: str, hints: Hints, problem: NetkeeperError | None) -> None:
        """Ask for the hint that the reader misses; any other problem is shown."""
        from netkeeper.interchange.csv import Question

        if isinstance(problem, LockedFileError):
            from netkeeper.tui.files.passphrase import PassphraseDialog

            self.app.push_screen(
                PassphraseDialog(os.path.basename(path), trouble_text(problem) if hints.passphrase else ""),
                lambda passphrase: self.read(path, replace(hints, passphrase=passphrase)) if passphrase else None,
            )
        elif not isinstance(problem, Question):
            self._complain(trouble_text(problem) if problem else "")
        elif problem.about == "dates":
            from netkeeper.tui.files.importing.date_order import DateOrderDialog

            self.app.push_screen(
                DateOrderDialog(problem.examples[0]),
                lambda order: self.read(path, replace(hints, dates=order)) if order else None,
            )
        else:
            from netkeeper.tui.files.importing.columns_screen import ColumnsScreen

            self.app.push_screen(
                ColumnsScreen(path, problem.table, hints, asks=True),
                lambda chosen: self.read(path, chosen) if chosen else None,
            )

    def _looked_at(self, path: str, result: str | Hints | None) -> None:
        """Close with the toast's text; with hints, read the file again."""
        if isinstance(result, Hints):
            self.read(path, result)
        elif result is not None:
            self.dismiss(result)
