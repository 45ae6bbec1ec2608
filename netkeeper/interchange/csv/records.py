"""The records of a table: cells, and the line each record begins on.

They are parsed with the csv module. A quotation mark that is never closed would swallow all following rows, so a
malformed or overlong record is read as its first line alone and the lines after it are parsed again. The amount
that is parsed again is limited.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netkeeper.interchange.csv.lines import MAX_LINE, Overlong
from netkeeper.override import override

MAX_READ_AGAIN = 8 * MAX_LINE
"""Limit of characters parsed again; beyond it every line is a record of its own."""

_COST_OF_A_LINE = 30


class Record(NamedTuple):
    """A row.

    Attributes:
        line: The line of the file it begins on, from 1.
        cells: Its cells; none for an empty line.
        problem: Why it could not be parsed properly; empty if it could.
    """

    line: int
    cells: list[str]
    problem: str = ""


class _EndlessError(Exception):
    """A record exceeds ``MAX_LINE``."""


class _OverlongError(Exception):
    """The first line of a record exceeds ``MAX_LINE``."""


class _Feed(Iterator[str]):
    """Feeds lines to the csv module and remembers those of the current record."""

    __slots__ = ("_again", "_source", "size", "taken")

    def __init__(self, source: Iterable[str]) -> None:
        self._source = iter(source)
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.size = 0

    @override
    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source)
        taken = self.taken
        self.size += len(line)
        if taken and (self.size > MAX_LINE or isinstance(line, Overlong)):
            self._again.appendleft(line)
            raise _EndlessError
        taken.append(line)
        if isinstance(line, Overlong):
            raise _OverlongError
        return line

    def begin(self) -> None:
        """Forget the lines of the previous record."""
        self.taken.clear()
        self.size = 0

    def put_back(self, lines: list[str]) -> None:
        """Return lines once more, before the remaining ones."""
        self._again.extendleft(reversed(lines))


def read_records(
    lines: Iterable[str], separator: str, first_line: int = 1, *, skips_blanks: bool = False
) -> Iterator[Record]:
    """The records of a table.

    Args:
        lines: Its lines, with their line ends.
        separator: The character between cells.
        first_line: The number of the first line.
        skips_blanks: Whether a quotation mark may stand behind a blank: ``"a", "b"``.
    """
    if csv.field_size_limit() < MAX_LINE:
        # The limit is global to the process, so it is only ever raised; lines are limited before they get here.
        csv.field_size_limit(MAX_LINE)
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=separator, strict=True, skipinitialspace=skips_blanks)
    number = first_line
    read_again = 0
    while read_again < MAX_READ_AGAIN:
        feed.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _OverlongError:
            yield Record(number, [], _too_long())
            number += 1
        except (csv.Error, _EndlessError):
            read_again += feed.size + _COST_OF_A_LINE * len(feed.taken)
            feed.put_back(feed.taken[1:])
            yield _alone(number, feed.taken[0], separator)
            number += 1
        else:
            yield Record(number, cells)
            number += len(feed.taken)
    while True:
        feed.begin()
        try:
            line = next(feed)
        except StopIteration:
            return
        except _OverlongError:
            yield Record(number, [], _too_long())
        else:
            yield _alone(number, line, separator)
        number += 1


def _alone(number: int, line: str, separator: str) -> Record:
    """A record of one line, even if its quotation marks are unbalanced."""
    line = line.rstrip("\r\n")
    try:
        return Record(number, next(csv.reader([line], delimiter=separator, strict=True), []))
    except csv.Error:
        cells = next(csv.reader([line], delimiter=separator), [])
        return Record(number, cells, "its quotation marks don't match; check what it says")


def _too_long() -> str:
    return f"a line of more than {MAX_LINE // 1_000_000} MB; take it out, or shorten it"
