"""The page of the settings about the calendar file and notifications, which belong to this machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantBlur
from textual.widgets import Input

from netkeeper.config.program_name import program_name
from netkeeper.config.settings import (
    CALENDAR_AS,
    CALENDAR_FILE,
    COUNTS,
    EVENTS,
    NAMES,
    REMIND_SAYS,
    TODOS,
    Settings,
    calendar_file_problem,
)
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.paths import shortened
from netkeeper.tui.files.saving import suggest_folders, typed_path
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.completing_input import CompletingInput
from netkeeper.tui.forms.form_line import FormLine

_ABOUT: list[Line] = [
    [
        (
            "For when netkeeper is closed. The calendar file holds your promises with alarms, and birthdays; it is ",
            "quiet",
        )
    ],
    [("written anew after every change. ", "quiet")],
]


def _about() -> Line:
    """The text about the page, with commands as they are typed on this machine."""
    name = plain(program_name(anywhere=True))
    shell = f"In a shell, {name} remind --install sets up a daily notification; the line for the shell's start is "
    return [*(part for line in _ABOUT for part in line), (shell, "quiet"), (f"{name} due --brief", "accent")]


_FILE, _AS, _SAYS = "calendar-file", "calendar-as", "remind-says"
_AS_OPTIONS = (Option(TODOS, "to-dos"), Option(EVENTS, "events"))
_SAYS_OPTIONS = (Option(COUNTS, "how many"), Option(NAMES, "who, too"))

LINES = frozenset({_FILE, _AS, _SAYS})
"""The names of the lines."""


class ReminderLines(VerticalScroll, can_focus=False):
    """The lines, and the changes typed in them."""

    def __init__(self, settings: Settings, *, id: str, classes: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id, classes=classes)
        self._settings = settings
        self._home = os.path.expanduser("~")
        complete = partial(suggest_folders, folder=self._home)
        file = shortened(settings.calendar_path)
        self._file = CompletingInput(file, "none · ~/netkeeper.ics", complete=complete, id=_FILE)
        self._as = Choice(_AS_OPTIONS, settings.calendar_as, id=_AS)
        self._says = Choice(_SAYS_OPTIONS, settings.remind_says, id=_SAYS)
        self._file_line = FormLine(_FILE, "Calendar file", self._file)

    @override
    def compose(self) -> ComposeResult:
        """What it is about, and the lines."""
        yield Page([_about()], classes="about")
        yield self._file_line
        yield FormLine(_AS, "Promises are", self._as)
        yield FormLine(_SAYS, "Notification", self._says)

    def on_mount(self) -> None:
        """Show hints beside the choices."""
        hints = {
            _AS: "events for the calendars that pass over to-dos, as Google's and Outlook's",
            _SAYS: "a locked screen may show it to anybody",
        }
        for line in self.query(FormLine):
            line.say("", hints.get(line.about, ""))

    @property
    def path(self) -> str:
        """The absolute path of the calendar file; empty for none."""
        return typed_path(self._file.value, self._home) if self._file.value.strip() else ""

    @property
    def changes(self) -> Mapping[tuple[str, str], str | None]:
        """The settings that were changed; None for a default."""
        settings = self._settings
        wanted = {
            CALENDAR_FILE: (settings.calendar_path, self.path, ""),
            CALENDAR_AS: (settings.calendar_as, self._as.values[0], TODOS),
            REMIND_SAYS: (settings.remind_says, self._says.values[0], COUNTS),
        }
        return {
            path: None if now == usual else shortened(now) if path == CALENDAR_FILE else now
            for path, (before, now, usual) in wanted.items()
            if before != now
        }

    def problem(self) -> str:
        """The error of the file's path; empty where there is none or it wasn't changed."""
        path = self.path
        if CALENDAR_FILE not in self.changes or not path:
            return ""
        folder = os.path.dirname(path)
        problem = calendar_file_problem(path)
        if not problem and not os.path.isdir(folder):
            problem = f"there is no folder {shortened(folder)}; name one that is there."
        return problem[:1].upper() + problem[1:]

    def show_problem(self) -> None:
        """Show the error beside the line, and focus it."""
        self._file_line.is_judged = True
        self._file_line.say(self.problem())
        self._file.focus()

    @on(Input.Changed)
    def _written(self) -> None:
        self._file_line.say(self.problem())

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Once the path loses focus, its errors are shown."""
        if event.widget is self._file:
            self._file_line.is_judged = True
            self._file_line.say(self.problem())
