"""The records of netkeeper's own files that an import adds: interactions, follow-ups and other tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from netkeeper.actions.importing.new_interactions import new_interactions
from netkeeper.actions.importing.plan import Item
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.same_promise import PromiseKey, promise_key, says_the_same
from netkeeper.domain.records import Fields
from netkeeper.domain.records.tables import Table
from netkeeper.interchange.content import Incoming
from netkeeper.store.network import Network


def new_records(network: Network, incoming: Sequence[Incoming], table: Table, ids: Mapping[str, str]) -> Sequence[Any]:
    """The records of a table that aren't in the network, with the ids that their contacts have in it.

    Args:
        ids: The result of :func:`ids_here`; a record that names none of them is left out.
    """
    if table.name == "followups":
        return new_followups(network, incoming, ids)
    if table.name == "interactions":
        return new_interactions(network, incoming, ids)
    coming = {record.id: record for file in incoming for record in file.records.get(table.name, ())}
    here = network.table(table.name) if coming else {}
    news = []
    for number, record in coming.items():
        document = table.with_people(table.document(record), ids.get)
        if number not in here and any(table.references_in(document)):
            news.append(table.read(number, document))
    return news


def ids_here(items: Iterable[Item]) -> dict[str, str]:
    """The ids of contacts in the network, by their ids in the files; without contacts that are left out.

    Empty for somebody of whom it is unclear who it is: a record that names them as well stays out whole, or it would come
    in twice once it is clear.
    """
    return {
        item.read.contact.id: "" if item.is_left_out else item.contact.id
        for item in items
        if item.read.contact.id and (item.is_unclear or not item.is_left_out)
    }


def new_followups(network: Network, incoming: Sequence[Incoming], ids: Mapping[str, str]) -> list[FollowUp]:
    """The follow-ups that an import adds or changes, with the ids that their contacts have in the network.

    An open one is left out where the network or an earlier file has an open one of the same text, contact and day.
    Equal ones within one file were two in the network it comes from, and stay two.

    Args:
        ids: The result of :func:`ids_here`.
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
            is_again = item.id in news  # The last file that has it counts.
            if is_again or not item.is_open or not _says_nothing_new(brought, there.get(promise_key(brought), ())):
                of_file[item.id] = brought
        for brought in of_file.values():
            if brought.is_open:
                there.setdefault(promise_key(brought), []).append(brought)
        news |= of_file
    return list(news.values())


def _says_nothing_new(followup: FollowUp, there: Sequence[FollowUp]) -> bool:
    """Whether one of the follow-ups equals it; one that recurs doesn't equal one that doesn't."""
    return any(says_the_same(each, followup) and (each.rrule or not followup.rrule) for each in there)


def _is_news(followup: FollowUp, known: Fields | None) -> bool:
    """Whether a follow-up is new to the network, or open in it and closed in the file."""
    return known is None or (known["status"] == "open" and not followup.is_open)
