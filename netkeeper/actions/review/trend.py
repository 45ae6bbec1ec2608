"""Statistics of the last weeks, and how many contacts last past graduation."""

from __future__ import annotations

from datetime import date

from netkeeper.domain.retention.as_of import Movement, movement
from netkeeper.domain.retention.trend import Trend, trend
from netkeeper.store.network import Network


def lasting_of(network: Network, today: date) -> Movement:
    """How many last past graduation, and how that number moves. Loads the large file."""
    return movement(network.contacts(), network.interaction_summaries(), network.followups(), network.member, today)


def trend_of(network: Network, today: date) -> Trend:
    """How the last weeks went. Loads the large file."""
    return trend(network.contacts(), network.interaction_summaries(), network.member, today, lasting_of(network, today))
