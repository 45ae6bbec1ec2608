"""Leaving: who would be lost, and what mends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.leaving.who_is_lost import plan_after, who_would_be_lost
from netkeeper.actions.people.merging import keep_apart, merge
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.retention.risks import Risk
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log

GRADUATION = date(2027, 6, 2)


@pytest.fixture
def network(folder: str) -> Network:
    network = Network(folder)
    with network.transaction("Set up") as draft:
        draft.put_member(replace(network.member, graduates_on=GRADUATION, shared_domains=("academy.example",)))
    return network


def lost(network: Network) -> dict[str, list[str]]:
    return {
        str(risk): [each.contact.name for each in people] for risk, people in who_would_be_lost(network, TODAY).items()
    }


def test_everybody_at_risk_is_named_under_what_puts_them_there(network: Network) -> None:
    well = add(network, "Well Kept", "email:well@home.example")
    log(network, [well.id], "coffee when:2026-11-01 next:2027-07-01")
    unreachable = add(network, "No Way")
    log(network, [unreachable.id], "coffee when:2026-11-01 next:2027-07-01")
    team = add(network, "Team Customer", "email:t@academy.example whose:team")
    log(network, [team.id], "coffee when:2026-11-01")
    add(network, "Never Met", "phone:+358405550101")
    add(network, "Never Mett", "phone:+358405550101")
    found = lost(network)
    assert "Well Kept" not in {name for names in found.values() for name in names}
    assert found["unreachable"] == ["No Way"]
    assert found["shared address"] == found["of the team"] == ["Team Customer"]
    assert found["met once"] == ["Never Met", "Never Mett"]
    assert found["look-alike"] == ["Never Met"] or found["look-alike"] == ["Never Mett"]
    assert found["unplanned"] == ["Never Met", "Never Mett"]


def test_what_mends_it_takes_them_off_the_list(network: Network) -> None:
    one, other = (add(network, name, "phone:+358405550101 every:none") for name in ("Anna V", "Anna Virtanen"))
    log(network, [one.id, other.id], "coffee when:2026-11-01")
    assert set(lost(network)) == {"look-alike", "unplanned"}
    keep_apart(network, one.id, other.id)
    assert set(lost(network)) == {"unplanned"}
    network.undo()
    merge(network, other.id, one.id)
    assert set(lost(network)) == {"unplanned"}
    plan_after(network, [other.id], TODAY)
    assert lost(network) == {}


def test_plans_come_after_graduation_spread_over_the_cadence_and_are_one_change(network: Network) -> None:
    ids = [add(network, f"Person {letter}", "every:4w").id for letter in "ABCD"]
    planned = plan_after(network, [*ids, "999"], TODAY)
    assert [each.contact_id for each in planned] == ids
    days = [(each.due_on - GRADUATION).days for each in planned]
    assert days == [14, 21, 28, 35]
    assert Risk.UNPLANNED not in who_would_be_lost(network, TODAY)
    network.undo()
    assert network.followups() == []


def test_nothing_is_planned_for_after_a_graduation_that_nobody_knows(folder: str) -> None:
    network = Network(folder)
    anna = add(network, "Anna V")
    with pytest.raises(InvalidValueError, match="say first when you graduate"):
        plan_after(network, [anna.id], TODAY)
    assert network.followups() == []


def test_planning_for_nobody_is_refused(network: Network) -> None:
    seq = network.storage.seq
    with pytest.raises(InvalidValueError, match="Nobody of them"):
        plan_after(network, ["999"], TODAY)
    assert network.storage.seq == seq


def test_the_archive_is_let_go(network: Network) -> None:
    gone = add(network, "Put Away")
    with network.transaction("Archived") as draft:
        draft.put_contact(replace(gone, archived=True))
    assert lost(network) == {}
