"""Decoding the bytes of vCards.

The encoding is declared by a byte order mark of the file or CHARSET of a property (vCard 2.1); else UTF-8 is
tried before windows-1252, the most common encoding of old Western exports.
"""

from __future__ import annotations

import codecs
import re

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.text_encodings import codec_named, utf16_without_mark

LAST_RESORT = "windows-1252"
"""Encoding of bytes that are not UTF-8 in files that declare no encoding."""

_BOMS = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_DECLARED = re.compile(rb"CHARSET[ \t]*=[ \t]*\"?([A-Za-z0-9._-]{1,40})", re.IGNORECASE)
_CHARSET_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,39}")
_SINGLE_BYTE = re.compile(r"iso8859|cp125|koi8|mac")
_RECODED_AT_ONCE = 1 << 20
_MOST_NAMES = 64


class Codecs:
    """Python's codecs by the names used in files.

    Looking up an unknown name tries to import a module, so only the first ``_MOST_NAMES`` names are looked up.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def named(self, name: str) -> str:
        """The codec of a name; empty if there is none."""
        found = self._known.get(name)
        if found is None:
            if len(self._known) >= _MOST_NAMES or not _CHARSET_NAME.fullmatch(name):
                return ""
            found = self._known[name] = codec_named(name)
        return found

    def declared(self, data: bytes) -> str:
        """The first codec other than UTF-8 that a CHARSET in the data declares; empty if there is none."""
        for found in _DECLARED.finditer(data):
            codec = self.named(found[1].decode("ascii").lower())
            if codec not in ("", "utf-8", "ascii"):
                return codec
        return ""


def recode(data: bytes, encoding: str | None) -> tuple[bytes, int, str]:
    """Convert a file to UTF-8 if its encoding is not a superset of ASCII, such as UTF-16.

    Args:
        encoding: The encoding that the user chose; None to detect it.

    Returns:
        The data, the offset of its text (after a byte order mark), and the codec of undeclared text, empty to
        try UTF-8.

    Raises:
        UnreadableFileError: There is no such encoding.
    """
    codec = ""
    if encoding is not None:
        codec = codec_named(encoding.strip())
        if not codec:
            raise UnreadableFileError(
                f"{quoted(encoding)} is no encoding that can be read; try utf-8, windows-1252, shift_jis or utf-16."
            )
    if data.startswith(codecs.BOM_UTF8):
        return data, len(codecs.BOM_UTF8), ""
    wide, errors = _wide(data), "replace"
    if not wide and codec and b"BEGIN:VCARD".decode(codec, "replace") != "BEGIN:VCARD":
        wide, errors = codec, "strict"
    if wide:
        try:
            return _to_utf8(data, wide, errors), 0, ""
        except UnicodeError as error:
            raise UnreadableFileError(
                f"The file is not in {wide}; name another encoding (--encoding).",
                brief=f"The file is not in {wide}; choose another encoding.",
            ) from error
    return data, 0, "" if codec == "utf-8" else codec


def _wide(data: bytes) -> str:
    """The codec of UTF-16 or UTF-32, by byte order mark or zero bytes; empty for anything else."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return codec
    return utf16_without_mark(data)


def _to_utf8(data: bytes, codec: str, errors: str) -> bytes:
    """The data in UTF-8, converted in pieces so that the decoded text is never whole in memory."""
    decoder = codecs.getincrementaldecoder(codec)(errors)
    pieces = []
    for start in range(0, len(data), _RECODED_AT_ONCE):
        stop = start + _RECODED_AT_ONCE
        text = decoder.decode(data[start:stop], stop >= len(data))
        pieces.append(text.encode("utf-8", "replace"))
    return b"".join(pieces).removeprefix(codecs.BOM_UTF8)


class Decoder:
    """Decodes the values of one file."""

    __slots__ = ("_codecs", "_data", "_fallback", "codec")

    def __init__(self, data: bytes, codec: str) -> None:
        """Decode the values of a file.

        Args:
            data: The file, as returned by :func:`recode`.
            codec: The codec of undeclared text; empty to try UTF-8.
        """
        self._data = data
        self._codecs = Codecs()
        self._fallback: str | None = None
        self.codec = codec

    def text(self, raw: bytes, charset: str, chunk: bytes) -> tuple[str, bool]:
        """Decode a value.

        Args:
            raw: The bytes of the value.
            charset: The CHARSET of its property in lower case; empty for none.
            chunk: The bytes of its card, whose other properties may declare an encoding.

        Returns:
            The text, and whether its encoding was guessed.
        """
        codec = self._codecs.named(charset) if charset else self.codec
        if not codec:
            try:
                return raw.decode(), False
            except ValueError:
                return self._odd_text(raw, chunk)
        # Some writers declare a wrong single-byte encoding; text in such an encoding is rarely valid UTF-8.
        for attempt in ("utf-8", codec) if _SINGLE_BYTE.match(codec) else (codec, "utf-8"):
            try:
                return raw.decode(attempt), False
            except ValueError:
                continue
        return self._odd_text(raw, chunk)

    def _odd_text(self, raw: bytes, chunk: bytes) -> tuple[str, bool]:
        """Decode bytes that are valid neither in the declared encoding nor in UTF-8."""
        text = _java_decoded(raw) or _cropped_decoded(raw)
        if text:
            return text, False
        fallback = self._fallback_for(chunk)
        try:
            return raw.decode(fallback or LAST_RESORT), not fallback
        except ValueError:
            return raw.decode("latin-1"), True

    def _fallback_for(self, chunk: bytes) -> str:
        """The codec that another property of the card or the file declares; empty for none."""
        declared = self._codecs.declared(chunk)
        if declared:
            return declared
        if self._fallback is None:
            self._fallback = self._codecs.declared(self._data)
        return self._fallback


def _java_decoded(raw: bytes) -> str:
    """Decode UTF-8 with characters beyond U+FFFF as surrogate pairs, as old Java writes it; empty if it isn't."""
    try:
        return raw.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except ValueError:
        return ""


def _cropped_decoded(raw: bytes) -> str:
    """Decode UTF-8 with truncated characters, as fields of limited width have them; empty if it isn't.

    At least half of the characters beyond ASCII must be valid, which is rare in other encodings.
    """
    loose = raw.decode("utf-8", "replace")
    whole = sum(1 for character in loose if character > "\x7f" and character != "\ufffd")
    return loose if whole and whole >= loose.count("\ufffd") else ""
