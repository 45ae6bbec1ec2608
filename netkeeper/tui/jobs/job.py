"""What takes a while: done in a thread of its own, watched, and given up when asked to."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from netkeeper.domain.errors import NetkeeperError

T = TypeVar("T")


class JobCancelledError(Exception):
    """Somebody doesn't want it done any more; raised inside the job, so that it leaves no trace."""


class JobProgress:
    """How far a job is.

    The job's thread tells, the app's thread looks; each property is set in one go, so that no lock is
    needed.

    Attributes:
        stage: What is being done, in words, as it came.
        done: How far that is.
        total: How far it is to go; 0 while that isn't known.
        is_given_up: Whether nobody wants it any more.
        is_past_stopping: Whether it goes through now, whatever anybody wants.
    """

    def __init__(self, stage: str) -> None:
        self.stage = stage
        self.done = 0
        self.total = 0
        self.is_given_up = False
        self.is_past_stopping = False

    def begin(self, stage: str) -> None:
        """Go on to something else."""
        self.stage, self.done, self.total = stage, 0, 0
        self._stop_if_asked()

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is.

        Raises:
            GivenUpError: Nobody wants it any more.
        """
        self.done, self.total = done, total
        self._stop_if_asked()

    def until_written(self, done: int, total: int) -> None:
        """As :meth:`progress`, for what can't be stopped once all of it is ready."""
        self.progress(done, total)
        if done >= total:
            self.stage, self.total, self.is_past_stopping = "Writing it down", 0, True

    def _stop_if_asked(self) -> None:
        if self.is_given_up:
            raise JobCancelledError


class JobResult(NamedTuple, Generic[T]):
    """What came of a job.

    Attributes:
        value: What it returned; None where it could not be done.
        problem: Why it could not be done; None where it could.
    """

    value: T | None
    problem: NetkeeperError | None = None
