"""A new line in the list of formats is suggested by the shell, with nothing else to be done."""

from __future__ import annotations

from pathlib import Path

import pytest

from netkeeper.interchange.formats import FORMATS
from netkeeper.store.network import Network
from tests.cli.conftest import Run
from tests.made_up import MADE_UP


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know a format more."""
    monkeypatch.setitem(FORMATS, MADE_UP.name, MADE_UP)


def test_the_shell_reads_writes_and_completes_it(nk: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "people.txt").write_text("NAMES\nAnna Virtanen\nBo Ek\n")
    assert "2 new" in nk("import", str(tmp_path / "people.txt")).out
    assert nk("export", "-o", str(tmp_path / "out.nms")).status == 0
    assert (tmp_path / "out.nms").read_text() == "NAMES\nAnna Virtanen\nBo Ek\n"
    assert nk("export", "--format", "names").out == "NAMES\nAnna Virtanen\nBo Ek\n"
    assert "names" in nk("export", "--format", "nonsense").err
    assert Network(folder).people_count == 2
