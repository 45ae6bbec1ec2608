"""What people have in common follows every change, and is read of everybody only once."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.actions.people.bulk import archive
from netkeeper.actions.people.in_common import InCommon
from netkeeper.actions.people.people import edit
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text
from netkeeper.store.network import Network
from tests.actions.helpers import add, log

TODAY = date(2026, 11, 23)
FEW = 8
"""As many may share something."""


@pytest.fixture
def network(folder: str) -> Network:
    network = Network(folder)
    for number in range(FEW):
        somebody(network, f"Person {number}", "field:food/cold-chain met:Häät")
    return network


def somebody(network: Network, name: str, words: str) -> str:
    return add(network, name, words).id


def names(network: Network, in_common: InCommon, contact_id: str) -> list[str]:
    return [each.name for each in in_common.neighbours(network.contact(contact_id), set())]


@pytest.mark.parametrize("opened_again", [False, True])
def test_one_more_makes_it_many_and_one_fewer_few(network: Network, opened_again: bool) -> None:
    network = Network(network.folder) if opened_again else network
    in_common = InCommon(network)
    assert in_common.common_among(["food", "food/cold-chain", "design"]) == set()
    assert not in_common.met_with_many("Häät")
    last = somebody(network, "One more", "field:food,foodie met:Häät")
    assert in_common.common_among(["food", "food/cold-chain", "foodie"]) == {"food"}
    assert in_common.met_with_many("Häät")
    network.undo()
    assert in_common.common_among(["food"]) == set()
    assert not in_common.met_with_many("Häät")
    assert not network.has_contact(last)


def test_the_archived_share_no_field(network: Network) -> None:
    in_common = InCommon(network)
    last = somebody(network, "One more", "field:food met:Häät")
    assert in_common.common_among(["food"]) == {"food"}
    archive(network, [last])
    assert in_common.common_among(["food"]) == set()
    assert in_common.met_with_many("Häät")


def test_neighbours_are_those_one_was_in_touch_with_the_newest_first(network: Network) -> None:
    in_common = InCommon(network)
    anna = somebody(network, "Anna", "field:design,games")
    bo, cai = somebody(network, "Bo", "field:design"), somebody(network, "Cai", "field:games")
    assert names(network, in_common, anna) == []
    log(network, [bo])
    log(network, [cai], "when:2026-11-02")
    assert names(network, in_common, anna) == ["Bo", "Cai"]
    edit(network, bo, contact_changes(split_text("-field:design"), TODAY), TODAY)
    assert names(network, in_common, anna) == ["Cai"]


def test_what_another_process_changes_counts_too(network: Network) -> None:
    in_common = InCommon(network)
    assert in_common.common_among(["food"]) == set()
    elsewhere = Network(network.folder)
    somebody(elsewhere, "One more", "field:food")
    network.refresh()
    assert in_common.common_among(["food"]) == {"food"}
    somebody(elsewhere, "Another", "field:food")
    elsewhere.close()
    network.undo(elsewhere.storage.seq)
    assert in_common.common_among(["food"]) == {"food"}


def test_everybody_is_read_once(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    in_common = InCommon(network)
    assert in_common.common_among(["food"]) == set()
    monkeypatch.setattr(Network, "contact_summaries", None)
    somebody(network, "One more", "field:food")
    assert in_common.common_among(["food"]) == {"food"}
