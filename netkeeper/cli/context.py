"""What a command works with: the network, the day, and where output goes."""

from __future__ import annotations

import sys
from datetime import date

from netkeeper.cli.app import OpenApp
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Output
from netkeeper.config import places
from netkeeper.store.journal import SHELL, Transaction
from netkeeper.store.network import Network


class Session:
    """One run of one command.

    Attributes:
        out: Standard output, for the result.
        err: Standard error, for everything else.
        named_folder: The network's folder, where the command line names it; else None.
    """

    def __init__(self, data: str | None, open_app: OpenApp) -> None:
        """Begin without opening the network.

        Args:
            data: The network's folder, where the command line names it; else None.

        Raises:
            WrongUsageError: It is an empty text.
        """
        if data is not None and not data.strip():
            raise WrongUsageError("--data needs the name of a folder.")
        self.named_folder = data
        self.open_app = open_app
        self._network: Network | None = None
        self._today: date | None = None
        self._done: list[Transaction | None] = []
        self.out = Output(sys.stdout)
        self.err = Output(sys.stderr)

    @property
    def folder(self) -> str:
        """The network's folder."""
        return places.data_folder(self.named_folder)

    @property
    def today(self) -> date:
        """The current day, the same throughout the command."""
        if self._today is None:
            self._today = places.today()
        return self._today

    @property
    def network(self) -> Network:
        """The network, opened at the first access.

        Raises:
            NetkeeperError: It can't be read.
        """
        if self._network is None:
            self._network = Network(self.folder, clock=places.clock(), by=SHELL)
            self._network.storage.on_transaction = self._note
        return self._network

    @property
    def has_changed(self) -> bool:
        """Whether the command made a change that can be undone."""
        return any(done is None or not done.is_quiet for done in self._done)

    def note_done(self) -> None:
        """Note a change that didn't go through :attr:`network`."""
        self._done.append(None)

    def keep_holidays(self, *, begins: bool = False) -> None:
        """Bring the stored public holidays up to date, before a day is counted.

        Args:
            begins: Whether the first contact is about to be added.
        """
        from netkeeper.actions.network.holidays import refresh_holidays

        refresh_holidays(self.network, self.today, begins=begins)

    def end(self) -> None:
        """Update the calendar file after changes, where the settings have one."""
        if self._done and places.config_mentions("calendar"):
            from netkeeper.cli.calendar_file import follow

            follow(self.network, self._done)

    def _note(self, transaction: Transaction | None, from_elsewhere: bool) -> None:
        if not from_elsewhere:
            self._done.append(transaction)
