"""Binds the moved keys of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from netkeeper.config.settings import key_path, setting_location
from netkeeper.domain.errors import InvalidValueError

if TYPE_CHECKING:
    from textual.app import App

    from netkeeper.tui.core.session import Session


class Keyboard:
    """Binds keys as the settings say.

    Attributes:
        problems: Problems with the settings' keys, a sentence each.
    """

    def __init__(self, app: App[None], session: Session) -> None:
        """Prepare for an app; its session gets the keymap."""
        self.problems: list[str] = []
        self._app = app
        self._session = session

    def begin(self, moved: Mapping[str, str]) -> None:
        """Bind keys before the first paint, unchecked, since a check loads every screen's code."""
        if not moved:
            return
        from netkeeper.tui.keys.names import read_keys

        keymap = {}
        for binding_id, text in moved.items():
            try:
                keymap[binding_id] = ",".join(read_keys(text))
            except InvalidValueError:
                continue  # Reported by the check after the first paint.
        self._bind(keymap)

    def bind(self, moved: Mapping[str, str]) -> None:
        """Check and bind keys; :attr:`problems` names those that can't be bound.

        Args:
            moved: Keys as a person wrote them, by binding id.
        """
        self.problems = []
        if not moved:
            self._bind({})
            return
        from netkeeper.tui.keys.conflicts import usable_keys

        keymap, problems = usable_keys(moved, type(self._app))
        self.problems = [
            f"{setting_location(self._session.config_folder, key_path(each.binding_id))}: {each.says} Until then it is as it comes."
            for each in problems
        ]
        self._bind(keymap)

    def _bind(self, keymap: Mapping[str, str]) -> None:
        if keymap != self._session.keymap:
            self._session.keymap = keymap
            self._app.set_keymap(dict(keymap))
