"""Reading a TOML file that a hand may have written, and saying on which line something is wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from netkeeper.domain.errors import ConfigError

if TYPE_CHECKING:
    from netkeeper.config.toml_lines import KeyPath

BYTE_ORDER_MARK = "\ufeff"
"""Some editors begin a file with it."""


def read_text(path: str, most_bytes: int) -> str | None:
    """A file as it is, line ends and all; None where there is none.

    Args:
        most_bytes: What is longer was not meant to be read here.

    Raises:
        ConfigError: It can't be read, is too long, or is no UTF-8.
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
    """What a TOML text says.

    Raises:
        ConfigError: It is no TOML; the message names the line.
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
    """The line of a value, in whichever way its path is written; 0 where it isn't there."""
    from netkeeper.config.toml_lines import lines_of

    written = ".".join(path)
    lines = lines_of(text.removeprefix(BYTE_ORDER_MARK))
    return lines.get(path) or next((line for each, line in lines.items() if ".".join(each) == written), 0)


def location(path: str, line: int = 0) -> str:
    """Where something stands, as one would type it: ``~/.config/netkeeper/config.toml, line 3``."""
    home = os.path.expanduser("~")
    short = "~" + path[len(home) :] if home and path.startswith(home + os.sep) else path
    return f"{short}, line {line}" if line else short
