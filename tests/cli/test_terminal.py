"""Whatever a name or a note holds, no command's output controls the terminal; run in a real one."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import netkeeper
from netkeeper.cli.registry import HELP
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.people.contact import Address, Contact, Labelled, NameParts
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.store.network import Network

if sys.platform == "win32":
    pytest.skip("there are no ptys", allow_module_level=True)

EVIL = (
    "\x1b]52;c;ZXZpbA==\x07\x1b]8;;http://evil.example\x1b\\\x1b]0;title\x07\x1b[2J\x9b31m\x9d52;c;x\x9c\rline\nmore\x08"
    "\u202eflip\u2066iso\u200bzero\ufeff\u2028sep\x7f\ud83d"
)
NAME = f"Mallory{EVIL}"
_SGR = re.compile(r"\x1b\[[0-9;]*m")
_ALLOWED = set("\n\r\u2068\u2069")
PACKAGE_ROOT = str(Path(netkeeper.__file__).parents[1])
DAY = date(2026, 11, 23)


@pytest.fixture
def evil(folder: str, monkeypatch: pytest.MonkeyPatch) -> Network:
    """A network with a person who brings everything along that a terminal might obey.

    Half a character among it, which a network from before they were refused may hold.
    """
    monkeypatch.setattr("netkeeper.store.half_characters.refuse_half_characters", lambda *_: None)
    network = Network(folder)
    with network.transaction(f"Added {NAME}") as draft:
        mallory = draft.put_contact(
            Contact(
                id="",
                name=NAME,
                name_parts=NameParts(given=NAME),
                organization=EVIL,
                title=EVIL,
                emails=(Labelled(f"a@b{EVIL}", EVIL),),
                phones=(Labelled(EVIL, EVIL),),
                urls=(Labelled(EVIL),),
                addresses=(Address(EVIL, street=EVIL),),
                fields=(f"food{EVIL}",),
                met=EVIL,
                notes=EVIL,
                via=EVIL,
                last_on=date(2026, 1, 1),
                first_on=date(2026, 1, 1),
            )
        )
        other = draft.put_contact(replace(mallory, id="", name=f"{NAME} Two", via=mallory.id))
        draft.put_interaction(Interaction("", date(2026, 1, 1), (mallory.id, other.id), note=EVIL))
        draft.put_followup(FollowUp("", mallory.id, DAY, what=EVIL))
    return network


def _in_terminal(*args: str) -> str:
    """What a terminal of 100 columns receives from a command."""
    ours, theirs = os.openpty()
    environment = {**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1", "PYTHONPATH": PACKAGE_ROOT}
    process = subprocess.Popen(
        [sys.executable, "-m", "netkeeper", *args], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    # Whatever is asked, nobody answers it with more than Enter.
    os.write(ours, b"\n" * 5)
    received = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        received += piece
    process.wait()
    os.close(ours)
    return received.decode("utf-8")


def _assert_harmless(received: str) -> None:
    rest = _SGR.sub("", received)
    odd = {each for each in rest if not each.isprintable() and each not in _ALLOWED}
    assert not odd, f"{odd} in {received!r}"


LINES: list[tuple[str, ...]] = [
    ("due",),
    ("due", "--json"),
    ("due", "--brief"),
    ("list",),
    ("list", "--json"),
    ("list", "field:zebra"),
    ("show", "two"),
    ("show", "two", "--json"),
    ("show", "mallory"),
    ("show", f"nobody{EVIL[:-1]}"),
    ("add", "Mallory", "Two"),
    ("log", "two", f"note{EVIL[:-1]}", "next:2w", "todo:x"),
    ("log", "two", "--json"),
    ("log", "Mallori Two", "coffee", "--new"),
    ("done", "two,mallory"),
    ("done", "two"),
    ("snooze", "two", "3d"),
    ("snooze", "two", EVIL[:-1]),
    ("followup", "two", f"send{EVIL[:-1]}", "due:fri"),
    ("me",),
    ("me", f"team:{EVIL[:-1]}"),
    ("edit", "two", "title:x"),
    ("edit", "two", f"what{EVIL[:-1]}"),
    ("step", "two", "customer", EVIL[:-1]),
    ("sort", "--again", "two"),
    ("sort",),
    ("sort", "two", "90d"),
    ("archive", "two"),
    ("duplicates",),
    ("duplicates", "--not-same", "two,mallory"),
    ("duplicates", "--json"),
    ("merge", "two", "mallory"),
    ("merge", "two", "mallory", "--theirs", EVIL[:-1]),
    ("import", "evil.vcf", "--dry-run"),
    ("import", "evil.vcf"),
    ("import", "evil.vcf", "--json"),
    ("import", f"absent{EVIL[:-1]}"),
    ("export",),
    ("export", "--format", "json"),
    ("stats",),
    ("stats", "--json"),
    ("leave", "pack"),
    ("leave", "pack", "--look"),
    ("leave", "pack", "--json"),
    ("undo",),
    ("undo", EVIL[:-1]),
    ("history",),
    ("history", "--json"),
    ("doctor",),
    ("backup",),
    ("backup", "--list"),
    ("restore",),
    ("restore", EVIL[:-1]),
    ("remind", "--install", "--at", EVIL[:-1]),
    ("completion", "bash"),
    ("completion", EVIL[:-1]),
    (EVIL[:-1],),
    ("list", f"--{EVIL[:-1]}"),
    ("--data", f"absent{EVIL[:-1]}", "list"),
    ("--data", f"file{EVIL[:-1]}"[:200], "list"),
]


@pytest.mark.parametrize("args", LINES, ids=lambda args: " ".join(args).encode("unicode_escape").decode()[:40])
def test_a_terminal_gets_nothing_it_would_obey(
    evil: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    card = (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eve{EVIL[:-1]}\r\nTEL:{EVIL[:-1]}\r\nBDAY:never{EVIL[:-1]}\r\nEND:VCARD\r\n"
    )
    Path("evil.vcf").write_bytes(card.encode())
    Path(f"file{EVIL[:-1]}"[:200].replace("/", "")).touch()

    received = _in_terminal(*args)

    assert received.strip()
    assert "Traceback" not in received
    assert "No module" not in received
    assert "fault here" not in received
    _assert_harmless(received)


def test_every_command_is_tried() -> None:
    assert {args[0] for args in LINES} >= set(HELP) - {"demo"}


def test_json_on_a_terminal_has_the_name_as_it_is_kept(evil: Network) -> None:
    contacts = json.loads(_in_terminal("list", "--json").replace("\r\n", "\n"))
    assert {contact["name"] for contact in contacts} == {NAME, f"{NAME} Two"}


def test_what_is_stored_stays_as_it_came(evil: Network, folder: str) -> None:
    assert {contact.notes for contact in Network(folder).contacts()} == {EVIL}


def test_the_demo_opens_and_leaves_nothing_behind(tmp_path: Path, folder: str) -> None:
    import pexpect

    environment = {**os.environ, "PYTHONPATH": PACKAGE_ROOT, "TMPDIR": str(tmp_path)}
    app = pexpect.spawn(
        sys.executable, ["-m", "netkeeper", "demo"], env=environment, dimensions=(24, 80), timeout=30, encoding="utf-8"
    )
    app.expect("Anna Virtanen")
    assert [path.name[:15] for path in tmp_path.iterdir()] == ["netkeeper-demo-"]
    app.send("q")
    app.expect(pexpect.EOF)
    app.close()

    assert app.exitstatus == 0
    assert not list(tmp_path.iterdir())
    assert not os.path.exists(folder)
