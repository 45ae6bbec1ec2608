r"""What stands after the colon: text, lists, structures, dates.

vCard 3.0 and 4.0 escape with a backslash (RFC 6350, section 3.4). In vCard 2.1 a backslash is only a
backslash, but for ``\;`` (section 2.3): its paths (``C:\new``) stay what they are.
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

# What no content line can hold (RFC 6350, section 3.3: VALUE-CHAR), and what no UTF-8 can.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

_DATE = re.compile(r"([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})(?:[T Z+].*)?", re.DOTALL)
_NO_YEAR = re.compile(r"--([0-9]{2})-?([0-9]{2})(?:T.*)?", re.DOTALL)
_APPLE_NO_YEAR = "1604"
_NO_YEARS = ("0000", _APPLE_NO_YEAR)


def unescape(value: str, is_old: bool = False) -> str:
    """The text that a value stands for.

    Args:
        is_old: Whether it is from vCard 2.1.
    """
    if "\\" not in value:
        return value
    if is_old:
        return value.replace("\\;", ";")
    return _ESCAPED.sub(lambda escaped: _MEANS.get(escaped[1], escaped[1]), value)


def one_line(text: str) -> str:
    """Text trimmed, with a blank for its line breaks and tabs."""
    text = text.strip()
    return text if text.isprintable() else _BREAKS.sub(" ", text)


def escape(text: str) -> str:
    r"""Text as a value of vCard 3.0 or 4.0.

    Each kind of line break becomes ``\n``. Other control characters can't stand in a vCard: vertical
    tabs and form feeds become a blank, the rest goes, and so do lone surrogates.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NEEDS_ESCAPE.sub(lambda found: _ESCAPES[found[0]], writable(text))


def writable(text: str) -> str:
    """Text without what no vCard can hold."""
    if _UNWRITABLE.search(text):
        text = _UNWRITABLE.sub("", text.replace("\x0b", " ").replace("\x0c", " "))
    return text


def escape_uri(text: str) -> str:
    """A web address as a value: its commas and semicolons are its own and stay bare."""
    return escape(text).replace("\\,", ",").replace("\\;", ";")


def split(value: str, separator: str, is_old: bool = False) -> list[str]:
    """The parts of a value between unescaped separators, unescaped and trimmed.

    In the structures of vCard 2.1 (N, ADR, ORG) phones escape backslash, colon and comma too.

    Args:
        value: As written; without NUL.
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
    """A day, or None where the value isn't one.

    ``19800229``, ``1980-02-29``, either with a time, ``--0229``, ``--02-29`` (RFC 6350, section 4.3.1).
    A year that stands for none is left out: Apple's 1604, or 0000. Day before month or month before
    day can't be told, so ``6/3/2005`` is no date.

    Args:
        omitted_year: The year that stands for none in this value (``X-APPLE-OMIT-YEAR``).
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
