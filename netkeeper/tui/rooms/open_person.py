"""Going to somebody in People, from wherever one is."""

from __future__ import annotations

from textual.app import App

from netkeeper.tui.core.room_list import PEOPLE, ShowsPeople


def open_in_people(app: App[object], contact_id: str) -> None:
    """Go to somebody, from wherever one is.

    Args:
        app: The app.
        contact_id: Whom to go to.
    """
    app.switch_mode(PEOPLE)
    for screen in app.screen_stack:
        if isinstance(screen, ShowsPeople):
            screen.open_person(contact_id)
