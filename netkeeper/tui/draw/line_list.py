"""A list that draws only its visible lines, so that ten thousand cost no more than a screenful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.text_styles import FOUND, Inked

if TYPE_CHECKING:
    from netkeeper.tui.draw.jump_targets import Spot

CURSOR = "›"
"""Marks the cursor's line, for terminals without colours."""


class LineList(ScrollView, Inked, can_focus=True):
    """A list whose cursor stays on its row by key while other rows come and go.

    A subclass stores the rows, gives each a key with :meth:`set_keys` (an empty one where the cursor can't
    rest), draws them in :meth:`draw`, and posts its messages in :meth:`cursor_moved` and :meth:`clicked`. With a
    ``HEAD`` of one line, :meth:`draw_head` draws column titles that don't scroll.
    """

    HEAD: ClassVar[int] = 0
    """Lines of the head: 0 or 1."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", show=False, id="list.down", tooltip="To the next line"),
        Binding("k,up", "move(-1)", "Up", show=False, id="list.up", tooltip="To the line before"),
        Binding("g,home", "first", "First", show=False, id="list.first", tooltip="To the first line"),
        Binding("G,end", "last", "Last", show=False, id="list.last", tooltip="To the last line"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page-down", tooltip="A page down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page-up", tooltip="A page up"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor", "line-list--cursor-blurred"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._keys: Sequence[str] = ()
        self._cursor = -1

    # For subclasses

    def draw(self, index: int, columns: int) -> Line:
        """The pieces of one line, for so many cells; longer lines are cut."""
        raise NotImplementedError

    def draw_head(self, columns: int) -> Line:  # noqa: ARG002
        """The pieces of the head, as :meth:`draw`."""
        return []

    def cursor_moved(self) -> None:
        """Called when the cursor is on another line, or on none."""

    def clicked(self, index: int, *, again: bool) -> None:
        """Called when a line was clicked; ``again`` where the cursor was there already."""

    def is_choosable(self, index: int) -> bool:
        """Whether a click on a line acts; by default where the cursor can rest on it."""
        return bool(self._keys[index])

    def head_clicked(self, column: int) -> None:
        """Called when the head was clicked, with the cell as :meth:`draw_head` counts them."""

    # The cursor

    @property
    def cursor(self) -> int:
        """The index of the cursor's line; -1 where there is none that it can rest on."""
        return self._cursor

    def set_keys(self, keys: Sequence[str], go_to: str = "") -> None:
        """Replace the rows.

        The cursor goes to the key ``go_to`` where that is among them. Otherwise it stays on its row; where that is
        gone, it goes to the next of the old rows that still exists, else to the last one before.
        """
        old, was = self._keys, self._cursor
        self._keys = keys
        self._fit_size()
        self._cursor = self._place_of(go_to, old, was)
        self.refresh()
        self._show_cursor()
        if self._key(self._cursor) != (old[was] if was >= 0 else ""):
            self.cursor_moved()

    def move_to(self, index: int) -> None:
        """Move the cursor to a line."""
        if index in (self._cursor, -1):
            return
        for line in (self._cursor, index):
            self.refresh_line(line + self.HEAD)
        self._cursor = index
        self._show_cursor()
        self.cursor_moved()

    def go_to(self, key: str) -> None:
        """Move the cursor to the row with a key, where it exists."""
        if key in self._keys:
            self.move_to(self._keys.index(key))

    def key_after(self, passing: Sequence[str]) -> str:
        """The key of the first row after the cursor, else before it, that isn't among ``passing``."""
        order = [*range(self._cursor + 1, len(self._keys)), *range(self._cursor - 1, -1, -1)]
        return next((self._keys[index] for index in order if self._keys[index] not in ("", *passing)), "")

    def _key(self, index: int) -> str:
        return self._keys[index] if 0 <= index < len(self._keys) else ""

    def _place_of(self, go_to: str, old: Sequence[str], was: int) -> int:
        """The cursor's index among new keys."""
        for key in (go_to, old[was] if was >= 0 else ""):
            if key and key in self._keys:
                return self._keys.index(key)
        index_of = {key: index for index, key in enumerate(self._keys) if key}
        if was >= 0:
            for key in [*old[was:], *reversed(old[:was])]:
                if key in index_of:
                    return index_of[key]
        return min(index_of.values(), default=-1)

    def _rest(self, index: int, direction: int) -> int:
        """The first line from ``index`` on that the cursor can rest on; -1 where there is none."""
        while 0 <= index < len(self._keys):
            if self._keys[index]:
                return index
            index += direction
        return -1

    def _show_cursor(self) -> None:
        """Scroll the cursor's line into view, with the headings right above it."""
        if self._cursor < 0:
            return
        top = self._cursor
        while top > 0 and not self._keys[top - 1]:
            top -= 1
        if self._cursor - top + self.HEAD >= self.scrollable_content_region.height:
            top = self._cursor
        # The head covers the first visible line, so the region is one line higher.
        self.scroll_to_region(Region(0, top, 1, self._cursor - top + 1 + self.HEAD), animate=False, force=True)

    def _fit_size(self) -> None:
        size = Size(self.scrollable_content_region.width, len(self._keys) + self.HEAD)
        needs_bar = size.height > self.container_size.height
        if needs_bar is not self.show_vertical_scrollbar or size.width != self.virtual_size.width:
            self.virtual_size = size
            return
        # Skip the layout, which would take longer than all else that a key does.
        self.set_reactive(LineList.virtual_size, size)
        if needs_bar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.vertical_scrollbar.refresh()
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    # What the person does

    def action_move(self, lines: int) -> None:
        """Move the cursor to the next line that it can rest on."""
        index = self._rest(self._cursor + lines, lines)
        if index < 0 and lines < 0:
            self.scroll_home(animate=False)
        self.move_to(index)

    def action_first(self) -> None:
        """Move the cursor to the first line."""
        self.scroll_home(animate=False)
        self.move_to(self._rest(0, 1))

    def action_last(self) -> None:
        """Move the cursor to the last line."""
        self.scroll_end(animate=False)
        self.move_to(self._rest(len(self._keys) - 1, -1))

    def action_page(self, pages: int) -> None:
        """Move the cursor by the visible height."""
        height = max(1, self.scrollable_content_region.height - self.HEAD - 1)
        index = min(max(self._cursor + pages * height, 0), len(self._keys) - 1)
        found = self._rest(index, pages)
        self.move_to(found if found >= 0 else self._rest(index, -pages))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the clicked line."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        event.stop()
        if offset.y < self.HEAD:
            self.head_clicked(offset.x - 1)
            return
        index = offset.y - self.HEAD + self.scroll_offset.y
        if index < len(self._keys):
            self._choose(index)

    def jump_spots(self) -> Iterable[Spot]:
        """The visible lines on which a click acts."""
        from netkeeper.tui.draw.jump_targets import Spot

        for y in range(self.HEAD, self.scrollable_content_region.height):
            index = y - self.HEAD + self.scroll_offset.y
            if index < len(self._keys) and self.is_choosable(index):
                yield Spot(Offset(0, y), partial(self._choose, index))

    def _choose(self, index: int) -> None:
        again = index == self._cursor
        if self._keys[index]:
            self.move_to(index)
        self.clicked(index, again=again)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._fit_size()
        self._show_cursor()

    # Drawing

    @override
    def render_line(self, y: int) -> Strip:
        """Draw a visible line."""
        columns = self.scrollable_content_region.width
        is_head = y < self.HEAD
        index = y - self.HEAD + self.scroll_offset.y
        if (index >= len(self._keys) and not is_head) or columns < 2:
            return Strip.blank(self.size.width, self.rich_style)
        here = index == self._cursor and not is_head
        drawn = self.draw_head(columns - 1) if is_head else self.draw(index, columns - 1)
        pieces = [(CURSOR if here else " ", "strong"), *drawn]
        if here:
            state = "line-list--cursor" if self.has_focus else "line-list--cursor-blurred"
            style = self.get_component_rich_style(state)
            # Matches are underlined in the cursor's line, where their colour wouldn't show.
            found = style + RichStyle(underline=True)
            segments = [Segment(text, found if ink == FOUND else style) for text, ink in pieces]
        else:
            base, style = self.visual_style, self.rich_style
            styles = {ink: (base + self.ink(ink)).rich_style for ink in {ink for _, ink in pieces} if ink}
            segments = [Segment(text, styles.get(ink, style)) for text, ink in pieces]
        taken = sum(cells(text) for text, _ in pieces)
        if taken < self.size.width:
            segments.append(Segment(" " * (self.size.width - taken), style))
        strip = Strip(segments, max(taken, self.size.width))
        return strip if taken <= self.size.width else strip.adjust_cell_length(self.size.width, style)
