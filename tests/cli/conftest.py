"""Running commands inside the test's own process, and networks to run them on."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from netkeeper.cli.start import start
from netkeeper.demo.make import make_demo
from netkeeper.store.network import Network


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


class Opened(list[tuple[str, date | None]]):
    """Stands for the app: the folders it was opened on, and the days."""

    def append_call(self, folder: str, today: date | None) -> None:
        self.append((folder, today))


@pytest.fixture
def opened() -> Opened:
    """How the app was opened."""
    return Opened()


@pytest.fixture
def nk(monkeypatch: pytest.MonkeyPatch, opened: Opened) -> Run:
    """Runs a command: ``nk("log", "anna", "coffee")``."""

    def run(*args: str) -> Ran:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
        with monkeypatch.context() as patched:
            patched.setattr("sys.stdout", out)
            patched.setattr("sys.stderr", err)
            status = start(args, opened.append_call)
            out.flush()
            err.flush()
        return Ran(status, _text(out), _text(err))

    return run


def _text(stream: io.TextIOWrapper) -> str:
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's network as of the tests' day; not to be changed."""
    folder = tmp_path_factory.mktemp("demo") / "network"
    make_demo(Network(str(folder)), date(2026, 11, 23))
    return folder


@pytest.fixture
def demo(demo_folder: Path, folder: str) -> Network:
    """The demo's network, in the test's own folder."""
    shutil.copytree(demo_folder, folder)
    return Network(folder)


@pytest.fixture
def anna(nk: Run) -> None:
    """A network of two: Anna Virtanen of Valio and Pekka Salo."""
    assert nk("add", "Anna", "Virtanen", "org:Valio Oy", "field:food").status == 0
    assert nk("add", "Pekka Salo").status == 0
