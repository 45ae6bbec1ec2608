"""LinkedIn's archive, as it comes: the table of connections in it is read, and nothing else."""

from __future__ import annotations

import io
import struct
import zlib

from netkeeper.domain.errors import UnreadableFileError

WANTED = "connections.csv"
"""The file's name in LinkedIn's archive, in lower case."""

_BEGINS = b"PK\x03\x04"
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_MOST_FILES = 5_000
_MOST_LISTED_BYTES = 2_000_000


def connections_in(data: bytes, limit_bytes: int) -> bytes | None:
    """The table of connections in a ZIP archive; None if the file is no archive, or there is none in it.

    Args:
        limit_bytes: The largest table.

    Raises:
        UnreadableFileError: It is too large, locked or damaged.
    """
    if not data.startswith(_BEGINS) or not _has_short_list(data):
        return None
    # Loaded here, because nearly all files are none.
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = next((each for each in archive.infolist() if _base(each.filename) == WANTED), None)
            if found is None:
                return None
            with archive.open(found) as file:
                table = file.read(limit_bytes + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableFileError("The archive is damaged or locked; unpack it, and import Connections.csv.") from error
    if len(table) > limit_bytes:
        raise UnreadableFileError(f"Connections.csv in it is larger than {limit_bytes // 1_000_000} MB.")
    return table


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].lower()


def _has_short_list(data: bytes) -> bool:
    """Whether the archive's list of files is of a usual size, so that reading it takes little memory."""
    tail = data[-(_END_SIZE + _LONGEST_COMMENT) :]
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_SIZE:
        return False
    files, size = struct.unpack_from("<HI", tail, place + 10)
    return bool(files <= _MOST_FILES and size <= _MOST_LISTED_BYTES)
