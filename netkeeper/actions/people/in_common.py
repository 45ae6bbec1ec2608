"""What contacts have in common: read of all once, then brought up to date with each change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from netkeeper.domain.interactions.reasons_to_call import Neighbour
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.review.shared_values import is_shared_by_many, with_those_above
from netkeeper.store.contact_summaries import how_met
from netkeeper.store.network import Network
from netkeeper.store.timeline_lines import contacts_changed_since


class _Known(NamedTuple):
    """What is cached of a contact; of an archived one, not its fields and last contact."""

    met: str
    fields: tuple[str, ...] = ()
    last_on: date | None = None
    archived: bool = False


class InCommon:
    """Which contacts share a field, and how many share a field or a way of having been met.

    Every query brings the cache up to date first.
    """

    def __init__(self, network: Network) -> None:
        """Begin with an empty cache; the first query reads all contacts."""
        self._network = network
        self._table: object = None
        self._seq = 0
        self._begin()

    def _begin(self) -> None:
        self._people: dict[str, _Known] = {}
        self._active = 0
        self._with_field: dict[str, set[str]] = {}
        self._counts: Counter[str] = Counter()
        self._met: Counter[str] = Counter()

    def common_among(self, fields: Iterable[str]) -> set[str]:
        """Those of some fields that many contacts have, so that they distinguish nobody.

        A contact with a subfield (``food/cold-chain``) counts for the field above it, too.
        """
        self._catch_up()
        return {field for field in fields if is_shared_by_many(self._counts[field], self._active)}

    def met_with_many(self, met: str) -> bool:
        """Whether many contacts, archived or not, were met in the same way."""
        self._catch_up()
        return is_shared_by_many(self._met[met], self._active)

    def neighbours(self, contact: Contact, common: Set[str]) -> Iterator[Neighbour]:
        """Contacts with an interaction that share a field with this one, the newest interaction first; may include it.

        Args:
            common: Fields that don't count.
        """
        self._catch_up()
        ids = {each for field in contact.fields if field not in common for each in self._with_field.get(field, ())}
        found = [(last_on, each) for each in ids if (last_on := self._people[each].last_on) is not None]
        for last_on, each in sorted(found, reverse=True):
            other = self._network.contact(each)
            yield Neighbour(each, other.name, other.organization, other.fields, last_on)

    def _catch_up(self) -> None:
        storage, table = self._network.storage, self._network.table("contacts")
        if table is self._table and storage.seq == self._seq:
            return
        changed = contacts_changed_since(storage, self._seq) if table is self._table else None
        if changed is None:
            self._read_all()
        else:
            for contact_id in changed:
                self._forget(contact_id)
                if self._network.has_contact(contact_id):
                    contact = self._network.contact(contact_id)
                    known = _Known(contact.met, tuple(contact.fields), contact.last_on, contact.archived)
                    self._keep(contact_id, known)
        self._table, self._seq = table, storage.seq

    def _read_all(self) -> None:
        self._begin()
        summaries = {each.id: each for each in self._network.contact_summaries()}
        for contact_id, met in how_met(self._network.table("contacts")):
            summary = summaries.get(contact_id)
            if summary is None:
                self._keep(contact_id, _Known(met, archived=True))
            else:
                self._keep(contact_id, _Known(met, tuple(summary.fields), summary.last_on))

    def _keep(self, contact_id: str, known: _Known) -> None:
        self._people[contact_id] = known
        self._met[known.met] += 1
        if known.archived:
            return
        self._active += 1
        for field in known.fields:
            self._with_field.setdefault(field, set()).add(contact_id)
        for part in _with_all_above(known.fields):
            self._counts[part] += 1

    def _forget(self, contact_id: str) -> None:
        known = self._people.pop(contact_id, None)
        if known is None:
            return
        self._met[known.met] -= 1
        if known.archived:
            return
        self._active -= 1
        for field in known.fields:
            self._with_field[field].discard(contact_id)
        for part in _with_all_above(known.fields):
            self._counts[part] -= 1


@lru_cache(maxsize=1024)
def _with_all_above(fields: tuple[str, ...]) -> frozenset[str]:
    """Fields with all the fields above them; cached, for many contacts have the same fields."""
    return frozenset(part for field in fields for part in with_those_above(field))
