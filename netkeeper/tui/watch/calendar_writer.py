"""Keeping the calendar file current while the app is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from netkeeper.domain.errors import NetkeeperError
from netkeeper.store.network import Network
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.core.session import Session

if TYPE_CHECKING:
    from netkeeper.config.settings import Settings
    from netkeeper.store.journal import Transaction

KEEP_EVERY_SECONDS = 0.5
"""How often to look whether the file is behind: many changes in a row are written once."""


class CalendarWriter:
    """Writes the calendar file anew after what is done here, in a thread of its own."""

    def __init__(self, session: Session, complain: Callable[[str], None]) -> None:
        """Keep a file on behalf of somebody.

        Args:
            session: Whose network and settings they are.
            complain: Tells what is wrong with the file.
        """
        self._session = session
        self._complain = complain
        self._writing: Thread | None = None
        self._is_behind = False
        self._trouble = ""
        self._told = ""
        path = session.settings.calendar_path
        # A file that isn't there is written by the first look.
        self._kept = self._wanted if not path or os.path.exists(path) else ("", "")
        session.on_done = self._note

    @property
    def _wanted(self) -> tuple[str, str]:
        settings = self._session.settings
        return settings.calendar_file, settings.calendar_as

    def _note(self, transaction: Transaction | None) -> None:
        """Take note of what was done, where there is a file to show it in."""
        if self._session.settings.calendar_file and not self._is_behind:
            from netkeeper.actions.network.calendar_file import shows_in_calendar

            self._is_behind = transaction is None or shows_in_calendar(transaction.changes)

    def look(self) -> None:
        """Write the file if it is behind, and say what was wrong with it, once."""
        if self._writing is not None and self._writing.is_alive():
            return
        if self._trouble != self._told:
            self._told = self._trouble
            if self._trouble:
                self._complain(self._trouble)
        if self._wanted != self._kept:
            self._kept = self._wanted
            self._is_behind = True
        if self._is_behind:
            self._is_behind = False
            if self._session.settings.calendar_file:
                self._writing = Thread(target=self._write, args=(self._session.settings,), daemon=True)
                self._writing.start()

    def close(self) -> str:
        """Write what is still to be written.

        Returns:
            What is wrong with the file and was not said yet; empty where nothing is.
        """
        if self._writing is not None:
            self._writing.join()
        if self._is_behind and self._session.settings.calendar_file:
            self._write(self._session.settings)
        return "" if self._trouble == self._told else self._trouble

    def _write(self, settings: Settings) -> None:
        """In the thread: read the network by itself, since the app goes on with its own."""
        from netkeeper.actions.network.calendar_file import is_kept_for, keep_current

        try:
            folder = self._session.network.folder
            if is_kept_for(folder):
                keep_current(Network(folder), settings)
        except NetkeeperError as error:
            self._trouble = f"The calendar file is as it was: {trouble_text(error)}"
        except Exception as error:  # noqa: BLE001 - a thread has nobody to tell, and the file is not worth the app
            self._trouble = f"The calendar file is as it was: {type(error).__name__}: {error}"
        else:
            self._trouble = ""
