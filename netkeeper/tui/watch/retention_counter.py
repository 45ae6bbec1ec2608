"""Keeping the number of those who last current while the app is open, without anybody waiting for it."""

from __future__ import annotations

import contextlib
import time
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING

from netkeeper.domain.errors import NetkeeperError
from netkeeper.store.network import Network
from netkeeper.tui.core.session import Notice, Session

if TYPE_CHECKING:
    from netkeeper.domain.retention.as_of import Movement

COUNT_EVERY_SECONDS = 1.0
"""How often to look whether anything has changed; the first look comes as long after the first paint."""

_REST = 10
"""How many times as long as the counting took to leave it be."""


class RetentionCounter:
    """Counts those who last, in a thread of its own, and has the rooms show it."""

    def __init__(self, session: Session) -> None:
        """Count on behalf of somebody.

        Args:
            session: Whose people.
        """
        self._session = session
        self._counting: Thread | None = None
        self._counted: tuple[int, date] | None = None
        self._found: Movement | None = None
        self._next_at = 0.0

    def look(self) -> None:
        """Show what was counted, and count again where something has changed."""
        if self._counting is not None and self._counting.is_alive():
            return
        session = self._session
        if self._found is not None:
            found, self._found = self._found, None
            if found != session.lasting:
                session.lasting = found
                session.announce(Notice())
        state = (session.network.storage.seq, session.today())
        if state == self._counted or session.jobs or session.network.is_empty or session.has_many_people:
            return  # Among many people it takes a second: it is counted with the trend only.
        if time.monotonic() >= self._next_at:
            self._counted = state
            self._counting = Thread(target=self._count, args=(state[1],), daemon=True)
            self._counting.start()

    def _count(self, today: date) -> None:
        """In the thread: read the network by itself, since the app goes on with its own."""
        from netkeeper.actions.review.trend import lasting_of

        begun = time.monotonic()
        # Whoever looks after the files says what is wrong with them.
        with contextlib.suppress(NetkeeperError, OSError):
            self._found = lasting_of(Network(self._session.network.folder), today)
        self._next_at = time.monotonic() + _REST * (time.monotonic() - begun)
