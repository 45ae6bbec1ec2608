"""Several processes at one network, some of them killed."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator

import pytest

from netkeeper.domain.errors import BusyError
from netkeeper.store import storage as storage_module
from netkeeper.store.history import with_undone_by
from netkeeper.store.network import Network
from netkeeper.system import lock as lock_module
from netkeeper.system.lock import locked
from tests.store.helpers import add_people, network_at
from tests.store.programs import started

ROUNDS = int(os.environ.get("NETKEEPER_KILL_ROUNDS", "40"))
SEED = int(os.environ.get("NETKEEPER_KILL_SEED", "23"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and fork")


@pytest.fixture
def holder(folder: str) -> Iterator[int]:
    """The number of a process that holds the lock and keeps it."""
    add_people(network_at(folder), "Anna")
    process = started("hold", folder)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process.pid
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.mark.slow  # Dozens of processes that are killed.
@posix
def test_what_was_acknowledged_survives_kill_9(folder: str) -> None:
    process = started("kill", folder, str(ROUNDS), str(SEED))
    output, _ = process.communicate(timeout=300)
    assert process.returncode == 0, output
    assert int(output.split()[0]) >= 2 * ROUNDS


def test_four_processes_logging_at_once_lose_nothing(folder: str) -> None:
    add_people(network_at(folder), "Anna")
    processes = [started("log", folder, "50") for _ in range(4)]
    for process in processes:
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0, output

    network = Network(folder)
    logged = network.interactions()
    assert len(logged) == 200
    assert len({interaction.id for interaction in logged}) == 200
    assert len({interaction.note for interaction in logged}) == 200
    assert len(network.followups()) == 200
    assert [transaction.seq for transaction in network.past()] == list(range(201, 0, -1))


def test_going_back_while_others_log_keeps_the_record_whole(folder: str) -> None:
    add_people(network_at(folder), "Anna", "Bo")
    processes = [started("log", folder, "20"), started("log", folder, "20"), started("back", folder, "10")]
    for process in processes:
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0, output

    network = Network(folder)
    past = list(network.past())
    assert [transaction.seq for transaction in past] == list(range(len(past), 0, -1))
    # Whatever came when, the marks say of each meeting whether it is there.
    logged = {
        change.id: by is None
        for transaction, by in with_undone_by(past)
        for change in transaction.changes
        if transaction.what.startswith("Logged") and change.table == "interactions"
    }
    assert len(logged) == 40
    assert {interaction.id for interaction in network.interactions()} == {number for number in logged if logged[number]}
    network.undo_from(2)
    assert network.interactions() == []
    assert [contact.name for contact in Network(folder).contacts()] == ["Anna"]


def test_several_networks_in_one_process_see_each_other(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage_module, "JOURNAL_LIMIT_BYTES", 2000)
    networks = [network_at(folder) for _ in range(3)]
    for number in range(40):
        add_people(networks[number % 3], f"Person {number}")
    for network in networks:
        network.refresh()
        assert [contact.name for contact in network.contacts()] == [f"Person {number}" for number in range(40)]


@posix
def test_the_lock_of_a_killed_process_is_free_at_once(folder: str, holder: int) -> None:
    os.kill(holder, signal.SIGKILL)
    began = time.monotonic()
    add_people(network_at(folder), "Bo")
    assert time.monotonic() - began < 1
    assert len(Network(folder).contacts()) == 2


@posix
def test_a_stopped_holder_is_named_after_a_while(folder: str, holder: int) -> None:
    os.kill(holder, signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(BusyError, match=rf"process {holder}\).*try again"), locked(folder, timeout_seconds=0.2):
        pass
    assert 0.15 < time.monotonic() - began < 2


@posix
def test_a_network_says_who_keeps_it_busy_and_stays_as_it_was(
    folder: str, holder: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_module, "TIMEOUT_SECONDS", 0.1)
    os.kill(holder, signal.SIGSTOP)
    network = network_at(folder)
    with pytest.raises(BusyError, match=str(holder)):
        add_people(network, "Bo")
    assert [contact.name for contact in network.contacts()] == ["Anna"]
    os.kill(holder, signal.SIGKILL)
    add_people(network, "Bo")
    assert [contact.name for contact in Network(folder).contacts()] == ["Anna", "Bo"]


def test_reading_needs_no_lock(folder: str, holder: int) -> None:
    assert [contact.name for contact in Network(folder).contacts()] == ["Anna"]


def test_a_writer_that_waited_sees_what_was_written_meanwhile(folder: str) -> None:
    add_people(network_at(folder), "Anna")
    slow, quick = network_at(folder), network_at(folder)
    add_people(quick, "Bo")
    with slow.transaction("Looked") as draft:
        assert [contact.name for contact in slow.contacts()] == ["Anna", "Bo"]
        draft.describe("nothing to do")


@posix
def test_a_lock_file_that_is_removed_while_it_is_taken_guards_nothing(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    add_people(network_at(folder), "Anna")
    real = fcntl.flock

    def too_late(descriptor: int, operation: int) -> None:
        monkeypatch.undo()
        os.unlink(os.path.join(folder, ".lock"))
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", too_late)
    with locked(folder), pytest.raises(BusyError), locked(folder, timeout_seconds=0.1):
        pass


def test_a_lock_file_that_was_removed_guards_nothing(folder: str) -> None:
    network = network_at(folder)
    add_people(network, "Anna")
    with locked(folder):
        os.unlink(os.path.join(folder, ".lock"))
    add_people(network, "Bo")
    assert len(Network(folder).contacts()) == 2
