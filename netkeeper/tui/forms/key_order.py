"""Keys in the order in which they were pressed, however fast they come.

The toolkit hands each key at once to whatever has the focus, and a key that moves the focus takes its
effect only after it has passed through that. Over a slow line keys come many at a time: what is typed
after Tab would go into the field before it.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

_PATIENCE_SECONDS = 5.0
"""How long a field may take; after that the keys go on, in whatever order."""


async def await_pending_input(widget: MessagePump | None) -> None:
    """Wait until a widget has taken in all keys that were pressed for it; the next ones wait too.

    Args:
        widget: What has the focus; None for nothing to wait for.
    """
    if widget is None:
        return
    here = asyncio.Event()
    if not widget.call_later(here.set):
        return  # It is being taken away.
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(here.wait(), _PATIENCE_SECONDS)
