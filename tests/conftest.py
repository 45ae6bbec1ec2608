"""What every test gets: a network, a config, a home and a day of its own."""

from __future__ import annotations

import gc
import os
import socket
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

TODAY = date(2026, 11, 23)
"""A Monday."""

# What Hypothesis tries is the same each time, so that a test that was green stays so until something changes;
# NETKEEPER_EXPLORE=1 has it look further. How fast the machine is decides nothing in either.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", _UNTIMED, derandomize=True)
settings.register_profile("exploring", _UNTIMED)
settings.load_profile("exploring" if os.environ.get("NETKEEPER_EXPLORE") else "steady")

# Without the last one, each command that runs as a process of its own compiles all of netkeeper anew.
_FOREIGN = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "NETKEEPER_DEBUG",
    "_NETKEEPER_COMPLETE",
    "XDG_DATA_HOME",
    "PYTHONDONTWRITEBYTECODE",
)

_GARBAGE_AFTER_OBJECTS = 5000
"""How many new objects have garbage looked for: Python's own 700 costs a sixth of the time."""


def pytest_collection_finish() -> None:
    """Look for garbage in what the tests make, not again and again in the thousands of tests there are."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE_AFTER_OBJECTS)


@pytest.fixture(autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep every test away from the developer's own network, config, home, zone and terminal."""
    home = tmp_path_factory.mktemp("home")
    for name in _FOREIGN:
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("NETKEEPER_DATA", str(home / "network"))
    monkeypatch.setenv("NETKEEPER_CONFIG", str(home / "config"))
    monkeypatch.setenv("NETKEEPER_TODAY", TODAY.isoformat())
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    if hasattr(time, "tzset"):
        time.tzset()
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    yield home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever goes to the network: netkeeper never does, whatever a file or a contact says."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something went to the network")

    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            refuse()
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def folder(surroundings: Path) -> str:
    """The folder of the test's own network, which is not there yet."""
    return str(surroundings / "network")


@pytest.fixture
def today() -> date:
    """The day that ``NETKEEPER_TODAY`` names."""
    return TODAY
