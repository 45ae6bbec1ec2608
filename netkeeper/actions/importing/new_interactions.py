"""The interactions of imported files that aren't in the network yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.interchange.content import Incoming
from netkeeper.store.network import Network

_Content = tuple[date, frozenset[str], Kind, str]


def new_interactions(network: Network, incoming: Sequence[Incoming], ids: Mapping[str, str]) -> list[Interaction]:
    """The interactions that an import adds, with the ids that their contacts have in the network.

    netkeeper's JSON has them by their ids. Those of a table are compared by day, people, kind and note, so that neither the
    same table twice nor one of what is known adds anything; equal rows of one table are as many interactions.

    Args:
        ids: The ids of contacts in the network by their ids in the files; empty for whoever it is unclear of.
    """
    coming = [(file.format == "csv", each) for file in incoming for each in file.interactions]
    if not coming:
        return []
    here = network.table("interactions")
    known = Counter(map(_content, network.interactions())) if any(is_table for is_table, _ in coming) else Counter()
    news: dict[str, Interaction] = {}
    for is_table, each in coming:
        brought = replace(each, contact_ids=tuple(ids[person] for person in each.contact_ids if person in ids))
        if not brought.contact_ids or "" in brought.contact_ids:
            continue
        if not is_table:
            if each.id not in here:
                news[each.id] = brought
        elif known[_content(brought)] > 0:
            known[_content(brought)] -= 1
        else:
            news[_free(each.id, here, news)] = brought
    return [replace(each, id=number) for number, each in news.items()]


def _content(interaction: Interaction) -> _Content:
    """What tells an interaction from others."""
    return interaction.on, frozenset(interaction.contact_ids), interaction.kind, " ".join(interaction.note.split())


def _free(number: str, *taken: Mapping[str, object]) -> str:
    """The number, or the next that is free: a later table may have other rows in the same place."""
    while any(number in each for each in taken):
        number = str(int(number) + 1) if number.strip("9") else str(10 ** (len(number) - 1))
    return number
