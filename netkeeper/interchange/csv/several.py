"""Splitting cells with several values."""

from __future__ import annotations

import re

GOOGLE_SEPARATOR = " ::: "
"""Google's separator of values in one cell."""

_ALONE = re.compile(r"(?<!\S):::(?!\S)")
_BETWEEN_EMAILS = re.compile(r"\s:::\s|[;,|/\s]+")
_BETWEEN_PHONES = re.compile(r"\s:::\s|[;,|\n]+| / ")
_BETWEEN_FIELDS = re.compile(r"\s:::\s|[;,|\n]+|\s+(?=#\w)")
_AROUND_FIELDS = " \t\"'"
_QUOTES = "\"'“”„"
_SHORTEST_PHONE = 6


def split_google(text: str) -> list[str]:
    """Split a cell at Google's separator, which has no blank before it where the first value is empty."""
    return [part.strip() for part in _ALONE.split(text)] if ":::" in text else [text.strip()]


def without_separator(text: str) -> str:
    """A text that Google reads as one value: `` ::: `` becomes `` :: ``."""
    return _ALONE.sub("::", text) if ":::" in text else text


def split_emails(text: str) -> list[str]:
    """Split a cell with nothing but email addresses; any other is returned whole."""
    if text.count("@") < 2:
        return [text.strip(_QUOTES)]
    parts = [part for each in _BETWEEN_EMAILS.split(text) if (part := each.strip(_QUOTES))]
    return parts if all("@" in part for part in parts) else [text]


def split_phones(text: str) -> list[str]:
    """Split a cell with nothing but phone numbers; any other is returned whole."""
    parts = [part for each in _BETWEEN_PHONES.split(text) if (part := each.strip(f" {_QUOTES}"))]
    if len(parts) > 1 and all(sum(map(str.isdigit, part)) >= _SHORTEST_PHONE for part in parts):
        return parts
    return [text]


def one(text: str) -> list[str]:
    """The cell as its only value."""
    return [text]


def split_fields(text: str) -> list[str]:
    """Split fields at commas, semicolons and line ends, as people and Outlook write them."""
    return [field for part in _BETWEEN_FIELDS.split(text) if (field := part.strip(_AROUND_FIELDS))]


def split_own_fields(text: str) -> list[str]:
    """Split fields that netkeeper wrote: a field may contain commas but no blank."""
    return [part for part in text.split(", ") if part]
