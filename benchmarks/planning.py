"""The day's review in memory.

Run: python -m benchmarks.planning
"""

from __future__ import annotations

import gc
import sys

from benchmarks.folders import network_folder
from benchmarks.networks import TODAY
from benchmarks.timing import Times, in_turn
from netkeeper.domain.review.plan import plan
from netkeeper.store.network import Network

MARK_SECONDS = 0.010


def main() -> int:
    """Print a line for each size; 1 where the mark is missed."""
    met = True
    for size in ("ordinary", "large"):
        with network_folder(size) as folder:
            took = _time(Network(folder))
        ok = took.median <= MARK_SECONDS
        met &= ok
        print(
            f"the day's review, {size:<10} {took.median * 1000:6.2f} ms   mark "
            f"{MARK_SECONDS * 1000:.0f} ms   {'ok' if ok else 'MISSED'}"
        )
    return 0 if met else 1


def _time(network: Network) -> Times:
    summaries, followups = network.contact_summaries(), network.followups_on(TODAY)
    promised, member = network.promised(), network.member
    # As the app does: what was loaded stays, and need not be looked through again and again.
    gc.collect()
    gc.freeze()

    def plan_it() -> None:
        plan(summaries, followups, member, TODAY, promised=promised)

    return in_turn({"plan": plan_it}, 30)["plan"]


if __name__ == "__main__":
    sys.exit(main())
