"""Starts netkeeper: a command, or the app."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run what the command line asks for, and exit with its status."""
    # A command is over before there is garbage worth looking for; the app turns this on again.
    gc.disable()
    from netkeeper.cli.start import start

    status = start(sys.argv[1:])
    if "netkeeper.tui.app" in sys.modules:
        sys.exit(status)
    # Everything is written by now. To take Python apart would cost a command a tenth of its time.
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            continue
    os._exit(status)


if __name__ == "__main__":
    main()
