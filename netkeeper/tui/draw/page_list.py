"""The pages of a screen that has several, by name."""

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
    """A page.

    Attributes:
        key: Its name in the code.
        title: As it is shown.
    """

    key: str
    title: str


class PageList(LineList):
    """Pages to go through; the one that the cursor is on is shown beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "enter_page", "open", key_display="enter", id="pages.open", tooltip="Into the page"),
    ]

    @dataclass
    class PageChosen(Message):
        """The cursor rests on another page.

        Attributes:
            key: Which.
        """

        key: str

    @dataclass
    class PageOpened(Message):
        """The page is to be gone into."""

    def __init__(self, pages: tuple[PageName, ...], *, id: str | None = None) -> None:  # noqa: A002
        """List pages.

        Args:
            pages: All there are.
            id: As for any widget.
        """
        super().__init__(id=id)
        self._pages = pages
        self._marked: Set[str] = frozenset()

    @override
    def on_mount(self) -> None:
        """Fill the list."""
        self.set_keys([page.key for page in self._pages])

    @property
    def page(self) -> str:
        """The page that the cursor is on."""
        return self._pages[max(0, self.cursor)].key

    def mark(self, keys: Set[str]) -> None:
        """Mark the pages on which something isn't saved yet."""
        if keys != self._marked:
            self._marked = keys
            self.refresh()

    @override
    def draw(self, index: int, columns: int) -> Line:
        """The page's title."""
        page = self._pages[index]
        mark = " •" if page.key in self._marked else ""
        return fitted([(page.title, ""), (mark, "key")], columns)

    @override
    def cursor_moved(self) -> None:
        """Say which page is chosen."""
        self.post_message(self.PageChosen(self.page))

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002
        """A page that is clicked where it is shown already is gone into."""
        if again:
            self.action_enter_page()

    def action_enter_page(self) -> None:
        """Into the page."""
        self.post_message(self.PageOpened())
