"""The doctor says what is well and what isn't, and touches nothing."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netkeeper.store import backups
from netkeeper.store.doctor import Diagnosis, examine
from netkeeper.store.layout import DATA_FILES
from tests.store.helpers import add_people, bytes_of, fingerprint, log_with, network_at, put, remove, storage_at

COPIES = (
    "network (Anna's conflicted copy 2026-11-02).json",
    "network.sync-conflict-20261102-101010-ABCDEFG.json",
    "network 2.json",
    "network (1).json",
    "network-ANNAS-PC.json",
    "interactions (conflicted copy 2026-11-02 101010).json",
    "journal.sync-conflict-20261102-101010-ABCDEFG.jsonl",
    "journal_conflict-20261102-101010.jsonl",
    "network.json.bak",
)


@pytest.fixture
def network_folder(folder: str) -> str:
    """A network with a backup; its folder."""
    network = network_at(folder)
    anna, bo = add_people(network, "Anna", "Bo")
    log_with(network, anna, "coffee")
    network.storage.back_up("asked")
    network.close()
    log_with(network, bo, "lunch")
    return folder


def texts(folder: str, level: str) -> list[str]:
    """What the doctor says at a level."""
    return [finding.text for finding in examine(folder) if finding.level == level]


def test_a_healthy_network_has_only_good_findings(network_folder: str) -> None:
    assert {finding.level for finding in examine(network_folder)} == {"good"}
    said = " ".join(texts(network_folder, "good"))
    for part in (
        "network.json is whole",
        "interactions.json is whole",
        "journal.jsonl is whole: 1 change since change 3",
        "2 people, 2 interactions, 0 follow-ups",
        "the last change, 2026-11-23T09:00:00Z: Logged lunch",
        "1 good backup; the newest is 2026-11-23T090000Z-asked",
    ):
        assert part in said


def test_the_last_change_is_named_also_when_the_journal_is_compacted(network_folder: str) -> None:
    network_at(network_folder).close()
    assert any("Logged lunch" in text for text in texts(network_folder, "good"))


def test_no_network_is_no_illness(folder: str) -> None:
    assert examine(folder) == [
        Diagnosis("note", f"There is no network in {folder} yet; netkeeper add NAME begins one.")
    ]
    os.mkdir(folder, 0o700)
    assert [finding.level for finding in examine(folder)] == ["note"]


def test_what_is_no_folder_is_said(folder: str) -> None:
    with open(folder, "wb"):
        pass
    assert texts(folder, "bad") == [
        f"Can't look into {folder}: a part of the path is no folder; name another folder with --data."
    ]


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_damaged_file_is_named_with_the_way_out(network_folder: str, name: str) -> None:
    with open(os.path.join(network_folder, name), "r+b") as file:
        file.write(b"garbage")
    (bad,) = texts(network_folder, "bad")
    assert name in bad
    assert any("netkeeper restore brings the newest good backup back" in text for text in texts(network_folder, "note"))
    others = [other for other in DATA_FILES if other != name]
    assert [any(other in text for text in texts(network_folder, "good")) for other in others] == [True, True]


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_missing_file_is_named(network_folder: str, name: str) -> None:
    os.unlink(os.path.join(network_folder, name))
    (bad,) = texts(network_folder, "bad")
    assert name in bad and "missing" in bad


def test_files_that_are_whole_but_do_not_belong_together_are_said(network_folder: str) -> None:
    other = network_at(network_folder + "-other")
    add_people(other, "Zoe")
    os.replace(os.path.join(other.folder, "interactions.json"), os.path.join(network_folder, "interactions.json"))
    (bad,) = texts(network_folder, "bad")
    assert "another network" in bad


def test_an_unfinished_line_is_a_note(network_folder: str) -> None:
    with open(os.path.join(network_folder, "journal.jsonl"), "ab") as file:
        file.write(b"half a line")
    assert texts(network_folder, "bad") == []
    (said,) = texts(network_folder, "note")
    assert "ends in a line of 11 bytes" in said


def test_leftovers_of_killed_writes_are_a_note(network_folder: str) -> None:
    for place in (network_folder, backups.backups_folder(network_folder)):
        with open(os.path.join(place, ".netkeeper-tmp-0123"), "wb"):
            pass
        os.chmod(os.path.join(place, ".netkeeper-tmp-0123"), 0o600)
    (said,) = texts(network_folder, "note")
    assert said.startswith("2 unfinished files")
    put(storage_at(network_folder), "contacts", "7", name="Eva", step="potential")
    assert texts(network_folder, "note") == []


def test_what_others_may_read_is_a_note_with_the_way_out(network_folder: str) -> None:
    os.chmod(os.path.join(network_folder, "network.json"), 0o644)
    os.chmod(backups.backups_folder(network_folder), 0o755)
    (said,) = texts(network_folder, "note")
    assert "network.json, backups" in said
    assert f"chmod -R go= '{network_folder}'" in said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_what_belongs_to_another_user_is_bad(network_folder: str) -> None:
    os.chown(backups.backups_folder(network_folder), 65534, -1)
    (bad,) = texts(network_folder, "bad")
    assert bad.startswith("backups belongs to another user")


@pytest.mark.parametrize("name", COPIES)
def test_conflict_copies_are_shown_and_kept(network_folder: str, name: str) -> None:
    path = os.path.join(network_folder, name)
    with open(path, "wb") as file:
        file.write(b"x")
    (said,) = texts(network_folder, "note")
    assert name in said
    assert os.path.exists(path)


@pytest.mark.parametrize("name", ["notes.txt", "networks.json", "my network.json", "journals", "export.vcf"])
def test_other_files_are_nobodys_business(network_folder: str, name: str) -> None:
    with open(os.path.join(network_folder, name), "wb"):
        pass
    assert texts(network_folder, "note") == []


def test_references_to_people_who_are_not_there_are_notes(network_folder: str) -> None:
    storage = storage_at(network_folder)
    anna, bo = storage.table("contacts")
    put(storage, "followups", "5", contact_id=anna, due_on="2026-12-01", status="open")
    put(storage, "contacts", bo, **{**storage.table("contacts")[bo], "via": anna})
    put(storage, "contacts", "7", **{**storage.table("contacts")[bo], "via": "Pekka from Slush"})
    assert texts(network_folder, "note") == []
    remove(storage, "contacts", anna)
    said = texts(network_folder, "note")
    assert [text.split(" with ")[0] for text in said] == ["1 follow-up", "1 interaction", "1 introduction"]
    assert all("netkeeper history" in text for text in said)


def test_entries_that_cannot_be_read_are_bad(network_folder: str) -> None:
    storage = storage_at(network_folder)
    put(storage, "contacts", "7", name="Eva", step="emperor")
    put(storage, "followups", "8", contact_id="7", due_on="tomorrow", status="open")
    assert [text[:40] for text in texts(network_folder, "bad")] == [
        "1 entry of contacts can't be read: 7.",
        "1 entry of followups can't be read: 8.",
    ]


def test_a_bad_backup_is_a_note_and_the_newest_good_one_is_named(network_folder: str) -> None:
    newest = storage_at(network_folder).back_up("asked")
    os.unlink(os.path.join(backups.backup_path(network_folder, newest), "journal.jsonl"))
    (said,) = texts(network_folder, "note")
    assert said.startswith(f"The backup {newest} is no good: ")
    assert any(
        "1 good backup; the newest is 2026-11-23T090000Z-asked." in text for text in texts(network_folder, "good")
    )


def test_a_damaged_old_journal_is_a_note(network_folder: str) -> None:
    network_at(network_folder).close()
    journal = backups.all_archived_journals(network_folder)[0]
    with open(journal, "r+b") as file:
        file.write(b"garbage")
    (said,) = texts(network_folder, "note")
    assert journal in said


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from([*DATA_FILES, ".lock"]),
    data=st.one_of(st.none(), st.binary(max_size=300)),
    at=st.integers(0, 3000),
)
def test_whatever_is_in_the_files_the_doctor_answers_and_changes_nothing(
    network_folder: str, name: str, data: bytes | None, at: int
) -> None:
    path, whole = os.path.join(network_folder, name), bytes_of(network_folder).get(name, b"")
    if data is None:
        os.unlink(path)
    else:
        with open(path, "wb") as file:
            file.write(whole[:at] + data + whole[at + len(data) :])
    before = fingerprint(network_folder)
    try:
        for finding in examine(network_folder):
            assert finding.level in ("good", "note", "bad")
            assert finding.text and "\n" not in finding.text
        assert fingerprint(network_folder) == before
    finally:
        with open(path, "wb") as file:
            file.write(whole)
