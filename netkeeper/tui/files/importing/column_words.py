"""What the columns of a table become, in words; and back from words to what a reader is told."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.csv import KINDS, ColumnMap, Table, Target, parse_target
from netkeeper.interchange.csv.targets import header_key
from netkeeper.tui.draw.lines import Line

_OF_ITS_PROGRAM = "as its program means it"
"""What becomes of a column that only some program's layout has."""

_WHO = ("name", "given", "family", "family-given", "nickname", "email", "organization", "phone")
"""What people are known by."""


def target_words(target: Target) -> str:
    """What a column becomes, as one says it: ``phone number · mobile``; as it came."""
    words = KINDS.get(target.kind, _OF_ITS_PROGRAM)
    words += f" {target.number}" if target.number > 1 else ""
    return f"{words} · {target.label}" if target.label else words


def kinds_like(typed: str) -> list[str]:
    """What a column can become that fits what is typed, the best first.

    Args:
        typed: Some letters of its words, or of the word that ``--map`` has for it; after a colon may stand
            what it is for.
    """
    sought = fold(typed.partition(":")[0]).strip()
    ranks = {kind: _rank(sought, kind, words) for kind, words in KINDS.items()}
    return sorted((kind for kind, rank in ranks.items() if rank is not None), key=lambda kind: ranks[kind] or 0)


def _rank(sought: str, kind: str, words: str) -> int | None:
    """How well a kind fits; None where it doesn't."""
    if sought in (kind, fold(words)):
        return 0
    if kind.startswith(sought) or fold(words).startswith(sought):
        return 1
    if any(word.startswith(sought) for word in fold(words).split()):
        return 2
    return 3 if sought in fold(words) else None


def target_meant(typed: str, kind: str | None) -> Target:
    """What was chosen for a column.

    Args:
        typed: What is typed; what it is for may stand in it, after a colon.
        kind: What was chosen from the list; None where nothing there fits.

    Raises:
        UnreadableFileError: Nothing was chosen, and what is typed is no word of ``--map``.
    """
    if kind is None:
        return parse_target(typed)
    return Target(kind, " ".join(typed.partition(":")[2].split()))


def said_in(table: Table, said: Mapping[int, Target]) -> tuple[str, ...]:
    """What was said of columns, as ``--map`` and ``Hints`` have it: by their numbers.

    Args:
        said: What its columns are, by place from 0.
    """
    keys = {header_key(text) for text in table.header}
    return tuple(
        f"{'#' if str(place + 1) in keys else ''}{place + 1}={target}" for place, target in sorted(said.items())
    )


def all_said(table: Table, mapping: ColumnMap, said: Mapping[int, Target]) -> tuple[str, ...]:
    """As :func:`said_in`, and where nothing was said, what one can tell people by: that was looked at and found right."""
    guessed = {each.place: each.target for each in mapping.columns if each.target.kind in _WHO}
    return said_in(table, said or {place: Target(each.kind, each.label) for place, each in guessed.items()})


def cells_below(table: Table, place: int, most: int = 3) -> list[str]:
    """The first filled cells of a column, as they came."""
    cells = (row.cells[place].strip() for row in table.sample if place < len(row.cells))
    return list(dict.fromkeys(cell for cell in cells if cell))[:most]


def who_is_missing(mapping: ColumnMap) -> str:
    """What has to be said yet before anybody can be made of the rows; empty where nothing has."""
    if mapping.is_sure:
        return ""
    unknown = [each.header for each in mapping.columns if not each.is_known and each.header]
    if {each.target.kind for each in mapping.columns} & set(_WHO):
        return f"Say which column is the name, or what {quoted(unknown[0])} is." if unknown else ""
    return "Say which column is the name; without one, nobody can be made of the rows."


def about_columns(table: Table, place: int) -> Line:
    """What stands in a column, for whoever is to say what that is."""
    cells = cells_below(table, place)
    return [(f"In it: {' · '.join(cells)}" if cells else "It is empty in the first rows.", "quiet")]
