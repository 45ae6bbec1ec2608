"""A job in a thread: its progress, its cancellation and its result."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from netkeeper.domain.errors import NetkeeperError

T = TypeVar("T")


class JobCancelledError(Exception):
    """The job was cancelled; raised inside the job, so that it changes nothing."""


class JobProgress:
    """The progress of a job, shared by two threads.

    The job's thread writes, the app's thread reads; each attribute is assigned atomically, so that no lock is needed.

    Attributes:
        stage: What is being done, in words; not sanitized.
        done: Steps done.
        total: Steps of the stage; 0 while unknown.
        is_cancelled: Whether the person cancelled it; the job stops at its next call.
        is_past_stopping: Whether it can't be cancelled any more.
    """

    def __init__(self, stage: str) -> None:
        self.stage = stage
        self.done = 0
        self.total = 0
        self.is_cancelled = False
        self.is_past_stopping = False

    def begin(self, stage: str) -> None:
        """Begin another stage; raises :class:`JobCancelledError` if cancelled."""
        self.stage, self.done, self.total = stage, 0, 0
        self._stop_if_asked()

    def progress(self, done: int, total: int) -> None:
        """Set the progress of the stage.

        Raises:
            JobCancelledError: The job was cancelled.
        """
        self.done, self.total = done, total
        self._stop_if_asked()

    def until_written(self, done: int, total: int) -> None:
        """As :meth:`progress`, for the stage before writing: once complete, the job can't be cancelled."""
        self.progress(done, total)
        if done >= total:
            self.stage, self.total, self.is_past_stopping = "Writing it down", 0, True

    def _stop_if_asked(self) -> None:
        if self.is_cancelled:
            raise JobCancelledError


class JobResult(NamedTuple, Generic[T]):
    """The result of a job.

    Attributes:
        value: What it returned; None where it failed.
        problem: Why it failed; None where it didn't.
    """

    value: T | None
    problem: NetkeeperError | None = None
