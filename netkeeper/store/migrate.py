"""Migration from older file formats to the current one, one version at a time."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.store.snapshot import FORMAT, Tables

STEPS: dict[int, Callable[[Tables], Tables]] = {}
"""For each older format, a function that converts a file's tables to the next one. Format 1 is the first."""


def migrate(old_format: int, tables: Tables) -> Tables:
    """Convert the tables of one file to the current format.

    Args:
        old_format: The format of the file.
        tables: The tables of the file with the journal applied.
    """
    for step in range(old_format, FORMAT):
        tables = STEPS[step](tables)
    return tables
