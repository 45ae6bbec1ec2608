from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import WordError
from netkeeper.domain.followup import check_rrule, every_days, every_months
from netkeeper.domain.recurrence import parse_recurrence


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("2w", every_days(14)),
        ("10d", every_days(10)),
        ("10", every_days(10)),
        ("weekly", every_days(7)),
        ("1m", every_months(1)),
        ("monthly", every_months(1)),
        ("month", every_months(1)),
        ("every 3 months", every_months(3)),
        ("two months", every_months(2)),
        ("quarterly", every_months(3)),
        ("1y", every_months(12)),
        ("a year", every_months(12)),
        ("joka kuukausi", every_months(1)),
        ("none", ""),
    ],
)
def test_months_and_years_go_by_the_calendar_the_rest_by_days(typed: str, rule: str) -> None:
    assert parse_recurrence(typed) == rule


@pytest.mark.parametrize(
    "typed", ["", "often", "m", "0m", "121m", "999999m", "11y", "default", "0d", "-1m", "²m", "1.5m"]
)
def test_what_can_not_be_read_is_refused(typed: str) -> None:
    with pytest.raises(WordError):
        parse_recurrence(typed)


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{0,3} ?(d|w|m|y|months|kk)", fullmatch=True))
def test_whatever_is_read_is_a_rule(typed: str) -> None:
    try:
        rule = parse_recurrence(typed)
    except WordError:
        return
    if rule:
        check_rrule(rule)
