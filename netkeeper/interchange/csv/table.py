"""Detecting a table's encoding, separator and header."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.csv.encodings import Encoding, find_encoding
from netkeeper.interchange.csv.headers import meaning_of
from netkeeper.interchange.csv.lines import Lines
from netkeeper.interchange.csv.records import Record, read_records
from netkeeper.interchange.csv.targets import Target, header_key
from netkeeper.phrases.counted import plural

MAX_COLUMNS = 5_000
"""Maximum number of columns; a list of contacts has a few hundred at most."""

SAMPLE_ROWS = 100
"""Number of rows that are examined to detect the content of columns."""

_SEPARATORS = ",;\t|"
_SEPARATOR_LINE = re.compile(r"\"?sep=(.)\"?\r?\n?", re.IGNORECASE)
_HEAD_LINES = 60
_LAST_FIRST_LINE = 2  # A line with the separator may stand before it.
_HEAD_SIZE = 1_000_000
_MOST_NULS = 4
_MARKING_COLUMNS = 4
_MOST_CONTROLS = 50
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x19\x1c-\x1f]")
_LONGEST_CELL_SHOWN = 200
_NO_HEADER = re.compile(r"@|://|[0-9][0-9 ()/.-]{5,}")

_OTHERS = (
    (b"PK\x03\x04", "an Excel, Numbers or OpenDocument workbook; save it as CSV (UTF-8) in that program first"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook; save it as CSV in that program first"),
    (b"%PDF", "a PDF; export the contacts as CSV or vCard instead"),
    (b"SQLite format 3", "a database; export the contacts as CSV or vCard instead"),
    (b"\x1f\x8b", "compressed; unpack it first"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows can be read.

    Attributes:
        data: The file.
        encoding: Its text encoding.
        separator: The character between cells.
        header: The headers; numbers if there is no header row.
        header_line: The line of the header, from 1; 0 if there is no header row.
        is_known: Whether the header row was recognized by its words, not only by its position.
        sample: The first rows, long cells cut.
        skips_blanks: Whether quotation marks stand behind blanks: ``"a", "b"``.
    """

    data: bytes
    encoding: Encoding
    separator: str
    header: tuple[str, ...]
    header_line: int
    is_known: bool
    sample: tuple[Record, ...] = ()
    skips_blanks: bool = False

    @property
    def mark(self) -> str:
        """Identifies the program that wrote the table by the first headers; later ones depend on the contacts."""
        return ",".join(self.header[:_MARKING_COLUMNS])[:_LONGEST_CELL_SHOWN]

    def records(self, lines: Lines | None = None) -> Iterator[Record]:
        """The rows after the header, empty ones included.

        Args:
            lines: The lines of the file from its start, for callers that need their progress.
        """
        found = read_records(lines or Lines(self.data, self.encoding), self.separator, skips_blanks=self.skips_blanks)
        if self.header_line:
            for record in found:
                if record.line >= self.header_line:
                    break
        return found


class NoHeaderError(UnreadableFileError):
    """A table has no row that names its columns.

    Attributes:
        table: The table with numbers as headers, so that the app can ask for the columns' targets.
    """

    def __init__(self, message: str, table: Table, *, brief: str = "") -> None:
        super().__init__(message, brief=brief)
        self.table = table


def looks_like_csv(data: bytes) -> bool:
    """Whether a file may be a table: text with separators or a known header in its first lines, no other format."""
    start = data[:4096]
    if any(start.startswith(mark) for mark, _ in _OTHERS) or not start.strip():
        return False
    try:
        encoding = find_encoding(data[: 1 << 16])
        head = list(islice(Lines(data[: 1 << 16], encoding), _HEAD_LINES))
    except UnreadableFileError:
        return False
    text = "".join(head).lstrip()
    if text[:1] in ("{", "<") or text[:11].upper() == "BEGIN:VCARD" or text.count("\0") > len(text) // _MOST_NULS:
        return False
    if len(_CONTROLS.findall(text.rstrip("\x1a"))) > len(text) // _MOST_CONTROLS:  # Ctrl-Z ended a text under DOS
        return False
    return any(separator in text for separator in _SEPARATORS) or any(meaning_of(line.strip()) for line in head[:1])


def begins_with_header(data: bytes) -> bool:
    """Whether the first line of a text names columns."""
    try:
        table = open_table(data)
    except UnreadableFileError:
        return False
    return table.is_known and 0 < table.header_line <= _LAST_FIRST_LINE and len(table.header) > 1


def open_table(
    data: bytes,
    encoding: str | None = None,
    chosen_targets: Mapping[str, Target] | None = None,
    header_line: int | None = None,
) -> Table:
    """Detect encoding, separator and header of a table.

    Args:
        data: The file.
        encoding: The encoding that the user chose; None to detect it.
        chosen_targets: Targets from ``--map``; their headers help to find the header row.
        header_line: The line of the headers, 0 for no headers; None to detect it. If given, ``chosen_targets`` is ignored.

    Raises:
        UnreadableFileError: It is not a table.
        NoHeaderError: It has no header row, and ``chosen_targets`` does not name columns by number.
    """
    for mark, what in _OTHERS:
        if data.startswith(mark):
            raise UnreadableFileError(f"The file is {what}.")
    found = find_encoding(data, encoding)
    head = _head(data, found)
    if "".join(head).count("\0") > sum(map(len, head)) // _MOST_NULS:
        raise UnreadableFileError("The file is no text; export the contacts as CSV or vCard.")
    if not data[found.start :].strip(b" \t\r\n\0"):
        raise UnreadableFileError("The file is empty; export the contacts again.")
    if header_line is not None:
        chosen_targets = {}
    separator, records = _find_separator(head, chosen_targets or {})
    place, is_known = _header_place(records, chosen_targets or {})
    if header_line is not None:
        settled = next((at for at, record in enumerate(records) if record.line == header_line), None)
        if settled is None:
            return _numbered(data, found, separator, records)
        place, is_known = settled, is_known and settled == place
    elif place < 0 or (not is_known and chosen_targets and all(header.isdigit() for header in chosen_targets)):
        return _without_header(data, found, separator, records, chosen_targets or {})
    line = records[place].line
    skips_blanks = f'"{separator} "' in head[line - 1]
    if skips_blanks:
        records[place] = next(read_records([head[line - 1]], separator, line, skips_blanks=True))
    header = _trimmed(records[place].cells)
    _check_width(line, len(header))
    return _with_sample(Table(data, found, separator, header, line, is_known, skips_blanks=skips_blanks))


def _head(data: bytes, encoding: Encoding) -> list[str]:
    head: list[str] = []
    size = 0
    for line in Lines(data, encoding):
        head.append(line)
        size += len(line)
        if len(head) >= _HEAD_LINES or size > _HEAD_SIZE:
            break
    return head


def _find_separator(head: list[str], chosen_targets: Mapping[str, Target]) -> tuple[str, list[Record]]:
    """The most plausible separator, and the first records split by it."""
    if declared := _SEPARATOR_LINE.fullmatch(head[0]):
        return declared[1], list(read_records(head[1:], declared[1], 2))
    candidates = []
    for separator in _SEPARATORS:
        records = list(read_records(head, separator))
        place, _ = _header_place(records, chosen_targets)
        known = _count_known(records[place].cells, chosen_targets) if place >= 0 else 0
        counts = Counter(len(record.cells) for record in records if len(record.cells) > 1)
        width, rows = max(counts.items(), key=lambda item: item[0] * item[1], default=(1, 0))
        candidates.append((known, width * rows, -_SEPARATORS.index(separator), records))
    best = max(candidates, key=lambda candidate: candidate[:3])
    return _SEPARATORS[-best[2]], best[3]


def _header_place(records: list[Record], chosen_targets: Mapping[str, Target]) -> tuple[int, bool]:
    """Index of the header among the first records, -1 for none; and whether it was recognized by its words."""
    best, place = 0, -1
    for at, record in enumerate(records):
        filled = [cell for cell in record.cells if cell.strip()]
        if len(filled) > MAX_COLUMNS or any(_NO_HEADER.search(cell[:_LONGEST_CELL_SHOWN]) for cell in filled):
            continue
        known = _count_known(record.cells, chosen_targets)
        if known > best and (known > 1 or known * 2 >= len(filled)):
            best, place = known, at
        if known > 2 and known * 2 > len(filled):
            break
    if place >= 0:
        return place, True
    # Else the first row with several cells, if all are distinct words.
    for at, record in enumerate(records):
        cells = [cell.strip() for cell in record.cells]
        if len(cells) < 2:
            continue
        if all(cells) and len(set(cells)) == len(cells) and not any(_has_digit(cell) for cell in cells):
            return at, False
        break
    return -1, False


def _has_digit(cell: str) -> bool:
    return len(cell) > _LONGEST_CELL_SHOWN or "@" in cell or any(character.isdigit() for character in cell)


def _count_known(cells: list[str], chosen_targets: Mapping[str, Target]) -> int:
    wanted = {header_key(header) for header in chosen_targets}
    return sum(1 for cell in cells[:MAX_COLUMNS] if header_key(cell) in wanted or meaning_of(cell.strip()) is not None)


def _check_width(line: int, width: int) -> None:
    if width > MAX_COLUMNS:
        raise UnreadableFileError(
            f"Line {line} has {width:,} columns, and at most {MAX_COLUMNS:,} are read; "
            "delete the columns that say nothing of a person."
        )


def _without_header(
    data: bytes, encoding: Encoding, separator: str, records: list[Record], chosen_targets: Mapping[str, Target]
) -> Table:
    """A table with numbered columns, for which the user chose targets by number.

    Raises:
        NoHeaderError: The user chose no targets, or chose them by header.
    """
    numbered = _numbered(data, encoding, separator, records)
    if not chosen_targets or not all(header.isdigit() for header in chosen_targets):
        first = next((record for record in records if any(record.cells)), Record(1, []))
        shown = quoted(separator.join(first.cells[:6]))
        rows = plural(max(len(records), 1), "row", "{count} rows")
        brief = (
            f"No header row was found in the first {rows} (line {first.line} is {shown}); "
            "add a first row that names the columns (Name, Email, …), or say which column is what"
        )
        raise NoHeaderError(f'{brief}: --map "1=name" --map "2=email".', numbered, brief=f"{brief}.")
    return numbered


def _numbered(data: bytes, encoding: Encoding, separator: str, records: list[Record]) -> Table:
    """A table with numbers as headers."""
    width = max((len(record.cells) for record in records), default=0)
    for record in records:
        _check_width(record.line, len(record.cells))
    header = tuple(str(number) for number in range(1, width + 1))
    return _with_sample(Table(data, encoding, separator, header, 0, is_known=True))


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    """The headers with normalized blanks, without empty ones at the end, which spreadsheets leave."""
    header = [" ".join(cell.replace("\0", "").split()) for cell in cells]
    while header and not header[-1]:
        header.pop()
    return tuple(header)


def _with_sample(table: Table) -> Table:
    rows = (record for record in islice(table.records(), SAMPLE_ROWS * 20) if any(record.cells))
    sample = [
        record._replace(cells=[cell[:_LONGEST_CELL_SHOWN] for cell in record.cells[: len(table.header) + 1]])
        for record in islice(rows, SAMPLE_ROWS)
    ]
    return replace(table, sample=tuple(sample))
