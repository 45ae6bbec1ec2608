"""A month of reviews with an import of two hundred people on the first day."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.interactions.log import log
from netkeeper.actions.review import sorting
from netkeeper.actions.review.diary import open_review
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.review.placing import AWAY, NO_REMINDERS, Placing
from netkeeper.store.network import Network

FIRST = date(2026, 11, 23)
PEOPLE = 200


@pytest.fixture
def network(tmp_path: Path) -> Network:
    """Two hundred people of a phone, brought in on the first day; the clock turns with the days."""
    network = Network(str(tmp_path / "network"), clock=lambda: datetime(2026, 11, 23, 9, tzinfo=UTC))
    cards = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person {number:03}\r\nEMAIL:p{number}@x.example\r\nEND:VCARD\r\n"
        for number in range(PEOPLE)
    )
    path = tmp_path / "phone.vcf"
    path.write_text(cards)
    assert import_contacts(network, [read_file(str(path))], FIRST).waiting == PEOPLE
    return network


@pytest.mark.parametrize("seed", [1, 2])
def test_half_are_sorted_in_a_week_and_the_rest_never(network: Network, seed: int) -> None:
    random = Random(seed)
    asked: dict[str, list[date]] = defaultdict(list)
    to_sort: dict[str, list[date]] = defaultdict(list)
    dealt_on: dict[str, date] = {}
    placings = (Placing(30), Placing(90), Placing(180), Placing(365), NO_REMINDERS, AWAY)
    for number in range(60):
        today = FIRST + timedelta(days=number)
        plan = open_review(network, today)
        waits = {standing.id for standing in network.contact_summaries() if standing.unsorted}
        selected = [each.contact_id for each in (*plan.keep_in_touch, *plan.stretch)]
        assert not waits.intersection(selected), "nobody is asked about who waits to be sorted"
        assert len(selected) + len(plan.occasions) + len(plan.sort) <= network.member.pace_ceiling
        assert 3 <= len(plan.sort) <= 5
        assert {each.contact_id for each in plan.sort} <= waits
        for contact_id in selected:
            assert today - dealt_on.get(contact_id, date.min) > timedelta(days=7)
            asked[contact_id].append(today)
        for each in plan.sort:
            assert all(today - day > timedelta(days=7) for day in to_sort[each.contact_id])
            to_sort[each.contact_id].append(today)
        for contact_id in selected:
            if random.random() < 0.5:
                log(network, [contact_id], log_words([], today), today)
                dealt_on[contact_id] = today
        if number < 7:
            some = sorting.waiting_ids(network)[: PEOPLE // 14]
            for contact_id in some:
                sorting.place(network, [contact_id], random.choice(placings), today)
        assert open_review(network, today).sort == tuple(
            each for each in plan.sort if waiting(network, each.contact_id)
        )
    rest = {standing.id for standing in network.contact_summaries() if standing.unsorted}
    assert rest <= to_sort.keys(), "all have been offered in the end"
    due = [each for each in network.contacts() if not each.archived and each.cadence == 30]
    assert due and all(each.id in asked for each in due), "nobody who was placed is forgotten"


def waiting(network: Network, contact_id: str) -> bool:
    return network.contact(contact_id).unsorted
