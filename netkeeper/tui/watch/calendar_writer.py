"""Keeps the calendar file up to date while the app is open."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from netkeeper.domain.errors import NetkeeperError
from netkeeper.store.network import Network
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.watch.background import Background

if TYPE_CHECKING:
    from netkeeper.config.settings import Settings
    from netkeeper.store.journal import Transaction

KEEP_EVERY_SECONDS = 0.5
"""The interval of the checks: many changes in a row are written once."""


class CalendarWriter:
    """Rewrites the calendar file in the background after changes made in this app."""

    def __init__(self, session: Session, complain: Callable[[str], None]) -> None:
        """Follow the transactions and the settings of a session.

        Args:
            complain: Called with what is wrong with the file, once for each problem.
        """
        self._session = session
        self._complain = complain
        self._background: Background[str] = Background()
        self._is_outdated = False
        self._problem = ""
        self._reported = ""
        path = session.settings.calendar_path
        # A file that doesn't exist is written by the first look.
        self._written = self._target if not path or os.path.exists(path) else ("", "")
        session.on_done = self._note

    @property
    def _target(self) -> tuple[str, str]:
        settings = self._session.settings
        return settings.calendar_file, settings.calendar_as

    def _note(self, transaction: Transaction | None) -> None:
        """Mark the file as outdated where a transaction changes what it shows."""
        if self._session.settings.calendar_file and not self._is_outdated:
            from netkeeper.actions.network.calendar_file import shows_in_calendar

            self._is_outdated = transaction is None or shows_in_calendar(transaction.changes)

    def look(self) -> None:
        """Start to write the file if it is outdated, and report a new problem with it."""
        if self._background.is_running:
            return
        self._take_problem()
        if self._problem != self._reported:
            self._reported = self._problem
            if self._problem:
                self._complain(self._problem)
        if self._target != self._written:
            self._written = self._target
            self._is_outdated = True
        if self._is_outdated:
            self._is_outdated = False
            if self._session.settings.calendar_file:
                self._background.start(partial(self._write, self._session.settings))

    def close(self) -> str:
        """Write what is still to be written.

        Returns:
            A problem with the file that wasn't reported yet; empty for none.
        """
        self._background.wait()
        self._take_problem()
        if self._is_outdated and self._session.settings.calendar_file:
            self._problem = self._write(self._session.settings)
        return "" if self._problem == self._reported else self._problem

    def _take_problem(self) -> None:
        problem = self._background.take()
        self._problem = self._problem if problem is None else problem

    def _write(self, settings: Settings) -> str:
        """In the thread: write the file from a network of its own, since the app goes on with the session's.

        Returns:
            What went wrong; empty for nothing.
        """
        from netkeeper.actions.network.calendar_file import is_kept_for, keep_current

        try:
            folder = self._session.network.folder
            if is_kept_for(folder):
                keep_current(Network(folder), settings)
        except NetkeeperError as error:
            return f"The calendar file is as it was: {trouble_text(error)}"
        except Exception as error:  # noqa: BLE001 - nobody catches what a thread raises, and the app goes on without it
            return f"The calendar file is as it was: {type(error).__name__}: {error}"
        return ""
