"""The pack's page speaks of the pack at hand, and archived people are told from the others in every file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netkeeper.actions.leaving.guide import GUIDE, is_of_pack, known_checksums
from netkeeper.actions.leaving.pack import PACK, Pack, write_pack
from netkeeper.domain.member.member import Member
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.store.network import Network
from tests.actions.helpers import add, log


@pytest.fixture
def network(folder: str) -> Network:
    network = Network(folder)
    anna = add(network, "Anna Virtanen", "email:anna@valio.example birthday:1999-05-14 whose:team")
    gone = add(network, "Gunnar Gone", "phone:040-5550102 birthday:24.11. note:hush whose:team")
    log(network, [anna.id], "coffee")
    log(network, [gone.id], "call")
    with network.transaction("Archived") as draft:
        draft.put_contact(replace(network.contact(gone.id), archived=True))
        draft.put_followup(FollowUp("", anna.id, date(2026, 12, 10), "send the offer"))
        draft.put_followup(FollowUp("", gone.id, date(2026, 12, 10), "send the invoice"))
        draft.put_member(Member(name="Iida Salmi", team="Kuutamo"))
    return network


def guide(made: Pack) -> str:
    return (Path(made.folder) / GUIDE).read_text(encoding="utf-8")


def test_each_pack_has_a_page_of_its_own(network: Network, tmp_path: Path, quick_age: None) -> None:
    plain = guide(write_pack(network, str(tmp_path / "plain")))
    locked = guide(write_pack(network, str(tmp_path / "locked"), passphrase="rye"))
    team = guide(write_pack(network, str(tmp_path / "team"), for_team=True))
    for text in (plain, locked):
        assert text.startswith("Your network: 2 people, taken out of netkeeper on 2026-11-23.\n1 of them is archived")
        assert "Keep the files to yourself" in text
    assert "The files are not locked" in plain
    assert "passphrase" not in plain
    assert "Without the passphrase nobody opens" in locked
    assert "The files are not locked" not in locked
    assert "netkeeper import network.json.age brings everything" in locked
    assert "before it was locked, and the locked file is on the disk byte for byte" in locked
    assert team.startswith("The contacts of Kuutamo: 2 people")
    assert "Iida" not in team
    assert "netkeeper import network.json brings these people and what is open with them." in team
    assert "how it felt" not in team
    assert "Keep the files within the team" in team
    for text in (plain, locked):
        assert "A file of archived people has nobody else in it" in text
        assert "the same people in the" not in text
    assert "for the same programs as contacts.vcf;" in plain
    assert "for the same programs as contacts.vcf.age;" in locked
    for name in ("contacts.vcf", "google.csv", "network.json"):
        assert re.search(rf"{re.escape(name)}(?!\.age)", locked.replace("-o contacts.vcf ", "")) is None
    for text in (plain, locked, team):
        assert text.count("Not for a spreadsheet") == sum(file.format in ("google", "outlook") for file in PACK)
        assert max(map(len, text.splitlines())) <= 120


def test_archived_people_are_in_files_of_their_own_or_named_as_such(network: Network, tmp_path: Path) -> None:
    made = write_pack(network, str(tmp_path / "pack"))
    assert made.is_whole
    texts = {file.name: (tmp_path / "pack" / file.name).read_text(encoding="utf-8-sig") for file in made.files}
    for file in made.files:
        has_anna, has_gone = "Virtanen" in texts[file.name], "Gunnar" in texts[file.name]
        assert (has_anna, has_gone) == {
            "active": (True, False),
            "archived": (False, True),
            "all": (True, file.file.format != "ics"),
        }[file.file.whom], file.name
    # The calendar rings for nobody archived.
    for name in ("follow-ups.ics", "follow-ups-as-events.ics"):
        assert "send the invoice" not in texts[name]
        assert "send the offer" in texts[name]
    counts = {file.name: {count.what: count.wanted for count in file.counts} for file in made.files}
    assert counts["contacts.vcf"]["people"] == counts["archived.vcf"]["people"] == 1
    assert counts["network.json"]["people"] == counts["contacts.csv"]["people"] == 2
    assert counts["interactions.csv"] == {"interactions": 2, "imported": 2}
    assert counts["network-book.html"]["interactions"] == counts["network-book.md"]["interactions"] == 2


def test_the_page_has_the_checksum_of_each_file(network: Network, tmp_path: Path) -> None:
    made = write_pack(network, str(tmp_path / "pack"))
    checksums = known_checksums(made.folder)
    assert checksums == {
        file.name: hashlib.sha256((tmp_path / "pack" / file.name).read_bytes()).hexdigest() for file in made.files
    }
    assert is_of_pack(made.folder, "google.csv", checksums)
    (tmp_path / "pack" / "google.csv").write_text("changed")
    assert not is_of_pack(made.folder, "google.csv", checksums)
    assert not is_of_pack(made.folder, "absent.csv", checksums)
    assert known_checksums(str(tmp_path)) == {}


def test_what_an_earlier_pack_had_and_this_one_has_not_goes(network: Network, tmp_path: Path) -> None:
    write_pack(network, str(tmp_path / "pack"))
    assert (tmp_path / "pack" / "archived.vcf").exists()
    with network.transaction("Back") as draft:
        for contact in network.contacts():
            draft.put_contact(replace(contact, archived=False))
    write_pack(network, str(tmp_path / "pack"), force=True)
    assert not list((tmp_path / "pack").glob("archived*"))


def test_where_all_are_archived_no_file_is_empty(network: Network, tmp_path: Path) -> None:
    with network.transaction("Archived") as draft:
        for contact in network.contacts():
            draft.put_contact(replace(contact, archived=True))
    made = write_pack(network, str(tmp_path / "pack"))
    assert made.is_whole
    assert "archived.vcf" in [file.name for file in made.files]
    assert not (tmp_path / "pack" / "contacts.vcf").exists()
