"""A table's documents, parsed one by one when somebody asks for them.

A snapshot has one document on each line, so a line can wait as text until it is needed: most of what
a command loads it never looks at. What a look at the text can tell (``candidates``)
needs no parsing either: inside JSON strings every quotation mark is escaped, so ``"archived":true``
can't be part of one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from netkeeper.domain.records import Fields
from netkeeper.override import override

_decoder = json.JSONDecoder()


def decode_json(text: str) -> Any:
    """A JSON text that is known to be one: a third of the time of ``json.loads`` for a short one."""
    return _decoder.raw_decode(text)[0]


def parse_document(value: str | Fields) -> Fields:
    """A document that may still be text."""
    return decode_json(value) if isinstance(value, str) else value


_TABLE = re.compile(r',\n("[^"\\]*(?:\\.[^"\\]*)*"): \{(?:(\})|\n)')
"""What a table begins with in a snapshot; the second group where it is empty."""


class LazyDocuments(MutableMapping[str, Fields]):
    """Documents by id, each of them text until it is asked for."""

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        """Start with these: documents, or their JSON texts; the dictionary is taken over."""
        self._values: dict[str, str | Fields] = {} if values is None else values

    @override
    def __getitem__(self, number: str) -> Fields:
        value = self._values[number]
        if isinstance(value, str):
            value = self._values[number] = decode_json(value)
        return value

    @override
    def __setitem__(self, number: str, document: Fields) -> None:
        self._values[number] = document

    @override
    def __delitem__(self, number: str) -> None:
        del self._values[number]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    @override
    def __len__(self) -> int:
        return len(self._values)

    @override
    def __contains__(self, number: object) -> bool:
        return number in self._values

    def raw(self) -> Mapping[str, str | Fields]:
        """Every document as it is at hand: parsed, or its JSON text."""
        return self._values


def raw(documents: Mapping[str, Fields]) -> Mapping[str, str | Fields]:
    """Documents as they are at hand: parsed, or their JSON texts."""
    return documents.raw() if isinstance(documents, LazyDocuments) else documents


def candidates(documents: Mapping[str, Fields], fragment: str) -> Iterator[tuple[str, Fields]]:
    """The documents whose JSON text holds a fragment, and those that are parsed already.

    Args:
        fragment: A piece of compact JSON, such as ``"status":"open"``.

    Yields:
        Id and document; whether it is really meant is for the caller to see.
    """
    for number, value in list(raw(documents).items()):
        if not isinstance(value, str) or fragment in value:
            yield number, documents[number]


def read_lines(text: str) -> dict[str, MutableMapping[str, Fields]]:
    """The tables of a snapshot's text, which was checked to be what netkeeper wrote.

    Args:
        text: All that follows the snapshot's ``meta``.

    Returns:
        Tables by name.
    """
    tables: dict[str, MutableMapping[str, Fields]] = {}
    place = 0
    while table := _TABLE.match(text, place):
        name, is_empty = json.loads(table[1]), table[2]
        place = table.end()
        if is_empty:
            tables[name] = LazyDocuments()
            continue
        # A document is one line that begins with its id, so only the table's end begins with a brace.
        end = text.index("\n}", place)
        lines = text[place + 1 : end].split(',\n"')
        tables[name] = LazyDocuments(dict([line.split('":', 1) for line in lines]))
        place = end + 2
    return tables
