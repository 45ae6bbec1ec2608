"""The lines of a table, decoded as they are needed, so that no whole copy of the text is ever held."""

from __future__ import annotations

import io
from collections.abc import Iterator

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.interchange.csv.encodings import Encoding
from netkeeper.override import override

MAX_LINE = 8_000_000
"""The longest line that is read, in characters; it bounds what one record can hold in memory."""


class Overlong(str):
    """Stands for a line that is longer than is read; its text is the beginning of it."""

    __slots__ = ()


class Lines(Iterator[str]):
    """Iterates over the lines of a file, each with its line end as it came."""

    def __init__(self, data: bytes, encoding: Encoding) -> None:
        """Take a file.

        Args:
            encoding: What its text is encoded in. What isn't in it becomes lone surrogates where that
                is UTF-8, so that it can be looked at again.
        """
        self._bytes = io.BytesIO(data)
        self._bytes.seek(encoding.start)
        errors = "surrogateescape" if encoding.codec == "utf-8" else "replace"
        self._text = io.TextIOWrapper(self._bytes, encoding.codec, errors, newline="")
        self._codec = encoding.codec

    @property
    def bytes_read(self) -> int:
        """How many bytes have been read."""
        return self._bytes.tell()

    @override
    def __next__(self) -> str:
        """The next line.

        Raises:
            UnreadableFileError: The encoding that was named can't be what the file is in.
        """
        try:
            line = self._text.readline(MAX_LINE)
            if not line:
                raise StopIteration
            if len(line) < MAX_LINE or line[-1] in "\r\n":
                return line
            rest = self._text.readline(MAX_LINE)
            while rest and len(rest) == MAX_LINE and rest[-1] not in "\r\n":
                rest = self._text.readline(MAX_LINE)
        except UnicodeError as error:
            raise UnreadableFileError(
                f"The file is not in {self._codec}; name another encoding (--encoding).",
                brief=f"The file is not in {self._codec}; choose another encoding.",
            ) from error
        return Overlong(line[:100])
