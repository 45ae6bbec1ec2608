"""An interaction logged inside the process, against one append and fsync of the same bytes.

Run: python -m benchmarks.logging_inside
"""

from __future__ import annotations

import os
import sys
from unittest.mock import patch

from benchmarks.folders import network_folder
from benchmarks.networks import TODAY
from benchmarks.timing import in_turn, report
from netkeeper.actions.interactions.log import log
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.store.layout import JOURNAL_FILE
from netkeeper.store.network import Network

MARK = 2.5
ROUNDS = 60


def main() -> int:
    """Print a line for each size; 1 where a mark is missed or there is not exactly one fsync."""
    met = True
    for size in ("ordinary", "large"):
        with network_folder(size) as folder:
            met &= _measure(folder, size)
    return 0 if met else 1


def _measure(folder: str, size: str) -> bool:
    network = Network(folder)
    contact_id = network.names()[-1][0]
    words = log_words(split_text("coffee, wants a workshop feel:4"), TODAY)
    journal = os.path.join(folder, JOURNAL_FILE)

    def log_one() -> None:
        log(network, [contact_id], words, TODAY)

    log_one()
    before = os.path.getsize(journal)
    with patch("os.fsync", wraps=os.fsync) as fsync:
        log_one()
    fsyncs = fsync.call_count
    line = os.urandom(os.path.getsize(journal) - before)
    floor_path = os.path.join(folder, "floor")

    def append() -> None:
        descriptor = os.open(floor_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(descriptor, line)
        os.fsync(descriptor)
        os.close(descriptor)

    times = in_turn({"floor": append, "log": log_one}, ROUNDS)
    met = report(f"a logged interaction, {size} ({len(line)} bytes)", times["log"], times["floor"], MARK)
    print(f"{'':<42} fsyncs: {fsyncs}; interactions read: {network.storage.is_loaded('interactions')}")
    return met and fsyncs == 1


if __name__ == "__main__":
    sys.exit(main())
