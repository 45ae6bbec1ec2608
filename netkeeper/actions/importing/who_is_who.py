"""Decides for every incoming contact who it is: somebody known, somebody of the same files, or somebody new.

One file after another, in passes from the surest sign to the least. What takes only a part of the name, or the name alone,
counts where exactly one of the file and exactly one of the known fit each other, so that two files give the same people in
either order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from netkeeper.actions.importing.bare_names import called_so, split_off
from netkeeper.actions.importing.card_groups import Group, first_card
from netkeeper.actions.importing.fitting import (
    Card,
    is_asked,
    is_partly,
    key_sign,
    says_no_more,
    says_the_same,
    sign_of,
    weight,
)
from netkeeper.actions.importing.known_contacts import KnownContacts
from netkeeper.actions.importing.program_uids import ProgramUids
from netkeeper.actions.importing.remembered_cards import RememberedCards
from netkeeper.actions.importing.taken_cards import TakenCards
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_reason import Sign
from netkeeper.domain.people.identity.likeness import Judgement, Likeness, compare
from netkeeper.domain.people.identity.matching import Key, fill_in, uid_key
from netkeeper.domain.people.identity.own_words import Names, own_words

NEW = "new:"
"""The prefix of the provisional id of a new contact, before the index of its first card."""

_UNIQUE_UID_LENGTH = 16


def is_unique_uid(uid: str) -> bool:
    """Whether a UID is taken for nobody else's in any file."""
    return len(uid) >= _UNIQUE_UID_LENGTH


class Decision(NamedTuple):
    """Who an incoming contact is.

    Attributes:
        who: The id of the contact that it is; ``new:`` and a place for one that is new with the card of that place.
        sign: By what it was recognized, or what speaks for somebody else; None for nothing.
        maybe: The id of whom else it could be; empty for nobody.
        is_asked: Whether a person is to be asked, where one can be.
        is_by_name: Whether ``who`` goes by the name and not by a key.
        is_unclear: Whether a file that only names people means one of several, and doesn't tell which.
        also: The ids of those who turn out to be the same as ``who``, and become one with them.
    """

    who: str
    sign: Sign | None = None
    maybe: str = ""
    is_asked: bool = False
    is_by_name: bool = False
    also: tuple[str, ...] = ()
    is_unclear: bool = False


class WhoIsWho:
    """Decides over the files of an import.

    Args:
        people: The known contacts; those of the files are added.
        remembered: The cards of earlier imports.
        not_duplicates: Pairs of ids, the lower first, that are known to be two people.
        uids: The UIDs by program; those of the files are added.
    """

    def __init__(
        self,
        people: KnownContacts,
        remembered: RememberedCards,
        not_duplicates: Set[tuple[str, str]],
        uids: ProgramUids,
    ) -> None:
        self._people = people
        self._remembered = remembered
        self._not_duplicates = not_duplicates
        self._uids = uids
        self._taken = TakenCards(not_duplicates, uids)
        self._of_content: dict[Contact, Card] = {}
        self._called: dict[str, set[tuple[str, ...]]] = {}
        self._of_earlier_file: dict[str, str] = {}

    def decide(self, cards: Sequence[Card]) -> dict[int, Decision]:
        """The decisions over the cards of one file, by their places."""
        self._taken = TakenCards(self._not_duplicates, self._uids)
        self._of_content = {}
        self._called = {}
        for card in cards:
            if card.contact.uid:
                self._called.setdefault(uid_key(card.contact.uid), set()).add(own_words(card.contact.name))
        decisions: dict[int, Decision] = {}
        rest = []
        listed, bare = split_off(cards)
        for card in listed:
            found = self._surely(card)
            if found is None:
                rest.append(card)
            else:
                known, sign = found
                decisions[card.place] = Decision(known.id, sign)
                self._join(known, card)
        groups = self._groups(rest, decisions)
        for group in self._by_key(groups, decisions):
            self._decide_new(group, decisions)
        for card in bare:
            self._decide_bare(card, decisions)
        self._of_earlier_file.update((card.contact.id, decisions[card.place].who) for card in cards if card.contact.id)
        return decisions

    def called(self, contact_id: str) -> Set[tuple[str, ...]]:
        """The own words of the names on the last file's cards that went to a contact."""
        return self._taken.called(contact_id)

    # Surely: by id, UID, or the same card before

    def _surely(self, card: Card) -> tuple[Contact, Sign] | None:
        contact = card.contact
        if contact.id:
            for contact_id in (contact.id, self._of_earlier_file.get(contact.id, "")):
                if (known := self._people.by_id.get(contact_id)) is not None:
                    return known, Sign("id")
            for known in self._people.with_key(Key("uid", contact.id)):
                return known, Sign("key", "uid")
        same = self._remembered.same_card(card.source, contact, self._people, self._taken.ids)
        if same is not None and self._taken.may_join(same, card):
            return same, Sign("key", "uid") if Key("uid", uid_key(contact.uid)) in card.keys else Sign("card")
        if not is_unique_uid(contact.uid):
            return None
        found = self._people.with_key(Key("uid", uid_key(contact.uid)))
        # Within one file a UID that several have is none.
        if len(self._called.get(uid_key(contact.uid), ())) > 1:
            found = [each for each in found if own_words(each.name) == own_words(contact.name)]
        found = [each for each in found if self._taken.has_name_of(each, contact)]
        if not found:
            return None
        return min(found, key=lambda each: not _is_called_alike(each, contact)), Sign("key", "uid")

    # Groups of one file

    def _groups(self, cards: Sequence[Card], decisions: dict[int, Decision]) -> list[Group]:
        """Those who are known by a key and the whole name are decided; the others by who is one with whom."""
        groups: list[Group] = []
        by_id = KnownContacts(self._people.region)
        of_group: dict[str, Group] = {}
        for card in cards:
            known = self._best(card, self._people, Judgement.SAME)
            if known is not None:
                decisions[card.place] = Decision(known[0].id, key_sign(known[1]))
                self._join(known[0], card)
                continue
            found = self._best(card, by_id, Judgement.SAME) or self._best(card, by_id, Judgement.SURE)
            found = found or self._same_again(card, of_group)
            if found is None:
                contact = replace(card.contact, id=f"{NEW}{card.place}")
                group = of_group[contact.id] = Group([card], contact)
                groups.append(group)
            else:
                group = of_group[found[0].id]
                group.cards.append(card)
                group.contact = contact = fill_in(group.contact, card.contact)
                sign = sign_of(found[1], "")
                decisions[card.place] = Decision(contact.id, sign, is_by_name=not found[1].keys)
            self._taken.note(contact.id, card)
            by_id.know(contact)
        return groups

    def _best(self, card: Card, people: KnownContacts, judgement: Judgement) -> tuple[Contact, Likeness] | None:
        """Whom a judgement holds of; of several one to which the card adds nothing, else the first."""
        found = [
            (known, likeness)
            for known, likeness in self._alike(card.contact, card.keys, people)
            if likeness.judgement is judgement
            and self._taken.may_join(known, card)
            # Somebody who has a card of another name in the file may have the key from that one.
            and self._taken.has_name_of(known, card.contact)
        ]
        if len(found) > 1:
            found.sort(key=lambda each: (fill_in(each[0], card.contact) != each[0], each[0].id in self._taken.ids))
        return found[0] if found else None

    def _same_again(self, card: Card, of_group: Mapping[str, Group]) -> tuple[Contact, Likeness] | None:
        """The group that has a card of the same content, which stands in the file twice."""
        alike = self._of_content.setdefault(replace(card.contact, id=""), card)
        if alike is card:
            return None
        group = of_group.get(f"{NEW}{alike.place}")
        if group is None or not self._taken.may_join(group.contact, card):
            return None
        return group.contact, compare(group.contact, card.contact)

    def _alike(
        self, contact: Contact, keys: frozenset[Key], people: KnownContacts
    ) -> Iterator[tuple[Contact, Likeness]]:
        for known in people.like(contact, keys):
            yield known, compare(known, contact, keys & people.keys[known.id])

    # Groups and the known

    def _by_key(self, groups: Sequence[Group], decisions: dict[int, Decision]) -> list[Group]:
        """Decide over the groups that are somebody known; returns the others."""
        rest = []
        for group in groups:
            first = first_card(group)
            found = self._best(first, self._people, Judgement.SAME) or self._remembered_name(group)
            found = found or self._best(first, self._people, Judgement.SURE)
            if found is None:
                rest.append(group)
            else:
                self._take(group, *found, decisions)
        for is_fitting in (is_partly, says_the_same, says_no_more):
            rest = self._mutual(rest, is_fitting, decisions)
        return rest

    def _remembered_name(self, group: Group) -> tuple[Contact, Likeness | None] | None:
        for card in group.cards:
            known = self._remembered.same_name(card.source, card.contact, card.keys, self._people)
            if known is not None and known.id not in self._taken.ids and self._taken.may_join(known, card):
                return known, None
        return None

    def _mutual(
        self,
        groups: Sequence[Group],
        is_fitting: Callable[[Contact, Card, Likeness], bool],
        decisions: dict[int, Decision],
    ) -> list[Group]:
        """Decide over groups that fit one of the known who fits no other group; returns the others."""
        fitting: list[list[tuple[Contact, Likeness]]] = []
        of_known: dict[str, int] = {}
        for group in groups:
            first = first_card(group)
            found = [
                (known, likeness)
                for known, likeness in self._alike(group.contact, first.keys, self._people)
                if known.id not in self._taken.ids
                and self._taken.may_join(known, first)
                and is_fitting(known, first, likeness)
            ]
            fitting.append(found)
            for known, _ in found:
                of_known[known.id] = of_known.get(known.id, 0) + 1
        rest = []
        for group, found in zip(groups, fitting, strict=True):
            if len(found) == 1 and of_known[found[0][0].id] == 1:
                self._take(group, *found[0], decisions)
            else:
                rest.append(group)
        return rest

    def _take(self, group: Group, known: Contact, likeness: Likeness | None, decisions: dict[int, Decision]) -> None:
        """The group is somebody known."""
        is_by_name = likeness is not None and not likeness.keys
        is_asked = likeness is not None and likeness.judgement is Judgement.SURE
        sign = Sign("card") if likeness is None else sign_of(likeness, "")
        for card in group.cards:
            decisions[card.place] = Decision(known.id, sign, is_asked=is_asked, is_by_name=is_by_name)
            self._join(self._people.by_id[known.id], card)

    def _decide_new(self, group: Group, decisions: dict[int, Decision]) -> None:
        """The group is somebody new; say whom it could be."""
        first = group.cards[0]
        best: tuple[float, Contact, Likeness] | None = None
        for known, likeness in self._alike(group.contact, group.keys, self._people):
            if best is None or weight(likeness) > best[0]:
                best = weight(likeness), known, likeness
        decision = Decision(group.contact.id)
        if best is not None:
            _, known, likeness = best
            is_other_file = known.id not in self._taken.ids
            is_doubtful = is_asked(likeness, group.contact) and is_other_file and self._taken.are_not_two(known, first)
            sign = sign_of(likeness, known.name)
            decision = Decision(group.contact.id, sign, known.id, is_asked=is_doubtful)
        decisions[first.place] = decision
        self._people.know(group.contact)
        self._people.keys[group.contact.id] |= group.keys

    def _decide_bare(self, card: Card, decisions: dict[int, Decision]) -> None:
        """A bare name is the one's who is called so; of several, it takes a person to say."""
        same = self._remembered.same_card(card.source, card.contact, self._people, frozenset())
        found = [same] if same is not None else called_so(card, self._people)
        if not found:
            self._decide_new(Group([card], replace(card.contact, id=f"{NEW}{card.place}")), decisions)
        elif len(found) == 1:
            decisions[card.place] = Decision(found[0].id, Sign("name"), is_by_name=same is None)
            self._join(found[0], card)
        else:
            best = next((known for known in found if not known.id.startswith(NEW)), found[0])
            decisions[card.place] = Decision(
                f"{NEW}{card.place}", Sign("name"), best.id, is_asked=True, is_unclear=True
            )

    def _join(self, known: Contact, card: Card) -> None:
        """A card went to somebody known, who has what it says from now on."""
        self._taken.note(known.id, card)
        filled = fill_in(known, card.contact)
        if filled != known or not card.keys <= self._people.keys[known.id]:
            self._people.know(filled)


def _is_called_alike(known: Contact, contact: Contact) -> bool:
    return compare(known, contact).names in (Names.SAME, Names.WITHIN)
