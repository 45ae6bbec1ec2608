"""Tables that mean harm, or are merely enormous: bounded time and memory, nothing fetched, nothing lost unsaid."""

from __future__ import annotations

import gc
import socket
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.domain.errors import NetkeeperError, UnreadableFileError
from netkeeper.interchange.cards import ParsedFile, WriteContact
from netkeeper.interchange.csv import (
    first_contacts,
    guess_for,
    lines,
    open_table,
    read_csv,
    reader,
    records,
    write_csv,
    write_google,
    write_outlook,
)
from netkeeper.interchange.csv.encodings import Encoding
from netkeeper.interchange.csv.lines import Lines
from netkeeper.interchange.csv.records import read_records
from netkeeper.interchange.vcard import write_vcards
from tests.interchange.csv_exports import GOOGLE, LINKEDIN
from tests.interchange.tables import named, table

HEADER, ROW = b"Name,Email,Phone,Notes\r\n", b"Anna,a@b.example,0401234567,hi\r\n"


def _is_sound(reading: ParsedFile) -> None:
    """What any reading keeps to, whatever was in the file."""
    for found in reading.contacts:
        assert found.contact.name.strip()
        assert len(found.contact.name) <= 500
        assert len(found.contact.notes) <= 100_000
        assert len(found.remarks) <= 21
        assert not any("\n" in line for line in (*found.unknown_properties, *found.remarks))
        repr(found).encode()
    for skipped in reading.skipped:
        assert "\n" not in skipped.reason
        skipped.reason.encode()


@settings(max_examples=400, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from((b"", HEADER, HEADER + ROW, GOOGLE.encode(), LINKEDIN.encode(), b"\xff\xfe", b"sep=;\n")),
    st.sampled_from((None, "utf-8", "utf-16", "shift_jis", "utf-7")),
)
def test_any_bytes_are_a_reading_or_a_refusal(data: bytes, start: bytes, encoding: str | None) -> None:
    try:
        reading = read_csv(start + data, encoding=encoding)
    except UnreadableFileError as refusal:
        assert "\n" not in str(refusal)
        return
    _is_sound(reading)
    cards = [WriteContact(found.contact, found.unknown_properties) for found in reading.contacts]
    for write in (write_csv, write_google, write_outlook, write_vcards):
        write(cards)


PIECES = st.lists(
    st.sampled_from((
        ",", ";", "\t", "|", '"', '""', "'", "\n", "\r\n", "\r", " ", "\0", "Name", "Email", "Phone 1 - Value", "Nimi", "Birthday",
        "6/3/2005", "29.2.1980", " ::: ", "* ", "a@b", "=1+1", "--- netkeeper ---\n", "Email (x): y", "Connected On", "Company",
        "First Name", "Last Name", "netkeeper: other properties", "UID", "Ladder", "2026-01-01 customer", "ä", "\ufeff", "\u2028",
    )),
    max_size=60,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(PIECES, st.sampled_from(("", "Name,Email\n", "Name,Step,Ladder,UID,netkeeper: other properties\nA,")))
def test_any_pieces_are_a_reading_or_a_refusal(text: str, start: str) -> None:
    data = (start + text).encode()
    try:
        reading = read_csv(data)
    except NetkeeperError:
        return
    _is_sound(reading)
    opened = open_table(data)
    first_contacts(opened, guess_for(opened))


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_lines_are_counted_whatever_the_quotation_marks_say(text: str) -> None:
    split = list(Lines(text.encode(), Encoding("utf-8")))
    numbers = [record.line for record in read_records(split, ",")]
    assert numbers == sorted(set(numbers))
    assert all(1 <= number <= max(len(split), 1) for number in numbers)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a long cell": lambda: HEADER + b"Big," + b"a" * 5_000_000 + b",1,x\r\n" + ROW,
    "a long name": lambda: HEADER + b'"' + b"a" * 5_000_000 + b'",b@c,1,x\r\n' + ROW,
    "a long note": lambda: HEADER + b'Big,b@c,1,"' + b"a\n" * 1_000_000 + b'"\r\n' + ROW,
    "a long line": lambda: HEADER + b"," * 20_000_000 + b"\r\n" + ROW,
    "many cells": lambda: HEADER + (b"Big,a@b" + b",x" * 20_000 + b"\r\n") * 10 + ROW,
    "NULs": lambda: HEADER + b"A\0na,\0a@b,\0\0,x\r\n" * 10 + ROW,
    "a quotation mark": lambda: HEADER + ROW + b'Bad,"b@c,1,x\r\n' + ROW * 20_000,
    "a quotation mark in every other row": lambda: HEADER + (b'Bad,"b@c,1,x\r\n' + ROW) * 10_000,
    "quotation marks that close each other": lambda: HEADER + b'b","d\r\n' * 60_000 + ROW,
    "many that are never closed": lambda: HEADER + (b'a,"b\r\n' + b"x\r\n" * 1_000) * 100 + ROW,
    "nothing but quotation marks": lambda: HEADER + b'"' * 3_000_001 + b"\r\n" + ROW,
    "empty rows": lambda: HEADER + b"\r\n" * 1_000_000 + ROW,
    "rows of nothing": lambda: HEADER + b",,,\r\n" * 500_000 + ROW,
    "returns": lambda: HEADER + b"\r" * 1_000_000 + ROW,
    "separators of emails": lambda: HEADER + b'A,"' + b";" * 1_000_000 + b'a@b@c",1,x\r\n' + ROW,
    "apostrophes": lambda: HEADER + b'A,,,"' + b";'" * 1_000_000 + b'"\r\n' + ROW,
    "apostrophes and blanks": lambda: HEADER + b'A,,,"\n' + b"' " * 1_000_000 + b'="\r\n' + ROW,
    "tails": lambda: HEADER + b'A,,,"' + b"--- netkeeper ---\n" * 50_000 + b"Email (" + b"\\" * 50_000 + b'"\r\n' + ROW,
    "dates": lambda: HEADER.replace(b"Notes", b"Birthday") + b"A,,," + b"1/" * 500_000 + b"\r\n" + ROW,
}


@pytest.mark.slow  # Files of megabytes, and a bound of time.
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_bounded_time_and_cost_no_other_row(name: str) -> None:
    data = HOSTILE[name]()
    start = time.process_time()
    reading = read_csv(data)
    took = time.process_time() - start
    assert reading.contacts[-1].contact.name == "Anna"
    # Each is some tenths of a second; what backtracks or grows with the square takes minutes.
    assert took < 10
    _is_sound(reading)


def test_values_that_google_has_in_one_cell_are_bounded() -> None:
    header = ["First Name", "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Value"]
    cells = ["Anna", " ::: ".join(map(str, range(20_000))), "Work", " ::: ".join(["a@b"] * 250), ""]
    (found,) = read_csv(table(header, cells)).contacts
    assert len(found.contact.emails) == 200
    assert len(found.contact.fields) == 200
    assert found.contact.notes.startswith("Email: a@b\nField: 200\n")
    _is_sound(ParsedFile((found,)))


def test_a_header_of_too_many_columns_is_refused_with_the_limit() -> None:
    data = b"Name," + b",".join(b"c%d" % number for number in range(100_000)) + b"\r\nAnna\r\n"
    with pytest.raises(UnreadableFileError, match="Line 1 has 100,001 columns, and at most 5,000 are read"):
        read_csv(data)
    empty = b"Name,Email" + b"," * 20_000 + b"\r\nAnna\r\n"
    assert named(empty) == ["Anna"]


def test_a_line_that_is_too_long_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_LINE", 1_000)
    for end in (b"\r\n", b"\n", b"\r"):
        data = HEADER + ROW + b"x" * 5_000 + end + ROW + b'"' + b"y" * 900 + end + b"z" * 2_000 + end + ROW
        reading = read_csv(data)
        assert [found.line for found in reading.contacts] == [2, 4, 5, 7]
        assert [skipped.line for skipped in reading.skipped] == [3, 6]
        assert "a line of more than" in reading.skipped[0].reason


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row_alone() -> None:
    data = HEADER + ROW + b'Bad,"b@c,1,x\r\n' + ROW + b'"Ci",c@d,1,"two\r\nlines"\r\n' + ROW
    reading = read_csv(data)
    assert [(found.contact.name, found.line) for found in reading.contacts] == [
        ("Anna", 2), ("Bad", 3), ("Anna", 4), ("Ci", 5), ("Anna", 7),
    ]  # fmt: skip
    assert [bool(found.remarks) for found in reading.contacts] == [False, True, False, False, False]
    assert reading.contacts[3].contact.notes == "two\nlines"


def test_a_record_that_goes_on_and_on_costs_its_own_row_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MAX_LINE", 500)
    data = HEADER + b'Bad,"b@c\r\n' + ROW * 30 + b'Ci,c","d,1,x"\r\n' + ROW
    names = named(data)
    assert names[0] == "Bad"
    assert names.count("Anna") == 31


def test_what_is_read_again_and_again_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MAX_READ_AGAIN", 1_000)
    data = HEADER + (b'Bad,"b@c,1,x\r\n' + ROW * 3) * 20
    assert len(read_csv(data).contacts) == 80


def test_a_file_of_too_many_rows_is_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_ROWS", 3)
    assert len(read_csv(HEADER + ROW * 3).contacts) == 3
    with pytest.raises(UnreadableFileError, match="more than 3 rows in the file; split it in several"):
        read_csv(HEADER + ROW * 4)


@pytest.mark.slow  # Files of a hundred megabytes.
@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of address space to set")
@pytest.mark.parametrize(
    "made",
    [
        "b',' * 100_000_000",
        "'😀'.encode() * 25_000_000",
        "b'a,b,c,d\\r\\n' * 20_000 + b'\\r\\n' * 2_000_000",
        "b'\"' + b'a\\n' * 6_000_000",
    ],
)
def test_a_huge_file_takes_no_second_copy_of_itself(made: str) -> None:
    script = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
from netkeeper.interchange.csv import read_csv
from netkeeper.domain.errors import UnreadableFileError
body = {made}
data = b"".join((b"Name,Email,Phone,Notes\\r\\n", body, b"\\r\\nAnna,a@b,1,x\\r\\n"))
del body
class Enough(Exception):
    pass
def progress(done, total):
    if done > total // 3:
        raise Enough
try:
    print(read_csv(data, progress=progress).contacts[-1].contact.name)
except (Enough, UnreadableFileError) as error:
    print(type(error).__name__)
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert run.stderr == ""
    assert run.stdout.strip() in ("Anna", "Enough", "UnreadableFileError")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something went to the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    header = ["Name", "Photo", "Website", "Notes"]
    rows = [
        ["Anna", "https://photos.example/a.jpg", "javascript:alert(1)", "=WEBSERVICE(1)"],
        ["Bo", "file:///x", "", ""],
    ]
    anna, bo = read_csv(table(header, *rows)).contacts
    assert anna.unknown_properties == ("PHOTO;VALUE=uri:https://photos.example/a.jpg",)
    assert [url.value for url in anna.contact.urls] == ["javascript:alert(1)"]
    assert (bo.unknown_properties, bo.contact.notes) == ((), "Photo: file:///x")


def test_reading_tells_how_far_it_is() -> None:
    data = HEADER + ROW * 3_000 + b"\r\n" * 30_000
    steps: list[tuple[int, int]] = []
    read_csv(data, progress=lambda done, total: steps.append((done, total)))
    assert len(steps) >= 15
    assert steps == sorted(steps)
    assert steps[-1] == (len(data), len(data))
    steps.clear()
    read_csv(HEADER + ROW + b"\r\n" * 50_000 + ROW, progress=lambda done, total: steps.append((done, total)))
    assert len(steps) >= 5


class CancelledError(Exception):
    pass


@pytest.mark.parametrize("was_on", [True, False])
def test_reading_can_be_cancelled_and_leaves_garbage_collection_as_it_was(was_on: bool) -> None:
    def stop(done: int, total: int) -> None:
        raise CancelledError

    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(CancelledError):
            read_csv(HEADER + ROW * 1_000, progress=stop)
        assert gc.isenabled() is was_on
        assert isinstance(read_csv(HEADER + ROW), ParsedFile)
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_looking_for_the_order_of_dates_can_be_cancelled() -> None:
    def stop(done: int, total: int) -> None:
        raise CancelledError

    data = b"Name,Birthday\r\n" + b"Anna,6/3/2005\r\n" * 20_000
    with pytest.raises(CancelledError):
        read_csv(data, progress=stop)
