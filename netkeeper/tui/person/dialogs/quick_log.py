"""The quick log: a dialog that logs an interaction by one line with words, or by fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from netkeeper.actions.interactions.log import Promises
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.domain.interactions.interaction import Kind
from netkeeper.domain.interactions.reached import may_be_unreached
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.text.display import fit
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.person_words import joined, understood
from netkeeper.tui.draw.short_words import promised
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, Dialog, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.dialogs.log_choices import feeling_choice, kind_choice, signal_choice
from netkeeper.tui.person.dialogs.log_entry import LogEntry
from netkeeper.tui.person.person_actions import LogRequest, others_in_note
from netkeeper.tui.person.subject import Subject

_TYPED = ("when", "next", "todo")
"""Fields with an input; the others are choices."""

_PROMISE_COLUMNS = 44

_THIS, _ALL, _NONE = "this", "all", "none"


class QuickLog(Dialog[str]):
    """Log an interaction with one person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("log", "Log it"),
        *DIALOG_BINDINGS,
        Binding(
            "ctrl+t", "tried", "not reached", priority=True, id="log.tried", tooltip="You tried, and reached nobody"
        ),
    ]

    def __init__(self, session: Session, subject: Subject, act: Callable[[LogRequest], str]) -> None:
        """Start empty.

        Args:
            act: Logs the interaction and returns the text of a toast.
        """
        super().__init__(f"Log · {subject.name}")
        self._session = session
        self._subject = subject
        self._act = act
        self._promises = _open_promises(session, subject)
        self._closes_first = bool(self._promises) and (
            subject.followup_id is not None or self._promises[0].due_on <= session.today()
        )
        self._log = LogEntry()
        self._slip = ""
        self._chose_promises = False
        self._is_unreached = False

    @override
    def fields(self) -> ComposeResult:
        """The note, what was understood of it, a field for each kind of word, and the open follow-ups."""
        yield PlainInput(placeholder="What happened? next:2w feel:4 kind:call work too", id="note")
        yield Page(id="understood")
        yield LabelledRow("Kind", kind_choice())
        yield LabelledRow("When", PlainInput(placeholder="today · or yesterday, mon, 24.12.", id="when"))
        yield LabelledRow("Feeling", feeling_choice())
        yield LabelledRow("They", signal_choice())
        yield LabelledRow("Next", PlainInput(placeholder="when to follow up · 2w, fri, 24.12.", id="next"))
        yield LabelledRow("To do", PlainInput(placeholder="what you promised", id="todo"))
        if self._promises:
            yield LabelledRow("Promise", Page([[(fit(promised(self._promises[0]), _PROMISE_COLUMNS), "")]]))
            options = [Option(_THIS, "kept"), Option(_NONE, "still open")]
            if len(self._promises) > 1:
                options.insert(1, Option(_ALL, f"all {len(self._promises)} kept"))
            yield LabelledRow("", Choice(options, _THIS if self._closes_first else _NONE, id="promise"))

    def on_mount(self) -> None:
        """Focus the note."""
        self.set_focus(self.query_one("#note"))
        self._show_entry()

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing is typed or chosen."""
        return self._log.is_empty

    # Note and fields

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()
        self._catch_up()

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self.changed()
        key = event.choice.id or ""
        self._chose_promises = self._chose_promises or key == "promise"
        if key != "promise":
            self._take(self._log.with_field(key, ",".join(event.values), self._session.today()))
        else:
            self._show_entry()

    def _catch_up(self) -> None:
        """Read the inputs now: with fast typing, their Changed messages are still queued."""
        today = self._session.today()
        note = self.query_one("#note", PlainInput)
        if note.value != self._log.note:
            self._take(self._log.with_note(note.value))
        for key in _TYPED:
            field = self.query_one(f"#{key}", PlainInput)
            if field.value != self._log.value(key, today):
                self._take(self._log.with_field(key, field.value, today))

    def _take(self, log: LogEntry) -> None:
        """Set the entry, and update note and fields from it."""
        today = self._session.today()
        self._log = log
        note = self.query_one("#note", PlainInput)
        with self.prevent(Input.Changed):
            if note.value != log.note:
                note.value = log.note
            for key in _TYPED:
                field = self.query_one(f"#{key}", PlainInput)
                if field.value != log.value(key, today):
                    field.value = log.value(key, today)
        self._show_entry()

    def _show_entry(self) -> None:
        """Show what was understood and what can't be parsed, and update the choices."""
        today = self._session.today()
        self._slip = self._problem()
        slip: list[Line] = [[(self._slip, "accent")]] if self._slip else []
        page = self.query_one("#understood", Page)
        try:
            parsed = self._log.read(today, strict=False)
        except NetkeeperError:
            page.show(slip)
            return
        self.query_one("#kind", Choice).show([parsed.kind])
        self.query_one("#feel", Choice).show([str(parsed.feeling)] if parsed.feeling else [])
        self.query_one("#signal", Choice).show(parsed.signals)
        if self._promises and not self._chose_promises:
            # An attempt that reached nobody closes no follow-up, unless that is chosen.
            is_kept = self._closes_first and parsed.kind is not Kind.TRIED
            self.query_one("#promise", Choice).show([_THIS if is_kept else _NONE])
        besides = others_in_note(self._session, self._subject, parsed)
        line = understood(parsed, self._log.words(strict=False), today, self._keeps())
        not_theirs: list[Line] = [[(f"not logged for {joined(besides)}", "accent")]] if besides else []
        page.show([[(line, "quiet")], *not_theirs, *slip])
        if self._is_unreached != may_be_unreached(parsed.kind, parsed.note):
            self._is_unreached = not self._is_unreached
            self.refresh_bindings()

    def _keeps(self) -> list[str]:
        """The follow-ups that logging closes, as chosen now."""
        chosen = self.query_one("#promise", Choice).values if self._promises else ()
        kept = self._promises if _ALL in chosen else self._promises[:1] if _THIS in chosen else ()
        return [promised(each) for each in kept]

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key that marks it as an attempt works while the note reads like one."""
        return self._is_unreached if action == "tried" else super().check_action(action, parameters)

    def action_tried(self) -> None:
        """Set the kind to an attempt that reached nobody."""
        self._catch_up()
        self.changed()
        self._take(self._log.with_field("kind", Kind.TRIED, self._session.today()))

    def _problem(self) -> str:
        """Why the entry can't be parsed; empty where it can."""
        try:
            self._log.read(self._session.today())
        except NetkeeperError as error:
            return trouble_text(error)
        return ""

    # Logging

    @override
    def complain(self, problem: str) -> None:
        """Show a problem; for one that is shown under the note already, its consequence."""
        super().complain("Nothing is logged until that is mended." if problem and problem == self._slip else problem)

    @override
    def accept(self) -> None:
        """Log the interaction."""
        self._catch_up()
        self.attempt(self._logged)

    def _logged(self) -> str:
        if self._log.is_empty and not self._promises:
            raise InvalidValueError("Write what happened, a word will do; or leave with Escape.")
        words = self._log.read(self._session.today())
        chosen = self.query_one("#promise", Choice).values if self._promises else ()
        promises = Promises.CLOSE_ALL if _ALL in chosen else Promises.KEEP
        return self._act(LogRequest(words, promises, self._promises[0].id if _THIS in chosen else None))


def _open_promises(session: Session, subject: Subject) -> Sequence[FollowUp]:
    """The person's open follow-ups: the subject's own first, then by due date."""
    found = [followup for followup in session.network.followups(subject.contact_id) if followup.is_open]
    return sorted(found, key=lambda followup: followup.id != subject.followup_id)
