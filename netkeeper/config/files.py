"""Reading hand-written TOML files; errors name file and line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from netkeeper.domain.errors import ConfigError

if TYPE_CHECKING:
    from netkeeper.config.toml_lines import KeyPath

BYTE_ORDER_MARK = "\ufeff"
"""Some editors write it at the start of a file."""


def read_text(path: str, most_bytes: int) -> str | None:
    """The text of a file with its line ends unchanged; None if it does not exist.

    Args:
        most_bytes: The size limit, which rejects files that are no settings.

    Raises:
        ConfigError: It can't be read, exceeds the limit, or is not UTF-8.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(most_bytes + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        from netkeeper.system.files import why

        raise ConfigError(f"Can't read {location(path)}: {why(error)}.") from error
    if len(data) > most_bytes:
        raise ConfigError(f"{location(path)} is longer than {most_bytes // 1024} kB; that is no such file.")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ConfigError(f"{location(path, line)}: not UTF-8; save the file as UTF-8.") from None


def parse_toml(text: str, path: str) -> dict[str, Any]:
    """Parse a TOML text; ``path`` is for messages.

    Raises:
        ConfigError: It is not TOML; the message names the line.
    """
    import tomllib

    try:
        return tomllib.loads(text.removeprefix(BYTE_ORDER_MARK))
    except tomllib.TOMLDecodeError as error:
        from netkeeper.config.toml_lines import what_is_wrong

        line, problem = what_is_wrong(error, text)
        problem = f"{problem[:1].lower()}{problem[1:]}"
        raise ConfigError(f"{location(path, line)} can't be read: {problem}. Mend that line.") from None
    except RecursionError:
        raise ConfigError(f"{location(path)} is nested too deeply; keep it simple.") from None


def line_of(text: str, path: KeyPath) -> int:
    """The line number of a value, counted from 1, for dotted, quoted and table keys alike; 0 if it is missing."""
    from netkeeper.config.toml_lines import lines_of

    written = ".".join(path)
    lines = lines_of(text.removeprefix(BYTE_ORDER_MARK))
    return lines.get(path) or next((line for each, line in lines.items() if ".".join(each) == written), 0)


def location(path: str, line: int = 0) -> str:
    """A file and line for a message, the home folder shortened: ``~/.config/netkeeper/config.toml, line 3``."""
    home = os.path.expanduser("~")
    short = "~" + path[len(home) :] if home and path.startswith(home + os.sep) else path
    return f"{short}, line {line}" if line else short
