"""One call at a time in a thread, whose result is polled."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Background(Generic[T]):
    """Runs a call in a daemon thread: leaving the app doesn't wait for it.

    Used from the app's thread only; the call itself must touch no widget, and reads a network of its own.
    """

    def __init__(self) -> None:
        self._thread: Thread | None = None
        self._results: list[T] = []

    @property
    def is_running(self) -> bool:
        """Whether a call was started and hasn't ended."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, work: Callable[[], T]) -> None:
        """Start a call; none may be running."""
        self._thread = Thread(target=lambda: self._results.append(work()), daemon=True)
        self._thread.start()

    def take(self) -> T | None:
        """The result of the last call, once; None before it ends, and where it raised."""
        return self._results.pop() if self._results else None

    def wait(self) -> None:
        """Wait until no call is running."""
        if self._thread is not None:
            self._thread.join()
