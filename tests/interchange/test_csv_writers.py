"""The form of the tables that are written."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Contact, Labelled, NameParts
from netkeeper.domain.people.ladder import Step
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.csv import read_csv, write_csv, write_google, write_outlook
from tests.interchange.tables import KEPT, header, read_one, row, rows, table
from tests.interchange.test_vcard_roundtrip import FULL
from tests.interchange.test_vcard_writer import ANNA


def test_netkeepers_own_table() -> None:
    assert row(write_csv([WriteContact(ANNA, ("NICKNAME:Ansku", "X-A:1"), "")])) == {
        "Name": "Anna Virtanen",
        "Prefix": "Dr.",
        "Given name": "Anna",
        "Middle names": "Maria",
        "Family name": "Virtanen",
        "Suffix": "Jr.",
        "Organization": "Valio; Oy, Ab",
        "Title": "Brand lead",
        "Email 1": "anna@valio.example",
        "Email 1 label": "work",
        "Email 2": "anna@example.org",
        "Email 2 label": "Mökki",
        "Phone 1": "'+358 40 555 0101",
        "Phone 1 label": "mobile",
        "Phone 2": "014;ext=5",
        "Phone 2 label": "work fax",
        "Web 1": "https://valio.example/?a=1,2;3",
        "Address 1 label": "home",
        "Address 1 street": "Katu 3\nTalo 4",
        "Address 1 postal code": "40100",
        "Address 1 city": "Jyväskylä",
        "Birthday": "'--02-29",
        "Fields": "design, r,d",
        "Step": "customer",
        "Hopes": "employer, mentor",
        "How you met": "Slush 2025",
        "Introduced by": "Pekka Salo",
        "In touch every (days)": "42",
        "Notes": "One\nTwo",
        "Archived": "yes",
        "Ladder": "2026-01-02 customer: bought a workshop; twice",
        "UID": "urn:uuid:6e65746b-6565-8070-8123-456789012345",
        "Created": "2025-11-20T08:00:00Z",
        "Updated": "2026-11-02T08:09:10Z",
        "netkeeper: other properties": "NICKNAME:Ansku\nX-A:1",
    }


def test_what_was_kept_comes_back_line_by_line() -> None:
    read = read_one(write_csv([WriteContact(ANNA, KEPT)]))
    assert (read.contact, read.unknown_properties) == (ANNA, KEPT)


def test_a_kept_line_stays_one_line() -> None:
    read = read_one(write_csv([WriteContact(ANNA, ("X-A:1\r\nX-B:2\nX-C:3\rX-D:4",))]))
    assert read.unknown_properties == ("X-A:1\\nX-B:2\\nX-C:3\\nX-D:4",)


def test_kept_lines_of_a_stranger_have_to_be_such() -> None:
    data = b'Name,netkeeper: other properties\r\nAnna,"X-A:1\nno colon\nb@d:x\nEND:VCARD"\r\n'
    read = read_one(data)
    assert read.unknown_properties[0] == "X-A:1"
    assert "no colon" not in read.unknown_properties
    assert "2 of its other properties can't be read; left out" in read.remarks


def test_who_introduced_goes_out_by_name() -> None:
    contact = replace(ANNA, via="123456789012346")
    for write in (write_csv, write_google, write_outlook):
        data = write([WriteContact(contact, (), "Pekka Salo")])
        assert read_one(data).contact.via == "Pekka Salo"


def test_a_field_that_looks_like_a_step_is_a_field_in_netkeepers_table() -> None:
    contact = replace(ANNA, fields=("step:regular",))
    assert read_one(write_csv([WriteContact(contact)])).contact == contact


def test_columns_that_somebody_added_to_netkeepers_table_are_kept() -> None:
    data = write_csv([WriteContact(ANNA)], guard=False).decode("utf-8-sig").split("\r\n")
    added = "\r\n".join([f"{data[0]},Company", f"{data[1]},Fazer"]).encode()
    assert read_one(added).contact == replace(ANNA, notes="One\nTwo\nCompany: Fazer")


def test_nobody_is_a_header_alone() -> None:
    for write in (write_csv, write_google, write_outlook):
        assert rows(write([])) == []


def test_google_gets_its_own_headers_to_the_letter() -> None:
    one = Contact("", "Anna")
    assert ",".join(header(write_google([WriteContact(one)]))) == (
        "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
        "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
        "Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value"
    )
    data = write_google([WriteContact(one), WriteContact(ANNA, KEPT)])
    assert ",".join(header(data)).endswith(
        "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
        "Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
        "Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,"
        "Address 1 - Extended Address,Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value,"
        "Event 1 - Label,Event 1 - Value,Event 2 - Label,Event 2 - Value,Custom Field 1 - Label,"
        "Custom Field 1 - Value,Custom Field 2 - Label,Custom Field 2 - Value,Custom Field 3 - Label,"
        "Custom Field 3 - Value,Custom Field 4 - Label,Custom Field 4 - Value,Custom Field 5 - Label,"
        "Custom Field 5 - Value,Custom Field 6 - Label,Custom Field 6 - Value"
    )


def test_google() -> None:
    assert row(write_google([WriteContact(ANNA, KEPT)])) == {
        "First Name": "Anna",
        "Middle Name": "Maria",
        "Last Name": "Virtanen",
        "Name Prefix": "Dr.",
        "Name Suffix": "Jr.",
        "Nickname": "Ansku",
        "Organization Name": "Valio; Oy, Ab",
        "Organization Title": "Brand lead",
        "Organization Department": "Sales; Nordic",
        "Birthday": "--02-29",
        "Notes": "One\nTwo",
        "Photo": "https://photos.example/a.jpg",
        "Labels": "design ::: r,d ::: step:customer ::: * myContacts",
        "E-mail 1 - Label": "* Work",
        "E-mail 1 - Value": "anna@valio.example",
        "E-mail 2 - Label": "Mökki",
        "E-mail 2 - Value": "anna@example.org",
        "Phone 1 - Label": "* Mobile",
        "Phone 1 - Value": "+358 40 555 0101",
        "Phone 2 - Label": "Work Fax",
        "Phone 2 - Value": "014;ext=5",
        "Address 1 - Label": "Home",
        "Address 1 - Formatted": "Katu 3 Talo 4\n40100 Jyväskylä",
        "Address 1 - Street": "Katu 3\nTalo 4",
        "Address 1 - City": "Jyväskylä",
        "Address 1 - Postal Code": "40100",
        "Relation 1 - Label": "Spouse",
        "Relation 1 - Value": "Jussi",
        "Website 1 - Value": "https://valio.example/?a=1,2;3",
        "Event 1 - Label": "Anniversary",
        "Event 1 - Value": "2010-06-05",
        "Event 2 - Label": "First sale",
        "Event 2 - Value": "2011-01-02",
        "Custom Field 1 - Label": "Full name",
        "Custom Field 1 - Value": "Anna Virtanen",
        "Custom Field 2 - Label": "Hopes",
        "Custom Field 2 - Value": "employer, mentor",
        "Custom Field 3 - Label": "How you met",
        "Custom Field 3 - Value": "Slush 2025",
        "Custom Field 4 - Label": "Introduced by",
        "Custom Field 4 - Value": "Pekka Salo",
        "Custom Field 5 - Label": "In touch every (days)",
        "Custom Field 5 - Value": "42",
        "Custom Field 6 - Label": "Archived",
        "Custom Field 6 - Value": "yes",
    }


def test_google_has_values_of_one_label_in_one_cell() -> None:
    emails = (Labelled("a@b", "work"), Labelled("c@d", "home"), Labelled("e@f", "home"), Labelled("g ::: h", "home"))
    found = row(write_google([WriteContact(Contact("", "Anna", emails=emails))]))
    assert found["E-mail 2 - Value"] == "c@d ::: e@f ::: g :: h"
    assert "E-mail 3 - Value" not in found


def test_the_least_contact_is_nothing_but_a_name_to_google_and_outlook() -> None:
    contact = Contact("", "Anna Maria Virtanen")
    names = {"First Name": "Anna", "Middle Name": "Maria", "Last Name": "Virtanen"}
    assert row(write_google([WriteContact(contact)])) == {**names, "Labels": "* myContacts"}
    assert row(write_outlook([WriteContact(contact)])) == names


def test_steps_that_are_no_first_step_are_a_category() -> None:
    contact = Contact("", "Anna", step=Step.REGULAR)
    assert row(write_google([WriteContact(contact)]))["Labels"] == "step:regular ::: * myContacts"
    assert row(write_outlook([WriteContact(contact)]))["Categories"] == "step:regular"


def test_halves_of_characters_are_left_out() -> None:
    contact = Contact("", "An\ud800na", notes="x\udfff")
    for write in (write_csv, write_google, write_outlook):
        found = read_one(write([WriteContact(contact)])).contact
        assert (found.name, found.notes) == ("Anna", "x")


def test_the_same_bytes_are_written_each_time() -> None:
    for write in (write_csv, write_google, write_outlook):
        once = write([WriteContact(ANNA, KEPT)])
        assert write([WriteContact(ANNA, KEPT)]) == once
        reading = read_csv(once)
        again = write([WriteContact(read.contact, read.unknown_properties) for read in reading.contacts])
        assert (
            write([WriteContact(read.contact, read.unknown_properties) for read in read_csv(again).contacts]) == again
        )


def test_parts_of_a_name_that_are_not_known_are_guessed_for_google() -> None:
    found = read_one(write_google([WriteContact(Contact("", "Anna af Öberg"))])).contact
    assert found.name_parts == NameParts(given="Anna", family="af Öberg")
    assert found.name == "Anna af Öberg"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_netkeepers_table_comes_back_whatever_separates_its_cells(separator: str) -> None:
    data = write_csv([WriteContact(FULL)], separator=separator)
    assert data.startswith(f"\ufeffName{separator}Prefix".encode())
    assert read_one(data).contact == read_one(write_csv([WriteContact(FULL)])).contact


def test_netkeepers_table_comes_back_as_a_finnish_spreadsheet_saves_it() -> None:
    contact = Contact(
        "195541349256174", "Märta Öhman", birthday=Birthday(2, 29, 1980), phones=(Labelled("0405550101"),), notes="likes tea",
        first_on=date(2026, 11, 1), last_on=date(2026, 11, 12), nudge_from=date(2027, 1, 2), cadence=30,
    )  # fmt: skip
    written = list(csv.reader(io.StringIO(write_csv([WriteContact(contact)]).decode("utf-8-sig"), newline="")))
    as_saved = [[re.sub(r"\A(\d{4})-0?(\d+)-0?(\d+)\Z", r"\3.\2.\1", cell) for cell in cells] for cells in written]
    assert "12.11.2026" in as_saved[1]
    read = read_one(table(*as_saved, separator=";", encoding="cp1252"))
    assert replace(read.contact, uid="", id=contact.id) == contact
    # Some remark tells that the encoding was guessed.
    assert all("read as windows-1252" in remark for remark in read.remarks)
