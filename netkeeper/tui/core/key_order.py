"""Keeps fast keys in order.

The toolkit delivers each key at once to the focused widget, and a key that moves the focus takes effect only after it
has passed through that widget's queue. Over a slow line keys come in bursts: text typed after Tab would go into the
field before it.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

_PATIENCE_SECONDS = 5.0
"""The timeout; after it the keys are delivered in any order."""


async def await_pending_input(widget: MessagePump | None) -> None:
    """Wait until a widget has processed its queue; None returns at once."""
    if widget is None:
        return
    here = asyncio.Event()
    if not widget.call_later(here.set):
        return  # It is being removed.
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(here.wait(), _PATIENCE_SECONDS)
