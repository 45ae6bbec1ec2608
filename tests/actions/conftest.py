"""What the tests of actions get."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from netkeeper.store.network import Network


@pytest.fixture
def network(folder: str) -> Network:
    """An empty network, on the morning of the day of all tests."""
    return Network(folder, clock=lambda: datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
