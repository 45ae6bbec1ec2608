"""Keeps the session's count of relationships that last up to date, in the background."""

from __future__ import annotations

import contextlib
import time
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from netkeeper.domain.errors import NetkeeperError
from netkeeper.store.network import Network
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.watch.background import Background

if TYPE_CHECKING:
    from netkeeper.domain.retention.as_of import Movement

COUNT_EVERY_SECONDS = 1.0
"""The interval of the checks; the first comes as long after the first paint."""

_REST = 10
"""The pause after a count, as a multiple of the time it took."""


class RetentionCounter:
    """Counts the relationships that last, and has the rooms show the number."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._background: Background[Movement | None] = Background()
        self._counted: tuple[int, date] | None = None
        self._next_at = 0.0

    def look(self) -> None:
        """Show what was counted, and count again where something has changed."""
        if self._background.is_running:
            return
        session = self._session
        if (found := self._background.take()) is not None and found != session.lasting:
            session.lasting = found
            session.announce(Notice())
        state = (session.network.storage.seq, session.today())
        if state == self._counted or session.jobs or session.network.is_empty or session.has_many_people:
            return  # Among many people it takes a second: it is counted with the trend only.
        if time.monotonic() >= self._next_at:
            self._counted = state
            self._background.start(partial(self._count, state[1]))

    def _count(self, today: date) -> Movement | None:
        """In the thread: read a network of its own, since the app goes on with the session's."""
        from netkeeper.actions.review.trend import lasting_of

        begun = time.monotonic()
        found = None
        # NetworkWatch reports problems with the files.
        with contextlib.suppress(NetkeeperError, OSError):
            found = lasting_of(Network(self._session.network.folder), today)
        self._next_at = time.monotonic() + _REST * (time.monotonic() - begun)
        return found
