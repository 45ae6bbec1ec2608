"""Checks of the types and bounds in documents from outside.

Whether a date exists or a step is known is checked by the decoder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, cast

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.settings import SETTINGS, Stored
from netkeeper.domain.people.properties import PROPERTIES, Kind
from netkeeper.domain.promises.follow_up import check_rrule

_ID = re.compile(r"[0-9]{1,15}\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_REGION = re.compile(r"[A-Z]{2}\Z")
_NAME_LIMIT = 500
_TEXT_LIMIT = 1_000_000

_PARTS = ("prefix", "given", "additional", "family", "suffix")
_ADDRESS = ("label", "po_box", "extended", "street", "locality", "region", "postal_code", "country")


def check_contact(item: Any) -> None:
    """Check the document of a contact.

    Raises:
        InvalidValueError: A type or bound is wrong; the message names the property.
    """
    item = _object(item, "contact")
    _id(item, "id")
    if not _text(item, "name").strip() or len(item["name"]) > _NAME_LIMIT:
        raise InvalidValueError(f"name must be between 1 and {_NAME_LIMIT} characters")
    _text(item, "step")
    for name, row in PROPERTIES.items():
        if name in item:
            _CHECKS[row.kind](item, name)
    _texts(item, "kept")
    for said in _object(item.get("said", {}), "said").values():
        for name in _object(said, "said"):
            _texts(said, name)


def _check_parts(item: dict[str, Any], name: str) -> None:
    _only_texts(_object(item[name], name), _PARTS, name)


def _check_labelled(item: dict[str, Any], name: str) -> None:
    for entry in _list(item, name):
        _text(_object(entry, name), "value")
        _only_texts(entry, ("value", "label"), name)


def _check_addresses(item: dict[str, Any], name: str) -> None:
    for entry in _list(item, name):
        _only_texts(_object(entry, name), _ADDRESS, name)


def _check_ladder(item: dict[str, Any], name: str) -> None:
    for change in _list(item, name):
        _day(_object(change, name), "on")
        _text(change, "step")
        _text(change, "reason", "")


def _check_moment(item: dict[str, Any], name: str) -> None:
    _stamp(_text(item, name), name)


def _check_days(item: dict[str, Any], name: str) -> None:
    _number(item, name, 0, 3650)


def check_interaction(item: Any) -> None:
    """As :func:`check_contact`, for an interaction."""
    check_record(item, "interaction", days=("on",), texts=("note", "created"), people=("contact_ids",))
    _text(item, "kind")
    _texts(item, "signals")
    _number(item, "feeling", 1, 5)


def check_followup(item: Any) -> None:
    """As :func:`check_contact`, for a follow-up."""
    item = _object(item, "follow-up")
    _id(item, "id")
    _text(item, "contact_id")
    _day(item, "due_on")
    _text(item, "status")
    for name in ("what", "rrule", "created"):
        _text(item, name, "")
    for name in ("closed_on", "anchor_on"):
        _day(item, name, optional=True)
    _number(item, "snoozes", 0, 1_000_000)
    if item.get("rrule"):
        check_rrule(item["rrule"])


def check_record(
    item: Any, what: str, *, days: tuple[str, ...] = (), texts: tuple[str, ...] = (), people: tuple[str, ...] = ()
) -> None:
    """As :func:`check_contact`, for a record that names contacts.

    Args:
        texts: Its texts.
        people: Its lists of contacts' ids, which must name somebody.
    """
    item = _object(item, what)
    _id(item, "id")
    for name in days:
        _day(item, name)
    for name in texts:
        _text(item, name, "")
    for name in people:
        if not _texts(item, name):
            raise InvalidValueError(f"{name} names nobody")


def check_diary_day(item: Any) -> None:
    """As :func:`check_contact`, for a day of the diary."""
    item = _object(item, "diary")
    if not re.match(r"\d{8}\Z", _text(item, "id"), re.ASCII):
        raise InvalidValueError("id must be a day like 20261123")
    for name in ("offered", "done", "stretch", "occasions", "sort", "since"):
        _texts(item, name)
    _text(item, "answer", "")
    _number(item, "pace", 0, 1000)
    _number(item, "changed", -1000, 1000)
    _yes_or_no(item, "lighter")


def check_holidays(item: Any) -> None:
    """As :func:`check_contact`, for the public holidays of a country."""
    item = _object(item, "holidays")
    _text(item, "country")
    if not all(isinstance(year, int) for year in _list(item, "years")):
        raise InvalidValueError("years must be whole numbers")
    names = _object(item.get("names"), "names")
    for day in names:
        _day({"names": day}, "names")
        _text(names, day)


def check_kept(item: Any) -> None:
    """As :func:`check_contact`, for the unknown properties of a contact."""
    item = _object(item, "kept")
    _id(item, "id")
    _texts(item, "lines")


def check_said(item: Any) -> None:
    """As :func:`check_contact`, for the source values of a contact."""
    item = _object(item, "said")
    _id(item, "id")
    for source, said in item.items():
        if source != "id":
            for name in _object(said, source):
                _texts(said, name)


def check_member(item: Any) -> dict[str, Any]:
    """As :func:`check_contact`, for the member; returns the document."""
    document = _object(item, "member")
    for setting in SETTINGS.values():
        if setting.name in document:
            _STORED[setting.stored](document, setting.name)
    return document


def _cadences(item: dict[str, Any], name: str) -> None:
    cadences = _object(item[name], name)
    for step in cadences:
        _number(cadences, step, 0, 3650)


def _searches(item: dict[str, Any], name: str) -> None:
    searches = _object(item[name], name)
    for each in searches:
        _check_whole(each, name)
        _text(searches, each)


def _country(item: dict[str, Any], name: str) -> None:
    if not _REGION.match(_text(item, name)):
        raise InvalidValueError(f"{name} must be two letters, like FI")


def _pairs(item: dict[str, Any], name: str) -> None:
    for pair in _list(item, name):
        if len(_texts({name: pair}, name)) != 2:
            raise InvalidValueError(f"{name} must be pairs of ids")


def _yes_or_no(item: dict[str, Any], name: str) -> None:
    if not isinstance(item.get(name, False), bool):
        raise InvalidValueError(f"{name} must be true or false")


def _days_off(whole: dict[str, Any], name: str) -> None:
    item = _object(whole[name], name)
    for weekday in _list(item, "weekdays"):
        _number({"weekdays": weekday}, "weekdays", 0, 6)
    for day in _list(item, "dates"):
        _day({"dates": day}, "dates")
    _yes_or_no(item, "works_on_holidays")


def _stamp(text: str, name: str) -> None:
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise InvalidValueError(f"{name} must be a moment like 2026-11-23T10:15:00Z") from None


def _object(item: Any, name: str) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise InvalidValueError(f"{name} must be an object")
    return cast("dict[str, Any]", item)


def _list(item: dict[str, Any], name: str) -> list[Any]:
    value = item.get(name, [])
    if not isinstance(value, list):
        raise InvalidValueError(f"{name} must be a list")
    return value


def _text(item: dict[str, Any], name: str, default: str | None = None) -> str:
    value = item.get(name, default)
    if not isinstance(value, str) or len(value) > _TEXT_LIMIT:
        raise InvalidValueError(f"{name} must be text of at most {_TEXT_LIMIT:,} characters")
    _check_whole(value, name)
    return value


def _texts(item: dict[str, Any], name: str) -> list[str]:
    values = _list(item, name)
    if not all(isinstance(value, str) for value in values):
        raise InvalidValueError(f"{name} must be a list of texts")
    for value in values:
        _check_whole(value, name)
    return values


def _check_whole(text: str, name: str) -> None:
    """Refuse a lone surrogate, which UTF-8 can't encode."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidValueError(f"{name} holds half a character (a lone surrogate)") from None


def _only_texts(item: dict[str, Any], known: tuple[str, ...], name: str) -> None:
    for key in item:
        if key not in known:
            raise InvalidValueError(f"{name} has {key!r}, which is unknown")
        _text(item, key)


def _id(item: dict[str, Any], name: str) -> None:
    if not _ID.match(_text(item, name)):
        raise InvalidValueError(f"{name} must be up to fifteen digits")


def _day(item: dict[str, Any], name: str, *, optional: bool = False) -> None:
    if optional and name not in item:
        return
    if not _DAY.match(_text(item, name)):
        raise InvalidValueError(f"{name} must be a date like 2026-11-23")


def _number(item: dict[str, Any], name: str, least: int, most: int) -> None:
    value = item.get(name, least)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise InvalidValueError(f"{name} must be a whole number from {least} to {most}")


_STORED: Mapping[Stored, Callable[[dict[str, Any], str], object]] = {
    "text": _text,
    "day": _day,
    "texts": _texts,
    "number": lambda item, name: _number(item, name, 0, 1000),
    "cadences": _cadences,
    "days off": _days_off,
    "searches": _searches,
    "country": _country,
    "pairs": _pairs,
    "flag": _yes_or_no,
}
"""The check of a member's setting, by how it is stored."""


_CHECKS: Mapping[Kind, Callable[[dict[str, Any], str], object]] = {
    "line": lambda item, name: _text(item, name),
    "text": lambda item, name: _text(item, name),
    "parts": _check_parts,
    "labelled": _check_labelled,
    "addresses": _check_addresses,
    "birthday": lambda item, name: _text(item, name),
    "fields": lambda item, name: _texts(item, name),
    "names": lambda item, name: _texts(item, name),
    "step": lambda item, name: _text(item, name),
    "choice": lambda item, name: _text(item, name),
    "choices": lambda item, name: _texts(item, name),
    "ladder": _check_ladder,
    "person": lambda item, name: _text(item, name),
    "days": _check_days,
    "flag": lambda item, name: _yes_or_no(item, name),
    "day": lambda item, name: _day(item, name),
    "moment": _check_moment,
}
"""The check by kind of a contact's property."""
