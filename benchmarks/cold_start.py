"""``netkeeper due`` and ``netkeeper log`` as whole processes, against ``import tinydb``.

Run: python -m benchmarks.cold_start
"""

from __future__ import annotations

import sys

from benchmarks.folders import environment, network_folder
from benchmarks.timing import in_turn, process, report
from netkeeper.store.network import Network

MARKS = {
    ("due", "ordinary"): 2.0,
    ("due", "large"): 4.5,
    ("due --brief", "ordinary"): 2.0,
    ("due --brief", "large"): 4.5,
    ("log", "ordinary"): 2.0,
    ("log", "large"): 4.0,
}

NETKEEPER = ("-c", "from netkeeper.__main__ import main; main()")
"""What the script does that pip installs."""


def main() -> int:
    """Print a line for each command and size; 1 where a mark is missed."""
    met = True
    for size in ("ordinary", "large"):
        with network_folder(size) as folder:
            name = Network(folder).names()[0][0]
            surroundings = environment(folder)
            times = in_turn(
                {
                    "floor": process(["-c", "import tinydb"]),
                    "due": process([*NETKEEPER, "due"], **surroundings),
                    "due --brief": process([*NETKEEPER, "due", "--brief"], **surroundings),
                    "log": process([*NETKEEPER, "log", name, "coffee, wants a workshop", "next:2w"], **surroundings),
                }
            )
            for command in ("due", "due --brief", "log"):
                met &= report(f"netkeeper {command}, {size}", times[command], times["floor"], MARKS[command, size])
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
