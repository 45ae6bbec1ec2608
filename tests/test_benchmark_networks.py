from __future__ import annotations

import json
from collections import Counter

import pytest

from benchmarks.networks import TODAY, made_up, ordinary
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.records import contact_document, followup_document, interaction_document
from tests.consistency import assert_consistent


def test_the_ordinary_network_has_its_size_and_holds_together() -> None:
    network = ordinary()

    assert (len(network.contacts), len(network.interactions), len(network.followups)) == (300, 3_000, 300)
    assert_consistent(network, TODAY)


def test_a_network_is_the_same_in_every_run() -> None:
    assert made_up(20, 100, 20) == made_up(20, 100, 20)
    assert made_up(20, 100, 20) != made_up(20, 100, 20, seed=1)


@pytest.mark.parametrize("contacts", [1, 2, 21])
def test_small_networks_hold_together(contacts: int) -> None:
    assert_consistent(made_up(contacts, 50, 10), TODAY)


def test_texts_are_as_long_as_the_marks_suppose() -> None:
    """The marks of the large size stand for 21 MB of JSON; the ordinary one is a thirty-third of it."""
    network = ordinary()
    documents = [contact_document(contact) for contact in network.contacts]
    documents += [interaction_document(interaction) for interaction in network.interactions]
    documents += [followup_document(followup) for followup in network.followups]

    size = sum(len(json.dumps({"123456789012345": each}, separators=(",", ":")).encode()) for each in documents)

    assert 0.9 < size * 10_000 / 300 / 21e6 < 1.1


def test_there_is_something_of_everything() -> None:
    network = ordinary()
    steps = Counter(contact.step for contact in network.contacts)
    late = [followup for followup in network.followups if followup.is_open and followup.due_on <= TODAY]

    assert steps[Step.POTENTIAL] > steps[Step.CUSTOMER] > steps[Step.REGULAR] > 0
    assert 1 <= len(late) <= 10
    assert any(contact.last_on is None for contact in network.contacts)
    assert any(contact.archived for contact in network.contacts)
    assert len({contact.name for contact in network.contacts}) > 285
