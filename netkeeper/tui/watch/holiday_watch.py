"""Keeps the stored public holidays complete: on the first day of a year in the app, and after a change of country."""

from __future__ import annotations

from datetime import date
from functools import partial

from netkeeper.domain.member.days_off import Holidays
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.watch.background import Background

LOOK_EVERY_SECONDS = 1.0
"""The interval of the checks; the first comes as long after the first paint."""


class HolidayWatch:
    """Computes the holidays in the background, since their calendars take long to load, and stores them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._background: Background[Holidays] = Background()
        self._checked: tuple[int, date] | None = None

    def look(self) -> None:
        """Store what was computed, and start to compute what is missing."""
        if self._background.is_running:
            return
        from netkeeper.actions.network.holidays import holidays_of, keep_holidays, wants_holidays

        session = self._session
        if (found := self._background.take()) is not None:
            keep_holidays(session.network, found)
            session.announce(Notice())
        state = (session.network.storage.seq, session.today())
        if state == self._checked:
            return
        self._checked = state
        if wants_holidays(session.network, session.today()):
            self._background.start(partial(holidays_of, session.network.member.region, session.today()))

    def wait(self) -> None:
        """Wait until nothing is being computed."""
        self._background.wait()
