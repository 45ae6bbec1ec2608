"""Toasts: short messages in the corner."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.notifications import Notification, Notify, SeverityLevel

from netkeeper.domain.text.display import fit, plain

if TYPE_CHECKING:
    from textual.app import App

_MOST_COLUMNS = 400
"""The longest text of a toast; only an extremely long name or promise makes a longer one."""

_SECONDS = 6
_TROUBLE_SECONDS = 20


class ElsewhereNotification(Notification):
    """A toast about a change by another process, whatever it says."""


def clear_own_toasts(app: App[None]) -> None:
    """Remove the toasts about changes in this app, before a newer one; those about other processes stay."""
    _remove(app, lambda shown: not isinstance(shown, ElsewhereNotification))


def shows_elsewhere_toast(app: App[None]) -> bool:
    """Whether a toast about another process is shown."""
    return any(isinstance(shown, ElsewhereNotification) for shown in app._notifications)


def toast_from_elsewhere(app: App[None], text: str) -> None:
    """Show a toast about another process instead of earlier ones about any: many would cover the list."""
    _remove(app, lambda shown: isinstance(shown, ElsewhereNotification))
    _show(app, ElsewhereNotification(_shown(text), timeout=_SECONDS))


def toast(app: App[None], text: str, *, trouble: bool = False) -> None:
    """Show a toast.

    Args:
        text: Plain text without markup; sanitized here.
        trouble: Whether it is a problem, which is shown longer.
    """
    severity: SeverityLevel = "warning" if trouble else "information"
    _show(app, Notification(_shown(text), severity=severity, timeout=_TROUBLE_SECONDS if trouble else _SECONDS))


def _shown(text: str) -> str:
    return fit(plain(text), _MOST_COLUMNS)


def _show(app: App[None], notification: Notification) -> None:
    # The toolkit's own ``notify`` takes no notification of another class. Without markup is the default here.
    app.post_message(Notify(notification))


def _remove(app: App[None], is_meant: Callable[[Notification], bool]) -> None:
    for shown in list(app._notifications):
        if is_meant(shown):
            app._unnotify(shown, refresh=False)
    app._refresh_notifications()
