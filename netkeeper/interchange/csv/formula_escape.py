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
_GUARDED = re.compile(f"{_START}'(?={_REST})")


def escape_formula(text: str) -> str:
    """A cell with an apostrophe before each start of a formula."""
    return _UNGUARDED.sub("'", text)


def unescape_formula(text: str) -> str:
    """The inverse of ``escape_formula``."""
    return _GUARDED.sub("", text) if "'" in text else text
