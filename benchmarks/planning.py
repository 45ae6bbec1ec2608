"""The day's review in memory.

Run: python -m benchmarks.planning
"""

from __future__ import annotations

import sys

from benchmarks.folders import network_folder
from benchmarks.networks import TODAY
from benchmarks.timing import in_turn
from netkeeper.domain.review import plan
from netkeeper.store.network import Network

MARK_SECONDS = 0.010


def main() -> int:
    """Print a line for each size; 1 where the mark is missed."""
    met = True
    for size in ("ordinary", "large"):
        with network_folder(size) as folder:
            network = Network(folder)
            standings, followups, member = network.standings(), network.followups_on(TODAY), network.member
            times = in_turn({"plan": lambda: _plan(standings, followups, member)}, 30)["plan"]  # noqa: B023
            ok = times.median <= MARK_SECONDS
            met &= ok
            print(
                f"the day's review, {size:<10} {times.median * 1000:6.2f} ms   mark "
                f"{MARK_SECONDS * 1000:.0f} ms   {'ok' if ok else 'MISSED'}"
            )
    return 0 if met else 1


def _plan(*arguments: object) -> None:
    plan(*arguments, TODAY)  # type: ignore[arg-type]


if __name__ == "__main__":
    sys.exit(main())
