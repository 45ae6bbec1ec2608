"""Something takes a while: how far it is, and the way out of it."""

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
"""What is over sooner than this needs no frame that would only flash."""


class ProgressDialog(BaseModal[JobResult[T] | None]):
    """Does a job in a thread of its own, and leaves with what came of it; None where it was given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "stop", id="working.stop", tooltip="Stop; nothing will have changed"),
    ]

    def __init__(self, session: Session, stage: str, job: Callable[[JobProgress], T]) -> None:
        """Do something.

        Args:
            session: What the screens share.
            stage: What is done first, in words, as it came.
            job: Does it, telling the watch how far it is. It must touch no widget.
        """
        super().__init__()
        self._session = session
        self._job = job
        self._watch = JobProgress(stage)
        self._outcomes: list[JobResult[T] | None] = []
        self._shown_at = 0.0

    @override
    def compose(self) -> ComposeResult:
        """What is done, how far it is, and the key that stops it."""
        with Vertical(id="dialog"):
            yield Page([[(self._watch.stage, "")]], id="stage")
            yield ProgressLine(id="progress")
            yield KeyBar(id="dialog-keys")

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(_LOOK_EVERY_SECONDS, self._look)
        self.set_timer(_SHOWN_AFTER_SECONDS, self._show)
        # From this moment on, no room reads what the job may be changing.
        self._session.jobs.add(self._watch)
        self.run_worker(self._work(), group="working")

    def on_unmount(self) -> None:
        """Where the app is left meanwhile, nobody waits for what comes of it."""
        self._watch.is_given_up = True

    async def _work(self) -> None:
        self._outcomes.append(await asyncio.to_thread(self._done))
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Leave once it is over; not while something else (the palette) is open over this."""
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
        stopping = watch.is_given_up and not watch.is_past_stopping
        self.query_one("#stage", Page).show([[("Stopping…" if stopping else f"{watch.stage}…", "")]])
        self.query_one(ProgressLine).show(watch.done, watch.total)
        self.refresh_bindings()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What can't be stopped any more says so."""
        return None if action == "leave" and self._watch.is_past_stopping else True

    def action_leave(self) -> None:
        """Stop as soon as the job can."""
        self._watch.is_given_up = True
        self._show()
        self._look()

    def _show(self) -> None:
        self._shown_at = self._shown_at or Message().time
        self.add_class("-shown")

    def was_pressed_before(self, event: Event) -> bool:
        """Whether a key was pressed before one could see this: it is meant for what comes of the job."""
        is_stop = isinstance(event, Key) and event.key == "escape"
        return not is_stop and (not self._shown_at or event.time < self._shown_at)
