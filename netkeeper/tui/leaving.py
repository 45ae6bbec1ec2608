"""Leaving in good order when the terminal or the system asks for it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable

_SIGNALS = ("SIGTERM", "SIGHUP")


def leave_on_signals(leave: Callable[[], None]) -> None:
    """Have ``leave`` called when the process is asked to end, from inside its event loop.

    Where a signal doesn't exist, or the loop can't wait for it (Windows), the system's own way stays.
    """
    loop = asyncio.get_running_loop()
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave)
