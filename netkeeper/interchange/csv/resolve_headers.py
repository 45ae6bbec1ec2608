"""Resolving ambiguous headers from neighbouring headers and sample values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from netkeeper.interchange.csv.days import parse_written_date
from netkeeper.interchange.csv.headers import Meaning
from netkeeper.interchange.csv.ranks import are_importance, are_steps
from netkeeper.interchange.csv.targets import Target

_PREFIXES = frozenset((
    "dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "mag", "ing", "dipl", "herr", "frau", "hr", "fr", "herrn", "hra", "rva",
    "tri", "ft", "fil", "fru", "fröken", "herra", "rouva", "neiti", "maisteri", "tohtori",
))  # fmt: skip
_SEVERAL = frozenset(
    ("notes", "field", "line", "ignore", "filled-in", "stand-in", "met", "address.street", "last-contact")
)
"""Kinds that several columns may have."""

_WORDS_ONLY = frozenset(("name", "family-given", "given", "family", "organization", "field", "nickname", "department"))
"""Kinds that are never digits alone."""

_PARTS_OF_TOWN = ("address.city", "address.postal-code", "address.region", "address.country", "address.po-box")

Meanings = list[Meaning | None]


CellsOf = Callable[[int], Iterable[str]]
"""All cells of a column that aren't empty, by its index."""


def resolve_headers(
    meanings: Meanings, sample: Sequence[Sequence[str]], layout: str, cells_of: CellsOf | None = None
) -> Meanings:
    """Resolve ambiguous and conflicting meanings of a table's headers, in place.

    Args:
        meanings: The meaning of each header by itself; None if unknown.
        sample: Some rows.
        layout: The layout of the table.
        cells_of: All cells of a column, for what all of them must be; None where there is nothing but the sample.
    """
    below = [_column(sample, place) for place in range(len(meanings))]
    _settle_ranks(meanings, cells_of or below.__getitem__, layout)
    if layout == "table":
        _settle_days(meanings, below)
        _drop_numbers(meanings, below)
    _settle_titles(meanings, sample, layout)
    _settle_names(meanings, sample)
    _settle_birthdays(meanings)
    if layout == "Outlook":
        _settle_outlook(meanings)
    _settle_addresses(meanings)
    _drop_doubles(meanings)
    return meanings


def _kinds(meanings: Meanings) -> set[str]:
    return {meaning.target.kind for meaning in meanings if meaning}


def _set_kind(meanings: Meanings, place: int, kind: str) -> None:
    meaning = meanings[place]
    assert meaning is not None
    meanings[place] = replace(meaning, target=replace(meaning.target, kind=kind))


def _places(meanings: Meanings, kind: str) -> list[int]:
    return [place for place, meaning in enumerate(meanings) if meaning and meaning.target.kind == kind]


def _column(sample: Sequence[Sequence[str]], place: int) -> list[str]:
    """The filled cells of a column."""
    return [cell for row in sample for cell in (text.strip() for text in row[place : place + 1]) if cell]


def _settle_ranks(meanings: Meanings, cells_of: CellsOf, layout: str) -> None:
    """A status is the step, and a priority the importance, where all cells are; else they are what else they may be.

    Outlook's Priority is that of an entry, and filled in by itself.
    """
    for place, meaning in enumerate(meanings):
        kind, _, otherwise = meaning.target.kind.partition("-or-") if meaning else ("", "", "")
        if not otherwise or kind == "title":
            continue
        is_rank = are_steps if kind == "step" else are_importance
        may_be = kind not in _kinds(meanings) and (kind == "step" or layout != "Outlook")
        if may_be and is_rank(cells_of(place)):
            _set_kind(meanings, place, kind)
        elif otherwise == "line":
            meanings[place] = None
        else:
            _set_kind(meanings, place, otherwise)


def _settle_days(meanings: Meanings, below: Sequence[list[str]]) -> None:
    """``Last`` is the family name, but above days that of the last contact."""
    for place in _places(meanings, "family"):
        if below[place] and all(parse_written_date(cell) for cell in below[place]):
            _set_kind(meanings, place, "last-contact")


def _drop_numbers(meanings: Meanings, below: Sequence[list[str]]) -> None:
    """Names, organizations and fields of digits alone are numbers of a register, and stay in the notes."""
    for place, meaning in enumerate(meanings):
        if meaning and meaning.target.kind in _WORDS_ONLY and below[place] and all(map(_is_digits, below[place])):
            meanings[place] = None


def _is_digits(cell: str) -> bool:
    return not cell.strip("0123456789 .,-/#") and any(character.isdigit() for character in cell)


def _settle_titles(meanings: Meanings, sample: Sequence[Sequence[str]], layout: str) -> None:
    """``Title`` is a form of address in Outlook (Dr.), and a job title in most other tables."""
    for place in _places(meanings, "title-or-prefix"):
        below = [cell.strip().lower() for row in sample for cell in row[place : place + 1] if cell.strip()]
        is_called = bool(below) and all(cell.split()[0].rstrip(".") in _PREFIXES for cell in below)
        is_prefix = "title" in _kinds(meanings) or layout == "Outlook" or is_called
        _set_kind(meanings, place, "prefix" if is_prefix else "title")
    for place in _places(meanings, "title-too"):
        if "title" in _kinds(meanings):
            meanings[place] = None
        else:
            _set_kind(meanings, place, "title")


def _settle_names(meanings: Meanings, sample: Sequence[Sequence[str]]) -> None:
    """``Name`` beside a given name without a family name is the family name, unless it contains the given name."""
    kinds = _kinds(meanings)
    if "given" not in kinds or "family" in kinds or "name" not in kinds:
        return
    given, name = _places(meanings, "given")[0], _places(meanings, "name")[0]
    both = [(row[given].strip(), row[name].strip()) for row in sample if len(row) > max(given, name)]
    pairs = [(first, whole) for first, whole in both if first and whole]
    if sum(first in whole for first, whole in pairs) * 2 < max(len(pairs), 1):
        _set_kind(meanings, name, "family")


def _settle_birthdays(meanings: Meanings) -> None:
    """In Thunderbird's columns for year, month and day, the Finnish and German word for the day means birthday."""
    if _kinds(meanings) & {"birthday.year", "birthday.month"}:
        for place in _places(meanings, "birthday"):
            _set_kind(meanings, place, "birthday.day")


def _settle_outlook(meanings: Meanings) -> None:
    """In Finnish Outlook the second street line of the home address lacks its label; other unlabelled parts are dropped."""
    for place, meaning in enumerate(meanings):
        if meaning is None or not meaning.target.kind.startswith("address.") or meaning.target.label:
            continue
        is_street = meaning.target.kind == "address.street"
        meanings[place] = replace(meaning, target=replace(meaning.target, label="home")) if is_street else None


def _settle_addresses(meanings: Meanings) -> None:
    """An address column beside columns for town or postal code holds only the street."""
    groups: dict[tuple[str, int], set[str]] = {}
    for meaning in meanings:
        if meaning and meaning.target.kind.startswith("address") and not meaning.is_line:
            target = meaning.target
            groups.setdefault((target.label, target.number), set()).add(target.kind)
    for place in _places(meanings, "address"):
        meaning = meanings[place]
        assert meaning is not None
        kinds = groups[meaning.target.label, meaning.target.number]
        if "address.street" not in kinds and kinds.intersection(_PARTS_OF_TOWN):
            _set_kind(meanings, place, "address.street")
            kinds.add("address.street")
    _join_groups(meanings, groups)


def _join_groups(meanings: Meanings, groups: dict[tuple[str, int], set[str]]) -> None:
    """Move town, postal code and country without a street to the only address, where it lacks them."""
    with_street = [group for group, kinds in groups.items() if kinds & {"address.street", "address"}]
    if len(with_street) != 1:
        return
    for place, meaning in enumerate(meanings):
        if meaning and meaning.target.kind in _PARTS_OF_TOWN:
            target = meaning.target
            kinds = groups[with_street[0]]
            if (target.label, target.number) != with_street[0] and target.kind not in kinds:
                label, number = with_street[0]
                meanings[place] = replace(meaning, target=Target(target.kind, label, number))
                kinds.add(target.kind)


def _drop_doubles(meanings: Meanings) -> None:
    """Make the second column of the same unrepeatable target a line in the notes."""
    seen: Counter[tuple[str, str, int]] = Counter()
    for place, meaning in enumerate(meanings):
        if meaning is None:
            continue
        target = meaning.target
        if target.kind in _SEVERAL or not (target.kind.startswith("address") or _is_single(target)):
            continue
        seen[target.kind, target.label, target.number] += 1
        if seen[target.kind, target.label, target.number] > 1:
            meanings[place] = None


def _is_single(target: Target) -> bool:
    return target.kind.partition(".")[0] not in ("email", "phone", "url", "event", "relation", "im", "custom")
