"""The last meeting that a column tells of."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.cards import LastMet, ReadContact, WriteContact
from netkeeper.interchange.csv import Question, parse_map, parse_target, read_csv, write_csv
from tests.interchange.tables import table

TODAY = date(2026, 11, 23)


def read(header: str, cell: str, *maps: str) -> ReadContact:
    """The contact of a row that has this cell below this header."""
    data = table(["Name", "Email", header], ["Anna Virtanen", "anna@x.example", cell])
    (found,) = read_csv(data, chosen_targets=parse_map(maps) or None, today=TODAY).contacts
    assert found.contact.last_on is None
    return found


@pytest.mark.parametrize(
    "header",
    [
        "Last met", "Last contact", "Last contacted", "Last Contacted", "Last Activity Date", "last_interaction", "lastContacted",
        "Last on", "Last seen", "Last meeting", "Viimeksi", "Viimeksi tavattu", "Viimeisin yhteydenotto", "Viimeinen tapaaminen",
        "Senaste kontakt", "Letzter Kontakt",
    ],
)  # fmt: skip
def test_headers_that_tell_of_the_last_meeting(header: str) -> None:
    found = read(header, "2026-10-03")
    assert found.last_met == LastMet(date(2026, 10, 3), header)
    assert found.is_placed
    assert (found.contact.notes, found.contact.met, found.remarks) == ("", "", ())


@pytest.mark.parametrize(
    "cell",
    ["3.10.2026", "3.10.26", "2026-10-03 14:05", "2026-10-03T14:05:00Z", "3 Oct 2026", "3. lokakuuta 2026", "20261003"],
)
def test_days_in_any_spelling(cell: str) -> None:
    found = read("Last met", cell)
    assert found.last_met is not None and found.last_met.on == date(2026, 10, 3)
    assert found.contact.notes == ""


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("2026-11-24", "is still to come"),
        ("at Slush", "is not a date"),
        ("31.2.2026", "is not a date"),
        ("3.10.", "does not say the year"),
        ("1970-01-01", "is too long ago"),
    ],
)
def test_what_was_no_meeting_is_left_in_the_notes_and_said(cell: str, why: str) -> None:
    found = read("Last met", cell)
    assert found.last_met is None and not found.is_placed
    assert found.contact.notes == f"Last met: {cell}"
    assert found.remarks == (f"last contact '{cell}' {why}; kept in the notes",)


@pytest.mark.parametrize("cell", ["", "0/0/00", "0000-00-00"])
def test_an_empty_cell_says_nothing(cell: str) -> None:
    found = read("Last met", cell)
    assert (found.last_met, found.contact.notes, found.remarks, found.is_placed) == (None, "", (), False)


def test_today_has_been() -> None:
    assert read("Last met", "2026-11-23").last_met == LastMet(TODAY, "Last met")


def test_a_day_in_doubt_is_asked_about_as_that_of_a_birthday() -> None:
    data = table(["Name", "Last met"], ["Anna", "6/3/2026"])
    with pytest.raises(Question) as asked:
        read_csv(data)
    assert asked.value.about == "dates"
    (found,) = read_csv(data, dates="month-first").contacts
    assert found.last_met is not None and found.last_met.on == date(2026, 6, 3)
    other = table(["Name", "Last met"], ["Anna", "6/3/2026"], ["Bo", "25/3/2026"])
    assert [each.last_met and each.last_met.on for each in read_csv(other).contacts] == [
        date(2026, 3, 6),
        date(2026, 3, 25),
    ]


@pytest.mark.parametrize("word", ["last-contact", "last-met", "last_met", "last-contacted"])
def test_a_column_can_be_said_to_tell_of_it(word: str) -> None:
    assert read("Kahvilla", "2026-10-03", f"Kahvilla={word}").last_met == LastMet(date(2026, 10, 3), "Kahvilla")
    assert read("Kahvilla", "2026-10-03", f"3={word}").last_met == LastMet(date(2026, 10, 3), "Kahvilla")


def test_last_is_the_family_name_but_of_a_column_that_tells_of_it() -> None:
    assert read("Last met", "2026-10-03", "Last met=last").last_met == LastMet(date(2026, 10, 3), "Last met")
    assert parse_map(["Suku=last", "Last name=last"]) == dict.fromkeys(("Suku", "Last name"), parse_target("family"))
    with pytest.raises(UnreadableFileError, match="did you mean 'last-contact'"):
        parse_target("last-contct")


def test_of_several_columns_the_first_that_is_filled_tells_of_it() -> None:
    header = ["Name", "Last contacted", "Last activity date"]
    first, second = read_csv(
        table(header, ["Anna", "2026-10-03", "2026-10-05"], ["Bo", "", "2026-10-05"]), today=TODAY
    ).contacts
    assert first.last_met == LastMet(date(2026, 10, 3), "Last contacted")
    assert first.contact.notes == "Last activity date: 2026-10-05"
    assert second.last_met == LastMet(date(2026, 10, 5), "Last activity date")
    assert second.contact.notes == ""


def test_netkeepers_own_table_comes_back_with_the_day_in_its_place() -> None:
    on = date(2026, 10, 3)
    contact = Contact(id="000000000000001", name="Anna Virtanen", first_on=date(2025, 1, 2), last_on=on)
    (found,) = read_csv(write_csv([WriteContact(contact)]), today=TODAY).contacts
    assert (found.contact.first_on, found.contact.last_on, found.last_met) == (date(2025, 1, 2), on, None)
    assert found.is_placed and not found.contact.notes


def test_a_part_of_netkeepers_own_table_tells_of_it_too() -> None:
    assert read("Last contact", "2026-10-03").last_met == LastMet(date(2026, 10, 3), "Last contact")
