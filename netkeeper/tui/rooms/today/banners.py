"""Banner lines above and below Today's list: a notice and the key that acts on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.dates.describe import describe_span

if TYPE_CHECKING:
    from netkeeper.domain.review.plan import Review
    from netkeeper.store.network import Network


class Banners(NamedTuple):
    """The banner lines of a plan.

    Attributes:
        above: Lines above the list.
        below: Lines below the list.
        asks: Whether one asks how the review was.
    """

    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    asks: bool = False


def banners(network: Network, plan: Review, key: Callable[[str], str]) -> Banners:
    """The banner lines of today's plan.

    Args:
        key: Gives the label of a key, as it is bound now, by the id of its binding.
    """
    # Imported here: only needed after the first paint.
    from netkeeper.actions.review.diary import pace_news
    from netkeeper.actions.review.workload import capacity_of
    from netkeeper.phrases.capacity import capacity_brief
    from netkeeper.phrases.pace import pace_brief

    above, below = [], []
    rest = can_be_spread(plan, network.member.pace)
    if plan.away_days:
        spreads = f" · {rest} more, {key('today.spread')} spreads them" if rest else ""
        above.append(f"{describe_span(plan.away_days)} away{spreads}")
    if plan.is_lighter:
        above.append("a lighter day: the others come later")
    day = network.diary_day(plan.day)
    # On a day with nothing but sorting, the review is over only once that is done.
    is_over = plan.is_done and not (plan.sort and all(each.group == "sort" for each in plan.dealt))
    asks = is_over and day.answer is None
    if asks:
        below.append(
            f"How was it? {key('today.easy')} easy  {key('today.good')} good  {key('today.too-much')} too much"
        )
    if news := pace_news(network, plan.day):
        below.append(pace_brief(news))
    found = capacity_of(network)
    if not found.is_enough:
        below.append(f"{capacity_brief(found)} · {key('today.balance')} balances")
    return Banners(tuple(above), tuple(below), asks)


def can_be_spread(plan: Review, pace: int) -> int:
    """How many lines exceed the pace: promises beyond it, and those who can wait."""
    return plan.waiting + max(0, len(plan.promises) - max(1, pace))
