"""Making a contact of a parsed card."""

from __future__ import annotations

from dataclasses import replace

from netkeeper.domain.people.contact import Address, Contact, Labelled, NameParts
from netkeeper.domain.people.identity.written_values import Digests
from netkeeper.domain.people.ids import bare_uid
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.names import MAX_NAME, name_parts_from
from netkeeper.interchange.cards import AN_ORGANIZATION, Group, ReadContact
from netkeeper.interchange.vcard.card import ORGANIZATION, SHOWN_AS_COMPANY, Card
from netkeeper.interchange.vcard.content_line import Head
from netkeeper.interchange.vcard.labels import apple_label
from netkeeper.interchange.vcard.own import OwnProperties, id_in_uid
from netkeeper.interchange.vcard.values import one_line

_NO_PARTS = NameParts()
_NOTHING_WRITTEN: Digests = {}


def build_contact(card: Card, line: int) -> ReadContact | None:
    """The contact of a card; None if it has no name, organization, email, nickname or phone.

    Args:
        line: The line that the card begins on.
    """
    name = _name(card)
    if not name:
        return None
    is_organization = bool(card.kind) and _is_organization(card, name)
    if is_organization:
        card.remark(AN_ORGANIZATION)
    own_id = id_in_uid(card.uid) if card.uid else ""
    used: set[int] = set()
    contact = Contact(
        id=own_id,
        name=name,
        name_parts=card.parts or _NO_PARTS,
        organization=card.organization,
        title=card.title,
        emails=_labelled(card, card.emails, used) if card.emails else (),
        phones=_labelled(card, card.phones, used) if card.phones else (),
        urls=_labelled(card, card.urls, used) if card.urls else (),
        addresses=_addresses(card, used) if card.addresses else (),
        birthday=card.birthday,
        fields=tuple(dict.fromkeys(card.fields)) if card.fields else (),
        step=card.step,
        notes="\n\n".join(card.notes),
        uid="" if own_id else _whole_uid(card, card.own) if card.own else card.uid,
        updated=card.updated,
    )
    if card.own:
        contact = _with_own(contact, card.own)
    kept = card.kept
    if used:
        kept = [text for place, text in enumerate(kept) if place not in used]
    is_placed = card.own is not None or bool(own_id) or card.step is not Step.POTENTIAL
    return ReadContact(
        contact,
        line,
        tuple(kept),
        tuple(card.remarks),
        is_placed=is_placed,
        is_organization=is_organization,
        written=card.own.written if card.own else _NOTHING_WRITTEN,
        program="" if card.own else card.program,
    )


def build_group(card: Card, line: int) -> Group:
    """The group of a card of ``KIND:group`` (RFC 6350, section 6.1.4; Apple's in 3.0)."""
    return Group(_name(card), tuple(filter(None, card.members)), line)


def _with_own(contact: Contact, own: OwnProperties) -> Contact:
    """The contact with the values of X-NETKEEPER properties."""
    parts = contact.name_parts
    if own.has_no_parts and parts == name_parts_from(contact.name):
        parts = _NO_PARTS
    return replace(contact, name_parts=parts, **own.values)


def _whole_uid(card: Card, own: OwnProperties) -> str:
    """The UID, with the ``urn:uuid:`` that netkeeper left out of its own 3.0."""
    return own.uid if own.uid and bare_uid(own.uid).casefold() == bare_uid(card.uid).casefold() else card.uid


def _name(card: Card) -> str:
    """FN; else the parts of N; else the organization, the first email, the nickname or the first phone.

    The parts of N go first where FN is the organization: the card is shown as the company of the person in it.
    """
    name = card.name
    if card.parts and (not name or name == card.organization):
        parts = card.parts.formatted()
        name = parts if not name or _is_shown_as_company(card, name, parts) else name
    if not name:
        name = one_line(card.organization or (card.emails[0][1] if card.emails else "") or card.nickname)
    if not name and card.phones:
        name = one_line(card.phones[0][1])
    if len(name) > MAX_NAME:
        card.remark(f"a name of {len(name)} characters is cut at {MAX_NAME}")
        name = name[:MAX_NAME].strip()
    return name


def _is_organization(card: Card, name: str) -> bool:
    is_shown_as_one = card.kind == SHOWN_AS_COMPANY and name == one_line(card.organization)
    return is_shown_as_one or card.kind.startswith(ORGANIZATION)


def _is_shown_as_company(card: Card, name: str, parts: str) -> bool:
    """Whether FN is the organization of a person whom N names, rather than of an organization taken to pieces for N."""
    if not parts or card.kind.startswith(ORGANIZATION):
        return False
    is_guessed = card.own is not None and card.own.has_no_parts
    is_abbreviated = parts.isupper() and not set(parts.split()).isdisjoint(name.split())
    return not is_guessed and not is_abbreviated


def _labelled(card: Card, values: list[tuple[Head, str]], used: set[int]) -> tuple[Labelled, ...]:
    """Values with their labels, the preferred ones first, otherwise in the order of the file."""
    if len(values) > 1:
        values.sort(key=_rank)
    return tuple([Labelled(value, _label(card, head, used) if head.group else head.label) for head, value in values])


def _addresses(card: Card, used: set[int]) -> tuple[Address, ...]:
    """Addresses with their labels, in the same order."""
    card.addresses.sort(key=_rank)
    return tuple([Address(_label(card, head, used), *parts) for head, parts in card.addresses])


def _rank(found: tuple[Head, object]) -> int:
    return found[0].rank


def _label(card: Card, head: Head, used: set[int]) -> str:
    """The label of a value: the X-ABLabel of its group, else TYPE.

    Args:
        used: Receives the index of the X-ABLabel among the unknown properties.
    """
    apple = card.apple_labels.get(head.group.lower()) if head.group else None
    if not apple:
        return head.label
    used.add(apple[1])
    return apple_label(apple[0]) or head.label
