"""The dialog that asks until which day to snooze."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.parse_day import read_day, read_sure_day
from netkeeper.domain.dates.typed_day import TypedDay
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.days_off import NO_DAYS_OFF, DaysOff
from netkeeper.override import override
from netkeeper.phrases.promised import in_brackets
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.day_list import DayList, NamedDay
from netkeeper.tui.forms.dialog import LEAVING, accepting
from netkeeper.tui.forms.explaining_dialog import ExplainingDialog
from netkeeper.tui.forms.list_beside_input import ListBesideInput, list_keys
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.subject import Subject

LISTED = ("in 1 day", "in 3 days", "in 1 week", "next Monday")
"""The listed days, as typed and shown."""


class Snooze(ListBesideInput, ExplainingDialog):
    """Snooze one line of a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("put it off", "Put it off until this day"),
        *list_keys("snooze", "another day", "To the next day", "To the day before"),
        LEAVING,
    ]

    def __init__(self, session: Session, subject: Subject, act: Callable[[date], str]) -> None:
        """Start with the first listed day.

        Args:
            act: Snoozes until a day and returns the text of a toast.
        """
        super().__init__(f"Snooze · {subject.name}")
        self._session = session
        self._act = act
        self._days_off = session.network.member.days_off

    @override
    def fields(self) -> ComposeResult:
        """Listed days, and an input for any other, which takes precedence."""
        today = self._session.today()
        yield DayList(days_to_choose(today, self._days_off), today, id="days")
        yield PlainInput(placeholder="a number, or another day: fri, 2w, 24.12.", id="day")
        yield Page(id="understood")

    def on_mount(self) -> None:
        """Focus the input."""
        self.set_focus(self.query_one("#day"))

    @on(DayList.DayChosen)
    def _chosen(self, event: DayList.DayChosen) -> None:
        self.attempt(lambda: self._act(event.day))

    @property
    def _typed(self) -> str:
        return self.query_one("#day", PlainInput).value.strip()

    @override
    def accept(self) -> None:
        """Snooze until the typed day, else the one under the cursor."""
        self.attempt(lambda: self._act(self._day()))

    @override
    def explain(self) -> None:
        """Put the cursor on a listed day whose number is typed, and explain the text."""
        days = self.query_one(DayList)
        if days.named(self._typed) is not None:
            days.move_to(int(self._typed) - 1)
        super().explain()

    @override
    def explanation(self) -> list[Line]:
        """The typed day in words, why it was moved, and what of the text is not used."""
        typed = self._typed
        if not typed:
            return []
        today, day = self._session.today(), self._day()
        counted = TypedDay(day) if typed.isdigit() else read_sure_day(typed, today)
        besides = [] if counted.day == day else [f"{describe_day(counted.day, today)} is a day off"]
        besides += [f"{counted.hour} isn't kept here, but in a promise's words"] if counted.hour else []
        return [[(f"{describe_day(day, today)}{in_brackets(besides)}", "quiet")]]

    def _day(self) -> date:
        typed, days = self._typed, self.query_one(DayList)
        if not typed:
            return days.day
        # A number alone selects a listed day; ``2w`` begins with one too.
        if (listed := days.named(typed)) is not None:
            return listed
        today = self._session.today()
        day = read_sure_day(typed, today)
        if day.day <= today:
            raise InvalidValueError(f"{describe_day(day.day, today)} is not ahead; give a day to come.")
        return self._days_off.next_working(day.day) if day.is_span else day.day


def days_to_choose(today: date, days_off: DaysOff = NO_DAYS_OFF) -> list[NamedDay]:
    """The listed days without duplicates; those counted from today are moved to working days."""
    days: dict[date, NamedDay] = {}
    for name in LISTED:
        typed = read_day(name, today)
        day = days_off.next_working(typed.day) if typed.is_span else typed.day
        days.setdefault(day, NamedDay(name, day))
    return list(days.values())
