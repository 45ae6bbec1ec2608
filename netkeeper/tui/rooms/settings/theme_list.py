"""The list of themes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from netkeeper.domain.text.display import pad, plain
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line, fitted
from netkeeper.tui.theme.theme_files import ThemeName

_GAP = "  "


class ThemeList(LineList):
    """Themes to preview and to save."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep it", key_display="enter", id="themes.keep", tooltip="Keep this theme"),
    ]

    @dataclass
    class ThemeTried(Message):
        """A theme is to be previewed."""

        name: str

    @dataclass
    class ThemeKept(Message):
        """A theme is to be saved."""

        name: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._themes: Sequence[ThemeName] = ()
        self._kept = ""
        self._columns = 0

    def show(self, themes: Sequence[ThemeName], kept: str) -> None:
        """Show themes, with the cursor on the saved one.

        Args:
            kept: The name of the saved theme.
        """
        self._themes, self._kept = themes, kept
        self._columns = max((cells(plain(theme.title)) for theme in themes), default=0)
        self.set_keys([theme.name for theme in themes], kept)
        self.refresh()

    @property
    def theme(self) -> str:
        """The name of the theme under the cursor; empty for none."""
        return self._themes[self.cursor].name if self.cursor >= 0 else ""

    @override
    def draw(self, index: int, columns: int) -> Line:
        """Title and description."""
        theme = self._themes[index]
        mark = "● " if theme.name == self._kept else "○ "
        about = theme.about or ("dark" if theme.dark else "light")
        line = [(mark, "key"), (pad(plain(theme.title), self._columns), "strong"), (_GAP, ""), (plain(about), "quiet")]
        return fitted(line, columns)

    @override
    def cursor_moved(self) -> None:
        """Ask for a preview of the theme under the cursor."""
        if self.theme:
            self.post_message(self.ThemeTried(self.theme))

    def on_focus(self) -> None:
        """Preview the theme under the cursor again."""
        self.cursor_moved()

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Save a previewed theme that is clicked again."""
        if again and self._themes[index].name:
            self.action_keep()

    def action_keep(self) -> None:
        """Save the theme under the cursor."""
        if self.theme:
            self.post_message(self.ThemeKept(self.theme))
