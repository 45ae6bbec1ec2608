"""Keeping the public holidays while the app is open: on its first day of a year, and where the country changes."""

from __future__ import annotations

from datetime import date
from threading import Thread

from netkeeper.domain.member.days_off import Holidays
from netkeeper.tui.core.session import Notice, Session

LOOK_EVERY_SECONDS = 1.0
"""How often to look whether any are missing; the first look comes as long after the first paint."""


class HolidayWatch:
    """Works the holidays out in a thread of its own, since their calendars take long to load, and keeps them."""

    def __init__(self, session: Session) -> None:
        """Keep the holidays of somebody's country.

        Args:
            session: Whose.
        """
        self._session = session
        self._working: Thread | None = None
        self._found: Holidays | None = None
        self._looked: tuple[int, date] | None = None

    def look(self) -> None:
        """Keep what was worked out, and work out what is missing."""
        if self._working is not None and self._working.is_alive():
            return
        from netkeeper.actions.network.holidays import keep_holidays, wants_holidays

        session = self._session
        if self._found is not None:
            found, self._found = self._found, None
            keep_holidays(session.network, found)
            session.announce(Notice())
        state = (session.network.storage.seq, session.today())
        if state == self._looked:
            return
        self._looked = state
        if wants_holidays(session.network, session.today()):
            arguments = (session.network.member.region, session.today())
            self._working = Thread(target=self._work_out, args=arguments, daemon=True)
            self._working.start()

    def wait(self) -> None:
        """Wait until nothing is being worked out."""
        if self._working is not None:
            self._working.join()

    def _work_out(self, country: str, today: date) -> None:
        from netkeeper.actions.network.holidays import holidays_of

        self._found = holidays_of(country, today)
