"""Making the plan of an import: who is here already, and what each contact adds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from netkeeper.actions.importing.decide import Given, Match, decided
from netkeeper.actions.importing.last_met import is_news
from netkeeper.actions.importing.plan import Action, Choices, Item, Plan, Unread
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_reason import Sign
from netkeeper.domain.people.identity.matching import fill_in, keys_of, names_agree
from netkeeper.domain.people.identity.source_updates import SourceValues
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.same_promise import PromiseKey, promise_key, says_the_same
from netkeeper.domain.records import Fields
from netkeeper.domain.records.tables import Table, exchanged_tables
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.cards import ReadContact
from netkeeper.interchange.content import Incoming
from netkeeper.interchange.formats import ReadProgress
from netkeeper.store.network import Network

_UNIQUE_UID_LENGTH = 16
"""A UID as long as this was made to be the only one of its kind."""

_MOST_ALIKE = 12
"""How many people with one key are looked at; a switchboard may be everybody's."""

_MOST_NAMESAKES = 50
"""How many people of one name a card is compared with; of more, only the very same card is found."""

_PROGRESS_EVERY = 250

_LONGEST_UID = 200


class _People:
    """People by what they can be recognised by."""

    def __init__(self, region: str) -> None:
        self._region = region
        self.by_id: dict[str, Contact] = {}
        self.by_key: dict[tuple[str, str], tuple[str, ...]] = {}
        self.by_name: dict[str, list[str]] = {}
        self.by_card: dict[Hashable, str] = {}

    def copy(self) -> _People:
        """The same people, to add more to."""
        other = _People(self._region)
        other.by_id, other.by_key = self.by_id.copy(), self.by_key.copy()
        other.by_name = {name: list(ids) for name, ids in self.by_name.items()}
        other.by_card = self.by_card.copy()
        return other

    def know(self, contact: Contact) -> None:
        """Take in a contact, new or with more than before."""
        is_new = contact.id not in self.by_id
        self.by_id[contact.id] = contact
        for key in keys_of(contact, self._region):
            ids = self.by_key.get(key, ())
            if len(ids) < _MOST_ALIKE and contact.id not in ids:
                self.by_key[key] = (*ids, contact.id)
        namesakes = self.by_name.setdefault(fold(contact.name), [])
        if is_new:
            namesakes.append(contact.id)
        if len(namesakes) > _MOST_NAMESAKES:
            self.by_card.setdefault(_card(contact), contact.id)

    def namesakes(self, contact: Contact) -> list[Contact]:
        """People of the same name, as many as are worth a look; among them whoever has the very same card."""
        ids = self.by_name.get(fold(contact.name), [])
        found = ids[:_MOST_NAMESAKES]
        if len(ids) > _MOST_NAMESAKES and (same := self.by_card.get(_card(contact))):
            found = [same, *found]
        return [self.by_id[contact_id] for contact_id in found]


def _keys_of_incoming(contact: Contact, region: str) -> Iterator[tuple[str, str]]:
    """What a contact that comes in can be recognised by; its id too, which may be that of one who was merged."""
    if contact.id:
        yield "uid", contact.id
    yield from keys_of(contact, region)


class Planner:
    """Finds who is here already, among the network's people and those of the same files.

    It knows the network as it is when the planner is made, and makes plan after plan from that, each
    with other choices; what the choices leave as it was is not worked out again.
    """

    def __init__(self, network: Network, incoming: Sequence[Incoming], progress: ReadProgress | None = None) -> None:
        """Get to know everybody.

        Args:
            network: Where the contacts shall come in.
            incoming: What was read, a file each.
            progress: Told how many people are known by now; may raise to cancel.
        """
        self._network = network
        self._incoming = incoming
        self._reads = [(file.source, read) for file in incoming for read in file.reading.contacts]
        self._sources = [source_name(file, read) for file in incoming for read in file.reading.contacts]
        region = network.member.region
        self._keys = [tuple(_keys_of_incoming(read.contact, region)) for _, read in self._reads]
        self._remembered: dict[int, tuple[Given, Item]] = {}
        self._here = _People(region)
        with network.storage.read_lock():
            self.as_of = state_of(network)
            for done, contact in enumerate(network.contacts()):
                if progress is not None and done % _PROGRESS_EVERY == 0:
                    progress(done, network.people_count)
                self._here.know(contact)
        self._people = self._here
        self._kept: dict[str, tuple[str, ...]] = {}
        self._of_these_files: set[str] = set()

    @property
    def is_current(self) -> bool:
        """Whether the network is still what it was."""
        return self.as_of == state_of(self._network)

    def plan(self, choices: Choices | None = None, progress: ReadProgress | None = None) -> Plan:
        """Decide for each contact what is to be done with it.

        Args:
            choices: What the person wants otherwise than it is proposed; what can't be done (any
                more) is left to what is proposed.
            progress: Told how many contacts are decided on; may raise to cancel.
        """
        with self._network.storage.read_lock():
            return self._planned(choices or {}, progress)

    def _planned(self, choices: Choices, progress: ReadProgress | None) -> Plan:
        self._people = self._here.copy()
        self._kept = {}
        self._of_these_files = set()
        items = []
        for place in range(len(self._reads)):
            if progress is not None and place % _PROGRESS_EVERY == 0:
                progress(place, len(self._reads))
            items.append(self._item(place, choices.get(place)))
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
        )

    def _item(self, place: int, choice: Action | None) -> Item:
        """What is to be done with one contact; those before it are known."""
        file, read = self._reads[place]
        match = self._find(place, read)
        known = match.known or match.maybe
        contact_id = read.contact.id if read.contact.id not in self._people.by_id else ""
        follows_from = Given(
            match, self._kept_of(known.id) if known else (), self._said_of(place, known), contact_id, choice
        )
        before = self._remembered.get(place)
        if before is not None and before[0].is_like(follows_from):
            item = before[1]
        else:
            item = decided(place, file, read, follows_from)
            self._remembered[place] = follows_from, item
        if item.action != "skip":
            self._people.know(item.contact)
            self._kept[item.contact.id] = item.kept
            if item.action == "add":
                self._of_these_files.add(item.contact.id)
        return item

    def _find(self, place: int, read: ReadContact) -> Match:
        """Who it is, and what tells; or nobody, and who it could be."""
        people, contact = self._people, read.contact
        same_id = people.by_id.get(contact.id)
        if same_id is not None and names_agree(same_id, contact):
            return Match(same_id, None, Sign("id"))
        somebody_else: Match | None = None
        for key in self._keys[place]:
            alike = [people.by_id[known_id] for known_id in people.by_key.get(key, ())]
            same = [known for known in alike if self._is_same(key[0], known, contact)]
            if same:
                # Somebody may have been added a second time on purpose: of those, the one it came from.
                exact = (known for known in same if len(same) > 1 and fill_in(known, contact) == known)
                return Match(next(exact, same[0]), None, Sign("key", key[0]))
            if alike and somebody_else is None:
                somebody_else = Match(None, alike[0], Sign("other name", key[0], alike[0].name))
        return self._find_by_name(read, somebody_else or Match(None, None))

    def _is_same(self, kind: str, known: Contact, contact: Contact) -> bool:
        """Whether a shared key makes two contacts one.

        A UID that is meant to be the only one of its kind says so by itself; simple programs number
        their cards 1, 2, 3, and people share addresses and phones, so there the names must not speak
        against it. An address book that keeps two people with one address means two people.
        """
        if kind == "uid":
            return len(contact.uid) >= _UNIQUE_UID_LENGTH or names_agree(known, contact)
        if known.id in self._of_these_files:
            return fold(known.name) == fold(contact.name)
        return names_agree(known, contact)

    def _find_by_name(self, read: ReadContact, otherwise: Match) -> Match:
        """A name alone only suggests, but a card that says nothing new is the same card again."""
        contact = read.contact
        alike = self._people.namesakes(contact)
        for known in alike:
            if fill_in(known, contact) == known and not is_news(read.last_met, known):
                return Match(known, None, Sign("card"))
        if alike and otherwise.maybe is None:
            return Match(None, alike[0], Sign("namesake", name=alike[0].name))
        return otherwise

    def _said_of(self, place: int, known: Contact | None) -> SourceValues:
        """What the source of a contact said before of whom it is like."""
        return self._network.said(known.id).get(self._sources[place], {}) if known else {}

    def _kept_of(self, contact_id: str) -> tuple[str, ...]:
        if contact_id not in self._kept:
            self._kept[contact_id] = self._network.kept_lines(contact_id)
        return self._kept[contact_id]


def _card(contact: Contact) -> Hashable:
    """What a card says of somebody, for finding the very same card again."""
    reach = (contact.emails, contact.phones, contact.urls, contact.addresses)
    about = (contact.organization, contact.title, contact.fields, contact.hopes, contact.met, contact.notes)
    return (fold(contact.name), contact.uid, contact.birthday, *reach, *about)


def source_name(file: Incoming, read: ReadContact) -> str:
    """What a contact comes from, for knowing an updated file again: cards with a UID are sources of their own."""
    uid = read.contact.uid
    return " ".join(filter(None, (file.reading.origin, uid if len(uid) < _LONGEST_UID else "")))


def state_of(network: Network) -> tuple[str, int]:
    """Which network it is, and how far: the same as long as nobody writes."""
    return network.storage.network, network.storage.seq


def new_records(network: Network, incoming: Sequence[Incoming], table: Table, ids: Mapping[str, str]) -> Sequence[Any]:
    """The records of a table in netkeeper's own files that aren't here, with the ids that their contacts have here.

    Args:
        network: Where to.
        incoming: What was read.
        table: The table; of follow-ups those count that say something new.
        ids: As :func:`ids_here` gives them; a record that names none of them stays away.
    """
    if table.name == "followups":
        return new_followups(network, incoming, ids)
    coming = {record.id: record for file in incoming for record in file.records.get(table.name, ())}
    here = network.table(table.name) if coming else {}
    news = []
    for number, record in coming.items():
        document = table.with_people(table.document(record), ids.get)
        if number not in here and any(table.references_in(document)):
            news.append(table.read(number, document))
    return news


def ids_here(items: Iterable[Item]) -> dict[str, str]:
    """The ids that people have here, by those that they have in the files; without those left out."""
    return {item.read.contact.id: item.contact.id for item in items if item.read.contact.id and not item.is_left_out}


def new_followups(network: Network, incoming: Sequence[Incoming], ids: Mapping[str, str]) -> list[FollowUp]:
    """The follow-ups in netkeeper's own files that say more than what is known, to the people as they are here.

    An open one that says what is promised here already says nothing new; nor does one that says what an earlier
    file says. Two within one file that say the same were two where it was written, and stay two.

    Args:
        network: Where to.
        incoming: What was read.
        ids: As :func:`ids_here` gives them.
    """
    here = network.storage.table("followups")
    there: dict[PromiseKey, list[FollowUp]] = {}
    if any(file.followups for file in incoming):
        for followup in network.followups():
            if followup.is_open:
                there.setdefault(promise_key(followup), []).append(followup)
    news: dict[str, FollowUp] = {}
    for file in incoming:
        of_file: dict[str, FollowUp] = {}
        for item in file.followups:
            contact_id = ids.get(item.contact_id)
            if contact_id is None or not _is_news(item, here.get(item.id)):
                continue
            brought = replace(item, contact_id=contact_id)
            is_again = item.id in news  # A later file's word on the same promise counts.
            if is_again or not item.is_open or not _says_nothing_new(brought, there.get(promise_key(brought), ())):
                of_file[item.id] = brought
        for brought in of_file.values():
            if brought.is_open:
                there.setdefault(promise_key(brought), []).append(brought)
        news |= of_file
    return list(news.values())


def _says_nothing_new(followup: FollowUp, there: Sequence[FollowUp]) -> bool:
    """Whether an open follow-up says what one here says; that it recurs is news."""
    return any(says_the_same(each, followup) and (each.rrule or not followup.rrule) for each in there)


def _is_news(followup: FollowUp, known: Fields | None) -> bool:
    """Whether a follow-up isn't here yet, or was closed meanwhile."""
    return known is None or (known["status"] == "open" and not followup.is_open)


def _unread(file: Incoming) -> list[tuple[int, str]]:
    return [(each.line, each.reason) for each in file.reading.skipped]
