"""The lines of a table, decoded one at a time, so that the whole text is never in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator

from netkeeper.interchange.csv.encodings import Encoding, not_in_it
from netkeeper.override import override

MAX_LINE = 8_000_000
"""Maximum length of a line in characters; it bounds the memory for one record."""


class Overlong(str):
    """The beginning of a line that exceeds ``MAX_LINE``."""

    __slots__ = ()


class Lines(Iterator[str]):
    """Iterator over the lines of a file, line ends included and unchanged."""

    def __init__(self, data: bytes, encoding: Encoding) -> None:
        """Start at the file's first character.

        Args:
            encoding: Its encoding. In UTF-8, invalid bytes become lone surrogates, for ``EncodingRepair``.
        """
        width = 4 if encoding.codec.startswith("utf-32") else 2 if encoding.codec.startswith("utf-16") else 1
        # A copy that ends within a character, as of a cropped file, has nothing more to say there.
        length = len(data) - encoding.start
        cropped = length % width if length > width else 0
        self._bytes = io.BytesIO(data[:-cropped] if cropped else data)
        self._bytes.seek(encoding.start)
        errors = "surrogateescape" if encoding.codec == "utf-8" else "strict" if encoding.is_chosen else "replace"
        self._text = io.TextIOWrapper(self._bytes, encoding.codec, errors, newline="")
        self._codec = encoding.codec

    @property
    def bytes_read(self) -> int:
        """Number of bytes read so far."""
        return self._bytes.tell()

    @override
    def __next__(self) -> str:
        """The next line.

        Raises:
            UnreadableFileError: The file is not in the chosen encoding.
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
            raise not_in_it(self._codec) from error
        return Overlong(line[:100])
