"""Days as they are typed to the commands: hours, spans that meet a day off, several days where one is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.network.holidays import keep_holidays
from netkeeper.actions.network.member import change_member
from netkeeper.domain.member.days_off import DaysOff, Holidays
from netkeeper.store.network import Network
from tests.cli.conftest import Run


@pytest.fixture
def weekends(anna: None, folder: str) -> None:
    network = Network(folder)
    keep_holidays(network, Holidays("FI", (2026, 2027, 2028), {"2026-12-07": "A Holiday"}))
    member = network.member
    change_member(network, member, replace(member, days_off=DaysOff.of((5, 6))))


def test_an_hour_is_kept_in_the_words_of_the_promise(nk: Run, anna: None, folder: str) -> None:
    ran = nk("followup", "anna", "coffee", "due:fri 14:00")

    assert "Next: Fri 27 Nov, coffee (14:00)." in ran.out
    assert [each.what for each in Network(folder).followups()] == ["coffee (14:00)"]
    assert "to Mon 30 Nov: coffee (9:30)." in nk("snooze", "anna", "mon", "klo", "9.30").out


def test_where_nothing_can_keep_an_hour_it_is_said(nk: Run, anna: None) -> None:
    assert "The hour (14:00) isn't kept" in nk("snooze", "pekka", "fri 14:00").out


def test_a_span_moves_to_a_working_day_and_says_so(nk: Run, weekends: None, folder: str) -> None:
    ran = nk("followup", "anna", "send it", "due:12d")

    assert "Next: Tue 8 Dec, send it. Sat 5 Dec is a day off: Tue 8 Dec." in ran.out
    assert Network(folder).followups()[0].due_on == date(2026, 12, 8)
    ran = nk("snooze", "pekka", "2w")
    assert ran.out.startswith("Snoozed Pekka Salo to Tue 8 Dec. Mon 7 Dec is a day off: Tue 8 Dec.")


def test_a_day_that_was_named_stays_on_its_day_off(nk: Run, weekends: None, folder: str) -> None:
    ran = nk("followup", "anna", "send it", "due:5.12.")

    assert "Next: Sat 5 Dec, send it." in ran.out
    assert "day off" not in ran.out
    assert nk("snooze", "pekka", "sat").out.startswith("Snoozed Pekka Salo to Sat 28 Nov.")


def test_several_days_are_refused_with_one_of_them_shown(nk: Run, anna: None, folder: str) -> None:
    ran = nk("followup", "anna", "x", "due:30.11.-2.12.")

    assert ran.status == 1
    assert "these are 3 days. Give one of them, such as 30.11.2026." in ran.err
    assert not Network(folder).followups()


@pytest.mark.parametrize("day", ["january", "in january", "tammikuussa", "jan 2027"])
def test_a_month_is_its_first_day_and_said(nk: Run, anna: None, day: str) -> None:
    assert "Next: Fri 1 Jan, x." in nk("followup", "anna", "x", f"due:{day}").out
