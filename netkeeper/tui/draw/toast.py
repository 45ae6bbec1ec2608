"""Toasts: a line in the corner that says what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netkeeper.domain.text.display import fit, plain

if TYPE_CHECKING:
    from textual.app import App

_MOST_COLUMNS = 400
"""A toast is no page; only a name or promise of unheard-of length makes one longer."""

_SECONDS = 6
_TROUBLE_SECONDS = 20


FROM_ELSEWHERE = "From elsewhere: "
"""How a toast begins that tells what another process did."""


def clear_own_toasts(app: App[None]) -> None:
    """Take the toasts away that were about what was done here: there is a newer one. Those of others stay."""
    for told in list(app._notifications):
        if not told.message.startswith(FROM_ELSEWHERE):
            app._unnotify(told, refresh=False)
    app._refresh_notifications()


def shows_elsewhere_toast(app: App[None]) -> bool:
    """Whether a toast is up that tells what another process did."""
    return any(told.message.startswith(FROM_ELSEWHERE) for told in app._notifications)


def toast_from_elsewhere(app: App[None], text: str) -> None:
    """Say what another process did, in place of what was said of that before: many toasts would cover the list."""
    for told in list(app._notifications):
        if told.message.startswith(FROM_ELSEWHERE):
            app._unnotify(told, refresh=False)
    app._refresh_notifications()
    toast(app, text)


def toast(app: App[None], text: str, *, trouble: bool = False) -> None:
    """Say something for a moment.

    Args:
        app: Where.
        text: What; made safe here, and never markup.
        trouble: Whether something is wrong or could not be done.
    """
    app.notify(
        fit(plain(text), _MOST_COLUMNS),
        severity="warning" if trouble else "information",
        timeout=_TROUBLE_SECONDS if trouble else _SECONDS,
        markup=False,
    )
