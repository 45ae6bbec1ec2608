"""Where the network is and what day it is: what the surroundings decide."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime

from netkeeper.domain.errors import NetkeeperError

DATA_VARIABLE = "NETKEEPER_DATA"
CONFIG_VARIABLE = "NETKEEPER_CONFIG"
TODAY_VARIABLE = "NETKEEPER_TODAY"
UNLOCKING_VARIABLE = "NETKEEPER_PASSPHRASE"


def data_folder(named: str | None = None) -> str:
    """The network's folder: the one named, else ``NETKEEPER_DATA``, else the platform's data folder."""
    if folder := named or os.environ.get(DATA_VARIABLE):
        return os.path.abspath(os.path.expanduser(folder))
    # Loaded only where nobody names a folder: it doubles the work of finding one.
    from platformdirs import user_data_dir

    return user_data_dir("netkeeper", appauthor=False)


def config_folder() -> str:
    """The config folder: ``NETKEEPER_CONFIG``, else the platform's."""
    if folder := os.environ.get(CONFIG_VARIABLE):
        return os.path.abspath(os.path.expanduser(folder))
    from platformdirs import user_config_dir

    return user_config_dir("netkeeper", appauthor=False)


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
