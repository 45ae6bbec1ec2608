"""Keeping the public holidays of the member's country."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.network.holidays import holidays_of, keep_holidays, refresh_holidays, wants_holidays
from netkeeper.actions.network.member import change_member, welcome
from netkeeper.domain.errors import CannotUndoError
from netkeeper.domain.member.days_off import NO_HOLIDAYS, DaysOff, Holidays
from netkeeper.domain.member.member import Member
from netkeeper.store.network import Network

TODAY = date(2026, 11, 23)
INDEPENDENCE = date(2026, 12, 6)
FINNISH = Holidays("FI", (2026, 2027, 2028), {"2026-12-06": "Independence Day", "2027-01-01": "New Year's Day"})


@pytest.fixture
def network(tmp_path: object) -> Network:
    made = Network(str(tmp_path))
    welcome(made, made.member, made.member)
    return made


def test_three_years_of_a_country_are_known_in_english() -> None:
    found = holidays_of("FI", TODAY)
    assert found.is_kept("FI", TODAY)
    assert found.names["2026-12-06"] == "Independence Day"
    assert found.names["2027-06-26"] == "Midsummer Day"
    assert max(found.names) == "2028-12-26"


def test_a_country_of_which_none_are_known_has_none_and_is_not_asked_about_again() -> None:
    assert holidays_of("AC", TODAY) == Holidays("AC", (2026, 2027, 2028), {})
    assert holidays_of("AC", TODAY).is_kept("AC", TODAY)


def test_what_is_kept_makes_days_off_and_says_their_names(network: Network) -> None:
    keep_holidays(network, FINNISH)
    again = Network(network.folder).member
    assert again.days_off.is_day_off(INDEPENDENCE)
    assert again.days_off.holiday(INDEPENDENCE) == "Independence Day"
    assert again.days_off.next_working(date(2027, 1, 1)) == date(2027, 1, 2)


def test_it_is_quiet_nobody_did_it_and_nothing_takes_it_back(network: Network) -> None:
    before = [each.what for each in network.past()]
    keep_holidays(network, FINNISH)
    assert [each.what for each in network.past()] == before
    network.undo()
    assert network.holidays == FINNISH
    with pytest.raises(CannotUndoError):
        network.undo()


def test_the_member_may_work_on_them(network: Network) -> None:
    keep_holidays(network, FINNISH)
    member = network.member
    changed = change_member(network, member, replace(member, days_off=member.days_off._replace(works_on_holidays=True)))
    assert not changed.days_off.is_day_off(INDEPENDENCE)
    assert not Network(network.folder).member.days_off.is_day_off(INDEPENDENCE)
    assert next(iter(network.past())).what == "Changed your days off"


def test_holidays_of_another_country_count_for_nothing(network: Network) -> None:
    keep_holidays(network, FINNISH)
    member = network.member
    change_member(network, member, replace(member, region="SE"))
    assert network.member.days_off.holidays == NO_HOLIDAYS
    assert wants_holidays(network, TODAY)


def test_they_are_worked_out_anew_for_a_new_year_and_a_new_country_only(network: Network) -> None:
    assert refresh_holidays(network, TODAY)
    assert network.member.days_off.is_day_off(INDEPENDENCE)
    assert not refresh_holidays(network, TODAY)
    assert refresh_holidays(network, date(2027, 1, 1))
    assert network.holidays.years == (2027, 2028, 2029)
    member = network.member
    change_member(network, member, replace(member, region="SE"))
    assert refresh_holidays(network, date(2027, 1, 1))
    assert network.holidays.country == "SE"


def test_a_network_that_nobody_began_is_left_alone(tmp_path: object) -> None:
    network = Network(str(tmp_path))
    assert not refresh_holidays(network, TODAY)
    assert network.member == Member()


def test_a_form_that_was_open_meanwhile_saves_all_the_same(network: Network) -> None:
    base = network.member
    keep_holidays(network, FINNISH)
    edited = replace(base, days_off=DaysOff.of((5, 6)))
    assert change_member(network, base, edited).days_off == DaysOff.of((5, 6), holidays=FINNISH)


def test_no_everyday_command_loads_the_calendars(network: Network) -> None:
    keep_holidays(network, FINNISH)
    sys.modules.pop("holidays", None)
    assert Network(network.folder).member.days_off.is_day_off(INDEPENDENCE)
    assert "holidays" not in sys.modules
