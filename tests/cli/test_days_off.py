"""A day off in the shell: what was promised, and a kind word."""

from __future__ import annotations

import json

import pytest

from netkeeper.actions.network.holidays import keep_holidays
from netkeeper.actions.network.member import change_member
from netkeeper.domain.member.days_off import DaysOff, Holidays
from netkeeper.domain.member.member import Member
from netkeeper.store.network import Network
from tests.cli.conftest import Run


@pytest.fixture
def mondays_off(demo: Network) -> Network:
    """The demo's network, whose member is off on Mondays: today."""
    change_member(demo, demo.member, Member(days_off=DaysOff.of([0])))
    return demo


def test_promises_are_shown_and_the_rest_waits(nk: Run, mondays_off: Network) -> None:
    lines = nk("due").out.splitlines()
    assert [line for line in lines if line.isupper()] == ["PROMISED", "OCCASIONS"]
    assert lines[-1].startswith("a day off · ")
    assert lines[-1].endswith("more can wait")
    review = json.loads(nk("due", "--json").out)
    assert (review["day_off"], review["keep_in_touch"], review["stretch"]) == (True, [], [])
    assert review["waiting"] > 5
    assert json.loads(nk("due", "--on", "tomorrow", "--json").out)["day_off"] is False


def test_a_day_off_without_a_promise_is_wished_well(nk: Run, anna: None, folder: str) -> None:
    change_member(Network(folder), Member(), Member(days_off=DaysOff.of([0])))
    assert nk("due").out.startswith("A day off, and nothing is promised. Enjoy it.\n")
    assert "A day off, and nothing is promised.\n" in nk("due", "--on", "next mon").out
    assert nk("due", "--brief").out == ""


def test_a_public_holiday_is_called_by_its_name(nk: Run, anna: None, folder: str) -> None:
    network = Network(folder)
    keep_holidays(network, Holidays("FI", (2026, 2027, 2028), {"2026-11-23": "Lumen\x1bpäivä"}))
    assert nk("due").out.startswith("A day off (Lumen␛päivä), and nothing is promised. Enjoy it.\n")
    assert json.loads(nk("due", "--json").out)["holiday"] == "Lumen\x1bpäivä"
    nk("followup", "anna", "today", "send the offer")
    assert nk("due").out.splitlines()[-1].startswith("a day off (Lumen␛päivä)")
    assert json.loads(nk("due", "--json", "--on", "tomorrow").out)["holiday"] is None
