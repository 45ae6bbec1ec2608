"""Damage is said, with the file and the way out, and nothing is touched."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest

from netkeeper.domain.errors import DamagedError, StoreError
from netkeeper.store.layout import DATA_FILES
from netkeeper.store.network import Network
from tests.store.helpers import add_people, bytes_of, log_with, network_at, on_disk, plain, storage_at

MUTATIONS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "filled with NUL": lambda data: bytes(len(data)),
    "an empty list": lambda _: b"[]\n",
    "an empty object": lambda _: b"{}\n",
    "null": lambda _: b"null\n",
    "a BOM in front": lambda data: b"\xef\xbb\xbf" + data,
    "Windows line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "one bit": lambda data: data[:-40] + bytes([data[-40] ^ 1]) + data[-39:],
    "one digit": lambda data: re.sub(rb"\d(?=[^\d]*\Z)", lambda found: b"%d" % ((int(found[0]) + 1) % 10), data),
    "a line twice": lambda data: data.replace(last_line(data), last_line(data) * 2),
    "a line less": lambda data: data.replace(last_line(data), b""),
    "something after the end": lambda data: data + b"something\n",
    "no beginning": lambda data: data[1:],
    "two bytes changed round": lambda data: changed_round(data, 30),
    "Latin-1": lambda data: data.replace(b"coffee", b"caf\xe9").replace(b"Anna", b"\xc5sa").replace(b"A", b"\xc4", 1),
    "upper case": bytes.upper,
}


def changed_round(data: bytes, start: int) -> bytes:
    """The first two different neighbours from a place on, the other way round."""
    place = next(place for place in range(start, len(data)) if data[place] != data[place + 1])
    return data[:place] + data[place + 1 : place - 1 : -1] + data[place + 2 :]


def last_line(data: bytes) -> bytes:
    """The last line that holds a document."""
    return [line + b"\n" for line in data.splitlines() if len(line) > 20][-1]


@pytest.fixture
def backed_up(folder: str) -> str:
    """A compacted network with something in its journal, and a good backup; the backup's name."""
    network = network_at(folder)
    anna, bo = add_people(network, "Anna", "Bo")
    log_with(network, anna, "coffee")
    network.close()
    log_with(network, bo, "coffee again")
    add_people(network, "Cai")
    log_with(network, anna, "lunch")
    return network.storage.back_up("asked")


def read_all(folder: str) -> None:
    """Open a network and read all of it."""
    network = Network(folder)
    network.contacts()
    network.interactions()


def spoil(folder: str, name: str, data: bytes | None) -> None:
    """Put other bytes into a file, or take it away."""
    path = os.path.join(folder, name)
    if data is None:
        os.unlink(path)
        return
    with open(path + "-new", "wb") as file:
        file.write(data)
    os.replace(path + "-new", path)


@pytest.mark.parametrize("name", DATA_FILES)
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_changed_file_is_refused_with_its_name_and_the_newest_good_backup(
    folder: str, backed_up: str, name: str, mutation: str
) -> None:
    before = bytes_of(folder)
    spoil(folder, name, MUTATIONS[mutation](before[name]))
    spoilt = bytes_of(folder)
    assert spoilt[name] != before[name]

    with pytest.raises(DamagedError) as caught:
        read_all(folder)

    assert caught.value.path == os.path.join(folder, name)
    assert os.path.join(folder, name) in str(caught.value)
    assert str(caught.value).count(backed_up) == 1
    assert "\n" not in str(caught.value)
    assert bytes_of(folder) == spoilt


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_file_cut_anywhere_is_refused(folder: str, backed_up: str, name: str) -> None:
    whole = bytes_of(folder)[name]
    for part in range(50):
        spoil(folder, name, whole[: len(whole) * part // 50])
        before = bytes_of(folder)
        with pytest.raises(DamagedError, match=re.escape(os.path.join(folder, name)) + ".*" + backed_up):
            read_all(folder)
        assert bytes_of(folder) == before


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_missing_file_is_refused(folder: str, backed_up: str, name: str) -> None:
    spoil(folder, name, None)
    with pytest.raises(DamagedError, match=f"{name} is damaged: it is missing.*{backed_up}"):
        network_at(folder)
    assert name not in bytes_of(folder)


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_file_of_another_network_is_refused(folder: str, backed_up: str, name: str) -> None:
    other = network_at(folder + "-other")
    add_people(other, "Zoe", "Yngve", "Xenia", "Walter", "Vera", "Urho")
    spoil(folder, name, bytes_of(other.folder)[name])
    with pytest.raises(DamagedError, match="another network"):
        read_all(folder)


def test_a_snapshot_ahead_of_the_journal_is_refused(folder: str, backed_up: str) -> None:
    journal = bytes_of(folder)["journal.jsonl"]
    network_at(folder).close()
    spoil(folder, "journal.jsonl", journal.splitlines(keepends=True)[0])
    os.unlink(os.path.join(folder, ".lock"))
    with pytest.raises(DamagedError, match="it ends at"):
        read_all(folder)


def test_damage_is_not_written_over(folder: str, backed_up: str) -> None:
    for name in ("network.json", "journal.jsonl"):
        whole = bytes_of(folder)[name]
        network = network_at(folder)
        spoil(folder, name, whole[:-30] + b"x" + whole[-29:])
        spoilt = bytes_of(folder)
        with pytest.raises(DamagedError):
            network_at(folder)
        if name == "journal.jsonl":
            with pytest.raises(DamagedError, match=backed_up):
                add_people(network, "Dan")
            with pytest.raises(DamagedError, match=backed_up):
                network.undo()
            with pytest.raises(DamagedError, match=backed_up):
                network.close()
        assert bytes_of(folder) == spoilt
        spoil(folder, name, whole)


def test_damaged_interactions_hinder_only_what_needs_them(folder: str, backed_up: str) -> None:
    spoil(folder, "interactions.json", b"")
    network = network_at(folder)
    add_people(network, "Dan")
    with pytest.raises(DamagedError, match=backed_up):
        network.interactions()
    with pytest.raises(DamagedError, match=backed_up):
        network.kept_lines("1")
    with pytest.raises(DamagedError, match=backed_up):
        network.close()
    assert [contact.name for contact in network_at(folder).contacts()][-1] == "Dan"


def test_the_way_out_is_named_once_however_deep_the_damage_is_found(folder: str, backed_up: str) -> None:
    spoil(folder, "interactions.json", b"")
    network = network_at(folder)
    with pytest.raises(DamagedError) as caught, network.transaction("Looked"):
        network.interactions()
    assert str(caught.value).count("netkeeper doctor") == 1


def test_without_a_good_backup_the_message_says_so(folder: str) -> None:
    add_people(network_at(folder), "Anna")
    spoil(folder, "network.json", b"")
    with pytest.raises(DamagedError, match="no good backup; netkeeper doctor"):
        network_at(folder)


def test_a_bad_backup_is_not_named(folder: str, backed_up: str) -> None:
    later = network_at(folder).storage.back_up("asked")
    assert later > backed_up
    spoil(os.path.join(folder, "backups", later), "interactions.json", b"")
    spoil(folder, "network.json", b"")
    with pytest.raises(DamagedError, match=re.escape(f"newest good backup is {backed_up};")):
        network_at(folder)


def test_an_unfinished_line_was_never_acknowledged_and_is_dropped(folder: str) -> None:
    network = network_at(folder)
    add_people(network, "Anna")
    known, length = plain(network.storage), len(bytes_of(folder)["journal.jsonl"])
    with open(os.path.join(folder, "journal.jsonl"), "ab") as file:
        file.write(b'{"seq": 2, "at": "2026-11-23T09:00:00Z", "what": "' + b"x" * 500)

    assert on_disk(folder) == known
    add_people(network_at(folder), "Bo")
    assert b"xxx" not in bytes_of(folder)["journal.jsonl"]
    assert len(bytes_of(folder)["journal.jsonl"]) < length + 500
    assert [contact.name for contact in network_at(folder).contacts()] == ["Anna", "Bo"]


def test_an_unfinished_line_does_not_hide_what_comes_after_it(folder: str) -> None:
    network = network_at(folder)
    add_people(network, "Anna")
    reader = network_at(folder)
    with open(os.path.join(folder, "journal.jsonl"), "ab") as file:
        file.write(b"half a li")
    assert not reader.refresh()
    add_people(network, "Bo")
    assert reader.refresh()
    assert len(reader.contacts()) == 2


def test_a_journal_that_lost_its_end_is_not_taken_for_a_shorter_one(folder: str, backed_up: str) -> None:
    journal = bytes_of(folder)["journal.jsonl"]
    for cut in (len(journal) - 1, len(journal) - len(last_line(journal))):
        spoil(folder, "journal.jsonl", journal[:cut])
        with pytest.raises(DamagedError, match=r"it ends at change \d+, though change \d+ was saved.*\.lock"):
            network_at(folder)
    # The way to go on with what is left, as the message says.
    os.unlink(os.path.join(folder, ".lock"))
    assert len(network_at(folder).contacts()) == 3


def test_what_was_known_stays_known_when_the_files_are_spoilt(folder: str, backed_up: str) -> None:
    storage = storage_at(folder)
    known = plain(storage)
    for name in DATA_FILES:
        os.rename(os.path.join(folder, name), os.path.join(folder, name + "-away"))
    with pytest.raises(DamagedError, match="gone"):
        storage.refresh()
    with pytest.raises(StoreError), storage.transaction("x") as draft:
        draft.put("contacts", "1", {"name": "Eva"})
    assert plain(storage) == known
    assert bytes_of(folder) == {}
    for name in DATA_FILES:
        os.rename(os.path.join(folder, name + "-away"), os.path.join(folder, name))
    assert not storage.refresh()
    assert plain(storage) == known
