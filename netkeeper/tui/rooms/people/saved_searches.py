"""The dialogs that save a search under a name, and recall or forget one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from netkeeper.actions.network.member import forget_search, save_search
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.text.display import plain, quoted
from netkeeper.domain.text.fold import fold
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.pick_list import Pick, PickList
from netkeeper.tui.forms.plain_input import PlainInput


class SaveSearch(Dialog[str]):
    """Saves a search under a name."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("save", "Save the search under this name"), LEAVING]

    def __init__(self, session: Session, typed: str) -> None:
        super().__init__("Save this search")
        self._session = session
        self._typed = typed
        self._called = PlainInput(placeholder="a name to recall it by", id="name")

    @override
    def fields(self) -> ComposeResult:
        """The search, and a field for its name."""
        yield LabelledRow("Search", Page([[(self._typed, "")]]))
        yield LabelledRow("Name", self._called)
        yield Page(id="replaced")

    def on_mount(self) -> None:
        """Begin with the name."""
        self.set_focus(self._called)

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether no name was typed yet."""
        return not self._called.value

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        """Show the saved search of that name, which would be replaced."""
        event.stop()
        self.changed()
        was = self._session.network.member.searches.get(" ".join(self._called.value.split()))
        self.query_one("#replaced", Page).show([[(f"takes the place of: {plain(was)}", "quiet")]] if was else [])

    @override
    def accept(self) -> None:
        """Save it."""
        self.attempt(self._saved)

    def _saved(self) -> str:
        save_search(self._session.network, self._called.value, self._typed)
        return self._session.last_done


class RecallSearch(Dialog[str]):
    """Lists the saved searches; returns the text of the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("search", "Search by the one under the cursor"),
        Binding(
            "delete,ctrl+d",
            "forget",
            "forget",
            key_display="delete",
            id="search.forget",
            tooltip="Forget a saved search",
        ),
        LEAVING,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__("Saved searches")
        self._session = session

    @override
    def fields(self) -> ComposeResult:
        """The searches, by name."""
        searches = self._session.network.member.searches
        picks = [Pick(name, name, searches[name]) for name in sorted(searches, key=lambda name: (fold(name), name))]
        picked = PickList(picks, id="searches")
        picked.can_focus = True
        yield picked

    def on_mount(self) -> None:
        """Begin with the list."""
        self.set_focus(self.query_one("#searches"))

    @property
    def _chosen(self) -> str:
        return "".join(self.query_one("#searches", PickList).values)

    @override
    @on(PickList.Picked)
    def accept(self) -> None:
        """Return the chosen search."""
        self.dismiss(self._session.network.member.searches.get(self._chosen))

    async def action_forget(self) -> None:
        """Forget the search under the cursor; with the last one, the dialog closes."""
        name = self._chosen
        try:
            forget_search(self._session.network, name)
        except NetkeeperError as error:
            self.complain(trouble_text(error))
            return
        if not self._session.network.member.searches:
            self.dismiss(None)
            return
        await self.recompose()
        self.set_focus(self.query_one("#searches"))
        self.complain(f"Forgot {quoted(name)}; undo brings it back.")
