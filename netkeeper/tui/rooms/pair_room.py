"""What the rooms have in common that look for pairs who may be one person."""

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
    """A room over another, in which two may be one person.

    Attributes:
        pairs: Who was found, in a thread of its own; None before, and where that was stopped.
        has_looked: Whether looking for them has ended once, in whatever way.
        was_stopped: Whether a person stopped it the last time.
    """

    STAGE: ClassVar[str]
    """What is said while they are looked for."""
    FIND: ClassVar[Callable[..., Sequence[Pair]]]
    """Finds them in a network; takes ``progress``, which is called with how many are done, and how many there are."""

    pairs: Sequence[Pair] | None = None
    has_looked = False
    was_stopped = False
    _look_for: frozenset[str] | None = None
    _shown: frozenset[str] = frozenset()

    @property
    def two(self) -> tuple[str, str] | None:
        """The ids of the two under the cursor, in any order."""
        raise NotImplementedError

    @override
    def on_mount(self) -> None:
        """Begin to look once the frame is drawn; the toolkit calls the room's own handler too."""
        self.call_after_refresh(self.action_look)

    @override
    def commands(self) -> Iterable[PaletteEntry]:
        """Nothing but what the keys do: this is about those who are here."""
        return ()

    def action_look(self) -> None:
        """Look through everybody, which takes a while where there are many."""
        self.attempt(self.session.network.refresh)
        self.app.push_screen(ProgressDialog(self.session, self.STAGE, self._find), self._looked)

    def _find(self, watch: JobProgress) -> Sequence[Pair]:
        """In the job's thread: look through everybody."""
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
        """With the next drawing, go to the line that is here again, or is about these."""
        self._look_for = contact_ids

    def compare(self) -> None:
        """Look at the two under the cursor side by side."""
        if (two := self._in_order()) is not None:
            from netkeeper.tui.rooms.merging.screen import MergeScreen

            self.app.push_screen(MergeScreen(self.session, *two), self._merged)

    def _merged(self, saved: Saved | None) -> None:
        """Say what was done; the cursor is on the next line by then."""
        self.told(saved.told if saved else None)

    def action_apart(self) -> None:
        """They are two people."""
        if (two := self._in_order()) is not None:
            self.told(self.attempt(lambda: self._keep_apart(*two)))

    def _in_order(self) -> tuple[str, str] | None:
        """The two under the cursor, the one that stays first; None where there are none."""
        two = self.two
        return self.attempt(lambda: stays_first(self.session.network, *two)) if two else None

    def _keep_apart(self, one: str, other: str) -> str:
        keep_apart(self.session.network, one, other)
        return self.session.last_done
