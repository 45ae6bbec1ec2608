"""Checks of single JSON values in documents from outside; each raises ``InvalidValueError`` that names the property."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, cast

from netkeeper.domain.errors import InvalidValueError

_ID = re.compile(r"[0-9]{1,15}\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_TEXT_LIMIT = 1_000_000


def check_flag(item: dict[str, Any], name: str) -> None:
    """A property that is true, false or missing."""
    if not isinstance(item.get(name, False), bool):
        raise InvalidValueError(f"{name} must be true or false")


def check_moment(text: str, name: str) -> None:
    """A text like ``2026-11-23T10:15:00Z``."""
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise InvalidValueError(f"{name} must be a moment like 2026-11-23T10:15:00Z") from None


def json_object(item: Any, name: str) -> dict[str, Any]:
    """The value as an object."""
    if not isinstance(item, dict):
        raise InvalidValueError(f"{name} must be an object")
    return cast("dict[str, Any]", item)


def json_list(item: dict[str, Any], name: str) -> list[Any]:
    """The list in a property; empty where it is missing."""
    value = item.get(name, [])
    if not isinstance(value, list):
        raise InvalidValueError(f"{name} must be a list")
    return value


def json_text(item: dict[str, Any], name: str, default: str | None = None) -> str:
    """The text in a property, at most a million characters; ``default`` where it is missing."""
    value = item.get(name, default)
    if not isinstance(value, str) or len(value) > _TEXT_LIMIT:
        raise InvalidValueError(f"{name} must be text of at most {_TEXT_LIMIT:,} characters")
    check_encodable(value, name)
    return value


def json_texts(item: dict[str, Any], name: str) -> list[str]:
    """The list of texts in a property; empty where it is missing."""
    values = json_list(item, name)
    if not all(isinstance(value, str) for value in values):
        raise InvalidValueError(f"{name} must be a list of texts")
    for value in values:
        check_encodable(value, name)
    return values


def check_encodable(text: str, name: str) -> None:
    """Refuse a lone surrogate, which UTF-8 can't encode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidValueError(f"{name} holds half a character (a lone surrogate)") from None


def check_only_texts(item: dict[str, Any], known: tuple[str, ...], name: str) -> None:
    """An object of texts under known keys only."""
    for key in item:
        if key not in known:
            raise InvalidValueError(f"{name} has {key!r}, which is unknown")
        json_text(item, key)


def check_id(item: dict[str, Any], name: str) -> None:
    """A property with an id: up to fifteen digits."""
    if not _ID.match(json_text(item, name)):
        raise InvalidValueError(f"{name} must be up to fifteen digits")


def check_day(item: dict[str, Any], name: str, *, optional: bool = False) -> None:
    """A property with a day like ``2026-11-23``, which may be missing where it is optional."""
    if optional and name not in item:
        return
    if not _DAY.match(json_text(item, name)):
        raise InvalidValueError(f"{name} must be a date like 2026-11-23")


def check_number(item: dict[str, Any], name: str, least: int, most: int) -> None:
    """A property with a whole number in bounds, or missing."""
    value = item.get(name, least)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise InvalidValueError(f"{name} must be a whole number from {least} to {most}")
