"""What the tests of the store get."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test pulls the plug, so none has to wait until a disk has really written.

    That fsync is called, and when, is tested; programs that tests start call the real one.
    """
    monkeypatch.setattr(os, "fsync", lambda _: None)
