"""What is made of a file before anybody comes in: read in a job's thread, planned, and laid out in lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.actions.importing.import_contacts import open_as_table, read_file
from netkeeper.actions.importing.plan import Choices, Item, Plan
from netkeeper.actions.importing.planner import Planner
from netkeeper.interchange.content import NO_HINTS, Hints, Incoming
from netkeeper.store.network import Network
from netkeeper.tui.files.importing.plan_list import PlanRow
from netkeeper.tui.jobs.job import JobProgress

if TYPE_CHECKING:
    from netkeeper.interchange.csv import Table


class PreparedImport(NamedTuple):
    """What was made of a file.

    Attributes:
        incoming: What was read.
        planner: What makes a new plan when something else is chosen.
        plan: What is proposed.
        hints: What was said of the file.
    """

    path: str
    incoming: Sequence[Incoming]
    planner: Planner
    plan: Plan
    hints: Hints = NO_HINTS


def make(network: Network, path: str, hints: Hints, watch: JobProgress) -> PreparedImport:
    """In a job's thread: read a file, and plan what is to be done."""
    incoming = read_file(path, hints, watch.progress)
    watch.begin("Looking who is here already")
    planner = Planner(network, [incoming], watch.progress)
    return PreparedImport(path, [incoming], planner, planner.plan({}, watch.progress), hints)


def open_table(path: str, hints: Hints, watch: JobProgress) -> Table:  # noqa: ARG001 (it is over too soon to tell how far it is)
    """In the job's thread: open the file once more, to look at its columns."""
    return open_as_table(path, hints)


def rows_of(plan: Plan) -> list[PlanRow]:
    """The lines of a plan, in the order of the file."""
    rows: list[PlanRow] = [*plan.items, *plan.skipped]
    return sorted(rows, key=lambda row: row.read.line if isinstance(row, Item) else row.line) if plan.skipped else rows


def counts_of(plan: Plan) -> dict[str, int]:
    """How many lines there are of each sort, by the name of the sort; ``all`` of them too."""
    counts: dict[str, int] = dict(plan.counts().items())
    return counts | {"all": len(plan.items) + len(plan.skipped), "unread": len(plan.skipped)}


def turned_all(plan: Plan, rows: Sequence[PlanRow]) -> Choices:
    """The choices of a plan with some of its lines left out; where all of those are, with what was proposed for them."""
    shown = [row for row in rows if isinstance(row, Item)]
    choices = dict(plan.choices)
    if any(item.action != "skip" for item in shown):
        choices.update({item.place: "skip" for item in shown if item.action != "skip"})
    else:
        for item in shown:
            choices.pop(item.place, None)
    return choices
