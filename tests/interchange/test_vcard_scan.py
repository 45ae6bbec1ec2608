"""Where cards begin and end, however carelessly that is written."""

from __future__ import annotations

import pytest

from netkeeper.domain.errors import UnreadableFileError
from tests.interchange.vcards import card, named, read, read_one


@pytest.mark.parametrize(
    "data",
    [
        b"BEGIN:VCARD\nFN:Anna\nEND:VCARD",
        b"begin:vcard\r\nfn:Anna\r\nend:vCard\r\n",
        b"BEGIN:VCARD \nFN:Anna\nEND:VCARD\t \n",
        b"BEGIN : VCARD\nFN:Anna\nEND: VCARD\n",
        b"\n\n\nBEGIN:VCARD\n\nFN:Anna\n\nEND:VCARD\n\n",
        b"BEGIN:VCARD\rFN:Anna\rEND:VCARD\r",
        b"BEGIN:VCARD\r\r\nFN:Anna\r\r\nEND:VCARD\r\r\n",
        b"\xef\xbb\xbfBEGIN:VCARD\nFN:Anna\nEND:VCARD\n",
        b"  BEGIN:VCARD\n  FN:Anna\n  END:VCARD\n",
        b"BEGIN:VCARD\nVERSION:3.0\nPROFILE:VCARD\nFN:Anna\nEND:VCARD\n",
        b"BEGIN:VCARD\nFN:Anna\nVERSION:3.0\nEND:VCARD\n",
        b"# exported today\n// by nobody\nBEGIN:VCARD\nFN:Anna\nEND:VCARD\n; the end\n",
    ],
)
def test_a_card_is_found_however_it_is_fenced(data: bytes) -> None:
    found = read_one(data)
    assert found.contact.name == "Anna"
    assert found.remarks == ()


def test_cards_know_the_line_they_begin_on() -> None:
    data = b"\r\n" + card("FN:Anna") + b"\r\n" + card("FN:Pekka", "NOTE:long", "  er") + card("FN:Maija")
    assert [(found.contact.name, found.line) for found in read(data).contacts] == [
        ("Anna", 2),
        ("Pekka", 7),
        ("Maija", 13),
    ]


def test_a_missing_end_costs_no_card() -> None:
    data = b"BEGIN:VCARD\nFN:Anna\nBEGIN:VCARD\nFN:Pekka\nEND:VCARD\nBEGIN:VCARD\nFN:Maija\nTEL:1"
    reading = read(data)
    assert [found.contact.name for found in reading.contacts] == ["Anna", "Pekka", "Maija"]
    assert [found.remarks for found in reading.contacts] == [
        ("END:VCARD is missing",),
        (),
        ("END:VCARD is missing",),
    ]
    assert reading.contacts[2].contact.phones[0].value == "1"


def test_nested_cards_are_contacts_and_the_outer_one_keeps_what_follows_them() -> None:
    inner = b"BEGIN:VCARD\nFN:Inner\nTEL:2\nEND:VCARD\n"
    reading = read(b"BEGIN:VCARD\nFN:Outer\nAGENT:\n" + inner + b"TEL:1\nEND:VCARD\n")
    assert [(found.contact.name, found.line) for found in reading.contacts] == [("Outer", 1), ("Inner", 4)]
    outer, nested = (found.contact for found in reading.contacts)
    assert [phone.value for phone in outer.phones] == ["1"]
    assert [phone.value for phone in nested.phones] == ["2"]
    assert reading.contacts[0].remarks == ("its AGENT is a card of its own",)


def test_an_agent_in_one_line_is_kept() -> None:
    line = "AGENT:BEGIN:VCARD\\nFN:Susan Thomas\\nEND:VCARD\\n"
    assert read_one(card("FN:Anna", line)).unknown_properties == (line,)


@pytest.mark.parametrize("between", [b"", b"\xef\xbb\xbf", b"\n\n", b"\r\n\xef\xbb\xbf"])
def test_files_put_together_are_all_read(between: bytes) -> None:
    first = card("FN:Anna").rstrip()
    assert named(first + between + card("FN:Pekka").rstrip() + between + card("FN:Maija")) == ["Anna", "Pekka", "Maija"]


def test_glued_cards_inside_a_card_keep_to_themselves() -> None:
    data = b"BEGIN:VCARD\nFN:Outer\nBEGIN:VCARD\nFN:A\nEND:VCARDBEGIN:VCARD\nFN:B\nEND:VCARD\nTEL:1\nEND:VCARD\n"
    reading = read(data)
    assert [found.contact.name for found in reading.contacts] == ["Outer", "A", "B"]
    assert [phone.value for phone in reading.contacts[0].contact.phones] == ["1"]


def test_a_missing_begin_costs_no_card() -> None:
    assert named(b"VERSION:3.0\nFN:Anna\nEND:VCARD\n" + card("FN:Pekka")) == ["Anna", "Pekka"]


def test_text_between_cards_is_told_of() -> None:
    reading = read(card("FN:Anna") + b"\r\nFN:Nobody's\r\n" + card("FN:Pekka") + b"\r\n\r\nbye\r\n")
    assert len(reading.contacts) == 2
    assert [(skipped.line, skipped.reason) for skipped in reading.skipped] == [
        (6, "text outside of any card"),
        (13, "text outside of any card"),
    ]


def test_an_end_too_many_is_nothing() -> None:
    assert read(b"END:VCARD\n" + card("FN:Anna") + b"END:VCARD\n\nEND:VCARD\n").skipped == ()


def test_what_looks_like_an_end_inside_a_value_is_none() -> None:
    found = read_one(card("FN:Anna", "NOTE:see BEGIN:VCARD and", " END:VCARD", "TEL:1"))
    assert found.contact.notes == "see BEGIN:VCARD andEND:VCARD"
    assert len(found.contact.phones) == 1


def test_a_card_that_cannot_be_anybody_costs_no_other() -> None:
    reading = read(card("FN:Anna") + card("PHOTO;ENCODING=b:AAAA", "X-FOO:bar") + card() + card("FN:Pekka"))
    assert [found.contact.name for found in reading.contacts] == ["Anna", "Pekka"]
    assert [skipped.line for skipped in reading.skipped] == [5, 10]
    assert {skipped.reason for skipped in reading.skipped} == {"a card with no name, organization, email or phone"}


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n\n"])
def test_an_empty_file_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"^The file is empty"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        b"Name,Email\nAnna,anna@valio.example\n",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"\0" * 3000,
        b"I wrote BEGIN:VCARD once",
        b"END:VCARD\n",
    ],
)
def test_a_file_without_a_card_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        read(data)
    assert str(refusal.value) == "There is no vCard in the file: no line says BEGIN:VCARD."
