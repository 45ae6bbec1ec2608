"""Names, addresses and numbers in the cells of tables, as people and programs write them."""

from __future__ import annotations

import pytest

from netkeeper.interchange.csv import read_csv
from netkeeper.interchange.tidied import tidied
from tests.interchange.tables import read_one, table


@pytest.mark.parametrize(
    ("header", "row", "name", "organization", "notes"),
    [
        (("Customer Name", "First Name", "Last Name"), ("Valio", "Anna", "Virta"), "Anna Virta", "Valio", ""),
        (("Name", "First Name", "Last Name"), ("Valio Oy", "Anna", "Virta"), "Anna Virta", "Valio Oy", ""),
        (("Display Name", "First Name", "Last Name"), ("anna.virta", "Anna", "Virta"), "Anna Virta", "", "Display Name: anna.virta"),
        (("Display Name", "First Name", "Last Name"), ("virta", "Anna", "Virta"), "Anna Virta", "", ""),
        (("Name", "First Name", "Last Name"), ("Anna M. Virta", "Anna", "Virta"), "Anna M. Virta", "", ""),
        (("Name", "First Name", "Last Name"), ("Virta, Anna", "Anna", "Virta"), "Anna Virta", "", ""),
        (("Name", "First Name", "Last Name"), ("Madonna", "Madonna", ""), "Madonna", "", ""),
    ],
)  # fmt: skip
def test_given_and_family_name_win_over_a_cell_that_holds_neither(
    header: tuple[str, ...], row: tuple[str, ...], name: str, organization: str, notes: str
) -> None:
    contact = read_one(table(header, row)).contact
    assert (contact.name, contact.organization, contact.notes) == (name, organization, notes)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Koskinen, Noora", "Noora Koskinen"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("VIRTANEN, ANNA", "ANNA VIRTANEN"),
        ("Virtanen, A.", "A. Virtanen"),
        ("Noora Koskinen", "Noora Koskinen"),
        ("Noora Koskinen, KTM", "Noora Koskinen, KTM"),
        ("Smith, Jr.", "Smith, Jr."),
        ("Valio, Oy", "Valio, Oy"),
        ("Anna Virtanen, Valio", "Anna Virtanen, Valio"),
        ("Anna Virtanen, myyjä", "Anna Virtanen, myyjä"),
        ("\u200e Anna Virta\u200b", "Anna Virta"),
    ],
)
def test_a_name_is_turned_round_as_its_comma_tells(written: str, name: str) -> None:
    assert read_one(table(["Nimi", "Yritys"], [written, "Valio"])).contact.name == name


def test_what_reaches_nobody_is_a_note_and_what_stands_in_the_wrong_column_is_moved() -> None:
    header = ["Name", "Email", "Phone"]
    anna = read_one(table(header, ["Anna", "urn:li:member:664", "kysy Maijalta"]))
    assert (anna.contact.emails, anna.contact.phones) == ((), ())
    assert anna.contact.notes == "Email: urn:li:member:664\nPhone: kysy Maijalta"
    assert len(anna.remarks) == 2
    swapped = read_one(table(header, ["Bo", "040 555 0101", "bo@one.example"])).contact
    assert ([item.value for item in swapped.emails], [item.value for item in swapped.phones]) == (
        ["bo@one.example"],
        ["040 555 0101"],
    )
    assert swapped.notes == ""


@pytest.mark.parametrize(
    ("email", "remark"),
    [
        ("noreply@one.example", "'noreply@one.example' takes no answers"),
        ("info@one.example", "'info@one.example' may be read by several people"),
        ("anna@one.example", ""),
    ],
)
def test_an_address_that_is_nobodys_is_told(email: str, remark: str) -> None:
    read = read_one(table(["Name", "Email"], ["Anna", email]))
    assert [item.value for item in read.contact.emails] == [email]
    assert "".join(read.remarks) == remark


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ('="a@one.example"', ["a@one.example"]),
        ('"a@one.example", "b@one.example"', ["a@one.example", "b@one.example"]),
        ("a@one.example|b@one.example", ["a@one.example", "b@one.example"]),
        ("a@one.example ::: b@one.example", ["a@one.example", "b@one.example"]),
        ("a@one.example / b@one.example", ["a@one.example", "b@one.example"]),
    ],
)
def test_wrapped_cells_are_unwrapped(cell: str, values: list[str]) -> None:
    assert [item.value for item in read_one(table(["Name", "Email"], ["Anna", cell])).contact.emails] == values


def test_quotation_marks_may_stand_behind_blanks() -> None:
    data = b'"Name", "Email", "Notes"\n"Anna", "a@one.example", "tea, not coffee"\n"Bo", "b@one.example", "x"\n'
    anna, bo = read_csv(data).contacts
    assert (anna.contact.name, anna.contact.notes, bo.contact.emails[0].value) == (
        "Anna", "tea, not coffee", "b@one.example",
    )  # fmt: skip


def test_a_blank_in_an_address_is_not_taken_for_a_name_before_it() -> None:
    (read,) = tidied(read_csv(table(["Name", "E-mail 1 - Value"], ["Anna", "business 3@one.example"]))).contacts
    assert [item.value for item in read.contact.emails] == ["business 3@one.example"]
    (named,) = tidied(read_csv(table(["Name", "Email"], ["", "Cia Cook <cia@one.example>"]))).contacts
    assert (named.contact.name, named.contact.emails[0].value) == ("Cia Cook", "cia@one.example")


@pytest.mark.parametrize("cell", ["food;design", "food|design", "#food #design", '"food", "design"'])
def test_fields_come_apart_whatever_stands_between_them(cell: str) -> None:
    assert read_one(table(["Name", "Tags"], ["Anna", cell])).contact.fields == ("food", "design")
