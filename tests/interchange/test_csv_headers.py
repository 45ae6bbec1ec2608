"""Tables that people make by hand: headers in four languages, what they leave open, and what nobody knows."""

from __future__ import annotations

import pytest

from netkeeper.domain.people.contact import Address, Labelled, NameParts
from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.interchange.csv import guess_for, open_table, parse_map, read_csv
from netkeeper.interchange.csv.headers import LANGUAGES, header_words
from netkeeper.interchange.csv.targets import KINDS
from tests.interchange.tables import named, read_one, table


def targets(*header: str) -> list[str]:
    """What the columns of a header become."""
    data = table(header, [f"x{place}" for place in range(len(header))])
    return [str(column.target) for column in guess_for(open_table(data)).columns]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Nimi;Yritys;Sähköposti;Puhelin", "name organization email phone"),
        ("Etunimi;Sukunimi;Matkapuhelin;Työpuhelin", "given family phone:mobile phone:work"),
        ("Sukunimi ja etunimi;Organisaatio;Titteli;GSM", "family-given organization title phone:mobile"),
        ("Yhteyshenkilö;Firma;S-posti;Puh. nro;Kotisivut", "name organization email phone url"),
        ("Nimi;Ala;Mistä tunnen;Muuta;Kenen kautta", "name field met notes via"),
        ("Nimi;Katuosoite;Postinumero;Postitoimipaikka", "name address.street address.postal-code address.city"),
        ("Nimi;Osoite;Postinro;Kunta;Maa", "name address.street address.postal-code address.city address.country"),
        ("Nimi;Osoite", "name address"),
        ("Nimi;Puhelin (työ);Puhelin (koti);Puhelin, muu", "name phone:work phone:home phone:other"),
        ("Nimi;Työsähköposti;Kotisähköposti;Työkännykkä", "name email:work email:home phone:work mobile"),
        ("Nimi;Sähköposti 1;Sähköposti 2;Puhelin 1;Puhelin 2", "name email email phone phone"),
        ("Förnamn;Efternamn;Företag;E-post;Mobil", "given family organization email phone:mobile"),
        ("Namn;Bolag;Mejladress;Telefonnr;Titel;Bransch", "name organization email phone title field"),
        ("Namn;Gatuadress;Postnr;Ort", "name address.street address.postal-code address.city"),
        ("Namn;Telefon arbete;Telefon hem;Arbetstelefon", "name phone:work phone:home phone:work"),
        ("Vorname;Nachname;Firma;E-Mail;Handy", "given family organization email phone:mobile"),
        ("Name;Unternehmen;Telefon geschäftlich;Mobil privat", "name organization phone:work phone:home mobile"),
        ("Name;Straße und Hausnummer;PLZ;Ort", "name address.street address.postal-code address.city"),
        ("Ansprechpartner;Firma;Position;Bemerkungen", "name organization title notes"),
        ("Full Name,Company,Job Title,Email Address,Mobile Phone", "name organization title email phone:mobile"),
        ("firstName,lastName,companyName,emailAddress", "given family organization email"),
        ("first_name,last_name,phone_number,linkedin_url", "given family phone url:linkedin"),
        ("NAME,E-MAIL,PHONE NO.,ZIP CODE,CITY", "name email phone address.postal-code address.city"),
        ("Name,Work email,Personal email,Office phone", "name email:work email:home phone:work"),
        ("Name,Tags,How we met,Introduced by,Notes", "name field met via notes"),
        ("Name,Date of birth,LinkedIn,WhatsApp", "name birthday url:linkedin phone:whatsapp"),
        ("Name,Email,Email,Phone,Phone", "name email email phone phone"),
        ("Name,Address line 1,Address line 2,City", "name address.street address.street address.city"),
        ("First Name,Last Name,Attendee #,Order #,Company number", "given family line line line"),
        ("Name *,E-mail (required),Phone [optional],Mobile (private)", "name email phone phone:home mobile"),
        ("Nimi,Sähköposti (pakollinen),Puhelin (matkapuhelin)", "name email phone:mobile"),
        ("Person - Name,Person - Email,Organization - Name,Organization - Website", "name email organization url:work"),
        ('#"name",workphone,homephone,Phone #', "name phone:work phone:home phone"),
        (
            "Name,Mailing Street,Mailing City,Mailing Zip/Postal Code",
            "name address.street address.city address.postal-code",
        ),
        ("Nimi,Asiakasnumero,Puhelinnumero,Kundnr", "name line phone line"),
        ("Name,Company,Company,Favourite colour", "name organization line line"),
    ],
)
def test_headers_made_by_hand(header: str, expected: str) -> None:
    parts = header.split(";") if ";" in header else header.split(",")
    found = targets(*parts)
    # What a phone is for may be two words.
    assert " ".join(found) == expected


_OF_LAYOUTS = frozenset((
    "stand-in", "filled-in", "title-or-prefix", "title-too", "event", "event.label", "relation", "relation.label", "im",
    "im.label", "custom", "custom.label", "photo", "phonetic-given", "phonetic-additional", "phonetic-family",
    "step-or-line", "importance-or-line", "importance-or-filled-in",
    *(row.column for row in PROPERTIES.values()),
))  # fmt: skip
"""Kinds of columns that only the layouts of programs have, so that nobody can choose them."""


def test_every_word_of_the_tables_means_something_real() -> None:
    for name, module in LANGUAGES.items():
        seen: dict[str, str] = {}
        for target, words in module.WORDS.items():
            assert target.partition(":")[0] in KINDS.keys() | _OF_LAYOUTS, (name, target)
            for word in " ".join(words.split()).split("|"):
                key, _ = header_words(word.replace("#", "0"))
                assert key, (name, word)
                assert seen.setdefault(key, target) == target, f"{word!r} means two things in {name}"


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        (("Title", "Name"), "Brand lead", "title"),
        (("Title", "Name"), "Dr.", "prefix"),
        (("Titel", "Namn", "Befattning"), "Chef", "prefix"),
        (("Titteli", "Nimi"), "Toimitusjohtaja", "title"),
    ],
)
def test_a_title_is_what_one_does_or_what_one_is_called(title: tuple[str, ...], below: str, expected: str) -> None:
    data = table(title, [below, *("x" for _ in title[1:])])
    assert guess_for(open_table(data)).columns[0].target.kind == expected


def test_name_beside_a_given_name_is_the_family_name_unless_it_holds_both() -> None:
    assert named(table(["Vorname", "Name"], ["Max", "Muster"])) == ["Max Muster"]
    assert named(table(["Etunimi", "Nimi"], ["Anna", "Anna Virtanen"])) == ["Anna Virtanen"]


def test_names_with_the_family_name_first_are_turned_round_row_by_row() -> None:
    found = read_csv(table(["Nimi", "Puh"], ["Virtanen, Anna", "1"], ["Salo, Pekka", "2"], ["Maija", "3"]))
    assert [read.contact.name for read in found.contacts] == ["Anna Virtanen", "Pekka Salo", "Maija"]
    assert found.contacts[0].contact.name_parts == NameParts(given="Anna", family="Virtanen")
    companies = table(["Nimi", "Puh"], ["Valio", "1"], ["Salo, Pekka", "2"], ["Smith, Jones and Partners Ltd", "3"])
    assert named(companies) == ["Valio", "Pekka Salo", "Smith, Jones and Partners Ltd"]
    assert named(table(["Sukunimi Etunimi", "Puh"], ["Virtanen Anna Maria", "1"])) == ["Anna Maria Virtanen"]


def test_addresses_and_numbers_that_share_a_cell_come_apart() -> None:
    read = read_one(
        table(
            ["Name", "Email", "Phone"],
            ["Anna", "mailto:a@one.example; b@one.example", "040 123 4567 / tel:014 123 456"],
        )
    )
    assert [email.value for email in read.contact.emails] == ["a@one.example", "b@one.example"]
    assert [phone.value for phone in read.contact.phones] == ["040 123 4567", "014 123 456"]
    odd = read_one(table(["Name", "Email", "Phone"], ["Anna", "a at one.example, soon", "040 123;456"]))
    assert odd.contact.emails == ()
    assert odd.contact.notes == "Email: a at one.example, soon"
    assert odd.remarks == ("'a at one.example, soon' is no email address; kept in the notes",)
    assert [phone.value for phone in odd.contact.phones] == ["040 123;456"]


def test_columns_with_what_a_value_is_for() -> None:
    header = ["Name", "Phone 1 label", "Phone 1", "Phone 2", "Phone 2 label"]
    read = read_one(table(header, ["Anna", "Koti", "014 1", "040 2", "Mökki"]))
    assert read.contact.phones == (Labelled("014 1", "home"), Labelled("040 2", "Mökki"))


def test_a_town_goes_with_the_only_street() -> None:
    read = read_one(table(["Namn", "Gatuadress", "Hemort"], ["Åsa", "Gata 1", "Umeå"]))
    assert read.contact.addresses == (Address("", street="Gata 1", locality="Umeå"),)


def test_what_nobody_knows_is_kept_where_a_person_finds_it() -> None:
    data = table(["Name", "Favourite colour", "", "Notes"], ["Anna", "red\nblue", "?", "Hi"], ["Bo", "", "", ""])
    anna, bo = read_csv(data).contacts
    assert anna.contact.notes == "Hi\nFavourite colour: red\nblue\nColumn 3: ?"
    assert bo.contact.notes == ""


def test_two_columns_that_are_said_to_be_one_thing_lose_nothing() -> None:
    data = table(["A", "B", "C"], ["Anna", "Valio", "Fazer"])
    said = parse_map(["A=name", "B=organization", "C=organization"])
    contact = read_csv(data, chosen_targets=said).contacts[0].contact
    assert (contact.organization, contact.notes) == ("Valio", "C: Fazer")


def test_rows_may_be_shorter_or_longer_than_the_header() -> None:
    data = b"Name,Email,Phone\nAnna\nBo,b@one.example,1,,\nCi,c@one.example,2,extra,,more\n"
    anna, bo, ci = read_csv(data).contacts
    assert (anna.contact.name, anna.contact.emails) == ("Anna", ())
    assert (bo.contact.notes, bo.remarks) == ("", ())
    assert ci.contact.notes == "More: extra\nMore: more"
    assert ci.remarks == ("has 2 more cells than the header; kept in the notes",)


@pytest.mark.parametrize(
    ("header", "cell", "attribute", "value"),
    [
        ("Step", "customer", "step", "customer"),
        ("Asiakkuuden porras", "Kanta-asiakas", "step", "regular"),
        ("Hopes", "employer; mentor", "hopes", ("employer", "mentor")),
        ("Cadence", "6w", "cadence", 42),
        ("Fields", '"Design", food', "fields", ("design", "food")),
        ("Tags", "#food #design", "fields", ("food", "design")),
        ("Tags", "food|design", "fields", ("food", "design")),
    ],
)
def test_netkeepers_own_words_in_a_table_made_by_hand(header: str, cell: str, attribute: str, value: object) -> None:
    assert getattr(read_one(table(["Name", header], ["Anna", cell])).contact, attribute) == value


def test_what_cannot_be_read_is_kept_and_said() -> None:
    read = read_one(table(["Name", "Step", "Hopes", "Cadence"], ["Anna", "friend", "riches", "soon"]))
    assert read.contact.notes.split("\n") == ["Step: friend", "Hopes: riches", "Cadence: soon"]
    assert len(read.remarks) == 3


def test_somebody_without_a_name_is_called_by_what_there_is() -> None:
    header = ["Name", "Company", "Email", "Phone", "Nickname", "Notes"]
    rows = [
        ["", "Valio", "a@one.example", "1", "", ""],
        ["", "", "a@one.example", "1", "", ""],
        ["", "", "", "040 1", "Ansku", ""],
        ["", "", "", "040 1", "", ""],
        ["", "", "", "", "", "call back"],
    ]
    reading = read_csv(table(header, *rows))
    assert [read.contact.name for read in reading.contacts] == ["Valio", "a@one.example", "Ansku", "040 1"]
    assert [(each.line, "'call back'" in each.reason) for each in reading.skipped] == [(6, True)]


def test_a_number_that_a_spreadsheet_shortened_is_told_of() -> None:
    read = read_one(table(["Name", "Phone"], ["Anna", "3,58401E+11"]))
    assert [phone.value for phone in read.contact.phones] == ["3,58401E+11"]
    assert read.remarks == ("phone '3,58401E+11' was shortened by a spreadsheet; its digits are not in the file",)


def test_what_is_too_long_for_its_place_is_kept_in_the_notes() -> None:
    header = ["Name", "Email", "Company", "Address", "Title"]
    read = read_one(table(header, ["Anna", "e" * 3_000, "c" * 3_000, "a" * 9_000, "t" * 2_000]))
    assert (read.contact.emails, read.contact.organization, read.contact.addresses) == ((), "", ())
    assert read.contact.title == "t" * 2_000
    assert read.contact.notes == f"Email: {'e' * 3_000}\nCompany: {'c' * 3_000}\nAddress: {'a' * 9_000}"


def test_notes_are_cut_at_their_limit_and_that_is_said() -> None:
    read = read_one(table(["Name", "Notes", "Colour"], ["Anna", "n" * 99_990, "c" * 100]))
    assert len(read.contact.notes) == 100_000
    assert read.remarks == ("a note of 100,099 characters is cut at 100,000",)


def test_a_name_that_is_too_long_is_cut_and_kept_whole() -> None:
    read = read_one(table(["Name", "Phone"], ["a" * 3000, "1"]))
    assert len(read.contact.name) == 500
    assert read.contact.notes == "Name: " + "a" * 3000
    shorter = read_one(table(["Name", "Phone"], ["b" * 600, "1"]))
    assert (len(shorter.contact.name), len(shorter.remarks)) == (500, 1)
    assert shorter.contact.notes == "Name: " + "b" * 600


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Vaihe", ("asiakas", "Kanta-asiakas", ""), "step"),
        ("Stage", ("Lead", "customer"), "step"),
        ("Status", ("Kund", "Stammkunde"), "step"),
        ("Status", ("Attending", "customer"), "line"),
        ("Tila", ("myyty",), "line"),
        ("Vaihe", ("asiakas", "n/a", "-", "?", "ei ole"), "step"),
        ("Vaihe", ("n/a", "-"), "line"),
        ("Vaihe", (*("asiakas",) * 200, "myyty"), "line"),
        ("Vaihe", (*("-",) * 200, "asiakas"), "step"),
        ("Priority", (*("Normal",) * 200, "High"), "importance"),
        ("Tärkeys", ("***", "*", "-"), "importance"),
        ("A/B/C", ("A", "b", "C"), "importance"),
        ("Tärkeys", ("a", "★★"), "importance"),
        ("Priority", ("High", "low"), "importance"),
        ("Priority", ("Normal", "Normal"), "filled-in"),
        ("Prioriteetti", ("kiireinen",), "filled-in"),
        ("Last", ("2026-10-03", "3.10.2026"), "last-contact"),
        ("Last", ("Virtanen", "Salo"), "family"),
        ("Company", ("1001", "1002"), "line"),
        ("Company", ("1001", "Valio"), "organization"),
        ("Group", ("12", "7"), "line"),
    ],
)  # fmt: skip
def test_what_a_column_holds_says_what_it_is(header: str, cells: tuple[str, ...], expected: str) -> None:
    data = table(["Name", header], *(["Anna", cell] for cell in cells))
    assert str(guess_for(open_table(data)).columns[1].target) == expected


def test_steps_and_importance_come_in_in_any_of_the_languages() -> None:
    data = table(["Nimi", "Vaihe", "Prioriteetti"], ["Anna", "Kanta-asiakas", "Korkea"], ["Bo", "liidi", "matala"])
    anna, bo = read_csv(data).contacts
    assert (anna.contact.step, anna.contact.importance, anna.is_placed) == ("regular", "a", True)
    assert (bo.contact.step, bo.contact.importance) == ("potential", "c")
    data = table(["Nimi", "Vaihe", "Tärkeys"], ["Anna", "asiakas", "?"], ["Bo", "n/a", "*"])
    anna, bo = read_csv(data).contacts
    assert (anna.contact.step, anna.contact.importance, anna.remarks) == ("customer", None, ())
    assert (bo.contact.step, bo.contact.importance, bo.contact.notes, bo.remarks) == ("potential", "c", "", ())
    (odd,) = read_csv(table(["Name", "Status"], ["Anna", "Attending"])).contacts
    assert (odd.contact.step, odd.contact.notes, odd.is_placed) == ("potential", "Status: Attending", False)
