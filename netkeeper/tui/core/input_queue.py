"""A queue of keys, clicks and pastes: each is delivered once the one before has taken full effect.

The toolkit delivers each at once to the focused widget. A key that opens or closes a screen takes effect only later,
so that what arrives with it in one burst (over a slow line, from a fast typist) would go to a closing screen, or to
the one below an opening dialog.
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

from netkeeper.tui.core.key_order import await_pending_input

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.widget import Widget

_PATIENCE_SECONDS = 10.0
"""The timeout for an effect; after it the next key is delivered anyway."""

_FRAME_SECONDS = 1.0
"""The timeout for a new screen's first paint."""

_LOOK_EVERY_SECONDS = 0.01

_EDITING_KEYS = frozenset(
    key
    for binding in Binding.make_bindings([*Input.BINDINGS, *TextArea.BINDINGS])
    if binding.action not in ("submit", "cursor_up", "cursor_down", "cursor_page_up", "cursor_page_down")
    for key in binding.key.split(",")
)
"""Keys that only edit a text or move in it."""


class InputQueue:
    """Delivers a person's input one event after the other.

    Letters for the input that has the focus already don't wait for the effects of the letters before, which can be
    a search over thousands of people.

    A screen can defer events to the screen after it, with a method ``was_pressed_before(event)`` that returns True
    for them: the progress dialog does so with keys pressed before it was visible.
    """

    def __init__(self, app: App[Any], hand_on: Callable[[events.Event], Awaitable[None]]) -> None:
        """Create an empty queue.

        Args:
            hand_on: Handles an event as the toolkit does; called from the app's own message loop.
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
        """Whether an event waits, or the last one may still take effect."""
        return self._task is not None and not self._task.done()

    def put(self, event: events.Event) -> None:
        """Append an event."""
        if self._is_closed:
            return
        is_move = isinstance(event, events.MouseMove)
        if is_move and self._waiting and isinstance(self._waiting[-1], events.MouseMove):
            self._waiting.pop()  # Only the last of several mouse positions counts.
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
                await self._await_deferring_screen()
            if not self._waiting:
                break
            await self._deliver(self._waiting.popleft())

    async def _deliver(self, event: events.Event) -> None:
        """Have the app handle an event, and wait until its handler has returned."""
        if isinstance(event, events.MouseMove):
            self._app.call_later(self._hand_on, event)
            return
        is_text = self._is_text(event)
        self._is_settled = False
        # The widget that handles a click is the one under the mouse, which needn't have the focus.
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
        """Whether it is another letter for the input that the last one went to."""
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
        """Wait until the last event has taken effect, and the screen that is on top then is ready for input."""
        if self._is_settled:
            return
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_SECONDS):
                before: object = None
                while not self._is_closed and before != (before := (self._screen(), self._focused())):
                    await self._await_handlers()
        self._typing_in, self._clicked = None, None
        self._is_settled = True

    async def _await_handlers(self) -> None:
        """Wait until all widgets that the last event may have reached, from the inside out, have processed it."""
        for node in self._bubble_path(self._clicked):
            await await_pending_input(node)
        for node in self._bubble_path(self._focused() or self._screen()):
            await await_pending_input(node)
        screen = self._screen()
        if screen is not None and screen not in self._seen:
            drawn = asyncio.Event()
            if screen.call_after_refresh(drawn.set):
                await _within(drawn.wait(), _FRAME_SECONDS)
            self._seen.add(screen)

    def _bubble_path(self, widget: Widget | None) -> Iterator[DOMNode]:
        """A widget and its ancestors up to the app: the path along which an event bubbles."""
        if widget is not None and widget.is_attached:
            yield from widget.ancestors_with_self
        else:
            yield self._app

    async def _await_deferring_screen(self) -> None:
        """Wait while the top screen defers the waiting events to the screen after it."""
        while self._waiting and not self._is_closed:
            belongs_later = getattr(self._screen(), "was_pressed_before", None)
            if belongs_later is None:
                return
            here = next((place for place, each in enumerate(self._waiting) if not belongs_later(each)), None)
            if here is not None:
                # This event was pressed with the screen visible, so it is for it; Escape drops the deferred ones.
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
