"""The list of pages of a screen that has several."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line, fitted


class PageName(NamedTuple):
    """A page: its key in the code, and its title."""

    key: str
    title: str


class PageList(LineList):
    """A list of pages; the screen shows the one under the cursor beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "enter_page", "open", key_display="enter", id="pages.open", tooltip="Into the page"),
    ]

    @dataclass
    class PageChosen(Message):
        """The cursor is on another page."""

        key: str

    @dataclass
    class PageOpened(Message):
        """The focus is to go into the page."""

    def __init__(self, pages: tuple[PageName, ...], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._pages = pages
        self._marked: Set[str] = frozenset()

    @override
    def on_mount(self) -> None:
        """Fill the list."""
        self.set_keys([page.key for page in self._pages])

    @property
    def page(self) -> str:
        """The key of the page under the cursor."""
        return self._pages[max(0, self.cursor)].key

    def mark(self, keys: Set[str]) -> None:
        """Mark pages with unsaved changes."""
        if keys != self._marked:
            self._marked = keys
            self.refresh()

    @override
    def draw(self, index: int, columns: int) -> Line:
        """The title, and the mark of unsaved changes."""
        page = self._pages[index]
        mark = " •" if page.key in self._marked else ""
        return fitted([(page.title, ""), (mark, "key")], columns)

    @override
    def cursor_moved(self) -> None:
        """Post the page under the cursor."""
        self.post_message(self.PageChosen(self.page))

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002
        """A second click moves the focus into the page."""
        if again:
            self.action_enter_page()

    def action_enter_page(self) -> None:
        """Move the focus into the page."""
        self.post_message(self.PageOpened())
