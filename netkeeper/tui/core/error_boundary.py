"""Shows errors of netkeeper in a toast instead of ending the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netkeeper.domain.errors import NetkeeperError
from netkeeper.override import override
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.toast import toast

if TYPE_CHECKING:
    from textual.message import Message
    from textual.message_pump import MessagePump
else:
    MessagePump = object


class ErrorBoundary(MessagePump):
    """Mixin for a screen or widget: a :class:`NetkeeperError` in one of its handlers is shown in a toast.

    The toolkit ends the app with any exception of a handler, be it for a key, a timer or a message. Half-typed
    input can be invalid in ways that no handler foresees.
    """

    @override
    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except NetkeeperError as error:
            toast(self.app, trouble_text(error), trouble=True)
