"""The second screen of an import: what would be done with each person."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from netkeeper.actions.importing.plan import Choices, Item
from netkeeper.actions.importing.planner import Planner
from netkeeper.actions.people.people import name_of
from netkeeper.domain.text.display import fit, plain
from netkeeper.interchange.content import Hints
from netkeeper.override import override
from netkeeper.phrases.counted import counted
from netkeeper.phrases.remembered import remembered_words
from netkeeper.tui.core.base_screen import BaseScreen
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.toast import toast
from netkeeper.tui.files.importing.bringing_in import BroughtIn, bring_in, done_words
from netkeeper.tui.files.importing.how_often import CHOICES, WAIT, choice_suffix, next_choice
from netkeeper.tui.files.importing.plan_about import PlanAbout
from netkeeper.tui.files.importing.plan_counts import PlanCounts
from netkeeper.tui.files.importing.plan_keys import PLAN_BINDINGS
from netkeeper.tui.files.importing.plan_list import PlanList, is_of, title_of
from netkeeper.tui.files.importing.plan_words import brought_in_words, next_action_words, nothing_to_do
from netkeeper.tui.files.importing.prepared import (
    PreparedImport,
    counts_of,
    open_table,
    rows_of,
    with_known_toggled,
    with_skips_toggled,
)
from netkeeper.tui.forms.asks_to_leave import AsksToLeave
from netkeeper.tui.jobs.job import JobResult
from netkeeper.tui.jobs.working_screen import ProgressDialog

if TYPE_CHECKING:
    from netkeeper.interchange.csv import Table

_WIDTHS = [(0, "-stacked"), (110, "-beside")]


class ImportPreview(AsksToLeave, BaseScreen["str | Hints | None"]):
    """A line for each person, with what is done and why, to be changed before the import.

    Its result is the text of a toast; hints where the file is to be read again with them; None for nothing.
    """

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [*PLAN_BINDINGS]

    def __init__(self, session: Session, made: PreparedImport) -> None:
        super().__init__()
        self._session = session
        self._path = made.path
        self._incoming = made.incoming
        self._planner = made.planner
        self._plan = made.plan
        self._hints = made.hints
        self._sort = "all"
        self._every = WAIT
        self._waiting = 0
        self._stale = False

    @override
    def compose(self) -> ComposeResult:
        """Counts, the list with the details right of it or below, a problem, and the keys."""
        yield PlanCounts(id="counts")
        with Container(id="plan"):
            yield PlanList(id="people")
            yield PlanAbout(id="about")
        yield Page(id="problem")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the plan, and follow changes of the network."""
        self._session.changed.subscribe(self, self._noticed, immediate=True)
        self._show()
        self.set_focus(self.query_one(PlanList))
        for file in self._incoming:
            if file.reading.remembered:
                toast(self.app, remembered_words(file.reading.remembered))

    # The plan

    def _noticed(self, _: Notice) -> None:
        if not self._stale:
            self._stale = True
            self.call_next(self._catch_up)

    def _catch_up(self) -> None:
        """Plan anew with the same choices where the network has changed."""
        self._stale = False
        if not self._session.jobs and not self._planner.is_current:
            self._plan_anew(self._plan.choices)

    def _plan_anew(self, choices: Choices) -> None:
        """Make another plan and show it."""
        if not self._planner.is_current:
            self._planner = Planner(self._session.network, self._incoming)
        self._plan = self._planner.plan(choices)
        self._show()

    def _show(self) -> None:
        """Show the present plan."""
        plan, people = self._plan, self.query_one(PlanList)
        self.query_one(PlanCounts).show(counts_of(plan), self._sort)
        people.show([row for row in rows_of(plan) if is_of(row, self._sort)])
        bring_in = brought_in_words(plan)
        self._waiting = len(plan.waiting)
        often = choice_suffix(self._every, self._waiting, self._key("plan.every"))
        people.border_subtitle = (
            f"{self._key('plan.bring-in')} brings in {bring_in}{often}" if bring_in else "nothing to do"
        )
        self.complain(nothing_to_do(plan))
        self._show_about()
        self._show_titles()

    @on(PlanList.RowChosen)
    def _show_about(self) -> None:
        """Show the details of the line under the cursor."""
        about, row = self.query_one(PlanAbout), self.query_one(PlanList).row
        about.show(row, self._session.today(), partial(name_of, self._session.network))
        about.border_subtitle = f"{self._key('plan.turn')}: {next_action_words(row)}" if isinstance(row, Item) else ""
        self._show_titles()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Cut the titles to the new width, after layout."""
        self.call_after_refresh(self._show_titles)

    def _show_titles(self) -> None:
        """Show the names of the file and of the person under the cursor, cut to the width."""
        people, about = self.query_one(PlanList), self.query_one(PlanAbout)
        people.border_title = Content(fit(plain(os.path.basename(self._path)), people.size.width - 6))
        about.border_title = Content(fit(plain(title_of(people.row)), about.size.width - 6))

    def _key(self, binding_id: str) -> str:
        """The label of a binding's key; empty while it is inactive."""
        labels = [
            self.app.get_key_display(active.binding)
            for active in self.active_bindings.values()
            if active.binding.id == binding_id
        ]
        return labels[0] if labels else ""

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or dim keys without effect."""
        if action == "bring_in" and not self._plan.changes_anything:
            return None
        if action == "columns":
            return self._is_table
        if action == "every":
            return True if self._waiting else None
        if action == "know_all" and not self._plan.asked:
            return None
        if action == "turn_all" and not self._plan.items:
            return None
        if action == "turn" and self.is_mounted and not isinstance(self.query_one(PlanList).row, Item):
            return None
        return super().check_action(action, parameters)

    @on(PlanList.ActionTurned)
    def action_turn(self) -> None:
        """Change the action of the line under the cursor to the next possible one."""
        self.stay()
        row = self.query_one(PlanList).row
        if isinstance(row, Item):
            self._plan_anew(self._plan.with_choice(row.place, row.next_action))

    def action_turn_all(self) -> None:
        """Skip all lines shown; where all of them are skipped, return to what was proposed."""
        self.stay()
        self._plan_anew(with_skips_toggled(self._plan, self.query_one(PlanList).rows))

    def action_know_all(self) -> None:
        """Add all who are asked about to whom one knows; where they are already, return to what was proposed."""
        self.stay()
        self._plan_anew(with_known_toggled(self._plan))

    def action_sort(self, places: int) -> None:
        """Filter by the sort so many places on."""
        self.stay()
        sorts = self.query_one(PlanCounts).sorts
        self._look_at(sorts[(sorts.index(self._sort) + places) % len(sorts)])

    @on(PlanCounts.SortChosen)
    def _sort_chosen(self, event: PlanCounts.SortChosen) -> None:
        event.stop()
        self._look_at(event.sort)

    def _look_at(self, sort: str) -> None:
        self._sort = sort
        self._show()

    def action_every(self) -> None:
        """Cycle the cadence of new people."""
        self.stay()
        self._every = next_choice(self._every)
        self._show()

    def action_encoding(self) -> None:
        """Ask for an encoding to read the file again in."""
        from netkeeper.tui.files.importing.encoding import EncodingDialog

        self.app.push_screen(EncodingDialog(), self._encoding_named)

    def _encoding_named(self, encoding: str | None) -> None:
        if encoding is not None:
            self.dismiss(replace(self._hints, encoding=encoding))

    def action_columns(self) -> None:
        """Open the file as a table and show its columns."""
        if self._is_table:
            self.stay()
            job = partial(open_table, self._path, self._hints)
            self.app.push_screen(ProgressDialog(self._session, "Looking at the columns", job), self._opened)

    @property
    def first_keys(self) -> Sequence[str]:
        """Actions that the key bar shows first; for a table, ``columns`` is among them."""
        return ("bring_in", "turn", "sort(1)", "columns") if self._is_table else ()

    @property
    def _is_table(self) -> bool:
        return any(file.format == "csv" for file in self._incoming)

    def _opened(self, outcome: JobResult[Table] | None) -> None:
        if outcome is None:
            return
        if outcome.value is None:
            self.complain(str(outcome.problem))
            return
        from netkeeper.tui.files.importing.columns_screen import ColumnsScreen

        self.app.push_screen(ColumnsScreen(self._path, outcome.value, self._hints), self._columns_chosen)

    def _columns_chosen(self, hints: Hints | None) -> None:
        if hints is not None:
            self.dismiss(hints)

    def action_help(self) -> None:
        """Show this screen's keys."""
        from netkeeper.tui.keys.help_screen import KeysHelp

        self.app.push_screen(KeysHelp(self, self._session.keymap))

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was chosen."""
        return not self._plan.choices

    @property
    @override
    def standing_problem(self) -> str:
        """That there is nothing to do."""
        return nothing_to_do(self._plan)

    # Importing

    def action_bring_in(self) -> None:
        """Import in a job, as one transaction."""
        self.stay()
        count = len(self._plan.added) + len(self._plan.updated)
        stage = f"Bringing in {counted(count, 'person', 'people')}" if count else "Bringing in what happened"
        session, every = self._session, CHOICES[self._every]
        job = partial(bring_in, session.network, self._incoming, session.today(), self._path, self._plan, every)
        self.app.push_screen(ProgressDialog(session, stage, job), self._done)

    def _done(self, outcome: JobResult[BroughtIn] | None) -> None:
        """Close with the toast's text; where the import failed or was cancelled, say so and plan anew."""
        if outcome is not None and outcome.value is not None and outcome.value.done.what:
            self.dismiss(done_words(outcome.value, self._session.keymap))
            return
        self._plan_anew(self._plan.choices)
        if outcome is None:
            self.complain("Stopped; nothing was changed.")
        elif outcome.problem is not None:
            self.complain(str(outcome.problem))
