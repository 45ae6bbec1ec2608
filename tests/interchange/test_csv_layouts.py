"""What LinkedIn, Google, Outlook and Thunderbird write, read as they mean it."""

from __future__ import annotations

import pytest

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Address, Labelled, NameParts
from netkeeper.domain.people.ladder import Step
from netkeeper.interchange.cards import Skipped
from netkeeper.interchange.csv import guess_for, open_table, read_csv
from netkeeper.interchange.csv.outlook import COLUMNS
from tests.interchange import csv_exports as exports
from tests.interchange.tables import filled, named, read_one, table


def test_linkedin_says_when_you_met() -> None:
    reading = read_csv(exports.LINKEDIN.encode())
    anna, pekka = (read.contact for read in reading.contacts)
    assert (anna.name, anna.organization, anna.title) == ("Anna Virtanen", "Valio Oy", "Brand lead")
    assert anna.met == "LinkedIn, 12 Mar 2024"
    assert anna.urls == (Labelled("https://www.linkedin.com/in/anna-virtanen"),)
    assert (anna.emails, anna.last_on, anna.created) == ((), None, "")
    assert pekka.met == "LinkedIn, 7 Feb 2022"
    assert pekka.name_parts == NameParts(given="Pekka, MBA", family="Salo")
    assert pekka.title == 'Head of "Sweets"'
    assert [read.line for read in reading.contacts] == [6, 7]


def test_linkedins_rows_of_nobody_are_told_with_their_lines() -> None:
    assert read_csv(exports.LINKEDIN.encode()).skipped == (
        Skipped(8, "a row with no name or email, only '30 Apr 2026'; give it a name in the file if it is somebody"),
        Skipped(
            9, "a row with no name or email, only 'Ghost Oy, 1 May 2026'; give it a name in the file if it is somebody"
        ),
    )


def test_linkedins_remarks_may_stand_below_the_header() -> None:
    reading = read_csv(exports.LINKEDIN_OLD.encode())
    assert [(read.contact.name, read.line) for read in reading.contacts] == [("Anna Virtanen", 5)]
    assert reading.skipped == ()


def test_google_today() -> None:
    reading = read_csv(exports.GOOGLE.encode())
    anna, cafe = reading.contacts
    contact = anna.contact
    assert contact.name == "Dr. Anna Maria Virtanen PhD"
    assert contact.name_parts == NameParts("Dr.", "Anna", "Maria", "Virtanen", "PhD")
    assert (contact.organization, contact.title) == ("Valio Oy", "Brand lead")
    # A star is before what is preferred; several of one label share a cell.
    assert contact.emails == (
        Labelled("anna@valio.example", "work"),
        Labelled("av@valio.example", "work"),
        Labelled("anna@home.example", "home"),
    )
    assert contact.phones == (Labelled("+358 40 555 0101", "mobile"), Labelled("014 123 456", "work fax"))
    assert contact.urls == (Labelled("https://anna.example", "Home Page"),)
    assert contact.addresses == (Address("home", "PL 5", "A 5", "Katu 3", "Jyväskylä", "Keski-Suomi", "40100", "FI"),)
    assert contact.birthday == Birthday(2, 29)
    assert contact.fields == ("design", "health/tech")
    assert contact.step is Step.CUSTOMER
    assert contact.notes == "Two\nlines\nShoe size: 38\nFile As: Virtanen A"
    assert anna.unknown_properties == (
        "ORG:Valio Oy;Sales",
        "NICKNAME:Ansku",
        "X-PHONETIC-FIRST-NAME:Anna",
        "PHOTO;VALUE=uri:https://photos.example/a.jpg",
        "item1.X-ABDATE:2010-06-05",
        "item1.X-ABLabel:_$!<Anniversary>!$_",
        "item2.X-ABRELATEDNAMES:Jussi",
        "item2.X-ABLabel:_$!<Spouse>!$_",
    )
    assert anna.remarks == ()
    assert (cafe.contact.name, cafe.line) == ("Kahvila Oy", 6)
    assert cafe.contact.addresses == (Address("work", street="Pelkkä katu\n40100 Jyväskylä"),)


def test_google_before_2024() -> None:
    anna = read_one(exports.GOOGLE_OLD.encode())
    contact = anna.contact
    assert contact.name == "Anna Virtanen"
    assert contact.emails == (
        Labelled("a@one.example"),
        Labelled("b@one.example"),
        Labelled("c@one.example", "other"),
    )
    assert contact.phones == (Labelled("040 1", "mobile"), Labelled("014 2", "work"))
    assert contact.addresses == (
        Address("home", street="Katu 1", locality="Kuopio", postal_code="70100", country="Suomi"),
        Address("home", street="Tie 2", locality="Lahti", postal_code="15100"),
    )
    assert (contact.organization, contact.title) == ("Valio", "Lead")
    assert contact.urls == (Labelled("http://blog.example", "Blog"),)
    assert contact.fields == ("imported-6/3",)
    assert contact.notes.split("\n") == [
        "Hei",
        "Maiden Name: Salo",
        "Occupation: Baker",
        "Organization: Fazer",
    ]
    assert anna.unknown_properties == (
        "ORG:Valio;Sales",
        "NICKNAME:Ansku",
        "IMPP;X-SERVICE-TYPE=Skype:anna.v",
        "IMPP;X-SERVICE-TYPE=ICQ:12345",
        "IMPP:x",
    )


def test_outlook_as_google_writes_it() -> None:
    data = filled(
        exports.OUTLOOK_GOOGLE_HEADER,
        First_Name="Anna",
        Last_Name="Virtanen",
        Title="Dr.",
        Birthday="31.1.1972",
        Notes="Hei\n\nOther Phone: 012 3\n",
        Home_Phone="014 1",
        Mobile_Phone="040 2",
        Home_Address="Katu 1\nPL 5\n40100 Jyväskylä",
        Home_Street="Katu 1",
        Home_Address_PO_Box="PL 5",
        Home_City="Jyväskylä",
        Home_Postal_Code="40100",
        Home_Country="FI",
        Referred_By="Pekka Salo",
        Job_Title="Lead",
        Categories="Myynti;myContacts",
    )
    contact = read_one(data).contact
    assert contact.name == "Dr. Anna Virtanen"
    assert contact.birthday == Birthday(1, 31, 1972)
    assert contact.phones == (Labelled("014 1", "home"), Labelled("040 2", "mobile"))
    assert contact.addresses == (Address("home", "PL 5", "", "Katu 1", "Jyväskylä", "", "40100", "FI"),)
    assert contact.fields == ("myynti",)
    assert contact.via == "Pekka Salo"
    assert contact.notes == "Hei\n\nOther Phone: 012 3"


def test_outlook_on_the_web() -> None:
    read = read_one(
        filled(
            exports.OUTLOOK_WEB_HEADER,
            First_Name="Anna",
            Last_Name="Virtanen",
            Title="Dr.",
            Nickname="Ansku",
            Home_Phone_2="1",
            Business_Fax="2",
            Primary_Phone="3",
            Job_Title="Lead",
            Company="Valio",
            Office_Location="A4",
            Business_Street="Katu 1\r\nB 2",
            Personal_Web_Page="https://anna.example",
            Birthday="1972-01-31",
            Anniversary="2000-12-24",
        )
    )
    contact = read.contact
    assert contact.name == "Dr. Anna Virtanen"
    assert contact.title == "Lead"
    assert contact.phones == (Labelled("1", "home"), Labelled("3", ""), Labelled("2", "work fax"))
    assert contact.urls == (Labelled("https://anna.example", "home"),)
    assert contact.addresses == (Address("work", street="Katu 1\nB 2"),)
    assert contact.birthday == Birthday(1, 31, 1972)
    assert contact.notes == "Office Location: A4"
    assert "item1.X-ABDATE:2000-12-24" in read.unknown_properties


def test_outlook_on_the_desktop() -> None:
    cells = {
        "Title": "Dr.", "First Name": "Anna", "Last Name": "Virtanen", "Company": "Valio", "Job Title": "Lead",
        "Business Street": "Katu 1", "Business Street 2": "B 2", "Business Street 3": "3. krs", "Business City": "Jyväskylä",
        "Business Address PO Box": "PL 1", "Mobile Phone": "+358 40 1", "Birthday": "2/29/1980", "Anniversary": "0/0/00",
        "Categories": "Food;Green Category, step:regular", "E-mail Address": "a@one.example", "E-mail Type": "SMTP",
        "E-mail Display Name": "Anna (a@one.example)", "E-mail 2 Address": "b@one.example", "Gender": "Unspecified",
        "Priority": "Normal", "Private": "False", "Sensitivity": "Normal", "Initials": "A.V.", "User 1": "likes tea",
        "Referred By": "Pekka", "Web Page": "https://valio.example",
    }  # fmt: skip
    read = read_one(table(COLUMNS, [cells.get(column, "") for column in COLUMNS]))
    contact = read.contact
    assert contact.name == "Dr. Anna Virtanen"
    assert contact.addresses == (Address("work", "PL 1", "", "Katu 1\nB 2\n3. krs", "Jyväskylä"),)
    assert contact.birthday == Birthday(2, 29, 1980)
    assert contact.fields == ("food", "green-category")
    assert contact.step is Step.REGULAR
    assert contact.via == "Pekka"
    assert [email.value for email in contact.emails] == ["a@one.example", "b@one.example"]
    assert contact.notes == "Initials: A.V.\nUser 1: likes tea"
    assert (read.unknown_properties, read.remarks) == ((), ())


def test_outlook_shows_who_has_nothing_but_an_address() -> None:
    cells = {"E-mail Address": "a@one.example", "E-mail Display Name": "Anna Virtanen (a@one.example)"}
    data = table(COLUMNS, [cells.get(column, "") for column in COLUMNS])
    assert named(data) == ["Anna Virtanen"]


@pytest.mark.parametrize(
    ("header", "language", "ignored"),
    [
        (exports.OUTLOOK_FI, "fi", {"Ammatti"}),
        (exports.OUTLOOK_SV, "sv", set()),
        (exports.OUTLOOK_DE, "de", {"Ort"}),
    ],
)
def test_outlook_in_three_more_languages(header: list[str], language: str, ignored: set[str]) -> None:
    data = table(header, [f"{name}!" for name in header], encoding="cp1252")
    mapping = guess_for(open_table(data))
    assert (mapping.layout, mapping.language) == ("Outlook", language)
    assert {column.header for column in mapping.columns if not column.is_known} == ignored
    contact = read_csv(data).contacts[0].contact
    assert {address.label for address in contact.addresses} == {"work", "home", "other"}
    assert all(address.street and address.locality for address in contact.addresses)
    assert {"work", "home", "mobile", "work fax", "home fax", "main", "other", "other fax"} <= {
        phone.label for phone in contact.phones
    }
    assert len(contact.emails) == 2
    assert contact.name_parts.formatted() == contact.name
    assert all(getattr(contact.name_parts, part) for part in ("prefix", "given", "additional", "family", "suffix"))


def test_the_second_line_of_a_street_goes_with_its_first_in_finnish() -> None:
    data = table(exports.OUTLOOK_FI, [f"{name}!" for name in exports.OUTLOOK_FI])
    home = next(address for address in read_csv(data).contacts[0].contact.addresses if address.label == "home")
    assert home.street == "Lähiosoite (koti)!\nLähiosoite 2!\nLähiosoite 3!"


@pytest.mark.parametrize(
    ("header", "birth"),
    [
        (exports.THUNDERBIRD, ("Birth Year", "Birth Month", "Birth Day")),
        (exports.THUNDERBIRD_FI, ("Syntymävuosi", "Syntymäkuukausi", "Syntymäpäivä")),
        (exports.THUNDERBIRD_SV, ("Född år", "Född månad", "Född dag")),
        (exports.THUNDERBIRD_DE, ("Geburtsjahr", "Geburtsmonat", "Geburtstag")),
    ],
)
def test_thunderbird_in_four_languages(header: list[str], birth: tuple[str, str, str]) -> None:
    day = dict(zip(birth, ("1980", "2", "29"), strict=True))
    data = table([*header, ""], [*(day.get(name, f"{name}!") for name in header), ""])
    assert guess_for(open_table(data)).layout == "Thunderbird"
    read = read_one(data)
    contact = read.contact
    assert contact.birthday == Birthday(2, 29, 1980)
    # In English the cell for the whole name shares a word with the parts; else it holds neither, as a login does.
    whole, parts = f"{header[2]}!", f"{header[0]}! {header[1]}!"
    assert contact.name == (whole if header is exports.THUNDERBIRD else parts)
    assert (f"{header[2]}: {whole}" in contact.notes) is (contact.name == parts)
    assert (contact.name_parts.given, contact.name_parts.family) == (f"{header[0]}!", f"{header[1]}!")
    assert [email.value for email in contact.emails] == [f"{header[4]}!", f"{header[5]}!"]
    assert {phone.label for phone in contact.phones} == {"work", "home", "fax", "pager", "mobile"}
    assert [address.label for address in contact.addresses] == ["home", "work"]
    assert all(address.street and address.locality and address.postal_code for address in contact.addresses)
    assert len(contact.urls) == 2
    assert contact.title
    assert contact.organization
    assert read.remarks == ()


@pytest.mark.parametrize(
    ("year", "month", "day", "birthday", "note"),
    [
        ("1980", "2", "29", Birthday(2, 29, 1980), ""),
        ("", "2", "29", Birthday(2, 29), ""),
        ("1977", "2", "31", None, "Birthday: 1977-2-31"),
        ("1977", "", "", None, "Birth Year: 1977"),
        ("0", "0", "0", None, ""),
        ("x", "1", "1", None, "Birthday: x-1-1"),
    ],
)
def test_a_birthday_in_three_columns(year: str, month: str, day: str, birthday: Birthday | None, note: str) -> None:
    header = exports.THUNDERBIRD
    data = filled(header, Display_Name="Anna", Birth_Year=year, Birth_Month=month, Birth_Day=day)
    read = read_one(data)
    assert (read.contact.birthday, read.contact.notes) == (birthday, note)
    assert bool(read.remarks) is note.startswith("Birthday")


def test_exports_that_were_joined_by_hand_have_one_header_more() -> None:
    data = exports.GOOGLE.encode()
    assert len(named(data + data)) == 4
