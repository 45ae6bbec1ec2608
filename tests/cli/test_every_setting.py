"""Every attribute of the member is a setting that is declared once, shown and set everywhere, or named with the reason."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

import netkeeper
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import SETTINGS
from netkeeper.store.network import Network
from netkeeper.tui.rooms.member_form.welcome import QUESTIONS
from netkeeper.tui.rooms.settings.pages import LINES
from tests.cli.conftest import Run
from tests.domain.people.test_every_property import SAMPLES

SET_ELSEWHERE = {
    "searches": "People saves and forgets them, where one sees what they find",
    "apart": "noted where two people are compared: Duplicates, and netkeeper duplicates --not-same",
    "columns": "remembered from what an import was told",
    "welcomed": "follows from the first run",
}
"""Settings that no form and no word sets, with the reason; ``tests/domain/people/test_every_property.py`` has the other ways."""

SET = {
    "name": "name:Maija",
    "team": "team:Innomo",
    "graduates_on": "graduates:2.6.2027",
    "fields": "field:food",
    "pace": "pace:4",
    "pace_floor": "floor:1",
    "pace_ceiling": "ceiling:12",
    "cadences": "regular:33d",
    "days_off": "weekdays:sat,sun dates:24.12.2026 holidays:like-any",
    "region": "country:SE",
    "shared_domains": "domains:innomo.example",
}
"""What sets each to its sample."""

NAMES = [each.name for each in fields(Member)]


def test_every_attribute_is_declared_and_nothing_else() -> None:
    assert set(SETTINGS) == set(NAMES)
    assert set(SET) | set(SET_ELSEWHERE) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_set_and_shown_in_a_shell(nk: Run, folder: str, name: str) -> None:
    bare = nk("me").out
    if name in SET:
        assert nk("me", *SET[name].split()).status == 0
    else:
        with Network(folder).transaction("Changed") as draft:
            draft.put_member(Member(**{name: SAMPLES[Member][name]}))
    assert getattr(Network(folder).member, name) == SAMPLES[Member][name]
    assert (nk("me").out != bare) is (name != "welcomed")


@pytest.mark.parametrize("name", NAMES)
def test_the_settings_draw_it(name: str) -> None:
    lines = {word for words in LINES.values() for word in words}
    words = {part.word for part in SETTINGS[name].parts}
    assert bool(words) is (name not in SET_ELSEWHERE)
    assert words <= lines | set(QUESTIONS)


# A setting that is made up: the worked example of CONTRIBUTING, applied to a copy of netkeeper.

GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"
ROUND = """
import asyncio, io, json, os, sys
from dataclasses import replace
from datetime import date
from netkeeper.cli.start import start
from netkeeper.phrases.document_changes import Teller
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.member import Member
from netkeeper.domain.editing.three_way import merge_edit
from netkeeper.domain.records.members import member_document, member_from
from netkeeper.domain.records.shapes import check_member
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp

assert sys.modules["netkeeper"].__file__.startswith(sys.argv[1])
TODAY = date(2026, 11, 23)
wise = Member(motto="Go")
assert member_from(check_member(member_document(wise))) == wise
assert "motto" not in member_document(Member())
try:
    check_member({"motto": 7})
except InvalidValueError:
    pass
else:
    raise AssertionError("the shape is not checked")
told = Teller(TODAY, str).describe("member", member_document(Member()), member_document(wise))
assert [tuple(each) for each in told.differences] == [("motto", "", "Go")]
assert merge_edit(Member(), wise, Member(team="B")) == (Member(team="B", motto="Go"), ())

def nk(*args):
    out, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    try:
        assert start(args, lambda *_: None) == 0, args
        sys.stdout.flush()
        return sys.stdout.buffer.getvalue().decode()
    finally:
        sys.stdout = out

assert nk("me", "motto:Go", "on").startswith("Changed motto: nothing → Go on. (")
assert ["Your", "motto", "Go", "on", "motto:"] in [line.split() for line in nk("me").splitlines()]
assert json.loads(nk("me", "--json"))["motto"] == "Go on"
assert "motto:" in nk("me", "--help")
assert "Changed your motto" in nk("history")

async def settings():
    app = NetkeeperApp(Network(os.environ["NETKEEPER_DATA"]), lambda: TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma", "enter")
        await pilot.pause()
        field = app.screen.query_one("#motto")
        assert field.value == "Go on"
        app.screen.set_focus(field)
        await pilot.press("end", "!", "enter")
        await pilot.pause()
asyncio.run(settings())
assert Network(os.environ["NETKEEPER_DATA"]).member.motto == "Go on!"
print("everywhere")
"""


def example() -> dict[str, str]:
    """The blocks of the worked example: lines of code by the file that they go into."""
    text = GUIDE.read_text(encoding="utf-8").partition("\n**a setting**")[2].partition("\n**")[0]
    blocks = re.findall(
        r"^    # (netkeeper/\S+), at the end of (?:Member|SETTINGS)\n((?:    .*\n)+)", text, re.MULTILINE
    )
    return {file: "".join(line[4:] + "\n" for line in block.splitlines()) for file, block in blocks}


def test_the_worked_example_of_a_setting_is_all_that_it_takes(tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "netkeeper"
    shutil.copytree(Path(netkeeper.__file__).parent, copy)
    shutil.copytree(GUIDE.parent / "themes", copy.parent / "themes")
    blocks = example()
    assert len(blocks) == 2
    for name, block in blocks.items():
        file = copy.parent / name
        text = file.read_text(encoding="utf-8")
        end = text.index('    )\n}\n"""Every setting') if "SETTINGS: " in text else len(text)
        file.write_text(text[:end] + block + text[end:], encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", ROUND, str(copy.parent)],
        env={"PYTHONPATH": str(copy.parent), "NETKEEPER_DATA": str(tmp_path / "data"), **_settings(tmp_path)},
        cwd=copy.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (0, "everywhere\n"), ran.stderr


def _settings(tmp_path: Path) -> dict[str, str]:
    return {
        "NETKEEPER_CONFIG": str(tmp_path / "config"),
        "NETKEEPER_TODAY": "2026-11-23",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TERM": "xterm-256color",
    }
