"""The base of dialogs that explain, while one types, how their inputs are understood."""

from __future__ import annotations

from textual import on
from textual.message import Message
from textual.widgets import Input

from netkeeper.domain.errors import NetkeeperError
from netkeeper.override import override
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.choice import Choice
from netkeeper.tui.forms.dialog import Dialog


class ExplainingDialog(Dialog[str]):
    """A dialog whose :meth:`fields` include a ``Page`` with the id ``understood``."""

    _slip = ""
    """The error that stands there now."""

    def explanation(self) -> list[Line]:
        """How the inputs are understood.

        Raises:
            NetkeeperError: They can't be parsed; the error is shown instead.
        """
        raise NotImplementedError

    def explain(self) -> None:
        """Show how the inputs are understood now."""
        self._slip = ""
        try:
            lines = self.explanation()
        except NetkeeperError as error:
            self._slip = trouble_text(error)
            lines = [[(self._slip, "accent")]]
        self.query_one("#understood", Page).show(lines)

    @override
    def complain(self, problem: str) -> None:
        """Show an error, unless it stands there as the explanation already."""
        super().complain("" if problem == self._slip else problem)

    @on(Input.Changed)
    @on(Choice.Chosen)
    def inputs_changed(self, event: Message) -> None:
        """Withdraw a complaint and explain anew."""
        event.stop()
        self.changed()
        self.explain()
