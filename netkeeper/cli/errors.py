"""What goes wrong, said in one line on standard error, with the exit status that belongs to it."""

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


def guarded(act: Callable[[], None]) -> int:
    """Do something, and turn whatever goes wrong into one line.

    Returns:
        The exit status.
    """
    try:
        act()
        # Only here does a reader who has gone show.
        sys.stdout.flush()
    except WrongUsageError as error:
        complain(str(error))
        return WRONG_USAGE
    except NetkeeperError as error:
        complain(str(error))
        return COULD_NOT
    except KeyboardInterrupt:
        complain("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has seen enough (netkeeper list | head): what was asked for is done.
        _forget_output()
    except OSError as error:
        # Whatever reads or writes the network has said what it means; without a name, it is the output.
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
        # Nobody listens; the exit status still tells.
        return


def _forget_output() -> None:
    """Keep Python from complaining, when it ends, about what can't be written any more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
