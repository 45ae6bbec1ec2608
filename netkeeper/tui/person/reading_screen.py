"""A modal that shows an interaction or a follow-up in full."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.recurrence_words import describe_recurrence
from netkeeper.domain.text.display import fit, plain, plain_lines
from netkeeper.override import override
from netkeeper.tui.core.base_screen import BaseModal
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.person_words import what_happened
from netkeeper.tui.draw.short_words import made_on, promised, put_off_so_often
from netkeeper.tui.person.subject import Subject

if TYPE_CHECKING:
    from netkeeper.domain.interactions.interaction import Interaction
    from netkeeper.tui.draw.blocks import Item

_TITLE_COLUMNS = 60


class ReadingScreen(BaseModal["str | None"]):
    """An interaction or a follow-up in full; its result is ``edit``, ``remove`` or ``reopen``, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss", "close", key_display="esc", id="reading.close", tooltip="Close it"),
        Binding("e", "wish('edit')", "edit", id="reading.edit", tooltip="Change what was logged or promised"),
        Binding("D", "wish('remove')", "delete", id="reading.delete", tooltip="Delete what was logged, drop a promise"),
        Binding("o", "wish('reopen')", "open again", id="reading.reopen", tooltip="Open a closed promise again"),
        Binding("j,down", "scroll(1)", "Down", show=False, id="reading.down", tooltip="Scroll down"),
        Binding("k,up", "scroll(-1)", "Up", show=False, id="reading.up", tooltip="Scroll up"),
        Binding("pagedown,space", "page(1)", "Page down", show=False, id="reading.page-down", tooltip="A page down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="reading.page-up", tooltip="A page up"),
    ]

    def __init__(self, today: date, subject: Subject, item: Item, others: Mapping[str, str]) -> None:
        """Prepare the text.

        Args:
            subject: The person from whose timeline it was opened.
            others: The names of the other participants, by id.
        """
        super().__init__()
        self._subject = subject
        self._item = item
        self._lines = (
            _promise(item, today) if isinstance(item, FollowUp) else _interaction(item, today, [*others.values()])
        )

    @override
    def compose(self) -> ComposeResult:
        """A frame with the text and the keys."""
        with VerticalScroll(id="dialog", can_focus=False) as frame:
            frame.border_title = Content(fit(plain(self._subject.name), _TITLE_COLUMNS))
            yield Page(self._lines)
            yield KeyBar(id="dialog-keys")

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A closed follow-up can be reopened; all else can be edited and deleted."""
        if action == "wish":
            is_closed = isinstance(self._item, FollowUp) and not self._item.is_open
            return is_closed is (parameters == ("reopen",))
        return super().check_action(action, parameters)

    def action_wish(self, wish: str) -> None:
        """Close with ``wish`` as the result."""
        self.dismiss(wish)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one("#dialog").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages of the visible height."""
        frame = self.query_one("#dialog")
        frame.scroll_relative(y=pages * max(1, frame.size.height - 3), animate=False)


def _interaction(interaction: Interaction, today: date, others: list[str]) -> list[Line]:
    lines: list[Line] = [[(" · ".join(what_happened(interaction, today)), "accent")]]
    if others:
        lines.append([(f"with {', '.join(plain(name) for name in others)}", "quiet")])
    note = plain_lines(interaction.note)
    return [*lines, [("", "")], *([(line, "")] for line in note or ["No note."])]


def _promise(followup: FollowUp, today: date) -> list[Line]:
    how = {"open": "Promised for", "done": "Kept; it was for", "dropped": "Let go; it was for"}[followup.status]
    lines: list[Line] = [[(f"{how} {describe_day(followup.due_on, today)}", "accent")]]
    about = []
    if followup.closed_on:
        about.append(f"closed {describe_day(followup.closed_on, today)}")
    if made := made_on(followup, today):
        about.append(f"promised {made}")
    if followup.snoozes:
        about.append(put_off_so_often(followup.snoozes))
    if followup.rrule:
        about.append(plain(describe_recurrence(followup.rrule)))
    return [*lines, [(" · ".join(about), "quiet")], [("", "")], [(promised(followup), "")]]
