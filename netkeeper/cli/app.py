"""Opening the app, whose code is loaded only here."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date

from netkeeper.config import places
from netkeeper.domain.errors import NetkeeperError


def open_app(folder: str, *, today: date | None = None) -> None:
    """Open the app on a network.

    Args:
        folder: The network's folder.
        today: The day; None for the one of ``NETKEEPER_TODAY``, else whatever day it is.

    Raises:
        NetkeeperError: There is no terminal to open it in, or the network can't be read.
    """
    need_terminal()
    if today is None and os.environ.get(places.TODAY_VARIABLE):
        today = places.today()
    gc.enable()
    from netkeeper.tui.app import run

    run(folder, today=today)


def need_terminal() -> None:
    """Make sure that there is a terminal to open the app in.

    Raises:
        NetkeeperError: There is none.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NetkeeperError("The app needs a terminal; for scripts there are the commands: netkeeper --help")
