"""What belongs to the machine and not to the network: the theme and the keys, in ``config.toml``.

A hand may have written the file, so a slip in it costs a sentence and never the start, and its
comments and order stay as they are when the app changes a value::

    theme = "kaamos"

    [keys]
    person.done = "x"
    "list.down" = "n, down"

Reading takes Python's own reader, and only where there is a file. Writing takes tomlkit, which is
loaded with the first change.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from netkeeper.config.files import BYTE_ORDER_MARK, at, line_of, parsed, text_of
from netkeeper.domain.errors import ConfigError, NetkeeperError

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

CONFIG_NAME = "config.toml"

THEME = ("theme",)
"""The path of the theme's name."""

_MOST_BYTES = 256 * 1024
_SETTINGS = ("theme", "keys")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a machine's ``config.toml`` says.

    Attributes:
        theme: The name of the theme; empty where none was chosen.
        keys: The keys of bindings that were moved, by the binding's id, as they were written.
    """

    theme: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)


def key_path(binding_id: str) -> tuple[str, str]:
    """The path of a binding's keys in the file."""
    return "keys", binding_id


def config_path(folder: str) -> str:
    """Where the config file of a folder is, whether it is there or not."""
    return os.path.join(folder, CONFIG_NAME)


def load_settings(folder: str) -> tuple[Settings, list[str]]:
    """The settings, and what is wrong with the file.

    Args:
        folder: The config folder; neither it nor a file in it need be there.

    Returns:
        What can be understood, and a sentence for each thing that can't, naming file and line.
    """
    path = config_path(folder)
    try:
        text = text_of(path, _MOST_BYTES)
        if text is None:
            return Settings(), []
        said = parsed(text, path)
    except ConfigError as error:
        return Settings(), [f"{error} Until then everything is as it comes."]
    return _Reading(path, text, said).settings()


def place(folder: str, path: tuple[str, ...]) -> str:
    """Where a setting stands, for saying so: ``~/.config/netkeeper/config.toml, line 3``."""
    file = config_path(folder)
    try:
        text = text_of(file, _MOST_BYTES) or ""
        parsed(text, file)
    except ConfigError:
        return at(file)
    return at(file, line_of(text, path))


def save_setting(folder: str, path: tuple[str, ...], value: str | None) -> None:
    """Change one setting in the file, and nothing else in it.

    Args:
        folder: The config folder, made where it isn't there.
        path: ``("theme",)`` or ``("keys", "person.done")``.
        value: What it is to be; None takes it out of the file.

    Raises:
        ConfigError: The file can't be read as it is, or can't be written; it is as it was.
    """
    from netkeeper.system.files import make_folder, replace_file

    file = config_path(folder)
    before = text_of(file, _MOST_BYTES) or ""
    wanted = _changed(parsed(before, file), path, value)
    after = _edited(before, path, value, file)
    # What is to be written is read once more, so that a slip of the writer's harms nobody.
    if _flat(parsed(after, file)) != wanted:
        raise ConfigError(f"{at(file)} is written in a way that netkeeper can't change; change it by hand.")
    if after == before:
        return
    try:
        make_folder(folder)
        replace_file(file, after.encode())
    except NetkeeperError as error:
        raise ConfigError(str(error)) from error


# Reading


class _Reading:
    """Takes the settings out of what a file says, and notes what is wrong."""

    def __init__(self, path: str, text: str, said: Mapping[str, object]) -> None:
        self._path = path
        self._text = text
        self._said = said
        self._problems: list[str] = []

    def settings(self) -> tuple[Settings, list[str]]:
        for name in self._said:
            if name not in _SETTINGS:
                self._problem((name,), f"there is no setting {name!r}; there are {' and '.join(_SETTINGS)}.")
        return Settings(self._theme(), self._keys()), self._problems

    def _theme(self) -> str:
        theme = self._said.get("theme", "")
        if isinstance(theme, str):
            return theme
        self._problem(THEME, 'theme takes a name in quotation marks: theme = "kaamos".')
        return ""

    def _keys(self) -> dict[str, str]:
        table = self._said.get("keys", {})
        if not isinstance(table, dict):
            self._problem(("keys",), 'keys are a table: a line [keys], then lines like person.done = "x".')
            return {}
        keys: dict[str, str] = {}
        for inner, value in _leaves(table):
            binding_id, path = ".".join(inner), ("keys", *inner)
            if not isinstance(value, str):
                self._problem(path, f'{binding_id} takes keys in quotation marks: {binding_id} = "x".')
            elif binding_id in keys:
                self._problem(path, f"{binding_id} has keys already; leave one of the two lines.")
            else:
                keys[binding_id] = value
        return keys

    def _problem(self, path: tuple[str, ...], problem: str) -> None:
        self._problems.append(f"{at(self._path, line_of(self._text, path))}: {problem}")


def _leaves(table: Mapping[str, object], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """What isn't a table, with the keys that lead there: ``a.b = 1`` and ``"a.b" = 1`` mean the same."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*above, key))
        else:
            yield (*above, key), value


# Writing


def _flat(said: Mapping[str, object]) -> dict[str, object]:
    return {".".join(path): value for path, value in _leaves(said)}


def _changed(said: Mapping[str, object], path: tuple[str, ...], value: str | None) -> dict[str, object]:
    """What the file is to say after a change."""
    wanted = _flat(said)
    wanted.pop(".".join(path), None)
    return wanted if value is None else {**wanted, ".".join(path): value}


def _edited(text: str, path: tuple[str, ...], value: str | None, file: str) -> str:
    """The text with one setting changed."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    try:
        document = tomlkit.parse(text.removeprefix(BYTE_ORDER_MARK))
        _put(document, path, value)
        return mark + tomlkit.dumps(document)
    except (TOMLKitError, TypeError, KeyError, AttributeError) as error:
        raise ConfigError(f"{at(file)} can't be changed by netkeeper ({error}); change it by hand.") from error


def _put(document: TOMLDocument, path: tuple[str, ...], value: str | None) -> None:
    """Change one setting where it stands, however its path is written there; else add it."""
    import tomlkit

    if (found := _find(document, path)) is not None:
        table, key = found
        if value is None:
            del table[key]
        else:
            table[key] = value
    elif value is not None:
        table = document
        for key in path[:-1]:
            if key not in table:
                table[key] = tomlkit.table()
            table = table[key]
        table[path[-1]] = value


def _find(table: Any, path: tuple[str, ...]) -> tuple[Any, str] | None:
    """The table and key that hold a setting; None where it isn't there."""
    written = ".".join(path)
    for key, value in table.items():
        if key == written:
            return table, key
        if isinstance(value, dict) and written.startswith(key + "."):
            rest = written[len(key) + 1 :]
            if (found := _find(value, tuple(rest.split(".")))) is not None:
                return found
    return None
