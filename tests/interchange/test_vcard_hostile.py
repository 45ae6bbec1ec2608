"""Files that mean harm, or are merely enormous: bounded time and memory, nothing fetched, nothing lost unsaid."""

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
from netkeeper.interchange.vcard import read_vcards, reader, write_vcards
from tests.interchange.vcards import card, named, read, read_one

BEGIN, END = b"BEGIN:VCARD\r\nVERSION:3.0\r\n", b"END:VCARD\r\n"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.sampled_from((b"", BEGIN + b"FN:Anna\r\n", BEGIN.replace(b"3.0", b"2.1"))))
def test_any_bytes_are_a_reading_or_a_refusal(data: bytes, start: bytes) -> None:
    try:
        reading = read_vcards(start + data)
    except NetkeeperError as refusal:
        assert "\n" not in str(refusal)
        return
    for found in reading.contacts:
        assert found.contact.name.strip()
        assert len(found.contact.name) <= 500
        assert not any("\n" in line for line in (*found.unknown_properties, *found.remarks))
        repr(found).encode()
    write_vcards([WriteContact(found.contact, found.unknown_properties) for found in reading.contacts])


LINES = st.lists(
    st.sampled_from((
        "BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "VERSION:3.0", "FN:Anna", "N:V;A", "TEL;CELL:1", "", " ", "\t", "x", " y",
        "NOTE;QUOTED-PRINTABLE:=C3=", "=84", "PHOTO;BASE64:", "AAAA", "item1.TEL:1", "item1.X-ABLabel:L", "ORG:A;B", "ADR:;;",
        "X-A:1", "X-A;P=\"", "FN;CHARSET=SHIFT_JIS:ä", "BDAY:x", "CATEGORIES:a,b", "AGENT:", "END:VCARDBEGIN:VCARD", "UID:1",
    )),
    max_size=40,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(LINES, st.sampled_from(("\n", "\r\n", "\r")))
def test_no_contact_is_lost_unsaid_in_any_order_of_lines(lines: list[str], end: str) -> None:
    data = end.join(lines).encode()
    try:
        reading = read(data)
    except UnreadableFileError:
        assert "BEGIN:VCARD" not in lines or not data.strip()
        return
    cards = sum(line.startswith("BEGIN") or line.endswith("BEGIN:VCARD") for line in lines)
    assert len(reading.contacts) + len(reading.skipped) >= cards
    numbers = [found.line for found in reading.contacts]
    assert numbers == sorted(numbers)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "one long line": lambda: BEGIN + b"FN:A\r\nX-FOO:" + b"a" * 5_000_000 + b"\r\n" + END,
    "one long name": lambda: BEGIN + b"FN:" + b"a" * 5_000_000 + b"\r\n" + END,
    "one long note": lambda: BEGIN + b"FN:A\r\nNOTE:" + b"a\\n" * 2_000_000 + b"\r\n" + END,
    "semicolons in a name": lambda: BEGIN + b"N:" + b";" * 50_000 + b"\r\nFN:A\r\n" + END,
    "semicolons in a head": lambda: BEGIN + b"FN:A\r\n" + (b"N" + b";" * 50_000 + b":\r\n") * 20 + END,
    "semicolons below the limit": lambda: BEGIN + b"FN:A\r\n" + (b"X" + b";a=" * 1_300 + b":b\r\n") * 500 + END,
    "quotes": lambda: BEGIN + b"FN:A\r\n" + (b"X-A" + b';a="' * 15_000 + b":b\r\n") * 20 + END,
    "more quotes": lambda: BEGIN + b"FN:A\r\n" + (b"X-A;a=" + b'"' * 3_000 + b"b:\r\n") * 500 + END,
    "backslashes": lambda: BEGIN + b"FN:A\r\n" + (b"NOTE:" + b"\\" * 60_000 + b"\r\n") * 10 + END,
    "dots": lambda: BEGIN + b"FN:A\r\n" + b"a." * 500_000 + b"TEL:1\r\n" + END,
    "blank lines": lambda: BEGIN + b"FN:A\r\n" + b"\r\n" * 300_000 + END,
    "returns": lambda: BEGIN + b"FN:A\r\n" + b"\r" * 3_000_000 + b"\n" + END,
    "blanks": lambda: BEGIN + b"FN:A\r\nX:" + b" " * 3_000_000 + b"\n" + END,
    "indented nothing": lambda: BEGIN + b"FN:A\r\n" + (b"\n" + b" " * 999) * 2_000 + b"\n" + END,
    "folds": lambda: BEGIN + b"FN:A\r\nX-A:" + b"\r\n a" * 300_000 + b"\r\n" + END,
    "soft line breaks": lambda: BEGIN + b"FN:A\r\nNOTE;QUOTED-PRINTABLE:" + b"=E4=\r\n" * 300_000 + b"\r\n" + END,
    "unindented text": lambda: BEGIN + b"FN:A\r\nNOTE:x\r\n" + b"hello there\r\n" * 300_000 + END,
    "notes": lambda: BEGIN + b"FN:A\r\n" + b"NOTE:x\r\n" * 300_000 + END,
    "phones": lambda: BEGIN + b"FN:A\r\n" + b"TEL:1\r\n" * 300_000 + END,
    "charsets": lambda: b"".join(BEGIN + b"FN;CHARSET=x%d:A\xe4\r\n" % number + END for number in range(5_000)),
    "heads": lambda: BEGIN + b"FN:A\r\n" + b"".join(b"EMAIL;X-U=%d:a\r\n" % number for number in range(5_000)) + END,
    "nested": lambda: BEGIN * 3_000 + b"FN:A\r\n" + END * 3_000,
    "no end": lambda: (BEGIN + b"FN:A\r\n") * 20_000,
    "ends": lambda: END * 100_000 + BEGIN + b"FN:A\r\n" + END,
    "text and ends": lambda: b"END:VCARD\r\nFN:A\r\n" * 60_000 + BEGIN + b"FN:A\r\n" + END,
    "glued": lambda: BEGIN + b"FN:A\r\n" + b"END:VCARDBEGIN:VCARD\r\nFN:A\r\n" * 20_000 + END,
}


@pytest.mark.slow  # Files of megabytes, and a bound of time.
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_take_bounded_time(name: str) -> None:
    data = HOSTILE[name]()
    start = time.perf_counter()
    reading = read(data)
    took = time.perf_counter() - start
    assert "A" in {found.contact.name[:1].upper() for found in reading.contacts}
    # Each is some tenths of a second; what backtracks or grows with the square takes minutes.
    assert took < 8
    assert sum(len(found.remarks) for found in reading.contacts) <= 20 * len(reading.contacts)
    for found in reading.contacts:
        assert len(found.contact.notes) <= 100_000
        assert sum(map(len, found.unknown_properties)) <= 256 * 1024


def test_a_card_of_too_many_lines_is_told_of_and_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_LINES", 1_000)
    monkeypatch.setattr(reader, "MAX_LINES_OF_FILE", 1_500)
    big = card("FN:Big", "stray", *(" x" for _ in range(1_000)))
    small = card("FN:Small", "stray", *(" x" for _ in range(500)))
    reading = read(big + card("FN:Anna") + small + small + small + card("FN:Pekka"))
    assert [found.contact.name[:5] for found in reading.contacts] == ["Anna", "Small", "Small", "Pekka"]
    assert [skipped.reason for skipped in reading.skipped] == [
        "a card of 1,004 lines, more than are read",
        "a card of 504 lines, more than are read",
    ]


def test_a_file_of_too_many_cards_is_refused_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_CARDS", 3)
    assert len(read(card("FN:Anna") * 3).contacts) == 3
    with pytest.raises(UnreadableFileError, match="more than 3 cards in the file; split it in several"):
        read(card("FN:Anna") * 4)


@pytest.mark.slow  # Files of two hundred megabytes.
@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of address space to set")
@pytest.mark.parametrize(
    "made",
    [
        "b'PHOTO;ENCODING=b:' + b'A' * 200_000_000",
        "b'PHOTO;ENCODING=BASE64:\\r\\n' + (b' ' + b'A' * 74 + b'\\r\\n') * 650_000",
        "b'NOTE:' + b'a' * 50_000_000",
    ],
)
def test_a_huge_property_takes_no_second_copy_of_the_file(made: str) -> None:
    script = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
from netkeeper.interchange.vcard import read_vcards
body = {made}
data = b"".join((b"BEGIN:VCARD\\r\\nVERSION:3.0\\r\\nFN:Anna\\r\\n", body, b"\\r\\nTEL:1\\r\\nEND:VCARD\\r\\n"))
del body
(found,) = read_vcards(data).contacts
print(found.contact.phones[0].value, len(found.unknown_properties), len(found.remarks) > 0)
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (run.stdout.split(), run.stderr) == (["1", "0", "True"], "")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something went to the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    lines = (
        "PHOTO;VALUE=uri:https://photos.example/anna.jpg",
        "SOURCE:http://directory.example/anna.vcf",
        "URL:javascript:alert(1)",
        "URL:file:///etc/passwd",
        "KEY:http://keys.example/x",
        "AGENT;VALUE=uri:http://agents.example/y",
        "X-DTD:<!DOCTYPE x SYSTEM 'http://evil.example/x.dtd'>",
    )
    found = read_one(card("FN:Anna", *lines))
    assert len(found.unknown_properties) == 5
    assert [url.value for url in found.contact.urls] == ["javascript:alert(1)", "file:///etc/passwd"]
    assert b"https://photos.example/anna.jpg" in write_vcards([WriteContact(found.contact, found.unknown_properties)])


def test_reading_tells_how_far_it_is() -> None:
    data = card("FN:Anna") * 1_000
    steps: list[tuple[int, int]] = []
    read_vcards(data, progress=lambda done, total: steps.append((done, total)))
    assert len(steps) >= 5
    assert steps == sorted(steps)
    assert steps[-1] == (len(data), len(data))


class CancelledError(Exception):
    pass


@pytest.mark.parametrize("was_on", [True, False])
def test_reading_can_be_cancelled_and_leaves_garbage_collection_as_it_was(was_on: bool) -> None:
    def stop(done: int, total: int) -> None:
        raise CancelledError

    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(CancelledError):
            read_vcards(card("FN:Anna") * 1_000, progress=stop)
        assert gc.isenabled() is was_on
        assert isinstance(read_vcards(card("FN:Anna")), ParsedFile)
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_one_bad_card_among_good_ones_is_all_that_is_lost() -> None:
    bad = card("X-ONLY:1", 'N;"', "PHOTO;ENCODING=b:!", "BDAY:x", "\x00\x01", "=C3=")
    assert named((card("FN:Anna") + bad) * 50) == ["Anna"] * 50
    assert len(read((card("FN:Anna") + bad) * 50).skipped) == 50
