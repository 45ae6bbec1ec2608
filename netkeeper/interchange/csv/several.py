"""Cells that hold several values."""

from __future__ import annotations

import re
from collections.abc import Callable

GOOGLE_SEPARATOR = " ::: "
"""What Google puts between values."""

_ALONE = re.compile(r"(?<!\S):::(?!\S)")
_BETWEEN_EMAILS = re.compile(r"[;,\s]+")
_BETWEEN_PHONES = re.compile(r"[;,\n]+| / ")
_BETWEEN_FIELDS = re.compile(r"[;,\n]+")
_AROUND_FIELDS = " \t\"'"
_SHORTEST_PHONE = 6


def split_google(text: str) -> list[str]:
    """The values that Google put in one cell."""
    return [part.strip() for part in f"{text} ".split(GOOGLE_SEPARATOR)]


def without_separator(text: str) -> str:
    """A text that Google won't take for several: `` ::: `` becomes `` :: ``."""
    return _ALONE.sub("::", text) if ":::" in text else text


def split_emails(text: str) -> list[str]:
    """The addresses in a cell; what isn't only addresses stays whole."""
    if text.count("@") < 2:
        return [text]
    parts = [part for part in _BETWEEN_EMAILS.split(text) if part]
    return parts if all("@" in part for part in parts) else [text]


def split_phones(text: str) -> list[str]:
    """The numbers in a cell; what isn't only numbers stays whole."""
    parts = [part.strip() for part in _BETWEEN_PHONES.split(text) if part.strip()]
    if len(parts) > 1 and all(sum(map(str.isdigit, part)) >= _SHORTEST_PHONE for part in parts):
        return parts
    return [text]


def one(text: str) -> list[str]:
    """A cell that holds one value, whatever it says."""
    return [text]


def split_fields(text: str) -> list[str]:
    """The fields in a cell that people or Outlook wrote."""
    return [field for part in _BETWEEN_FIELDS.split(text) if (field := part.strip(_AROUND_FIELDS))]


def split_own_fields(text: str) -> list[str]:
    """The fields in a cell that netkeeper wrote: a field has commas, but never a blank."""
    return [part for part in text.split(", ") if part]


Splitter = Callable[[str], list[str]]
"""Takes a cell apart."""
