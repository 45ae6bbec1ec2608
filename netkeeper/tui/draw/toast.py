"""Toasts: short messages in the corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netkeeper.domain.text.display import fit, plain

if TYPE_CHECKING:
    from textual.app import App

_MOST_COLUMNS = 400
"""The longest text of a toast; only an extremely long name or promise makes a longer one."""

_SECONDS = 6
_TROUBLE_SECONDS = 20


FROM_ELSEWHERE = "From elsewhere: "
"""The beginning of a toast about another process."""


def clear_own_toasts(app: App[None]) -> None:
    """Remove the toasts about changes in this app, before a newer one; those about other processes stay."""
    for told in list(app._notifications):
        if not told.message.startswith(FROM_ELSEWHERE):
            app._unnotify(told, refresh=False)
    app._refresh_notifications()


def shows_elsewhere_toast(app: App[None]) -> bool:
    """Whether a toast about another process is shown."""
    return any(told.message.startswith(FROM_ELSEWHERE) for told in app._notifications)


def toast_from_elsewhere(app: App[None], text: str) -> None:
    """Show a toast about another process instead of earlier ones about any: many would cover the list."""
    for told in list(app._notifications):
        if told.message.startswith(FROM_ELSEWHERE):
            app._unnotify(told, refresh=False)
    app._refresh_notifications()
    toast(app, text)


def toast(app: App[None], text: str, *, trouble: bool = False) -> None:
    """Show a toast.

    Args:
        text: Plain text without markup; sanitized here.
        trouble: Whether it is a problem, which is shown longer.
    """
    app.notify(
        fit(plain(text), _MOST_COLUMNS),
        severity="warning" if trouble else "information",
        timeout=_TROUBLE_SECONDS if trouble else _SECONDS,
        markup=False,
    )
