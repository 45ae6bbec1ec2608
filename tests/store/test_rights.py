"""Files are private, links stay links, and what belongs to others is left alone."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator

import pytest

from netkeeper.domain.errors import StoreError
from netkeeper.store import restore
from netkeeper.store.doctor import examine
from netkeeper.store.layout import DATA_FILES
from netkeeper.store.network import Network
from netkeeper.system.files import replace_file
from tests.store.helpers import MOMENT, add_people, bytes_of, every_path, log_with, modes, network_at, outcome

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither modes nor owners like these")
NOBODY = 65534
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0
as_root = pytest.mark.skipif(not IS_ROOT, reason="only root can give files away")


@contextlib.contextmanager
def without_rights() -> Iterator[None]:
    """Act as a user whom modes hold back, which they don't root."""
    if IS_ROOT:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if IS_ROOT:
            os.seteuid(0)


def hand_over(folder: str) -> None:
    """Make a network that of the user without rights."""
    for path in (folder, *(os.path.join(folder, name) for name in os.listdir(folder))):
        os.chown(path, NOBODY if IS_ROOT else -1, -1)


@pytest.fixture
def open_place() -> Iterator[str]:
    """A folder that anybody may walk through."""
    place = tempfile.mkdtemp()
    os.chmod(place, 0o755)
    yield place
    for path in every_path(place):
        os.chmod(path, 0o700)
    shutil.rmtree(place)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777], ids=oct)
def test_files_are_0600_and_folders_0700_whatever_the_umask(folder: str, umask: int) -> None:
    before = os.umask(umask)
    try:
        network = network_at(os.path.join(folder, "deeper"))
        (anna,) = add_people(network, "Anna")
        log_with(network, anna, "coffee")
        network.close()
        log_with(network, anna, "lunch")
        network.storage.back_up("asked")
        restore.restore(network.folder, None, MOMENT)
        replace_file(os.path.join(network.folder, "export.vcf"), b"x", new_only=True)
    finally:
        os.umask(before)
    found = modes(folder)
    assert len(found) > 12
    for path, mode in found.items():
        wanted = 0o700 if os.path.isdir(os.path.join(folder, path)) else 0o600
        assert mode == oct(wanted), path


def test_temporary_files_are_beside_what_they_become(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: pytest.fail("nothing goes to the machine's temporary folder"))
    seen: list[str] = []
    real = os.open

    def noting(path: str, flags: int, mode: int = 0o777, **options: int) -> int:
        seen.append(os.fspath(path))
        return real(path, flags, mode, **options)

    monkeypatch.setattr(os, "open", noting)
    network = network_at(folder)
    add_people(network, "Anna")
    network.storage.back_up("asked")
    network.close()
    monkeypatch.undo()
    assert len(seen) > 10
    assert not [path for path in seen if not path.startswith(os.path.dirname(folder))]


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_linked_file_stays_a_link_and_its_target_changes(folder: str, name: str) -> None:
    network = network_at(folder)
    (anna,) = add_people(network, "Anna")
    path = os.path.join(folder, name)
    elsewhere = os.path.join(os.path.dirname(folder), "elsewhere")
    os.mkdir(elsewhere)
    target = os.path.join(elsewhere, "data of mine")
    os.rename(path, target)
    os.symlink(target, path)
    with open(target, "rb") as file:
        before = file.read()

    network = network_at(folder)
    log_with(network, anna, "coffee")
    backup = network.storage.back_up("asked")
    network.close()

    assert os.path.islink(path)
    assert os.path.realpath(path) == target
    with open(target, "rb") as file:
        assert file.read() != before
    assert len(Network(folder).interactions()) == 1
    assert sorted(os.listdir(os.path.join(folder, "backups", backup))) == sorted(DATA_FILES)
    assert len(Network(os.path.join(folder, "backups", backup)).interactions()) == 1


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_damaged_linked_file_is_still_a_link_after_restoring(folder: str, name: str) -> None:
    network = network_at(folder)
    add_people(network, "Anna")
    network.storage.back_up("asked")
    path, target = os.path.join(folder, name), folder + "-target"
    os.rename(path, target)
    os.symlink(target, path)
    with open(target, "wb"):
        pass
    restore.restore(folder, None, MOMENT)
    assert os.path.islink(path)
    assert len(Network(folder).contacts()) == 1
    assert Network(folder).interactions() == []


@pytest.mark.parametrize("name", DATA_FILES)
@pytest.mark.parametrize(
    ("to", "said"), [("nowhere", "is a link to .*nowhere, which isn't there"), ("itself", "in a circle")]
)
def test_a_link_that_leads_nowhere_is_said_and_kept(folder: str, name: str, to: str, said: str) -> None:
    add_people(network_at(folder), "Anna")
    path = os.path.join(folder, name)
    os.unlink(path)
    os.symlink(os.path.join(folder, name if to == "itself" else "nowhere"), path)
    before = bytes_of(folder)

    messages = {
        outcome(lambda: Network(folder).interactions()),
        outcome(
            lambda: network_at(folder).close() if name == "interactions.json" else add_people(network_at(folder), "Bo")
        ),
        *(finding.text for finding in examine(folder) if finding.level == "bad"),
    }
    assert messages
    for message in messages:
        assert re.search(f"{re.escape(path)}.*{said}", message), message
    assert os.path.islink(path)
    assert bytes_of(folder) == before
    assert not os.path.exists(os.path.join(folder, "nowhere"))


def test_a_link_is_never_followed_for_the_lock(folder: str) -> None:
    add_people(network_at(folder), "Anna")
    precious = folder + "-precious"
    with open(precious, "w", encoding="utf-8") as file:
        file.write("precious")
    os.unlink(os.path.join(folder, ".lock"))
    os.symlink(precious, os.path.join(folder, ".lock"))
    with pytest.raises(StoreError):
        add_people(network_at(folder), "Bo")
    with open(precious, encoding="utf-8") as file:
        assert file.read() == "precious"


@as_root
@pytest.mark.parametrize("name", DATA_FILES)
def test_another_users_file_is_refused_and_kept(folder: str, name: str) -> None:
    network = network_at(folder)
    add_people(network, "Anna")
    path = os.path.join(folder, name)
    os.chown(path, NOBODY, -1)
    before = bytes_of(folder)
    with pytest.raises(StoreError, match=re.escape(path) + " belongs to another user"):
        network_at(folder).interactions()
    with pytest.raises(StoreError, match="belongs to another user"):
        network_at(folder).close()
    assert bytes_of(folder) == before
    assert os.stat(path).st_uid == NOBODY
    assert any(finding.level == "bad" and "another user" in finding.text for finding in examine(folder))


def test_a_read_only_folder_can_be_read_and_says_why_it_cannot_be_written(open_place: str) -> None:
    folder = os.path.join(open_place, "network")
    (anna,) = add_people(network_at(folder), "Anna")
    hand_over(folder)
    os.chmod(folder, 0o500)
    before = bytes_of(folder)
    with without_rights():
        network = network_at(folder)
        assert [contact.name for contact in network.contacts()] == ["Anna"]
        assert network.interactions() == []
        for act in (lambda: log_with(network, anna, "no"), network.close, lambda: network.storage.back_up("asked")):
            assert re.fullmatch(r"Can't .*: this user may not do that there[.;].*", outcome(act))
    os.chmod(folder, 0o700)
    os.unlink(os.path.join(folder, ".lock"))
    os.chmod(folder, 0o500)
    with without_rights():
        assert outcome(network.close) == f"Can't write in {folder}: this user may not do that there."
        assert [contact.name for contact in network_at(folder).contacts()] == ["Anna"]
    assert bytes_of(folder) == before


def test_a_folder_that_cannot_be_made_is_said(open_place: str) -> None:
    folder = os.path.join(open_place, "network")
    os.chmod(open_place, 0o555)
    with without_rights():
        network = network_at(folder)
        assert network.is_empty
        message = outcome(lambda: add_people(network, "Anna"))
    assert message == f"Can't make the folder {folder}: this user may not do that there."


def test_a_file_that_may_not_be_read_is_no_damage(open_place: str) -> None:
    folder = os.path.join(open_place, "network")
    add_people(network_at(folder), "Anna")
    hand_over(folder)
    for name in DATA_FILES:
        os.chmod(os.path.join(folder, name), 0o000)
        with without_rights():
            message = outcome(lambda: network_at(folder).interactions())
        assert message == f"Can't read {os.path.join(folder, name)}: this user may not do that there."
        os.chmod(os.path.join(folder, name), 0o600)


def test_a_file_where_the_folder_should_be_is_said(folder: str) -> None:
    with open(folder, "wb"):
        pass
    assert "no folder" in outcome(lambda: add_people(network_at(folder), "Anna"))
    assert os.path.isfile(folder)


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_folder_where_a_file_should_be_is_said(folder: str, name: str) -> None:
    add_people(network_at(folder), "Anna")
    os.unlink(os.path.join(folder, name))
    os.mkdir(os.path.join(folder, name))
    assert (
        outcome(lambda: network_at(folder).interactions())
        == f"Can't read {os.path.join(folder, name)}: it is a folder."
    )
    assert any(finding.level == "bad" and "it is a folder" in finding.text for finding in examine(folder))


def test_a_new_file_never_replaces_one_that_is_there(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "export.vcf")
    replace_file(path, b"first", new_only=True)
    with pytest.raises(StoreError, match="is there already"):
        replace_file(path, b"second", new_only=True)
    with open(path, "rb") as file:
        assert file.read() == b"first"
    os.unlink(path)
    os.symlink(os.path.join(tmp_path, "nowhere"), path)
    with pytest.raises(StoreError, match="is there already"):
        replace_file(path, b"second", new_only=True)
    assert os.listdir(tmp_path) == ["export.vcf"]
