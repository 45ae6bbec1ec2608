r"""Values of content lines: text, lists, structures, dates.

vCard 3.0 and 4.0 escape with a backslash (RFC 6350, section 3.4). In vCard 2.1 a backslash is only a
backslash, but for ``\;`` (section 2.3) and for ``\:``, which phones write: its paths (``C:\new``) stay what they are.
"""

from __future__ import annotations

import re

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import InvalidValueError

_ESCAPED = re.compile(r"\\([nN,;:\\\"])")
_MEANS = {"n": "\n", "N": "\n"}
_OLD_ESCAPED = re.compile(r"\\([;:,\\])")
_NEEDS_ESCAPE = re.compile(r"[\\,;\n]")
_ESCAPES = {"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"}

_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")

# Characters not allowed in content lines (RFC 6350, section 3.3: VALUE-CHAR) or not encodable in UTF-8.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

_DATE = re.compile(r"([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})(?:[T Z+].*)?", re.DOTALL)
_NO_YEAR = re.compile(r"--([0-9]{2})-?([0-9]{2})(?:T.*)?", re.DOTALL)
_APPLE_NO_YEAR = "1604"
_NO_YEARS = ("0000", _APPLE_NO_YEAR)


def unescape(value: str, is_old: bool = False) -> str:
    """The unescaped text of a value.

    Args:
        is_old: Whether it is from vCard 2.1.
    """
    if "\\" not in value:
        return value
    if is_old:
        return value.replace("\\;", ";").replace("\\:", ":")
    return _ESCAPED.sub(lambda escaped: _MEANS.get(escaped[1], escaped[1]), value)


def one_line(text: str) -> str:
    """Trimmed text with runs of line breaks and tabs replaced by one blank."""
    text = text.strip()
    return text if text.isprintable() else _BREAKS.sub(" ", text)


def escape(text: str) -> str:
    r"""Escape text as a value of vCard 3.0 or 4.0.

    Line breaks of any kind become ``\n``, vertical tabs and form feeds a blank; other control characters and lone
    surrogates are removed.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NEEDS_ESCAPE.sub(lambda found: _ESCAPES[found[0]], writable(text))


def writable(text: str) -> str:
    """Text without characters that are not allowed in vCards."""
    if _UNWRITABLE.search(text):
        text = _UNWRITABLE.sub("", text.replace("\x0b", " ").replace("\x0c", " "))
    return text


def escape_uri(text: str) -> str:
    """Escape a web address as a value; commas and semicolons are not escaped in URIs."""
    return escape(text).replace("\\,", ",").replace("\\;", ";")


def split(value: str, separator: str, is_old: bool = False) -> list[str]:
    """The parts of a value between unescaped separators, unescaped and trimmed.

    In structured values of vCard 2.1 (N, ADR, ORG), phones escape backslash, colon and comma too.

    Args:
        value: The escaped value, without NUL.
        is_old: Whether it is from vCard 2.1.
    """
    if "\\" not in value:
        return list(map(str.strip, value.split(separator)))
    if is_old:
        return [_OLD_ESCAPED.sub(r"\1", part).strip() for part in split_escaped(value, separator)]
    return [unescape(part).strip() for part in split_escaped(value, separator)]


def split_escaped(value: str, separator: str) -> list[str]:
    """The parts of a value between unescaped separators, still escaped."""
    if "\\" not in value:
        return value.split(separator)
    hidden = value.replace("\\\\", "\0b").replace("\\" + separator, "\0s")
    return [part.replace("\0s", "\\" + separator).replace("\0b", "\\\\") for part in hidden.split(separator)]


def read_date(value: str, omitted_year: str = "") -> Birthday | None:
    """Parse a date; None if it is invalid.

    ``19800229``, ``1980-02-29``, either with a time, ``--0229``, ``--02-29`` (RFC 6350, section 4.3.1).
    Placeholders for a missing year are dropped: Apple's 1604, or 0000. Ambiguous dates such as ``6/3/2005`` are
    invalid.

    Args:
        omitted_year: The placeholder for a missing year in this value (``X-APPLE-OMIT-YEAR``).
    """
    value = value.strip()
    dated = _DATE.fullmatch(value)
    if dated:
        year, separator, month, day = dated.groups()
        if not separator and len(month) + len(day) < 4:
            return None
    else:
        bare = _NO_YEAR.fullmatch(value)
        if not bare:
            return None
        month, day = bare.groups()
        year = _APPLE_NO_YEAR
    try:
        return Birthday(int(month), int(day), None if year in _NO_YEARS or year == omitted_year else int(year))
    except InvalidValueError:
        return None
