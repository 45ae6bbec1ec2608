"""Keys, clicks and pastes in their order: each is handed on once all that came before has had its effect.

The toolkit hands each at once to whatever has the focus. A key that opens or closes a screen takes effect only
later, so that what comes with it in one burst (over a slow line, from a quick hand) would go to a screen that
is closing, or to the one below a dialog that is opening.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from textual import events
from textual.binding import Binding
from textual.widgets import Input, TextArea

from netkeeper.tui.forms.key_order import await_pending_input

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.widget import Widget

_PATIENCE_SECONDS = 10.0
"""How long an effect may take to come about; after that the next key goes on to whatever is there."""

_FRAME_SECONDS = 1.0
"""How long a new screen may take to be drawn for the first time."""

_LOOK_EVERY_SECONDS = 0.01

_EDITING_KEYS = frozenset(
    key
    for binding in Binding.make_bindings([*Input.BINDINGS, *TextArea.BINDINGS])
    if binding.action not in ("submit", "cursor_up", "cursor_down", "cursor_page_up", "cursor_page_down")
    for key in binding.key.split(",")
)
"""Keys that change a text, or move in it, and nothing else."""


class InputQueue:
    """Hands on what a person does, one thing after the other.

    Letters for a field that has the focus already need not wait for what follows from the letters before, which
    can be a search over thousands of people.

    A screen may have what was pressed before it was seen wait until it is over: with ``was_pressed_before``,
    called with an event, which says so.
    """

    def __init__(self, app: App[Any], hand_on: Callable[[events.Event], Awaitable[None]]) -> None:
        """Begin with nothing waiting.

        Args:
            app: The app.
            hand_on: Has the app handle an event as the toolkit does; called among the app's own messages.
        """
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[events.Event] = deque()
        self._task: asyncio.Task[None] | None = None
        self._typing_in: Widget | None = None
        self._clicked: Widget | None = None
        self._seen: WeakSet[Screen[Any]] = WeakSet()
        self._is_settled = True
        self._is_closed = False

    @property
    def is_busy(self) -> bool:
        """Whether something waits, or what was handed on last may still have effects to come."""
        return self._task is not None and not self._task.done()

    def put(self, event: events.Event) -> None:
        """Take what a person did."""
        if self._is_closed:
            return
        is_move = isinstance(event, events.MouseMove)
        if is_move and self._waiting and isinstance(self._waiting[-1], events.MouseMove):
            self._waiting.pop()  # Where the mouse was meanwhile interests nobody.
        self._waiting.append(event)
        if not self.is_busy:
            self._task = asyncio.create_task(self._run(), name="input queue")

    def close(self) -> None:
        """Ignore everything from now on."""
        self._is_closed = True
        self._waiting.clear()

    async def _run(self) -> None:
        while not self._is_closed:
            if not self._waiting or not self._is_more_text(self._waiting[0]):
                await self._settle()
                await self._until_handed_back()
            if not self._waiting:
                break
            await self._deliver(self._waiting.popleft())

    async def _deliver(self, event: events.Event) -> None:
        """Have the app handle an event, and wait until it has begun to take effect."""
        if isinstance(event, events.MouseMove):
            self._app.call_later(self._hand_on, event)
            return
        is_text = self._is_text(event)
        self._is_settled = False
        # Whoever handles a paste, or a click, may be below the mouse and not have the focus.
        self._clicked = _under(self._app, event) if isinstance(event, events.MouseEvent) else None
        done = asyncio.Event()

        async def hand_on() -> None:
            try:
                if not self._is_closed:
                    await self._hand_on(event)
            finally:
                done.set()

        focused = self._app.focused
        if self._app.call_later(hand_on):
            await _within(done.wait(), _PATIENCE_SECONDS)
        self._typing_in = focused if is_text and focused is self._focused() else None

    def _is_more_text(self, event: events.Event) -> bool:
        """Whether it is one more letter for the field that the last one went to."""
        return self._typing_in is not None and self._typing_in is self._focused() and self._is_text(event)

    def _is_text(self, event: events.Event) -> bool:
        return (
            isinstance(event, events.Key)
            and isinstance(self._focused(), (Input, TextArea))
            and (event.is_printable or event.key in _EDITING_KEYS)
        )

    def _focused(self) -> Widget | None:
        screen = self._screen()
        return screen.focused if screen is not None else None

    def _screen(self) -> Screen[Any] | None:
        return self._app.screen_stack[-1] if self._app.screen_stack else None

    async def _settle(self) -> None:
        """Wait until what was handed on has gone its whole way, and where one is now is there to take more."""
        if self._is_settled:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_SECONDS):
                before: object = None
                while not self._is_closed and before != (before := (self._screen(), self._focused())):
                    await self._follow()
        self._typing_in, self._clicked = None, None
        self._is_settled = True

    async def _follow(self) -> None:
        """Wait until all who could have had a part in the last event, from the inside out, have done it."""
        for node in self._way(self._clicked):
            await await_pending_input(node)
        for node in self._way(self._focused() or self._screen()):
            await await_pending_input(node)
        screen = self._screen()
        if screen is not None and screen not in self._seen:
            drawn = asyncio.Event()
            if screen.call_after_refresh(drawn.set):
                await _within(drawn.wait(), _FRAME_SECONDS)
            self._seen.add(screen)

    def _way(self, widget: Widget | None) -> Iterator[DOMNode]:
        """A widget and all around it, out to the app: the way that an event takes."""
        if widget is not None and widget.is_attached:
            yield from widget.ancestors_with_self
        else:
            yield self._app

    async def _until_handed_back(self) -> None:
        """Wait where a screen says that what was pressed before one saw it is meant for the one after it."""
        while self._waiting and not self._is_closed:
            belongs_later = getattr(self._screen(), "was_pressed_before", None)
            if belongs_later is None:
                return
            here = next((place for place, each in enumerate(self._waiting) if not belongs_later(each)), None)
            if here is not None:
                # What one presses at the sight of it is for it; whoever stops it doesn't want the rest either.
                before = list(islice(self._waiting, here))
                now = self._waiting[here]
                stops = isinstance(now, events.Key) and now.key == "escape"
                self._waiting = deque([now, *([] if stops else before), *islice(self._waiting, here + 1, None)])
                return
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
            self._is_settled = False
            await self._settle()


async def _within(what: Awaitable[object], seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(what, seconds)


def _under(app: App[Any], event: events.MouseEvent) -> Widget | None:
    """The widget under the mouse."""
    from textual.errors import NoWidget

    with contextlib.suppress(NoWidget):
        return app.get_widget_at(event.x, event.y)[0]
    return None
