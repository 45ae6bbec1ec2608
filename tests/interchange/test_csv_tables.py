"""Finding out how a table is written: encoding, separator, header; and asking what can't be found out."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.interchange.cards import ReadContact
from netkeeper.interchange.csv import (
    Question,
    Target,
    first_contacts,
    guess_for,
    looks_like_csv,
    mapping_of,
    open_table,
    parse_map,
    parse_target,
    read_csv,
)
from netkeeper.interchange.csv.encodings import find_encoding
from tests.interchange.csv_exports import GOOGLE, LINKEDIN
from tests.interchange.tables import named, read_one, table

NORTH = "Nimi;Yritys\r\nÄijä Öhman-Åkerlund;Hyvää Työtä Oy\r\n"


@pytest.mark.parametrize(
    "data",
    [
        NORTH.encode(),
        NORTH.encode("utf-8-sig"),
        NORTH.encode("utf-16"),
        b"\xfe\xff" + NORTH.encode("utf-16-be"),
        NORTH.encode("utf-16-le"),
        NORTH.encode("utf-16-be"),
        NORTH.encode("utf-32"),
        NORTH.encode("cp1252"),
        NORTH.encode("mac_roman"),
        NORTH.encode("cp850"),
        NORTH.encode("iso8859-15"),
    ],
)
def test_the_encoding_is_found(data: bytes) -> None:
    assert named(data) == ["Äijä Öhman-Åkerlund"]


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Müller;Straße;Grüße;Jörg", "cp1252"),
        ("Müller;Straße;Grüße;Jörg", "mac_roman"),
        ("Müller;Straße;Grüße;Jörg", "cp850"),
        ("Åsa;Sjögren;Västerås", "mac_roman"),
        ("café – “quoted”", "cp1252"),
    ],
)
def test_letters_tell_an_old_encoding(text: str, codec: str) -> None:
    assert find_encoding(text.encode(codec)).codec == codec


def test_a_guessed_encoding_is_said_once_where_it_matters() -> None:
    data = table(["Name", "City"], ["Bob", "Hki"], ["Äijä", "x"], ["Öhman", "y"], encoding="cp1252")
    remarks = [read.remarks for read in read_csv(data).contacts]
    told = ("the file is read as windows-1252; if letters look wrong, name another encoding",)
    assert remarks == [(), told, ()]


def test_an_encoding_can_be_named() -> None:
    data = table(["Name", "Email"], ["田中 太郎", "t@one.example"], encoding="shift_jis")
    assert read_one(data, encoding="shift_jis").contact.name == "田中 太郎"
    with pytest.raises(UnreadableFileError, match="'klingon' is no encoding that can be read; try utf-8"):
        read_csv(data, encoding="klingon")
    for name in ("rot13", "base64", "idna", ""):
        with pytest.raises(UnreadableFileError, match="encoding"):
            read_csv(data, encoding=name)


def test_a_cell_in_another_encoding_is_mended() -> None:
    data = "Name,City\nÄijä,Jyväskylä\n".encode() + "Öhman,Växjö\n".encode("cp1252") + "Åsa,Å\n".encode()
    reading = read_csv(data)
    assert [read.contact.name for read in reading.contacts] == ["Äijä", "Öhman", "Åsa"]
    assert "more than one encoding" in reading.contacts[0].remarks[0]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_separator_and_the_line_end_are_found(separator: str, end: str) -> None:
    rows = [["Name", "Email", "Notes"], ["Anna", "a@one.example", "1, 2; 3"], ["Bo", "b@one.example", ""]]
    data = end.join(separator.join(f'"{cell}"' for cell in row) for row in rows).encode()
    assert named(data) == ["Anna", "Bo"]
    assert read_csv(data).contacts[0].contact.notes == "1, 2; 3"
    assert [read.line for read in read_csv(data).contacts] == [2, 3]


def test_excels_word_for_the_separator_is_believed() -> None:
    reading = read_csv(b"sep=;\r\nName;Email\r\nAnna;a@one.example\r\n")
    assert [(read.contact.name, read.line) for read in reading.contacts] == [("Anna", 3)]
    assert named(b'"sep=:"\nName:Notes\nAnna:1, 2; 3\n') == ["Anna"]


def test_the_header_is_found_below_other_lines() -> None:
    head = "Contacts of the team;;\n\n\nExported 1.2.2026 by anna@one.example;;\n"
    data = f"{head}Nimi;Yritys;Puhelin\nAnna;Valio;1\n".encode()
    assert open_table(data).header_line == 5
    assert [(read.contact.name, read.line) for read in read_csv(data).contacts] == [("Anna", 6)]


def test_lines_are_those_of_the_file_whatever_the_cells_hold() -> None:
    data = b'Name,Notes\r\n"Anna","1\r\n2\n3"\r\n\r\nBo,x\r\n,"only\nnotes"\r\nCi,y\r\n'
    reading = read_csv(data)
    assert [(read.contact.name, read.line) for read in reading.contacts] == [("Anna", 2), ("Bo", 6), ("Ci", 9)]
    assert [each.line for each in reading.skipped] == [7]
    assert reading.contacts[0].contact.notes == "1\n2\n3"


def test_one_column_is_a_table_too() -> None:
    assert named(b"Email\na@one.example\nb@one.example\n") == ["a@one.example", "b@one.example"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is empty"),
        (b"\xef\xbb\xbf \r\n\r\n", "The file is empty"),
        (b"Name,Email\r\n", "no row below the header \\(line 1\\)"),
        (b"PK\x03\x04rest", "save it as CSV"),
        (b"\xd0\xcf\x11\xe0rest", "an old Excel workbook"),
        (b"\x00" * 1000, "no text"),
    ],
)
def test_what_is_no_table_is_refused_with_a_way_out(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message) as refused:
        read_csv(data)
    assert not isinstance(refused.value, Question)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"1,,3\n4,5,6",
            r"No header row was found in the first 2 rows \(line 1 is '1,,3'\); add a first row .* --map \"1=name\"",
        ),
        (b"Anna,a@one.example\nBo,b@one.example\n", "No header row"),
    ],
)
def test_a_table_without_headers_is_asked_about_by_number(data: bytes, message: str) -> None:
    with pytest.raises(Question, match=message) as asked:
        read_csv(data)
    assert "\n" not in str(asked.value)
    table = asked.value.table
    assert (asked.value.about, table.header_line, table.header[0]) == ("columns", 0, "1")
    assert len(list(table.records())) == 2


def test_a_header_line_that_was_seen_is_kept_to_whatever_is_said() -> None:
    data = b"Kuka;Sanoi\nAnna;Kuka\nSanoi;Kuka\n"
    table = open_table(data)
    assert (table.header_line, table.header) == (1, ("Kuka", "Sanoi"))
    said = parse_map(["1=name", "#2=notes"])
    assert open_table(data, chosen_targets=said, header_line=1) == table
    reading = read_csv(data, chosen_targets=said, header_line=1)
    assert [(read.contact.name, read.contact.notes) for read in reading.contacts] == [
        ("Anna", "Kuka"),
        ("Sanoi", "Kuka"),
    ]
    assert [each.contact.name for each in read_csv(data, chosen_targets=said, header_line=0).contacts] == [
        "Kuka",
        "Anna",
        "Sanoi",
    ]


def test_a_number_sign_tells_a_number_from_a_header_that_is_one() -> None:
    columns = guess_for(open_table(b"Name,1\nAnna,x\n"), parse_map(["#1=name", "1=title"])).columns
    assert [str(column.target) for column in columns] == ["name", "title"]


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (GOOGLE.encode(), True),
        (LINKEDIN.encode(), True),
        (NORTH.encode("utf-16"), True),
        (b"Email\na@b\n", True),
        (b"1,2\n", True),
        (b"", False),
        (b"   \n", False),
        (b"BEGIN:VCARD\nN:a;b\n", False),
        (b"\xef\xbb\xbfBEGIN:VCARD\nN:a;b\n", False),
        (b'{"a": 1, "b": 2}', False),
        (b"<html>,</html>", False),
        (b"PK\x03\x04,,,", False),
        (bytes(range(256)) * 40, False),
        (b"Name,Email\r\nAnna,a@b\r\n\x1a", True),
        (b"\x00\x00\x01,\x02" * 100, False),
        (b"just some words\n", False),
    ],
)
def test_whether_a_file_looks_like_a_table(data: bytes, is_one: bool) -> None:
    assert looks_like_csv(data) is is_one


UNKNOWN = b"Eesnimi,Perenimi,Riik\nAnna,Tamm,Eesti\nBo,Saar,Soome\n"


def test_an_unknown_table_is_asked_about() -> None:
    with pytest.raises(Question) as asked:
        read_csv(UNKNOWN)
    question = asked.value
    assert question.about == "columns"
    assert str(question.about_file("x.csv")) == f"x.csv: {question}"
    assert question.about_file("x.csv").mapping == question.mapping
    assert question.examples == ("Eesnimi", "Perenimi", "Riik")
    assert str(question) == (
        "It can't be told which column is the name (line 1 has 'Eesnimi', 'Perenimi', 'Riik'); say what they are, "
        'like --map "Eesnimi=name", or =email, phone, organization, ignore.'
    )
    answered = question.mapping.changed(0, Target("given")).changed(1, Target("family")).changed(2, Target("ignore"))
    assert answered.is_sure
    shown = first_contacts(question.table, answered, 1)
    assert [read.contact.name for read in shown if isinstance(read, ReadContact)] == ["Anna Tamm"]
    reading = read_csv(UNKNOWN, mapping=answered)
    assert [(read.contact.name, read.contact.notes) for read in reading.contacts] == [
        ("Anna Tamm", ""),
        ("Bo Saar", ""),
    ]


def test_a_known_email_beside_an_unknown_column_is_asked_about() -> None:
    with pytest.raises(Question):
        read_csv(b"Nom,Email\nAnna,a@one.example\n")
    assert named(b"Company,Email\nValio,a@one.example\n") == ["Valio"]


def test_what_is_said_of_columns_is_done() -> None:
    said = parse_map(["Eesnimi = first", "perenimi=family", "3=address.country:home"])
    read = read_csv(UNKNOWN, chosen_targets=said).contacts[0].contact
    assert read.name == "Anna Tamm"
    assert (read.addresses[0].label, read.addresses[0].country) == ("home", "Eesti")
    override = (
        read_csv(b"Name,Email,Notes\nAnna,a@b,x\n", chosen_targets=parse_map(["Notes=ignore"])).contacts[0].contact
    )
    assert (override.name, override.notes) == ("Anna", "")


def test_a_table_without_a_header_is_read_by_the_numbers_of_its_columns() -> None:
    data = b"Anna,Tamm,a@one.example\nBo,Saar,b@one.example\n"
    reading = read_csv(data, chosen_targets=parse_map(["1=given", "2=family", "3=email"]))
    assert [(read.contact.name, read.line) for read in reading.contacts] == [("Anna Tamm", 1), ("Bo Saar", 2)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["Vorname"], "names no column; write it like"),
        (["=given"], "names no column"),
        (["Vorname=nonsense"], "'nonsense' is nothing that a column can be"),
        (["Vorname=emial"], "did you mean 'email'"),
        (["Vornam=given"], "The file has no column 'Vornam'; it has 'Name', 'Email'."),
        (["9=given"], "The file has no column '9'"),
    ],
)
def test_what_cannot_be_done_is_said(words: list[str], message: str) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        read_csv(b"Name,Email\nAnna,a@b\n", chosen_targets=parse_map(words))


def test_a_header_may_hold_an_equals_sign() -> None:
    assert parse_map(["a=b=phone:mobile"]) == {"a=b": Target("phone", "mobile")}
    assert str(parse_target("mobile")) == "phone:mobile"
    assert str(parse_target("Phone: Mökki")) == "phone:Mökki"


def test_one_that_is_sure_is_not_asked_about() -> None:
    opened = open_table(GOOGLE.encode())
    assert mapping_of(opened) == guess_for(opened)
    assert mapping_of(opened).layout == "Google"


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
def test_looking_at_any_bytes_never_fails(data: bytes) -> None:
    assert looks_like_csv(data) in (True, False)
