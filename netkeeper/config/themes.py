"""Theme files: netkeeper's own, and those in ``themes/`` of the config folder.

A theme is one TOML file, called by the file's name::

    title = "Järvi"
    about = "A lake at dusk"
    dark = true

    background = "#0e171e"
    foreground = "#dbe7ec"
    ...

This module finds and reads them, and says on which line something is wrong. What the colours
become is the app's affair: nothing of it is loaded here.
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
"""The folder of themes, in the config folder as in the package."""

NEEDED = ("background", "foreground", "primary")
"""The colours that every theme gives."""

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
"""Every colour that a theme can give."""

_SUFFIX = ".toml"
_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
_MOST_BYTES = 64 * 1024
_TEXTS = ("title", "about")
_SWITCHES = ("dark", "ansi")
_VARIABLES = "variables"


class ThemePlace(NamedTuple):
    """A theme file that was found, and not yet read.

    Attributes:
        name: What the theme is called in ``config.toml``: the file's name without its ending.
        path: The file.
        stamp: Changes when the file does.
    """

    name: str
    path: str
    stamp: tuple[int, int]


class ThemeFile(NamedTuple):
    """What a theme file says.

    Attributes:
        name: What it is called in ``config.toml``.
        path: Where it was read.
        text: The whole of it, for telling on which line something stands.
        title: What it is called on the screen.
        about: What it is like, in a line.
        dark: Whether its text is lighter than its background.
        ansi: Whether it keeps to the sixteen colours that a terminal has names for.
        colours: Its colours by name, as written.
        variables: What it says of the toolkit's own variables, as written.
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
        """The error that says what is wrong with a value, and on which line."""
        return ConfigError(f"{location(self.path, line_of(self.text, path))}: {problem}")


def own_themes_folder() -> str:
    """Where netkeeper's own themes are: in the package, or beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, THEMES_NAME)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), THEMES_NAME)


def themes_in(folder: str) -> list[ThemePlace]:
    """The theme files of a folder, by name; none where there is no such folder or it can't be looked into."""
    try:
        with os.scandir(folder) as entries:
            return sorted(_places(entries))
    except OSError:
        return []


def _places(entries: Iterator[os.DirEntry[str]]) -> Iterator[ThemePlace]:
    for entry in entries:
        name, suffix = os.path.splitext(entry.name)
        # What begins with a dot is an editor's: a lock, or a copy that is being written.
        # What is no file at all (a pipe, say) would keep its reader waiting.
        if suffix == _SUFFIX and not name.startswith(".") and entry.is_file():
            status = entry.stat()
            yield ThemePlace(name, entry.path, (status.st_mtime_ns, status.st_size))


def read_theme(path: str) -> ThemeFile:
    """Read a theme file.

    Raises:
        ConfigError: It can't be read, or says something that no theme can; the message names the line.
    """
    name = os.path.splitext(os.path.basename(path))[0]
    if not _NAME.match(name):
        raise ConfigError(
            f"{location(path)}: the file's name is the theme's; use small letters a-z, digits and dashes."
        )
    text = read_text(path, _MOST_BYTES)
    if text is None:
        raise ConfigError(f"{location(path)} isn't there.")
    said = parse_toml(text, path)
    for key, problem in _problems(said):
        raise ConfigError(f"{location(path, line_of(text, key))}: {problem}")
    return ThemeFile(
        name=name,
        path=path,
        text=text,
        title=said.get("title") or name,
        about=said.get("about", ""),
        dark=said.get("dark", True),
        ansi=said.get("ansi", False),
        colours={key: said[key] for key in COLOURS if key in said},
        variables=said.get(_VARIABLES, {}),
    )


def _problems(said: Mapping[str, object]) -> Iterator[tuple[KeyPath, str]]:
    """What no theme file can say, in the order of the file; then what every one says and this one doesn't."""
    for key, value in said.items():
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
        if key not in said:
            yield (), f'there is no {key}; give one, like {key} = "#dbe7ec".'
