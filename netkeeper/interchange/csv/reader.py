"""Reading tables of contacts of any layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from netkeeper.domain.errors import UnreadableFileError, in_app
from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.cards import ParsedFile, ReadContact, ReadProgress, Skipped
from netkeeper.interchange.csv.days import ORDERS, Days, Order, find_order
from netkeeper.interchange.csv.lines import Lines
from netkeeper.interchange.csv.mapping import ColumnMap, guess_mapping
from netkeeper.interchange.csv.question import Question
from netkeeper.interchange.csv.records import Record
from netkeeper.interchange.csv.remembered_columns import chosen_in, remembered_in, with_remembered
from netkeeper.interchange.csv.repair_encoding import EncodingRepair
from netkeeper.interchange.csv.row import RowReader
from netkeeper.interchange.csv.table import NoHeaderError, Table, open_table
from netkeeper.interchange.csv.targets import Target
from netkeeper.interchange.no_collecting import garbage_collector_paused

MAX_ROWS = 250_000
"""Maximum number of rows of one file, skipped ones included."""

_PROGRESS_EVERY = 200
_EMPTY_AT_ONCE = 10_000
_DATED = frozenset(
    ("birthday", "event", "met_on", "last-contact", *(row.column for row in PROPERTIES.values() if row.kind == "day"))
)


def read_csv(
    data: bytes,
    *,
    encoding: str | None = None,
    chosen_targets: Mapping[str, Target] | None = None,
    header_line: int | None = None,
    mapping: ColumnMap | None = None,
    dates: Order | None = None,
    today: date | None = None,
    progress: ReadProgress | None = None,
    remembered: Mapping[str, Target] | None = None,
) -> ParsedFile:
    """Read a table of contacts in the layout of LinkedIn, Google, Outlook, Thunderbird, or any other with headers.

    Rows that can't be read as a contact are skipped; they don't affect other rows.

    Args:
        encoding: The text encoding; None to detect it.
        chosen_targets: Targets of some columns, by header or number (``--map``, see ``parse_map``).
        header_line: The line of the headers, 0 for no headers; None to detect it.
        mapping: The targets of all columns; None to detect them.
        dates: The order in dates such as 6/3/2005; None to detect it.
        today: Later dates are rejected as days of a last contact; None accepts any date.
        progress: Called regularly; see ``ReadProgress``.
        remembered: Targets that were chosen at earlier imports, by header; used where this table has these headers.

    Raises:
        UnreadableFileError: It is not a table of contacts, or too large.
        Question: The user must answer something first.
    """
    if dates is not None and dates not in ORDERS:
        orders = " or ".join(ORDERS)
        raise UnreadableFileError(
            f"--dates can't be {quoted(dates)}; it is {orders}.",
            brief=f"Dates can't be {quoted(dates)}; they are {orders}.",
        )
    with garbage_collector_paused():
        try:
            table = open_table(data, encoding, with_remembered(chosen_targets, remembered), header_line)
        except NoHeaderError as error:
            guessed = guess_for(error.table)
            raise Question(
                str(error), "columns", error.table, guessed, error.table.header, brief=in_app(error)
            ) from error
        used = remembered_in(table.header, chosen_targets or {}, remembered or {})
        both = {**used, **(chosen_targets or {})} or None
        found = _Reader(table, mapping or mapping_of(table, both), dates, today, progress).read()
        said = {header: str(target) for header, target in used.items()}
        return replace(found, chosen=chosen_in(table.header, chosen_targets or {}), remembered=said)


def mapping_of(table: Table, chosen_targets: Mapping[str, Target] | None = None) -> ColumnMap:
    """The mapping of a table's columns.

    Args:
        chosen_targets: Targets that the user chose for some of them.

    Raises:
        Question: The known columns don't identify a contact.
        UnreadableFileError: The user chose a target for a column that does not exist.
    """
    mapping = guess_for(table, chosen_targets)
    if mapping.is_sure and (table.is_known or chosen_targets):
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


def guess_for(table: Table, chosen_targets: Mapping[str, Target] | None = None) -> ColumnMap:
    """The best guess of a table's mapping, sure or not, for a screen where the user can change it."""
    sample = tuple(tuple(record.cells) for record in table.sample)
    return guess_mapping(table.header, sample, chosen_targets, lambda place: _cells_of(table, place))


def _cells_of(table: Table, place: int) -> set[str]:
    """The different cells of a column that aren't empty, of all rows."""
    cells = (record.cells[place].strip() for record in table.records() if place < len(record.cells))
    return {cell for cell in cells if cell}


def first_contacts(
    table: Table, mapping: ColumnMap, count: int = 5, dates: Order | None = None, today: date | None = None
) -> list[ReadContact | Skipped]:
    """A preview of the first rows; ambiguous dates are read with the day first."""
    rows = RowReader(mapping, Days(dates, lambda: _order_in_sample(table, mapping) or "day-first"), table.sample, today)
    repair = EncodingRepair(table.encoding)
    found = (rows.read(repair.repaired(record)) for record in table.sample)
    return [item for item in found if item is not None][:count]


def _order_in_sample(table: Table, mapping: ColumnMap) -> Order | None:
    """The order of day and month as far as the sample shows it."""
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
        """The rows that are not empty; reports progress on the way."""
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
        """Detect the order of day and month from all dates of the file and the language of the headers.

        Raises:
            Question: It can't be detected.
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
