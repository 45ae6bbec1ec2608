"""The base of the rooms that search for pairs of contacts who may be one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from netkeeper.actions.people.merging import keep_apart, stays_first
from netkeeper.domain.people.identity.duplicates import Pair
from netkeeper.override import override
from netkeeper.tui.jobs.job import JobProgress, JobResult
from netkeeper.tui.jobs.working_screen import ProgressDialog
from netkeeper.tui.rooms.room import PaletteEntry, Room

if TYPE_CHECKING:
    from netkeeper.tui.person.form.saving import Saved


class PairRoom(Room):
    """A room that opens over another and lists such pairs.

    Attributes:
        pairs: What the last search found; None before the first has finished.
        has_looked: Whether a search has ended: finished, failed or stopped.
        was_stopped: Whether the user stopped the last search.
    """

    STAGE: ClassVar[str]
    """What the progress dialog shows during the search."""
    FIND: ClassVar[Callable[..., Sequence[Pair]]]
    """The search over a network; ``progress(done, total)`` is called meanwhile."""

    pairs: Sequence[Pair] | None = None
    has_looked = False
    was_stopped = False
    _look_for: frozenset[str] | None = None
    _shown: frozenset[str] = frozenset()

    @property
    def two(self) -> tuple[str, str] | None:
        """The ids of the pair under the cursor, in any order; None for no pair."""
        raise NotImplementedError

    @override
    def on_mount(self) -> None:
        """Start the search once the frame is drawn; Textual calls the base's handler too."""
        self.call_after_refresh(self.action_look)

    @override
    def commands(self) -> Iterable[PaletteEntry]:
        """None besides the keys."""
        return ()

    def action_look(self) -> None:
        """Search everybody, in a thread, behind a progress dialog."""
        self.attempt(self.session.network.refresh)
        self.app.push_screen(ProgressDialog(self.session, self.STAGE, self._find), self._looked)

    def _find(self, watch: JobProgress) -> Sequence[Pair]:
        """Runs in the job's thread."""
        find: Callable[..., Sequence[Pair]] = type(self).FIND
        return find(self.session.network, progress=watch.progress)

    def _looked(self, outcome: JobResult[Sequence[Pair]] | None) -> None:
        self.has_looked, self.was_stopped = True, outcome is None
        if outcome is not None and outcome.problem is not None:
            self.say(str(outcome.problem), trouble=True)
        elif outcome is not None:
            self.pairs = outcome.value
        self._draw()

    @override
    def go_to(self, contact_ids: frozenset[str]) -> None:
        """With the next drawing, put the cursor on a line about these people, preferably one that came back."""
        self._look_for = contact_ids

    def sought(self, lines: Sequence[tuple[str, Iterable[str]]]) -> str:
        """The key of the line that :meth:`go_to` asked for; empty where it didn't.

        Args:
            lines: Key and contact ids of each line that is about to be shown.
        """
        (ids, shown), self._look_for = (self._look_for, self._shown), None
        self._shown = frozenset(key for key, _ in lines)
        if ids is None:
            return ""
        about = [key for key, people in lines if not ids.isdisjoint(people)]
        again = [key for key in about if key not in shown] or [key for key, _ in lines if key not in shown]
        return (again or about or [""])[0]

    def compare(self) -> None:
        """Open the pair under the cursor side by side."""
        if (two := self._in_order()) is not None:
            from netkeeper.tui.rooms.merging.screen import MergeScreen

            self.app.push_screen(MergeScreen(self.session, *two), self._merged)

    def _merged(self, saved: Saved | None) -> None:
        """Show what was done; the cursor is on the next line already."""
        self.show_done(saved.message if saved else None)

    def action_apart(self) -> None:
        """Record that the two are different people."""
        if (two := self._in_order()) is not None:
            self.show_done(self.attempt(lambda: self._keep_apart(*two)))

    def _in_order(self) -> tuple[str, str] | None:
        """The pair under the cursor, the one that stays first; None for no pair."""
        two = self.two
        return self.attempt(lambda: stays_first(self.session.network, *two)) if two else None

    def _keep_apart(self, one: str, other: str) -> str:
        keep_apart(self.session.network, one, other)
        return self.session.last_done
