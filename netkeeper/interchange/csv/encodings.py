"""Detecting the text encoding of a table.

A byte order mark settles it. Else UTF-8 is tried; other bytes are taken for an old Western encoding: Windows
(Excel, Outlook), DOS (Excel's "CSV (MS-DOS)") or old Mac, whichever gives the most plausible letters.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.text_encodings import codec_named, utf16_without_mark

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AT_ONCE = 1 << 20
_LOOKED_AT = 1 << 20

# Weight of letters beyond ASCII by their frequency in Nordic and German text.
_COMMON = {**dict.fromkeys("äö", 8), **dict.fromkeys("åüé", 4), **dict.fromkeys("ÄÖÅÜßÉèáøæ’“”–", 1)}
_OLD_CODECS = ("cp1252", "mac_roman", "cp850")


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding of a file.

    Attributes:
        codec: Python's name of it.
        start: Offset of the text in bytes, after a byte order mark.
        is_guessed: Whether it was chosen by letter frequency alone.
        is_mixed: Whether some bytes are invalid in it and must be decoded in another encoding.
        is_chosen: Whether the user chose it, so that a file with bytes that it has not is refused.
    """

    codec: str
    start: int = 0
    is_guessed: bool = False
    is_mixed: bool = False
    is_chosen: bool = False


def find_encoding(data: bytes, chosen: str | None = None) -> Encoding:
    """Detect the encoding of a file.

    Args:
        chosen: The encoding that the user chose; overruled by a byte order mark.

    Raises:
        UnreadableFileError: Python has no encoding of that name.
    """
    named = "" if chosen is None else codec_named(chosen.strip())
    if chosen is not None and not named:
        raise UnreadableFileError(
            f"{quoted(chosen)} is no encoding that can be read; try utf-8, windows-1252, mac_roman or utf-16."
        )
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _checked(data, codec, len(bom))
    if named in ("utf-16", "utf-32"):
        # Python wants a byte order mark with these.
        wide = utf16_without_mark(data) if named == "utf-16" else ""
        if not wide:
            raise not_in_it(named)
        named = wide
    if named:
        return replace(_checked(data, "utf-8" if named == "utf-8-sig" else named), is_chosen=True)
    if wide := utf16_without_mark(data):
        return Encoding(wide)
    whole, broken = _count_utf8(data)
    if whole >= broken:
        return Encoding("utf-8", is_mixed=broken > 0)
    return Encoding(max(_OLD_CODECS, key=lambda codec: _likeness(data[:_LOOKED_AT], codec)), is_guessed=True)


def not_in_it(codec: str) -> UnreadableFileError:
    """The error of a file that is not in the encoding that was named for it."""
    return UnreadableFileError(
        f"The file is not in {codec}; name another encoding (--encoding).",
        brief=f"The file is not in {codec}; choose another encoding.",
    )


def _checked(data: bytes, codec: str, start: int = 0) -> Encoding:
    """An encoding that is known; bytes that are no UTF-8 are decoded in another one."""
    return Encoding(codec, start, is_mixed=codec == "utf-8" and _count_utf8(data[start:])[1] > 0)


def _count_utf8(data: bytes) -> tuple[int, int]:
    """Number of valid UTF-8 characters beyond ASCII, and of invalid bytes."""
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
    """Score of a codec: total weight of the letters that the bytes beyond ASCII decode to."""
    high = bytes(byte for byte in data if byte > 0x7F).decode(codec, "replace")
    # Ties go to Windows, the source of most old files; uncommon capitals count against a codec.
    return sum(_COMMON.get(letter, 0 if letter.islower() else -1) for letter in high) + (codec == "cp1252") / 2
