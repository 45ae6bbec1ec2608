"""The examples of docs/scripts.md do what they show."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from netkeeper.domain.records.tables import TABLES
from tests.store.helpers import network_at

PAGE = Path(__file__).parent.parent / "docs" / "scripts.md"


def test_the_examples_do_what_they_show(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETKEEPER_DATA", folder)
    found = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8")
    assert found.attempted > 5
    assert found.failed == 0
    network = network_at(folder)
    assert next(network.past()).what == "Met at the fair"
    network.undo()
    assert "met" not in str(network.storage.table("contacts").values())


def test_the_page_names_every_table_that_can_be_opened() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name, table in TABLES.items() if table.decode is not None and f"`{name}`" not in page] == []
