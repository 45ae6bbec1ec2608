"""The output of ``--json``: domain objects as dictionaries with stable keys.

Values that an object does not hold (the introducer's name, the next due day) are passed in. An empty text is
``""``; an unknown value (birthday, day, introducer, cadence) is ``null``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.member.cadence import effective_cadence
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import SETTINGS, Stored
from netkeeper.domain.people.contact import Address, Contact, Labelled, NameParts
from netkeeper.domain.people.identity.import_diff import Replacement
from netkeeper.domain.people.ids import is_id
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.properties import PROPERTIES, PropertyKind
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.review.plan import Dealt, DuePromise, Nudge, Occasion, Review
from netkeeper.interchange.cards import ReadContact
from netkeeper.phrases.review import why_words

Json = dict[str, Any]
"""A JSON object."""


def contact_dict(contact: Contact, *, next_due: date | None, cadences: Mapping[Step, int], via_name: str = "") -> Json:
    """A contact.

    Args:
        next_due: The earliest promise's day, or that of the contact's turn where it comes first; None for neither.
        cadences: The member's days for each step.
        via_name: The name of the contact that ``contact.via`` is the id of; empty where it is none's.
    """
    shown: Json = {"id": contact.id}
    for name, row in PROPERTIES.items():
        if not row.json:
            continue
        value = getattr(contact, name)
        if row.kind == "person":
            shown[row.json] = _via(value, via_name)
        elif row.kind == "days":
            shown[row.json] = effective_cadence(value, contact.step, cadences)
        else:
            convert = _BY_KIND.get(row.kind)
            shown[row.json] = convert(value) if convert is not None else value
        if name == "last_on":
            shown["next_due"] = _iso(next_due)
    return shown


def labelled_list(items: Iterable[Labelled]) -> list[Json]:
    """Emails, phones or URLs."""
    return [{"value": item.value, "label": item.label} for item in items]


def person_dict(contact_id: str, name: str) -> Json:
    """A reference to a contact."""
    return {"id": contact_id, "name": name}


def interaction_dict(interaction: Interaction, names: Mapping[str, str]) -> Json:
    """An interaction.

    Args:
        names: Names of contacts by id; missing ones become empty.
    """
    return {
        "id": interaction.id,
        "on": interaction.on.isoformat(),
        "kind": str(interaction.kind),
        "note": interaction.note,
        "feeling": interaction.feeling,
        "signals": [str(signal) for signal in interaction.signals],
        "contacts": [person_dict(each, names.get(each, "")) for each in interaction.contact_ids],
        "created": interaction.created,
    }


def followup_dict(followup: FollowUp) -> Json:
    """A follow-up."""
    return {
        "id": followup.id,
        "due": followup.due_on.isoformat(),
        "what": followup.what,
        "status": str(followup.status),
        "closed": _iso(followup.closed_on),
        "rrule": followup.rrule,
        "snoozes": followup.snoozes,
        "created": followup.created,
    }


def shown_dict(
    contact: Json, interactions: Sequence[Interaction], followups: Sequence[FollowUp], names: Mapping[str, str]
) -> Json:
    """A contact with its interactions and follow-ups, in the given order."""
    return {
        **contact,
        "interactions": [interaction_dict(interaction, names) for interaction in interactions],
        "followups": [followup_dict(followup) for followup in followups],
    }


def review_dict(review: Review) -> Json:
    """The plan for a day."""
    return {
        "day": review.day.isoformat(),
        "promises": [_promise(promise) for promise in review.promises],
        "keep_in_touch": [_nudge(nudge) for nudge in review.keep_in_touch],
        "stretch": [_nudge(nudge) for nudge in review.stretch],
        "occasions": [_occasion(occasion) for occasion in review.occasions],
        "waiting": review.waiting,
        "done_today": review.done_today,
        "day_off": review.is_day_off,
        "holiday": review.holiday or None,
        "dealt": [_dealt(dealt) for dealt in review.dealt],
        "sort": [_nudge(nudge) for nudge in review.sort],
        "unsorted": review.unsorted,
    }


def logged_dict(
    interaction: Json,
    followup: FollowUp | None,
    contacts: Sequence[Json],
    *,
    already: bool = False,
    replaced: Sequence[FollowUp] = (),
    closed: Sequence[FollowUp] = (),
) -> Json:
    """The result of a log.

    Args:
        followup: The next follow-up; None if none was set.
        already: Whether that follow-up existed before.
        replaced: Follow-ups that it replaced, in their previous state.
        closed: Follow-ups that the log closed.
    """
    return {
        "interaction": interaction,
        "followup": followup_dict(followup) if followup else None,
        "contacts": list(contacts),
        "already": already,
        "replaced": [followup_dict(each) for each in replaced],
        "closed": [followup_dict(each) for each in closed],
    }


def import_dict(
    contacts: Iterable[tuple[str, str, ReadContact, str, Sequence[Replacement]]],
    skipped: Iterable[tuple[str, int, str, bool]],
    unsorted: int = 0,
) -> Json:
    """The result of an import.

    Args:
        contacts: File, action (``add``, ``update`` or ``skip``), contact as read, reason, and what the file says
            otherwise and what stays as it is here.
        skipped: File, line and reason of each entry that is no contact, and whether it was read, as a group is.
        unsorted: Number of new contacts that are unsorted.
    """
    listed = list(contacts)
    return {
        "contacts": [
            {
                "action": action,
                "name": read.contact.name,
                "emails": labelled_list(read.contact.emails),
                "phones": labelled_list(read.contact.phones),
                "organization": read.contact.organization or None,
                "title": read.contact.title or None,
                "birthday": str(read.contact.birthday) if read.contact.birthday else None,
                "last_met": read.last_met.on.isoformat() if read.last_met else None,
                "file": file,
                "line": read.line,
                "why": why,
                "otherwise": [
                    {"property": each.name, "here": str(each.before), "file": str(each.after)} for each in otherwise
                ],
            }
            for file, action, read, why, otherwise in listed
        ],
        "skipped": [{"file": file, "line": line, "reason": reason} for file, line, reason, _ in skipped],
        "unsorted": unsorted,
        "contradicting": sum(bool(otherwise) for *_, otherwise in listed),
    }


def member_dict(member: Member) -> Json:
    """The member's settings, except those that only the app uses."""
    return {
        name: _STORED.get(setting.stored, _itself)(getattr(member, name))
        for name, setting in SETTINGS.items()
        if setting.label is not None
    }


def _itself(value: Any) -> Any:
    return value


def _days_off(days_off: DaysOff) -> Json:
    return {
        "weekdays": list(days_off.weekdays),
        "dates": [day.isoformat() for day in days_off.dates],
        "works_on_holidays": days_off.works_on_holidays,
    }


def _promise(promise: DuePromise) -> Json:
    followup = promise.followup
    return {
        "contact": person_dict(promise.contact_id, promise.name),
        "followup": {"id": followup.id, "due": followup.due_on.isoformat(), "what": followup.what},
        "days_late": promise.days_late,
    }


def _dealt(dealt: Dealt) -> Json:
    """A finished item of today's review; the other lists hold the open ones."""
    item = dealt.item
    return {"contact": person_dict(item.contact_id, item.name), "group": dealt.group, "why": why_words(item)}


def _nudge(nudge: Nudge) -> Json:
    return {
        "contact": person_dict(nudge.contact_id, nudge.name),
        "days_since": nudge.days_since,
        "cadence_days": nudge.cadence_days,
        "why": why_words(nudge),
    }


def _occasion(occasion: Occasion) -> Json:
    return {
        "contact": person_dict(occasion.contact_id, occasion.name),
        "on": occasion.on.isoformat(),
        "why": why_words(occasion),
    }


def _name_parts(parts: NameParts) -> Json:
    return {
        "prefix": parts.prefix,
        "given": parts.given,
        "additional": parts.additional,
        "family": parts.family,
        "suffix": parts.suffix,
    }


def _address(address: Address) -> Json:
    return {
        "label": address.label,
        "po_box": address.po_box,
        "extended": address.extended,
        "street": address.street,
        "locality": address.locality,
        "region": address.region,
        "postal_code": address.postal_code,
        "country": address.country,
    }


def _via(via: str, via_name: str) -> Json | None:
    if not via:
        return None
    return {"id": via, "name": via_name} if via_name or is_id(via) else {"id": None, "name": via}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_STORED: Mapping[Stored, Callable[[Any], Any]] = {
    "day": _iso,
    "texts": list,
    "cadences": lambda cadences: {str(step): days for step, days in cadences.items()},
    "days off": _days_off,
    "searches": dict,
    "pairs": lambda pairs: sorted(map(list, pairs)),
}
"""Converters of settings that are not JSON values, by storage type."""


def _text_or_null(value: object) -> str | None:
    return str(value) if value else None


_BY_KIND: Mapping[PropertyKind, Callable[[Any], Any]] = {
    "parts": _name_parts,
    "labelled": labelled_list,
    "addresses": lambda addresses: [_address(address) for address in addresses],
    "birthday": _text_or_null,
    "fields": list,
    "step": str,
    "choice": _text_or_null,
    "choices": lambda choices: [str(choice) for choice in choices],
    "day": _iso,
}
"""Converters of properties that are not JSON values, by kind."""
