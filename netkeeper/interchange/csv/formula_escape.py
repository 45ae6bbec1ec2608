"""Escaping cells that a spreadsheet would run as formulas.

A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab, a return, a NUL or their full-width forms gets an
apostrophe before it (OWASP ASVS 5.0, 1.2.10). So does what follows a semicolon or a line break inside a cell: a
spreadsheet that separates by semicolons, as in Finland, Sweden and Germany, begins a cell there.

Text that already begins with apostrophes and such a character gets one more, so that unescaping is lossless.
"""

from __future__ import annotations

import re

_DANGER = "=+@\\-\t\r\0＝＋－＠"
_START = r"(?:\A|(?<=[\n\r;]))"
_REST = f"['\" ]*[{_DANGER}]"
_UNGUARDED = re.compile(f"{_START}(?={_REST})")
# Digits alone that a spreadsheet turns into another number: 0405550101 becomes 405550101, long ones 3.58E+11.
_NUMBER = re.compile(r"'*(?:0[0-9]+|[0-9]{12,})")
_GUARDED = re.compile(f"{_START}'(?={_REST})")


def escape_formula(text: str) -> str:
    """A cell with an apostrophe before each start of a formula."""
    return _UNGUARDED.sub("'", text)


def unescape_formula(text: str) -> str:
    """The inverse of ``escape_formula``."""
    return _GUARDED.sub("", text) if "'" in text else text


def escape_cell(text: str) -> str:
    """As :func:`escape_formula`, and with an apostrophe before a number whose digits a spreadsheet would not keep."""
    return f"'{text}" if _NUMBER.fullmatch(text) else escape_formula(text)


def unescape_cell(text: str) -> str:
    """The inverse of ``escape_cell``."""
    return text[1:] if text[:1] == "'" and _NUMBER.fullmatch(text) else unescape_formula(text)
