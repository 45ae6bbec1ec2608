"""The made-up people of the demo network, a file for each circle; no company or person is real.

Nothing in them names a season, a month or a weekday, for the days move with today.
"""

from __future__ import annotations

from netkeeper.demo.cast import design, events, food, forest, health, learning, logistics, money, tables
from netkeeper.demo.cast.story import Story

CAST: tuple[Story, ...] = (
    *food.PEOPLE,
    *tables.PEOPLE,
    *design.PEOPLE,
    *health.PEOPLE,
    *learning.PEOPLE,
    *logistics.PEOPLE,
    *events.PEOPLE,
    *forest.PEOPLE,
    *money.PEOPLE,
)
"""Everybody, in the order in which they are written down."""
