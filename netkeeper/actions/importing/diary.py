"""The diary of reviews in netkeeper's own files."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.importing.plan import Plan
from netkeeper.domain.records.tables import TABLES
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.interchange.content import Incoming
from netkeeper.store.network import Network


def new_diary_days(network: Network, plan: Plan, incoming: Sequence[Incoming]) -> list[DiaryDay]:
    """The diary days that aren't in the network, with the ids that the contacts have in it.

    Args:
        plan: The plan, in which new contacts have their ids.
    """
    ids = {item.read.contact.id: item.contact.id for item in plan.items}
    known = {day.on for day in network.diary()}
    days = [day for file in incoming for day in file.diary if day.on not in known and day.pace is not None]
    table = TABLES["diary"]
    return [table.read(day.id, table.with_people(table.document(day), ids.get)) for day in days]
