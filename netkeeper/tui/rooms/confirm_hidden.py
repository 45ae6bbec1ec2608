"""The question before acting on selected people whom the list doesn't show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.phrases.counted import plural
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import Dialog, accepting

_NAMED = 3
_NAME_COLUMNS = 24


class HiddenSelectionDialog(Dialog[bool]):
    """Names the selected people who are not listed; True goes on with everybody who is selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("go on with all", "Go on with everybody who is selected"),
        Binding("escape", "leave", "leave", id="dialog.leave", tooltip="Leave; nothing is done"),
    ]

    def __init__(self, count: int, hidden: Sequence[str]) -> None:
        """Ask about those who are not shown.

        Args:
            count: How many are selected in all.
            hidden: The names of those among them who are not shown; sanitized here.
        """
        super().__init__("Some are not shown")
        self._count = count
        self._hidden = hidden

    @override
    def fields(self) -> ComposeResult:
        """How many are selected, how many of them are hidden, and the first names."""
        yield Page(self._lines())

    def _lines(self) -> list[Line]:
        hidden = len(self._hidden)
        named = ", ".join(fit(plain(name), _NAME_COLUMNS).strip() for name in self._hidden[:_NAMED])
        more = f" and {hidden - _NAMED:,} more" if hidden > _NAMED else ""
        return [[(self._sentence(hidden), "")], [(f"{named}{more}", "quiet")]]

    def _sentence(self, hidden: int) -> str:
        if self._count == 1:
            return "The one person selected is not shown now:"
        if hidden == self._count:
            return f"{self._count:,} people are selected, none of whom is shown now:"
        return plural(
            hidden,
            "{selected:,} people are selected; {count:,} of them is not shown now:",
            "{selected:,} people are selected; {count:,} of them are not shown now:",
            selected=self._count,
        )

    @override
    def accept(self) -> None:
        """Go on with everybody who is selected."""
        self.dismiss(True)
