"""What an import says of columns that it knows from earlier ones."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.text.display import fit, plain

_MOST_NAMED = 6
_LONGEST_HEADER = 30


def remembered_words(columns: Mapping[str, str]) -> str:
    """The columns that are read as they were said to be at an earlier import.

    Args:
        columns: Targets by header; at least one.
    """
    named = [f"{fit(plain(header), _LONGEST_HEADER)} is {target}" for header, target in columns.items()]
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    return f"Columns as you said before: {', '.join(named[:_MOST_NAMED])}{more}."
