"""What every test gets: a network, a config, a home and a day of its own."""

from __future__ import annotations

import gc
import hashlib
import itertools
import os
import socket
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import HealthCheck, settings

from netkeeper.interchange import locked

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


_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the homes of all tests are: pytest's own numbering reads the names of all there are for each new one."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def surroundings(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep every test away from the developer's own network, config, home, zone and terminal."""
    home = homes / str(next(_NUMBERS))
    home.mkdir()
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
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test pulls the plug, so none has to wait until a disk has really written.

    That fsync is called, and when, is tested in tests/store; programs that tests start call the real one.
    """
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def quick_age(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock files at once, where age takes its time by design: same header, same error, nothing readable inside."""

    def mask(data: bytes, passphrase: str) -> bytes:
        key = hashlib.sha256(passphrase.encode()).digest()
        return hashlib.sha256(data).digest() + bytes(byte ^ pad for byte, pad in zip(data, itertools.cycle(key)))

    def encrypt(data: bytes, passphrase: str) -> bytes:
        return locked.HEADER + mask(data, passphrase)

    def decrypt(data: bytes, passphrase: str) -> bytes:
        digest, body = data[len(locked.HEADER) :][:32], data[len(locked.HEADER) + 32 :]
        opened = mask(body, passphrase)[32:]
        if hashlib.sha256(opened).digest() != digest:
            raise pyrage.DecryptError("Decryption failed: no passphrase fits")
        return opened

    monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)


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
