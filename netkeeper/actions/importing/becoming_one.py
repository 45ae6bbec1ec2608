"""Finds whom a file shows to be one person though they are here as two: one card has what each of them had alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Set

from netkeeper.actions.importing.fitting import sign_of
from netkeeper.actions.importing.known_contacts import KnownContacts
from netkeeper.actions.importing.who_is_who import NEW, Decision
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.duplicates import pair_of
from netkeeper.domain.people.identity.likeness import Judgement, Likeness, compare
from netkeeper.domain.people.identity.matching import fill_in, keys_of, uid_key
from netkeeper.domain.people.identity.merge import join

Called = Callable[[str], Set[tuple[str, ...]]]

_ONE = (Judgement.SAME, Judgement.SURE)


class BecomingOne:
    """Joins decisions after each file.

    Of two who are stored, the one becomes part of the other with the last card that is theirs, which the plan tells; the
    cards of somebody who is new go to the other.

    Args:
        people: The known contacts, as the files add to them.
        not_duplicates: Pairs of ids, the lower first, that are known to be two people.
    """

    def __init__(self, people: KnownContacts, not_duplicates: Set[tuple[str, str]]) -> None:
        self._people = people
        self._before = people.by_id.copy()
        self._not_duplicates = not_duplicates
        self._called: Called = lambda _: frozenset()

    def join(self, decisions: MutableMapping[int, Decision], in_file: Mapping[int, Decision], called: Called) -> None:
        """Join those whom a file shows to be one.

        Args:
            decisions: Those over all cards so far, by their places; changed in place.
            in_file: Those of them that are over the file's own cards.
            called: Returns the names of the file's cards that went to a contact, by its id.
        """
        self._called = called
        cards = Counter(decision.who for decision in in_file.values())
        stored = {who for who in cards if who in self._before}
        for who, count in cards.items():
            one = self._people.by_id.get(who)
            # Somebody of whom the file says nothing more is like the others as before.
            if one is None or one is self._before.get(who) or (who not in stored and count == 1):
                continue
            while found := self._found(one, stored):
                one = self._become_one(one, *found, decisions)

    def _found(self, one: Contact, stored: Set[str]) -> tuple[Contact, Likeness] | None:
        """Another who is surely the same since this file; by the name and something else, only where no second is."""
        alike = [
            (other, likeness)
            for other, likeness in self._others(one)
            if likeness.judgement in _ONE and self._may_become_one(one, other, stored)
        ]
        by_key = [each for each in alike if each[1].judgement is Judgement.SAME]
        return by_key[0] if by_key else alike[0] if len(alike) == 1 else None

    def _others(self, one: Contact) -> Iterator[tuple[Contact, Likeness]]:
        keys = self._people.keys[one.id]
        for other in self._people.like(one, keys):
            if other.id != one.id:
                yield other, compare(one, other, keys & self._people.keys[other.id])

    def _may_become_one(self, one: Contact, other: Contact, stored: Set[str]) -> bool:
        """Whether nothing says that they are two, and nobody has had them as two who are that much alike."""
        if pair_of(one.id, other.id) in self._not_duplicates:
            return False
        if one.uid and other.uid and uid_key(one.uid) != uid_key(other.uid):
            return False
        mine, theirs = self._called(one.id), self._called(other.id)
        if mine and theirs and (len(mine | theirs) > 1 or (one.id in stored and other.id in stored)):
            return False  # The file has a card for each.
        here, there = self._before.get(one.id), self._before.get(other.id)
        if here is None or there is None:
            return True
        shared = frozenset(keys_of(here, self._people.region)) & frozenset(keys_of(there, self._people.region))
        return compare(here, there, shared).judgement not in _ONE

    def _become_one(
        self, one: Contact, other: Contact, likeness: Likeness, decisions: MutableMapping[int, Decision]
    ) -> Contact:
        stays, goes = sorted((one, other), key=self._rank)
        if goes.id.startswith(NEW):
            sign = sign_of(likeness, "")
            for place, decision in decisions.items():
                if decision.who == goes.id:
                    decisions[place] = Decision(stays.id, sign, is_by_name=not likeness.keys)
            joined = fill_in(stays, goes)
        else:
            place = max(place for place, decision in decisions.items() if decision.who == one.id)
            decision = decisions[place]
            decisions[place] = decision._replace(who=stays.id, also=(*decision.also, goes.id))
            joined = join(stays, goes)
        for place, decision in decisions.items():
            if decision.maybe == goes.id:
                decisions[place] = decision._replace(maybe=stays.id if decision.who != stays.id else "")
        self._people.become_one(joined, goes.id)
        return joined

    def _rank(self, contact: Contact) -> tuple[bool, int, bool, str, str]:
        """Who stays comes first: who is stored, of the new the first, of the stored as in any merge."""
        is_new = contact.id.startswith(NEW)
        place = int(contact.id.removeprefix(NEW)) if is_new else 0
        return is_new, place, contact.archived, contact.created, contact.id
