"""Writing the plan of an import: contacts, records, introducers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import reduce

from netkeeper.actions.importing.diary import new_diary_days
from netkeeper.actions.importing.introducers import NamesByWord
from netkeeper.actions.importing.last_met import last_met_interaction
from netkeeper.actions.importing.new_records import ids_here, new_records
from netkeeper.actions.importing.plan import Item, Plan
from netkeeper.actions.importing.planner import source_name
from netkeeper.actions.importing.who_is_who import NEW
from netkeeper.actions.people.merging import take_over
from netkeeper.domain.editing.three_way import with_missing_settings
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.interactions.touch import with_days_of
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.contradictions import left_with
from netkeeper.domain.people.identity.source_updates import SourceValues, remembered, source_values_of, united
from netkeeper.domain.people.ladder import StepChange
from netkeeper.domain.records.tables import exchanged_tables
from netkeeper.domain.review.placing import Placing, spread_out
from netkeeper.interchange.cards import ReadProgress
from netkeeper.interchange.content import Incoming
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft
from netkeeper.store.photo_lines import put_lines

_PROGRESS_EVERY = 250


def with_ids(plan: Plan, network: Network) -> Plan:
    """The plan with an id for every new contact."""
    ids = {item.contact.id: "" for item in plan.added if item.contact.id.startswith(NEW)}
    for not_yet in ids:
        ids[not_yet] = network.storage.new_id("contacts")

    def settled(item: Item) -> Item:
        contact_id = ids.get(item.contact.id)
        return replace(item, contact=replace(item.contact, id=contact_id)) if contact_id else item

    return replace(plan, items=tuple(map(settled, plan.items)))


def put_plan(
    network: Network,
    draft: NetworkDraft,
    plan: Plan,
    incoming: Sequence[Incoming],
    today: date,
    every: Placing | None,
    settled: Set[int],
    progress: ReadProgress | None,
) -> list[Contact]:
    """Put a plan into a transaction.

    Args:
        plan: The plan, in which new contacts have their ids.
        today: The day from which first turns are spread.
        every: The placing of new contacts for which the files have none; None to have them wait to be sorted.
        settled: The places of those of whom a person has said that what the file says otherwise stays as it is here.
        progress: Called with how many contacts are ready; may raise to cancel.

    Returns:
        The new and updated contacts.
    """
    ids = ids_here(plan.items)
    joined = plan.joined
    if joined:
        take_over(network, draft, joined)
    # Two cards may be one contact: the last item of a contact has the properties of all.
    people = {item.contact.id: item.contact for item in plan.items if item.action != "skip"}
    waiting = plan.waiting
    new = [_with_ladder(_marked(people[item.contact.id], waiting, every), today) for item in plan.added]
    people.update((contact.id, contact) for contact in new)
    first = [each for each in new if not (each.unsorted or each.created or each.first_turn_on)]
    people.update((contact.id, contact) for contact in spread_out(first, network.member.cadences, today))
    people.update((item.contact.id, _placed_by_file(network, people[item.contact.id])) for item in plan.updated)
    new_ids = {contact.id for contact in new}
    for interaction in _put_history(network, draft, incoming, ids):
        for contact_id in interaction.contact_ids:
            person = people.get(contact_id) or network.contact(contact_id)
            # An interaction sorts a known contact; of a new one the file decides.
            unsorted = person.unsorted and contact_id in new_ids
            people[contact_id] = replace(with_days_of(person, interaction), unsorted=unsorted)
    introducers = _Introducers(network, plan, new, ids)
    for item in plan.items:
        if item.kept:
            put_lines(draft, item.contact.id, item.kept)
        if last_met := item.last_met:
            draft.put_interaction(last_met_interaction(last_met, item.file, item.contact.id))
    _put_source_values(network, draft, plan, incoming, settled)
    member = next((file.member for file in incoming if file.member), None)
    if member is not None and network.is_empty and not network.member.name:
        draft.put_member(with_missing_settings(network.member, member))
    for day in new_diary_days(network, plan, incoming):
        draft.put_answer(day)
    put = []
    for done, person in enumerate(people.values()):
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done, len(people))
        person = introducers.named_in(person)
        if person.via in joined:
            person = replace(person, via=joined[person.via])
        put.append(draft.put_contact(person, as_it_was=person.id in new_ids))
    if progress is not None:
        progress(len(people), len(people))
    return put


def _put_source_values(
    network: Network, draft: NetworkDraft, plan: Plan, incoming: Sequence[Incoming], settled: Set[int]
) -> None:
    """Store the values that each source has for its contacts, so that a later file of it shows what is new."""
    sources = (source_name(file, read) for file in incoming for read in file.reading.contacts)
    cards: dict[str, dict[str, list[Item]]] = {}
    file_values: dict[str, dict[str, SourceValues]] = {}
    for item, source in zip(plan.items, sources, strict=True):
        contact_id = item.contact.id
        if not (item.is_left_out or item.read.is_in_group or contact_id.startswith(NEW)):
            cards.setdefault(contact_id, {}).setdefault(source, []).append(item)
            if item.action == "add" and item.read.source_values:
                file_values[contact_id] = dict(item.read.source_values)
    several: dict[str, list[str]] = {}
    for goes, stays in plan.joined.items():
        several.setdefault(stays, []).append(goes)
    for contact_id, by_source in cards.items():
        beside = map(network.source_values, several.get(contact_id, ()))
        before = reduce(united, beside, network.source_values(contact_id))
        now = {**before, **file_values.get(contact_id, {})}
        for source, items in by_source.items():
            now = remembered(
                now,
                source,
                source_values_of(item.read.contact for item in items),
                still_open=[
                    name
                    for item in items
                    if item.place not in settled
                    for each in item.otherwise
                    for name in (each.name, *left_with(each.name, item.read.contact, item.contact))
                ],
                left=[
                    (each.name, str(each.after)) for item in items if item.place in settled for each in item.otherwise
                ],
                programs=[item.read.program for item in items if item.read.program],
            )
        if now != before:
            draft.put_source_values(contact_id, now)


def _put_history(
    network: Network, draft: NetworkDraft, incoming: Sequence[Incoming], ids: dict[str, str]
) -> list[Interaction]:
    """Put the records of all tables, with the ids that their contacts have in the network; returns the interactions."""
    put = {
        table.name: [draft.put(table.name, record) for record in new_records(network, incoming, table, ids)]
        for table in exchanged_tables()
        if table.people_of
    }
    return put["interactions"]


def _marked(contact: Contact, waiting: Set[str], every: Placing | None) -> Contact:
    """A new contact, waiting to be sorted or placed by ``every``; unchanged where the file places it."""
    if contact.id not in waiting:
        return contact
    if every is None:
        return replace(contact, unsorted=True)
    return replace(contact, cadence=every.cadence, unsorted=False)


def _placed_by_file(network: Network, contact: Contact) -> Contact:
    """An updated contact that waited is sorted if the file changed its step, cadence or last contact."""
    if not contact.unsorted or not network.has_contact(contact.id):
        return contact
    before = network.contact(contact.id)
    is_placed = (contact.step, contact.cadence, contact.last_on) != (before.step, before.cadence, before.last_on)
    return replace(contact, unsorted=False) if is_placed else contact


def _with_ladder(contact: Contact, today: date) -> Contact:
    """The contact with its step as the first move on the ladder, where the file has no moves."""
    return contact if contact.ladder else replace(contact, ladder=(StepChange(today, contact.step),))


class _Introducers:
    """Resolves introducers to ids in the network."""

    def __init__(self, network: Network, plan: Plan, new: Iterable[Contact], ids: dict[str, str]) -> None:
        self._ids = ids
        self._people = (*network.names(), *((contact.id, contact.name) for contact in new))
        self._known: NamesByWord | None = None
        # Contacts that are left out can be named only.
        self._left_out = {item.read.contact.id: item.read.contact.name for item in plan.items if item.is_left_out}

    def named_in(self, contact: Contact) -> Contact:
        """The contact with its introducer's id in the network, else the name."""
        if not contact.via:
            return contact
        name = self._left_out.get(contact.via, contact.via)
        via = self._ids.get(contact.via) or self._called(name, contact.id) or name
        return contact if via in (contact.via, contact.id) else replace(contact, via=via)

    def _called(self, name: str, contact_id: str) -> str:
        """The id of the one other contact of a name; empty where there is none, or several."""
        if self._known is None:
            self._known = NamesByWord(self._people)
        # netkeeper's own files have ids; a name in them was not resolved there, so only the whole name counts.
        called = self._known.called(name, is_whole=bool(self._ids))
        found = [each for each in called if each != contact_id]
        return found[0] if len(found) == 1 else ""
