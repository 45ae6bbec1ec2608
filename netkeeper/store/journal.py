"""The journal: one line for each transaction since the snapshots were written.

The first line has the number of the last transaction before the journal; every other line is a transaction. Each
line is JSON and ends in a CRC-32 of itself. A last line without its line feed was never acknowledged and is
ignored; any other error is damage.
"""

from __future__ import annotations

import errno
import json
import os
import zlib
from typing import Any, BinaryIO, NamedTuple

from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import StoreError
from netkeeper.domain.records import Fields
from netkeeper.domain.records.tables import is_quiet
from netkeeper.store.snapshot import FORMAT, damaged, newer
from netkeeper.system.files import (
    check_owner,
    open_private,
    read_bytes,
    real_path,
    replace_file,
    unreadable,
    why,
    write_all,
)

APP, SHELL = "app", "shell"
"""Values of ``Transaction.by``."""

_SUM = b', "crc32": "'
_SUM_LENGTH = len(_SUM) + 8 + len(b'"}')
_TAIL_LENGTH = _SUM_LENGTH + len(b"\n")
_dumps = json.JSONEncoder(separators=(",", ":"), ensure_ascii=True).encode


class Change(NamedTuple):
    """A document before and after a transaction; None if it did not exist."""

    table: str
    id: str
    before: Fields | None
    after: Fields | None


class Transaction(NamedTuple):
    """A line of the journal.

    Attributes:
        seq: Its number, one more than that of its predecessor.
        at: Time of the commit: UTC, ISO 8601 with seconds and ``Z``.
        what: Description for the history, as text.
        changes: The documents it changed.
        undoes: The number of the transaction that it undoes; None for none.
        undoes_from: The number of the first transaction of a range that it undoes; None for none.
        by: The program that made it: ``app`` or ``shell``; empty in lines of older versions, which ignore
            unknown keys.
        message: Description as a message; None if there is only text.
    """

    seq: int
    at: str
    what: str
    changes: tuple[Change, ...]
    undoes: int | None = None
    undoes_from: int | None = None
    by: str = ""
    message: Message | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether it only changes quiet tables, which netkeeper writes by itself; not shown in history, never undone."""
        return bool(self.changes) and all(is_quiet(table) for table, _, _, _ in self.changes)


class Header(NamedTuple):
    """The first line: the network's id, and the number of the last transaction before the journal."""

    network: str
    base: int


def encode_transaction(transaction: Transaction) -> bytes:
    """A transaction as a line, line feed included.

    Raises:
        InvalidValueError: It would bring in what is no text.
    """
    changes = _dumps(transaction.changes)
    if "\\ud" in changes and transaction.undoes is None:
        # Only what is written in pairs is looked at: emoji, and what is no text.
        from netkeeper.store.half_characters import refuse_half_characters

        refuse_half_characters(transaction.changes, _dumps)
    more = "" if transaction.undoes is None else f'"undoes": {transaction.undoes}, '
    more += "" if transaction.undoes_from is None else f'"undoes_from": {transaction.undoes_from}, '
    more += f'"by": {_dumps(transaction.by)}, ' if transaction.by else ""
    more += f'"message": {_dumps(transaction.message.kept())}, ' if transaction.message else ""
    return _with_checksum(
        f'{{"seq": {transaction.seq}, "at": {_dumps(transaction.at)}, "what": {_dumps(transaction.what)}, {more}'
        f'"changes": {changes}'
    )


def encode_header(header: Header) -> bytes:
    """The first line of a journal, line feed included."""
    return _with_checksum(f'{{"format": {FORMAT}, "network": "{header.network}", "base": {header.base}')


def _with_checksum(text: str) -> bytes:
    body = text.encode("ascii")
    return b'%b%b%08x"}\n' % (body, _SUM, zlib.crc32(body))


def _parse_checked(line: bytes) -> Any:
    """Parse a line; None if its checksum is wrong or it is not JSON."""
    body, tail = line[:-_SUM_LENGTH], line[-_SUM_LENGTH:]
    if tail != b'%b%08x"}' % (_SUM, zlib.crc32(body)):
        return None
    try:
        return json.loads(body + b"}")
    except ValueError:
        return None


class JournalPosition(NamedTuple):
    """The end of the part of a journal that was read, with data to recognize the file.

    Attributes:
        inode: The file's inode, which may be reused after the file is deleted.
        offset: The end of the last complete line that was read, in bytes.
        modified_ns: Modification time of the file, in nanoseconds.
        tail: The bytes before ``offset``: the checksum of that line.
    """

    inode: int
    offset: int
    modified_ns: int
    tail: bytes


class JournalRead(NamedTuple):
    """The result of reading a journal.

    Attributes:
        header: The first line; None if only new lines were read.
        transactions: The transactions, oldest first.
        place: The position after them.
    """

    header: Header | None
    transactions: list[Transaction]
    place: JournalPosition


class Journal:
    """A network's journal file.

    Attributes:
        path: The file.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def read(self, since: JournalPosition | None = None) -> JournalRead | None:
        """Read the journal, or the lines after a position.

        Args:
            since: The position of an earlier reading; None to read all.

        Returns:
            The lines; None if there is no file, or it is not the file of ``since`` any more.

        Raises:
            DamagedError: A line fails its checks.
            NewerFormatError: A newer netkeeper wrote it.
            StoreError: It can't be read.
        """
        try:
            with open(real_path(self.path), "rb") as file:
                status = os.fstat(file.fileno())
                check_owner(self.path, status)
                if since is not None and not _is_same_file(file, status, since):
                    return None
                start = since.offset if since else 0
                file.seek(start)
                data = file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unreadable(self.path, error) from error
        lines = data.split(b"\n")
        torn = lines.pop()
        header = None
        if since is None:
            header = self._header(lines.pop(0) if lines else b"")
        transactions = [self._transaction(line) for line in lines]
        read = len(data) - len(torn)
        tail = data[max(0, read - _TAIL_LENGTH) : read] or (since.tail if since else b"")
        return JournalRead(header, transactions, JournalPosition(status.st_ino, start + read, status.st_mtime_ns, tail))

    def find(self, seq: int) -> Transaction | None:
        """Find a transaction by its number without parsing the others; None if it is missing. Errors as :meth:`read`."""
        data = read_bytes(self.path) or b""
        # Line feeds are escaped in JSON, so this only matches the start of a line.
        start = data.find(b'\n{"seq": %d, ' % seq) + 1
        end = data.find(b"\n", start)
        return self._transaction(data[start:end]) if start and end > 0 else None

    def changed_since(self, place: JournalPosition) -> bool:
        """Whether the file may have changed since a position, at the cost of one ``stat``."""
        try:
            status = os.stat(self.path)
        except OSError:
            return True
        return (status.st_ino, status.st_size, status.st_mtime_ns) != (place.inode, place.offset, place.modified_ns)

    def append(self, data: bytes, place: JournalPosition) -> JournalPosition:
        """Append lines with one write and one fsync; requires the lock, and that everything was read.

        An incomplete line after ``place`` is truncated first. If the write fails, the journal is truncated to
        ``place``.

        Returns:
            The position after the new lines.

        Raises:
            StoreError: They could not be written; nothing was added.
        """
        try:
            return self._append(data, place)
        except OSError as error:
            raise StoreError(f"Can't write {self.path}: {why(error)}; nothing was changed.") from error

    def _append(self, data: bytes, place: JournalPosition) -> JournalPosition:
        descriptor = open_private(real_path(self.path), os.O_WRONLY)
        try:
            status = os.fstat(descriptor)
            if status.st_ino != place.inode or status.st_size < place.offset:
                raise OSError(errno.ESTALE, "it is another file than the one that was read")
            if status.st_size > place.offset:
                os.ftruncate(descriptor, place.offset)
            os.lseek(descriptor, place.offset, os.SEEK_SET)
            try:
                write_all(descriptor, data)
                os.fsync(descriptor)
            except BaseException as error:
                self._take_back(descriptor, place, error)
                raise
            modified_ns = os.fstat(descriptor).st_mtime_ns
        finally:
            os.close(descriptor)
        return JournalPosition(place.inode, place.offset + len(data), modified_ns, data[-_TAIL_LENGTH:])

    def _take_back(self, descriptor: int, place: JournalPosition, error: BaseException) -> None:
        """Truncate the journal to a position after a failed write."""
        try:
            os.ftruncate(descriptor, place.offset)
        except OSError as worse:
            raise StoreError(
                f"Can't write {self.path}: {why(worse)}; the change may have been saved or not, so look before you repeat it."
            ) from error

    def start(self, header: Header) -> JournalPosition:
        """Replace the journal by an empty one.

        Raises:
            StoreError: It can't be written.
        """
        data = encode_header(header)
        replace_file(self.path, data)
        status = os.stat(self.path)
        return JournalPosition(status.st_ino, len(data), status.st_mtime_ns, data[-_TAIL_LENGTH:])

    def _header(self, line: bytes) -> Header:
        if not line.strip():
            raise damaged(self.path, "it is empty")
        found = _parse_checked(line)
        match found:
            case {"format": int(version)} if version > FORMAT:
                raise newer(self.path)
            case {"format": int(), "network": str(network), "base": int(base)}:
                return Header(network, base)
        raise damaged(self.path, "its first line is not as netkeeper wrote it")

    def _transaction(self, line: bytes) -> Transaction:
        found = _parse_checked(line)
        match found:
            case {"seq": int(seq), "at": str(at), "what": str(what), "changes": list(changes)}:
                get = found.get
                made = tuple([Change(*change) for change in changes])
                message = Message.read(get("message"))
                return Transaction(seq, at, what, made, get("undoes"), get("undoes_from"), get("by", ""), message)
        raise damaged(self.path, "a line in it does not fit its checksum")


def _is_same_file(file: BinaryIO, status: os.stat_result, since: JournalPosition) -> bool:
    """Whether a file is the one of a position: not another with the same inode, and not truncated."""
    if status.st_ino != since.inode or status.st_size < since.offset:
        return False
    file.seek(since.offset - len(since.tail))
    return file.read(len(since.tail)) == since.tail
