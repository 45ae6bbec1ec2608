"""On which line of a TOML file each value stands, which no reader of TOML tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

KeyPath = tuple[str, ...]
"""The keys that lead to a value, from the outermost in."""

_AT = re.compile(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)$", re.DOTALL)


def lines_of(text: str) -> dict[KeyPath, int]:
    """The line of each key of a TOML text, counted from 1; of each table, the line of its header.

    A statement is read by itself as soon as its lines make sense, so that one value over many
    lines counts as beginning on its first.

    Args:
        text: TOML that can be read as a whole.
    """
    places: dict[KeyPath, int] = {}
    table: KeyPath = ()
    statement, begins = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        begins = begins or number
        statement += line + "\n"
        try:
            said = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        is_header = statement.lstrip().startswith("[")
        found = list(_paths(said))
        if is_header and found:
            table = found[-1]
            places.setdefault(table, begins)
        else:
            for path in found:
                places.setdefault((*table, *path), begins)
        statement, begins = "", 0
    return places


def _paths(said: Mapping[str, object], above: KeyPath = ()) -> Iterator[KeyPath]:
    """Every path into what a statement says, outer ones first."""
    for key, value in said.items():
        yield (*above, key)
        inner = value[-1] if isinstance(value, list) and value else value
        if isinstance(inner, dict):
            yield from _paths(inner, (*above, key))


def what_is_wrong(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    """The line that an error of TOML's reader is about, and what is wrong there."""
    found = _AT.match(str(error))
    if found is None:
        return 1, str(error)
    problem, line = found.groups()
    return int(line) if line else max(1, len(text.splitlines())), problem
