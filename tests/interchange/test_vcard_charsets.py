"""Which characters bytes stand for."""

from __future__ import annotations

import pytest

from netkeeper.domain.errors import UnreadableFileError
from tests.interchange.vcards import card, read, read_one

GUESSED = "read as windows-1252; if letters look wrong, name another encoding"


def raw(*lines: bytes, version: bytes = b"2.1") -> bytes:
    return b"\r\n".join((b"BEGIN:VCARD", b"VERSION:" + version, *lines, b"END:VCARD", b""))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_or_without_a_mark_is_found_out(encoding: str) -> None:
    found = read_one(card("FN:Åsa Öberg 🏳️‍🌈", "NOTE:שלום").decode().encode(encoding))
    assert (found.contact.name, found.contact.notes, found.line) == ("Åsa Öberg 🏳️‍🌈", "שלום", 1)


def test_a_charset_holds_for_its_property() -> None:
    found = read_one(
        raw(
            b"FN;CHARSET=SHIFT_JIS:" + "山田 太郎".encode("shift_jis"),
            b"ORG;CHARSET=windows-1251:" + "Ромашка".encode("windows-1251"),
            b"TITLE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Myyntip=E4=E4llikk=F6",
            "NOTE;CHARSET=UTF-8:Jyväskylä".encode(),
            b"ADR;CHARSET=ISO-2022-JP:;;" + "東京".encode("iso-2022-jp") + b";;;;",
        )
    )
    assert found.contact.name == "山田 太郎"
    assert found.contact.organization == "Ромашка"
    assert found.contact.title == "Myyntipäällikkö"
    assert found.contact.notes == "Jyväskylä"
    assert found.contact.addresses[0].street == "東京"
    assert found.remarks == ()


def test_characters_with_a_backslash_in_them_are_decoded_before_escapes_are_undone() -> None:
    name = "表示 ソ"  # both hold 0x5C in Shift_JIS
    found = read_one(raw(b"N;CHARSET=SHIFT_JIS:" + name.encode("shift_jis") + b";Taro", b"TEL:1"))
    assert found.contact.name_parts.family == name


def test_what_one_property_declares_holds_for_the_others_where_nothing_else_fits() -> None:
    found = read_one(raw(b"FN:" + "Jürgen Müßig".encode("cp1252"), b"LABEL;CHARSET=windows-1252:" + b"M\xf6litz"))
    assert found.contact.name == "Jürgen Müßig"
    assert found.unknown_properties == ("LABEL:Mölitz",)
    assert found.remarks == ()
    greek = "Ελένη".encode("iso-8859-7")
    reading = read(raw(b"FN:" + greek) + raw(b"FN:Anna", b"ORG;CHARSET=ISO-8859-7:" + greek))
    assert reading.contacts[0].contact.name == "Ελένη"


def test_utf_8_that_another_property_declares_is_no_reason_to_take_the_rest_for_it() -> None:
    found = read_one(raw(b"FN:Jyv\xe4skyl\xe4", b"X-DESIGN;CHARSET=utf-8:<card/>"))
    assert found.contact.name == "Jyväskylä"
    assert found.remarks == (GUESSED,)


def test_undeclared_bytes_that_are_not_utf_8_are_a_guess_and_told_of() -> None:
    found = read_one(raw(b"FN:\xc5sa", b"NOTE:\x80 5 \x93hyv\xe4\x94", b"ORG:\x81"))
    assert (found.contact.name, found.contact.notes) == ("Åsa", "€ 5 “hyvä”")
    assert found.remarks == (GUESSED,)


def test_quoted_printable_without_a_charset_is_utf_8_where_it_fits() -> None:
    found = read_one(raw(b"FN;QUOTED-PRINTABLE:=C3=85sa", b"NOTE;QUOTED-PRINTABLE:Krak=F3w"))
    assert (found.contact.name, found.contact.notes) == ("Åsa", "Kraków")


def test_a_wrong_or_unknown_charset_does_not_spoil_utf_8() -> None:
    found = read_one(
        raw(
            "FN;CHARSET=ISO-8859-1:Åsa".encode(),
            "ORG;CHARSET=none-such:Åbo Oy".encode(),
            'TITLE;CHARSET="x y\\z":Ä'.encode(),
            "NOTE;CHARSET=base64:ö".encode(),
        )
    )
    contact = found.contact
    assert (contact.name, contact.organization, contact.title, contact.notes) == ("Åsa", "Åbo Oy", "Ä", "ö")


def test_a_character_cut_in_two_does_not_spoil_the_rest() -> None:
    assert read_one(raw("FN:Åsa Öber".encode() + b"\xc3")).contact.name == "Åsa Öber\ufffd"


def test_surrogates_of_old_java_are_one_character() -> None:
    emoji = "🎉".encode("utf-16-be")
    halves = "".join(chr(int.from_bytes(emoji[place : place + 2])) for place in (0, 2))
    found = read_one(raw(b"FN:Anna " + halves.encode("utf-8", "surrogatepass")))
    assert found.contact.name == "Anna 🎉"


@pytest.mark.parametrize("value", [b"\xed\xa0\x80", b"\xff\xfe\xfd", b"a\x00b", b"=ED=A0=80"])
def test_nothing_read_holds_nul_or_a_lone_surrogate(value: bytes) -> None:
    found = read_one(raw(b"FN:Anna", b"NOTE;QUOTED-PRINTABLE:x" + value, b"X-" + value + b":1", b"X-A;BASE64:" + value))
    text = repr((found.contact.notes, found.unknown_properties, found.contact.name))
    assert "\\x00" not in text
    text.encode()
    found.contact.notes.encode()


def test_the_encoding_that_is_named_holds_where_nothing_in_the_file_tells() -> None:
    data = raw(b"FN:" + "Ромашка".encode("koi8-r"), b"ORG;CHARSET=windows-1251:" + "Ромашка".encode("windows-1251"))
    found = read_one(data, encoding="KOI8-R")
    assert (found.contact.name, found.contact.organization) == ("Ромашка", "Ромашка")
    assert found.remarks == ()
    japanese = raw("FN:山田".encode("iso-2022-jp"), b"PHOTO;BASE64:AAAA")
    found = read_one(japanese, encoding="iso-2022-jp")
    assert (found.contact.name, found.unknown_properties) == ("山田", ("PHOTO;ENCODING=b:AAAA",))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "cp037"])
def test_an_encoding_that_ascii_does_not_fit_can_be_named(encoding: str) -> None:
    data = card("FN:\u00c5sa").decode().encode(encoding)
    assert read_one(data, encoding=encoding).contact.name == "Åsa"


def test_a_byte_order_mark_tells_more_than_the_person() -> None:
    assert read_one(b"\xef\xbb\xbf" + card("FN:Åsa"), encoding="windows-1252").contact.name == "Åsa"


@pytest.mark.parametrize("encoding", ["latin-37", "", "base64", "zip", "rot13", "a\0b", "ä" * 300, "../x"])
def test_an_encoding_that_is_none_is_refused_by_name(encoding: str) -> None:
    with pytest.raises(UnreadableFileError, match="is no encoding that can be read; try utf-8"):
        read(card("FN:Anna"), encoding=encoding)
