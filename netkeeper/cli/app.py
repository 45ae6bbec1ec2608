"""Opening the app from the command line; ``__main__`` passes in the function, so that ``cli`` doesn't import ``tui``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date

from netkeeper.config import places
from netkeeper.domain.errors import NetkeeperError

_CANT_DRAW = ("dumb", "unknown")
"""Values of TERM for terminals without cursor movement: an editor's, or a recorder's."""

OpenApp = Callable[[str, date | None], None]
"""Opens the app on the network in a folder, on a fixed day; None for the current day."""


def day_to_open_on() -> date | None:
    """The day of ``NETKEEPER_TODAY``; None for the current day, which may change while the app is open.

    Raises:
        NetkeeperError: The variable holds no date.
    """
    return places.today() if os.environ.get(places.TODAY_VARIABLE) else None


def need_terminal() -> None:
    """Refuse to open the app without a terminal.

    Raises:
        NetkeeperError: There is none, or one that can't be drawn on.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NetkeeperError("The app needs a terminal; for scripts there are the commands: netkeeper --help")
    if (terminal := os.environ.get("TERM", "")) in _CANT_DRAW:
        raise NetkeeperError(
            f"The app needs a terminal that it can draw on, and this one says TERM={terminal}; "
            "netkeeper due shows today's people, netkeeper --help all commands."
        )
