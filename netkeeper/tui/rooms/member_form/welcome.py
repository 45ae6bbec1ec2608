"""The dialog of the first run: six questions, all optional."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netkeeper.actions.network.member import welcome
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.member.member import Member
from netkeeper.override import override
from netkeeper.store.network import Network
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.toast import toast
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.rooms.member_form.form import MOVING, MemberForm

_ABOUT: list[Line] = [
    [("netkeeper keeps the people you meet from fading out of your life.", "strong")],
    [("", "")],
    [("A few words about you, if you like; whatever you leave empty can wait.", "")],
]

QUESTIONS = ("name", "team", "graduates", "domains", "field", "rest")
"""The words of its lines."""

_HEIGHTS = [(0, "-low"), (26, "-high")]
"""The style class of a height: its least number of lines, and its name."""


class Welcome(MemberForm):
    """Asks about the member, once."""

    VERTICAL_BREAKPOINTS = _HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("begin", "Begin with what is written here"),
        *DIALOG_BINDINGS[:-1],
        Binding("escape", "leave", "skip all of it", id="dialog.leave", tooltip="Begin without saying anything"),
        *MOVING,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__("Welcome", session)

    @override
    def fields(self) -> ComposeResult:
        """What this is, and the questions."""
        yield Page(_ABOUT, id="about")
        for name in QUESTIONS:
            yield self.line(name)

    @override
    def on_mount(self) -> None:
        """Begin with the name."""
        self.set_focus(self.query_one(f"#{QUESTIONS[0]}"))

    @override
    def keep(self, member: Member) -> str | None:
        """Save the answers, and that the questions were asked."""
        welcome(self.session.network, self.base, member)
        return self.session.last_done if member != self.base else None

    @override
    def action_leave(self) -> None:
        """Skip the questions for good; where something was typed, only the second time."""
        if self.is_untouched or self._leaving:
            try:
                welcome(self.session.network, self.base, self.base)
            except NetkeeperError as error:
                toast(self.app, trouble_text(error), trouble=True)
        super().action_leave()


def is_first_run(network: Network) -> bool:
    """Whether a network has no contacts, and its member is all defaults."""
    member = network.member
    return network.is_empty and replace(member, days_off=member.days_off.without_holidays) == Member()
