from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.parse_day import parse_day, read_day
from netkeeper.domain.dates.typed_day import TypedDay, try_day
from netkeeper.domain.errors import WordError
from tests.domain.messages import is_one_safe_line

TODAY = date(2026, 11, 23)
"""A Monday."""

NEAR = st.dates(date(1950, 1, 1), date(2150, 12, 31))
SMALL = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", "2026-11-23"),
        ("tonight", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("the day after tomorrow", "2026-11-25"),
        ("tänään", "2026-11-23"),
        ("huomenna", "2026-11-24"),
        ("eilen", "2026-11-22"),
        ("ylihuomenna", "2026-11-25"),
        ("toissapäivänä", "2026-11-21"),
        ("toissapa\u0308iva\u0308na\u0308", "2026-11-21"),
    ],
)
def test_days_near_today_have_names(text: str, meant: str) -> None:
    assert parse_day(text, TODAY) == parse_day(text, TODAY, past=True) == day(meant)


@pytest.mark.parametrize(
    ("text", "ahead", "behind"),
    [
        ("fri", "2026-11-27", "2026-11-20"),
        ("Friday", "2026-11-27", "2026-11-20"),
        ("pe", "2026-11-27", "2026-11-20"),
        ("perjantaina", "2026-11-27", "2026-11-20"),
        ("on fri", "2026-11-27", "2026-11-20"),
        ("this fri", "2026-11-27", "2026-11-20"),
        ("sun", "2026-11-29", "2026-11-22"),
        ("mon", "2026-11-30", "2026-11-23"),
        ("ma", "2026-11-30", "2026-11-23"),
        ("this mon", "2026-11-23", "2026-11-23"),
        ("next fri", "2026-12-04", "2026-12-04"),
        ("ensi perjantaina", "2026-12-04", "2026-12-04"),
        ("fri next week", "2026-12-04", "2026-12-04"),
        ("next week fri", "2026-12-04", "2026-12-04"),
        ("ensi viikon perjantaina", "2026-12-04", "2026-12-04"),
        ("on friday last week", "2026-11-20", "2026-11-20"),
        ("viime viikon keskiviikkona", "2026-11-18", "2026-11-18"),
        ("sun this week", "2026-11-29", "2026-11-29"),
        ("next mon", "2026-11-30", "2026-11-30"),
        ("last fri", "2026-11-20", "2026-11-20"),
        ("viime maanantaina", "2026-11-16", "2026-11-16"),
    ],
)
def test_a_weekday_is_the_next_or_the_latest_one(text: str, ahead: str, behind: str) -> None:
    assert parse_day(text, TODAY) == day(ahead)
    assert parse_day(text, TODAY, past=True) == day(behind)


@pytest.mark.parametrize(
    ("text", "ahead", "behind"),
    [
        ("3d", "2026-11-26", "2026-11-20"),
        ("2w", "2026-12-07", "2026-11-09"),
        ("2 W", "2026-12-07", "2026-11-09"),
        ("1m", "2026-12-23", "2026-10-23"),
        ("1y", "2027-11-23", "2025-11-23"),
        ("10 days", "2026-12-03", "2026-11-13"),
        ("two weeks", "2026-12-07", "2026-11-09"),
        ("a couple of weeks", "2026-12-07", "2026-11-09"),
        ("a fortnight", "2026-12-07", "2026-11-09"),
        ("3pv", "2026-11-26", "2026-11-20"),
        ("2vko", "2026-12-07", "2026-11-09"),
        ("2 kk", "2027-01-23", "2026-09-23"),
        ("1v", "2027-11-23", "2025-11-23"),
        ("0d", "2026-11-23", "2026-11-23"),
    ],
)
def test_a_span_goes_the_way_of_the_word_it_stands_in(text: str, ahead: str, behind: str) -> None:
    assert parse_day(text, TODAY) == day(ahead)
    assert parse_day(text, TODAY, past=True) == day(behind)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("in 2 weeks", "2026-12-07"),
        ("+2w", "2026-12-07"),
        ("2 weeks from now", "2026-12-07"),
        ("viikon päästä", "2026-11-30"),
        ("kahden viikon kuluttua", "2026-12-07"),
        ("in a month", "2026-12-23"),
        ("2 weeks ago", "2026-11-09"),
        ("a week ago", "2026-11-16"),
        ("-3d", "2026-11-20"),
        ("- 3 days", "2026-11-20"),
        ("viikko sitten", "2026-11-16"),
        ("3 päivää sitten", "2026-11-20"),
    ],
)
def test_a_span_with_a_direction_keeps_it(text: str, meant: str) -> None:
    assert parse_day(text, TODAY) == parse_day(text, TODAY, past=True) == day(meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("next week", "2026-11-30"),
        ("ensi viikolla", "2026-11-30"),
        ("ens viikolla", "2026-11-30"),
        ("ens ma", "2026-11-30"),
        ("next month", "2026-12-01"),
        ("ensi kuussa", "2026-12-01"),
        ("next year", "2027-01-01"),
        ("ensi vuonna", "2027-01-01"),
        ("last week", "2026-11-16"),
        ("viime viikolla", "2026-11-16"),
        ("last month", "2026-10-23"),
        ("viime vuonna", "2025-11-23"),
        ("end of week", "2026-11-29"),
        ("end of the month", "2026-11-30"),
        ("kuun lopussa", "2026-11-30"),
        ("end of year", "2026-12-31"),
        ("vuoden lopussa", "2026-12-31"),
        ("week 48", "2026-11-23"),
        ("week 53", "2026-12-28"),
        ("vko 2/2028", "2028-01-10"),
    ],
)
def test_weeks_months_and_years_can_be_meant_whole(text: str, meant: str) -> None:
    assert parse_day(text, TODAY) == day(meant)


def test_a_week_number_is_that_of_this_year_or_the_next_one_that_has_it() -> None:
    assert parse_day("viikko 2", TODAY) == day("2027-01-11")
    assert parse_day("viikko 2", TODAY, past=True) == day("2026-01-05")
    assert parse_day("w53", date(2027, 6, 1)) == day("2032-12-27")


@pytest.mark.parametrize(
    ("text", "ahead", "behind"),
    [
        ("24.12.", "2026-12-24", "2025-12-24"),
        ("24.12", "2026-12-24", "2025-12-24"),
        ("24. 12.", "2026-12-24", "2025-12-24"),
        ("24/12", "2026-12-24", "2025-12-24"),
        ("23.11.", "2026-11-23", "2026-11-23"),
        ("22.11.", "2027-11-22", "2026-11-22"),
        ("29.2.", "2028-02-29", "2024-02-29"),
        ("24 dec", "2026-12-24", "2025-12-24"),
        ("dec 24", "2026-12-24", "2025-12-24"),
        ("24th of December", "2026-12-24", "2025-12-24"),
        ("joulukuun 24.", "2026-12-24", "2025-12-24"),
        ("24. joulukuuta", "2026-12-24", "2025-12-24"),
        ("24.", "2026-11-24", "2026-10-24"),
        ("the 24th", "2026-11-24", "2026-10-24"),
        ("23rd", "2026-11-23", "2026-11-23"),
        ("31.", "2026-12-31", "2026-10-31"),
    ],
)
def test_a_date_without_its_year_is_the_next_or_the_latest_one(text: str, ahead: str, behind: str) -> None:
    assert parse_day(text, TODAY) == day(ahead)
    assert parse_day(text, TODAY, past=True) == day(behind)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("24.12.2026", "2026-12-24"),
        ("24.12.26", "2026-12-24"),
        ("24.12.99", "1999-12-24"),
        ("24/12/2026", "2026-12-24"),
        ("6/3/2005", "2005-03-06"),
        ("24-12-2026", "2026-12-24"),
        ("2026-12-24", "2026-12-24"),
        ("2026/12/24", "2026-12-24"),
        ("2026-1-2", "2026-01-02"),
        ("24 dec 2027", "2027-12-24"),
        ("Dec 24th, 2027", "2027-12-24"),
        ("24 dec '27", "2027-12-24"),
        ("24. joulukuuta 2027", "2027-12-24"),
        ("fri 24 dec 2027", "2027-12-24"),
        ("pe 24.12.2027", "2027-12-24"),
        ("29.2.2028", "2028-02-29"),
    ],
)
def test_a_full_date_is_that_day_whichever_way_one_looks(text: str, meant: str) -> None:
    assert parse_day(text, TODAY) == parse_day(text, TODAY, past=True) == day(meant)


def test_a_weekday_before_a_date_tells_which_year_is_meant() -> None:
    assert parse_day("fri 27 nov", TODAY) == day("2026-11-27")
    assert parse_day("wed 27.1.", TODAY) == day("2027-01-27")
    assert parse_day("fri 2 jan", TODAY, past=True) == day("2026-01-02")


@pytest.mark.parametrize("text", ["tue 27 nov", "sat 27 nov", "thu 27.11.", "fri 27.11.2027"])
def test_a_weekday_that_does_not_go_with_its_date_is_not_explained_away(text: str) -> None:
    with pytest.raises(WordError, match=r"202[67]-11-27 is a "):
        parse_day(text, TODAY)


@pytest.mark.parametrize(
    ("today", "text", "meant"),
    [
        ("2026-11-29", "fri next week", "2026-12-04"),
        ("2027-01-31", "1m", "2027-02-28"),
        ("2028-01-31", "1m", "2028-02-29"),
        ("2028-02-29", "1y", "2029-02-28"),
        ("2026-12-31", "2 months", "2027-02-28"),
        ("2026-03-31", "1 month ago", "2026-02-28"),
        ("2026-12-15", "next month", "2027-01-01"),
        ("2026-11-29", "next week", "2026-11-30"),
        ("2026-11-29", "mon", "2026-11-30"),
    ],
)
def test_the_ends_of_months_and_weeks_are_respected(today: str, text: str, meant: str) -> None:
    assert parse_day(text, day(today)) == day(meant)


@pytest.mark.parametrize(
    ("text", "ahead", "behind"),
    [
        ("january", "2027-01-01", "2026-01-01"),
        ("in january", "2027-01-01", "2026-01-01"),
        ("tammikuussa", "2027-01-01", "2026-01-01"),
        ("ensi tammikuussa", "2027-01-01", "2027-01-01"),
        ("jan 2027", "2027-01-01", "2027-01-01"),
        ("toukokuu 2027", "2027-05-01", "2027-05-01"),
        ("5/2027", "2027-05-01", "2027-05-01"),
        ("2027-05", "2027-05-01", "2027-05-01"),
        ("kesällä", "2027-06-01", "2026-06-01"),
        ("in summer", "2027-06-01", "2026-06-01"),
        ("viime kesänä", "2026-06-01", "2026-06-01"),
        ("summer 2028", "2028-06-01", "2028-06-01"),
        ("keväällä", "2027-03-01", "2026-03-01"),
        ("talvella", "2026-12-01", "2025-12-01"),
        ("after summer", "2027-09-01", "2026-09-01"),
        ("end of november", "2026-11-30", "2025-11-30"),
        ("tammikuun lopussa", "2027-01-31", "2026-01-31"),
        ("mid-january", "2027-01-15", "2026-01-15"),
        ("jouluna", "2026-12-24", "2025-12-24"),
        ("ennen joulua", "2026-12-23", "2025-12-23"),
        ("joulun jälkeen", "2026-12-27", "2025-12-27"),
        ("after new year", "2027-01-02", "2026-01-02"),
        ("pääsiäisenä", "2027-03-28", "2026-04-05"),
        ("after easter", "2027-03-30", "2026-04-07"),
        ("good friday", "2027-03-26", "2026-04-03"),
        ("pitkänä perjantaina", "2027-03-26", "2026-04-03"),
        ("juhannuksena", "2027-06-26", "2026-06-20"),
    ],
)
def test_months_seasons_and_feasts_are_days(text: str, ahead: str, behind: str) -> None:
    assert parse_day(text, TODAY) == day(ahead)
    assert parse_day(text, TODAY, past=True) == day(behind)


@pytest.mark.parametrize(
    ("text", "past"),
    [("november", "2026-11-01"), ("marraskuussa", "2026-11-01"), ("syksyllä", "2026-09-01")],
)
def test_a_month_or_a_season_that_has_begun_may_mean_two_days(text: str, past: str) -> None:
    with pytest.raises(WordError, match=r"has begun already; write a day of it, end of nov, or (nov|sep) 2027"):
        parse_day(text, TODAY)
    assert parse_day(text, TODAY, past=True) == day(past)


def test_a_month_is_its_first_day_also_on_that_day() -> None:
    assert parse_day("january", day("2027-01-01")) == day("2027-01-01")


@pytest.mark.parametrize(
    ("text", "ahead", "behind"),
    [
        ("perjantaille", "2026-11-27", "2026-11-20"),
        ("perjantaihin mennessä", "2026-11-27", "2026-11-20"),
        ("by friday", "2026-11-27", "2026-11-20"),
        ("keskiviikkoon", "2026-11-25", "2026-11-18"),
        ("seuraavana perjantaina", "2026-11-27", "2026-11-20"),
        ("weekend", "2026-11-28", "2026-11-21"),
        ("viikonloppuna", "2026-11-28", "2026-11-21"),
        ("vkl", "2026-11-28", "2026-11-21"),
        ("next weekend", "2026-12-05", "2026-12-05"),
        ("last weekend", "2026-11-21", "2026-11-21"),
        ("end of month", "2026-11-30", "2026-10-31"),
        ("end of next month", "2026-12-31", "2026-12-31"),
        ("ensi kuun lopussa", "2026-12-31", "2026-12-31"),
        ("ensi kuun alussa", "2026-12-01", "2026-12-01"),
        ("kuun alussa", "2026-12-01", "2026-11-01"),
        ("vuoden 2027 lopussa", "2027-12-31", "2027-12-31"),
        ("ti vko 49", "2026-12-01", "2025-12-02"),
        ("viikon päästä perjantaina", "2026-12-04", "2026-12-04"),
        ("friday in two weeks", "2026-12-11", "2026-12-11"),
        ("24 Dec 26", "2026-12-24", "2026-12-24"),
        ("dec 24 26", "2026-12-24", "2026-12-24"),
    ],
)
def test_days_are_read_in_the_words_in_which_people_say_them(text: str, ahead: str, behind: str) -> None:
    assert parse_day(text, TODAY) == day(ahead)
    assert parse_day(text, TODAY, past=True) == day(behind)


def test_a_weekend_is_today_only_where_this_one_is_meant() -> None:
    assert parse_day("this weekend", day("2026-11-29")) == day("2026-11-29")
    assert parse_day("weekend", day("2026-11-28")) == day("2026-12-05")


def test_a_weekday_some_weeks_away_that_has_passed_this_week_may_be_two_days() -> None:
    with pytest.raises(WordError, match="may be Mon 30 Nov or Mon 7 Dec; write one of them"):
        parse_day("viikon päästä maanantaina", day("2026-11-26"))


@pytest.mark.parametrize(
    ("text", "ahead", "behind"),
    [
        ("half a year", "2027-05-23", "2026-05-23"),
        ("puoli vuotta", "2027-05-23", "2026-05-23"),
        ("pari viikkoa", "2026-12-07", "2026-11-09"),
        ("in half a year", "2027-05-23", "2027-05-23"),
        ("puolen vuoden päästä", "2027-05-23", "2027-05-23"),
        ("puoli vuotta sitten", "2026-05-23", "2026-05-23"),
        ("parin viikon päästä", "2026-12-07", "2026-12-07"),
        ("two weeks from today", "2026-12-07", "2026-12-07"),
        ("in two weeks' time", "2026-12-07", "2026-12-07"),
        ("in a week's time", "2026-11-30", "2026-11-30"),
        ("noin kuukauden päästä", "2026-12-23", "2026-12-23"),
        ("puolitoista vuotta", "2028-05-23", "2025-05-23"),
    ],
)
def test_spans_are_read_as_people_say_them(text: str, ahead: str, behind: str) -> None:
    assert read_day(text, TODAY) == TypedDay(day(ahead), is_span=True)
    assert read_day(text, TODAY, past=True) == TypedDay(day(behind), is_span=True)


@pytest.mark.parametrize("text", ["fri", "tomorrow", "24.12.", "next week", "tammikuussa", "viikon päästä perjantaina"])
def test_a_day_that_is_named_is_no_span(text: str) -> None:
    assert not read_day(text, TODAY).is_span


@pytest.mark.parametrize(
    ("text", "meant", "hour"),
    [
        ("fri 14:00", "2026-11-27", "14:00"),
        ("fri, 14:00", "2026-11-27", "14:00"),
        ("fri 14.30", "2026-11-27", "14:30"),
        ("fri 2pm", "2026-11-27", "14:00"),
        ("fri 12 am", "2026-11-27", "0:00"),
        ("fri 2-4 pm", "2026-11-27", "14:00-16:00"),
        ("ti klo 14-16", "2026-11-24", "14:00-16:00"),
        ("tomorrow at 10", "2026-11-24", "10:00"),
        ("klo 9.30 perjantaina", "2026-11-27", "9:30"),
        ("24.12. klo 14", "2026-12-24", "14:00"),
        ("2026-12-24T14:00", "2026-12-24", "14:00"),
        ("2026-12-24 14:00", "2026-12-24", "14:00"),
        ("tomorrow morning", "2026-11-24", "morning"),
        ("perjantai-iltana", "2026-11-27", "illalla"),
        ("huomisaamuna", "2026-11-24", "aamulla"),
        ("tonight", "2026-11-23", "evening"),
        ("24.12.26", "2026-12-24", ""),
        ("24. 12.26", "2026-12-24", ""),
    ],
)
def test_an_hour_is_told_from_its_day(text: str, meant: str, hour: str) -> None:
    assert read_day(text, TODAY) == TypedDay(day(meant), hour)


def test_there_are_twenty_four_hours() -> None:
    with pytest.raises(WordError, match="Can't read '25:00' as a time of day"):
        read_day("fri 25:00", TODAY)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("30.11.-2.12.", "these are 3 days. Give one of them, such as 30.11.2026."),
        ("1.-5.12.", "these are 5 days. Give one of them, such as 1.12.2026."),
        ("fri 14", "did you mean 'fri 14:00'?"),
        ("klo 14", "did you mean 'today klo 14'?"),
        ("tällä viikolla", "did you mean 'end of week'?"),
        ("a few weeks", "did you mean '3 weeks'?"),
        ("muutaman viikon päästä", "did you mean '3 viikon päästä'?"),
        ("tammikussa", "did you mean 'tammikuussa'?"),
        ("kesalä", "did you mean 'kesällä'?"),
        ("frdy 14:00", "did you mean 'friday 14:00'?"),
        ("winter 2027", "write december 2027, or january"),
    ],
)
def test_what_could_be_meant_is_shown(text: str, says: str) -> None:
    with pytest.raises(WordError) as error:
        parse_day(text, TODAY)
    assert says in str(error.value)
    assert is_one_safe_line(str(error.value))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("frday", "friday"),
        ("tomorow", "tomorrow"),
        ("huomena", "huomenna"),
        ("next weak", "next week"),
        ("24 desc", "24 dec"),
    ],
)
def test_a_mistyped_date_shows_what_could_have_been_meant(text: str, meant: str) -> None:
    with pytest.raises(WordError) as error:
        parse_day(text, TODAY)
    assert str(error.value) == (
        f"Can't read '{text}' as a date; did you mean '{meant}'? "
        "Dates look like fri, 2w, tomorrow, 24.12. or 2026-12-24."
    )
    assert error.value.word == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("31.2.", "Feb 2026 has 28 days"),
        ("29.2.2026", "Feb 2026 has 28 days"),
        ("31 nov", "Nov 2026 has 30 days"),
        ("0.5.", "no such day"),
        ("24.13.", "no such day"),
        ("12/24/2026", "the day comes first: 24.12.2026"),
        ("12/24", "the day comes first: 24.12."),
        ("2026-13-01", "no such day"),
        ("1.1.1899", "1900 to 2200"),
        ("1.1.2201", "1900 to 2200"),
        ("0026-01-01", "1900 to 2200"),
        ("999999y", "1900 to 2200"),
        ("-999999d", "1900 to 2200"),
        ("week 0", "no week 0"),
        ("week 54", "no week 54"),
        ("week 53/2027", "no week 53"),
    ],
)
def test_a_day_that_is_not_in_the_calendar_is_refused_with_the_reason(text: str, says: str) -> None:
    with pytest.raises(WordError, match=says):
        parse_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "soon",
        "1",
        "12",
        "week",
        "month",
        "in",
        "ago",
        "next",
        "next tomorrow",
        "2",
        "2x",
        "w",
        "m",
        "fri fri",
        "fri next month",
        "fri next last week",
        "next week week",
        "2w ago ago",
        "24.12/2026",
        "24:12",
        "24.12.202",
        "24.12.20266",
        "١٢.١٢.",
        "２w",
        "²w",
        "fri\u0000",
        pytest.param("x" * 10_000, id="10000 letters"),
        pytest.param("1" * 10_000, id="10000 digits"),
        pytest.param("24.12." * 2_000, id="2000 dates"),
        pytest.param("2w " * 3_000, id="3000 spans"),
        "\ud800",
    ],
)
@pytest.mark.parametrize("past", [False, True])
def test_what_cannot_be_read_is_one_short_line(text: str, past: bool) -> None:
    with pytest.raises(WordError) as error:
        parse_day(text, TODAY, past=past)
    message = str(error.value)
    assert "Dates look like" in message
    assert len(message) < 250
    assert is_one_safe_line(message)


@given(SMALL, NEAR, st.booleans())
def test_every_way_to_write_a_full_date_is_read_back(meant: date, today: date, past: bool) -> None:
    ways = [
        meant.isoformat(),
        f"{meant.day}.{meant.month}.{meant.year}",
        f"{meant:%d.%m.%Y}",
        f"{meant.day}/{meant.month}/{meant.year}",
        f"{meant:%d-%m-%Y}",
    ]
    assert {parse_day(way, today, past=past) for way in ways} == {meant}


@given(NEAR, st.integers(-3000, 3000))
def test_a_day_that_is_shown_can_be_typed(today: date, away: int) -> None:
    meant = today + timedelta(days=away)
    assert parse_day(describe_day(meant, today), today, past=away < 0) == meant


@given(NEAR, st.integers(0, 400))
def test_days_and_weeks_count_from_today(today: date, count: int) -> None:
    assert parse_day(f"{count}d", today) == today + timedelta(days=count)
    assert parse_day(f"{count}w", today, past=True) == today - timedelta(weeks=count)


@given(NEAR, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_never_more_than_a_week_away(today: date, name: str) -> None:
    ahead, behind = parse_day(name, today), parse_day(name, today, past=True)
    assert 1 <= (ahead - today).days <= 7
    assert 0 <= (today - behind).days <= 6
    assert ahead.weekday() == behind.weekday() == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].index(name)


@given(st.dates(date(1910, 1, 1), date(2190, 12, 31)), st.integers(1, 31), st.integers(1, 12))
def test_a_date_without_its_year_lies_on_the_side_one_looks_to(today: date, of_month: int, month: int) -> None:
    text = f"{of_month}.{month}."
    try:
        date(2000, month, of_month)
    except ValueError:
        with pytest.raises(WordError):
            parse_day(text, today)
    else:
        ahead, behind = parse_day(text, today), parse_day(text, today, past=True)
        assert behind <= today <= ahead
        assert {(each.day, each.month) for each in (ahead, behind)} == {(of_month, month)}


_NAMES = [
    "january", "tammikuussa", "elokuu", "summer", "talvella", "kesä", "jouluna", "easter", "juhannus", "weekend",
    "mon", "perjantaille", "end of month", "kuun alussa", "mid january", "joulun jälkeen", "after winter", "week 7",
]  # fmt: skip


@given(NEAR, st.sampled_from(_NAMES))
def test_a_name_lies_on_the_side_one_looks_to(today: date, name: str) -> None:
    behind = parse_day(name, today, past=True)
    assert behind <= today
    found = try_day(name, today)
    if found is not None:
        assert found.day >= today
        # Looking back on the day itself finds the same, or the Monday of that week.
        back = parse_day(name, found.day, past=True)
        assert back == found.day or (name == "week 7" and back == found.day - timedelta(days=found.day.weekday()))


@given(NEAR, st.sampled_from(["fri", "24.12.", "2026-12-24", "tammikuussa", "2w", "next week"]), st.times())
def test_an_hour_changes_nothing_of_the_day(today: date, text: str, hour: time) -> None:
    without = try_day(text, today)
    for way in (f"{text} {hour:%H:%M}", f"{text} klo {hour:%H.%M}", f"at {hour:%H:%M} {text}"):
        found = try_day(way, today)
        assert found == (without and without._replace(hour=f"{hour.hour}:{hour.minute:02}"))


@given(st.text(max_size=70), st.dates(), st.booleans())
def test_garbage_is_refused_and_nothing_worse(text: str, today: date, past: bool) -> None:
    try:
        found = parse_day(text, today, past=past)
    except WordError:
        return
    assert 1900 <= found.year <= 2200


@given(
    st.lists(
        st.sampled_from(
            [
                "next",
                "last",
                "in",
                "ago",
                "fri",
                "mon",
                "week",
                "month",
                "end",
                "of",
                "the",
                "24.",
                "12",
                "dec",
                "2026",
                "2w",
                "3",
                "days",
                "'",
                "+",
                "-",
                "/",
                ".",
                "31.2.",
                "99999y",
                "ensi",
                "päästä",
                "summer",
                "talvella",
                "joulun",
                "after",
                "klo",
                "14:00",
                "tammikuussa",
                "half",
            ]
        ),
        max_size=6,
    ),
    st.dates(),
    st.booleans(),
)
def test_any_jumble_of_date_words_is_read_or_refused(words: list[str], today: date, past: bool) -> None:
    for glue in (" ", ""):
        try:
            parse_day(glue.join(words), today, past=past)
        except WordError as error:
            assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("meant", "shown"),
    [
        ("2026-11-23", "today"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-22", "yesterday"),
        ("2026-11-27", "Fri 27 Nov"),
        ("2026-01-02", "Fri 2 Jan"),
        ("2027-05-24", "Mon 24 May"),
        ("2027-05-25", "Tue 25 May 2027"),
        ("2025-12-31", "Wed 31 Dec 2025"),
        ("2027-11-26", "Fri 26 Nov 2027"),
    ],
)
def test_days_are_shown_the_same_in_every_locale(meant: str, shown: str) -> None:
    assert describe_day(day(meant), TODAY) == shown


@pytest.mark.parametrize("text", ["seuraavana maanantaina", "tulevana maanantaina", "coming monday", "upcoming mon"])
def test_the_coming_weekday_is_never_today(text: str) -> None:
    assert parse_day(text, date(2026, 11, 23)) == date(2026, 11, 30)
    assert parse_day("this monday", date(2026, 11, 23)) == date(2026, 11, 23)


@pytest.mark.parametrize(
    "text", ["loppuviikosta", "alkuviikosta", "eod", "heti", "joulun alla", "kohta", "pian", "soon"]
)
def test_no_word_is_suggested_that_is_merely_a_little_alike(text: str) -> None:
    with pytest.raises(WordError) as error:
        parse_day(text, TODAY)
    assert "did you mean" not in str(error.value)


def test_what_is_before_a_season_is_said_in_finnish_too() -> None:
    assert parse_day("ennen kesää", TODAY) == date(2027, 5, 31)


@pytest.mark.parametrize("text", ["24.12. mennessä", "24.12 mennessä", "by 24.12.", "to 24.12. mennessä"])
def test_a_date_may_be_the_latest_day(text: str) -> None:
    assert parse_day(text, TODAY) == date(2026, 12, 24)
