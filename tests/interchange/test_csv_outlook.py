"""Outlook's table, and what it has no column for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Address, Labelled
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.csv import guess_for, open_table, write_csv, write_google, write_outlook
from netkeeper.interchange.csv.notes_footer import MARK, FooterLine, split_footer, with_footer
from netkeeper.interchange.csv.outlook import COLUMNS
from tests.interchange.tables import KEPT, header, read_one, row
from tests.interchange.test_vcard_writer import ANNA


def test_outlook_gets_its_own_headers_to_the_letter() -> None:
    assert header(write_outlook([])) == list(COLUMNS)
    assert len(COLUMNS) == 92
    assert COLUMNS[:4] == ("Title", "First Name", "Middle Name", "Last Name")
    assert COLUMNS[-2:] == ("User 4", "Web Page")
    data = write_outlook([WriteContact(ANNA)])
    mapping = guess_for(open_table(data))
    assert mapping.layout == "Outlook"


FULL = replace(
    ANNA,
    name="Dr. Anna Maria Virtanen Jr.",
    emails=tuple(Labelled(f"{letter}@one.example", "work") for letter in "abcde"),
    phones=(
        Labelled("+358 40 1", "mobile"),
        Labelled("+358 40 2", "mobile"),
        Labelled("014 1", "work"),
        Labelled("014 2", "work"),
        Labelled("09 1", ""),
        Labelled("09 2", "Mökki (kesä)"),
    ),
    urls=(Labelled("https://a.example"), Labelled("https://b.example", "blog")),
    addresses=(
        Address("home", "PL 1", "A 5", "Katu 3\nTalo 4", "Jyväskylä", "K-S", "40100", "Suomi"),
        Address("Mökki", street="Polku; 1", locality="Inari"),
    ),
    fields=("design", "r,d"),
)


def test_outlook() -> None:
    found = row(write_outlook([WriteContact(FULL, KEPT)]))
    notes = found.pop("Notes")
    assert found == {
        "Title": "Dr.",
        "First Name": "Anna",
        "Middle Name": "Maria",
        "Last Name": "Virtanen",
        "Suffix": "Jr.",
        "Company": "Valio; Oy, Ab",
        "Department": "Sales; Nordic",
        "Job Title": "Brand lead",
        "Home Street": "Katu 3",
        "Home Street 2": "Talo 4",
        "Home Street 3": "A 5",
        "Home City": "Jyväskylä",
        "Home State": "K-S",
        "Home Postal Code": "40100",
        "Home Country/Region": "Suomi",
        "Home Address PO Box": "PL 1",
        "Business Phone": "014 1",
        "Business Phone 2": "014 2",
        "Mobile Phone": "+358 40 1",
        "Primary Phone": "09 1",
        "Anniversary": "2010-06-05",
        "Categories": "design;step:customer",
        "E-mail Address": "a@one.example",
        "E-mail Type": "SMTP",
        "E-mail 2 Address": "b@one.example",
        "E-mail 2 Type": "SMTP",
        "E-mail 3 Address": "c@one.example",
        "E-mail 3 Type": "SMTP",
        "Referred By": "Pekka Salo",
        "Spouse": "Jussi",
        "Web Page": "https://a.example",
    }
    assert notes.split("\n") == [
        "One",
        "Two",
        "",
        "--- netkeeper ---",
        "Email (work): d@one.example",
        "Email (work): e@one.example",
        "Phone (mobile): +358 40 2",
        "Phone (Mökki (kesä\\)): 09 2",
        "Web (blog): https://b.example",
        "Address (Mökki): ;;Polku\\\\; 1;Inari;;;",
        "Birthday: --02-29",
        "Nickname: Ansku",
        "Event (First sale): 2011-01-02",
        "Field: r,d",
        "Hopes: employer, mentor",
        "How you met: Slush 2025",
        "In touch every (days): 42",
        "Archived: yes",
    ]


def test_what_outlook_has_no_column_for_comes_back_from_the_notes() -> None:
    read = read_one(write_outlook([WriteContact(FULL, KEPT)]))
    assert read.contact.notes == "One\nTwo"
    assert [email.value for email in read.contact.emails] == [email.value for email in FULL.emails]
    assert Labelled("09 2", "Mökki (kesä)") in read.contact.phones
    assert Address("Mökki", street="Polku; 1", locality="Inari") in read.contact.addresses
    assert read.contact.birthday == Birthday(2, 29)
    assert set(read.unknown_properties) == {
        "ORG:Valio\\; Oy\\, Ab;Sales\\; Nordic",
        "NICKNAME:Ansku",
        "item1.X-ABDATE:2010-06-05",
        "item1.X-ABLabel:_$!<Anniversary>!$_",
        "item2.X-ABDATE:2011-01-02",
        "item2.X-ABLabel:First sale",
        "item3.X-ABRELATEDNAMES:Jussi",
        "item3.X-ABLabel:_$!<Spouse>!$_",
    }
    assert read.remarks == ()


def test_notes_that_somebody_went_on_writing_stay_whole() -> None:
    tail = with_footer("Hi", [FooterLine("Email", "work", "a@b")])
    assert split_footer(f"{tail}\n\n", ["Email"]) == ("Hi", [FooterLine("Email", "work", "a@b")])
    assert split_footer(f"{tail}\nCall her", ["Email"]) == (f"{tail}\nCall her", [])
    assert split_footer(tail, ["Phone"]) == (tail, [])
    assert split_footer("a --- netkeeper --- b", ["Email"]) == ("a --- netkeeper --- b", [])


@pytest.mark.parametrize("notes", ["", "Hi", MARK, f"Hi\n\n{MARK}\nEmail: x", f"{MARK}\n", "a\n\n"])
def test_notes_that_look_like_a_tail_come_back(notes: str) -> None:
    for said in ([], [FooterLine("Email", "a) : (b\\", "x\ny\\n"), FooterLine("How you met", "", "")]):
        written = with_footer(notes, said)
        assert split_footer(written, ["Email", "How you met"]) == (notes, said)


def test_labels_in_the_members_language_find_their_columns() -> None:
    someone = replace(
        ANNA,
        phones=(
            Labelled("014 1", "työ"),
            Labelled("040 2", "Matkapuhelin"),
            Labelled("09 3", "hem"),
            Labelled("09 4", "mökki"),
        ),
        addresses=(
            Address("koti", street="Katu 1", locality="Lahti"),
            Address("Arbeit", street="Weg 2", locality="Bonn"),
        ),
    )
    found = row(write_outlook([WriteContact(someone)]))
    assert (found["Business Phone"], found["Mobile Phone"], found["Home Phone"]) == ("014 1", "040 2", "09 3")
    assert (found["Home City"], found["Business City"]) == ("Lahti", "Bonn")
    assert "Phone (mökki): 09 4" in found["Notes"]
    google = row(write_google([WriteContact(someone)]))
    assert [google[f"Phone {place} - Label"] for place in (1, 2, 3, 4)] == ["* Work", "Mobile", "Home", "mökki"]


@pytest.mark.parametrize("write", [write_csv, write_google, write_outlook])
def test_no_reminders_is_no_number(write: Callable[[Iterable[WriteContact]], bytes]) -> None:
    data = write([WriteContact(replace(ANNA, cadence=0, notes=""))])
    text = data.decode("utf-8-sig")
    assert "none" in text
    assert read_one(data).contact.cadence == 0
    # As it was written before.
    assert read_one(text.replace("none", "0").encode()).contact.cadence == 0
