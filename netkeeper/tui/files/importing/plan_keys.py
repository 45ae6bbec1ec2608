"""The keys of the import's preview."""

from __future__ import annotations

from textual.binding import Binding, BindingType

PLAN_BINDINGS: tuple[BindingType, ...] = (
    Binding("i", "bring_in", "bring them in", id="plan.bring-in", tooltip="Do all of it, in one step that can be taken back"),
    Binding("space,enter", "turn", "change", key_display="space", id="plan.turn", tooltip="Do something else with this one: add, update, take or skip"),
    Binding("f,right", "sort(1)", "filter", key_display="f", id="plan.filter", tooltip="Show only those who are new, updated, skipped, in doubt, not read"),
    Binding("left", "sort(-1)", "Filter back", show=False, id="plan.filter-back", tooltip="Show the sort before"),
    Binding("s", "turn_all", "skip all shown", id="plan.skip-all", tooltip="Skip everybody who is shown; once more takes that back"),
    Binding("w", "know_all", "all known", show=False, id="plan.know-all", tooltip="Add everybody who may be somebody you know to whom you know, and take what the file says of them; once more takes that back"),
    Binding("y", "every", "how often", id="plan.every", tooltip="Whoever is new waits to be sorted, or comes every month, quarter, half-year, year, or never"),
    Binding("e", "encoding", "letters", id="plan.encoding", tooltip="Letters look wrong? Read the file in another encoding"),
    Binding("question_mark", "help", "help", show=False, id="room.help", tooltip="The keys of this screen"),
    Binding("c", "columns", "columns", id="plan.columns", tooltip="Something in the wrong place? Say what the columns are"),
    Binding("escape", "leave", "back", id="plan.leave", tooltip="Back to the choice of a file; nothing is brought in"),
)  # fmt: skip
"""Bindings for one line, for all that are shown, and for the file."""
