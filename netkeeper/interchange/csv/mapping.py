"""The mapping from a table's columns to targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.csv.headers import LANGUAGES, Meaning, meaning_of
from netkeeper.interchange.csv.plain_columns import is_plain, plain_target
from netkeeper.interchange.csv.resolve_headers import CellsOf, resolve_headers
from netkeeper.interchange.csv.targets import LINE, Target, header_key

Layout = Literal["netkeeper", "LinkedIn", "Google", "Outlook", "Thunderbird", "table"]
"""The program whose layout a table has; ``table`` for any other."""

_LINKEDIN = frozenset(("first name", "last name", "connected on"))
_GOOGLE = ("e-mail 1 - value", "phone 1 - value", "group membership", "organization 1 - name", "name prefix", "labels")
_OUTLOOK = frozenset(("e-mail 2 address", "business street"))
_OUTLOOK_KINDS = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        place: Its index, from 0.
        header: Its header.
        target: What its cells become.
        is_known: Whether its header is known or the user chose its target; others become lines in the notes.
    """

    place: int
    header: str
    target: Target
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The targets of all columns.

    Attributes:
        columns: All columns, in order.
        layout: The layout of the table.
        language: The language of most headers: ``en``, ``fi``, ``sv`` or ``de``.
        is_sure: Whether it can be used without asking the user: rows can become contacts, and no unknown
            column may be the name.
    """

    columns: tuple[Column, ...]
    layout: Layout = "table"
    language: str = "en"
    is_sure: bool = True

    def changed(self, place: int, target: Target) -> ColumnMap:
        """The mapping with another target for one column."""
        columns = [
            replace(column, target=target, is_known=True) if column.place == place else column
            for column in self.columns
        ]
        return replace(self, columns=tuple(columns), is_sure=_is_sure(columns))


def guess_mapping(
    header: tuple[str, ...],
    sample: tuple[tuple[str, ...], ...] = (),
    chosen_targets: Mapping[str, Target] | None = None,
    cells_of: CellsOf | None = None,
) -> ColumnMap:
    """Find the target of each column.

    Args:
        sample: Some rows, to resolve ambiguous headers.
        chosen_targets: Targets that the user chose, by header or number; ``#2`` if there is a header named 2.
        cells_of: All cells of a column, where the file is at hand.

    Raises:
        UnreadableFileError: The user chose a target for a column that does not exist.
    """
    chosen = _chosen(header, chosen_targets or {})
    if is_plain(header):
        columns = [_plain_column(place, text) for place, text in enumerate(header)]
        columns = [replace(each, target=chosen.get(each.place, each.target)) for each in columns]
        return ColumnMap(tuple(columns), "netkeeper")
    language = _language(header)
    meanings = [_meaning(text, language) for text in header]
    layout = _layout(header, meanings)
    meanings = resolve_headers(meanings, sample, layout, cells_of)
    columns = [
        Column(place, text, meaning.target if meaning else LINE, meaning is not None)
        for place, (text, meaning) in enumerate(zip(header, meanings, strict=True))
    ]
    columns = [
        replace(each, target=chosen[each.place], is_known=True) if each.place in chosen else each for each in columns
    ]
    columns = _numbered(columns)
    return ColumnMap(tuple(columns), layout, language, _is_sure(columns))


def _chosen(header: tuple[str, ...], chosen_targets: Mapping[str, Target]) -> dict[int, Target]:
    chosen = {}
    keys = [header_key(text) for text in header]
    for name, target in chosen_targets.items():
        if header_key(name) in keys:
            place = keys.index(header_key(name))
        elif (number := name.removeprefix("#")[:9]).isdecimal() and 1 <= int(number) <= len(header):
            place = int(number) - 1
        else:
            there = ", ".join(quoted(text) for text in header[:12] if text)
            raise UnreadableFileError(f"The file has no column {quoted(name)}; it has {there}{_more(header)}.")
        chosen[place] = target
    return chosen


def _more(header: tuple[str, ...]) -> str:
    return f" and {len(header) - 12} more" if len(header) > 12 else ""


def _plain_column(place: int, header: str) -> Column:
    """A column of netkeeper's own table; a column added by somebody else becomes a line in the notes."""
    own = plain_target(header)
    return Column(place, header, own or LINE, is_known=own is not None)


def _language(header: tuple[str, ...]) -> str:
    counts = Counter(language for text in header if (found := meaning_of(text)) for language in found[1])
    return max(LANGUAGES, key=lambda language: counts[language])


def _meaning(header: str, language: str) -> Meaning | None:
    found = meaning_of(header, language)
    return found[0] if found else None


def _layout(header: tuple[str, ...], meanings: list[Meaning | None]) -> Layout:
    keys = {header_key(text) for text in header}
    if keys >= _LINKEDIN:
        return "LinkedIn"
    if any(key in _GOOGLE[:2] for key in keys) or sum(key in _GOOGLE for key in keys) > 2:
        return "Google"
    targets = [str(meaning.target) for meaning in meanings if meaning]
    if {"birthday.year", "birthday.month"}.issubset(targets):
        return "Thunderbird"
    # Only Outlook has this many columns for work.
    work = sum(target.endswith((":work", ":work fax")) for target in targets)
    kinds = sum(target.startswith(("phone", "relation", "event", "address")) for target in targets)
    if ("title" in targets and work >= 4 and kinds >= _OUTLOOK_KINDS) or keys >= _OUTLOOK:
        return "Outlook"
    return "table"


def _numbered(columns: list[Column]) -> list[Column]:
    """The columns, with different numbers for values that have the same header.

    A label column belongs to the value column of the same number, in either order.
    """
    seen: set[tuple[str, str, int]] = set()
    numbered = []
    for column in columns:
        target = column.target
        if target.kind.partition(".")[0] in ("email", "phone", "url", "event", "relation", "im", "custom"):
            while (target.kind, target.label, target.number) in seen:
                target = replace(target, number=target.number + 1)
            seen.add((target.kind, target.label, target.number))
        numbered.append(replace(column, target=target))
    return numbered


def _is_sure(columns: list[Column]) -> bool:
    kinds = {column.target.kind for column in columns}
    if kinds & {"name", "given", "family", "family-given"}:
        return True
    unknown = any(not column.is_known and column.header for column in columns)
    return bool(kinds & {"email", "organization", "phone", "nickname"}) and not unknown
