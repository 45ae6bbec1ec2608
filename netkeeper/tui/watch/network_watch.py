"""Keeping up while the app is open: what other processes write, and the day that turns."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.domain.errors import NetkeeperError
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.draw.toast import FROM_ELSEWHERE

LOOK_EVERY_SECONDS = 0.4
"""How often to look; what a shell logs is to appear within a second."""

_LOOKS_BETWEEN_TRIES = 10
"""How many looks to leave out after one failed: damage doesn't mend itself in a moment."""


class NetworkWatch:
    """Looks for what has changed, and says it once.

    Every change travels through the session's notices; this adds the words for a toast.
    """

    def __init__(
        self,
        session: Session,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        is_still_told: Callable[[], bool] = lambda: False,
    ) -> None:
        """Look on behalf of somebody.

        Args:
            session: Where to look.
            say: Tells what others did.
            complain: Tells what is wrong with the files.
            is_still_told: Whether what was said last can still be read; what is new is counted with it then.
        """
        self._session = session
        self._say = say
        self._complain = complain
        self._is_still_told = is_still_told
        self._count = 0
        self._day = session.today()
        self._trouble = ""
        self._leave_out = 0

    def look(self) -> None:
        """Take in what is new."""
        if self._leave_out:
            self._leave_out -= 1
        else:
            self._refresh()
        if news := self._session.take_news():
            self._count = len(news) + (self._count if self._is_still_told() else 0)
            self._say(_told(news, self._count))
        if (day := self._session.today()) != self._day:
            self._day = day
            self._session.announce(Notice())

    def _refresh(self) -> None:
        try:
            if self._session.network.refresh():
                # Said once more, since a network that has just begun has no transaction to tell of.
                self._session.announce(Notice(from_elsewhere=True))
        except NetkeeperError as error:
            self._leave_out = _LOOKS_BETWEEN_TRIES
            if trouble_text(error) != self._trouble:
                self._trouble = trouble_text(error)
                self._complain(self._trouble)
        else:
            self._trouble = ""


def _told(news: list[str], count: int) -> str:
    """What others did, in a line: how many changes, and the last of them."""
    told = [what for what in news if what]
    if not told:
        return "The network was changed elsewhere; this is how it is now."
    last = f"{count:,} changes, the last: {told[-1]}" if count > 1 else told[-1]
    return f"{FROM_ELSEWHERE}{last}"
