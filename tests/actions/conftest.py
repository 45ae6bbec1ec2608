"""What the tests of actions get."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from netkeeper.store.network import Network


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store has its own tests; here nobody waits until a disk has really written."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def network(folder: str) -> Network:
    """An empty network, on the morning of the day of all tests."""
    return Network(folder, clock=lambda: datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
