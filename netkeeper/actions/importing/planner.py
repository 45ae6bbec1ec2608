"""Making the plan of an import: which contacts are known, and what is done with each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netkeeper.actions.importing.becoming_one import BecomingOne
from netkeeper.actions.importing.decide import Given, Match, decided
from netkeeper.actions.importing.fitting import Card
from netkeeper.actions.importing.known_contacts import KnownContacts
from netkeeper.actions.importing.new_records import ids_here, new_records
from netkeeper.actions.importing.plan import Action, Choices, Item, Plan, SameName, Unread
from netkeeper.actions.importing.program_uids import ProgramUids
from netkeeper.actions.importing.remembered_cards import RememberedCards
from netkeeper.actions.importing.who_is_who import Decision, WhoIsWho
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.matching import keys_of
from netkeeper.domain.people.identity.source_updates import SourceValues, source_values_of
from netkeeper.domain.records.tables import exchanged_tables
from netkeeper.interchange.cards import ReadContact, ReadProgress
from netkeeper.interchange.content import Incoming
from netkeeper.store.documents import candidates
from netkeeper.store.network import Network
from netkeeper.store.photo_lines import lines_with_files

_PROGRESS_EVERY = 250

_LONGEST_UID = 200


class Planner:
    """Matches incoming contacts with those of the network and of the same files.

    It decides once who everybody is and makes any number of plans from that, each with other choices; items that a
    choice doesn't affect are reused.
    """

    def __init__(
        self,
        network: Network,
        incoming: Sequence[Incoming],
        progress: ReadProgress | None = None,
        same_name: SameName = "sure",
    ) -> None:
        """Index the network's contacts, and decide who the incoming ones are.

        Args:
            progress: Called with how many contacts are indexed; may raise to cancel.
            same_name: What is proposed for somebody who is recognized by the name and not by a key.
        """
        self._network = network
        self._incoming = incoming
        self._same_name: SameName = same_name
        self._reads = [(file.source, read) for file in incoming for read in file.reading.contacts]
        self._sources = [source_name(file, read) for file in incoming for read in file.reading.contacts]
        self._remembered: dict[int, tuple[Given, Item]] = {}
        self._here: dict[str, Contact] = {}
        with network.storage.read_lock():
            self.as_of = state_of(network)
            self._decisions = self._decide(progress)
        self._in_file = self._said_in_file()
        self._people = self._here
        self._kept: dict[str, tuple[str, ...]] = {}
        self._new_ids: dict[str, str] = {}

    def _decide(self, progress: ReadProgress | None) -> dict[int, Decision]:
        """Who everybody is, file by file."""
        network, member = self._network, self._network.member
        people = KnownContacts(member.region)
        profiles = dict(candidates(network.table("kept"), "inkedin"))
        for done, contact in enumerate(network.contacts()):
            if progress is not None and done % _PROGRESS_EVERY == 0:
                progress(done, network.people_count)
            people.know(contact, profiles[contact.id].get("lines", ()) if contact.id in profiles else ())
        self._here = people.by_id.copy()
        remembered = RememberedCards(network.table("said").items(), frozenset(self._sources), member.region)
        apart = member.apart.union(*(file.member.apart for file in self._incoming if file.member is not None))
        is_programmed = any(read.program for _, read in self._reads)
        uids = ProgramUids(network.table("said").items() if is_programmed else ())
        who_is_who = WhoIsWho(people, remembered, apart, uids)
        becoming_one = BecomingOne(people, apart)
        decisions: dict[int, Decision] = {}
        place = 0
        for file in self._incoming:
            cards = []
            for read in file.reading.contacts:
                keys = frozenset(keys_of(read.contact, member.region, read.unknown_properties))
                source = self._sources[place]
                cards.append(Card(place, read.contact, source, keys, read.last_met, read.program, read.named_by))
                place += 1
            in_file = who_is_who.decide(cards)
            decisions |= in_file
            becoming_one.join(decisions, in_file, who_is_who.called)
        return decisions

    def _said_in_file(self) -> dict[int, SourceValues]:
        """What a file says of those of whom it has several cards, by the places of these."""
        of_person: dict[tuple[int, str, str], list[int]] = {}
        place = 0
        for number, file in enumerate(self._incoming):
            for _ in file.reading.contacts:
                of_person.setdefault((number, self._sources[place], self._decisions[place].who), []).append(place)
                place += 1
        said: dict[int, SourceValues] = {}
        for places in of_person.values():
            if len(places) > 1:
                said |= dict.fromkeys(places, source_values_of([self._reads[each][1].contact for each in places]))
        return said

    @property
    def is_current(self) -> bool:
        """Whether the network hasn't changed since."""
        return self.as_of == state_of(self._network)

    def plan(self, choices: Choices | None = None, progress: ReadProgress | None = None) -> Plan:
        """Decide for each incoming contact what is to be done with it.

        Args:
            choices: Actions to be taken instead of the proposed ones; one that isn't possible is ignored.
            progress: Called with how many contacts are decided on; may raise to cancel.
        """
        with self._network.storage.read_lock():
            return self._planned(choices or {}, progress)

    def _planned(self, choices: Choices, progress: ReadProgress | None) -> Plan:
        self._people = self._here.copy()
        self._kept = {}
        self._new_ids = {}
        items = []
        for place in range(len(self._reads)):
            if progress is not None and place % _PROGRESS_EVERY == 0:
                progress(place, len(self._reads))
            items.append(self._item(place, choices.get(place)))
        items = _of_one_id(items)
        ids = ids_here(items)
        return Plan(
            tuple(items),
            tuple(Unread(file.source, *each) for file in self._incoming for each in _unread(file)),
            {
                table.name: len(new_records(self._network, self._incoming, table, ids))
                for table in exchanged_tables()
                if table.people_of
            },
            {item.place: item.action for item in items if item.action != item.proposed},
            self.as_of,
            self._same_name,
        )

    def _item(self, place: int, choice: Action | None) -> Item:
        """What is to be done with a contact, after those before it."""
        file, read = self._reads[place]
        match = self._match(place)
        known = match.known or match.maybe
        contact_id = read.contact.id if read.contact.id not in self._people else ""
        follows_from = Given(
            match,
            self._kept_of(known.id, *(each.id for each in match.also)) if known else (),
            self._source_values_of(place, known),
            contact_id,
            choice,
            self._same_name,
            self._in_file.get(place, {}),
        )
        before = self._remembered.get(place)
        if before is not None and before[0].is_like(follows_from):
            item = before[1]
        else:
            item = decided(place, file, read, follows_from)
            self._remembered[place] = follows_from, item
        if item.action != "skip":
            self._people[item.contact.id] = item.contact
            self._kept[item.contact.id] = item.kept
            for goes in item.joins:
                self._people.pop(goes)
                self._new_ids[goes] = item.contact.id
            if item.action == "add":
                self._new_ids.setdefault(self._decisions[place].who, item.contact.id)
        return item

    def _match(self, place: int) -> Match:
        """Who a contact is among the known and those that were added before it."""
        decision = self._decisions[place]
        return Match(
            self._person(decision.who),
            self._person(decision.maybe),
            decision.sign,
            decision.is_asked,
            decision.is_by_name,
            tuple(filter(None, map(self._person, decision.also))),
            decision.is_unclear,
        )

    def _person(self, who: str) -> Contact | None:
        while (now := self._new_ids.get(who, who)) != who:
            who = now
        return self._people.get(who)

    def _source_values_of(self, place: int, known: Contact | None) -> SourceValues:
        """The values that the same source had for the known contact at the last import."""
        return self._network.source_values(known.id).get(self._sources[place], {}) if known else {}

    def _kept_of(self, contact_id: str, *also: str) -> tuple[str, ...]:
        if contact_id not in self._kept:
            self._kept[contact_id] = lines_with_files(self._network.folder, self._network.kept_lines(contact_id))
        lines = self._kept[contact_id]
        return (
            tuple(dict.fromkeys((*lines, *(line for each in also for line in self._kept_of(each))))) if also else lines
        )


def _of_one_id(items: list[Item]) -> list[Item]:
    """The items, those of a contact that becomes one with another later as that one's."""
    joined = {goes: item.contact.id for item in items for goes in item.joins}
    if not joined:
        return items
    return [
        replace(item, contact=replace(item.contact, id=joined[item.contact.id])) if item.contact.id in joined else item
        for item in items
    ]


def source_name(file: Incoming, read: ReadContact) -> str:
    """The source of a contact, by which an updated file is recognized: the file's origin, and the card's UID if it has one."""
    uid = read.contact.uid
    return " ".join(filter(None, (file.reading.origin, uid[:_LONGEST_UID])))


def state_of(network: Network) -> tuple[str, int]:
    """The network's mark and the number of its last transaction."""
    return network.storage.network, network.storage.seq


def _unread(file: Incoming) -> list[tuple[int, str, bool]]:
    return [(each.line, each.reason, each.is_read) for each in file.reading.skipped]
