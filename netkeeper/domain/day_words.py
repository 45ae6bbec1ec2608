"""The vocabulary of dates as people type them, English and Finnish, folded (no accents, lower case)."""

from __future__ import annotations

from collections.abc import Mapping


def _numbered(names: str, first: int = 0) -> dict[str, int]:
    """Each word of each line of ``names`` with the line's number."""
    return {word: number for number, line in enumerate(names.strip().splitlines(), first) for word in line.split()}


DAYS_AWAY: Mapping[str, int] = {
    "today": 0,
    "tonight": 0,
    "now": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tanaan": 0,
    "tana iltana": 0,
    "nyt": 0,
    "tomorrow": 1,
    "tmr": 1,
    "tmrw": 1,
    "tomorrow morning": 1,
    "huomenna": 1,
    "huomen": 1,
    "yesterday": -1,
    "last night": -1,
    "eilen": -1,
    "ylihuomenna": 2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "overmorrow": 2,
    "toissapaivana": -2,
    "day before yesterday": -2,
    "the day before yesterday": -2,
}
"""Words for days near today, as days from it."""

WEEKDAYS: Mapping[str, int] = _numbered("""
    mon monday ma maanantai maanantaina
    tue tues tuesday ti tiistai tiistaina
    wed weds wednesday ke keskiviikko keskiviikkona
    thu thur thurs thursday to torstai torstaina
    fri friday pe perjantai perjantaina
    sat saturday la lauantai lauantaina
    sun sunday su sunnuntai sunnuntaina
""")
"""Weekdays, Monday 0."""

MONTHS: Mapping[str, int] = _numbered(
    """
    jan january tammi tammikuu tammikuuta tammikuun
    feb february helmi helmikuu helmikuuta helmikuun
    mar march maalis maaliskuu maaliskuuta maaliskuun
    apr april huhti huhtikuu huhtikuuta huhtikuun
    may touko toukokuu toukokuuta toukokuun
    jun june kesa kesakuu kesakuuta kesakuun
    jul july heina heinakuu heinakuuta heinakuun
    aug august elo elokuu elokuuta elokuun
    sep sept september syys syyskuu syyskuuta syyskuun
    oct october loka lokakuu lokakuuta lokakuun
    nov november marras marraskuu marraskuuta marraskuun
    dec december joulu joulukuu joulukuuta joulukuun
    """,
    first=1,
)
"""Months, January 1."""

UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "day": "d day days pv paiva paivaa paivan",
        "week": "w wk wks week weeks vk vko viikko viikkoa viikon",
        "month": "m mo mon mth month months kk kuu kuukausi kuukautta kuukauden",
        "year": "y yr yrs year years v vuosi vuotta vuoden",
        "fortnight": "fortnight fortnights",
    }.items()
    for word in words.split()
}
"""Spans of time."""

NUMBERS: Mapping[str, int] = _numbered(
    """
    a an one yksi yhden
    two kaksi kahden couple
    three kolme kolmen
    four nelja neljan
    five viisi viiden
    six kuusi kuuden
    seven seitseman
    eight kahdeksan
    nine yhdeksan
    ten kymmenen
    """,
    first=1,
)
"""Numbers that are written out."""

FORWARD = ("in", "within", "paasta", "kuluttua", "later", "from now")
BACKWARD = ("ago", "sitten", "back")
"""What a span is said with to tell its direction."""

NEXT = frozenset({"next", "ensi"})
LAST = frozenset({"last", "viime"})
THIS = frozenset({"this", "tana", "talla", "coming", "tuleva", "tulevana"})
END = frozenset({"end", "lopussa", "loppu"})
"""What goes with a weekday, a week, a month or a year."""

WEEK = frozenset({"week", "wk", "w", "vk", "vko", "vkolla", "viikko", "viikolla"})
"""What goes before the number of a week."""

PERIODS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "week": "week viikko viikolla viikon",
        "month": "month kuussa kuu kuun kuukauden kuukausi",
        "year": "year vuonna vuosi vuoden",
    }.items()
    for word in words.split()
}
"""Weeks, months and years as one speaks of the next or the last."""

DATE_FILLERS = frozenset({"of", "the", "in", "on", "paiva", "paivana"})
"""Words that may stand in a date and say nothing: the 24th of December."""

SPAN_WORDS: Mapping[str, int] = {
    "daily": 1,
    "weekly": 7,
    "fortnightly": 14,
    "monthly": 30,
    "quarterly": 90,
    "yearly": 365,
    "annually": 365,
    "paivittain": 1,
    "viikoittain": 7,
    "kuukausittain": 30,
    "vuosittain": 365,
}
"""Cadences with a name, in days."""

NO_CADENCE = frozenset({"none", "never", "no", "off", "ei", "ei koskaan"})
DEFAULT_CADENCE = frozenset({"default", "step", "oletus"})

VOCABULARY = tuple(
    dict.fromkeys(
        word
        for words in (WEEKDAYS, DAYS_AWAY, MONTHS, UNITS, NUMBERS, FORWARD, BACKWARD, NEXT, LAST, THIS, END, PERIODS)
        for phrase in words
        for word in phrase.split()
        if len(word) > 2
    )
)
"""Every word of three letters or more that a date may hold, for finding what was meant."""
