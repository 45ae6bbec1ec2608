"""What is done with one incoming contact, once it is matched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import reduce
from types import MappingProxyType
from typing import NamedTuple

from netkeeper.actions.importing.last_met import is_news, with_last_met
from netkeeper.actions.importing.plan import Action, Item, SameName
from netkeeper.actions.importing.who_is_who import NEW, is_unique_uid
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.emails import email_key
from netkeeper.domain.people.identity.contradictions import contradictions, leaving, not_yet_said, taking
from netkeeper.domain.people.identity.import_diff import Replacement, additions, properties_left, replacements
from netkeeper.domain.people.identity.import_reason import ImportWhy, ImportWhyKind, Sign
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.domain.people.identity.merge import join
from netkeeper.domain.people.identity.own_words import given_name, is_nameless
from netkeeper.domain.people.identity.source_updates import SourceValues, removed_since, update
from netkeeper.domain.people.identity.written_values import with_edits
from netkeeper.domain.people.names import name_parts_from
from netkeeper.interchange.cards import HAS_DIED, ReadContact, is_death
from netkeeper.interchange.vcard.line_identity import joined_lines


class Match(NamedTuple):
    """The known contact that an incoming one is, or could be.

    Attributes:
        known: The contact that it is taken for; None for a new one.
        maybe: A contact that it could be, by the name alone or with another name.
        sign: By what it was matched; None for nothing.
        is_asked: Whether a person should say whether it is the one or could be the other.
        is_by_name: Whether it was matched by the name and not by a key.
        also: Other known contacts that become one with ``known``.
        is_unclear: Whether a file that only names people means one of several, and doesn't tell which.
    """

    known: Contact | None
    maybe: Contact | None
    sign: Sign | None = None
    is_asked: bool = False
    is_by_name: bool = False
    also: tuple[Contact, ...] = ()
    is_unclear: bool = False


class Given(NamedTuple):
    """All that an item depends on beside the incoming contact; equal ones make equal items.

    Attributes:
        kept: The unknown properties that the network has for the known contact.
        source_values: The values that the same source had for it at the last import.
        contact_id: The id that a new contact has in the file, if it is free; else empty.
        choice: The action that was chosen; None for the proposed one.
        same_name: What is proposed for whoever is recognized by the name.
        in_file: What all cards of the contact in the file say; empty where there is one.
    """

    match: Match
    kept: tuple[str, ...]
    source_values: SourceValues
    contact_id: str
    choice: Action | None
    same_name: SameName = "sure"
    in_file: SourceValues = MappingProxyType({})

    def is_like(self, other: Given) -> bool:
        """Whether both make the same item. Contacts are compared by identity: a false negative costs time only."""
        return (
            self.match.known is other.match.known
            and self.match.maybe is other.match.maybe
            and self.match[2:] == other.match[2:]
            and self[1:] == other[1:]
        )


class _Change(NamedTuple):
    """What an import makes of a known contact.

    Attributes:
        filled: It with what the file adds.
        taking: It also with what the file says otherwise.
        kept: Its unknown properties with those of the file.
        brings: What is added.
        takes: What is added and taken.
        otherwise: What the file says otherwise for the first time.
    """

    filled: Contact
    taking: Contact
    kept: tuple[str, ...]
    brings: ImportWhy
    takes: ImportWhy
    otherwise: tuple[Replacement, ...] = ()


_HERE = ImportWhy("here")
_INTERACTIONS = ImportWhy("here", interactions=True)


def decided(place: int, file: str, read: ReadContact, given: Given) -> Item:
    """The item of an incoming contact, by its match and the chosen action."""
    match, _, _, contact_id, choice, same_name, _ = given
    known = match.known or match.maybe
    change = None if known is None else _change(read, given, known)
    brings_anything = change is not None and change.brings != _HERE
    can_differ = change is not None and change.taking != change.filled
    if change is not None and not brings_anything and read.named_by and match.known is None:
        # What the file says happened can go to whom it may mean.
        change = change._replace(brings=_INTERACTIONS, takes=_INTERACTIONS)
        brings_anything = True
    proposed = _proposed(match, same_name, brings_anything=brings_anything, is_contradicted=can_differ)
    can: dict[Action, bool] = {
        "update": brings_anything,
        "take": can_differ,
        "skip": True,
        "add": True,
    }
    options = (proposed, *(action for action, is_possible in can.items() if is_possible and action != proposed))
    # To update somebody to whom a file adds nothing is to take what it says otherwise.
    chosen: Action | None = "take" if choice == "update" and "update" not in options else choice
    action = chosen if chosen in options else proposed
    otherwise: tuple[Replacement, ...] = ()
    is_theirs = match.known is not None or (proposed == "skip" and not match.is_unclear)
    if change is not None and (action in ("update", "take") or (action == "skip" and is_theirs)):
        contact, kept_then = change.taking if action == "take" else change.filled, change.kept
        otherwise = change.otherwise if action != "take" and (action == proposed or action != "skip") else ()
    else:
        contact, kept_then = replace(read.contact, id=contact_id or f"{NEW}{place}"), read.unknown_properties
        contact = with_last_met(replace(contact, archived=contact.archived or _comes_dead(read)), read.last_met)
    brings = _HERE if change is None else change.takes if action == "take" else change.brings
    is_own_backup = match.sign == Sign("id") and not read.written
    return Item(
        place,
        file,
        read,
        action,
        proposed,
        options,
        contact,
        kept_then if action != "skip" else (),
        _why(read, match, action, proposed, brings._replace(otherwise=otherwise)),
        known,
        is_asked=match.is_asked and known is not None and (can["update"] or can["take"]),
        joins=tuple(each.id for each in match.also) if action in ("update", "take") else (),
        is_contradicting=match.known is not None
        and not is_own_backup
        and change is not None
        and bool(change.otherwise),
        otherwise=otherwise,
        is_unclear=match.is_unclear,
    )


def _change(read: ReadContact, given: Given, known: Contact) -> _Change:
    """What an incoming contact makes of a known one."""
    match, kept, source_values = given[:3]
    joined = reduce(join, match.also, known)
    full = with_last_met(_updated(read, joined, given), read.last_met)
    all_kept, more = joined_lines(kept, read.unknown_properties, is_own=bool(read.written))
    is_resting = any(each.archived for each in match.also)
    if any(map(is_death, (*more, *(all_kept if is_resting else ())))):
        full = replace(full, archived=True)
    found = () if read.named_by else contradictions(full, read.contact, read.written)
    filled = leaving(joined, full, found) if found else full
    joins = tuple(each.name for each in match.also)
    has_more = bool(more) and not joins
    brings = _brings(read, known, filled, has_more=has_more)._replace(joins=joins)
    if not found:
        return _Change(filled, filled, all_kept, brings, brings)
    taken = taking(full, found)
    takes = _brings(read, known, taken, has_more=has_more)._replace(joins=joins)
    return _Change(filled, taken, all_kept, brings, takes, not_yet_said(found, read.contact, source_values))


def _updated(read: ReadContact, known: Contact, given: Given) -> Contact:
    """The known contact with what a file adds and changes; a file that netkeeper wrote tells by itself what was edited."""
    contact = read.contact
    if read.named_by == "id":
        return known
    if contact.id and not known.name_parts.formatted() and contact.name_parts == name_parts_from(contact.name):
        contact = replace(contact, name_parts=known.name_parts)  # netkeeper guessed them, for programs that show them.
    source_values, sign = given.source_values, given.match.sign
    # A short UID, as 7, may be another card's of another program.
    is_same_card = sign == Sign("id") or is_unique_uid(contact.uid)
    if read.written:
        is_removed = removed_since(source_values, is_same_card=is_same_card)
        return fill_in(with_edits(known, contact, read.written), contact, is_removed)
    return update(
        _named(known, contact),
        contact,
        source_values,
        may_rename=not read.named_by and _may_rename(known, contact, sign),
        is_same_card=is_same_card,
        in_file=given.in_file,
    )


def _comes_dead(read: ReadContact) -> bool:
    """Whether a new contact has died; in netkeeper's own files, whether it is archived is said already."""
    return not read.is_placed and any(map(is_death, read.unknown_properties))


def _proposed(match: Match, same_name: SameName, *, brings_anything: bool, is_contradicted: bool) -> Action:
    """What is done unless something else is chosen; who could be somebody by the name alone is so where nothing differs."""
    if match.known is None:
        is_namesake = match.sign is not None and match.sign.kind in ("namesake", "name")
        takes_on = same_name == "update" and match.is_asked and match.maybe is not None
        if takes_on and is_namesake and not is_contradicted:
            return "update" if brings_anything else "skip"
        return "skip" if match.is_unclear and same_name != "add" else "add"
    if not brings_anything:
        return "skip"
    return "add" if same_name == "add" and match.is_by_name else "update"


def _named(known: Contact, incoming: Contact) -> Contact:
    """The known contact with a name, where there was an address or a number in place of it."""
    if not is_nameless(known) or is_nameless(incoming):
        return known
    return replace(known, name=incoming.name, name_parts=incoming.name_parts)


def _may_rename(known: Contact, incoming: Contact, sign: Sign | None) -> bool:
    """Whether an updated file may rename somebody: where UID, or email and given name, agree."""
    if sign is not None and (sign.kind == "id" or sign.key == "uid"):
        return True
    emails = {email_key(email.value) for email in known.emails} - {""}
    has_same = any(email_key(email.value) in emails for email in incoming.emails)
    return has_same and given_name(known) == given_name(incoming)


def _brings(read: ReadContact, known: Contact, filled: Contact, *, has_more: bool) -> ImportWhy:
    """What an incoming contact adds to a known one; ``ImportWhy("here")`` for nothing."""
    added = tuple(each.name for each in additions(known, filled))
    changed = tuple(replacements(known, filled))
    return ImportWhy(
        "here",
        added=added,
        changed=changed,
        details=has_more and not added and not changed,
        last_met=_last_met(read, known),
        remarks=(HAS_DIED,) if filled.archived and not known.archived else (),
    )


def _last_met(read: ReadContact, known: Contact | None = None) -> date | None:
    """The day of the file's last meeting; None where it has none that is news."""
    return read.last_met.on if read.last_met is not None and is_news(read.last_met, known) else None


def _why(read: ReadContact, match: Match, action: Action, proposed: Action, brings: ImportWhy) -> ImportWhy:
    """Why an item has its action; where that was chosen, what it was matched by all the same."""
    known = match.known or match.maybe
    name, remarks = known.name if known else "", tuple(read.remarks)
    if action in ("update", "take"):
        kind: ImportWhyKind = "update" if action == proposed else "chosen update"
        return brings._replace(kind=kind, sign=match.sign, name=name, remarks=(*remarks, *brings.remarks))
    if action == proposed == "skip" and match.is_unclear:
        return ImportWhy("unclear", match.sign, read.contact.name, remarks=remarks)
    if action == proposed == "skip" and known:
        told = {each.name for each in brings.otherwise}
        differing = tuple(name for name in properties_left(known, read.contact) if name not in told)
        differing = differing if match.sign == Sign("id") and not read.named_by else ()
        return ImportWhy("here", match.sign, name, differing=differing, remarks=remarks, otherwise=brings.otherwise)
    kind = "new" if action == proposed else "chosen new" if action == "add" else "left out"
    taken_for = name if match.known else ""
    last_met = _last_met(read) if action == "add" else None
    if action == "add" and _comes_dead(read):
        remarks = (*remarks, HAS_DIED)
    return ImportWhy(kind, match.sign, taken_for, last_met=last_met, remarks=remarks)
