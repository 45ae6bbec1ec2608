"""Follows the network while the app is open: what other processes write, and the change of day."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.domain.errors import NetkeeperError
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.draw.error_text import trouble_text

LOOK_EVERY_SECONDS = 0.4
"""The interval of the checks; what a shell logs is to appear within a second."""

_LOOKS_BETWEEN_TRIES = 10
"""How many checks to skip after one failed: damage doesn't repair itself in a moment."""


class NetworkWatch:
    """Reads what other processes wrote, and reports it once in a toast.

    The session's notices redraw the screens; this adds the words.
    """

    def __init__(
        self,
        session: Session,
        say: Callable[[str], None],
        complain: Callable[[str], None],
        is_still_shown: Callable[[], bool] = lambda: False,
    ) -> None:
        """Prepare the first check.

        Args:
            say: Called with what other processes did.
            complain: Called with what is wrong with the files, once for each problem.
            is_still_shown: Whether the last message is still on the screen; new changes are then added to its count.
        """
        self._session = session
        self._say = say
        self._complain = complain
        self._is_still_shown = is_still_shown
        self._count = 0
        self._day = session.today()
        self._trouble = ""
        self._skip = 0

    def look(self) -> None:
        """Read and report what is new."""
        if self._skip:
            self._skip -= 1
        else:
            self._refresh()
        if news := self._session.take_news():
            self._count = len(news) + (self._count if self._is_still_shown() else 0)
            self._say(_in_words(news, self._count))
        if (day := self._session.today()) != self._day:
            self._day = day
            self._session.announce(Notice())

    def _refresh(self) -> None:
        try:
            if self._session.network.refresh():
                # Announced again, since a network that was just created has no transaction to announce.
                self._session.announce(Notice(from_elsewhere=True))
        except NetkeeperError as error:
            self._skip = _LOOKS_BETWEEN_TRIES
            if trouble_text(error) != self._trouble:
                self._trouble = trouble_text(error)
                self._complain(self._trouble)
        else:
            self._trouble = ""


def _in_words(news: list[str], count: int) -> str:
    """The changes of others in a line: how many, and the last of them."""
    known = [what for what in news if what]
    if not known:
        return "The network was changed elsewhere; this is how it is now."
    template = "From elsewhere: {count:,} changes, the last: {last}" if count > 1 else "From elsewhere: {last}"
    return template.format(count=count, last=known[-1])
