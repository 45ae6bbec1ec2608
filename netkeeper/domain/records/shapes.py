"""Checks of the types and bounds in documents from outside.

Whether a date exists or a step is known is checked by the decoder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.settings import SETTINGS, Stored
from netkeeper.domain.people.properties import PROPERTIES, PropertyKind
from netkeeper.domain.promises.follow_up import check_rrule
from netkeeper.domain.records.json_checks import (
    check_day,
    check_encodable,
    check_flag,
    check_id,
    check_moment,
    check_number,
    check_only_texts,
    json_list,
    json_object,
    json_text,
    json_texts,
)

_REGION = re.compile(r"[A-Z]{2}\Z")
_NAME_LIMIT = 500

_PARTS = ("prefix", "given", "additional", "family", "suffix")
_ADDRESS = ("label", "po_box", "extended", "street", "locality", "region", "postal_code", "country")


def check_contact(item: Any) -> None:
    """Check the document of a contact.

    Raises:
        InvalidValueError: A type or bound is wrong; the message names the property.
    """
    item = json_object(item, "contact")
    check_id(item, "id")
    if not json_text(item, "name").strip() or len(item["name"]) > _NAME_LIMIT:
        raise InvalidValueError(f"name must be between 1 and {_NAME_LIMIT} characters")
    json_text(item, "step")
    for name, row in PROPERTIES.items():
        if name in item:
            _CHECKS[row.kind](item, name)
    json_texts(item, "kept")
    for values in json_object(item.get("said", {}), "said").values():
        for name in json_object(values, "said"):
            json_texts(values, name)


def _check_parts(item: dict[str, Any], name: str) -> None:
    check_only_texts(json_object(item[name], name), _PARTS, name)


def _check_labelled(item: dict[str, Any], name: str) -> None:
    for entry in json_list(item, name):
        json_text(json_object(entry, name), "value")
        check_only_texts(entry, ("value", "label"), name)


def _check_addresses(item: dict[str, Any], name: str) -> None:
    for entry in json_list(item, name):
        check_only_texts(json_object(entry, name), _ADDRESS, name)


def _check_ladder(item: dict[str, Any], name: str) -> None:
    for change in json_list(item, name):
        check_day(json_object(change, name), "on")
        json_text(change, "step")
        json_text(change, "reason", "")


def _check_moment(item: dict[str, Any], name: str) -> None:
    check_moment(json_text(item, name), name)


def _check_days(item: dict[str, Any], name: str) -> None:
    check_number(item, name, 0, 3650)


def check_interaction(item: Any) -> None:
    """As :func:`check_contact`, for an interaction."""
    check_record(item, "interaction", days=("on",), texts=("note", "created"), people=("contact_ids",))
    json_text(item, "kind")
    json_texts(item, "signals")
    check_number(item, "feeling", 1, 5)


def check_followup(item: Any) -> None:
    """As :func:`check_contact`, for a follow-up."""
    item = json_object(item, "follow-up")
    check_id(item, "id")
    json_text(item, "contact_id")
    check_day(item, "due_on")
    json_text(item, "status")
    for name in ("what", "rrule", "created"):
        json_text(item, name, "")
    for name in ("closed_on", "anchor_on"):
        check_day(item, name, optional=True)
    check_number(item, "snoozes", 0, 1_000_000)
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
    item = json_object(item, what)
    check_id(item, "id")
    for name in days:
        check_day(item, name)
    for name in texts:
        json_text(item, name, "")
    for name in people:
        if not json_texts(item, name):
            raise InvalidValueError(f"{name} names nobody")


def check_diary_day(item: Any) -> None:
    """As :func:`check_contact`, for a day of the diary."""
    item = json_object(item, "diary")
    if not re.match(r"\d{8}\Z", json_text(item, "id"), re.ASCII):
        raise InvalidValueError("id must be a day like 20261123")
    for name in ("offered", "done", "stretch", "occasions", "sort", "since"):
        json_texts(item, name)
    json_text(item, "answer", "")
    check_number(item, "pace", 0, 1000)
    check_number(item, "changed", -1000, 1000)
    check_flag(item, "lighter")


def check_holidays(item: Any) -> None:
    """As :func:`check_contact`, for the public holidays of a country."""
    item = json_object(item, "holidays")
    json_text(item, "country")
    if not all(isinstance(year, int) for year in json_list(item, "years")):
        raise InvalidValueError("years must be whole numbers")
    names = json_object(item.get("names"), "names")
    for day in names:
        check_day({"names": day}, "names")
        json_text(names, day)


def check_kept(item: Any) -> None:
    """As :func:`check_contact`, for the unknown properties of a contact."""
    item = json_object(item, "kept")
    check_id(item, "id")
    json_texts(item, "lines")


def check_source_values(item: Any) -> None:
    """As :func:`check_contact`, for the source values of a contact."""
    item = json_object(item, "said")
    check_id(item, "id")
    for source, values in item.items():
        if source != "id":
            for name in json_object(values, source):
                json_texts(values, name)


def check_member(item: Any) -> dict[str, Any]:
    """As :func:`check_contact`, for the member; returns the document."""
    document = json_object(item, "member")
    for setting in SETTINGS.values():
        if setting.name in document:
            _STORED[setting.stored](document, setting.name)
    return document


def _cadences(item: dict[str, Any], name: str) -> None:
    cadences = json_object(item[name], name)
    for step in cadences:
        check_number(cadences, step, 0, 3650)


def _searches(item: dict[str, Any], name: str) -> None:
    searches = json_object(item[name], name)
    for each in searches:
        check_encodable(each, name)
        json_text(searches, each)


def _country(item: dict[str, Any], name: str) -> None:
    if not _REGION.match(json_text(item, name)):
        raise InvalidValueError(f"{name} must be two letters, like FI")


def _pairs(item: dict[str, Any], name: str) -> None:
    for pair in json_list(item, name):
        if len(json_texts({name: pair}, name)) != 2:
            raise InvalidValueError(f"{name} must be pairs of ids")


def _days_off(whole: dict[str, Any], name: str) -> None:
    item = json_object(whole[name], name)
    for weekday in json_list(item, "weekdays"):
        check_number({"weekdays": weekday}, "weekdays", 0, 6)
    for day in json_list(item, "dates"):
        check_day({"dates": day}, "dates")
    check_flag(item, "works_on_holidays")


_STORED: Mapping[Stored, Callable[[dict[str, Any], str], object]] = {
    "text": json_text,
    "day": check_day,
    "texts": json_texts,
    "number": lambda item, name: check_number(item, name, 0, 1000),
    "cadences": _cadences,
    "days off": _days_off,
    "searches": _searches,
    "country": _country,
    "pairs": _pairs,
    "flag": check_flag,
}
"""The check of a member's setting, by how it is stored."""


_CHECKS: Mapping[PropertyKind, Callable[[dict[str, Any], str], object]] = {
    "line": lambda item, name: json_text(item, name),
    "text": lambda item, name: json_text(item, name),
    "parts": _check_parts,
    "labelled": _check_labelled,
    "addresses": _check_addresses,
    "birthday": lambda item, name: json_text(item, name),
    "fields": lambda item, name: json_texts(item, name),
    "names": lambda item, name: json_texts(item, name),
    "step": lambda item, name: json_text(item, name),
    "choice": lambda item, name: json_text(item, name),
    "choices": lambda item, name: json_texts(item, name),
    "ladder": _check_ladder,
    "person": lambda item, name: json_text(item, name),
    "days": _check_days,
    "flag": lambda item, name: check_flag(item, name),
    "day": lambda item, name: check_day(item, name),
    "moment": _check_moment,
}
"""The check by kind of a contact's property."""
