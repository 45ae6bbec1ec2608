"""netkeeper's own JSON format: the whole network, lossless.

The file is one JSON object::

    {"netkeeper": {"format": 1}, "member": {…}, "contacts": [{"id": …, …, "kept": […], "said": {…}}],
     "interactions": [{"id": …, "contact_ids": […], …}], "followups": [{"id": …, "contact_id": …, …}],
     "diary": [{"id": "20261123", "offered": […], …}]}

Contacts, the member and the records of exchanged tables (domain/records/tables.py) have the form of the store's
documents: empty properties are left out. Each record is one line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any, NamedTuple, TypeVar

from netkeeper.domain import records
from netkeeper.domain.errors import InvalidValueError, UnreadableFileError
from netkeeper.domain.member.member import Member
from netkeeper.domain.records.shapes import check_contact, check_member
from netkeeper.domain.records.tables import Table, exchanged_tables
from netkeeper.interchange.cards import ParsedFile, ReadContact, ReadProgress, Skipped, WriteContact
from netkeeper.interchange.content import Incoming, Outgoing

FORMAT = 1

ORIGIN = "netkeeper"
"""Name of its files as an import source."""

_T = TypeVar("_T")
_REPORT_EVERY = 500

_MOST_DIGITS = 300
"""Limit of the digits of a number; none that netkeeper writes has more than twenty."""

_MOST_PARTS = 8_000_000
"""Limit of JSON values, checked before parsing to bound memory; ten thousand contacts have about a million."""


def write_network(outgoing: Outgoing) -> bytes:
    """Write a network as UTF-8 JSON."""
    dumps = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
    lists = {
        "contacts": (_contact_object(card) for card in outgoing.cards),
        **{
            table.name: map(_object_of(table), outgoing.records.get(table.name, ()))
            for table in exchanged_tables()
            if table.people_of or outgoing.records.get(table.name)
        },
    }
    parts = [
        f'"netkeeper": {dumps({"format": FORMAT})}',
        f'"member": {dumps(records.member_document(outgoing.member or Member()))}',
        *('"' + name + '": [\n' + ",\n".join(map(dumps, objects)) + "\n]" for name, objects in lists.items()),
    ]
    # Lone surrogates can't be encoded in UTF-8 and become JSON escapes.
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode("utf-8", errors="backslashreplace")


def _contact_object(card: WriteContact) -> dict[str, Any]:
    more: dict[str, Any] = {"kept": list(card.unknown_properties)} if card.unknown_properties else {}
    if card.source_values:
        more["said"] = {
            source: {name: list(each) for name, each in values.items()} for source, values in card.source_values.items()
        }
    return {"id": card.contact.id, **records.contact_document(card.contact), **more}


def _object_of(table: Table) -> Callable[[Any], dict[str, Any]]:
    return lambda record: {"id": record.id, **table.document(record)}


def read_network(data: bytes, *, encoding: str | None = None, progress: ReadProgress | None = None) -> Incoming:
    """Read a file in the format of :func:`write_network`.

    Args:
        encoding: The text encoding; None for UTF-8.
        progress: Called regularly with the number of contacts read and their total; may raise to cancel.

    Returns:
        The content with the ids of the file. Invalid records are skipped with a reason; their index in their list,
        from 1, takes the place of the line number.

    Raises:
        UnreadableFileError: It is not in this format, or in a newer version of it.
    """
    whole = _parse_file(data, encoding)
    skipped: list[Skipped] = []
    contacts: list[ReadContact] = []
    listed = whole["contacts"]
    for place, item in enumerate(listed, 1):
        if progress is not None and place % _REPORT_EVERY == 0:
            progress(place, len(listed))
        try:
            contacts.append(_read_contact(item, place))
        except InvalidValueError as error:
            skipped.append(Skipped(place, f"contact {place}: {error}"))
    contacts = list(_without_duplicate_ids(contacts, lambda read: read.contact.id, "contact", skipped))
    ids = {read.contact.id for read in contacts}
    found = [
        (
            table,
            list(
                _without_duplicate_ids(
                    _read_each(whole, table, skipped), lambda read: read.record.id, table.record, skipped
                )
            ),
        )
        for table in exchanged_tables()
    ]
    lost = [read.record.id for table, reads in found for read in reads if not read.is_with(table, ids)]
    skipped.extend(Skipped(0, f"{number} is with nobody who is in the file") for number in lost)
    return Incoming(
        ParsedFile(tuple(contacts), tuple(skipped), ORIGIN),
        {table.name: tuple(read.record for read in reads if read.is_with(table, ids)) for table, reads in found},
        _read_member(whole),
    )


def _parse_int(text: str) -> int:
    """A whole number; Python itself tells of a setting of its own where there are too many digits."""
    if len(text) > _MOST_DIGITS:
        raise ValueError(f"a number of {len(text):,} digits")
    return int(text)


def _parse_file(data: bytes, encoding: str | None) -> dict[str, Any]:
    """Parse the file and check its version and outline."""
    if sum(map(data.count, (b"{", b"[", b","))) > _MOST_PARTS:
        raise UnreadableFileError("This JSON is of more parts than a network can have; nothing of it was read.")
    try:
        whole = json.loads(data.decode(encoding or "utf-8-sig"), parse_int=_parse_int)
    except LookupError:
        raise UnreadableFileError(f"There is no encoding {encoding!r}; most files are utf-8.") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(f"This is no JSON that can be read ({error}).") from error
    head = whole.get("netkeeper") if isinstance(whole, dict) else None
    version = head.get("format") if isinstance(head, dict) else None
    if not isinstance(version, int) or not isinstance(whole.get("contacts"), list):
        raise UnreadableFileError("This JSON is not one that netkeeper exported, and no other is known.")
    if version > FORMAT:
        raise UnreadableFileError("A newer netkeeper wrote this file; update this one to read it.")
    assert isinstance(whole, dict)
    return whole


def _read_contact(item: Any, place: int) -> ReadContact:
    check_contact(item)
    kept, source_values = tuple(item.pop("kept", ())), item.pop("said", {})
    return ReadContact(_build(records.contact_from, item), place, kept, source_values=source_values, is_placed=True)


class _Read(NamedTuple):
    """A record and the ids of the contacts that it references."""

    record: Any
    people: frozenset[str]

    def is_with(self, table: Table, ids: Set[str]) -> bool:
        """Whether it references at least one of these contacts, or its table references none."""
        return not table.people_of or not ids.isdisjoint(self.people)


def _read_each(whole: dict[str, Any], table: Table, skipped: list[Skipped]) -> Iterator[_Read]:
    items = whole.get(table.name, [])
    for place, item in enumerate(items if isinstance(items, list) else [], 1):
        try:
            table.part("check")(item)
            yield _Read(_build(table.read, item), frozenset(table.references_in(item)))
        except InvalidValueError as error:
            skipped.append(Skipped(place, f"{table.name} {place}: {error}"))


def _without_duplicate_ids(
    items: Iterable[_T], id_of: Callable[[_T], str], what: str, skipped: list[Skipped]
) -> Iterator[_T]:
    """The items without those that repeat an id, which are skipped with a reason."""
    seen: set[str] = set()
    for place, item in enumerate(items, 1):
        if id_of(item) in seen:
            skipped.append(Skipped(place, f"a second {what} with the id {id_of(item)}"))
        else:
            seen.add(id_of(item))
            yield item


def _read_member(whole: dict[str, Any]) -> Member | None:
    try:
        return records.member_from(check_member(whole.get("member")))
    except (InvalidValueError, ValueError):
        return None


def _build(build: Callable[[str, dict[str, Any]], _T], item: dict[str, Any]) -> _T:
    """Build an object of a document whose types were checked.

    Raises:
        InvalidValueError: A value is invalid.
    """
    try:
        return build(item.pop("id"), item)
    except ValueError as error:
        raise InvalidValueError(str(error)) from error
