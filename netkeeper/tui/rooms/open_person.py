"""Opening a contact in People from any room."""

from __future__ import annotations

from textual.app import App

from netkeeper.tui.core.room_list import PEOPLE, ShowsPeople


def open_in_people(app: App[object], contact_id: str) -> None:
    """Switch to People with the cursor on a contact."""
    app.switch_mode(PEOPLE)
    for screen in app.screen_stack:
        if isinstance(screen, ShowsPeople):
            screen.open_person(contact_id)
