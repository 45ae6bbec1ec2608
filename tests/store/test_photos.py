"""Photos beside the network: written before what refers to them, shared by backups, removed when nothing does."""

from __future__ import annotations

import os
import stat
import sys
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

import pytest

from netkeeper.domain.errors import StoreError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.photos import digest_of
from netkeeper.store import backups, photos
from netkeeper.store.doctor import examine
from netkeeper.store.journal import JournalPosition
from netkeeper.store.network import Network
from netkeeper.store.overwrite_guard import refuse_network_file
from netkeeper.store.photo_lines import lines_with_files, lines_with_photos, put_lines
from netkeeper.store.restore import restore

DATA = bytes(range(256)) * 40
NAME = digest_of(DATA)
REFERENCE = f"PHOTO;ENCODING=b;TYPE=JPEG:photos/{NAME}"


def line(data: bytes = DATA) -> str:
    return f"PHOTO;ENCODING=b;TYPE=JPEG:{b64encode(data).decode()}"


def put(network: Network, *names: str, lines: Sequence[str] = (line(),)) -> list[str]:
    """Add contacts with these lines, as one change."""
    with network.transaction("Added") as draft:
        ids = [draft.put_contact(Contact("", name)).id for name in names]
        for contact_id in ids:
            put_lines(draft, contact_id, lines)
    return ids


def of(network: Network, contact_id: str) -> tuple[tuple[str, ...], int]:
    return lines_with_photos(network.folder, network.kept_lines(contact_id))


@pytest.fixture
def network(folder: str) -> Network:
    return Network(folder)


def shown(folder: str) -> list[str]:
    """What the doctor says about photos."""
    return [f"{each.level} {each.text}" for each in examine(folder) if "photo" in each.text]


def test_a_photo_is_one_private_file_that_no_table_holds(network: Network) -> None:
    anna, pekka = put(network, "Anna", "Pekka", lines=("X-A:1", line()))
    path = Path(network.folder) / "photos" / NAME
    assert [each.name for each in path.parent.iterdir()] == [NAME]
    assert path.read_bytes() == DATA
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert network.kept_lines(anna) == network.kept_lines(pekka) == ("X-A:1", REFERENCE)
    assert of(network, anna) == of(Network(network.folder), pekka) == (("X-A:1", line()), 0)
    network.storage.compact()
    body = b64encode(DATA)
    for parent, _, names in os.walk(network.folder):
        assert not any(body[:200] in (Path(parent) / name).read_bytes() for name in names)


def test_a_photo_is_there_before_the_change_that_refers_to_it(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(network, "Anna", lines=())
    seen: list[set[str]] = []
    journal = network.storage._files.journal
    append = journal.append

    def look(data: bytes, place: JournalPosition) -> JournalPosition:
        seen.append(backups.photo_names(network.folder))
        return append(data, place)

    monkeypatch.setattr(journal, "append", look)
    put(network, "Pekka")
    assert seen == [{NAME}]


def test_where_a_photo_cannot_be_written_nothing_is_changed(network: Network) -> None:
    put(network, "Anna", lines=())
    (Path(network.folder) / "photos").write_text("in the way")
    with pytest.raises(StoreError):
        put(network, "Pekka")
    assert [each.name for each in Network(network.folder).contacts()] == ["Anna"]


def test_a_change_that_is_given_up_leaves_no_photo(network: Network) -> None:
    with pytest.raises(RuntimeError), network.transaction("Added") as draft:
        put_lines(draft, draft.put_contact(Contact("", "Anna")).id, [line()])
        raise RuntimeError
    assert backups.photo_names(network.folder) == set()


def test_undo_and_redo_need_the_photo_and_it_goes_with_them(network: Network) -> None:
    put(network, "Pekka", lines=())
    (anna,) = put(network, "Anna")
    network.undo()
    network.storage.compact()
    backups.make_backup(network.folder, network._clock(), "import")
    backups.remove_unused_photos(network.folder)
    assert backups.photo_names(network.folder) == {NAME}
    assert shown(network.folder) == [
        "note 1 photo is nobody's any more; it is kept for as long as undo or a backup may bring it back."
    ]
    network.undo(network.storage.seq)
    assert of(network, anna) == ((line(),), 0)
    network.undo()
    network.storage.compact()
    backups.remove_archived_journals(network.folder)
    backups.remove_unused_photos(network.folder)
    assert backups.photo_names(network.folder) == set()


def test_a_backup_shares_the_photos_and_keeps_them(network: Network) -> None:
    (anna,) = put(network, "Anna")
    name = network.storage.back_up("asked")
    copy = backups.backup_path(network.folder, name)
    assert sorted(os.listdir(copy)) == ["interactions.json", "journal.jsonl", "network.json"]
    assert of(Network(copy), anna) == ((line(),), 0)
    with network.transaction("Removed") as draft:
        draft.remove_contact(anna)
    network.storage.compact()
    backups.remove_archived_journals(network.folder)
    backups.remove_unused_photos(network.folder)
    assert restore(network.folder, name, network._clock())[0] == name
    assert of(Network(network.folder), anna) == ((line(),), 0)


def test_a_backup_that_got_a_photo_of_its_own_has_the_shared_ones_too(network: Network) -> None:
    (anna,) = put(network, "Anna")
    name = network.storage.back_up("asked")
    copy = Network(backups.backup_path(network.folder, name))
    own = line(DATA[::-1])
    (pekka,) = put(copy, "Pekka", lines=(own,))
    assert of(copy, anna) == ((line(),), 0)
    assert of(copy, pekka) == ((own,), 0)
    # Restored, it brings its own along.
    restore(network.folder, name, network._clock())
    back = Network(network.folder)
    assert of(back, anna) == ((line(),), 0)
    assert of(back, pekka) == ((own,), 0)


def test_photos_go_when_the_last_backup_that_has_them_expires(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    (anna,) = put(network, "Anna")
    network.storage.back_up("import")
    with network.transaction("Removed") as draft:
        draft.remove_contact(anna)
    network.storage.compact()
    backups.remove_archived_journals(network.folder)
    monkeypatch.setattr(backups, "RISKY_KEPT", 1)
    assert backups.photo_names(network.folder) == {NAME}
    network.storage.back_up("import")
    assert backups.photo_names(network.folder) == set()


def test_what_cannot_be_read_may_refer_to_any_photo(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    put(network, "Anna", lines=())
    photos.write_photos(network.folder, {NAME: DATA})

    def refuse(path: str) -> bytes:
        raise StoreError(path)

    with monkeypatch.context() as patch:
        patch.setattr(backups, "read_bytes", refuse)
        backups.remove_unused_photos(network.folder)
    assert backups.photo_names(network.folder) == {NAME}
    backups.remove_unused_photos(network.folder)
    assert backups.photo_names(network.folder) == set()


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"other")])
def test_a_photo_that_is_gone_or_damaged_is_said_and_comes_again(network: Network, harm: object) -> None:
    (anna,) = put(network, "Anna", lines=("X-A:1", line()))
    assert shown(network.folder) == ["good 1 photo is whole."]
    path = Path(network.folder) / "photos" / NAME
    harm(path)  # type: ignore[operator]
    assert of(network, anna) == (("X-A:1",), 1)
    assert lines_with_files(network.folder, network.kept_lines(anna)) == (
        ("X-A:1",) if not path.exists() else ("X-A:1", REFERENCE)
    )
    (said,) = shown(network.folder)
    assert said.startswith("bad The photo of Anna is gone or damaged; all else is there. ")
    with network.transaction("Again") as draft:
        put_lines(draft, anna, ["X-A:1", line()])
        draft.put_contact(Contact(anna, "Anna", notes="again"))
    assert of(network, anna) == (("X-A:1", line()), 0)


def test_no_export_is_written_among_the_photos(network: Network) -> None:
    put(network, "Anna")
    with pytest.raises(StoreError, match="is part of a network"):
        refuse_network_file(os.path.join(network.folder, "photos", "a.vcf"))
    refuse_network_file(os.path.join(network.folder, "..", "photos", "a.vcf"))


def test_what_a_killed_write_left_is_told_and_cleared(network: Network) -> None:
    put(network, "Anna")
    left = Path(network.folder) / "photos" / ".netkeeper-tmp-abc"
    left.write_bytes(b"half")
    assert any("1 unfinished file" in each.text for each in examine(network.folder))
    put(Network(network.folder), "Pekka")
    assert not left.exists()
