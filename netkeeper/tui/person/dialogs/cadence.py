"""The dialog that sets a cadence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.people.bulk import cadence_words, set_cadence
from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.member.cadence import effective_cadence
from netkeeper.domain.people.ladder import Step
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import LEAVING, accepting
from netkeeper.tui.forms.explaining_dialog import ExplainingDialog
from netkeeper.tui.forms.list_beside_input import ListBesideInput, list_keys
from netkeeper.tui.forms.pick_list import Pick, PickList
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.dialogs.people_dialog import PeopleDialog
from netkeeper.tui.person.subject import Subject

PRESETS = {"default": "step's own", "2w": "2 weeks", "4w": "4 weeks", "6w": "6 weeks", "3m": "3 months", "none": "none"}
"""Preset cadences as typed, with their labels."""


class CadenceDialog(ListBesideInput, PeopleDialog, ExplainingDialog):
    """Set the cadence of one or more people."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("set it", "Set how often to be in touch"),
        *list_keys("cadence", "another", "To the next one", "To the one before"),
        LEAVING,
    ]

    def __init__(self, session: Session, subjects: Sequence[Subject]) -> None:
        super().__init__("Cadence", session, subjects)

    @override
    def fields(self) -> ComposeResult:
        """Presets, and an input for any other cadence, which takes precedence."""
        yield from self.names_of_several()
        network = self.session.network
        people = [network.contact(number) for number in self.ids if network.has_contact(number)]
        has = Counter(person.cadence for person in people)
        picks = list(self._picks(has, {person.step for person in people}))
        now = next(iter(has)) if len(has) == 1 else None
        at = next((value for value in PRESETS if parse_cadence(value) == now), "")
        yield PickList(picks, at, id="picks")
        yield PlainInput(placeholder="or another: 10d, 5w, 4m, 1y", id="every")
        yield Page(id="understood")

    def _picks(self, has: Counter[int | None], steps: set[Step]) -> Iterator[Pick]:
        """The presets, with the number of people who have each."""
        for value, name in PRESETS.items():
            days = parse_cadence(value)
            about = self._of_the_steps(steps) if days is None else "no reminders" if not days else ""
            if value == "3m":
                about = cadence_words(days)
            of = f"{has[days]} of {len(self.ids)}" if len(self.ids) > 1 else "as it is now"
            yield Pick(value, name, " · ".join(filter(None, (about, of if has[days] else ""))))

    def _of_the_steps(self, steps: set[Step]) -> str:
        """The cadences of these steps, in days."""
        cadences = self.session.network.member.cadences
        days = {step: effective_cadence(None, step, cadences) for step in Step if step in steps}
        return ", ".join(f"{step} {each}d" if each else f"{step} none" for step, each in days.items())

    def on_mount(self) -> None:
        """Focus the input."""
        self.set_focus(self.query_one("#every"))

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing is typed."""
        return not self._typed.strip()

    @property
    def _typed(self) -> str:
        return self.query_one("#every", PlainInput).value

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        self._set(event.value)

    @override
    def explanation(self) -> list[Line]:
        """What the typed cadence means."""
        return [] if self.is_untouched else [[(cadence_words(parse_cadence(self._typed)), "quiet")]]

    @override
    def accept(self) -> None:
        """Set the typed cadence, else the preset under the cursor."""
        self._set(self.query_one(PickList).values[0] if self.is_untouched else self._typed)

    def _set(self, cadence: str) -> None:
        self.attempt(lambda: self._set_to(parse_cadence(cadence)))

    def _set_to(self, cadence_days: int | None) -> str:
        return set_cadence(self.session.network, self.ids, cadence_days, self.session.today()).sentence
