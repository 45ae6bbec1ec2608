"""Reading tables of contacts, whoever wrote them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from netkeeper.domain.errors import UnreadableFileError, in_app
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.cards import ParsedFile, ReadContact, Skipped
from netkeeper.interchange.csv.days import ORDERS, Days, Order, find_order
from netkeeper.interchange.csv.lines import Lines
from netkeeper.interchange.csv.mapping import ColumnMap, guess_mapping
from netkeeper.interchange.csv.question import Question
from netkeeper.interchange.csv.records import Record
from netkeeper.interchange.csv.repair_encoding import EncodingRepair
from netkeeper.interchange.csv.row import RowReader
from netkeeper.interchange.csv.table import NoHeaderError, Table, open_table
from netkeeper.interchange.csv.targets import Target

MAX_ROWS = 250_000
"""The most rows of one file, with what is no contact."""

_PROGRESS_EVERY = 200
_EMPTY_AT_ONCE = 10_000
_DATED = ("birthday", "event", "met_on", "last-contact")

ReadProgress = Callable[[int, int], None]
"""Called now and then with the bytes done and those there are; may raise to cancel."""


def read_csv(
    data: bytes,
    *,
    encoding: str | None = None,
    said: Mapping[str, Target] | None = None,
    header_line: int | None = None,
    mapping: ColumnMap | None = None,
    dates: Order | None = None,
    today: date | None = None,
    progress: ReadProgress | None = None,
) -> ParsedFile:
    """Read a table of contacts: LinkedIn's, Google's, Outlook's, Thunderbird's, or any other by its headers.

    Nothing is fetched. A row that can't become a contact is in ``skipped``, and costs no other row.

    Args:
        encoding: What its text is in, where the file doesn't tell.
        said: What some columns are, by header or number (``--map``, see ``parse_map``).
        header_line: The line that the headers are on, where a person settled it; 0 for none.
        mapping: What all columns are, where a person settled it; None to find out.
        dates: What comes first in dates such as 6/3/2005; None to find out.
        today: The day: what is later was no meeting. None takes any day for one.
        progress: Told how far the reading is.

    Returns:
        The contacts and what was skipped, in the order of the file.

    Raises:
        UnreadableFileError: It is no table of contacts, or too large a one.
        Question: Something has to be asked first.
    """
    if dates is not None and dates not in ORDERS:
        orders = " or ".join(ORDERS)
        raise UnreadableFileError(
            f"--dates can't be {quoted(dates)}; it is {orders}.",
            brief=f"Dates can't be {quoted(dates)}; they are {orders}.",
        )
    was_on = gc.isenabled()
    # Ten thousand rows make nothing that is garbage and a million things to look through for it.
    gc.disable()
    try:
        try:
            table = open_table(data, encoding, said, header_line)
        except NoHeaderError as error:
            guessed = guess_for(error.table)
            raise Question(
                str(error), "columns", error.table, guessed, error.table.header, brief=in_app(error)
            ) from error
        return _Reader(table, mapping or mapping_of(table, said), dates, today, progress).read()
    finally:
        if was_on:
            gc.enable()


def mapping_of(table: Table, said: Mapping[str, Target] | None = None) -> ColumnMap:
    """What the columns of a table are.

    Args:
        said: What the person said of some.

    Raises:
        Question: Nobody can be made of the columns as far as they are known.
        UnreadableFileError: A column that was spoken of isn't there.
    """
    mapping = guess_for(table, said)
    if mapping.is_sure and (table.is_known or said):
        return mapping
    unknown = [column.header for column in mapping.columns if not column.is_known and column.header]
    shown = ", ".join(map(quoted, unknown[:8] or table.header[:8])) + (" …" if len(unknown) > 8 else "")
    example = (unknown or table.header or ("Nimi",))[0].replace('"', "")
    brief = f"It can't be told which column is the name (line {table.header_line} has {shown}); say what they are"
    raise Question(
        f'{brief}, like --map "{example}=name", or =email, phone, organization, ignore.',
        "columns",
        table,
        mapping,
        unknown,
        brief=f"{brief}.",
    )


def guess_for(table: Table, said: Mapping[str, Target] | None = None) -> ColumnMap:
    """What the columns of a table are taken for, sure or not; for a screen that lets a person change it."""
    return guess_mapping(table.header, tuple(tuple(record.cells) for record in table.sample), said)


def first_contacts(
    table: Table, mapping: ColumnMap, count: int = 5, dates: Order | None = None, today: date | None = None
) -> list[ReadContact | Skipped]:
    """The first rows as they would come in; dates that are in doubt are read with the day first."""
    rows = RowReader(mapping, Days(dates, lambda: _order_in_sample(table, mapping) or "day-first"), table.sample, today)
    repair = EncodingRepair(table.encoding)
    found = (rows.read(repair.repaired(record)) for record in table.sample)
    return [item for item in found if item is not None][:count]


def _order_in_sample(table: Table, mapping: ColumnMap) -> Order | None:
    """Which comes first in dates, as far as the rows that are shown tell."""
    return find_order(_dates(table.sample, mapping))[0]


def _dates(records: Iterator[Record] | tuple[Record, ...], mapping: ColumnMap) -> Iterator[str]:
    places = [column.place for column in mapping.columns if column.target.kind in _DATED]
    for record in records:
        for place in places:
            if place < len(record.cells) and (cell := record.cells[place].strip()):
                yield cell


class _Reader:
    """Reads one file."""

    def __init__(
        self, table: Table, mapping: ColumnMap, dates: Order | None, today: date | None, progress: ReadProgress | None
    ) -> None:
        self._table = table
        self._mapping = mapping
        self._progress = progress
        self._rows = RowReader(mapping, Days(dates, self._find_order), table.sample, today)
        self._repair = EncodingRepair(table.encoding)

    def read(self) -> ParsedFile:
        """All rows."""
        contacts: list[ReadContact] = []
        skipped: list[Skipped] = []
        for record in self._records():
            found = self._rows.read(self._repair.repaired(record))
            if isinstance(found, ReadContact):
                contacts.append(found)
            elif found is not None:
                skipped.append(found)
            if len(contacts) + len(skipped) > MAX_ROWS:
                raise UnreadableFileError(f"There are more than {MAX_ROWS:,} rows in the file; split it in several.")
        if not contacts and not skipped:
            raise UnreadableFileError(
                f"There is no row below the header (line {self._table.header_line}); export the contacts again."
            )
        contacts = self._repair.with_remark(contacts)
        return ParsedFile(tuple(contacts), tuple(skipped), f"table {self._table.mark}")

    def _records(self) -> Iterator[Record]:
        """The rows; progress is told of on the way."""
        lines = Lines(self._table.data, self._table.encoding)
        total = len(self._table.data)
        empty = count = 0
        for record in self._table.records(lines):
            if record.cells or record.problem:
                count += 1
                yield record
            else:
                empty += 1
            if self._progress is not None and (
                (count % _PROGRESS_EVERY == 0 and record.cells) or empty >= _EMPTY_AT_ONCE
            ):
                empty = 0
                self._progress(min(lines.bytes_read, total), total)
        if self._progress is not None:
            self._progress(total, total)

    def _find_order(self) -> Order | None:
        """Which comes first in the dates of the whole file.

        Raises:
            Question: Nothing tells.
        """
        order, doubtful = find_order(_dates(self._records_again(), self._mapping))
        if order is None and self._mapping.language != "en":
            return "day-first"
        if order is None and doubtful:
            brief = f"Can't tell whether the day or the month comes first in {quoted(doubtful)}; say which"
            raise Question(
                f"{brief}: --dates day-first or --dates month-first.",
                "dates",
                self._table,
                self._mapping,
                (doubtful,),
                brief=f"{brief}.",
            )
        return order

    def _records_again(self) -> Iterator[Record]:
        for count, record in enumerate(self._table.records(), 1):
            if self._progress is not None and count % _EMPTY_AT_ONCE == 0:
                self._progress(0, len(self._table.data))
            yield record
