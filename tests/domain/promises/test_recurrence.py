"""How often a promise comes again: as it is typed, as it is told, and the same rule after both."""

from __future__ import annotations

from datetime import date, datetime

import dateutil.rrule
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import InvalidValueError, WordError
from netkeeper.domain.promises.follow_up import (
    FollowUp,
    check_rrule,
    every_days,
    every_months,
    next_occurrence,
    rule_days,
)
from netkeeper.domain.promises.recurrence import has_own_days, parse_recurrence
from netkeeper.domain.promises.recurrence_words import describe_recurrence, typed_recurrence

MONDAY = date(2026, 11, 23)
LAST_DAYS = "BYMONTHDAY=28,29,30,31;BYSETPOS=-1"


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("2w", every_days(14)),
        ("10d", every_days(10)),
        ("10", every_days(10)),
        ("every 10 days", every_days(10)),
        ("weekly", every_days(7)),
        ("every other week", every_days(14)),
        ("joka toinen viikko", every_days(14)),
        ("1m", every_months(1)),
        ("monthly", every_months(1)),
        ("month", every_months(1)),
        ("every 3 months", every_months(3)),
        ("every third month", every_months(3)),
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
    ("typed", "rule"),
    [
        ("mon", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"),
        ("mondays", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"),
        ("weekly on Mondays", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"),
        ("on mon", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"),
        ("maanantaisin", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"),
        ("every thu and mon", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH"),
        ("mon, thu", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH"),
        ("every 2 weeks on fri", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every other fri", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("2w on tue", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("weekdays", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR"),
        ("arkisin", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR"),
        ("monthly on the 15th", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=15"),
        ("every 15th", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=15"),
        ("every 1st of the month", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=1"),
        ("monthly on the 31st", f"FREQ=MONTHLY;INTERVAL=1;{LAST_DAYS}"),
        ("every 3 months on 31.", f"FREQ=MONTHLY;INTERVAL=3;{LAST_DAYS}"),
        ("monthly on the last day", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"),
        ("last day of the month", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"),
        ("every month on the first mon", "FREQ=MONTHLY;INTERVAL=1;BYDAY=1MO"),
        ("every last friday", "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR"),
        ("yearly on 24 dec", "FREQ=YEARLY;INTERVAL=1;BYMONTH=12;BYMONTHDAY=24"),
        ("every 2 years on 24.12.", "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=24"),
        ("yearly on 29.2.", "FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"),
        ("freq=weekly;byday=mo;count=4", "FREQ=WEEKLY;BYDAY=MO;COUNT=4"),
        ("RRULE:FREQ=DAILY", "FREQ=DAILY"),
    ],
)
def test_days_of_the_week_the_month_and_the_year_are_read(typed: str, rule: str) -> None:
    assert parse_recurrence(typed) == rule
    check_rrule(rule)
    assert rule.count("BY") == 0 or has_own_days(rule)


@pytest.mark.parametrize(
    ("rule", "after", "days"),
    [
        ("monthly on the 31st", date(2026, 12, 31), [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)]),
        ("yearly on 29.2.", MONDAY, [date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]),
        ("every 2 weeks on mon and thu", MONDAY, [date(2026, 11, 26), date(2026, 12, 7), date(2026, 12, 10)]),
        ("every month on the last fri", MONDAY, [date(2026, 11, 27), date(2026, 12, 25), date(2027, 1, 29)]),
    ],
)
def test_what_was_typed_falls_on_the_days_one_expects(rule: str, after: date, days: list[date]) -> None:
    assert rule_days(parse_recurrence(rule), MONDAY, after, 3) == days


def test_a_yearly_rule_from_29_february_comes_every_year() -> None:
    assert rule_days("FREQ=YEARLY", date(2024, 2, 29), date(2024, 2, 29), 4) == [
        date(2025, 2, 28),
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2028, 2, 29),
    ]


@pytest.mark.parametrize(
    "typed",
    (
        *("", "often", "m", "0m", "121m", "999999m", "11y", "default", "0d", "-1m", "²m", "1.5m", "second"),
        *("monthly on mon", "weekly on the 3rd", "monthly on the 32nd", "yearly on 30.2.", "yearly on mon"),
        *("FREQ=NEVER", "a=b"),
    ),
)
def test_what_can_not_be_read_is_refused(typed: str) -> None:
    with pytest.raises(WordError):
        parse_recurrence(typed)


def test_what_may_mean_two_things_is_asked_about() -> None:
    with pytest.raises(WordError, match="may mean every 2 weeks on Mon, or every month on the second Mon; write one"):
        parse_recurrence("every second monday")
    assert parse_recurrence("every 2 weeks on Mon") != parse_recurrence("every month on the second Mon")


@given(st.text(max_size=30) | st.from_regex(r"[0-9]{0,3} ?(d|w|m|y|months|kk)", fullmatch=True))
def test_whatever_is_read_is_a_rule(typed: str) -> None:
    try:
        rule = parse_recurrence(typed)
    except WordError:
        return
    if rule:
        check_rrule(rule)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("", ""),
        (every_days(1), "every day"),
        (every_days(14), "every 2 weeks"),
        (every_days(10), "every 10 days"),
        (every_months(1), "every month"),
        (every_months(12), "every year"),
        (every_months(24), "every 2 years"),
        ("FREQ=WEEKLY", "every week"),
        ("FREQ=WEEKLY;BYDAY=TH,MO", "every Mon and Thu"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;WKST=MO", "every 2 weeks on Mon, Wed and Fri"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=MONTHLY;BYMONTHDAY=22", "every month on the 22nd"),
        (f"FREQ=MONTHLY;{LAST_DAYS}", "every month on the 31st"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Fri"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "every year on 24 Dec"),
        ("FREQ=DAILY;COUNT=3", "every day, 3 times in all"),
        ("FREQ=DAILY;UNTIL=20260203T120000Z", "every day, until 3 Feb 2026"),
        # Where there is no 31st, such a rule doesn't come: words that say so are not to be had.
        ("FREQ=MONTHLY;BYMONTHDAY=31", "by the rule FREQ=MONTHLY;BYMONTHDAY=31"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU", "by the rule FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU"),
        ("FREQ=YEARLY;BYWEEKNO=20", "by the rule FREQ=YEARLY;BYWEEKNO=20"),
        ("no rule", "by the rule no rule"),
    ],
)
def test_a_rule_is_told_in_words_where_words_say_it(rule: str, told: str) -> None:
    assert describe_recurrence(rule) == told


@pytest.mark.parametrize(
    ("rule", "typed"),
    [
        (every_days(14), "every 2 weeks"),
        ("FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3"),
        ("FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYWEEKNO=20"),
        (every_days(9000), every_days(9000)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        ("", ""),
    ],
)
def test_a_rule_is_offered_back_as_one_would_type_it(rule: str, typed: str) -> None:
    assert typed_recurrence(rule) == typed


def rules() -> st.SearchStrategy[str]:
    """Rules of one's own and of calendars: what goes with each other, and what doesn't."""
    numbers = st.lists(st.integers(-31, 31).filter(bool).map(str), min_size=1, max_size=4).map(",".join)
    days = st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
    part = st.one_of(
        st.integers(1, 130).map(lambda count: f"INTERVAL={count}"),
        st.lists(days, min_size=1, max_size=5, unique=True).map(lambda each: f"BYDAY={','.join(each)}"),
        st.tuples(st.integers(-5, 5).filter(bool), days).map(lambda each: f"BYDAY={each[0]}{each[1]}"),
        st.integers(1, 12).map(lambda month: f"BYMONTH={month}"),
        numbers.map(lambda each: f"BYMONTHDAY={each}"),
        st.sampled_from(("BYSETPOS=-1", "BYSETPOS=1", "WKST=SU", "WKST=MO", LAST_DAYS, "COUNT=5", "UNTIL=20300101")),
    )
    often = st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"))
    return st.tuples(often, st.lists(part, max_size=3)).map(lambda each: ";".join([each[0], *each[1]]))


@given(rules(), st.dates(date(2020, 1, 1), date(2032, 12, 31)))
def test_what_is_offered_back_means_the_very_same_days(rule: str, anchor: date) -> None:
    try:
        expected = rule_days(rule, anchor, anchor, 5)
    except InvalidValueError:
        return
    again = parse_recurrence(typed_recurrence(rule))
    assert rule_days(again, anchor, anchor, 5) == expected
    assert typed_recurrence(again) == typed_recurrence(rule)
    assert "\n" not in describe_recurrence(rule)


@given(rules(), st.dates(date(2020, 1, 1), date(2399, 12, 31)))
def test_the_days_of_a_rule_come_one_after_the_other(rule: str, anchor: date) -> None:
    try:
        days = rule_days(rule, anchor, anchor, 3)
    except InvalidValueError:
        return
    assert days == sorted(set(days))
    assert all(day > anchor for day in days)


@pytest.mark.parametrize("often", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
@pytest.mark.parametrize("after", [MONDAY, date(2390, 1, 1), date(9990, 1, 1)])
def test_a_rule_that_never_comes_is_not_looked_for_until_the_end_of_time(
    often: str, after: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []
    real = dateutil.rrule.rrulestr

    def noting(text: str, dtstart: datetime) -> object:
        begun.append(dtstart.year)
        return real(text, dtstart=dtstart)

    monkeypatch.setattr(dateutil.rrule, "rrulestr", noting)
    rule = f"FREQ={often};BYMONTH=2;BYMONTHDAY=30"
    assert next_occurrence(FollowUp("1", "2", after, rrule=rule), after) is None
    # The calendar ends with the year 9999; up to there everything is looked at.
    assert all(date.max.year - year < 500 for year in begun)
