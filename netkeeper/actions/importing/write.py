"""Writing an import: everybody with an id of theirs, what happened, and who introduced whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date

from netkeeper.actions.importing.decide import NOT_YET
from netkeeper.actions.importing.diary import new_diary_days
from netkeeper.actions.importing.introducers import NamesByWord
from netkeeper.actions.importing.last_met import last_met_interaction
from netkeeper.actions.importing.plan import Item, Plan
from netkeeper.actions.importing.planner import ids_here, new_records, source_name
from netkeeper.domain.editing.three_way import with_missing_settings
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.interactions.touch import with_days_of
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.source_updates import SourceValues, remembered, said_of
from netkeeper.domain.people.ladder import StepChange
from netkeeper.domain.records.tables import exchanged_tables
from netkeeper.domain.review.placing import Placing, spread_out
from netkeeper.interchange.content import Incoming
from netkeeper.interchange.formats import ReadProgress
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft

_PROGRESS_EVERY = 250


def with_ids(plan: Plan, network: Network) -> Plan:
    """The plan with an id for everybody who is new."""
    ids = {item.contact.id: "" for item in plan.added if item.contact.id.startswith(NOT_YET)}
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
    progress: ReadProgress | None,
) -> list[Contact]:
    """Put everything of a plan into a transaction.

    Args:
        network: Where to.
        draft: The transaction.
        plan: What is to be done; everybody who is new has an id.
        incoming: What was read.
        today: The day: first turns are spread from here.
        every: Where those are placed of whom the files don't say it; None to have them wait to be sorted.
        progress: Told how many are ready; may raise to cancel.

    Returns:
        Those who are new or were updated, as they are now.
    """
    ids = ids_here(plan.items)
    # Two cards of one file may be one person: the last word on a contact holds all that was said.
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
            # Whoever was here and waited is sorted by what happened with them; of the others the file says it.
            unsorted = person.unsorted and contact_id in new_ids
            people[contact_id] = replace(with_days_of(person, interaction), unsorted=unsorted)
    introducers = _Introducers(network, plan, new, ids)
    for item in plan.items:
        if item.kept:
            draft.put_kept(item.contact.id, item.kept)
        if last_met := item.last_met:
            draft.put_interaction(last_met_interaction(last_met, item.file, item.contact.id))
    _put_said(network, draft, plan, incoming)
    member = next((file.member for file in incoming if file.member), None)
    if member is not None and network.is_empty and not network.member.name:
        draft.put_member(with_missing_settings(network.member, member))
    for day in new_diary_days(network, plan, incoming):
        draft.put_answer(day)
    put = []
    for done, person in enumerate(people.values()):
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done, len(people))
        put.append(draft.put_contact(introducers.named_in(person), as_it_was=person.id in new_ids))
    if progress is not None:
        progress(len(people), len(people))
    return put


def _put_said(network: Network, draft: NetworkDraft, plan: Plan, incoming: Sequence[Incoming]) -> None:
    """Remember what each source says of whom, so that a later file of it tells what is new."""
    sources = (source_name(file, read) for file in incoming for read in file.reading.contacts)
    cards: dict[str, dict[str, list[Contact]]] = {}
    said: dict[str, dict[str, SourceValues]] = {}
    for item, source in zip(plan.items, sources, strict=True):
        contact_id = item.contact.id
        if not item.is_left_out and not contact_id.startswith(NOT_YET):
            cards.setdefault(contact_id, {}).setdefault(source, []).append(item.read.contact)
            if item.action == "add" and item.read.source_values:
                said[contact_id] = dict(item.read.source_values)
    for contact_id, by_source in cards.items():
        before = network.said(contact_id)
        now = {**before, **said.get(contact_id, {})}
        for source, contacts in by_source.items():
            now = remembered(now, source, said_of(contacts))
        if now != before:
            draft.put_said(contact_id, now)


def _put_history(
    network: Network, draft: NetworkDraft, incoming: Sequence[Incoming], ids: dict[str, str]
) -> list[Interaction]:
    """Bring along what happened and what was promised, with the ids that the people have here.

    Returns:
        The new interactions.
    """
    put = {
        table.name: [draft.put(table.name, record) for record in new_records(network, incoming, table, ids)]
        for table in exchanged_tables()
        if table.people_of
    }
    return put["interactions"]


def _marked(contact: Contact, waiting: Set[str], every: Placing | None) -> Contact:
    """Somebody new who waits to be sorted, or is placed at once; as the file says it where it does."""
    if contact.id not in waiting:
        return contact
    if every is None:
        return replace(contact, unsorted=True)
    return replace(contact, cadence=every.cadence, unsorted=False)


def _placed_by_file(network: Network, contact: Contact) -> Contact:
    """Somebody who is updated, sorted where the file says more of where they stand; an update marks nobody."""
    if not contact.unsorted or not network.has_contact(contact.id):
        return contact
    before = network.contact(contact.id)
    said = (contact.step, contact.cadence, contact.last_on) != (before.step, before.cadence, before.last_on)
    return replace(contact, unsorted=False) if said else contact


def _with_ladder(contact: Contact, today: date) -> Contact:
    """The contact with its step as the first move on the ladder, where the file has no moves."""
    return contact if contact.ladder else replace(contact, ladder=(StepChange(today, contact.step),))


class _Introducers:
    """Whoever introduced somebody, by the id that they have here."""

    def __init__(self, network: Network, plan: Plan, new: Iterable[Contact], ids: dict[str, str]) -> None:
        self._ids = ids
        self._people = (*network.names(), *((contact.id, contact.name) for contact in new))
        self._known: NamesByWord | None = None
        # Of those who stay away, the name is all there is.
        self._left_out = {item.read.contact.id: item.read.contact.name for item in plan.items if item.is_left_out}

    def named_in(self, contact: Contact) -> Contact:
        """The contact, with whoever introduced it named as they are here."""
        if not contact.via:
            return contact
        name = self._left_out.get(contact.via, contact.via)
        via = self._ids.get(contact.via) or self._called(name, contact.id) or name
        return contact if via in (contact.via, contact.id) else replace(contact, via=via)

    def _called(self, name: str, contact_id: str) -> str:
        """The id of the one who is called so; nothing where that is nobody, or several. Nobody introduces themselves."""
        if self._known is None:
            self._known = NamesByWord(self._people)
        # netkeeper's own files name people by id; a name in them is one that was to be kept.
        called = self._known.called(name, is_whole=bool(self._ids))
        found = [each for each in called if each != contact_id]
        return found[0] if len(found) == 1 else ""
