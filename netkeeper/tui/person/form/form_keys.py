"""The keys of the contact form: moving among its lines, adding repeated ones, and taking them away."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from netkeeper.override import override
from netkeeper.tui.core.key_order import await_pending_input
from netkeeper.tui.forms.completing_input import CompletingInput
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, Dialog
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.form.lines import ContactLines
from netkeeper.tui.person.form.lookalikes import Lookalikes
from netkeeper.tui.person.form.saving import Saved


class FormKeys(Dialog[Saved]):
    """The base of the contact form: what its keys do, whatever is in it.

    Attributes:
        lines: All inputs; the form may put others in their place.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save", priority=True, id="form.save", tooltip="Save it, wherever you are"),
        Binding(
            "enter",
            "accept",
            "Save",
            show=False,
            priority=True,
            id="dialog.accept",
            tooltip="Save it; in the notes, begin another line",
        ),
        *DIALOG_BINDINGS,
        Binding("ctrl+g", "known", "known already", id="form.known", tooltip="Go on with the one who is known already"),
        Binding("ctrl+r", "take_away", "take away", priority=True, id="form.take-away", tooltip="Take this one away"),
        Binding("ctrl+n", "another", "another", priority=True, id="form.another", tooltip="Another one of these"),
        Binding("down", "move(1)", "Down", show=False, priority=True, id="form.down", tooltip="To the line below"),
        Binding("up", "move(-1)", "Up", show=False, priority=True, id="form.up", tooltip="To the line above"),
    ]

    lines: ContactLines

    def show_entry(self) -> None:
        """Show what depends on the present content."""
        raise NotImplementedError

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to notes and look-alikes, and enable keys for repeated lines only there."""
        if action == "accept":
            return not isinstance(self.focused, (TextArea, Lookalikes))
        if action in ("another", "take_away"):
            return self.lines.several_of(self.focused) is not None
        if action == "known":
            return self.lines.has_known and not isinstance(self.focused, Lookalikes)
        if action == "move":
            return not _has_own_lines(self.focused, down=parameters == (1,))
        return super().check_action(action, parameters)

    def action_known(self) -> None:
        """Choose among the look-alikes."""
        self.lines.lookalikes.choose()

    async def action_another(self) -> None:
        """Add another email, phone, web address or postal address."""
        await await_pending_input(self.focused)
        if (group := self.lines.several_of(self.focused)) is not None:
            await group.add()

    async def action_take_away(self) -> None:
        """Remove the focused one of these."""
        await await_pending_input(self.focused)
        group = self.lines.several_of(self.focused)
        if group is not None and (one := group.holding(self.focused)) is not None:
            await group.take_away(one)

    async def action_move(self, lines: int) -> None:
        """Go so many lines down (negative: up), after pending input."""
        await self._catch_up()
        if isinstance(self.focused, CompletingInput) and self.focused.suggestions:
            self.focused.action_move_suggestion(lines)
        elif (field := self.lines.beside(self.focused, lines)) is not None:
            self.set_focus(field)

    @override
    async def action_next_field(self) -> None:
        """Go to the next field, which pending input may have brought in."""
        await self._catch_up()
        if not (isinstance(self.focused, PlainInput) and self.focused.take_tab()):
            self.set_focus(self.lines.after(self.focused, 1))

    @override
    async def action_previous_field(self) -> None:
        """Go to the previous field; likewise."""
        await self._catch_up()
        self.set_focus(self.lines.after(self.focused, -1))

    async def _catch_up(self) -> None:
        """Process pending input and choices, whose messages are still queued."""
        await await_pending_input(self.focused)
        self.show_entry()

    def action_save(self) -> None:
        """Save, after pending input."""
        self.action_accept()


def _has_own_lines(field: Widget | None, *, down: bool) -> bool:
    """Whether a field itself uses the arrow: there is another line of its own in that direction."""
    if isinstance(field, TextArea):
        at_end = field.navigator.is_last_wrapped_line if down else field.navigator.is_first_wrapped_line
        return not at_end(field.cursor_location)
    return isinstance(field, Lookalikes) or (isinstance(field, CompletingInput) and bool(field.suggestions))
