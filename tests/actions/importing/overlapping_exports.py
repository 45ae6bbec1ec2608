"""Four exports of one person's contacts that overlap, as their programs write them: LinkedIn, Google, a phone, a Finnish table.

155 people: families with one landline, companies with a switchboard, namesakes, names with titles and particles. Each
file says of each person some of what there is to say, in its own spelling.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal
from urllib.parse import quote

Export = Literal["linkedin", "google", "phone", "table"]
EXPORTS: tuple[Export, ...] = ("linkedin", "google", "phone", "table")
ENDINGS: dict[Export, str] = {"linkedin": "csv", "google": "csv", "phone": "vcf", "table": "csv"}

PEOPLE = 155

_GIVEN = [
    "Noora",
    "Aino",
    "Väinö",
    "Eero",
    "Helmi",
    "Onni",
    "Ilona",
    "Juho",
    "Saara",
    "Mikko",
    "Päivi",
    "Antti",
    "Kaisa",
    "Tuomas",
    "Riikka",
    "Jari",
    "Hanna",
    "Petri",
    "Elina",
    "Markku",
    "Sofia",
    "Oskari",
    "Laura",
    "Teemu",
    "Maija",
    "Kalle",
    "Johanna",
    "Ville",
    "Tiina",
    "Åke",
]
_FAMILY = [
    "Koskinen",
    "Mäkelä",
    "Lehtonen",
    "Nurminen",
    "Hyvönen",
    "Rantanen",
    "Öhman",
    "Salmi",
    "Peltola",
    "Aaltonen",
    "Jokinen",
    "Vainio",
    "Sjöberg",
    "Lindqvist",
    "Karhu",
    "Tamminen",
    "Ojala",
    "Niemi",
    "Ylönen",
    "Harju",
    "Kallio",
    "Toivonen",
    "Haapala",
    "Ranta",
    "Wallin",
]
_COMPANIES = ("Valio Oy", "Fazer", "Kone Oyj", "Nordic Pixel Ltd", "Keski-Suomen Sähkö Oy", "Studio Havu")
_TITLES = ("CEO", "Designer", "Head of Sales", "Myyntipäällikkö", "Developer", "HR Manager")
_CITIES = ("Jyväskylä", "Lahti", "Oulu", "Tampere")


@dataclass(frozen=True)
class Someone:
    """A person, with all that there is to say of them."""

    number: int
    given: str
    family: str
    prefix: str = ""
    suffix: str = ""
    email: str = ""
    mobile: str = ""
    landline: str = ""
    company: str = ""
    title: str = ""
    profile: str = ""
    birthday: str = ""
    city: str = ""
    last: str = ""


@dataclass(frozen=True)
class Exported:
    """A file, and whose its entries are.

    Attributes:
        numbers: The numbers of the people, in the order of the entries.
    """

    kind: Export
    data: bytes
    numbers: tuple[int, ...]


def people_of(seed: int) -> list[Someone]:
    """The people; of whole names, only those of the namesakes are that of two."""
    random = Random(seed)
    people = [*_families(random), *_odd_names(random)]
    taken = {(someone.given, someone.family) for someone in people}
    free = [(given, family) for given in _GIVEN for family in _FAMILY if (given, family) not in taken]
    random.shuffle(free)
    people += [*_companies(random, free), *_namesakes(random, free)]
    while len(people) < PEOPLE:
        people.append(_someone(random, *free.pop(), company=random.choice(("", *_COMPANIES))))
    return [replace(someone, number=number) for number, someone in enumerate(people)]


def _someone(random: Random, given: str, family: str, *, company: str = "", landline: str = "") -> Someone:
    tail = f"{random.randrange(10_000_000):07}"
    address = f"{given}.{family}".replace(" ", "").casefold().translate(str.maketrans("äöå", "aoa"))
    return Someone(
        number=0, given=given, family=family, company=company, landline=landline,
        email=f"{address}{random.randrange(100)}@{random.choice(('gmail.example', 'kotimail.example', 'work.example'))}",
        mobile=f"+35840{tail}",
        title=random.choice(_TITLES) if company else "",
        profile=f"https://www.linkedin.com/in/{given}-{family}-{tail}".casefold().replace(" ", "-"),
        birthday=f"19{random.randrange(50, 99)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}",
        city=random.choice(_CITIES),
        last=f"2026-{random.randrange(1, 11):02}-{random.randrange(1, 29):02}",
    )  # fmt: skip


def _families(random: Random) -> Iterator[Someone]:
    """Four each who live together, with one landline."""
    for family in random.sample(_FAMILY, 8):
        landline = f"+35814{random.randrange(1_000_000):06}"
        for given in random.sample(_GIVEN, 4):
            yield _someone(random, given, family, landline=landline)


def _companies(random: Random, names: list[tuple[str, str]]) -> Iterator[Someone]:
    """Colleagues who are reached by one switchboard."""
    for place, company in enumerate(_COMPANIES):
        for _ in range(8):
            yield _someone(random, *names.pop(), company=company, landline=f"+3581055501{place:02}")


def _namesakes(random: Random, names: list[tuple[str, str]]) -> Iterator[Someone]:
    """Two of one name: at two employers, or told apart by numbers and addresses alone."""
    for _ in range(4):
        name = names.pop()
        for company in random.sample(_COMPANIES, 2):
            yield _someone(random, *name, company=company)
    for _ in range(3):
        name = names.pop()
        yield _someone(random, *name)
        yield _someone(random, *name)


def _odd_names(random: Random) -> Iterator[Someone]:
    for given, family in (("Carl", "von Troil"), ("Eva", "von Troil"), ("Jan", "van der Berg"), ("Rémy", "de la Cruz"),
                          ("Anna-Maija", "Virta"), ("Anna Maija", "Laine"), ("Li", "Na"), ("Åsa", "O'Neill")):  # fmt: skip
        yield _someone(random, given, family)
    for prefix, suffix in (("Dr.", ""), ("Prof.", ""), ("", "PhD"), ("", "MBA"), ("Dr.", "MBA")):
        given, family = random.choice(_GIVEN), f"{random.choice(_FAMILY)}-{random.choice(_FAMILY)}"
        yield replace(_someone(random, given, family, company=random.choice(_COMPANIES)), prefix=prefix, suffix=suffix)


# The files

_MOBILES = ("{0}", "0{1}", "0{2} {3} {4}", "+358 {2} {3} {4}", "+358 (0){2} {3}{4}", "00358 {2}-{3} {4}", "0{1} (työ)")


def _spelled(random: Random, number: str) -> str:
    """A number as somebody may have typed it."""
    short = number.removeprefix("+358")
    return random.choice(_MOBILES).format(number, short, short[:2], short[2:5], short[5:])


def exports(seed: int) -> list[Exported]:
    """The four files."""
    random = Random(seed + 1_000)
    people = people_of(seed)
    shares: dict[Export, float] = {"linkedin": 0.6, "google": 0.75, "phone": 0.7, "table": 0.5}
    files = []
    for kind in EXPORTS:
        some = [someone for someone in people if random.random() < shares[kind] or _is_left(someone, kind)]
        random.shuffle(some)
        data = {"linkedin": _linkedin, "google": _google, "phone": _phone, "table": _table}[kind](random, some)
        files.append(Exported(kind, data.encode(), tuple(someone.number for someone in some)))
    return files


def _is_left(someone: Someone, kind: Export) -> bool:
    """Everybody is in one file at least."""
    return EXPORTS[someone.number % len(EXPORTS)] == kind


def _rows(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue()


def _linkedin(random: Random, people: Sequence[Someone]) -> str:
    """Connections.csv: a preamble, and addresses of few; titles stand in the names, as people write them there."""
    preamble = 'Notes:\r\n"When exporting your connection data, you may notice that some of the email addresses are missing."\r\n\r\n'
    rows = [["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]]
    for each in people:
        given = " ".join(filter(None, (each.prefix, each.given)))
        family = ", ".join(filter(None, (each.family, each.suffix)))
        email = each.email if random.random() < 0.2 else ""
        url = quote(each.profile, safe=":/")
        rows.append([given, family, url, email, each.company, each.title, f"{random.randrange(1, 29)} Mar 2024"])
    return preamble + _rows(rows)


def _google(random: Random, people: Sequence[Someone]) -> str:
    """Google's of today; whoever has no number there has an address, and some have both."""
    rows = [
        ["First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name", "Name Prefix",
         "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title", "Organization Department", "Birthday",
         "Notes", "Photo", "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value",
         "Phone 2 - Label", "Phone 2 - Value", "Website 1 - Label", "Website 1 - Value"],
    ]  # fmt: skip
    for each in people:
        email = each.email if random.random() < 0.9 else ""
        mobile = _spelled(random, each.mobile) if not email or random.random() < 0.6 else ""
        landline = _spelled(random, each.landline) if each.landline and random.random() < 0.5 else ""
        profile = each.profile if random.random() < 0.3 else ""
        given, _, middle = each.given.partition(" ")
        birthday = each.birthday if random.random() < 0.3 else ""
        company = each.company if random.random() < 0.8 else ""
        rows.append([
            given, middle, each.family, "", "", "", each.prefix, each.suffix, "", "", company, each.title if company else "", "",
            birthday, "", "", "* myContacts", "* Other" if email else "", email.title() if random.random() < 0.1 else email,
            "Mobile" if mobile else "", mobile, "Home" if landline else "", landline,
            "LinkedIn" if profile else "", profile,
        ])  # fmt: skip
    return _rows(rows)


def _phone(random: Random, people: Sequence[Someone]) -> str:
    """vCard 3.0 as phones write it: numbers of all, addresses of some, no UID."""
    cards = []
    for each in people:
        lines = [
            "BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//iPhone OS 17.4//EN",
            f"N:{each.family};{each.given};;{each.prefix};{each.suffix}",
            "FN:" + " ".join(filter(None, (each.prefix, each.given, each.family, each.suffix))),
            f"item1.TEL;type=pref:{_spelled(random, each.mobile)}", "item1.X-ABLabel:_$!<Mobile>!$_",
        ]  # fmt: skip
        if each.landline:
            lines.append(f"TEL;type=HOME;type=VOICE:{_spelled(random, each.landline)}")
        if random.random() < 0.3:
            lines.append(f"EMAIL;type=INTERNET;type=HOME;type=pref:{each.email}")
        if random.random() < 0.2:
            lines.append(f"X-SOCIALPROFILE;type=linkedin:{quote(each.profile, safe=':/')}")
        if random.random() < 0.2:
            lines.append(f"BDAY:{each.birthday}")
        if each.company and random.random() < 0.5:
            lines.append(f"ORG:{each.company};")
        cards.append("\r\n".join([*lines, "REV:2026-10-01T10:00:00Z", "END:VCARD", ""]))
    return "".join(cards)


def _table(random: Random, people: Sequence[Someone]) -> str:
    """A table somebody keeps: names either way round, with words for what isn't known."""
    rows = [["Nimi", "Sähköposti", "Puhelin", "Yritys", "Titteli", "Kaupunki", "Viimeksi", "Muistiinpanot"]]
    nothing = ("", "", "n/a", "-", "ei ole")
    for each in people:
        name = random.choice((f"{each.family}, {each.given}", f"{each.given} {each.family}"))
        number = random.choice((each.mobile, each.mobile, each.landline or each.mobile))
        year, month, day = each.last.split("-")
        rows.append([
            name,
            each.email if random.random() < 0.8 else random.choice(nothing),
            _spelled(random, number) if random.random() < 0.6 else random.choice(nothing),
            each.company or random.choice(nothing),
            each.title or random.choice(nothing),
            each.city,
            f"{int(day)}.{int(month)}.{year}" if random.random() < 0.5 else "",
            random.choice(("", "", "tapasin messuilla")),
        ])  # fmt: skip
    return "\ufeff" + _rows(rows, ";")
