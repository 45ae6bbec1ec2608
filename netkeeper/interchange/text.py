"""Normalizing text for formats that don't allow control characters."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_BLANKS = re.compile("[\x0b\x0c]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def writable_text(text: str) -> str:
    """Text without control characters and lone surrogates; each kind of line break is a line feed."""
    if text.isprintable():
        return text
    return _UNWRITABLE.sub("", _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text)))


def one_line_text(text: str) -> str:
    """As :func:`writable_text`, with every run of white space replaced by one blank."""
    return " ".join(writable_text(text).split())
