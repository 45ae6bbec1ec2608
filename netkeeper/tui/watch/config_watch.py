"""Keeping up with the config folder while the app is open: a hand may change it, and sees at once what it did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from threading import Thread
from typing import TYPE_CHECKING

from netkeeper.config.settings import settings_stamp

if TYPE_CHECKING:
    from netkeeper.tui.core.session import Session
    from netkeeper.tui.keys.keyboard import Keyboard
    from netkeeper.tui.theme.theme import ThemeApplier

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and how long it is."""


class ConfigWatch:
    """Looks for changes of ``config.toml`` and the themes, has them hold, and says what is wrong once."""

    def __init__(
        self, session: Session, looks: ThemeApplier, keyboard: Keyboard, complain: Callable[[str], None]
    ) -> None:
        """Look on behalf of somebody.

        Args:
            session: Whose settings they are.
            looks: Puts the app into its theme.
            keyboard: Binds its keys.
            complain: Tells what is wrong.
        """
        self._session = session
        self._looks = looks
        self._keyboard = keyboard
        self._keys_are_checked = not session.settings.keys
        self._getting_ready: Thread | None = None
        self._complain = complain
        self._themes_stamps: Mapping[str, Stamp] = {}
        self._themes_problems: list[str] = []
        self._told: list[str] = []

    def look(self) -> None:
        """Take in what is new, and say what is wrong with it."""
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
            if problem not in self._told:
                self._complain(problem)
        self._told = problems

    def _check_keys(self) -> None:
        """Check the keys that were bound at the start as they stand, once every screen's code is there."""
        if self._getting_ready is None:
            from netkeeper.tui.keys.registry import all_screens

            # Meanwhile keys are answered: it takes longer than anybody likes to wait for one.
            self._getting_ready = Thread(target=all_screens, daemon=True)
            self._getting_ready.start()
        elif not self._getting_ready.is_alive():
            self._keys_are_checked = True
            self._keyboard.bind(self._session.settings.keys)

    def _problems(self) -> Iterator[str]:
        """All that is wrong now."""
        yield from self._session.settings_problems
        yield from self._looks.problems
        yield from self._keyboard.problems
        yield from (each for each in self._themes_problems if each not in self._looks.problems)
