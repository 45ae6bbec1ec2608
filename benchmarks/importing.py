"""Bringing in 10,000 people of a table, first and again, against a loop that only reads, dumps and syncs the same rows.

Run: python -m benchmarks.importing
"""

from __future__ import annotations

import csv
import itertools
import json
import os
import sys
import tempfile

from benchmarks.networks import TODAY
from benchmarks.timing import in_turn, report
from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.store.network import Network

PEOPLE = 10_000
ROUNDS = 3

MARKS = {"first": 50.0, "again": 40.0}
"""In multiples of the floor: each person is looked for, explained, checked, remembered and written safely."""

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def main() -> int:
    """Print a line for the first time and one for the second; 1 where a mark is missed or it took more than one commit."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "Connections.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(HEADER)
            file.writelines(map(_row, range(PEOPLE)))
        return 0 if _measure(folder, path) else 1


def _row(number: int) -> str:
    return (
        f"Maija{number},Mäkelä{number % 97},https://www.linkedin.com/in/maija{number},"
        f"maija{number}@yritys{number % 300}.example,Yritys {number % 300} Oy,Head of {number % 80},14 May 2025\n"
    )


def _measure(folder: str, path: str) -> bool:
    numbers = itertools.count()
    network = Network(os.path.join(folder, "network"))

    def bring(into: Network) -> None:
        import_contacts(into, [read_file(path)], TODAY)

    def first() -> None:
        nonlocal network
        network = Network(os.path.join(folder, f"network-{next(numbers)}"))
        bring(network)

    def floor() -> None:
        with open(path, encoding="utf-8", newline="") as file:
            data = json.dumps(list(csv.DictReader(file))).encode()
        with open(os.path.join(folder, "floor"), "wb") as out:
            out.write(data)
            os.fsync(out.fileno())

    times = in_turn({"floor": floor, "first": first, "again": lambda: bring(network)}, ROUNDS)
    assert network.people_count == PEOPLE
    met = [report(f"{PEOPLE:,} people, {name}", times[name], times["floor"], mark) for name, mark in MARKS.items()]
    print(f"{'':<42} commits: {network.storage.seq}")
    return all(met) and network.storage.seq == 1


if __name__ == "__main__":
    sys.exit(main())
