"""An import before it is done: read and planned in a job's thread, and laid out in lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.actions.importing.groups import with_groups
from netkeeper.actions.importing.import_contacts import open_as_table, read_file
from netkeeper.actions.importing.plan import Action, Choices, Item, Plan
from netkeeper.actions.importing.planner import Planner
from netkeeper.interchange.content import NO_HINTS, Hints, Incoming
from netkeeper.store.network import Network
from netkeeper.tui.files.importing.plan_list import PlanRow, is_in_doubt
from netkeeper.tui.jobs.job import JobProgress

if TYPE_CHECKING:
    from netkeeper.interchange.csv import Table


class PreparedImport(NamedTuple):
    """A file that was read and planned.

    Attributes:
        planner: Makes a new plan for other choices.
        plan: The proposal.
        hints: The hints that the file was read with.
    """

    path: str
    incoming: Sequence[Incoming]
    planner: Planner
    plan: Plan
    hints: Hints = NO_HINTS


def prepare_import(network: Network, path: str, hints: Hints, watch: JobProgress) -> PreparedImport:
    """In a job's thread: read a file and plan its import."""
    hints = replace(hints, remembered=network.member.columns)
    incoming = with_groups(network, [read_file(path, hints, watch.progress)])
    watch.begin("Looking who is here already")
    planner = Planner(network, incoming, watch.progress)
    return PreparedImport(path, incoming, planner, planner.plan({}, watch.progress), hints)


def open_table(path: str, hints: Hints, watch: JobProgress) -> Table:  # noqa: ARG001 (it is over too soon to tell how far it is)
    """In a job's thread: open the file again as a table."""
    return open_as_table(path, hints)


def rows_of(plan: Plan) -> list[PlanRow]:
    """The lines of a plan, in the file's order."""
    rows: list[PlanRow] = [*plan.items, *plan.skipped]
    return sorted(rows, key=lambda row: row.read.line if isinstance(row, Item) else row.line) if plan.skipped else rows


def counts_of(plan: Plan) -> dict[str, int]:
    """The number of lines of each sort, and of ``all``."""
    counts: dict[str, int] = dict(plan.counts().items())
    groups = sum(each.is_read for each in plan.skipped)
    doubt = sum(is_in_doubt(item) for item in plan.items)
    others = {"doubt": doubt, "unread": len(plan.skipped) - groups, "group": groups}
    return counts | {"all": len(plan.items) + len(plan.skipped), **others}


def with_skips_toggled(plan: Plan, rows: Sequence[PlanRow]) -> Choices:
    """A plan's choices with these lines skipped; where all of them are skipped already, as proposed again."""
    shown = [row for row in rows if isinstance(row, Item)]
    choices = dict(plan.choices)
    if any(item.action != "skip" for item in shown):
        choices.update({item.place: "skip" for item in shown if item.action != "skip"})
    else:
        for item in shown:
            choices.pop(item.place, None)
    return choices


def with_known_toggled(plan: Plan) -> Choices:
    """A plan's choices with all who are asked about added to whom one knows; where they are already, as proposed again.

    Of whoever is known already, what the file says otherwise is taken.
    """
    wanted: list[tuple[Item, Action]] = [(item, "take" if item.is_contradicting else "update") for item in plan.asked]
    possible = {item.place: action for item, action in wanted if action in item.options}
    choices = {place: action for place, action in plan.choices.items() if place not in possible}
    if any(plan.items[place].action != action for place, action in possible.items()):
        choices.update((place, action) for place, action in possible.items() if plan.items[place].proposed != action)
    return choices
