"""Python's text encodings by name, and UTF-16 without a byte order mark."""

from __future__ import annotations

import codecs


def codec_named(name: str) -> str:
    """Python's name of a text encoding; empty if there is none."""
    try:
        "a".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


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
