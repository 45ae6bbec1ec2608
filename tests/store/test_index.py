"""Asking for one contact's follow-ups and interactions gives what looking at everybody's gives, whatever happened between."""

from __future__ import annotations

import shutil
import tempfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.domain.errors import CannotUndoError
from netkeeper.store.network import Network
from tests.store.helpers import network_at, put, remove

people = st.sampled_from(["1", "2", "3"])
numbers = st.integers(1, 6).map(str)
steps = st.one_of(
    st.tuples(st.just("ask"), people),
    st.tuples(st.just("put"), numbers, people, st.booleans()),
    st.tuples(st.just("remove"), numbers, st.booleans()),
    st.tuples(st.sampled_from(["compact", "compact elsewhere", "undo", "refresh", "reopen"])),
)


def found(network: Network, contact_id: str) -> list[str]:
    followups = [followup.id for followup in network.followups(contact_id)]
    return followups + [interaction.id for interaction in network.interactions(contact_id)]


def looked_for(network: Network, contact_id: str) -> list[str]:
    followups = [followup.id for followup in network.followups() if followup.contact_id == contact_id]
    return followups + [each.id for each in network.interactions() if contact_id in each.contact_ids]


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, max_size=25))
def test_the_index_says_what_the_table_says(what: list[tuple[object, ...]]) -> None:
    place = tempfile.mkdtemp()
    try:
        follow(network_at(f"{place}/network"), what)
    finally:
        shutil.rmtree(place)


def follow(network: Network, what: list[tuple[object, ...]]) -> None:
    """Do one thing after the other, here or in another process."""
    other = network_at(network.folder)
    for name, *more in what:
        if name == "ask":
            assert found(network, str(more[0])) == looked_for(network, str(more[0]))
        elif name == "put":
            storage = (other if more[2] else network).storage
            put(storage, "followups", str(more[0]), contact_id=str(more[1]), due_on="2026-12-01", status="open")
            both = sorted({str(more[0]), str(more[1])})
            put(storage, "interactions", str(more[0]), on="2026-11-01", contact_ids=both, kind="call", note='"1","2"')
        elif name == "remove":
            for table in ("followups", "interactions"):
                remove((other if more[1] else network).storage, table, str(more[0]))
        elif name == "undo":
            try:
                network.undo()
            except CannotUndoError:
                continue
        elif name == "refresh":
            network.refresh()
        elif name == "reopen":
            network = network_at(network.folder)
        else:
            (network if name == "compact" else other).close()
    network.refresh()
    for contact_id in ("1", "2", "3", "1"):
        assert found(network, contact_id) == looked_for(network, contact_id)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_somebody_without_follow_ups_has_none(folder: str, times: int) -> None:
    network = network_at(folder)
    for _ in range(times):
        assert found(network, "9") == []
