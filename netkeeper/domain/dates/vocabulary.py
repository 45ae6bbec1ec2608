"""The vocabulary of dates as people type them, English and Finnish, folded (no accents, lower case)."""

from __future__ import annotations

from collections.abc import Mapping


def _numbered(names: str, first: int = 0) -> dict[str, int]:
    """Each word of ``names``, with the number of its line."""
    return {word: number for number, line in enumerate(names.strip().splitlines(), first) for word in line.split()}


DAYS_AWAY: Mapping[str, int] = {
    "today": 0,
    "now": 0,
    "tanaan": 0,
    "nyt": 0,
    "tomorrow": 1,
    "tmr": 1,
    "tmrw": 1,
    "huomenna": 1,
    "huomen": 1,
    "huomiseksi": 1,
    "huomiselle": 1,
    "huomiseen": 1,
    "yesterday": -1,
    "eilen": -1,
    "ylihuomenna": 2,
    "ylihuomen": 2,
    "ylihuomiseksi": 2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "overmorrow": 2,
    "toissapaivana": -2,
    "toissapaiva": -2,
    "day before yesterday": -2,
    "the day before yesterday": -2,
}
"""Words for days near today, as an offset in days."""

PARTS_OF_DAY: Mapping[str, str] = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "aamulla": "aamulla",
    "aamuna": "aamulla",
    "aamuksi": "aamuksi",
    "aamupaivalla": "aamupäivällä",
    "aamupaivana": "aamupäivällä",
    "iltapaivalla": "iltapäivällä",
    "iltapaivana": "iltapäivällä",
    "illalla": "illalla",
    "iltana": "illalla",
    "illaksi": "illaksi",
}
"""Parts of a day, and the form in which they are stored."""

DAYS_WITH_PART: Mapping[str, tuple[str, str]] = {
    "tonight": ("today", "evening"),
    "last night": ("yesterday", "night"),
    "this morning": ("today", "morning"),
    "this afternoon": ("today", "afternoon"),
    "this evening": ("today", "evening"),
    "tana aamuna": ("today", "aamulla"),
    "tana iltana": ("today", "illalla"),
    "huomisaamuna": ("tomorrow", "aamulla"),
    "huomisaamuksi": ("tomorrow", "aamuksi"),
    "huomisiltana": ("tomorrow", "illalla"),
    "huomisillaksi": ("tomorrow", "illaksi"),
    "eilisaamuna": ("yesterday", "aamulla"),
    "eilisiltana": ("yesterday", "illalla"),
}
"""Phrases that are a day and a part of it."""

_DAY_NAMES = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")

WEEKDAYS: Mapping[str, int] = {
    **_numbered("""
        mon monday ma
        tue tues tuesday ti
        wed weds wednesday ke keskiviikkona keskiviikkoon keskiviikkoa
        thu thur thurs thursday to
        fri friday pe perj
        sat saturday la
        sun sunday su
    """),
    **{
        stem + ending: number
        for number, stem in enumerate(_DAY_NAMES)
        for ending in ("", "na", "lle", "hin", "ksi", "n", "ta")
    },
    **{f"keskivii{ending}": 2 for ending in ("kolle", "koksi", "kon")},
}
"""Weekdays, Monday 0, in the Finnish cases that express time."""

_MONTH_NAMES = (
    "tammi", "helmi", "maalis", "huhti", "touko", "kesa", "heina", "elo", "syys", "loka", "marras", "joulu",
)  # fmt: skip

MONTHS: Mapping[str, int] = {
    **_numbered(
        """
        jan january
        feb february
        mar march
        apr april
        may
        jun june
        jul july
        aug august
        sep sept september
        oct october
        nov november
        dec december
        """,
        first=1,
    ),
    **{
        name + ending: number
        for number, name in enumerate(_MONTH_NAMES, 1)
        for ending in ("", "kuu", "kuuta", "kuun", "kuussa", "kuulle", "kuuksi", "kuuhun", "kuulla")
    },
}
"""Months, January 1."""

SEASONS: Mapping[str, int] = {
    word: month
    for month, words in {
        3: "spring springtime kevat kevaalla kevaana kevaaksi kevaaseen kevaalle kevaan kevatta",
        6: "summer summertime kesa kesalla kesana kesaksi kesaan kesalle kesan kesaa",
        9: "autumn syksy syksylla syksyna syksyksi syksyyn syksylle syksyn syksya",
        12: "winter wintertime talvi talvella talvena talveksi talveen talvelle talven talvea",
    }.items()
    for word in words.split()
}
"""Seasons, as the number of the first of their three months in Finland (Finnish Meteorological Institute: winter is December to
February)."""

FEASTS: Mapping[str, str] = {
    word: feast
    for feast, words in {
        "christmas": "christmas xmas christmaseve joulu jouluna jouluksi jouluun joululle joulun joulua jouluaatto"
        " jouluaattona",
        "christmas day": "christmasday joulupaiva joulupaivana",
        "new year": "newyear newyears uusivuosi uudeksivuodeksi uudenvuoden uuttavuotta newyearsday uudenvuodenpaivana",
        "new year's eve": "newyearseve uudenvuodenaatto uudenvuodenaattona uutenavuotena",
        "epiphany": "epiphany loppiainen loppiaisena loppiaiseksi loppiaisen loppiaista",
        "may day": "mayday vappu vappuna vapuksi vappuun vapun vappua",
        "good friday": "goodfriday pitkaperjantai pitkaperjantaina pitkaksiperjantaiksi pitkaanperjantaihin",
        "easter": "easter paasiainen paasiaisena paasiaiseksi paasiaiseen paasiaisen paasiaista",
        "midsummer": "midsummer juhannus juhannuksena juhannukseksi juhannukseen juhannuksen juhannusta",
        "independence day": "itsenaisyyspaiva itsenaisyyspaivana itsenaisyyspaivan",
    }.items()
    for word in words.split()
}
"""Feasts, by each form of their names; the values are the keys of ``_FEAST_DAYS`` in ``seasons``."""

JOINED_WORDS = (
    ("christmas eve", "christmaseve"),
    ("christmas day", "christmasday"),
    ("new year's eve", "newyearseve"),
    ("new years eve", "newyearseve"),
    ("new year's day", "newyearsday"),
    ("new year's", "newyears"),
    ("new years", "newyears"),
    ("new year", "newyear"),
    ("uusi vuosi", "uusivuosi"),
    ("uuden vuoden", "uudenvuoden"),
    ("uutena vuotena", "uutenavuotena"),
    ("may day", "mayday"),
    ("good friday", "goodfriday"),
    ("pitkana perjantaina", "pitkaperjantaina"),
    ("pitkanaperjantaina", "pitkaperjantaina"),
    ("mid-", "mid "),
)
"""Phrases that are replaced by one word before the words are looked up."""

UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "day": "d day days pv paiva paivaa paivan",
        "week": "w wk wks week weeks vk vko viikko viikkoa viikon",
        "month": "m mo mon mth month months kk kuu kuuta kuun kuukausi kuukautta kuukauden",
        "year": "y yr yrs year years v vuosi vuotta vuoden",
        "fortnight": "fortnight fortnights",
    }.items()
    for word in words.split()
}
"""Units of time."""

NUMBERS: Mapping[str, int] = _numbered(
    """
    a an one yksi yhden
    two kaksi kahden couple pari parin
    three kolme kolmen
    four nelja neljan
    five viisi viiden
    six kuusi kuuden
    seven seitseman
    eight kahdeksan
    nine yhdeksan
    ten kymmenen
    eleven yksitoista yhdentoista
    twelve kaksitoista kahdentoista
    """,
    first=1,
)
"""Numbers in words."""

HALVES: Mapping[str, int] = {
    phrase: months
    for months, phrases in {
        6: ("half a year", "half year", "a half year", "half-year", "puoli vuotta", "puolen vuoden", "puolivuosi"),
        18: ("a year and a half", "one and a half years", "puolitoista vuotta", "puolentoista vuoden"),
    }.items()
    for phrase in phrases
}
"""Halves of a year, in months."""

VAGUE: Mapping[str, str] = {"few": "3", "several": "3", "muutama": "3", "muutaman": "3", "muutamaa": "3"}
"""Vague quantities, with a number to suggest; they are never parsed as that number."""

ABOUT = ("about ", "around ", "roughly ", "noin ", "n. ")
"""Words before a span that are ignored."""

FORWARD_FIRST = ("in", "within", "after")
FORWARD = ("paasta", "kuluttua", "later", "from now", "from today", "hence", "tasta")
BACKWARD = ("ago", "sitten", "back")
"""Words that give a span its direction: before it (``FORWARD_FIRST``), or after it."""

NEXT = frozenset({"next", "ensi", "ens"})
LAST = frozenset({"last", "viime"})
COMING = frozenset(
    {"coming", "upcoming", "tuleva", "tulevana", "tulevalla", "seuraava", "seuraavana", "seuraavalla", "seuraavan"}
)
THIS = frozenset({"this", "tana", "talla", "tassa", "taman", *COMING})
START = frozenset({"start", "beginning", "early", "alussa", "alku", "alkuun"})
MIDDLE = frozenset({"mid", "middle", "keskella", "puolivalissa", "puolivali"})
END = frozenset({"end", "lopussa", "loppu", "loppuun", "lopulla"})
"""Words that combine with a weekday, week, month, season or year."""

RELATIONS: Mapping[str, str] = {"after": "after", "jalkeen": "after", "before": "before", "ennen": "before"}
"""Words that combine with a feast or season: the first day after it, the last day before it."""

WEEKEND = frozenset(
    {
        "weekend",
        "viikonloppu",
        "viikonloppuna",
        "viikonloppuun",
        "viikonlopuksi",
        "viikonlopulle",
        "vkl",
        "vklna",
        "vkonloppu",
    }
)

WEEK = frozenset({"week", "wk", "w", "vk", "vko", "vkolla", "viikko", "viikolla", "viikon", "viikolle"})
"""Words before the number of a week."""

PERIODS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "week": "week viikko viikolla viikon viikolle viikoksi viikkoa",
        "month": "month kuussa kuu kuun kuulle kuuksi kuukauden kuukausi kuukautena",
        "year": "year vuonna vuosi vuoden vuodelle vuodeksi",
    }.items()
    for word in words.split()
}
"""Units that combine with "next", "last" or "end of"."""

FILLERS = frozenset({"of", "the", "on", "by", "for", "mennessa"})
"""Words with a weekday, month or feast that are ignored: by the end of the month."""

DATE_FILLERS = frozenset({"of", "the", "in", "on", "paiva", "paivana"})
"""Words in a date that are ignored: the 24th of December."""

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
"""Named cadences, in days."""

NO_CADENCE = frozenset({"none", "never", "no", "off", "ei", "ei koskaan"})
DEFAULT_CADENCE = frozenset({"default", "step", "oletus"})
