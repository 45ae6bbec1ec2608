"""Python's text encodings by name, and UTF-16 without a byte order mark."""

from __future__ import annotations

import codecs
import re

_TEXT = re.compile(
    r"ascii|utf-8(?:-sig)?|utf-(?:16|32)(?:-[lb]e)?|iso8859-[0-9]+|latin-?1|cp[0-9]+|mac-[a-z-]+|koi8-[rtu]|kz1048|ptcp154|tis-620"
    r"|shift_jis\w*|euc_\w+|iso2022_\w+|gb\w+|big5\w*|hz|johab"
)
"""The codecs of text files. Python has others, which decode to halves of characters (UTF-7) or are no files' (IDNA)."""


def codec_named(name: str) -> str:
    """Python's name of the encoding of text files; empty if there is none."""
    try:
        "a".encode(name)
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return found if _TEXT.fullmatch(found) else ""


def utf16_without_mark(data: bytes) -> str:
    """The codec of UTF-16 without a byte order mark, by the zero bytes of two ASCII characters; else empty."""
    zeros = tuple(not byte for byte in data[:4])
    return (
        "utf-16-le"
        if zeros == (False, True, False, True)
        else "utf-16-be"
        if zeros == (True, False, True, False)
        else ""
    )
