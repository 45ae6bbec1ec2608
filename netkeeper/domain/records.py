"""Domain objects as documents and back.

A document leaves out what is empty, so that files stay small and quick to read. Its properties have
the names of the domain's; dates are ISO 8601 strings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from netkeeper.domain.birthday import Birthday
from netkeeper.domain.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.followup import FollowUp, Status
from netkeeper.domain.interaction import Interaction, Kind, Signal
from netkeeper.domain.ladder import Step, StepChange
from netkeeper.domain.member import DEFAULT_PACE, Member

_T = TypeVar("_T")

Fields = dict[str, Any]
"""A document: JSON values by property name."""

day_of: Callable[[str], date] = lru_cache(maxsize=4096)(date.fromisoformat)
"""The date of an ISO string; the same few thousand days come again and again."""


def _optional_day(text: str | None) -> date | None:
    return day_of(text) if text else None


def _filled(**properties: Any) -> Fields:
    """A document of the properties that hold something."""
    return {name: value for name, value in properties.items() if value not in ("", None, [], {}, False)}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _each(items: tuple[_T, ...], encode: Callable[[_T], Any]) -> list[Any]:
    return [encode(item) for item in items]


def _parts(parts: NameParts) -> Fields:
    return _filled(
        prefix=parts.prefix,
        given=parts.given,
        additional=parts.additional,
        family=parts.family,
        suffix=parts.suffix,
    )


def _labelled(item: Labelled) -> Fields:
    return {"value": item.value, "label": item.label} if item.label else {"value": item.value}


def _address(address: Address) -> Fields:
    return _filled(
        label=address.label,
        po_box=address.po_box,
        extended=address.extended,
        street=address.street,
        locality=address.locality,
        region=address.region,
        postal_code=address.postal_code,
        country=address.country,
    )


def _step_change(change: StepChange) -> Fields:
    return {
        "on": change.on.isoformat(),
        "step": str(change.step),
        **({"reason": change.reason} if change.reason else {}),
    }


def contact_document(contact: Contact) -> Fields:
    """A contact as a document, its id left out."""
    document = _filled(
        name=contact.name,
        name_parts=_parts(contact.name_parts),
        organization=contact.organization,
        title=contact.title,
        emails=_each(contact.emails, _labelled),
        phones=_each(contact.phones, _labelled),
        urls=_each(contact.urls, _labelled),
        addresses=_each(contact.addresses, _address),
        birthday=str(contact.birthday) if contact.birthday else "",
        fields=list(contact.fields),
        step=str(contact.step),
        ladder=_each(contact.ladder, _step_change),
        hopes=_each(contact.hopes, str),
        met=contact.met,
        via=contact.via,
        notes=contact.notes,
        archived=contact.archived,
        uid=contact.uid,
        nudge_from=_iso(contact.nudge_from),
        first_on=_iso(contact.first_on),
        last_on=_iso(contact.last_on),
        created=contact.created,
        updated=contact.updated,
    )
    if contact.cadence is not None:
        document["cadence"] = contact.cadence  # 0 says "none wanted", so it must stay.
    return document


def _read_labelled(items: list[Mapping[str, str]]) -> tuple[Labelled, ...]:
    return tuple(Labelled(item["value"], item.get("label", "")) for item in items)


def contact_from(number: str, document: Fields) -> Contact:
    """A document as a contact."""
    get = document.get
    birthday = get("birthday")
    return Contact(
        id=number,
        name=document["name"],
        name_parts=NameParts(**get("name_parts", {})),
        organization=get("organization", ""),
        title=get("title", ""),
        emails=_read_labelled(get("emails", [])),
        phones=_read_labelled(get("phones", [])),
        urls=_read_labelled(get("urls", [])),
        addresses=tuple(Address(**address) for address in get("addresses", [])),
        birthday=Birthday.from_iso(birthday) if birthday else None,
        fields=tuple(get("fields", ())),
        step=Step(document["step"]),
        ladder=tuple(
            StepChange(day_of(change["on"]), Step(change["step"]), change.get("reason", ""))
            for change in get("ladder", [])
        ),
        hopes=tuple(Hope(hope) for hope in get("hopes", [])),
        met=get("met", ""),
        via=get("via", ""),
        notes=get("notes", ""),
        cadence=get("cadence"),
        archived=get("archived", False),
        uid=get("uid", ""),
        nudge_from=_optional_day(get("nudge_from")),
        first_on=_optional_day(get("first_on")),
        last_on=_optional_day(get("last_on")),
        created=get("created", ""),
        updated=get("updated", ""),
    )


def interaction_document(interaction: Interaction) -> Fields:
    """An interaction as a document, its id left out."""
    return _filled(
        on=interaction.on.isoformat(),
        contact_ids=list(interaction.contact_ids),
        kind=str(interaction.kind),
        note=interaction.note,
        feeling=interaction.feeling,
        signals=_each(interaction.signals, str),
        created=interaction.created,
    )


def interaction_from(number: str, document: Fields) -> Interaction:
    """A document as an interaction."""
    get = document.get
    return Interaction(
        id=number,
        on=day_of(document["on"]),
        contact_ids=tuple(document["contact_ids"]),
        kind=Kind(document["kind"]),
        note=get("note", ""),
        feeling=get("feeling"),
        signals=tuple(Signal(signal) for signal in get("signals", [])),
        created=get("created", ""),
    )


def followup_document(followup: FollowUp) -> Fields:
    """A follow-up as a document, its id left out."""
    return _filled(
        contact_id=followup.contact_id,
        due_on=followup.due_on.isoformat(),
        what=followup.what,
        status=str(followup.status),
        closed_on=_iso(followup.closed_on),
        rrule=followup.rrule,
        anchor_on=_iso(followup.anchor_on),
        snoozes=followup.snoozes or None,
        created=followup.created,
    )


def followup_from(number: str, document: Fields) -> FollowUp:
    """A document as a follow-up."""
    get = document.get
    return FollowUp(
        id=number,
        contact_id=document["contact_id"],
        due_on=day_of(document["due_on"]),
        what=get("what", ""),
        status=Status(document["status"]),
        closed_on=_optional_day(get("closed_on")),
        rrule=get("rrule", ""),
        anchor_on=_optional_day(get("anchor_on")),
        snoozes=get("snoozes", 0),
        created=get("created", ""),
    )


def member_document(member: Member) -> Fields:
    """The member as a document."""
    return _filled(
        name=member.name,
        team=member.team,
        graduates_on=_iso(member.graduates_on),
        fields=list(member.fields),
        pace=member.pace,
        cadences={str(step): days for step, days in member.cadences.items()},
    )


def member_from(document: Fields) -> Member:
    """A document as the member; an empty one as the member nobody has introduced yet."""
    get = document.get
    own = {Step(step): days for step, days in get("cadences", {}).items()}
    return Member(
        name=get("name", ""),
        team=get("team", ""),
        graduates_on=_optional_day(get("graduates_on")),
        fields=tuple(get("fields", ())),
        pace=get("pace", DEFAULT_PACE),
        cadences={**Member().cadences, **own},
    )
