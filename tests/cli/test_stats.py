"""Who lasts, and how it has been going, from a shell."""

from __future__ import annotations

import json

from netkeeper.store.network import Network
from tests.cli.conftest import Run


def test_it_counts_who_lasts_and_says_what_mends_the_rest(nk: Run, demo: Network) -> None:
    ran = nk("stats")
    lines = ran.out.splitlines()
    assert ran.err == ""
    assert lines[0].split(" · ")[0].endswith("days to graduation")
    assert " of 40 last" in lines[0]
    assert any("nothing planned after graduation" in line and "netkeeper followup WHO" in line for line in lines)
    assert [line for line in lines if line.isupper()] == ["CONTACTS", "WARMTH", "STEPS", "FEELING", "FIELDS"]


def test_those_who_last_and_those_who_fade_are_found_and_counted_alike(nk: Run, demo: Network) -> None:
    counted = json.loads(nk("stats", "--json").out)
    lasting = json.loads(nk("list", "is:lasting", "--json").out)
    fading = json.loads(nk("list", "is:fading", "--json").out)
    assert counted["lasting"] == len(lasting) > 0
    assert counted["people"] == len(lasting) + len(fading)
    assert not {each["id"] for each in lasting} & {each["id"] for each in fading}


def test_what_mends_it_moves_the_number(nk: Run) -> None:
    nk("add", "Anna", "phone:040")
    nk("log", "anna", "tea", "when:1.9.2026")
    assert json.loads(nk("stats", "--json").out)["at_risk"] == {"cold": 1, "unplanned": 1}
    nk("log", "anna", "coffee", "next:9m")
    after = json.loads(nk("stats", "--json").out)
    assert (after["at_risk"], after["lasting"], after["lasting_month_ago"]) == ({}, 1, None)
    assert nk("stats").out.startswith("1 of 1 lasts\n")
    assert after["weeks"][-1]["contacts"] == 1
    assert sum(week["contacts"] for week in after["weeks"]) == 2
    assert len(after["weeks"]) == 26


def test_a_network_that_begins_has_nothing_to_look_back_on(nk: Run, anna: None) -> None:
    ran = nk("stats")
    assert "Nothing was logged this week" in ran.out
    assert "FEELING" not in ran.out
    assert json.loads(nk("stats", "--json").out)["weeks"][-1]["feeling"] is None


def test_nobody_at_all(nk: Run) -> None:
    ran = nk("stats")
    assert (ran.status, ran.out) == (0, "")
    assert "netkeeper add" in ran.err
    assert json.loads(nk("stats", "--json").out)["people"] == 0
