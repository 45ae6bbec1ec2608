"""The state that all screens share: network, day, settings, notices of changes."""

from __future__ import annotations

import os
import time
from _thread import get_ident
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from textual.dom import DOMNode
from textual.signal import Signal

from netkeeper.config.settings import Settings, load_settings, save_setting, settings_stamp
from netkeeper.config.themes import THEMES_NAME
from netkeeper.domain.records.tables import TABLES
from netkeeper.store.network import Network
from netkeeper.tui.theme.theme_files import Themes

if TYPE_CHECKING:
    from netkeeper.actions.people.in_common import InCommon
    from netkeeper.domain.retention.as_of import Movement
    from netkeeper.store.journal import Transaction


_NEWS_SECONDS = 10.0
"""How long undoing a change of another process is asked about first: the person may mean one of their own."""


MANY_PEOPLE = 3000
"""From how many people on it takes longer than a frame to draw everybody, or to look at somebody."""


class Notice(NamedTuple):
    """A change after which screens redraw themselves.

    Attributes:
        from_elsewhere: Whether another process made it.
        contact_ids: The contacts it affects, as far as known.
    """

    from_elsewhere: bool = False
    contact_ids: frozenset[str] = frozenset()


class Session:
    """The app's session with a network.

    Attributes:
        today: Returns the current day, which changes while the app is open.
        changed: Published after each change, also by other processes; subscribers redraw themselves.
        last_done: The last transaction made in this app, in words.
        has_unreported: Whether there was a transaction in this app since the last toast about one.
        files_folder: The folder of the file last read or written while the app is open; empty before.
        jobs: The jobs running in other threads. While there are any, no room reads the network.
        settings: This machine's settings.
        settings_problems: Problems with the settings, a sentence each.
        settings_stamp: Changes when the settings' file does.
        config_folder: The folder of the settings.
        welcomes: Whether the first run begins with a few questions.
        lasting: How many relationships last past graduation; None until counted.
        on_done: Called with each transaction made in this app; with None where everything was read anew.
        keymap: The moved keys by binding id, in the toolkit's key names.
    """

    def __init__(
        self,
        owner: DOMNode,
        network: Network,
        today: Callable[[], date],
        config_folder: str,
        apply: Callable[[Settings], None],
        *,
        welcomes: bool = False,
    ) -> None:
        """Load the settings and listen for transactions.

        Args:
            owner: The app, as the owner of the signal.
            apply: Called with the settings whenever they have changed.
        """
        self.network = network
        self.welcomes = welcomes
        self.config_folder = config_folder
        self.settings_stamp = settings_stamp(config_folder)
        self.settings, self.settings_problems = load_settings(config_folder)
        self.themes = Themes(os.path.join(config_folder, THEMES_NAME))
        self.lasting: Movement | None = None
        self.on_done: Callable[[Transaction | None], None] | None = None
        self.keymap: Mapping[str, str] = {}
        self._in_common: InCommon | None = None
        self._apply = apply
        self.today = today
        self.changed: Signal[Notice] = Signal(owner, "changed")
        self.last_done = ""
        self.has_unreported = False
        self.files_folder = ""
        self.jobs: set[object] = set()
        self._owner = owner
        self._thread = get_ident()
        self._news: list[str] = []
        self._newest = ("", 0.0)
        network.storage.on_transaction = self._notice

    @property
    def has_many_people(self) -> bool:
        """Whether drawing has to wait, so that no key does."""
        return self.network.people_count >= MANY_PEOPLE

    @property
    def in_common(self) -> InCommon:
        """The index of what people have in common; built with the first use, by reading everybody."""
        if self._in_common is None:
            from netkeeper.actions.people.in_common import InCommon

            self._in_common = InCommon(self.network)
        return self._in_common

    def take_news(self) -> list[str]:
        """The transactions of other processes since the last call, in words; an empty one where it isn't known."""
        news, self._news = self._news, []
        return news

    def news_to_undo(self) -> str:
        """The transaction of another process that undo would take back now, where it is new; empty with the second call."""
        (what, came_at), self._newest = self._newest, ("", 0.0)
        return what if what and time.monotonic() - came_at < _NEWS_SECONDS else ""

    def change_setting(self, path: tuple[str, ...], value: str | None) -> None:
        """Save a setting and apply it.

        Args:
            path: ``("theme",)`` or ``("keys", "person.done")``.
            value: The new value; None for the default.

        Raises:
            ConfigError: The file can't be written; nothing was changed.
        """
        save_setting(self.config_folder, path, value)
        self.load_settings()

    def preview(self, settings: Settings) -> None:
        """Apply settings without saving them; ``session.preview(session.settings)`` ends that."""
        self._apply(settings)

    def load_settings(self) -> None:
        """Read the settings from their file and apply them."""
        self.settings_stamp = settings_stamp(self.config_folder)
        self.settings, self.settings_problems = load_settings(self.config_folder)
        self._apply(self.settings)
        self.announce(Notice())

    def announce(self, change: Notice) -> None:
        """Publish a change to all screens."""
        self.changed.publish(change)

    def _notice(self, transaction: Transaction | None, from_elsewhere: bool) -> None:
        if transaction is not None and transaction.is_quiet:
            return  # It changes nothing that screens show.
        if from_elsewhere:
            self._news.append(transaction.what if transaction else "")
            self._newest = (transaction.what if transaction else "", time.monotonic())
        elif transaction:
            self.last_done = transaction.what
            self.has_unreported = True
            self._newest = ("", 0.0)
        if self.on_done is not None and not from_elsewhere:
            self.on_done(transaction)
        notice = Notice(from_elsewhere, people_in(transaction) if transaction else frozenset())
        if get_ident() == self._thread:
            self.announce(notice)
        else:
            self._owner.call_later(self.announce, notice)


def people_in(transaction: Transaction) -> frozenset[str]:
    """The ids of the contacts that a transaction affects."""
    ids: set[str] = set()
    for table, number, before, after in transaction.changes:
        known = TABLES.get(table)
        if known is not None and known.is_described:
            ids.update(known.people_in(number, after or before or {}))
    return frozenset(ids)
