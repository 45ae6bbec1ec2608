"""Folders and the current date, from command line, environment variables and platform defaults."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

from netkeeper.domain.errors import NetkeeperError

CONFIG_NAME = "config.toml"
"""Name of the settings file in the config folder."""

DATA_VARIABLE = "NETKEEPER_DATA"
CONFIG_VARIABLE = "NETKEEPER_CONFIG"
TODAY_VARIABLE = "NETKEEPER_TODAY"
UNLOCKING_VARIABLE = "NETKEEPER_PASSPHRASE"


def data_folder(named: str | None = None) -> str:
    """The network's folder: the one named, else ``NETKEEPER_DATA``, else the platform's data folder."""
    if folder := named or os.environ.get(DATA_VARIABLE):
        return os.path.abspath(os.path.expanduser(folder))
    if folder := _on_linux("XDG_DATA_HOME", "~/.local/share"):
        return folder
    from platformdirs import user_data_dir

    return user_data_dir("netkeeper", appauthor=False)


def config_folder() -> str:
    """The config folder: ``NETKEEPER_CONFIG``, else the platform's."""
    if folder := os.environ.get(CONFIG_VARIABLE):
        return os.path.abspath(os.path.expanduser(folder))
    if folder := _on_linux("XDG_CONFIG_HOME", "~/.config"):
        return folder
    from platformdirs import user_config_dir

    return user_config_dir("netkeeper", appauthor=False)


def _on_linux(variable: str, usual: str) -> str:
    """The XDG folder on Linux as platformdirs computes it, without its import cost; empty for all other cases."""
    if sys.platform != "linux" or not os.path.isabs(os.environ.get("HOME", "")):
        return ""
    base = os.environ.get(variable, "") or os.path.expanduser(usual)
    return os.path.join(base, "netkeeper") if os.path.isabs(base) else ""


def config_mentions(word: str) -> bool:
    """Whether a word occurs anywhere in ``config.toml``: a cheap test before the modules that parse it are imported."""
    try:
        with open(os.path.join(config_folder(), CONFIG_NAME), "rb") as file:
            return word.encode() in file.read()
    except OSError:
        return False


def downloads_folder() -> str:
    """The platform's downloads folder, else the home folder."""
    from platformdirs import user_downloads_dir

    folder = user_downloads_dir()
    return folder if os.path.isdir(folder) else os.path.expanduser("~")


def today() -> date:
    """Today's date: ``NETKEEPER_TODAY`` (2026-11-23) if set, else the local date.

    Raises:
        NetkeeperError: The variable holds no ISO date.
    """
    named = os.environ.get(TODAY_VARIABLE)
    if not named:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(named)
    except ValueError:
        raise NetkeeperError(f"{TODAY_VARIABLE} is {named!r}, which is no date; write it like 2026-11-23.") from None


def clock() -> Callable[[], datetime]:
    """A function that returns the current UTC time, with the date of ``NETKEEPER_TODAY`` if that is set."""
    if not os.environ.get(TODAY_VARIABLE):
        return lambda: datetime.now(UTC)
    day = today()
    return lambda: datetime.combine(day, datetime.now(UTC).timetz())
