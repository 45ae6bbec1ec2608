"""Merging two contacts into one, and finding pairs that may be one person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from netkeeper.actions.promises.promise_changes import OpenPromises
from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.duplicates import Pair, PairProgress, duplicates, pair_of
from netkeeper.domain.people.identity.merge import Take, join
from netkeeper.domain.records.tables import tables_naming_people
from netkeeper.interchange.cards import is_death
from netkeeper.store.documents import candidates
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft


class ComesAlong(NamedTuple):
    """Counts of the records that name a contact, which a merge would carry over.

    Attributes:
        followups: Open and closed ones.
        introduced: Contacts that it introduced.
    """

    interactions: int
    followups: int
    introduced: int


def comes_along(network: Network, goes_id: str) -> ComesAlong:
    """Count the records that a merge of this contact into another would carry over.

    Raises:
        StoreError: The interactions can't be read.
    """
    named_in = candidates(network.table("contacts"), f'"{goes_id}"')
    introduced = sum(document.get("via") == goes_id for _, document in named_in)
    return ComesAlong(len(network.interactions(goes_id)), len(network.followups(goes_id)), introduced)


def still_probable(network: Network, pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs that were found earlier, brought up to date: without merged ones and those noted as two people.

    A contact that was merged into another is replaced by that one; undoing the merge brings the pair back.
    """
    apart = network.member.apart
    gone = {each for pair in pairs for each in pair[:2] if not network.has_contact(each)}
    now_called: dict[str, str] = {}
    if gone:
        for contact_id, document in candidates(network.table("contacts"), '"merged"'):
            now_called |= {each: contact_id for each in document.get("merged", ()) if each in gone}
    found: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        ends = [now_called.get(each, "") if each in gone else each for each in pair[:2]]
        key = pair_of(*ends)
        if all(ends) and ends[0] != ends[1] and key not in apart and key not in found:
            found[key] = pair._replace(one=key[0], other=key[1])
    return list(found.values())


def probable_duplicates(network: Network, *, progress: PairProgress | None = None) -> list[Pair]:
    """Pairs of contacts that may be one person, the surest first; without those noted as two people.

    Args:
        progress: Called now and then with how much is done; may raise to cancel.
    """
    with network.storage.read_lock():
        member, contacts = network.member, network.contacts()
    return duplicates(contacts, apart=member.apart, region=member.region, progress=progress)


def stays_first(network: Network, one_id: str, other_id: str) -> tuple[str, str]:
    """The ids of two contacts in the default order of a merge, the one that stays first.

    One that is not in the archive stays rather than one that is, else the one that was added first.

    Raises:
        InvalidValueError: One of them isn't there any more.
    """
    two = sorted(
        (network.contact(one_id), network.contact(other_id)), key=lambda each: (each.archived, each.created, each.id)
    )
    return two[0].id, two[1].id


def merge(network: Network, stays_id: str, goes_id: str, choices: Mapping[str, Take] = {}) -> Contact:
    """Make one contact of two: histories and follow-ups joined, introductions re-pointed; one undo.

    Where either is in the archive and has died, the one is too, unless the choices say otherwise.

    Args:
        goes_id: The contact that is removed once it is joined to the other.
        choices: Which contact's value to take where both have one, by the property's name.

    Raises:
        InvalidValueError: They are one already, or one of them isn't there any more.
    """
    if stays_id == goes_id:
        raise InvalidValueError("That is one and the same contact; name two.")
    with network.transaction() as draft:
        stays, goes = network.contact(stays_id), network.contact(goes_id)
        joined = join(stays, goes, choices)
        resting = [each.id for each in (stays, goes) if each.archived]
        has_died = any(is_death(line) for each in resting for line in network.kept_lines(each))
        if has_died and "archived" not in choices:
            joined = replace(joined, archived=True)
        merged = draft.put_contact(joined)
        take_over(network, draft, {goes_id: stays_id})
        draft.describe(Message("merged", {"goes": goes.name, "stays": merged.name}))
        return merged


def keep_apart(network: Network, one_id: str, other_id: str) -> bool:
    """Note that two contacts are two people.

    Returns:
        Whether that was not noted before.

    Raises:
        InvalidValueError: One of them isn't there any more.
    """
    with network.transaction() as draft:
        one, other = network.contact(one_id), network.contact(other_id)
        member = network.member
        draft.put_member(replace(member, apart=member.apart | {pair_of(one_id, other_id)}))
        draft.describe(Message("not_duplicates", {"one": one.name, "other": other.name}))
        return pair_of(one_id, other_id) not in member.apart


def take_over(network: Network, draft: NetworkDraft, ids: Mapping[str, str]) -> None:
    """Remove contacts that become one with others, and point all that names them at those.

    The caller puts the contacts that stay, joined; of one with which several become one, also what lies beside it.

    Args:
        ids: Of each contact that goes, the id of the one that stays.
    """
    for goes_id, stays_id in ids.items():
        draft.join_beside(stays_id, goes_id)
    _move_history(network, draft, ids)
    for goes_id in ids:
        draft.remove_contact(goes_id)
    _forget_pairs_of(network, draft, ids.keys())


def _move_history(network: Network, draft: NetworkDraft, ids: Mapping[str, str]) -> None:
    """Point every record that names a contact that goes at the one that stays."""
    for table in tables_naming_people():
        if table.name not in ("contacts", "followups"):
            for goes_id in ids:
                for number, document in network.documents(table.name, goes_id):
                    draft.repoint(table.name, number, document, ids)
    # Follow-ups go by themselves so that equal promises become one, and contacts so that their change is dated.
    waiting = OpenPromises(network, draft)
    for goes_id, stays_id in ids.items():
        for followup in network.followups(goes_id):
            moved = replace(followup, contact_id=stays_id)
            if moved.is_open:
                waiting.put(moved)
            else:
                draft.put_followup(moved)
    for contact in network.contacts():
        if contact.via in ids and contact.id not in ids and contact.id not in ids.values():
            draft.put_contact(replace(contact, via=ids[contact.via]))


def _forget_pairs_of(network: Network, draft: NetworkDraft, contact_ids: Set[str]) -> None:
    member = network.member
    still = frozenset(pair for pair in member.apart if contact_ids.isdisjoint(pair))
    if still != member.apart:
        draft.put_member(replace(member, apart=still))
