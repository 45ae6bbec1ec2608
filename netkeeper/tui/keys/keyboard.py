"""The keys of the app, as they are bound now."""

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
        problems: What is wrong with what they say, a sentence for each thing.
    """

    def __init__(self, app: App[None], session: Session) -> None:
        """Bind the keys of an app.

        Args:
            app: The app.
            session: What its screens share; it tells them which keys are moved.
        """
        self.problems: list[str] = []
        self._app = app
        self._session = session

    def begin(self, moved: Mapping[str, str]) -> None:
        """Bind keys before anything is drawn: as they are written, since to check them takes every screen's code."""
        if not moved:
            return
        from netkeeper.tui.keys.names import read_keys

        keymap = {}
        for binding_id, text in moved.items():
            try:
                keymap[binding_id] = ",".join(read_keys(text))
            except InvalidValueError:
                continue  # Said with the check, which comes after the first paint.
        self._bind(keymap)

    def bind(self, moved: Mapping[str, str]) -> None:
        """Bind keys, as far as they can hold; :attr:`problems` say what can't.

        Args:
            moved: Keys as a person wrote them, by the ids of bindings.
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
