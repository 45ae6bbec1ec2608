"""Follows the config folder while the app is open: an edit of ``config.toml`` or a theme applies at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from netkeeper.config.settings import settings_stamp
from netkeeper.tui.watch.background import Background

if TYPE_CHECKING:
    from netkeeper.tui.core.session import Session
    from netkeeper.tui.keys.keyboard import Keyboard
    from netkeeper.tui.theme.theme import ThemeApplier

Stamp = tuple[int, int]
"""A file's modification time in nanoseconds, and its size in bytes."""


class ConfigWatch:
    """Loads changed settings and themes, and reports each problem with them once."""

    def __init__(
        self, session: Session, theme_applier: ThemeApplier, keyboard: Keyboard, complain: Callable[[str], None]
    ) -> None:
        self._session = session
        self._theme_applier = theme_applier
        self._keyboard = keyboard
        self._keys_are_checked = not session.settings.keys
        self._loading: Background[object] = Background()
        self._complain = complain
        self._themes_stamps: Mapping[str, Stamp] = {}
        self._themes_problems: list[str] = []
        self._reported: list[str] = []

    def look(self) -> None:
        """Load what has changed, and report new problems."""
        themes = self._session.themes.stamps()
        is_new = settings_stamp(self._session.config_folder) != self._session.settings_stamp
        if themes != self._themes_stamps:
            self._themes_problems = self._session.themes.names()[1]
            is_new = True
        self._themes_stamps = themes
        if is_new:
            self._session.load_settings()
            self._keys_are_checked = True
        elif not self._keys_are_checked:
            self._check_keys()
        problems = list(dict.fromkeys(self._problems()))
        for problem in problems:
            if problem not in self._reported:
                self._complain(problem)
        self._reported = problems

    def _check_keys(self) -> None:
        """Check the keys that were bound unchecked at the start; that needs every screen's code loaded first."""
        if self._loading.take() is not None:
            self._keys_are_checked = True
            self._keyboard.bind(self._session.settings.keys)
        elif not self._loading.is_running:
            from netkeeper.tui.keys.registry import all_screens

            # In the background: it takes long enough for a key to feel stuck.
            self._loading.start(all_screens)

    def _problems(self) -> Iterator[str]:
        yield from self._session.settings_problems
        yield from self._theme_applier.problems
        yield from self._keyboard.problems
        yield from (each for each in self._themes_problems if each not in self._theme_applier.problems)
