"""Targets of a table's columns in words, and the ``--map`` texts and hints made from choices."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.csv import KINDS, ColumnMap, Table, Target, parse_target
from netkeeper.interchange.csv.targets import header_key
from netkeeper.tui.draw.lines import Line

_OF_ITS_PROGRAM = "as its program means it"
"""The words for a target that only a known program's layout has."""

_WHO = ("name", "given", "family", "family-given", "nickname", "email", "organization", "phone")
"""Kinds of target of which one at least identifies a person."""


def target_words(target: Target) -> str:
    """A target in words: ``phone number · mobile``; unsanitized."""
    words = KINDS.get(target.kind, _OF_ITS_PROGRAM)
    words += f" {target.number}" if target.number > 1 else ""
    return f"{words} · {target.label}" if target.label else words


def matching_kinds(typed: str) -> list[str]:
    """The kinds that match a typed text, the best first.

    Args:
        typed: Letters of a kind's words, or of its word for ``--map``; a label may follow after a colon.
    """
    sought = fold(typed.partition(":")[0]).strip()
    ranks = {kind: _rank(sought, kind, words) for kind, words in KINDS.items()}
    return sorted((kind for kind, rank in ranks.items() if rank is not None), key=lambda kind: ranks[kind] or 0)


def _rank(sought: str, kind: str, words: str) -> int | None:
    """How well a kind matches, 0 the best; None where it doesn't."""
    if sought in (kind, fold(words)):
        return 0
    if kind.startswith(sought) or fold(words).startswith(sought):
        return 1
    if any(word.startswith(sought) for word in fold(words).split()):
        return 2
    return 3 if sought in fold(words) else None


def chosen_target(typed: str, kind: str | None) -> Target:
    """The target that was chosen for a column.

    Args:
        typed: The input, with the label after a colon.
        kind: The chosen kind; None where none matches.

    Raises:
        UnreadableFileError: No kind was chosen, and the input is no word of ``--map``.
    """
    if kind is None:
        return parse_target(typed)
    return Target(kind, " ".join(typed.partition(":")[2].split()))


def as_map_entries(table: Table, targets: Mapping[int, Target]) -> tuple[str, ...]:
    """Chosen targets as entries of ``--map`` and ``Hints.columns``, by column number.

    Args:
        targets: Targets by column, counted from 0.
    """
    keys = {header_key(text) for text in table.header}
    return tuple(
        f"{'#' if str(place + 1) in keys else ''}{place + 1}={target}" for place, target in sorted(targets.items())
    )


def confirmed_map_entries(table: Table, mapping: ColumnMap, targets: Mapping[int, Target]) -> tuple[str, ...]:
    """As :func:`as_map_entries`; without choices, the guesses that identify people, which were seen and confirmed."""
    guessed = {each.place: each.target for each in mapping.columns if each.target.kind in _WHO}
    return as_map_entries(table, targets or {place: Target(each.kind, each.label) for place, each in guessed.items()})


def sample_cells(table: Table, place: int, most: int = 3) -> list[str]:
    """The first different, filled cells of a column; unsanitized."""
    cells = (row.cells[place].strip() for row in table.sample if place < len(row.cells))
    return list(dict.fromkeys(cell for cell in cells if cell))[:most]


def missing_choice(mapping: ColumnMap) -> str:
    """What has to be chosen before rows can be read as people; empty where nothing has."""
    if mapping.is_sure:
        return ""
    unknown = [each.header for each in mapping.columns if not each.is_known and each.header]
    if {each.target.kind for each in mapping.columns} & set(_WHO):
        return f"Say which column is the name, or what {quoted(unknown[0])} is." if unknown else ""
    return "Say which column is the name; without one, nobody can be made of the rows."


def sample_line(table: Table, place: int) -> Line:
    """A line with sample cells of a column."""
    cells = sample_cells(table, place)
    return [(f"In it: {' · '.join(cells)}" if cells else "It is empty in the first rows.", "quiet")]
