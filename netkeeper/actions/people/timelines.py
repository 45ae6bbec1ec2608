"""The searchable text of every contact's timeline: read in small steps, then brought up to date with each change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from operator import itemgetter

from netkeeper.domain.search.haystack import NO_TIMELINE, TextSource, Timeline, prepared, timeline_text
from netkeeper.store.network import Network
from netkeeper.store.timeline_lines import changed_since, note_lines

_Entry = tuple[str, TextSource, str, str]
"""A day (ISO), the table, the id there, and the text prepared for searching."""


class Timelines:
    """The texts of all interactions and promises, by contact.

    Reading all takes as long as reading the large file, so nothing is read before it is asked for.

    Attributes:
        is_whole: Whether everything is read.
    """

    def __init__(self, network: Network) -> None:
        """Begin with nothing read."""
        self._network = network
        self._begin()

    def _begin(self) -> None:
        self.is_whole = False
        self._steps: Iterator[None] | None = None
        self._table: Mapping[str, object] | None = None
        self._seq = 0
        self._entries: dict[str, list[_Entry]] = {}
        self._timelines: dict[str, Timeline] = {}

    def read_some(self, count: int) -> bool:
        """Read up to ``count`` more texts.

        Returns:
            Whether there are more.

        Raises:
            StoreError: They can't be read.
        """
        if self._steps is None and not self.is_whole:
            self._seq = self._network.storage.seq
            self._table = self._network.table("interactions")
            self._steps = self._reading()
        if self._steps is not None and len(list(islice(self._steps, count))) < count:
            self.is_whole, self._steps = True, None
            # Some may have changed while the others were read.
            self.catch_up()
        return not self.is_whole

    def read_all(self) -> None:
        """Read everything; as :meth:`read_some`."""
        while self.read_some(100_000):
            pass

    def of(self, contact_id: str) -> Timeline:
        """A contact's timeline; an empty one until everything is read."""
        return self._timelines.get(contact_id, NO_TIMELINE) if self.is_whole else NO_TIMELINE

    def catch_up(self) -> set[str]:
        """Read what has changed anew; to be called after each change.

        Returns:
            The ids of contacts whose timeline has changed. Where too much has changed, everything is dropped
            (``is_whole`` is False) and has to be read again.
        """
        if not self.is_whole:
            return set()
        changed = changed_since(self._network.storage, self._seq)
        if changed is None or self._network.table("interactions") is not self._table:
            self._begin()
            return set()
        self._seq = self._network.storage.seq
        for contact_id in changed:
            self._timelines[contact_id] = _timeline(list(_entries_of(self._network, contact_id)))
        return changed

    def _reading(self) -> Iterator[None]:
        """Read one text at each step."""
        keep = self._entries.setdefault
        for promise in self._network.promise_lines():
            if promise.what:
                on = promise.closed_on or promise.due_on
                entry = (on, TextSource.FOLLOWUPS, promise.id, prepared(promise.what))
                keep(promise.contact_id, []).append(entry)
            yield
        for line in note_lines(self._network.table("interactions")):
            note = (line.on, TextSource.INTERACTIONS, line.id, prepared(line.note))
            for contact_id in line.contact_ids:
                keep(contact_id, []).append(note)
            yield
        while self._entries:
            # Freed one by one: freeing a hundred thousand at once would block noticeably.
            contact_id, entries = self._entries.popitem()
            self._timelines[contact_id] = _timeline(entries)
            yield


def _timeline(entries: list[_Entry]) -> Timeline:
    entries.sort(key=itemgetter(0), reverse=True)
    return Timeline(timeline_text([entry[3] for entry in entries]), tuple([(entry[1], entry[2]) for entry in entries]))


def _entries_of(network: Network, contact_id: str) -> Iterator[_Entry]:
    """The entries of a contact's interactions and promises, read from the store."""
    for interaction in network.interactions(contact_id):
        if interaction.note:
            yield interaction.on.isoformat(), TextSource.INTERACTIONS, interaction.id, prepared(interaction.note)
    for followup in network.followups(contact_id):
        if followup.what:
            on = followup.closed_on or followup.due_on
            yield on.isoformat(), TextSource.FOLLOWUPS, followup.id, prepared(followup.what)
