"""Where the network is and what day it is: what the surroundings decide."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

from netkeeper.domain.errors import NetkeeperError

CONFIG_NAME = "config.toml"
"""What the file with this machine's settings is called, in the config folder."""

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
    """What platformdirs says of the usual case, without loading it, which doubles the work of finding a folder."""
    if sys.platform != "linux" or not os.path.isabs(os.environ.get("HOME", "")):
        return ""
    base = os.environ.get(variable, "") or os.path.expanduser(usual)
    return os.path.join(base, "netkeeper") if os.path.isabs(base) else ""


def config_mentions(word: str) -> bool:
    """Whether a word occurs in ``config.toml`` at all: a look that costs nothing, before anything is loaded to read it."""
    try:
        with open(os.path.join(config_folder(), CONFIG_NAME), "rb") as file:
            return word.encode() in file.read()
    except OSError:
        return False


def downloads_folder() -> str:
    """Where files from elsewhere are: the platform's folder for downloads, else the home folder."""
    from platformdirs import user_downloads_dir

    folder = user_downloads_dir()
    return folder if os.path.isdir(folder) else os.path.expanduser("~")


def today() -> date:
    """The day: ``NETKEEPER_TODAY`` (2026-11-23) where it is set, else the calendar's, here.

    Raises:
        NetkeeperError: The variable holds no date.
    """
    named = os.environ.get(TODAY_VARIABLE)
    if not named:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(named)
    except ValueError:
        raise NetkeeperError(f"{TODAY_VARIABLE} is {named!r}, which is no date; write it like 2026-11-23.") from None


def clock() -> Callable[[], datetime]:
    """What tells the moment, in UTC; on the day of ``NETKEEPER_TODAY`` where that is set."""
    if not os.environ.get(TODAY_VARIABLE):
        return lambda: datetime.now(UTC)
    day = today()
    return lambda: datetime.combine(day, datetime.now(UTC).timetz())
