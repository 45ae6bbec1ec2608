"""Unfolding: folds, soft line breaks, bodies and notes over unindented lines, lines that are nothing."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pytest

from netkeeper.domain.people.photos import MAX_PHOTO_BYTES, Photo, photo_in
from netkeeper.interchange.vcard.lines import MAX_PROPERTY_BYTES
from tests.interchange.vcards import card, read_one


def old(*lines: str) -> bytes:
    return card("N:Virtanen;Anna", *lines, version="2.1")


def test_a_fold_that_cuts_a_character_in_two_is_undone_first() -> None:
    line = "NOTE:Jyväskylä".encode()
    cut = line.index("ä".encode()) + 1
    data = b"BEGIN:VCARD\nVERSION:3.0\nFN:Anna\n" + line[:cut] + b"\n " + line[cut:] + b"\nEND:VCARD\n"
    assert read_one(data).contact.notes == "Jyväskylä"


@pytest.mark.parametrize("fold", ["\n ", "\n\t", "\r\n ", "\r\r\n ", "\n \n "])
def test_folds_are_undone_whatever_they_are_made_of(fold: str) -> None:
    assert read_one(f"BEGIN:VCARD\nFN:An{fold}na\nNOTE:a{fold} b\nEND:VCARD\n".encode()).contact.name == "Anna"


def test_blanks_beyond_the_fold_stay() -> None:
    assert read_one(card("FN:Anna", "NOTE:one", "   two")).contact.notes == "one  two"


def test_a_head_may_be_folded_before_its_colon() -> None:
    found = read_one(card("FN:Anna", 'TEL;TYPE=WORK;X-UUID="c2fa1caa-', ' 2926":+358 40', "NOTE", " :hello"))
    assert [(phone.value, phone.label) for phone in found.contact.phones] == [("+358 40", "work")]
    assert found.contact.notes == "hello"
    assert found.remarks == ()


def test_vcard_21_folds_where_a_blank_stands() -> None:
    assert read_one(old("NOTE:This is a very long", " note that goes on")).contact.notes == (
        "This is a very long note that goes on"
    )


def test_vcard_21_folded_at_a_limit_is_taken_for_folded_as_in_30() -> None:
    long = "x" * 70
    assert read_one(old(f"NOTE:{long}", " yyy")).contact.notes == f"{long}yyy"


def test_soft_line_breaks_are_undone_before_decoding() -> None:
    head = "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:"
    found = read_one(old(f"{head}J=C3=A4=C3=\r\n=A4t=C3=A4=0D=0A=\r\ntoinen rivi=0D=\r\n=0A"))
    assert found.contact.notes == "Jäätä\ntoinen rivi"


def test_a_blank_after_a_soft_line_break_is_the_texts() -> None:
    assert read_one(old("NOTE;QUOTED-PRINTABLE:Land=", " Suomi=", "aa")).contact.notes == "Land Suomiaa"


def test_quoted_printable_that_is_folded_without_soft_breaks() -> None:
    assert read_one(old("NOTE;ENCODING=QUOTED-PRINTABLE:=C3=84=C3=", " =84iti")).contact.notes.endswith("iti")
    assert read_one(old("NOTE;ENCODING=QUOTED-PRINTABLE:=C3=84", " =C3=84iti")).contact.notes == "ÄÄiti"


def test_a_cropped_soft_line_break_takes_no_property_with_it() -> None:
    found = read_one(old("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=84iti=", "", "X-FOO:bar", "TEL:1"))
    assert found.contact.notes == "Äiti"
    assert found.contact.phones[0].value == "1"
    assert found.unknown_properties == ("X-FOO:bar",)
    found = read_one(old("NOTE;ENCODING=QUOTED-PRINTABLE:=C3=84iti=", "TEL:1"))
    assert (found.contact.notes, found.contact.phones[0].value) == ("Äiti", "1")


def test_a_soft_line_break_may_be_followed_by_blank_lines_and_by_colons() -> None:
    assert read_one(old("NOTE;QUOTED-PRINTABLE:=C3=", "", "=84iti")).contact.notes == "Äiti"
    assert read_one(old("NOTE;QUOTED-PRINTABLE:see =", "http://valio.example")).contact.notes == (
        "see http://valio.example"
    )


def test_an_equals_sign_at_the_end_of_a_line_is_a_soft_break_in_quoted_printable_only() -> None:
    found = read_one(old("X-Q;QUOTED-PRINTABLE:a=", "=3Db", "URL:http://a.example/?q=", "TEL:1"))
    assert found.contact.urls[0].value == "http://a.example/?q="
    assert found.contact.phones[0].value == "1"


BODY = ["/9j/4AAQSkZJRgABAQAAAQABAAD//gA7Q1JFQVRPUjogZ2QtanBl", "ZyB2MS4wICh1c2luZyBJSkcgSlBFRyB2NjIp", "AAAA"]


@pytest.mark.parametrize(
    "photo",
    [
        ["PHOTO;ENCODING=BASE64;JPEG:", *(f"  {line}" for line in BODY), ""],
        ["PHOTO;JPEG;BASE64:" + BODY[0], *BODY[1:], ""],
        ["PHOTO;ENCODING=b;TYPE=JPEG:" + BODY[0], *BODY[1:]],
        ["PHOTO;ENCODING=b;TYPE=JPEG:", "", *(f" {line}" for line in BODY), "", ""],
        ["PHOTO:data:image/jpeg;base64," + BODY[0], *(f" {line}" for line in BODY[1:])],
        ["PHOTO:data:image/jpeg;base64," + BODY[0], *BODY[1:]],
        ["PHOTO;VALUE=uri;MEDIATYPE=image/jpeg:data:image/jpeg;base64," + "".join(BODY)],
    ],
)
@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_a_photo_is_one_line_whichever_way_it_runs(photo: list[str], version: str) -> None:
    found = read_one(card("FN:Anna", *photo, "TEL:1", version=version))
    assert found.unknown_properties == ("PHOTO;ENCODING=b;TYPE=JPEG:" + "".join(BODY),)
    assert found.contact.phones[0].value == "1"
    assert found.remarks == ()


@pytest.mark.parametrize("body", ["AAA", "AA=A", "!!!!", "A" * 75, "AAAA====", "data:image/png;base64,AAA"])
def test_a_broken_photo_is_lost_and_told_of_never_the_card(body: str) -> None:
    head = "PHOTO" if body.startswith("data") else "PHOTO;ENCODING=b;TYPE=JPEG"
    found = read_one(card("FN:Anna", f"{head}:{body}", "TEL:1"))
    assert found.remarks == ("PHOTO is damaged; left out",)
    assert found.unknown_properties == ()
    assert found.contact.phones[0].value == "1"


def test_what_is_long_is_left_out_and_told_of() -> None:
    most = "A" * (MAX_PROPERTY_BYTES - len("SOUND;ENCODING=b:"))
    assert len(read_one(card("FN:Anna", f"SOUND;ENCODING=b:{most[: len(most) // 4 * 4]}")).unknown_properties) == 1
    found = read_one(card("FN:Anna", f"SOUND;ENCODING=b:{most}AAAA", "TEL:1"))
    assert found.unknown_properties == ()
    assert found.remarks == ("SOUND (64 KB) is left out: over 64 KB",)
    assert found.contact.phones[0].value == "1"


def _folded(line: str) -> list[str]:
    return [line[:75], *(f" {line[start : start + 74]}" for start in range(75, len(line), 74))]


@pytest.mark.parametrize("fold", [lambda line: [line], _folded])
@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_a_photo_of_half_a_megabyte_comes_byte_for_byte_and_a_larger_one_is_told_of(
    fold: Callable[[str], list[str]], version: str
) -> None:
    head = {"2.1": "PHOTO;JPEG;ENCODING=BASE64:", "3.0": "PHOTO;ENCODING=b;TYPE=JPEG:"}.get(
        version, "PHOTO:data:image/jpeg;base64,"
    )
    data = bytes(range(256)) * (MAX_PHOTO_BYTES // 256)
    for size, most in ((len(data), 1), (len(data) + 1, 0), (2 * len(data), 0)):
        lines = fold(head + b64encode((data * 2 + b"x")[:size]).decode())
        found = read_one(card("FN:Anna", *lines, "TEL:1", version=version))
        assert len(found.unknown_properties) == most
        assert [photo_in(line) for line in found.unknown_properties] == [Photo(sha256(data).hexdigest(), data)] * most
        told = (
            []
            if most
            else ["PHOTO (513 KB) is left out: over 512 KB" if size < 2 * len(data) else "KB) is left out: over 512 KB"]
        )
        assert len(found.remarks) == len(told)
        assert all(each in remark for each, remark in zip(told, found.remarks, strict=True))
        assert found.contact.phones[0].value == "1"


def test_many_kept_properties_together_are_bounded_too() -> None:
    found = read_one(card("FN:Anna", *(f"X-{number}:{'x' * 60_000}" for number in range(6)), "X-SMALL:1"))
    assert [line[:4] for line in found.unknown_properties] == ["X-0:", "X-1:", "X-2:", "X-3:", "X-SM"]
    assert found.remarks == (
        "X-4 (58 KB) is left out: over 256 KB of one card",
        "X-5 (58 KB) is left out: over 256 KB of one card",
    )


def test_a_note_over_unindented_lines_is_one_note() -> None:
    found = read_one(card("FN:Anna", "NOTE:first line", "second line", "", "at 10:30, the third", "TEL:1"))
    assert found.contact.notes == "first line\nsecond line\nat 10:30, the third"
    assert found.contact.phones[0].value == "1"


def test_a_name_over_unindented_lines_is_one_name() -> None:
    assert read_one(card("FN:Gábor", "", "Szabó", "TEL:1")).contact.name == "Gábor Szabó"


def test_quoted_printable_over_unindented_lines_without_soft_breaks() -> None:
    assert read_one(old("NOTE;QUOTED-PRINTABLE:=C3=84", "and more=21")).contact.notes == "Ä\nand more!"


def test_a_property_without_a_colon_is_an_empty_one() -> None:
    found = read_one(card("FN", "N:Virtanen;Anna;;;", "X-FOO", "TEL:1"))
    assert found.contact.name == "Anna Virtanen"
    assert found.unknown_properties == ()
    assert found.remarks == ()


def test_lines_that_are_nothing_are_told_of() -> None:
    found = read_one(card("FN:Anna", "# a comment: here", "what is this", "TEL:1", "and this"))
    assert found.contact.name == "Anna what is this"
    assert found.remarks == (
        "'# a comment: here' is no property; left out",
        "'and this' is no property; left out",
    )


def test_another_component_inside_a_card_is_told_of() -> None:
    found = read_one(card("FN:Anna", "BEGIN:VLOCATION", "X-A:1", "END:VLOCATION"))
    assert found.remarks == ("BEGIN:'VLOCATION' inside a card; left out", "END:'VLOCATION' inside a card; left out")
    assert found.unknown_properties == ("X-A:1",)
