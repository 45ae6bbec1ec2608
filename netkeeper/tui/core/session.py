"""What the screens share: the network, the day, and word of every change."""

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
"""How long what another process did is new: who takes something back then may mean what they did themselves."""


MANY_PEOPLE = 3000
"""From how many people on it takes longer than a frame to draw everybody, or to look at somebody."""


class Notice(NamedTuple):
    """Something is not as it was: a screen that shows it is to be drawn anew.

    Attributes:
        from_elsewhere: Whether another process did it.
        contact_ids: Whom it touches, as far as the change says.
    """

    from_elsewhere: bool = False
    contact_ids: frozenset[str] = frozenset()


class Session:
    """One opening of a network in the app.

    Attributes:
        network: The network.
        today: What tells the day; it turns while the app is open.
        changed: Says what has changed, whoever did it; subscribers draw themselves anew.
        last_done: What was last done here, in words.
        has_untold: Whether anything was done here since a toast last said what.
        files_folder: Where a file was last read from or written to while the app is open; empty before.
        jobs: What is going on in other threads. While there is anything, no room reads the network.
        settings: What belongs to this machine: the theme and the keys.
        settings_problems: What is wrong with the settings, a sentence for each thing.
        settings_stamp: Tells whether their file is still the one that was read.
        config_folder: Where they are kept.
        welcomes: Whether the first run is to begin with a few questions.
        themes: The themes there are.
        lasting: How many last past graduation, once that was counted.
        on_done: Called with each transaction that is made here; with None where all was read anew.
        keymap: The keys that are moved now, by the ids of their bindings, in the toolkit's names.
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
        """Begin with what the settings say.

        Args:
            owner: The app.
            network: The network.
            today: What tells the day.
            config_folder: Where the settings are kept.
            apply: Shows the settings in the app, whenever they have changed.
            welcomes: Whether the first run is to begin with a few questions.
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
        self.has_untold = False
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
        """What people have in common; everybody is read with the first question only."""
        if self._in_common is None:
            from netkeeper.actions.people.in_common import InCommon

            self._in_common = InCommon(self.network)
        return self._in_common

    def take_news(self) -> list[str]:
        """What other processes have done since this was last asked, in words; empty ones where it isn't known."""
        news, self._news = self._news, []
        return news

    def news_to_undo(self) -> str:
        """What another process did just now, where taking back would take that back; empty when asked once more."""
        (what, came_at), self._newest = self._newest, ("", 0.0)
        return what if what and time.monotonic() - came_at < _NEWS_SECONDS else ""

    def change_setting(self, path: tuple[str, ...], value: str | None) -> None:
        """Change a setting for good, and show it at once.

        Args:
            path: ``("theme",)`` or ``("keys", "person.done")``.
            value: What it is to be; None for what it is by itself.

        Raises:
            ConfigError: It can't be written; everything is as it was.
        """
        save_setting(self.config_folder, path, value)
        self.load_settings()

    def preview(self, settings: Settings) -> None:
        """Show what the app would be like with other settings; ``session.preview(session.settings)`` ends that."""
        self._apply(settings)

    def load_settings(self) -> None:
        """Take the settings as their file says now, and show them."""
        self.settings_stamp = settings_stamp(self.config_folder)
        self.settings, self.settings_problems = load_settings(self.config_folder)
        self._apply(self.settings)
        self.announce(Notice())

    def announce(self, change: Notice) -> None:
        """Tell every screen of a change."""
        self.changed.publish(change)

    def _notice(self, transaction: Transaction | None, from_elsewhere: bool) -> None:
        if transaction is not None and transaction.is_quiet:
            return  # It changes nothing that is shown.
        if from_elsewhere:
            self._news.append(transaction.what if transaction else "")
            self._newest = (transaction.what if transaction else "", time.monotonic())
        elif transaction:
            self.last_done = transaction.what
            self.has_untold = True
            self._newest = ("", 0.0)
        if self.on_done is not None and not from_elsewhere:
            self.on_done(transaction)
        notice = Notice(from_elsewhere, people_in(transaction) if transaction else frozenset())
        if get_ident() == self._thread:
            self.announce(notice)
        else:
            self._owner.call_later(self.announce, notice)


def people_in(transaction: Transaction) -> frozenset[str]:
    """The ids of the contacts whom a transaction touches."""
    ids: set[str] = set()
    for table, number, before, after in transaction.changes:
        known = TABLES.get(table)
        if known is not None and known.is_told:
            ids.update(known.people_in(number, after or before or {}))
    return frozenset(ids)
