"""What waits is spread over the coming days beside what falls due on them by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from netkeeper.actions.review.diary import open_review
from netkeeper.actions.review.workload import spread_over
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log


def test_o_counts_the_turns_and_promises_of_the_coming_days_first(network: Network) -> None:
    with network.transaction("Set the pace") as draft:
        draft.put_member(replace(network.member, pace=2))
    for number in range(7):
        log(network, [add(network, f"Waits {number}", "every:30d").id], f"when:{TODAY - timedelta(days=200)}")
    for number in range(2):
        # Their turn comes tomorrow by itself, and that of one more the day after, beside a promise.
        log(network, [add(network, f"Comes {number}", "every:30d").id], f"when:{TODAY - timedelta(days=29)}")
    log(network, [add(network, "Comes too", "every:30d").id], f"when:{TODAY - timedelta(days=28)}")
    log(network, [add(network, "Promised").id], f"when:{TODAY} next:{TODAY + timedelta(days=2)} todo:call")
    plan = open_review(network, TODAY)
    spread = spread_over(network, plan)
    assert len(spread.turns) == plan.waiting
    assert spread.days[0] == (TODAY + timedelta(days=3), 2)
