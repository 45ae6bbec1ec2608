"""Contacts as documents and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.records.values import Fields, day_of, each, filled, iso, optional_day

if TYPE_CHECKING:
    from netkeeper.domain.dates.birthday import Birthday


def _parts(parts: NameParts) -> Fields:
    return filled(
        prefix=parts.prefix,
        given=parts.given,
        additional=parts.additional,
        family=parts.family,
        suffix=parts.suffix,
    )


def _labelled(item: Labelled) -> Fields:
    return {"value": item.value, "label": item.label} if item.label else {"value": item.value}


def _address(address: Address) -> Fields:
    return filled(
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
    return filled(
        # What the review needs of everybody comes first, in the order that store/contact_summaries.py reads.
        name=contact.name,
        step=str(contact.step),
        cadence=contact.cadence,
        archived=contact.archived,
        unsorted=contact.unsorted,
        last_on=iso(contact.last_on),
        first_on=iso(contact.first_on),
        tried_on=iso(contact.tried_on),
        nudge_from=iso(contact.nudge_from),
        first_turn_on=iso(contact.first_turn_on),
        created=contact.created,
        birthday=str(contact.birthday) if contact.birthday else "",
        hopes=each(contact.hopes, str),
        fields=list(contact.fields),
        name_parts=_parts(contact.name_parts),
        organization=contact.organization,
        title=contact.title,
        emails=each(contact.emails, _labelled),
        phones=each(contact.phones, _labelled),
        urls=each(contact.urls, _labelled),
        addresses=each(contact.addresses, _address),
        ladder=each(contact.ladder, _step_change),
        met=contact.met,
        via=contact.via,
        notes=contact.notes,
        of_team=contact.of_team,
        uid=contact.uid,
        merged=list(contact.merged),
        updated=contact.updated,
    )


def _read_labelled(items: list[Mapping[str, str]]) -> tuple[Labelled, ...]:
    return tuple(Labelled(item["value"], item.get("label", "")) for item in items)


def _birthday(text: str) -> Birthday:
    # Loaded only for those who have one: a command often looks at nobody's.
    from netkeeper.domain.dates.birthday import Birthday

    return Birthday.from_iso(text)


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
        birthday=_birthday(birthday) if birthday else None,
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
        unsorted=get("unsorted", False),
        of_team=get("of_team", False),
        uid=get("uid", ""),
        merged=tuple(get("merged", ())),
        nudge_from=optional_day(get("nudge_from")),
        first_turn_on=optional_day(get("first_turn_on")),
        first_on=optional_day(get("first_on")),
        last_on=optional_day(get("last_on")),
        tried_on=optional_day(get("tried_on")),
        created=get("created", ""),
        updated=get("updated", ""),
    )
