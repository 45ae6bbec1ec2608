"""Which characters the bytes of a table stand for.

A byte order mark says so. Without one, UTF-8 is tried first; what isn't UTF-8 comes from a Western
program of old: Windows (Excel, Outlook), DOS (Excel's "CSV (MS-DOS)") or an old Mac, and which of them
shows in the letters that the bytes would be.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import quoted

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AT_ONCE = 1 << 20
_LOOKED_AT = 1 << 20

# How common a letter beyond ASCII is in the names and words of the North and of Germany.
_COMMON = {**dict.fromkeys("äö", 8), **dict.fromkeys("åüé", 4), **dict.fromkeys("ÄÖÅÜßÉèáøæ’“”–", 1)}
_OLD_CODECS = ("cp1252", "mac_roman", "cp850")


@dataclass(frozen=True, slots=True)
class Encoding:
    """What a file's text is encoded in.

    Attributes:
        codec: Python's name for it.
        start: Where the text begins, after a byte order mark.
        is_guessed: Whether nothing but the letters themselves speaks for it.
        is_mixed: Whether some bytes are in another encoding than the rest.
    """

    codec: str
    start: int = 0
    is_guessed: bool = False
    is_mixed: bool = False


def find_encoding(data: bytes, said: str | None = None) -> Encoding:
    """The encoding of a file.

    Args:
        said: What the person says it is, if anything; a byte order mark knows better.

    Raises:
        UnreadableFileError: There is no such encoding.
    """
    named = "" if said is None else _codec_named(said)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return Encoding(codec, len(bom))
    if named:
        return Encoding(named)
    if wide := _wide(data):
        return Encoding(wide)
    whole, broken = _count_utf8(data)
    if whole >= broken:
        return Encoding("utf-8", is_mixed=broken > 0)
    return Encoding(max(_OLD_CODECS, key=lambda codec: _likeness(data[:_LOOKED_AT], codec)), is_guessed=True)


def _codec_named(name: str) -> str:
    """Python's codec of a name.

    Raises:
        UnreadableFileError: There is none that turns bytes into text.
    """
    try:
        "a".encode(name.strip())
        return codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        raise UnreadableFileError(
            f"{quoted(name)} is no encoding that can be read; try utf-8, windows-1252, mac_roman or utf-16."
        ) from None


def _wide(data: bytes) -> str:
    """The codec of a file of two bytes a character that has no byte order mark; empty for any other."""
    if len(data) >= 4 and data[0] and not data[1] and data[2] and not data[3]:
        return "utf-16-le"
    if len(data) >= 4 and not data[0] and data[1] and not data[2] and data[3]:
        return "utf-16-be"
    return ""


def _count_utf8(data: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII are whole in UTF-8, and how many bytes are no UTF-8."""
    if data.isascii():
        return 0, 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    whole = broken = 0
    for start in range(0, len(data), _AT_ONCE):
        stop = start + _AT_ONCE
        text = decoder.decode(data[start:stop], stop >= len(data))
        if not text.isascii():
            odd = text.count("\ufffd")
            broken += odd
            whole += sum(1 for character in text if character > "\x7f") - odd
    return whole, broken


def _likeness(data: bytes, codec: str) -> float:
    """How much the bytes beyond ASCII look like common letters in a codec."""
    high = bytes(byte for byte in data if byte > 0x7F).decode(codec, "replace")
    # Windows comes first where nothing tells: most old files are its own.
    # Capitals beyond the common ones are hardly ever meant.
    return sum(_COMMON.get(letter, 0 if letter.islower() else -1) for letter in high) + (codec == "cp1252") / 2
