"""Living with netkeeper's review for two years, beside two plain rules.

Run: python -m benchmarks.review_simulation
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks.coming_back import BEARABLE_DAYS, BREAKS, come_back, missed_on_return
from benchmarks.living import IMPORTED, FixedReminders, Netkeeper, OneList, Outcome, Rule, live
from netkeeper.domain.member.member import Member

SIZES = (50, 150, 500, 1500)
RETURN_SIZES = (40, 60, 80, 100)
WITHIN = 1.5
"""Within capacity, the 95th percentile of the time without contact is at most so many cadences."""
STARVES = 3.0
"""Nobody's longest time without contact is more than so many times the median of the same step."""

RULES: dict[str, Callable[[], Rule]] = {"netkeeper": Netkeeper, "one list": OneList, "fixed": FixedReminders}


def main() -> int:
    """Print the table; 1 where a mark is missed."""
    print(
        f"{'people':>6} {'+':>4} {'rule':<10} {'load':>5} | {'longest':>7} {'p95':>6} {'never':>5} | {'largest':>7} {'p95':>5} {'varies':>6} | {'late':>4}"
    )
    missed: list[str] = []
    for imported in (0, IMPORTED):
        for size in SIZES:
            for name, rule in RULES.items():
                outcome = live(size, rule, imported=imported)
                print(
                    f"{size:>6} {imported:>4} {name:<10} {outcome.load:>5.2f} | {outcome.longest:>7.1f} {outcome.p95:>6.2f} "
                    f"{outcome.never:>5} | {outcome.largest:>7} {outcome.list_p95:>5.0f} {outcome.varies:>6.2f} | "
                    f"{outcome.late:>4}"
                )
                if name == "netkeeper":
                    missed += [f"{size}+{imported}: {each}" for each in missed_marks(outcome)]
    print(
        f"\n{'people':>6} {'away':>4} {'o':<7} | {'asked':>5} {'waiting':>7} on a day of the two weeks after, at most | {'longest':>7}"
    )
    for away in BREAKS:
        for size in RETURN_SIZES:
            for spreads in (False, True):
                found = come_back(size, away, spreads=spreads)
                print(
                    f"{size:>6} {away:>4} {'spreads' if spreads else '':<7} | {max(found.asked[:BEARABLE_DAYS]):>5} "
                    f"{max(found.waiting[:BEARABLE_DAYS]):>7} {'':38} | {found.longest:>7.2f}"
                )
            missed += [f"{size}, {away} days away: {each}" for each in missed_on_return(size, away)]
    for each in missed:
        print(f"MISSED  {each}")
    if not missed:
        print("all marks hold")
    return 1 if missed else 0


def missed_marks(outcome: Outcome, ceiling: int = Member().pace_ceiling) -> list[str]:
    """Which marks an outcome misses, in words."""
    missed = []
    if outcome.never:
        missed.append(f"{outcome.never} people whose turn came were never shown")
    if outcome.late:
        missed.append(f"{outcome.late} promises were shown late")
    if outcome.largest > ceiling:
        missed.append(f"a list of {outcome.largest}, over the ceiling of {ceiling}")
    if outcome.load <= 1 and outcome.p95 > WITHIN:
        missed.append(f"within capacity, the 95th percentile of the gap is {outcome.p95:.2f} cadences")
    if outcome.load > 1:
        for step, (longest, median) in outcome.by_step.items():
            if longest > STARVES * median:
                missed.append(f"somebody on the step {step} waited {longest:.1f} cadences, the median is {median:.1f}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
