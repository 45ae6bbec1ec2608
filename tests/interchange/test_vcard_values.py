"""Escapes, structures, dates and labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.interchange.vcard.labels import apple_label, label_of, types_for
from netkeeper.interchange.vcard.values import escape, escape_uri, read_date, split, unescape, writable
from tests.interchange.vcards import card, read_one
from tests.strategies import birthdays, labels

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\\,;:n\n\t\"^'"))


@given(TEXT)
def test_unescaping_undoes_escaping(text: str) -> None:
    assert unescape(escape(text)) == text
    assert unescape(escape_uri(text)) == text
    assert "\n" not in escape(text)


@given(st.lists(TEXT.map(str.strip), min_size=1, max_size=7), st.sampled_from(";,"))
def test_splitting_undoes_joining(parts: list[str], separator: str) -> None:
    assert split(separator.join(map(escape, parts)), separator) == parts


@given(st.text())
def test_what_is_written_holds_no_more_than_a_vcard_can(text: str) -> None:
    escape(text).encode()
    assert not any(sign < " " and sign != "\t" for sign in escape(text))


def test_what_no_vcard_can_hold_goes_or_becomes_a_blank() -> None:
    assert escape("a\r\nb\rc\nd") == "a\\nb\\nc\\nd"
    assert writable("a\x00\x07\x1b[2J\x7f\ud800b\x0bc\x0cd\te\x85f\u2028") == "a[2Jb c d\te\x85f\u2028"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"a\, b\; c\: d", "a, b; c: d"),
        (r"one\ntwo\Nthree", "one\ntwo\nthree"),
        (r"\\n is no break", r"\n is no break"),
        (r"C:\\temp\\new", r"C:\temp\new"),
        (r"\"quoted\"", '"quoted"'),
        (r"\x \- \t stay", r"\x \- \t stay"),
        ("end\\", "end\\"),
    ],
)
def test_escapes_of_30_and_40(written: str, meant: str) -> None:
    assert read_one(card("FN:Anna", f"NOTE:{written}")).contact.notes == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [(r"C:\new\temp", r"C:\new\temp"), (r"a\;b", "a;b"), (r"\\server\share", r"\\server\share"), ("a,b", "a,b")],
)
def test_a_backslash_of_21_is_a_backslash(written: str, meant: str) -> None:
    assert read_one(card("FN:Anna", f"NOTE:{written}", version="2.1")).contact.notes == meant


def test_structures_of_21_escape_what_phones_escape_in_them() -> None:
    parts = read_one(card(r"N:;A\;B\\;C\\\;;D;\:E;\\\\;", version="2.1")).contact.name_parts
    assert (parts.given, parts.additional, parts.prefix, parts.suffix) == ("A;B\\", "C\\;", "D", ":E")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("19800229", "1980-02-29"),
        ("1980-02-29", "1980-02-29"),
        ("1980-2-9", "1980-02-09"),
        ("1980/02/29", "1980-02-29"),
        (" 1980-02-29 ", "1980-02-29"),
        ("1980-02-29T00:00:00Z", "1980-02-29"),
        ("19800229T000000", "1980-02-29"),
        ("1980-02-29 00:00:00", "1980-02-29"),
        ("1980-02-29Z", "1980-02-29"),
        ("--0412", "--04-12"),
        ("--04-12", "--04-12"),
        ("--0229", "--02-29"),
        ("--0412T10", "--04-12"),
        ("1604-02-29", "--02-29"),
        ("16040412", "--04-12"),
        ("0000-04-12", "--04-12"),
    ],
)
def test_dates_that_are_read(written: str, day: str) -> None:
    found = read_one(card("FN:Anna", f"BDAY:{written}"))
    assert str(found.contact.birthday) == day
    assert (found.unknown_properties, found.remarks) == ((), ())


@pytest.mark.parametrize(
    "written", ["19723101", "1977-02-31", "6/3/2005", "29.2.1980", "1980", "1980-02", "---12", "0000-00-00", "spring", "--0230", "80-02-29", "198002291"]
)  # fmt: skip
def test_what_is_no_date_stays_as_text_and_is_told_of(written: str) -> None:
    found = read_one(card("FN:Anna", f"BDAY:{written}"))
    assert found.contact.birthday is None
    assert found.unknown_properties == (f"BDAY:{written}",)
    assert found.remarks == (f"birthday '{written}' is not a date; kept as text",)


def test_a_birthday_that_says_it_is_text_stays_text() -> None:
    found = read_one(card("FN:Anna", "BDAY;VALUE=text:1980-02-29", version="4.0"))
    assert (found.contact.birthday, found.unknown_properties) == (None, ("BDAY;VALUE=text:1980-02-29",))
    found = read_one(card("FN:Anna", "BDAY;CALSCALE=hebrew:57400101", version="4.0"))
    assert found.contact.birthday is None


def test_of_several_birthdays_the_first_date_counts_and_no_other_is_lost() -> None:
    found = read_one(
        card("FN:Anna", "BDAY;ALTID=1;VALUE=text:spring", "BDAY;ALTID=1:19800229", "BDAY:1980-02-29", "BDAY:19810101")
    )
    assert str(found.contact.birthday) == "1980-02-29"
    assert found.unknown_properties == ("BDAY;ALTID=1;VALUE=text:spring", "BDAY:19810101")
    assert found.remarks == (
        "birthday 'spring' is not a date; kept as text",
        "birthday '19810101' is a second one; kept as text",
    )


def test_apples_year_that_stands_for_none() -> None:
    assert (
        str(read_one(card("FN:A", "BDAY;X-APPLE-OMIT-YEAR=1604;VALUE=date:1604-04-12")).contact.birthday) == "--04-12"
    )
    assert str(read_one(card("FN:A", "BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-12")).contact.birthday) == "--04-12"
    assert str(read_one(card("FN:A", "BDAY;X-APPLE-OMIT-YEAR=1604:1904-04-12")).contact.birthday) == "1904-04-12"


@given(birthdays())
def test_every_birthday_is_read_as_it_is_shown(birthday: Birthday) -> None:
    assert read_date(str(birthday)) == birthday
    assert read_date(str(birthday).replace("-", "") if birthday.year else str(birthday)) == birthday


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("TEL;TYPE=CELL", "mobile"),
        ("TEL;CELL", "mobile"),
        ("TEL;type=HOME;type=FAX", "home fax"),
        ("TEL;TYPE=fax,work", "work fax"),
        ('TEL;TYPE="work,voice"', "work"),
        ("TEL;TYPE=WORK,VOICE,PREF,MSG", "work"),
        ("TEL;TYPE=work;TYPE=cell", "work mobile"),
        ("TEL;type=IPHONE;type=CELL;type=VOICE;type=pref", "iPhone"),
        ("TEL;VOICE", ""),
        ("TEL;PREF;", ""),
        ("TEL;", ""),
        ("TEL;TYPE=", ""),
        ("TEL;TYPE=main", "main"),
        ("TEL;TYPE=Ferienhaus", "Ferienhaus"),
        ("TEL;X-Grandma", "Grandma"),
        ("TEL;TYPE=X-MÖKKI", "mökki"),
        ("TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=4D=C3=B6kki)", "Mökki"),
        ("TEL;TYPE='home'", "home"),
        ("TEL;X-EVOLUTION-UI-SLOT=1;TYPE=OTHER", "other"),
        ("TEL ; CELL ", "mobile"),
        ("TEL;TYPE = CELL", "mobile"),
    ],
)
def test_labels_of_types(head: str, label: str) -> None:
    (phone,) = read_one(card("FN:Anna", f"{head}:1")).contact.phones
    assert (phone.value, phone.label) == ("1", label)


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("_$!<Home>!$_", "home"),
        ("_$!<WorkFAX>!$_", "work fax"),
        ("_$!<AssistantPhone>!$_", "AssistantPhone"),
        ("Grandma's", "Grandma's"),
        ("Work", "Work"),
        (r"one\, two", "one, two"),
        ("", "mobile"),
    ],
)
def test_apples_labels_tell_more_than_types(written: str, label: str) -> None:
    found = read_one(card("FN:Anna", "ITEM1.TEL;TYPE=CELL:1", f"item1.X-ABLabel:{written}"))
    assert found.contact.phones[0].label == label
    assert found.unknown_properties == ()


def test_an_apple_label_may_come_first_and_stays_with_what_has_no_place() -> None:
    found = read_one(
        card(
            "FN:Anna",
            "a.X-ABLabel:mökki",
            "a.ADR:;;Tie 1;;;;",
            "b.X-ABDATE:2010-06-05",
            "b.X-ABLabel:_$!<Anniversary>!$_",
        )
    )
    assert found.contact.addresses[0].label == "mökki"
    assert found.unknown_properties == ("b.X-ABDATE:2010-06-05", "b.X-ABLabel:_$!<Anniversary>!$_")


def test_preferred_values_come_first_and_the_rest_in_the_order_of_the_file() -> None:
    found = read_one(
        card("FN:A", "EMAIL:a@x", "EMAIL;TYPE=INTERNET,PREF:b@x", "EMAIL:c@x", "EMAIL;PREF=2:d@x", "EMAIL;PREF=99:e@x")
    )
    assert [email.value for email in found.contact.emails] == ["b@x", "d@x", "e@x", "a@x", "c@x"]


@given(labels(), st.booleans())
def test_types_say_the_label_or_leave_it_to_apples(label: str, is_phone: bool) -> None:
    types = types_for(label, is_phone=is_phone)
    assert types is None or label_of(types) == label
    assert apple_label(label) == label
