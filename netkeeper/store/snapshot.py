"""A snapshot: one JSON file of TinyDB tables with a transaction number and a checksum.

The file has TinyDB's format: an object of tables, each an object of documents. The first table, ``meta``, holds one
document with the format version, the network's id, the number of the last transaction in the file, and a CRC-32 of
everything else in it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, MutableMapping
from typing import NamedTuple

from netkeeper.domain.errors import DamagedError, NewerFormatError
from netkeeper.domain.records import Fields
from netkeeper.store.documents import raw, read_lines
from netkeeper.system.files import read_bytes, replace_file

FORMAT = 1
"""The current version of the file format."""
META = "meta"
"""The name of the table that describes the snapshot."""


Documents = MutableMapping[str, Fields]
"""Documents by id."""
Tables = dict[str, Documents]
"""Tables by name."""

_LONGEST_HEAD = 200
"""Upper limit of the size of ``meta``, in bytes."""


class Meta(NamedTuple):
    """The description of a snapshot.

    Attributes:
        network: The network's id: sixteen hexadecimal digits, the same in all its files.
        seq: The number of the last transaction in it.
        format: The version of its format.
    """

    network: str
    seq: int
    format: int = FORMAT


class SnapshotStorage:
    """A TinyDB storage (see store/database.py) that verifies the file when reading and replaces it when writing.

    Attributes:
        path: The file.
        meta: The description that was last read or written; None before that.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.meta: Meta | None = None

    def read(self) -> Tables | None:
        """Read the tables, without ``meta``.

        Returns:
            Tables by name; None if there is no file.

        Raises:
            DamagedError: The file fails its checks.
            NewerFormatError: A newer netkeeper wrote it.
            StoreError: It can't be read.
        """
        data = read_bytes(self.path)
        if data is None:
            return None
        self.meta, start = check_snapshot(self.path, data)
        return read_lines(data[start:].decode("ascii"))

    def write(self, data: Tables) -> None:
        """Replace the file by these tables with the present ``meta``.

        Raises:
            StoreError: It can't be written; the old file is unchanged.
        """
        if self.meta is None:
            raise DamagedError(f"{self.path} can't be written before its place is known.", self.path)
        replace_file(self.path, encode_snapshot(self.meta, data))

    def close(self) -> None:
        """Nothing is held open between calls."""

    def write_at(self, meta: Meta, tables: Tables) -> None:
        """Replace the file by these tables with a new ``meta``; as :meth:`write`."""
        previous, self.meta = self.meta, meta
        try:
            self.write(tables)
        except BaseException:
            self.meta = previous
            raise


def encode_snapshot(meta: Meta, tables: Mapping[str, Mapping[str, Fields]]) -> bytes:
    """The bytes of a snapshot: ASCII JSON, one document per line."""
    dumps = json.JSONEncoder(separators=(",", ":"), ensure_ascii=True).encode
    parts: list[str] = []
    for name, documents in tables.items():
        lines = ",\n".join(
            f'"{number}":{value if isinstance(value, str) else dumps(value)}'
            for number, value in raw(documents).items()
        )
        parts.append(f",\n{dumps(name)}: {{\n{lines}\n}}" if lines else f",\n{dumps(name)}: {{}}")
    parts.append("\n}\n")
    body = "".join(parts).encode("ascii")
    return _head(meta, body) + body


def check_snapshot(path: str, data: bytes) -> tuple[Meta, int]:
    """Verify a snapshot's description and checksum.

    Returns:
        Its description, and the offset of the text after it.

    Raises:
        DamagedError: They are invalid.
        NewerFormatError: A newer netkeeper wrote it.
    """
    end = data.find(b"}}", 0, _LONGEST_HEAD) + 2
    try:
        found = json.loads(data[:end] + b"}")[META]["1"]
        meta = Meta(found["network"], found["seq"], found["format"])
        is_newer = meta.format > FORMAT
    except (ValueError, LookupError, TypeError):
        what = "its beginning is not as netkeeper wrote it" if data.strip() else "it is empty"
        raise damaged(path, what) from None
    if is_newer:
        raise newer(path)
    if data[:end] != _head(meta, memoryview(data)[end:]):
        raise damaged(path, "its checksum does not fit what is in it")
    return meta, end


def _head(meta: Meta, body: bytes | memoryview) -> bytes:
    """The encoded description of a snapshot, with the checksum of it and the rest of the file."""
    start = f'{{"{META}": {{"1": {{"format": {meta.format}, "network": "{meta.network}", "seq": {meta.seq}, "crc32": "'
    described = start.encode("ascii", errors="replace")
    return described + b'%08x"}}' % zlib.crc32(body, zlib.crc32(described))


def damaged(path: str, what: str) -> DamagedError:
    """The error about a file that fails its checks."""
    return DamagedError(f"{path} is damaged: {what}.", path)


def newer(path: str) -> NewerFormatError:
    """The error about a file that a newer netkeeper wrote."""
    return NewerFormatError(f"{path} was written by a newer netkeeper; update this one to open it.")
