"""Programs that tests start, to have several processes at one network.

``python -m tests.store.programs log FOLDER COUNT`` logs so many meetings;
``back FOLDER COUNT`` goes back to the beginning and forth again so many times;
``hold FOLDER`` takes the lock, says so and keeps it; ``kill FOLDER ROUNDS SEED`` is a test of its own.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date, timedelta

from netkeeper.actions.interactions import log
from netkeeper.actions.people import people
from netkeeper.domain.errors import CannotUndoError, NetkeeperError
from netkeeper.domain.language.contact_words import ContactChanges
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.store import storage as storage_module
from netkeeper.store.doctor import examine
from netkeeper.store.network import Network
from netkeeper.system.lock import locked
from tests.store.helpers import MOMENT, network_at, unfinished

TODAY = date(2026, 11, 23)


def started(*arguments: str) -> subprocess.Popen[str]:
    """One of these programs, started, its output at hand."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.programs", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def log_once(network: Network, number: int, who: str) -> None:
    """Log a meeting with the first contact, with a promise."""
    words = log_words(split_text(f'meeting {number} of {who} next:2w todo:"call {number} of {who}"'), TODAY)
    log.log(network, [network.contacts()[0].id], words, TODAY, promises=log.Promises.KEEP)


def log_many(folder: str, count: int) -> None:
    """Log meetings, each through a network opened for it, as a shell would."""
    for number in range(count):
        log_once(network_at(folder), number, str(os.getpid()))


def back_and_forth(folder: str, count: int) -> None:
    """Go back to before the second change and forth again, whatever others do meanwhile."""
    for _ in range(count):
        network = network_at(folder)
        with contextlib.suppress(CannotUndoError):
            network.undo_from(2)
            # Others may have logged since: this takes back the going back, and nothing of theirs.
            network.undo(next(change.seq for change in network.past() if change.undoes_from == 2))


def hold(folder: str) -> None:
    """Take the lock and keep it."""
    with locked(folder):
        sys.stdout.write("held\n")
        sys.stdout.flush()
        time.sleep(60)


def work(folder: str, acks: int) -> None:
    """Change a network without end, with compaction and backups between; acknowledge each change."""
    storage_module.JOURNAL_LIMIT_BYTES = 3000
    done = len(Network(folder).contacts())
    while True:
        # Each change falls on another day, so that each makes a backup and rotates the others.
        network = network_at(folder, MOMENT + timedelta(days=done))
        people.add(network, f"Person {done}", ContactChanges(), TODAY)
        os.write(acks, b"%d\n" % done)
        done += 1


def killed_after(folder: str, seconds: float) -> int:
    """The last change acknowledged by a process that works on a network until it is killed; -1 for none."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            work(folder, writing)
        finally:
            os._exit(3)
    os.close(writing)
    with os.fdopen(reading, "rb") as acks:
        first = acks.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the process ended by itself"
        rest = acks.read()
    return int((first + rest).splitlines()[-1])


def kill_rounds(folder: str, rounds: int, seed: int) -> None:
    """Kill a process at work again and again; after each time, all it acknowledged is there."""
    chance = random.Random(seed)
    for _ in range(rounds):
        acked = killed_after(folder, chance.uniform(0, 0.04))
        names = [contact.name for contact in Network(folder).contacts()]
        assert names in ([f"Person {n}" for n in range(acked + 1)], [f"Person {n}" for n in range(acked + 2)]), (
            acked,
            names,
        )
        findings = examine(folder)
        assert not [finding for finding in findings if finding.level == "bad"], findings
        if acked > 1:
            assert any("good backup" in finding.text for finding in findings if finding.level == "good"), findings
            assert not any("is no good" in finding.text for finding in findings), findings
        people.add(network_at(folder, MOMENT), f"Person {len(names)}", ContactChanges(), TODAY)
        assert not unfinished(folder)
    sys.stdout.write(f"{len(Network(folder).contacts())} people after {rounds} kills\n")


def main(arguments: list[str]) -> None:
    """Run the program that is named."""
    name, folder, *rest = arguments
    try:
        if name == "log":
            log_many(folder, int(rest[0]))
        elif name == "back":
            back_and_forth(folder, int(rest[0]))
        elif name == "hold":
            hold(folder)
        elif name == "kill":
            kill_rounds(folder, int(rest[0]), int(rest[1]))
    except NetkeeperError as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
