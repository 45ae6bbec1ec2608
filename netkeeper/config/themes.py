"""Theme files: netkeeper's own, and those in ``themes/`` of the config folder.

A theme is one TOML file; the file's name is the theme's name::

    title = "Järvi"
    about = "A lake at dusk"
    dark = true

    background = "#0e171e"
    foreground = "#dbe7ec"
    ...

This module finds, parses and validates them; errors name the line. It imports nothing of the app, which
turns the colours into a theme.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.config.files import line_of, location, parse_toml, read_text
from netkeeper.domain.errors import ConfigError

if TYPE_CHECKING:
    from netkeeper.config.toml_lines import KeyPath

THEMES_NAME = "themes"
"""Name of the themes folder, in the config folder and in the package."""

NEEDED = ("background", "foreground", "primary")
"""The required colours."""

COLOURS = (
    *NEEDED,
    "surface",
    "panel",
    "muted",
    "secondary",
    "accent",
    "success",
    "warning",
    "error",
    "border",
    "cursor",
    "cursor-text",
    "cursor-blurred",
)
"""All colours that a theme may set."""

_SUFFIX = ".toml"
_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
_MOST_BYTES = 64 * 1024
_TEXTS = ("title", "about")
_SWITCHES = ("dark", "ansi")
_VARIABLES = "variables"


class ThemePlace(NamedTuple):
    """A theme file, not parsed yet.

    Attributes:
        name: The theme's name in ``config.toml``: the file name without its ending.
        path: The file.
        stamp: Modification time in nanoseconds and size in bytes, to detect changes.
    """

    name: str
    path: str
    stamp: tuple[int, int]


class ThemeFile(NamedTuple):
    """A parsed theme file.

    Attributes:
        name: The theme's name in ``config.toml``.
        path: The file.
        text: Its whole text, to find line numbers for messages.
        title: The name shown in the app.
        about: A description of one line.
        dark: Whether text is lighter than the background.
        ansi: Whether it uses only the sixteen named terminal colours.
        colours: Colour values by name, unparsed.
        variables: Values of Textual's CSS variables by name, unparsed.
    """

    name: str
    path: str
    text: str
    title: str
    about: str
    dark: bool
    ansi: bool
    colours: Mapping[str, str]
    variables: Mapping[str, str]

    def wrong(self, path: KeyPath, problem: str) -> ConfigError:
        """An error about a value, naming file and line."""
        return ConfigError(f"{location(self.path, line_of(self.text, path))}: {problem}")


def own_themes_folder() -> str:
    """The folder of netkeeper's own themes: in the installed package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, THEMES_NAME)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), THEMES_NAME)


def themes_in(folder: str) -> list[ThemePlace]:
    """The theme files of a folder, sorted by name; empty if the folder is missing or can't be read."""
    try:
        with os.scandir(folder) as entries:
            return sorted(_places(entries))
    except OSError:
        return []


def _places(entries: Iterator[os.DirEntry[str]]) -> Iterator[ThemePlace]:
    for entry in entries:
        name, suffix = os.path.splitext(entry.name)
        # Names with a leading dot are editors' lock and temporary files.
        # Reading something other than a regular file, such as a pipe, could block.
        if suffix == _SUFFIX and not name.startswith(".") and entry.is_file():
            status = entry.stat()
            yield ThemePlace(name, entry.path, (status.st_mtime_ns, status.st_size))


def read_theme(path: str) -> ThemeFile:
    """Read a theme file.

    Raises:
        ConfigError: It can't be read or is invalid; the message names the line.
    """
    name = os.path.splitext(os.path.basename(path))[0]
    if not _NAME.match(name):
        raise ConfigError(
            f"{location(path)}: the file's name is the theme's; use small letters a-z, digits and dashes."
        )
    text = read_text(path, _MOST_BYTES)
    if text is None:
        raise ConfigError(f"{location(path)} isn't there.")
    values = parse_toml(text, path)
    for key, problem in _problems(values):
        raise ConfigError(f"{location(path, line_of(text, key))}: {problem}")
    return ThemeFile(
        name=name,
        path=path,
        text=text,
        title=values.get("title") or name,
        about=values.get("about", ""),
        dark=values.get("dark", True),
        ansi=values.get("ansi", False),
        colours={key: values[key] for key in COLOURS if key in values},
        variables=values.get(_VARIABLES, {}),
    )


def _problems(values: Mapping[str, object]) -> Iterator[tuple[KeyPath, str]]:
    """Key paths and messages of invalid values in file order, then of missing colours."""
    for key, value in values.items():
        if key == _VARIABLES and isinstance(value, dict):
            texts: dict[KeyPath, object] = {(_VARIABLES, str(name)): each for name, each in value.items()}
        elif key == _VARIABLES:
            yield (key,), "variables are a table: a line [variables], then one to a line."
            continue
        elif key in _SWITCHES:
            if not isinstance(value, bool):
                yield (key,), f"{key} is true or false, without quotation marks."
            continue
        elif key in _TEXTS or key in COLOURS:
            texts = {(key,): value}
        else:
            yield (key,), f"no theme has {key!r}; there are {', '.join((*_TEXTS, *_SWITCHES, *COLOURS))}."
            continue
        for path, each in texts.items():
            if not isinstance(each, str):
                yield path, f"{path[-1]} takes a text in quotation marks."
    for key in NEEDED:
        if key not in values:
            yield (), f'there is no {key}; give one, like {key} = "#dbe7ec".'
