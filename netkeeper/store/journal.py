"""The journal: one line for each transaction since the snapshots were written.

The first line says which transaction the journal continues from; every other line is a transaction.
Each line is JSON and ends in a CRC-32 over itself. A last line without its line feed was never
acknowledged and counts as not there; anything else that is out of order is damage.
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
"""What a transaction may have been made with."""

_SUM = b', "crc32": "'
_SUM_LENGTH = len(_SUM) + 8 + len(b'"}')
_TAIL_LENGTH = _SUM_LENGTH + len(b"\n")
_dumps = json.JSONEncoder(separators=(",", ":"), ensure_ascii=True).encode


class Change(NamedTuple):
    """One document before and after; None where it wasn't there, or isn't any more."""

    table: str
    id: str
    before: Fields | None
    after: Fields | None


class Transaction(NamedTuple):
    """What one line of the journal says.

    Attributes:
        seq: Its number, one more than the one before it.
        at: When: UTC, ISO 8601 with seconds and ``Z``.
        what: What was done, in words.
        changes: The documents it changed.
        undoes: The number of the transaction that it takes back, if it does.
        undoes_from: The number of the first of the transactions that it takes back, if it takes back
            all of them from one on.
        by: What it was done with: ``app`` or ``shell``; empty where that isn't known. Lines that older
            netkeepers wrote don't say, and they read on over what they don't know.
        message: What was done, as a message; None where only words were kept.
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
        """Whether it only notes what was shown: nobody did it, so it is never told of, nor taken back."""
        return bool(self.changes) and all(is_quiet(table) for table, _, _, _ in self.changes)


class Header(NamedTuple):
    """The first line: whose journal it is and the transaction that it continues from."""

    network: str
    base: int


def encode_transaction(transaction: Transaction) -> bytes:
    """The line of a transaction, line feed included."""
    more = "" if transaction.undoes is None else f'"undoes": {transaction.undoes}, '
    more += "" if transaction.undoes_from is None else f'"undoes_from": {transaction.undoes_from}, '
    more += f'"by": {_dumps(transaction.by)}, ' if transaction.by else ""
    more += f'"message": {_dumps(transaction.message.kept())}, ' if transaction.message else ""
    return _with_checksum(
        f'{{"seq": {transaction.seq}, "at": {_dumps(transaction.at)}, "what": {_dumps(transaction.what)}, {more}'
        f'"changes": {_dumps(transaction.changes)}'
    )


def encode_header(header: Header) -> bytes:
    """The first line of a journal, line feed included."""
    return _with_checksum(f'{{"format": {FORMAT}, "network": "{header.network}", "base": {header.base}')


def _with_checksum(text: str) -> bytes:
    body = text.encode("ascii")
    return b'%b%b%08x"}\n' % (body, _SUM, zlib.crc32(body))


def _parse_checked(line: bytes) -> Any:
    """A line's JSON, or None where the line does not fit its checksum."""
    body, tail = line[:-_SUM_LENGTH], line[-_SUM_LENGTH:]
    if tail != b'%b%08x"}' % (_SUM, zlib.crc32(body)):
        return None
    try:
        return json.loads(body + b"}")
    except ValueError:
        return None


class JournalPosition(NamedTuple):
    """How far a journal has been read, and what to know it again by.

    Attributes:
        inode: The file's number on its drive, which another file may get once this one is gone.
        offset: Where the last whole line that was read ends.
        modified_ns: When the file last changed.
        tail: The bytes before ``offset``: the checksum of that line.
    """

    inode: int
    offset: int
    modified_ns: int
    tail: bytes


class JournalRead(NamedTuple):
    """What a reading of the journal found.

    Attributes:
        header: The first line; None where only what is new was read.
        transactions: Oldest first.
        place: Where the reading ended.
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
        """Read the journal, or what has come since a place in it.

        Args:
            since: Where an earlier reading ended.

        Returns:
            What was found; None where there is no file, or it is not the file of ``since`` any more.

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
        """One transaction, without reading the others; None where it isn't there. Errors as :meth:`read`."""
        data = read_bytes(self.path) or b""
        # In JSON a line feed is always written as an escape, so this can only be the beginning of a line.
        start = data.find(b'\n{"seq": %d, ' % seq) + 1
        end = data.find(b"\n", start)
        return self._transaction(data[start:end]) if start and end > 0 else None

    def changed_since(self, place: JournalPosition) -> bool:
        """Whether there may be something new; as cheap as one look at the folder."""
        try:
            status = os.stat(self.path)
        except OSError:
            return True
        return (status.st_ino, status.st_size, status.st_mtime_ns) != (place.inode, place.offset, place.modified_ns)

    def append(self, data: bytes, place: JournalPosition) -> JournalPosition:
        """Add lines for good: one write and one fsync. Only under the lock, with everything read.

        A torn line after ``place`` is cut off first. Where the disk does not take all of it, the
        journal is cut back to where it was.

        Returns:
            The new end.

        Raises:
            StoreError: It could not be written; nothing was added.
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
        """Cut off what was half-written."""
        try:
            os.ftruncate(descriptor, place.offset)
        except OSError as worse:
            raise StoreError(
                f"Can't write {self.path}: {why(worse)}; the change may have been saved or not, so look before you repeat it."
            ) from error

    def start(self, header: Header) -> JournalPosition:
        """Put an empty journal in place of whatever is there.

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
    """Whether a file is the one that was read up to a place: no other that got its number, none cut back."""
    if status.st_ino != since.inode or status.st_size < since.offset:
        return False
    file.seek(since.offset - len(since.tail))
    return file.read(len(since.tail)) == since.tail
