"""The dialog that makes a follow-up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.parse_day import day_in, read_day, read_sure_day
from netkeeper.domain.dates.time_of_day import with_hour
from netkeeper.domain.dates.typed_day import TypedDay
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.language.contact_words import refuse_slips
from netkeeper.domain.language.partial_days import refuse_partial_days
from netkeeper.domain.language.promise_words import with_whole_days
from netkeeper.domain.language.tokens import PROMISING, split_text
from netkeeper.domain.language.values import one_line
from netkeeper.domain.promises.follow_up import FollowUp, rewritten, rule_days
from netkeeper.domain.promises.recurrence import has_own_days, parse_recurrence
from netkeeper.domain.promises.recurrence_words import describe_recurrence
from netkeeper.domain.promises.same_promise import is_be_in_touch
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.phrases.promised import in_brackets, what_became
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.forms.explaining_dialog import ExplainingDialog
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.subject import Subject

DEFAULT_DUE = "1w"
"""When a follow-up is due for which no day is typed."""

_WORDS = {"due": "when", "next": "when", "every": "again"}
"""Keys of words in the first input, with the inputs that they stand for."""

_DAYS_SHOWN = 3
"""How many of the next occurrences are shown."""


class FollowUpDialog(ExplainingDialog):
    """Make a follow-up with one person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("promise it", "Make the promise"),
        *DIALOG_BINDINGS,
    ]

    def __init__(self, session: Session, subject: Subject, act: Callable[[FollowUp], str]) -> None:
        """Start empty.

        Args:
            act: Saves the follow-up and returns the text of a toast.
        """
        super().__init__(f"Follow-up · {subject.name}")
        self.session = session
        self.act = act
        self.base = FollowUp(id="", contact_id=subject.contact_id, due_on=session.today())
        self._moved_from: date | None = None
        self._why: list[str] = []
        self.filled: Mapping[str, str] = {"what": "", "when": "", "again": ""}

    @override
    def fields(self) -> ComposeResult:
        """Inputs for what, when and the recurrence, and how they were understood."""
        what, when, again = self.filled.values()
        yield LabelledRow("What", PlainInput(what, "e.g. send the offer · due:fri every:4w", id="what"))
        yield LabelledRow("When", PlainInput(when, f"{DEFAULT_DUE} · or fri, tomorrow, 24.12.", id="when"))
        yield LabelledRow("Again", PlainInput(again, "never · or 2w, every Mon, monthly", id="again"))
        yield Page(id="understood")

    def on_mount(self) -> None:
        """Focus the first input; the others select their text on focus, so that typing replaces it."""
        for name in ("when", "again"):
            self.query_one(f"#{name}", PlainInput).select_on_focus = True
        self.set_focus(self.query_one("#what"))
        self.explain()

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether no input was changed."""
        return not any(self._is_written(name) for name in self.filled)

    @override
    def accept(self) -> None:
        """Save the follow-up."""
        self.attempt(lambda: self.act(self.read()))

    # Reading the inputs

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", PlainInput).value

    def _is_written(self, name: str) -> bool:
        """Whether an input differs from what it was filled with."""
        return self._typed(name).strip() != self.filled[name].strip()

    def read(self) -> FollowUp:
        """Parse the inputs; words in the first one (``due:fri every:2w``) override the other two."""
        values = {name: self._typed(name).strip() for name in ("when", "again") if self._is_written(name)}
        what = self.base.what
        if self._is_written("what"):
            what = one_line("What", self._text(self._typed("what"), values))
        rrule = self.base.rrule
        if "again" in values:
            rrule = parse_recurrence(values["again"]) if values["again"] else ""
        counted = self.due_day(values, rrule)
        self._why = self._explained_day(what, values, counted)
        what = with_hour(what, counted.hour)
        due_on = self.session.network.member.days_off.next_working(counted.day) if counted.is_span else counted.day
        self._moved_from = counted.day if due_on != counted.day else None
        promise = self.result(what, due_on, rrule)
        # A recurrence is anchored on the typed day, not on the working day that it was moved to.
        return replace(promise, anchor_on=counted.day) if promise.anchor_on == due_on else promise

    def _text(self, typed: str, values: dict[str, str]) -> str:
        """The text of the first input without words for day and recurrence, which are put into ``values``."""
        today = self.session.today()
        words = with_whole_days(split_text(typed, PROMISING), today)
        refuse_slips(words, today)
        refuse_partial_days(words, today)
        pieces = []
        for word in words:
            if word.key in _WORDS and word.value and not word.negated:
                values[_WORDS[word.key]] = word.value
            else:
                pieces.append(word.value if word.key in ("", "todo") else typed[word.start : word.end])
        text = " ".join(" ".join(pieces).split())
        if "when" not in values and not self.base.id and (inside := day_in(text, today)):
            values["inside"] = inside[1]
        return text

    def _explained_day(self, what: str, values: Mapping[str, str], counted: TypedDay) -> list[str]:
        """Explanations of a due date that comes from the text, or differs from a day in the text."""
        today = self.session.today()
        inside = day_in(what, today)
        if inside is None or not (values.get("when") or values.get("inside")):
            return []
        is_the_same = inside[0].day == counted.day
        if values.get("when"):
            return [] if is_the_same else [f"due: counts, not {describe_day(inside[0].day, today)}"]
        return [f"from “{plain(inside[1])}”"] if is_the_same else []

    def result(self, what: str, due_on: date, rrule: str) -> FollowUp:
        """The base with what was typed."""
        return rewritten(self.base, what, due_on, rrule)

    def due_day(self, values: Mapping[str, str], rrule: str) -> TypedDay:
        """The typed day; without one, the first day of a rule with own days, a day in the text, or in a week."""
        today = self.session.today()
        if values.get("when"):
            return self._ahead(read_sure_day(values["when"], today))
        if rrule and has_own_days(rrule) and (first := rule_days(rrule, today, today)):
            return TypedDay(first[0])
        if values.get("inside"):
            return self._ahead(read_day(values["inside"], today)._replace(hour=""))
        return read_day(DEFAULT_DUE, today)

    def _ahead(self, typed: TypedDay) -> TypedDay:
        today = self.session.today()
        if typed.day < today:
            raise InvalidValueError(f"{describe_day(typed.day, today)} has passed; give a day to come.")
        return typed

    # Showing what was understood

    def _replaced(self, promise: FollowUp) -> Sequence[FollowUp]:
        """The open be-in-touch follow-ups that a new one replaces."""
        if self.base.id or not is_be_in_touch(promise):
            return ()
        there = self.session.network.followups(promise.contact_id)
        return [each for each in there if each.is_open and is_be_in_touch(each)]

    @override
    def explanation(self) -> list[Line]:
        """The follow-up in words, with its next occurrences."""
        promise, today = self.read(), self.session.today()
        became = self._why + what_became(promise, False, self._moved_from, self._replaced(promise), today)
        what = f"{plain(promise.what) or 'be in touch'}{in_brackets(became)}"
        lines: list[Line] = [[(f"{describe_day(promise.due_on, today)}: {what}", "quiet")]]
        if promise.rrule:
            anchor, after = promise.anchor_on or promise.due_on, max(promise.due_on, today)
            days = [describe_day(day, today) for day in rule_days(promise.rrule, anchor, after, _DAYS_SHOWN)]
            then = f"then {', '.join(days)}" if days else "it doesn't come again after that"
            lines.append([(f"{plain(describe_recurrence(promise.rrule))}: {then}", "quiet")])
        return lines
