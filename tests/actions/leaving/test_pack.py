"""The leaving pack: written, read back, proved; all of it or nothing."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.leaving import files, pack
from netkeeper.actions.leaving.pack import GUIDE, PACK, PackFile, write_pack
from netkeeper.actions.network.exporting import export, save_export
from netkeeper.domain.errors import AlreadyThereError, InvalidValueError, LockedFileError, StoreError
from netkeeper.domain.promises.follow_up import FollowUp, closed
from netkeeper.interchange.content import Hints, Outgoing
from netkeeper.interchange.formats import FORMATS
from netkeeper.store.network import Network
from netkeeper.system.files import replace_file
from tests.actions.helpers import TODAY, add, log

USUAL = [file.name for file in PACK if file.whom != "archived"]
"""The files of a pack in which nobody is archived."""


@pytest.fixture
def network(folder: str) -> Network:
    network = Network(folder)
    anna = add(network, "Anna Virtanen", "email:anna@valio.example phone:+358405550101 note:'likes rye bread' f:food")
    add(network, "Bo Bergman", "phone:040-5550102 whose:team note:confidential hope:employer")
    add(network, "Väinö Äyräs", "email:vaino@home.example birthday:1999-05-14")
    log(network, [anna.id], "coffee feel:2 next:2027-07-01 about the 'offer'")
    return network


def test_every_file_is_there_private_and_proved(network: Network, tmp_path: Path) -> None:
    made = write_pack(network, str(tmp_path / "pack"))
    assert made.is_whole
    assert made.people == 3
    assert sorted(os.listdir(made.folder)) == sorted([GUIDE, *USUAL])
    for name in os.listdir(made.folder):
        assert stat.S_IMODE(os.stat(os.path.join(made.folder, name)).st_mode) == 0o600, name
    for file in made.files:
        counts = {count.what: (count.found, count.wanted) for count in file.counts}
        if file.file.format in ("vcard", "vcard4", "google", "outlook", "csv", "json"):
            assert counts["people"] == (3, 3), file.name
            assert (counts["emails"], counts["phones"], counts["notes"]) == ((2, 2), (2, 2), (2, 2)), file.name
        elif file.file.format == "ics":
            assert counts == {"follow-ups": (1, 1), "birthdays": (1, 1)}
    guide = (tmp_path / "pack" / GUIDE).read_text(encoding="utf-8")
    for name in USUAL:
        assert name in guide
    assert "emails 2 of 2" in guide


@pytest.mark.parametrize("format_name", ["vcard", "google", "csv", "json", "ics", "html"])
def test_a_file_that_lacks_something_is_told(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    real = FORMATS[format_name]

    def lossy(outgoing: Outgoing) -> bytes:
        assert real.write is not None
        cards = tuple(replace(card, contact=replace(card.contact, emails=())) for card in outgoing.cards[1:])
        return real.write(replace(outgoing, cards=cards, records={**outgoing.records, "followups": ()}))

    monkeypatch.setitem(FORMATS, format_name, replace(real, write=lossy))
    made = write_pack(network, str(tmp_path / "pack"))
    assert not made.is_whole
    assert {file.file.format for file in made.files if not file.is_whole} == {format_name}


def test_a_file_that_cannot_be_read_back_is_told(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, "json", replace(FORMATS["json"], write=lambda _: b"{}"))
    made = write_pack(network, str(tmp_path / "pack"))
    (broken,) = [file for file in made.files if not file.is_whole]
    assert broken.name == "network.json"
    assert broken.counts[0].what.startswith("readable (")


@pytest.mark.slow  # Age takes its time by design.
def test_a_locked_pack_opens_with_its_passphrase_only(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PACK", PACK[-1:])  # Locking takes its time by design.
    made = write_pack(network, str(tmp_path / "pack"), passphrase="rye bread")
    path = tmp_path / "pack" / "network.json.age"
    assert made.is_whole
    assert b"Anna" not in path.read_bytes()
    for wrong in (None, "wheat bread"):
        with pytest.raises(LockedFileError, match="passphrase"):
            read_file(str(path), Hints(passphrase=wrong))
    assert len(read_file(str(path), Hints(passphrase="rye bread")).reading.contacts) == 3


def test_the_team_gets_its_people_without_what_is_private(network: Network, tmp_path: Path) -> None:
    anna, bo = network.contacts()[:2]
    log(network, [anna.id, bo.id], "meeting feel:4 a secret")
    made = write_pack(network, str(tmp_path / "pack"), for_team=True)
    assert made.is_whole
    assert made.people == 1
    for name in os.listdir(made.folder):
        text = (tmp_path / "pack" / name).read_text(encoding="utf-8-sig")
        assert "Anna" not in text, name
        assert "confidential" not in text, name
        assert "secret" not in text, name
        assert anna.id not in text, name
    whole = json.loads((tmp_path / "pack" / "network.json").read_text(encoding="utf-8"))
    assert "hopes" not in whole["contacts"][0]
    assert all("feeling" not in each for each in whole["interactions"])


def test_nobody_for_the_team_is_refused_and_nothing_is_written(network: Network, tmp_path: Path) -> None:
    with network.transaction("All mine") as draft:
        draft.put_contact(replace(network.contacts()[1], of_team=False))
    with pytest.raises(InvalidValueError, match="Nobody is marked as the team's"):
        write_pack(network, str(tmp_path / "pack"), for_team=True)
    assert os.listdir(tmp_path) == ["network"] or not (tmp_path / "pack").exists()


def test_files_that_are_there_stay_unless_forced(network: Network, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "google.csv").write_text("mine")
    (folder / "other.txt").write_text("mine too")
    with pytest.raises(AlreadyThereError):
        write_pack(network, str(folder))
    assert sorted(os.listdir(folder)) == ["google.csv", "other.txt"]
    assert write_pack(network, str(folder), force=True).is_whole
    assert (folder / "other.txt").read_text() == "mine too"
    assert "Anna" in (folder / "google.csv").read_text(encoding="utf-8-sig")


def test_a_file_in_the_place_of_the_folder_is_refused(network: Network, tmp_path: Path) -> None:
    (tmp_path / "pack").write_text("a file")
    with pytest.raises(StoreError, match="is a file; name a folder"):
        write_pack(network, str(tmp_path / "pack"))


class StoppedError(Exception):
    """What a person's Escape raises."""


@pytest.mark.parametrize("after", range(3))
def test_one_that_is_stopped_leaves_nothing_behind(network: Network, tmp_path: Path, after: int) -> None:
    before = sorted(os.listdir(tmp_path))

    def stop(_: PackFile, done: int, __: int) -> None:
        if done == after:
            raise StoppedError

    with pytest.raises(StoppedError):
        write_pack(network, str(tmp_path / "deep" / "er" / "pack"), progress=stop)
    assert sorted(os.listdir(tmp_path)) == before


def test_a_full_disk_leaves_nothing_behind(network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(os.listdir(tmp_path))
    real = replace_file

    def full(path: str, data: bytes, *, new_only: bool = False) -> None:
        if path.endswith("outlook.csv"):
            raise StoreError("Can't write it: the disk is full; nothing was changed.")
        real(path, data, new_only=new_only)

    monkeypatch.setattr(pack, "replace_file", full)
    with pytest.raises(StoreError, match="disk is full"):
        write_pack(network, str(tmp_path / "pack"))
    assert sorted(os.listdir(tmp_path)) == before


def test_the_pack_in_an_empty_network_is_the_same_network(network: Network, tmp_path: Path) -> None:
    made = write_pack(network, str(tmp_path / "pack"))
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(os.path.join(made.folder, "network.json"))], TODAY)
    assert other.contacts() == network.contacts()
    assert other.followups() == network.followups()
    assert other.interactions() == network.interactions()


def test_two_promises_of_before_that_say_the_same_and_one_to_somebody_put_away_come_along(
    network: Network, tmp_path: Path
) -> None:
    anna, bo, _ = sorted(network.contacts(), key=lambda contact: contact.name)
    with network.transaction("Promised as a netkeeper of before did") as draft:
        draft.put_followup(FollowUp("", anna.id, date(2027, 1, 4), "Send the offer"))
        draft.put_followup(FollowUp("", anna.id, date(2027, 1, 4), "send the offer"))
        draft.put_followup(FollowUp("", bo.id, date(2027, 1, 4), "call"))
        draft.put_contact(replace(bo, archived=True))
    made = write_pack(network, str(tmp_path / "pack"))
    assert made.is_whole
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(os.path.join(made.folder, "network.json"))], TODAY)
    assert other.followups() == network.followups()
    import_contacts(other, [read_file(os.path.join(made.folder, "network.json"))], TODAY)
    assert other.followups() == network.followups()


def test_a_network_is_never_written_over(network: Network, tmp_path: Path) -> None:
    folder = network.folder
    with pytest.raises(StoreError, match="A network lives in"):
        write_pack(network, folder, force=True)
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(StoreError, match="A network lives in"):
        write_pack(network, str(link), force=True)
    made = export(network, format_name="json")
    for name in ("network.json", "journal.jsonl", "interactions.json"):
        with pytest.raises(StoreError, match="is part of a network"):
            save_export(made, os.path.join(folder, name), force=True)
    assert [contact.name for contact in Network(folder).contacts()] == [each.name for each in network.contacts()]
    save_export(made, str(tmp_path / "network.json"))


def test_a_locked_pack_leaves_no_open_one_beside_it(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_age: None
) -> None:
    monkeypatch.setattr(files, "PACK", PACK[-1:])
    folder = tmp_path / "pack"
    write_pack(network, str(folder))
    (folder / "mine.txt").write_text("mine")
    write_pack(network, str(folder), passphrase="rye", force=True)
    assert sorted(os.listdir(folder)) == [GUIDE, "mine.txt", "network.json.age"]
    write_pack(network, str(folder), force=True)
    assert sorted(os.listdir(folder)) == [GUIDE, "mine.txt", "network.json"]


def test_the_team_is_told_of_nobody_else_nor_what_other_programs_noted(network: Network, tmp_path: Path) -> None:
    anna, bo = network.contacts()[:2]
    with network.transaction("Introduced") as draft:
        draft.put_contact(replace(bo, via=anna.id, of_team=True))
        draft.put_kept(bo.id, ("X-COMMENT:hush", "COMMENT:hush", "X-MS-TEXT;CUSTOM1:hush", "NICKNAME:Bosse"))
    log(network, [bo.id], "call next:1w")
    with network.transaction("Kept") as draft:
        draft.put_followup(closed(FollowUp("", bo.id, TODAY, "kept already"), TODAY))
    write_pack(network, str(tmp_path / "pack"), for_team=True)
    for path in (tmp_path / "pack").iterdir():
        text = path.read_text(encoding="utf-8-sig")
        assert "Anna" not in text, path.name
        assert "hush" not in text, path.name
        assert anna.id not in text, path.name
    whole = json.loads((tmp_path / "pack" / "network.json").read_text(encoding="utf-8"))
    assert len(whole["followups"]) == 1
    assert "kept already" not in str(whole)
    without = export(network, contact_ids=[bo.id], format_name="vcard", without=("notes",)).data
    assert b"hush" not in without
    assert b"Bosse" not in without
