"""Line numbers of values in a TOML text, which TOML parsers do not report."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

KeyPath = tuple[str, ...]
"""The keys that lead to a value, outermost first."""

_AT = re.compile(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)$", re.DOTALL)


def lines_of(text: str) -> dict[KeyPath, int]:
    """The line of each key, counted from 1; for a table the line of its header.

    Lines are collected until they parse as a statement, so a value of several lines has the number of its first.

    Args:
        text: Valid TOML.
    """
    places: dict[KeyPath, int] = {}
    table: KeyPath = ()
    statement, begins = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        begins = begins or number
        statement += line + "\n"
        try:
            values = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        is_header = statement.lstrip().startswith("[")
        found = list(_paths(values))
        if is_header and found:
            table = found[-1]
            places.setdefault(table, begins)
        else:
            for path in found:
                places.setdefault((*table, *path), begins)
        statement, begins = "", 0
    return places


def _paths(values: Mapping[str, object], above: KeyPath = ()) -> Iterator[KeyPath]:
    """Every key path of a parsed statement, outer ones first."""
    for key, value in values.items():
        yield (*above, key)
        inner = value[-1] if isinstance(value, list) and value else value
        if isinstance(inner, dict):
            yield from _paths(inner, (*above, key))


def what_is_wrong(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    """The line number and message of an error of ``tomllib`` about a text."""
    found = _AT.match(str(error))
    if found is None:
        return 1, str(error)
    problem, line = found.groups()
    return int(line) if line else max(1, len(text.splitlines())), problem
