"""A day within free text, and texts that are days as a whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.days_in_text import either_day
from netkeeper.domain.dates.parse_day import day_in, read_day, reads_as_day
from netkeeper.domain.dates.typed_day import TypedDay

TODAY = date(2026, 11, 23)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "meant", "words"),
    [
        ("toimita pipot maanantaina", "2026-11-30", "maanantaina"),
        ("lähetä kuvat 24.12.", "2026-12-24", "24.12."),
        ("call him back Friday.", "2026-11-27", "Friday"),
        ("perjantaihin mennessä tarjous", "2026-11-27", "perjantaihin mennessä"),
        ("report by end of next month", "2026-12-31", "by end of next month"),
        ("ke 2.12. kahvit", "2026-12-02", "ke 2.12."),
        ("palauta kirja ensi viikolla", "2026-11-30", "ensi viikolla"),
        ("soita joulun jälkeen", "2026-12-27", "joulun jälkeen"),
        ("lounas tammikuussa", "2027-01-01", "tammikuussa"),
        ("vko 49 lounas", "2026-11-30", "vko 49"),
        ("24 dec dinner", "2026-12-24", "24 dec"),
        ("send next sun", "2026-12-06", "next sun"),
        ("soita on good friday", "2027-03-26", "on good friday"),
        ("lounas tammikuussa, ja kahvit", "2027-01-01", "tammikuussa"),
        ("soita kahden viikon kuluttua tiistaina", "2026-12-08", "kahden viikon kuluttua tiistaina"),
        ("lähetä tarjous ti vko 49", "2026-12-01", "ti vko 49"),
        ("lähetä tarjous vko 50 pe", "2026-12-11", "vko 50 pe"),
        ("soita itsenäisyyspäivänä", "2026-12-06", "itsenäisyyspäivänä"),
        ("soita joulukuun puolivälissä", "2026-12-15", "joulukuun puolivälissä"),
        ("soita 24.12 mennessä", "2026-12-24", "24.12 mennessä"),
        ("soita heti joulun jälkeen", "2026-12-27", "joulun jälkeen"),
        ("call no later than friday", "2026-11-27", "friday"),
        ("call tomorrow after lunch", "2026-11-24", "tomorrow"),
        ("perjantaina ennen lounasta soita", "2026-11-27", "perjantaina"),
    ],
)
def test_a_day_is_found_where_free_text_says_one(text: str, meant: str, words: str) -> None:
    assert day_in(text, TODAY) == (TypedDay(date.fromisoformat(meant)), words)


def test_its_hour_and_its_span_are_found_with_it() -> None:
    assert day_in("ma klo 14 palaveri", TODAY) == (TypedDay(date(2026, 11, 30), "14:00"), "ma klo 14")
    assert day_in("send it fri 14:00, please", TODAY) == (TypedDay(date(2026, 11, 27), "14:00"), "fri 14:00")
    assert day_in("in two weeks call her", TODAY) == (TypedDay(date(2026, 12, 7), is_span=True), "in two weeks")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soita ma",
        "lähetä pe",
        "la la land",
        "send to Anna",
        "the sun is out",
        "hinta 24.12 euroa",
        "call to 5",
        "may 5 people come",
        "tarkista 1.5 versio",
        "2 weeks of data",
        "week 2 notes",
        "tiistain palaveri",
        "ensi viikon palaveri",
        "next year budget",
        "summer job",
        "joulu",
        "now",
        "meet every monday",
        "joka maanantai",
        "viime maanantaina sovittu",
        "3 päivää sitten",
        "maanantaina tai tiistaina",
        "lähetä 1.11. palaverin muistio",
        "lähetä 1.6. kutsu",
        "vko 47 raportti",
        "katso kesällä otetut kuvat",
        "tammikuussa alkava kurssi",
        "lähetä maanantaina sovitut kuvat",
        "kysy Good Friday menusta",
        "Black Friday tarjoukset",
    ],
)
def test_what_may_be_something_else_is_no_day(text: str) -> None:
    assert day_in(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("soita kahdenkymmenen päivän päästä", "2026-12-13"),
        ("soita kahdenkymmenenviiden päivän päästä", "2026-12-18"),
        ("soita viidentoista päivän päästä", "2026-12-08"),
        ("soita sadan päivän päästä", "2027-03-03"),
        ("call in twenty-five days", "2026-12-18"),
    ],
)
def test_a_number_that_is_written_out_counts_whole(text: str, day: str) -> None:
    found = day_in(text, TODAY)
    assert found is not None
    assert found[0] == TypedDay(date.fromisoformat(day), is_span=True)


@pytest.mark.parametrize(
    "text",
    """
    soita muutaman päivän päästä
    soita 2-3 viikon päästä
    soita 1,5 viikon päästä
    soita kahden ja puolen viikon päästä
    soita puolentoista kuukauden päästä
    soita viikon ja kahden päivän päästä
    soita viikon kuluttua perjantaista
    call in a week or two
    viikko ennen joulua
    2 days before christmas
    lähetä viikko ennen 24.12.
    lähetä 24.12. jälkeen
    reply before friday
    reply after friday
    a week after friday
    call until friday
    call friday week
    call the friday after next
    call the friday after the party
    the following monday
    first monday of december
    marraskuun viimeisenä perjantaina
    joulun jälkeisenä maanantaina
    soita ma 27.11.
    """.strip().splitlines(),
)
def test_a_day_that_words_beside_it_turn_is_not_taken(text: str) -> None:
    assert day_in(text.strip(), TODAY) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "soita",
                "ma",
                "to",
                "maanantaina",
                "24.12.",
                "5",
                "in",
                "weeks",
                "klo",
                "14",
                ",",
                "ensi",
                "on",
                "joulun",
                "jälkeen",
                ".",
            ]
        )
    )
)
def test_what_is_found_stands_in_the_text_and_reads_as_that_day(words: list[str]) -> None:
    text = " ".join(words)
    found = day_in(text, TODAY)
    if found is not None:
        assert found[1] in text
        assert read_day(found[1], TODAY) == found[0]
        assert found[0].day >= TODAY


@given(st.text(max_size=80), st.dates())
def test_any_text_has_a_day_or_none(text: str, today: date) -> None:
    found = day_in(text, today)
    assert found is None or found[1] in text
    assert reads_as_day(text, today) in (True, False)


def test_a_day_or_a_span_is_told_from_a_number_and_a_word() -> None:
    days = [
        "fri",
        "2w",
        "24.12",
        "24.12.",
        "1.5.",
        "31.2.",
        "tammikuussa",
        "november",
        "kesällä",
        "pe",
        "huomenna",
        "2026-12-24",
    ]
    others = ["2", "1.5", "1/2", "19.90", "12:30", "2027", "hinnat", "sopiva", "joulu", "kesä", "soon", "3"]
    assert [text for text in (*days, *others) if reads_as_day(text, TODAY)] == days


@pytest.mark.parametrize(
    ("note", "was", "comes"),
    [
        ("she sends it by friday", "", "2026-11-27"),
        ("perjantaihin mennessä", "", "2026-11-27"),
        ("vie perjantaiksi", "", "2026-11-27"),
        ("uusi työ alkaa 1.1.", "", "2027-01-01"),
        ("soita joulun jälkeen", "", "2026-12-27"),
        ("deadline 24.12. mennessä", "", "2026-12-24"),
        ("nähdään perjantaina", "2026-11-20", "2026-11-27"),
        ("kahvi 20.11.", "2026-11-20", ""),
        ("tavattiin lokakuussa", "2026-10-01", ""),
        ("soitin eilen", "2026-11-22", ""),
        ("kahvi viikko sitten", "2026-11-16", ""),
        ("kahvi 3 päivää sitten", "2026-11-20", ""),
        ("coffee 2 days ago", "2026-11-21", ""),
        ("tavattiin eilen, lähetän tarjouksen perjantaina", "2026-11-22", "2026-11-27"),
        ("met yesterday, call on friday", "2026-11-22", "2026-11-27"),
        ("tavattiin eilen, nähdään huomenna", "2026-11-22", "2026-11-24"),
        ("tavattiin eilen ja viikko sitten", "", ""),
        ("nähdään huomenna", "", "2026-11-24"),
        ("kahvi", "", ""),
    ],
)
def test_a_day_in_a_note_is_the_one_that_is_meant_or_either(note: str, was: str, comes: str) -> None:
    found = either_day(note, TODAY)
    assert tuple(str(each[0].day) if each else "" for each in found) == (was, comes)


def test_of_two_days_far_apart_the_one_near_today_is_meant() -> None:
    january = date(2027, 1, 4)
    for note in ("palautti 24.12. mennessä", "tavattiin joulun jälkeen"):
        was, comes = either_day(note, january)
        assert was is not None
        assert (was[0].day.year, comes) == (2026, None)
