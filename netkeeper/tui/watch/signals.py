"""Signal handlers: a clean exit on SIGTERM and SIGHUP, and resuming after a stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

_SIGNALS = ("SIGTERM", "SIGHUP")


def leave_on_signals(leave: Callable[[], None]) -> None:
    """Call ``leave`` from the event loop on SIGTERM and SIGHUP.

    Where a signal doesn't exist, or the loop can't handle it (Windows), the system's default stays.
    """
    for name in _SIGNALS:
        _listen(name, leave)


def go_on_after_stops(app: App[None]) -> None:
    """Have the app take the terminal again when it resumes after a stop (Ctrl+Z), and only then.

    The toolkit takes it with each SIGCONT. The system sends one also right after the SIGHUP of a closed terminal,
    and a driver that restarts on a dead terminal never ends: its writer thread dies, and its queue is never emptied.
    """
    _listen("SIGCONT", lambda: _go_on(app))


def _go_on(app: App[None]) -> None:
    driver = app._driver
    if driver is None or app._exit or not driver._auto_restart:
        return
    if getattr(driver, "_must_signal_resume", True):
        driver.resume_application_mode()
    else:
        app.refresh(layout=True)  # Stopped from outside: the driver kept the terminal, but others may have drawn.


def _listen(name: str, act: Callable[[], None]) -> None:
    number = getattr(signal, name, None)
    if number is not None:
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            asyncio.get_running_loop().add_signal_handler(number, act)
