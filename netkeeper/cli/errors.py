"""Errors as one line on standard error, and exit statuses."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.text.display import fit, plain

COULD_NOT, WRONG_USAGE, INTERRUPTED = 1, 2, 130
"""Exit statuses besides 0."""

DEBUG_VARIABLE = "NETKEEPER_DEBUG"
_LONGEST = 1000


class WrongUsageError(NetkeeperError):
    """The command was not called as it can be; the message says how it can."""


class NobodyChosenError(NetkeeperError):
    """Asked which of some is meant, the person chose none.

    Attributes:
        unknown: The typed name, where it fits nobody.
    """

    def __init__(self, unknown: str = "") -> None:
        super().__init__("Left as it was; nothing was changed.")
        self.unknown = unknown


def guarded(act: Callable[[], None]) -> int:
    """Call a function, print any error in one line, and return the exit status."""
    try:
        act()
        # A closed pipe shows only here.
        sys.stdout.flush()
    except WrongUsageError as error:
        complain(str(error))
        return WRONG_USAGE
    except NetkeeperError as error:
        complain(str(error))
        return COULD_NOT
    except KeyboardInterrupt as stopped:
        complain(str(stopped) or "Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has closed the pipe (netkeeper list | head), which is no failure.
        _forget_output()
    except OSError as error:
        # Errors of the network's files are NetkeeperErrors; an OSError without a file name is the output's.
        reason = error.strerror or str(error)
        complain(f"{error.filename}: {reason}." if error.filename else f"Can't show the outcome: {reason}.")
        return COULD_NOT
    except MemoryError:
        complain("There is not enough memory for this; nothing was changed.")
        return COULD_NOT
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        complain(
            f"netkeeper has a fault here ({type(error).__name__}: {error}). "
            f"{DEBUG_VARIABLE}=1 shows where; netkeeper doctor looks whether all is well."
        )
        return COULD_NOT
    return 0


def complain(message: str) -> None:
    """Print one line on standard error, safe on any terminal and in any encoding; commands as they are typed here."""
    from netkeeper.config.program_name import with_program_name

    line = f"netkeeper: {fit(plain(with_program_name(message, sys.argv[1:])), _LONGEST)}\n"
    stream = sys.stderr
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        stream.write(line.encode(encoding, "replace").decode(encoding))
        stream.flush()
    except (OSError, ValueError):
        # Standard error can't be written; the exit status still tells.
        return


def _forget_output() -> None:
    """Keep Python from reporting unwritten output when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
