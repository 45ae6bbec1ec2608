"""The dialog of a running job: its progress, and a key that cancels it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Event, Key
from textual.message import Message

from netkeeper.domain.errors import NetkeeperError
from netkeeper.override import override
from netkeeper.tui.core.base_screen import BaseModal
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.progress_line import ProgressLine
from netkeeper.tui.jobs.job import JobCancelledError, JobProgress, JobResult

T = TypeVar("T")

_LOOK_EVERY_SECONDS = 0.05

_SHOWN_AFTER_SECONDS = 0.2
"""Jobs shorter than this show no dialog, which would only flash."""


class ProgressDialog(BaseModal[JobResult[T] | None]):
    """Runs a job in a thread, and closes with its result; None where it was cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "stop", id="working.stop", tooltip="Stop; nothing will have changed"),
    ]

    def __init__(self, session: Session, stage: str, job: Callable[[JobProgress], T]) -> None:
        """Prepare a job.

        Args:
            stage: The first stage, in words; not sanitized.
            job: Runs in the thread and reports to its argument. It must touch no widget.
        """
        super().__init__()
        self._session = session
        self._job = job
        self._watch = JobProgress(stage)
        self._outcomes: list[JobResult[T] | None] = []
        self._shown_at = 0.0

    @override
    def compose(self) -> ComposeResult:
        """The stage, the progress, and the key that cancels."""
        with Vertical(id="dialog"):
            yield Page([[(self._watch.stage, "")]], id="stage")
            yield ProgressLine(id="progress")
            yield KeyBar(id="dialog-keys")

    def on_mount(self) -> None:
        """Start the job."""
        self.set_interval(_LOOK_EVERY_SECONDS, self._look)
        self.set_timer(_SHOWN_AFTER_SECONDS, self._show)
        # From this moment on, no room reads what the job may be changing.
        self._session.jobs.add(self._watch)
        self.run_worker(self._work(), group="working")

    def on_unmount(self) -> None:
        """Cancel the job where the app exits meanwhile."""
        self._watch.is_cancelled = True

    async def _work(self) -> None:
        self._outcomes.append(await asyncio.to_thread(self._done))
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Close once the job has ended; not while another screen (the palette) is open over this one."""
        if self._outcomes and self.is_active:
            self.dismiss(self._outcomes.pop())

    def _done(self) -> JobResult[T] | None:
        try:
            return JobResult(self._job(self._watch))
        except JobCancelledError:
            return None
        except NetkeeperError as error:
            return JobResult(None, error)
        finally:
            self._session.jobs.discard(self._watch)

    def _look(self) -> None:
        watch = self._watch
        stopping = watch.is_cancelled and not watch.is_past_stopping
        self.query_one("#stage", Page).show([[("Stopping…" if stopping else f"{watch.stage}…", "")]])
        self.query_one(ProgressLine).show(watch.done, watch.total)
        self.refresh_bindings()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Disable the key once the job can't be cancelled."""
        return None if action == "leave" and self._watch.is_past_stopping else True

    def action_leave(self) -> None:
        """Cancel; the job stops at its next progress call."""
        self._watch.is_cancelled = True
        self._show()
        self._look()

    def _show(self) -> None:
        self._shown_at = self._shown_at or Message().time
        self.add_class("-shown")

    def was_pressed_before(self, event: Event) -> bool:
        """Whether a key was pressed before the dialog was visible, so that it is for the screen after it."""
        is_stop = isinstance(event, Key) and event.key == "escape"
        return not is_stop and (not self._shown_at or event.time < self._shown_at)
