"""Promising somebody something, and changing what was promised."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.half_read import refuse_half_read
from netkeeper.domain.dates.parse_day import TypedDay, day_in, read_day, read_sure_day
from netkeeper.domain.dates.time_of_day import with_hour
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.domain.language.contact_words import refuse_slips
from netkeeper.domain.language.promise_words import with_whole_days
from netkeeper.domain.language.tokens import PROMISING, split_text
from netkeeper.domain.language.values import one_line
from netkeeper.domain.promises.follow_up import FollowUp, rewritten, rule_days
from netkeeper.domain.promises.recurrence import describe_recurrence, has_own_days, parse_recurrence, typed_recurrence
from netkeeper.domain.promises.same_promise import is_be_in_touch
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.phrases.became import in_brackets, what_became
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.short_words import made_on, put_off_so_often
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.conflict_dialog_base import Editing
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, Dialog, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.subject import Subject

UNLESS_SAID = "1w"
"""When a promise is due that has no day."""

_WORDS = {"due": "when", "next": "when", "every": "again"}
"""The words that say in the first line what the other fields say, and which."""

_DAYS_SHOWN = 3
"""How many of the days are told on which a promise comes again."""

_ONCE, _ON = "once", "on"


class FollowUpDialog(Dialog[str]):
    """Make a follow-up with one person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("promise it", "Make the promise"),
        *DIALOG_BINDINGS,
    ]

    def __init__(self, session: Session, subject: Subject, act: Callable[[FollowUp], str]) -> None:
        """Ask what, when, and how often again.

        Args:
            session: What the screens share.
            subject: Whom it is about.
            act: Makes the promise, and says what was done.
        """
        super().__init__(f"Follow-up · {subject.name}")
        self._session = session
        self._act = act
        self._base = FollowUp(id="", contact_id=subject.contact_id, due_on=session.today())
        self._moved_from: date | None = None
        self._why: list[str] = []
        self._filled: Mapping[str, str] = {"what": "", "when": "", "again": ""}

    @override
    def fields(self) -> ComposeResult:
        """What, when, how often again, and how that was understood."""
        what, when, again = self._filled.values()
        yield LabelledRow("What", PlainInput(what, "send the offer · due:fri every:4w work here too", id="what"))
        yield LabelledRow("When", PlainInput(when, f"{UNLESS_SAID} · fri, tomorrow, 24.12.", id="when"))
        yield LabelledRow("Again", PlainInput(again, "never · 2w, every Mon, monthly on the 31st", id="again"))
        yield Page(id="understood")

    def on_mount(self) -> None:
        """Begin with what is promised; a day that is there is written anew and not added to."""
        for name in ("when", "again"):
            self.query_one(f"#{name}", PlainInput).select_on_focus = True
        self.set_focus(self.query_one("#what"))
        self._show_understood()

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was written yet."""
        return not any(self._is_written(name) for name in self._filled)

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()
        self._show_understood()

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self.changed()
        self._show_understood()

    @override
    def accept(self) -> None:
        """Make the promise."""
        self.attempt(lambda: self._act(self._read()))

    # What is written

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", PlainInput).value

    def _is_written(self, name: str) -> bool:
        """Whether a field holds something else than it was filled with."""
        return self._typed(name).strip() != self._filled[name].strip()

    def _read(self) -> FollowUp:
        """The promise that is written; words in the first line (``due:fri every:2w``) say the rest too."""
        said = {name: self._typed(name).strip() for name in ("when", "again") if self._is_written(name)}
        what = self._base.what
        if self._is_written("what"):
            what = one_line("What", self._text(self._typed("what"), said))
        rrule = self._base.rrule
        if "again" in said:
            rrule = parse_recurrence(said["again"]) if said["again"] else ""
        counted = self._due_on(said, rrule)
        self._why = self._why_then(what, said, counted)
        what = with_hour(what, counted.hour)
        due_on = self._session.network.member.days_off.next_working(counted.day) if counted.is_span else counted.day
        self._moved_from = counted.day if due_on != counted.day else None
        promise = self._rewritten(what, due_on, rrule)
        # What recurs counts from the day that was said.
        return replace(promise, anchor_on=counted.day) if promise.anchor_on == due_on else promise

    def _text(self, typed: str, said: dict[str, str]) -> str:
        """What is promised; what the first line says of the day and of how often goes into ``said``."""
        today = self._session.today()
        words = with_whole_days(split_text(typed, PROMISING), today)
        refuse_slips(words, today)
        refuse_half_read(words, today)
        pieces = []
        for word in words:
            if word.key in _WORDS and word.value and not word.negated:
                said[_WORDS[word.key]] = word.value
            else:
                pieces.append(word.value if word.key in ("", "todo") else typed[word.start : word.end])
        text = " ".join(" ".join(pieces).split())
        if "when" not in said and not self._base.id and (inside := day_in(text, today)):
            said["said"] = inside[1]
        return text

    def _why_then(self, what: str, said: Mapping[str, str], counted: TypedDay) -> list[str]:
        """Why it is due on its day, where that was not typed in as many words."""
        today = self._session.today()
        inside = day_in(what, today)
        if inside is None or not (said.get("when") or said.get("said")):
            return []
        is_the_same = inside[0].day == counted.day
        if said.get("when"):
            return [] if is_the_same else [f"due: counts, not {describe_day(inside[0].day, today)}"]
        return [f"from “{plain(inside[1])}”"] if is_the_same else []

    def _rewritten(self, what: str, due_on: date, rrule: str) -> FollowUp:
        return rewritten(self._base, what, due_on, rrule)

    def _due_on(self, said: Mapping[str, str], rrule: str) -> TypedDay:
        """The day that is written; without one, the first day of a rule that has its own, else in a week."""
        today = self._session.today()
        if said.get("when"):
            return self._ahead(read_sure_day(said["when"], today))
        if rrule and has_own_days(rrule) and (first := rule_days(rrule, today, today)):
            return TypedDay(first[0])
        if said.get("said"):
            return self._ahead(read_day(said["said"], today)._replace(hour=""))
        return read_day(UNLESS_SAID, today)

    def _ahead(self, typed: TypedDay) -> TypedDay:
        today = self._session.today()
        if typed.day < today:
            raise InvalidValueError(f"{describe_day(typed.day, today)} has passed; give a day to come.")
        return typed

    # What was understood

    def _replaced(self, promise: FollowUp) -> Sequence[FollowUp]:
        """The open promises to be in touch that this one would take the place of."""
        if self._base.id or not is_be_in_touch(promise):
            return ()
        there = self._session.network.followups(promise.contact_id)
        return [each for each in there if each.is_open and is_be_in_touch(each)]

    def _show_understood(self) -> None:
        page = self.query_one("#understood", Page)
        try:
            promise = self._read()
        except NetkeeperError as error:
            page.show([[(trouble_text(error), "accent")]])
        else:
            page.show(self._understood(promise))

    def _understood(self, promise: FollowUp) -> list[Line]:
        """The promise in words, and the days on which it comes again."""
        today = self._session.today()
        became = self._why + what_became(promise, False, self._moved_from, self._replaced(promise), today)
        lines: list[Line] = [
            [
                (
                    f"{describe_day(promise.due_on, today)}: {plain(promise.what) or 'be in touch'}{in_brackets(became)}",
                    "quiet",
                )
            ]
        ]
        if promise.rrule:
            anchor, after = promise.anchor_on or promise.due_on, max(promise.due_on, today)
            days = [describe_day(day, today) for day in rule_days(promise.rrule, anchor, after, _DAYS_SHOWN)]
            then = f"then {', '.join(days)}" if days else "it doesn't come again after that"
            lines.append([(f"{plain(describe_recurrence(promise.rrule))}: {then}", "quiet")])
        return lines


class FollowUpEdit(Editing, FollowUpDialog):
    """Change an open follow-up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("save", "Save the promise"),
        *DIALOG_BINDINGS,
    ]

    def __init__(
        self, session: Session, subject: Subject, promise: FollowUp, act: Callable[[FollowUp, FollowUp], str]
    ) -> None:
        """Ask what is to be different.

        Args:
            session: What the screens share.
            subject: Whom it is about.
            promise: The promise as it is.
            act: Saves the promise as it was and as it shall be, and says what was done.
        """
        super().__init__(session, subject, lambda edited: act(self._base, edited))
        self._base = promise
        self._filled = self._texts()

    @override
    def fields(self) -> ComposeResult:
        """As for a new one; where it recurs and its day is moved, what that means for the days to come."""
        *fields, understood = super().fields()
        yield from fields
        moved = Choice([Option(_ONCE, "this time only"), Option(_ON, "from then on")], _ONCE, id="move")
        row = LabelledRow("Move", moved)
        row.display = False
        yield row
        yield understood
        yield Page([[(self._history(), "quiet")]], id="history")

    @override
    def save(self) -> str:
        """Save the promise."""
        return self._act(self._read())

    @override
    def take_theirs(self) -> str:
        """Go on from how the promise is now."""
        self._base = self._session.network.followup(self._base.id)
        before, self._filled = self._filled, self._texts()
        with self.prevent(Input.Changed):
            for name, text in self._filled.items():
                field = self.query_one(f"#{name}", PlainInput)
                if field.value.strip() == before[name].strip():
                    field.value = text
        self._show_understood()
        return f"{describe_day(self._base.due_on, self._session.today())}, {plain(self._base.what) or 'be in touch'}"

    def _texts(self) -> Mapping[str, str]:
        """What the fields hold of the promise as it is."""
        return {
            "what": plain(self._base.what),
            "when": describe_day(self._base.due_on, self._session.today()),
            "again": typed_recurrence(self._base.rrule),
        }

    @override
    def _due_on(self, said: Mapping[str, str], rrule: str) -> TypedDay:
        """The day that is written; without one, the day that it has, which may have passed."""
        return super()._due_on(said, rrule) if "when" in said else TypedDay(self._base.due_on)

    @override
    def _rewritten(self, what: str, due_on: date, rrule: str) -> FollowUp:
        goes_on = bool(rrule) and rrule == self._base.rrule and due_on != self._base.due_on
        move = self.query_one("#move", Choice)
        if move.parent is not None:
            move.parent.display = goes_on
        return rewritten(self._base, what, due_on, rrule, this_time_only=_ONCE in move.values)

    def _history(self) -> str:
        """When it was promised, and how often it was put off since."""
        parts = []
        if made := made_on(self._base, self._session.today()):
            parts.append(f"Promised {made}")
        if self._base.snoozes:
            parts.append(put_off_so_often(self._base.snoozes))
        return " · ".join(parts)
