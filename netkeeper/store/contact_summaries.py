"""Summaries of all contacts and follow-ups, extracted from the JSON text of documents without parsing it.

The review needs a few properties of every contact. A contact's document begins with these in a fixed order
(domain/records/contacts.py), so a regular expression extracts them at a quarter of the cost of parsing. Documents
that do not match, or are parsed already, are read as objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.people.ladder import Step
from netkeeper.domain.records.values import Fields, day_of, optional_day
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.store.documents import decode_json, raw

if TYPE_CHECKING:
    from netkeeper.domain.member.member import Member

_list_of = lru_cache(maxsize=1024)(decode_json)
"""Decodes the JSON of a list; cached, because contacts share the same fields."""
_STEPS = {str(step): step for step in Step}
_TEXT = r'("[^"\\]*(?:\\.[^"\\]*)*")'
_MANY = 1000
"""Number of contacts from which the expression is used; compiling it costs as much as parsing 600 contacts."""


@cache
def _start() -> re.Pattern[str]:
    """Matches the beginning of a contact's document."""
    return re.compile(
        r'\{"name":' + _TEXT + r',"step":"(\w+)"(?:,"cadence":(\d+))?(,"archived":true)?(,"unsorted":true)?'
        r'(?:,"last_on":"([\d-]+)")?(?:,"first_on":"([\d-]+)")?(?:,"tried_on":"([\d-]+)")?'
        r'(?:,"nudge_from":"([\d-]+)")?(?:,"first_turn_on":"([\d-]+)")?'
        r'(?:,"importance":"(\w+)")?,"created":"([\d-]{10})[^"]*"(?:,"birthday":"([\d-]+)")?'
        # Optional groups that failed to match their property must not pass for a missing property.
        r'(,"hopes":\[[^]]*\])?(?:,"fields":(\[(?:"[^"\\]*",?)+\]))?(?!,"(?:birthday|hopes|fields)":)'
    )


_MET = re.compile(r'"met":("[^"\\]*(?:\\.[^"\\]*)*")')
"""Quotation marks within texts are escaped, so this can't match part of a text."""


def how_met(contacts: Mapping[str, Fields]) -> Iterator[tuple[str, str]]:
    """Id and property ``met`` of every contact, archived ones included; empty if unknown."""
    for number, value in raw(contacts).items():
        if not isinstance(value, str):
            yield number, value.get("met", "")
            continue
        found = _MET.search(value)
        yield number, decode_json(found[1]) if found is not None else ""


def contact_summaries(contacts: Mapping[str, Fields], member: Member) -> list[ContactSummary]:
    """Summaries of all contacts that are not archived.

    Args:
        member: For the cadences of contacts without one of their own.
    """
    cadences = {str(step): days for step, days in member.cadences.items()}
    match = _start().match if len(contacts) >= _MANY else None
    new = tuple.__new__
    summaries: list[ContactSummary] = []
    for number, value in raw(contacts).items():
        found = match(value) if match is not None and isinstance(value, str) else None
        if found is None:
            summary = _summary_from_document(number, contacts[number], cadences)
            if summary is not None:
                summaries.append(summary)
            continue
        (
            name,
            step,
            cadence,
            archived,
            unsorted,
            last_on,
            first_on,
            tried_on,
            nudge_from,
            first_turn_on,
            importance,
            created,
            birthday,
            hopes,
            fields,
        ) = found.groups()
        if archived:
            continue
        summaries.append(
            # Three times as fast as the constructor, which counts for ten thousand contacts.
            new(
                ContactSummary,
                (
                    number,
                    decode_json(name) if "\\" in name else name[1:-1],
                    _STEPS[step],
                    _list_of(fields) if fields else (),
                    hopes is not None,
                    (cadences[step] if cadence is None else int(cadence)) or None,
                    unsorted is not None,
                    day_of(last_on) if last_on else None,
                    day_of(first_on) if first_on else None,
                    day_of(tried_on) if tried_on else None,
                    day_of(nudge_from) if nudge_from else None,
                    day_of(first_turn_on) if first_turn_on else None,
                    day_of(created),
                    birthday or "",
                    importance or "",
                ),
            )
        )
    return summaries


def _summary_from_document(number: str, document: Fields, cadences: Mapping[str, int]) -> ContactSummary | None:
    """The summary of a contact from its parsed document; None if it is archived."""
    get = document.get
    if get("archived"):
        return None
    last_on, first_on, tried_on, nudge_from, first_turn_on = (
        optional_day(get(name)) for name in ("last_on", "first_on", "tried_on", "nudge_from", "first_turn_on")
    )
    return ContactSummary(
        number,
        document["name"],
        _STEPS[document["step"]],
        get("fields", ()),
        "hopes" in document,
        get("cadence", cadences[document["step"]]) or None,
        get("unsorted", False),
        last_on,
        first_on,
        tried_on,
        nudge_from,
        first_turn_on,
        day_of(document["created"][:10]),
        get("birthday", ""),
        get("importance", ""),
    )


_NAME_STARTS = '{"name":"'
_NAME_ENDS = '","step":"'


def names(contacts: Mapping[str, Fields], *, archived: bool = True) -> Iterator[tuple[str, str]]:
    """Id and name of every contact.

    Args:
        archived: Include archived contacts.
    """
    start = len(_NAME_STARTS)
    for number, value in raw(contacts).items():
        # Quotation marks in the name are escaped, so this is its end.
        end = value.find(_NAME_ENDS, start) if isinstance(value, str) else -1
        if end >= 0 and isinstance(value, str) and value.startswith(_NAME_STARTS):
            if archived or _ARCHIVED not in value:
                name = value[start:end]
                yield number, decode_json(f'"{name}"') if "\\" in name else name
        else:
            document = contacts[number]
            if archived or not document.get("archived"):
                yield number, document["name"]


_ARCHIVED = '"archived":true'
_FOLLOWUP = re.compile(r'\{"contact_id":"(\d+)","due_on":"([\d-]{10})"')
_OPEN = '"status":"open"'


def open_followups(followups: Mapping[str, Fields]) -> Iterator[tuple[str, str, str]]:
    """Id, contact id and due date (ISO) of every open follow-up."""
    for number, value in raw(followups).items():
        if not isinstance(value, str):
            if value["status"] == "open":
                yield number, value["contact_id"], value["due_on"]
        elif _OPEN in value:
            found = _FOLLOWUP.match(value)
            if found is not None:
                yield number, found[1], found[2]
            else:
                document = followups[number]
                yield number, document["contact_id"], document["due_on"]


_PROMISE = re.compile(
    r'\{"contact_id":"(\d+)","due_on":"([\d-]{10})"(?:,"what":' + _TEXT + r')?,"status":"(\w+)"'
    r'(?:,"closed_on":"([\d-]{10})")?'
)


class PromiseLine(NamedTuple):
    """The properties of a follow-up that lists show.

    Attributes:
        id: Its id.
        contact_id: The id of its contact.
        due_on: Due date (ISO).
        what: Its text, not sanitized for display.
        closed_on: The day it was done or dropped (ISO); empty if it is open.
    """

    id: str
    contact_id: str
    due_on: str
    what: str
    closed_on: str


def promise_lines(followups: Mapping[str, Fields]) -> Iterator[PromiseLine]:
    """Every follow-up, open or closed, mostly without parsing it."""
    new = tuple.__new__
    for number, value in list(raw(followups).items()):
        found = _PROMISE.match(value) if isinstance(value, str) else None
        if found is not None:
            contact_id, due_on, what, status, closed_on = found.groups()
            what = "" if what is None else decode_json(what) if "\\" in what else what[1:-1]
            closed_on = "" if status == "open" else closed_on or due_on
            # Three times as fast as the constructor.
            yield new(PromiseLine, (number, contact_id, due_on, what, closed_on))
        else:
            get = followups[number].get
            due_on = get("due_on", "")
            closed_on = "" if get("status") == "open" else get("closed_on") or due_on
            yield PromiseLine(number, get("contact_id", ""), due_on, get("what", ""), closed_on)
