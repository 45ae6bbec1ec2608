"""Settings of this machine, not of the network, in ``config.toml``: theme, keys, calendar file.

The file may be edited by hand. Errors in it become messages and never prevent the start; comments and
order are preserved when the app changes a value::

    theme = "kaamos"

    [keys]
    person.done = "x"
    "list.down" = "n, down"

    [calendar]
    file = "~/Sync/netkeeper.ics"

Reading uses tomllib, imported only if the file exists; writing uses tomlkit, imported at the first change.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from netkeeper.config.files import line_of, location, parse_toml, read_text
from netkeeper.config.places import CONFIG_NAME
from netkeeper.config.toml_edits import edit_text, flattened, leaves, with_setting
from netkeeper.domain.errors import ConfigError, NetkeeperError, in_app

THEME = ("theme",)
"""Key path of the theme's name."""

CALENDAR_FILE = ("calendar", "file")
"""Key path of the calendar file's path."""

CALENDAR_AS = ("calendar", "as")
"""Key path of the calendar component for follow-ups."""

REMIND_SAYS = ("remind", "says")
"""Key path of the level of detail in desktop notifications."""

TODOS, EVENTS = "todos", "events"
COUNTS, NAMES = "counts", "names"

CALENDAR_ENDING = ".ics"

_MOST_BYTES = 256 * 1024
_SETTINGS = ("theme", "keys", "calendar", "remind")


class Settings(NamedTuple):
    """The values of ``config.toml``.

    Attributes:
        theme: Theme name; empty if none is set.
        keys: Keys of rebound bindings by binding id, unparsed.
        calendar_file: Path of the calendar file kept up to date, ``~`` not expanded; empty for none.
        calendar_as: Calendar component for follow-ups: ``todos`` or ``events``.
        remind_says: Content of a desktop notification: ``counts`` only, or ``names`` too.
    """

    theme: str = ""
    keys: Mapping[str, str] = MappingProxyType({})
    calendar_file: str = ""
    calendar_as: str = TODOS
    remind_says: str = COUNTS

    @property
    def calendar_path(self) -> str:
        """The calendar file's path with ``~`` expanded; empty for none."""
        return os.path.expanduser(self.calendar_file)


def calendar_file_problem(file: str) -> str:
    """Why a path is refused as calendar file; empty if it is valid or empty.

    Args:
        file: The path; may begin with ``~``.
    """
    if not file:
        return ""
    if not os.path.isabs(os.path.expanduser(file)):
        return f"the calendar file needs its whole path, like ~/netkeeper{CALENDAR_ENDING}."
    if not file.lower().endswith(CALENDAR_ENDING):
        return f"the calendar file's name ends in {CALENDAR_ENDING}, so that no other file is ever replaced."
    return ""


def key_path(binding_id: str) -> tuple[str, str]:
    """Key path of a binding's keys."""
    return "keys", binding_id


def config_path(folder: str) -> str:
    """Path of the config file in a folder, which need not exist."""
    return os.path.join(folder, CONFIG_NAME)


def load_settings(folder: str) -> tuple[Settings, list[str]]:
    """Read the settings and the problems in the file.

    Args:
        folder: The config folder; it and the file need not exist.

    Returns:
        The valid values, with defaults for the rest; and one message per invalid value, naming file and line.
    """
    path = config_path(folder)
    try:
        text = read_text(path, _MOST_BYTES)
        if text is None:
            return Settings(), []
        values = parse_toml(text, path)
    except ConfigError as error:
        return Settings(), [f"{error} Until then everything is as it comes."]
    return _SettingsReader(path, text, values).settings()


def settings_stamp(folder: str) -> tuple[int, int] | None:
    """Modification time in nanoseconds and size in bytes, to detect changes of the file; None if it does not exist."""
    try:
        status = os.stat(config_path(folder))
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def setting_location(folder: str, path: tuple[str, ...]) -> str:
    """File and line of a setting for a message: ``~/.config/netkeeper/config.toml, line 3``."""
    file = config_path(folder)
    try:
        text = read_text(file, _MOST_BYTES) or ""
        parse_toml(text, file)
    except ConfigError:
        return location(file)
    return location(file, line_of(text, path))


def save_setting(folder: str, path: tuple[str, ...], value: str | None) -> None:
    """Change one setting in the file and nothing else.

    Args:
        folder: The config folder, created if missing.
        path: ``("theme",)`` or ``("keys", "person.done")``.
        value: The new value; None removes the setting.

    Raises:
        ConfigError: The file can't be parsed, edited or written; it is unchanged.
    """
    from netkeeper.system.files import make_folder, replace_file

    file = config_path(folder)
    before = read_text(file, _MOST_BYTES) or ""
    wanted = with_setting(parse_toml(before, file), path, value)
    after = edit_text(before, path, value, file)
    # Parse the result before it is written: the editor must not have changed any other value.
    if flattened(parse_toml(after, file)) != wanted:
        raise ConfigError(f"{location(file)} is written in a way that netkeeper can't change; change it by hand.")
    if after == before:
        return
    try:
        make_folder(folder)
        replace_file(file, after.encode())
    except NetkeeperError as error:
        raise ConfigError(str(error), brief=in_app(error)) from error


class _SettingsReader:
    """Validates the values of a parsed file and collects messages about invalid ones."""

    def __init__(self, path: str, text: str, values: Mapping[str, object]) -> None:
        self._path = path
        self._text = text
        self._values = values
        self._problems: list[str] = []

    def settings(self) -> tuple[Settings, list[str]]:
        for name in self._values:
            if name not in _SETTINGS:
                self._problem(
                    (name,), f"there is no setting {name!r}; there are {', '.join(_SETTINGS[:-1])} and {_SETTINGS[-1]}."
                )
        calendar, remind = self._table("calendar", "file", "as"), self._table("remind", "says")
        return (
            Settings(
                self._theme(),
                self._keys(),
                self._calendar_file(calendar),
                self._one_of(calendar, CALENDAR_AS, TODOS, EVENTS),
                self._one_of(remind, REMIND_SAYS, COUNTS, NAMES),
            ),
            self._problems,
        )

    def _theme(self) -> str:
        theme = self._values.get("theme", "")
        if isinstance(theme, str):
            return theme
        self._problem(THEME, 'theme takes a name in quotation marks: theme = "kaamos".')
        return ""

    def _keys(self) -> dict[str, str]:
        table = self._values.get("keys", {})
        if not isinstance(table, dict):
            self._problem(("keys",), 'keys are a table: a line [keys], then lines like person.done = "x".')
            return {}
        keys: dict[str, str] = {}
        for inner, value in leaves(table):
            binding_id, path = ".".join(inner), ("keys", *inner)
            if not isinstance(value, str):
                self._problem(path, f'{binding_id} takes keys in quotation marks: {binding_id} = "x".')
            elif binding_id in keys:
                self._problem(path, f"{binding_id} has keys already; leave one of the two lines.")
            else:
                keys[binding_id] = value
        return keys

    def _table(self, name: str, *known: str) -> Mapping[str, object]:
        """A table of the file; unknown keys in it are reported."""
        table = self._values.get(name, {})
        if not isinstance(table, dict):
            self._problem((name,), f"{name} is a table: a line [{name}], then lines like {known[0]} = …")
            return {}
        for each in table:
            if each not in known:
                self._problem((name, each), f"there is no setting {name}.{each}; there is {' and '.join(known)}.")
        return table

    def _calendar_file(self, table: Mapping[str, object]) -> str:
        file = table.get("file", "")
        if not isinstance(file, str):
            self._problem(
                CALENDAR_FILE, f'file takes a path in quotation marks: file = "~/netkeeper{CALENDAR_ENDING}".'
            )
            return ""
        if problem := calendar_file_problem(file):
            self._problem(CALENDAR_FILE, problem)
            return ""
        return file

    def _one_of(self, table: Mapping[str, object], path: tuple[str, ...], usual: str, other: str) -> str:
        value = table.get(path[-1], usual)
        if value in (usual, other):
            return str(value)
        self._problem(path, f'{path[-1]} is "{usual}" or "{other}".')
        return usual

    def _problem(self, path: tuple[str, ...], problem: str) -> None:
        self._problems.append(f"{location(self._path, line_of(self._text, path))}: {problem}")
