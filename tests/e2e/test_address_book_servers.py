"""Cards through a real CardDAV server and a real synchronizer: Radicale and vdirsyncer, each a process of its own."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, preview
from netkeeper.actions.network.exporting import export
from netkeeper.demo import make as demo
from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.content import Incoming
from netkeeper.interchange.vcard import read_vcards
from netkeeper.phrases.import_why import import_why_words
from netkeeper.store.network import Network

TODAY = date(2026, 11, 23)
_SECONDS_TO_START = 30

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not find_spec("radicale"), reason="Radicale is not installed"),
    pytest.mark.skipif(not find_spec("vdirsyncer"), reason="vdirsyncer is not installed"),
]


def _free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        port: int = each.getsockname()[1]
    return port


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[str]:
    """The address of a running Radicale."""
    port = _free_port()
    config = tmp_path / "radicale.conf"
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n[rights]\ntype = authenticated\n"
        f"[storage]\nfilesystem_folder = {tmp_path / 'server'}\n[logging]\nlevel = info\n"
    )
    log = tmp_path / "radicale.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "radicale", "--config", str(config)]
        process = subprocess.Popen(command, stdout=output, stderr=output)
        try:
            until = time.monotonic() + _SECONDS_TO_START
            while b"Listening" not in log.read_bytes():
                assert process.poll() is None and time.monotonic() < until, log.read_text()
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()


def _synchronizer(tmp_path: Path, address: str) -> Path:
    """The configuration of two folders that are kept in step with one collection of the server."""
    pairs = "".join(
        f'[pair {name}]\na = "{name}_folder"\nb = "{name}_server"\ncollections = ["people"]\n'
        f'[storage {name}_folder]\ntype = "filesystem"\npath = "{tmp_path / name}"\nfileext = ".vcf"\n'
        f'[storage {name}_server]\ntype = "carddav"\nurl = "{address}"\nusername = "anna"\npassword = "anna"\n'
        for name in ("desk", "phone")
    )
    config = tmp_path / "vdirsyncer.conf"
    config.write_text(f'[general]\nstatus_path = "{tmp_path / "status"}"\n{pairs}')
    return config


def _vdirsyncer(config: Path, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vdirsyncer", "-c", str(config), *words],
        input="y\n" * 10,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_PROXY": "127.0.0.1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _spread(data: bytes, folder: Path) -> None:
    """Put each card into a file of its own, as address books in folders are."""
    folder.mkdir(parents=True)
    for card in re.findall(rb"BEGIN:VCARD\r\n.*?END:VCARD\r\n", data, re.DOTALL):
        found = re.search(rb"\nUID:(.*)\r", card)
        assert found is not None
        (folder / f"{found[1].decode()}.vcf").write_bytes(card)


def _gathered(folder: Path) -> bytes:
    return b"".join(path.read_bytes() + b"\r\n" for path in sorted(folder.glob("*.vcf")))


def _as_known(contact: Contact) -> Contact:
    return replace(contact, updated="")


def test_everything_of_the_demo_survives_radicale_and_vdirsyncer(tmp_path: Path, radicale: str) -> None:
    network = Network(str(tmp_path / "network"))
    demo.make_demo(network, TODAY)
    _spread(export(network, format_name="vcard").data, tmp_path / "desk" / "people")
    config = _synchronizer(tmp_path, radicale)
    _vdirsyncer(config, "discover")
    _vdirsyncer(config, "sync", "desk")
    _vdirsyncer(config, "sync", "phone")
    came = _gathered(tmp_path / "phone" / "people")
    assert came.count(b"BEGIN:VCARD") == network.people_count

    plan = preview(network, [Incoming(read_vcards(came))])
    assert [import_why_words(item.why) for item in plan.items if item.action != "skip"] == []
    there = Network(str(tmp_path / "there"))
    import_contacts(there, [Incoming(read_vcards(came))], TODAY)
    assert {_as_known(each) for each in there.contacts()} == {_as_known(each) for each in network.contacts()}

    edited = next(path for path in (tmp_path / "phone" / "people").glob("*.vcf") if b"TITLE:" in path.read_bytes())
    edited.write_bytes(
        re.sub(rb"TITLE:[^\r\n]*", b"TITLE:Edited on the phone", edited.read_bytes().replace(b"UID:urn:uuid:", b"UID:"))
    )
    _vdirsyncer(config, "sync", "phone")
    _vdirsyncer(config, "sync", "desk")
    plan = preview(network, [Incoming(read_vcards(_gathered(tmp_path / "desk" / "people")))])
    (item,) = (item for item in plan.items if item.action != "skip")
    assert item.contact.title == "Edited on the phone"
    assert "changes title" in import_why_words(item.why)
