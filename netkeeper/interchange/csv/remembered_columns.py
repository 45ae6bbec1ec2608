"""What the user said columns are, kept by header for later tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.interchange.csv.plain_columns import is_plain
from netkeeper.interchange.csv.targets import Target, header_key, parse_target

_LONGEST_HEADER = 100


def targets_of(remembered: Mapping[str, str]) -> dict[str, Target]:
    """The targets of remembered columns; those that a newer or older netkeeper knows are left out."""
    targets = {}
    for header, text in remembered.items():
        try:
            targets[header] = parse_target(text)
        except UnreadableFileError:
            continue
    return targets


def with_remembered(
    chosen: Mapping[str, Target] | None, remembered: Mapping[str, Target] | None
) -> Mapping[str, Target] | None:
    """The targets by whose headers the header row is found; columns that are chosen by number have none."""
    if not remembered or (chosen and all(_place(name) is not None for name in chosen)):
        return chosen
    return {**remembered, **(chosen or {})}


def remembered_in(
    header: Sequence[str], chosen: Mapping[str, Target], remembered: Mapping[str, Target]
) -> dict[str, Target]:
    """The remembered targets of a table's columns, without those that are chosen anew; none in netkeeper's own table."""
    if is_plain(header):
        return {}
    anew = {header_key(each) for each in chosen_in(header, chosen)}
    by_key = {header_key(name): target for name, target in remembered.items()}
    return {
        each: by_key[header_key(each)]
        for each in header
        if each and header_key(each) in by_key and header_key(each) not in anew
    }


def chosen_in(header: Sequence[str], chosen: Mapping[str, Target]) -> dict[str, str]:
    """The chosen targets by header, those that were chosen by number too; none where the table has no headers."""
    found = {}
    by_key = {header_key(each): each for each in reversed(header)}
    for name, target in chosen.items():
        place = _place(name)
        written = by_key.get(header_key(name))
        if written is None and place is not None and place < len(header):
            written = header[place]
        if written and not written.isdecimal() and len(written) <= _LONGEST_HEADER:
            found[written] = str(target)
    return found


def _place(name: str) -> int | None:
    """The index of a column that is named by its number (``3``, ``#3``); None for a header."""
    number = name.removeprefix("#")
    return int(number) - 1 if number.isdecimal() and 0 < len(number) < 6 and int(number) > 0 else None
