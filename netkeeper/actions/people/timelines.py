"""Everybody's timeline as free text is looked for in it: read a little at a time, and brought up to date with each change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from operator import itemgetter

from netkeeper.domain.search.haystack import NO_TIMELINE, TextSource, Timeline, prepared, timeline_text
from netkeeper.store.network import Network
from netkeeper.store.timeline_lines import changed_since, note_lines

_Entry = tuple[str, TextSource, str, str]
"""A day (ISO), the table it is of, its id there, and its text, prepared."""


class Timelines:
    """What happened with everybody and is promised to them.

    Reading all of it takes as long as reading the large file: so nothing is read until it is asked for.

    Attributes:
        is_whole: Whether all is read.
    """

    def __init__(self, network: Network) -> None:
        """Begin with nothing read.

        Args:
            network: Whose people.
        """
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
        """Read a few more notes.

        Args:
            count: How many at once.

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
            # What was changed while it was being read.
            self.catch_up()
        return not self.is_whole

    def read_all(self) -> None:
        """Read everything; as :meth:`read_some`."""
        while self.read_some(100_000):
            pass

    def of(self, contact_id: str) -> Timeline:
        """Somebody's, once all is read; until then an empty one."""
        return self._timelines.get(contact_id, NO_TIMELINE) if self.is_whole else NO_TIMELINE

    def catch_up(self) -> set[str]:
        """Take in whatever has changed; to be called after each change.

        Returns:
            The ids of those whose timeline is another now. Where too much has changed, nothing is read any
            more (``is_whole``) and all have to be read again.
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
        """Reads one thing at each step."""
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
            # Let go of one by one: a hundred thousand at once would be felt.
            contact_id, entries = self._entries.popitem()
            self._timelines[contact_id] = _timeline(entries)
            yield


def _timeline(entries: list[_Entry]) -> Timeline:
    entries.sort(key=itemgetter(0), reverse=True)
    return Timeline(timeline_text([entry[3] for entry in entries]), tuple([(entry[1], entry[2]) for entry in entries]))


def _entries_of(network: Network, contact_id: str) -> Iterator[_Entry]:
    """What happened with somebody, and is promised to them, as it is now."""
    for interaction in network.interactions(contact_id):
        if interaction.note:
            yield interaction.on.isoformat(), TextSource.INTERACTIONS, interaction.id, prepared(interaction.note)
    for followup in network.followups(contact_id):
        if followup.what:
            on = followup.closed_on or followup.due_on
            yield on.isoformat(), TextSource.FOLLOWUPS, followup.id, prepared(followup.what)
