"""The dialog that resolves conflicting changes of one contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup

from netkeeper.override import override
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.dialog import Dialog, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.person.form.conflicts import LABELS, Conflict, Side


class ConflictDialog(Dialog[Mapping[str, Side]]):
    """Shows both values of each conflicting property and asks which to keep; its result is the choice by property."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("save as chosen", "Save it as it is chosen here"),
        Binding("tab,down", "app.focus_next", "next", id="conflict.next", tooltip="To the next property"),
        Binding(
            "shift+tab,up", "app.focus_previous", "Back", show=False, id="conflict.back", tooltip="To the one before"
        ),
        Binding("escape", "leave", "back to the form", id="dialog.leave", tooltip="Back to the form; nothing is lost"),
    ]

    def __init__(self, name: str, clashes: Sequence[Conflict]) -> None:
        super().__init__(f"Changed elsewhere · {name}")
        self._clashes = clashes

    @override
    def fields(self) -> ComposeResult:
        """Each property with both values and the choice."""
        yield Page([[("This was changed here and elsewhere, in different ways. Which is to stay?", "quiet")]])
        for clash in self._clashes:
            sides = [Side.MINE, Side.THEIRS, *([Side.BOTH] if clash.may_be_both else [])]
            options = [Option(side, side) for side in sides]
            with VerticalGroup():
                yield LabelledRow(LABELS.get(clash.name, clash.name), Choice(options, Side.MINE, id=clash.name))
                for side, value in ((Side.MINE, clash.mine), (Side.THEIRS, clash.theirs)):
                    yield LabelledRow("", Page([[(side, "quiet")]], classes="side"), Page([[(value, "")]]))

    def on_mount(self) -> None:
        """Focus the first choice."""
        self.set_focus(self.query(Choice).first())

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self.changed()

    @override
    def accept(self) -> None:
        """Return the choices."""
        self.dismiss({clash.name: Side(self.query_one(f"#{clash.name}", Choice).values[0]) for clash in self._clashes})
