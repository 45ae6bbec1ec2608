"""Starts netkeeper: a command, or the app."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run what the command line asks for, and exit with its status."""
    # A command is over before there is garbage worth looking for; the app turns this on again.
    gc.disable()
    from netkeeper.cli.start import start

    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
