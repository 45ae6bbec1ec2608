"""Leaving the academy from a shell: who would be lost, the pack, and its proof."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from netkeeper.actions.leaving import files, pack
from netkeeper.actions.leaving.pack import GUIDE, PACK
from netkeeper.cli import asking_domains
from netkeeper.cli.commands import leave
from netkeeper.cli.errors import INTERRUPTED
from netkeeper.interchange.proof import Count
from netkeeper.override import override
from netkeeper.store.network import Network
from tests.cli.conftest import Run


class AtTerminal(io.StringIO):
    """Standard input that somebody sits at."""

    @override
    def isatty(self) -> bool:
        return True


@pytest.fixture
def three(nk: Run) -> None:
    """Three people: one who lasts, one who can't be reached, one of the team."""
    nk("add", "Anna Virtanen", "email:anna@home.example", "field:food")
    nk("log", "anna", "coffee", "next:2027-08-01", "feel:4", "she bakes rye bread")
    nk("add", "Bo Bergman")
    nk("add", "Cai Chen", "phone:+358405550102", "whose:team", "note:hush")


def test_it_names_who_would_be_lost_with_what_mends_it_and_writes_nothing(nk: Run, three: None, tmp_path: Path) -> None:
    ran = nk("leave", str(tmp_path / "pack"), "--look")
    assert ran.status == 0
    assert "1 no way to reach them  netkeeper edit WHO email:… or phone:…" in ran.err
    assert "  Bo Bergman  no email address or phone number" in ran.err
    assert "1 belong to the team" in ran.err
    assert "Anna" not in ran.err
    assert not (tmp_path / "pack").exists()
    risks = json.loads(nk("leave", str(tmp_path / "pack"), "--look", "--json").out)["at_risk"]
    assert [each["name"] for each in risks["unreachable"]] == ["Bo Bergman"]


def test_a_look_needs_no_folder_and_says_what_it_does_not_know(nk: Run, three: None) -> None:
    ran = nk("leave", "--look")
    assert ran.status == 0
    assert "1 no way to reach them" in ran.err
    assert "When you graduate isn't known" in ran.err
    assert "Which email addresses end with the academy isn't known" in ran.err
    assert "counts as one for then: netkeeper me graduates:DAY says when." in nk("stats").out
    assert "counts as lasting: netkeeper me domains:DOMAIN says which." in nk("stats").out
    assert nk("leave").status == 2


def test_what_nearly_everybody_has_comes_last_and_names_nobody(nk: Run) -> None:
    for number in range(12):
        nk("add", f"Anna Nimi{number}", *(["phone:0401234567"] if number else []))
    said = nk("leave", "--look").err
    assert "Anna Nimi0  no email address or phone number" in said
    assert "12 nothing logged yet" in said
    assert "  Anna Nimi1  " not in said
    assert said.index("no way to reach them") < said.index("12 nothing logged yet")


def test_it_writes_and_proves_every_file(nk: Run, three: None, tmp_path: Path) -> None:
    folder = tmp_path / "my network"
    ran = nk("leave", str(folder))
    assert ran.status == 0, ran.err
    assert "people 3 of 3, emails 1 of 1, phones 1 of 1, notes 1 of 1" in ran.out
    assert "!" not in ran.out
    assert f"They are in {folder}; begin with READ ME FIRST.txt." in ran.out
    assert len(os.listdir(folder)) == len([file for file in PACK if file.whom != "archived"]) + 1
    said = json.loads(nk("leave", str(tmp_path / "again"), "--json").out)
    assert all(file["whole"] for file in said["files"])


def test_the_team_gets_only_what_is_theirs(nk: Run, three: None, tmp_path: Path) -> None:
    folder = tmp_path / "team"
    ran = nk("leave", str(folder), "--for-team")
    assert ran.status == 0, ran.err
    assert "1 person" in ran.out
    texts = [path.read_text(encoding="utf-8-sig") for path in folder.iterdir()]
    assert not any(word in text for text in texts for word in ("Anna", "hush", "rye bread"))


def test_what_is_there_already_stays(nk: Run, three: None, tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / GUIDE).write_text("mine")
    ran = nk("leave", str(tmp_path / "pack"))
    assert ran.status == 1
    assert "has files in it already; name another folder, or add --force." in ran.err
    assert (tmp_path / "pack" / GUIDE).read_text() == "mine"


def test_a_passphrase_is_asked_for_twice_and_opens_the_pack(
    nk: Run, three: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_age: None
) -> None:
    monkeypatch.setattr(files, "PACK", PACK[-1:])
    monkeypatch.setattr("sys.stdin", io.StringIO())
    ran = nk("leave", str(tmp_path / "pack"), "--lock")
    assert ran.status == 2
    assert "NETKEEPER_PASSPHRASE" in ran.err
    answers = iter(["one", "two", "rye", "rye"])
    monkeypatch.setattr("sys.stdin", AtTerminal())
    monkeypatch.setattr(leave, "getpass", lambda _: next(answers))
    ran = nk("leave", str(tmp_path / "pack"), "--lock")
    assert "The two are not the same; nothing was written." in ran.err
    assert not (tmp_path / "pack").exists()
    assert nk("leave", str(tmp_path / "pack"), "--lock").status == 0
    locked = str(tmp_path / "pack" / "network.json.age")
    monkeypatch.setenv("NETKEEPER_DATA", str(tmp_path / "other"))
    monkeypatch.setenv("NETKEEPER_PASSPHRASE", "wheat")
    assert "not the passphrase" in nk("import", locked).err
    monkeypatch.setenv("NETKEEPER_PASSPHRASE", "rye")
    assert nk("import", locked).status == 0
    assert len(Network(str(tmp_path / "other")).contacts()) == 3


def test_a_file_that_lacks_something_is_marked_and_the_status_says_so(
    nk: Run, three: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack, "prove", lambda *_: (Count("people", 2, 3),))
    ran = nk("leave", str(tmp_path / "pack"))
    assert ran.status == 1
    assert "!" in ran.out
    assert "people 2 of 3" in ran.out
    assert "Something is missing in contacts.vcf, contacts-vcard-4.vcf," in ran.err
    assert "also for netkeeper itself; keep your network, which has everything." in ran.err

    def lacking(format_name: str, *_: object) -> tuple[Count, ...]:
        return (Count("people", 2, 3 if format_name == "google" else 2),)

    monkeypatch.setattr(pack, "prove", lacking)
    assert "Something is missing in google.csv; network.json has everything." in nk("leave", str(tmp_path / "two")).err


def test_namesakes_that_would_be_read_back_as_one_are_named_and_nothing_is_missing(
    nk: Run, three: None, tmp_path: Path
) -> None:
    for phone in ("040-5550108", "040-5550109"):
        assert nk("add", "Matti Meikäläinen", "org:Valio", f"phone:{phone}").status == 0
    ran = nk("leave", str(tmp_path / "pack"))
    assert ran.status == 0, ran.err
    assert (
        "Nobody is missing in google.csv and outlook.csv; Matti Meikäläinen is in the network more than once" in ran.err
    )
    assert "netkeeper would read as one person each: Matti" in " ".join(
        (tmp_path / "pack" / GUIDE).read_text(encoding="utf-8").split()
    )
    made = json.loads(nk("leave", str(tmp_path / "other"), "--json").out)
    assert {each["name"]: each["as_one"] for each in made["files"] if each["as_one"]} == {
        "google.csv": ["Matti Meikäläinen"],
        "outlook.csv": ["Matti Meikäläinen"],
    }


def test_an_empty_network_has_nothing_to_take_along(nk: Run, tmp_path: Path) -> None:
    ran = nk("leave", str(tmp_path / "pack"))
    assert ran.status == 1
    assert len(ran.err.strip().splitlines()) == 1
    assert not (tmp_path / "pack").exists()


def test_a_look_at_what_the_team_gets_names_them(nk: Run, three: None, tmp_path: Path) -> None:
    ran = nk("leave", str(tmp_path / "pack"), "--for-team", "--look")
    assert ran == (0, "Cai Chen\n", "1 person would go to the next team.\n")
    assert json.loads(nk("leave", str(tmp_path / "pack"), "--for-team", "--look", "--json").out)["people"] == [
        "Cai Chen"
    ]


@pytest.fixture
def at_jamk(nk: Run) -> None:
    for number in range(3):
        nk("add", f"Anna Nimi{number}", f"email:anna{number}@student.jamk.fi")


class Answers:
    """A terminal that answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
        self.terminal = AtTerminal("".join(f"{line}\n" for line in lines))
        monkeypatch.setattr("sys.stdin", self.terminal)
        monkeypatch.setattr(asking_domains, "can_ask", lambda: True)

    @property
    def left(self) -> str:
        return self.terminal.read()


def test_the_academys_domains_are_asked_for_and_offered_from_the_addresses(
    nk: Run, at_jamk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    nk("me", "graduates:2027-06-02")
    Answers(monkeypatch, "no domain", "1, innomo.fi")
    ran = nk("leave", "--look")
    assert ran.status == 0, ran.err
    assert "Which email addresses end when you graduate" in ran.err
    assert "  1  jamk.fi (3 people)" in ran.err
    assert "addresses at jamk.fi (3 people) and innomo.fi (0 people); 3 people have nothing else." in ran.err
    assert json.loads(nk("me", "--json").out)["shared_domains"] == ["jamk.fi", "innomo.fi"]
    answers = Answers(monkeypatch, "2")
    said = json.loads(nk("leave", "--look", "--json").out)
    assert said["shared"] == [
        {"domain": "jamk.fi", "people": 3, "only": 3},
        {"domain": "innomo.fi", "people": 0, "only": 0},
    ]
    # What is known isn't asked again.
    assert "Which email" not in nk("leave", "--look").err
    assert answers.left == "2\n"


def test_domains_are_not_asked_for_where_nobody_can_answer_or_nothing_ends_yet(
    nk: Run, at_jamk: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers(monkeypatch, "1")
    assert "when you graduate, the academy's" not in nk("leave", "--look").err
    nk("me", "graduates:2027-06-02")
    assert "when you graduate, the academy's" not in nk("leave", "--look", "--json").err
    monkeypatch.setattr(asking_domains, "can_ask", lambda: False)
    ran = nk("leave", "--look")
    assert "when you graduate, the academy's" not in ran.err
    assert "netkeeper me domains:jamk.fi says which." in ran.err
    assert answers.left == "1\n"
    Answers(monkeypatch, "")
    assert "isn't known" in nk("leave", "--look").err


def test_whoever_is_reached_at_linkedin_alone_is_told_as_such(nk: Run) -> None:
    nk("add", "Anna Virtanen", "url:https://www.linkedin.com/in/anna")
    said = nk("leave", "--look").err
    assert "no way to reach" not in said
    assert "1 person is reached at LinkedIn alone" in said


def test_where_no_more_lines_come_nothing_is_written(
    nk: Run, at_jamk: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nk("me", "graduates:2027-06-02")
    Answers(monkeypatch)
    ran = nk("leave", str(tmp_path / "pack"))
    assert (ran.status, ran.out) == (INTERRUPTED, "")
    assert "Stopped; nothing was changed." in ran.err
    assert not (tmp_path / "pack").exists()
