"""The dialog that moves people on the ladder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.actions.people.bulk import move
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.language.values import one_line
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.override import override
from netkeeper.phrases.counted import plural
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.person_words import ladder_mark, move_text
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.dialogs.people_dialog import PeopleDialog
from netkeeper.tui.person.subject import Subject

_MOVES_SHOWN = 8


class StepDialog(PeopleDialog):
    """Move one or more people to a step of the ladder, with a reason."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("move", "Move them to this step"),
        *DIALOG_BINDINGS,
    ]

    def __init__(self, session: Session, subjects: Sequence[Subject]) -> None:
        super().__init__("Step", session, subjects)
        network = session.network
        self._people = [network.contact(each) for each in self.ids if network.has_contact(each)]
        self._next = _next_step(self._people)

    @override
    def fields(self) -> ComposeResult:
        """The steps, an input for the reason, and the moves so far."""
        options = [Option(step, f"{step} {ladder_mark(step)}") for step in Step]
        yield LabelledRow("Step", Choice(options, self._next, id="step"))
        yield LabelledRow("Why", PlainInput(placeholder="e.g. first order, asked for an offer", id="reason"))
        yield Page(list(self._moves_so_far()), id="so-far")

    def on_mount(self) -> None:
        """Focus the steps, of which the next one is chosen."""
        self.set_focus(self.query_one("#step"))

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether no reason is typed."""
        return not self.query_one("#reason", PlainInput).value.strip()

    @on(Input.Changed)
    @on(Choice.Chosen)
    def _changed(self, event: Input.Changed | Choice.Chosen) -> None:
        event.stop()
        self.changed()

    @override
    def accept(self) -> None:
        """Move the people."""
        self.attempt(self._moved)

    def _moved(self) -> str:
        step = Step(self.query_one("#step", Choice).values[0])
        reason = one_line("reason", self.query_one("#reason", PlainInput).value)
        network, today = self.session.network, self.session.today()
        return move(network, self.ids, step, reason, today).sentence

    def _moves_so_far(self) -> Iterator[Line]:
        """The moves of one person, newest first; of several, the number of people on each step."""
        if len(self._people) == 1:
            yield [("So far", "strong")]
            moves = self._people[0].ladder
            for change in reversed(moves[-_MOVES_SHOWN:]):
                yield [(move_text(change, self.session.today()), "quiet")]
            if len(moves) > _MOVES_SHOWN:
                yield [(f"and {len(moves) - _MOVES_SHOWN} earlier", "quiet")]
            return
        for step in Step:
            if count := sum(person.step is step for person in self._people):
                yield [(plural(count, "{count} is on {step}", "{count} are on {step}", step=step), "quiet")]


def _next_step(people: Sequence[Contact]) -> Step:
    """The step above the lowest that any of them is on, at most the highest.

    Raises:
        InvalidValueError: Nobody is left.
    """
    if not people:
        raise InvalidValueError("Whom that was about is not here any more.")
    lowest = min(people, key=lambda person: person.step.height).step
    return next((step for step in Step if step.height == lowest.height + 1), lowest)
