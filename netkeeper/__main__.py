"""Starts netkeeper: a command, or the app."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # typing itself is not loaded for it, nor datetime, while the collector of garbage is on.
if TYPE_CHECKING:
    from datetime import date
    from typing import NoReturn


def main() -> NoReturn:
    """Run what the command line asks for, and exit with its status."""
    # A command is over before there is garbage worth looking for; the app turns this on again.
    gc.disable()
    try:
        from netkeeper.cli.start import start

        status = start(sys.argv[1:], open_app)
    except KeyboardInterrupt:
        # Ctrl-C before there was anything to stop.
        os._exit(130)
    if "netkeeper.tui.app" in sys.modules:
        sys.exit(status)
    # Everything is written by now. To take Python apart would cost a command a tenth of its time.
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            continue
    os._exit(status)


def open_app(folder: str, today: date | None) -> None:
    """Open the app, whose code is loaded only here.

    Args:
        folder: The network's folder.
        today: The day; None for whatever day it is.

    Raises:
        NetkeeperError: The network can't be read.
    """
    from netkeeper.tui.app import run

    run(folder, today=today)


if __name__ == "__main__":
    main()
