"""From the formats of earlier netkeepers to today's, one step at a time."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.store.snapshot import FORMAT, Tables

STEPS: dict[int, Callable[[Tables], Tables]] = {}
"""For each older format, what turns a file's tables into the next format. Format 1 is the first."""


def migrate(old_format: int, tables: Tables) -> Tables:
    """Bring the tables of one file to today's format.

    Args:
        old_format: The format they are in.
        tables: The tables of that file, journal included.

    Returns:
        The tables in today's format.
    """
    for step in range(old_format, FORMAT):
        tables = STEPS[step](tables)
    return tables
