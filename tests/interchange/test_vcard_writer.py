"""The form of what is written, and that other programs read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Literal

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.vcard import read_vcards, write_vcards
from tests.interchange.vcards import card, read_one
from tests.strategies import contacts

Version = Literal["3.0", "4.0"]

ANNA = Contact(
    id="123456789012345",
    name="Anna Virtanen",
    name_parts=NameParts("Dr.", "Anna", "Maria", "Virtanen", "Jr."),
    organization="Valio; Oy, Ab",
    title="Brand lead",
    emails=(Labelled("anna@valio.example", "work"), Labelled("anna@example.org", "Mökki")),
    phones=(Labelled("+358 40 555 0101", "mobile"), Labelled("014;ext=5", "work fax")),
    urls=(Labelled("https://valio.example/?a=1,2;3", ""),),
    addresses=(Address("home", street="Katu 3\nTalo 4", locality="Jyväskylä", postal_code="40100"),),
    birthday=Birthday(2, 29),
    fields=("design", "r,d"),
    step=Step.CUSTOMER,
    ladder=(StepChange(date(2026, 1, 2), Step.CUSTOMER, "bought a workshop; twice"),),
    hopes=(Hope.EMPLOYER, Hope.MENTOR),
    met="Slush 2025",
    via="Pekka Salo",
    notes="One\nTwo",
    cadence=42,
    archived=True,
    created="2025-11-20T08:00:00Z",
    updated="2026-11-02T08:09:10Z",
)


def written(contact: Contact, *kept: str, version: Version = "3.0", via_name: str = "") -> list[str]:
    """The content lines of a contact, unfolded."""
    data = write_vcards([WriteContact(contact, kept, via_name)], version=version)
    assert data.endswith(b"\r\n")
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


_DIGESTS = (
    "name f4797a20 organization 0bcced7d title d0cec65f birthday 699ff824 notes 0cca4df4 "
    "emails 1a26fa26 2740dec5 phones b572c73a aaf9bf12 urls ab134e70"
)
"""What tells an edit of a value in another program: other digests would take every card written so far for edited."""


def test_a_contact_in_30() -> None:
    assert written(ANNA) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "UID:6e65746b-6565-8070-8123-456789012345",
        "FN:Anna Virtanen",
        "N:Virtanen;Anna;Maria;Dr.;Jr.",
        "ORG:Valio\\; Oy\\, Ab",
        "TITLE:Brand lead",
        "EMAIL;TYPE=INTERNET;TYPE=WORK;TYPE=PREF:anna@valio.example",
        "item1.EMAIL;TYPE=INTERNET:anna@example.org",
        "item1.X-ABLabel:Mökki",
        "TEL;TYPE=CELL;TYPE=PREF:+358 40 555 0101",
        "TEL;TYPE=WORK;TYPE=FAX:014\\;ext=5",
        "URL:https://valio.example/?a=1,2;3",
        "ADR;TYPE=HOME:;;Katu 3\\nTalo 4;Jyväskylä;;40100;",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29",
        "CATEGORIES:design,r\\,d,step:customer",
        "NOTE:One\\nTwo",
        "REV:2026-11-02T08:09:10Z",
        "X-NETKEEPER-HOPES:employer\\,mentor",
        "X-NETKEEPER-CADENCE:42",
        "X-NETKEEPER-MET:Slush 2025",
        "X-NETKEEPER-VIA:Pekka Salo",
        "X-NETKEEPER-STEP:2026-01-02\\;customer\\;bought a workshop\\; twice",
        "X-NETKEEPER-ARCHIVED:true",
        "X-NETKEEPER-CREATED:2025-11-20T08:00:00Z",
        f"X-NETKEEPER-WRITTEN:{_DIGESTS}",
        "END:VCARD",
    ]


def test_what_differs_in_40() -> None:
    assert sorted(set(written(ANNA, version="4.0")) - set(written(ANNA))) == [
        "ADR;TYPE=home:;;Katu 3\\nTalo 4;Jyväskylä;;40100;",
        "BDAY:--0229",
        "EMAIL;TYPE=work;PREF=1:anna@valio.example",
        "REV:20261102T080910Z",
        "TEL;TYPE=cell;PREF=1:+358 40 555 0101",
        "TEL;TYPE=work;TYPE=fax:014\\;ext=5",
        "UID:urn:uuid:6e65746b-6565-8070-8123-456789012345",
        "VERSION:4.0",
        "item1.EMAIL:anna@example.org",
    ]
    assert "BDAY:19800229" in written(Contact("", "A", birthday=Birthday(2, 29, 1980)), version="4.0")
    assert "BDAY:1980-02-29" in written(Contact("", "A", birthday=Birthday(2, 29, 1980)))


def test_the_least_contact() -> None:
    assert written(Contact(id="", name="Anna")) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Anna",
        "N:;Anna;;;",
        "X-NETKEEPER-NAME-PARTS:unknown",
        "CATEGORIES:step:potential",
        "END:VCARD",
    ]


def test_the_parts_of_a_name_are_guessed_for_phones_and_not_believed_when_they_come_back() -> None:
    contact = Contact(id="", name="Anna Maria Virtanen")
    lines = written(contact)
    assert "N:Virtanen;Anna;Maria;;" in lines
    assert read_one("\n".join(lines).encode()).contact == contact
    edited = [line.replace("Virtanen;Anna", "Virtanen;Annie") for line in lines]
    assert read_one("\n".join(edited).encode()).contact.name_parts.given == "Annie"


@pytest.mark.parametrize(
    ("uid", "version", "line"),
    [
        ("urn:uuid:0e76", "3.0", "UID:0e76"),
        ("urn:uuid:0e76", "4.0", "UID:urn:uuid:0e76"),
        ("a,b", "3.0", "UID:a\\,b"),
        ("a,b", "4.0", "UID;VALUE=text:a\\,b"),
    ],
)
def test_a_uid_that_came_goes_out_again(uid: str, version: Version, line: str) -> None:
    assert line in written(Contact(id="123456789012345", name="Anna", uid=uid), version=version)


def test_a_uid_is_written_bare_in_30_and_read_with_and_without_its_scheme() -> None:
    uid = "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427"
    data = write_vcards([WriteContact(Contact(id="", name="Anna", uid=uid))])
    assert data.count(b"urn:uuid:") == 1
    assert b"\r\nUID:1b4e28ba-2fa1-11d2-883f-0016d3cca427\r\n" in data
    assert read_one(data).contact.uid == uid
    assert read_one(data.replace(b"\nUID:1b", b"\nUID:urn:uuid:1b")).contact.uid == uid
    assert read_one(data.replace(b"\nUID:1b", b"\nUID:2b")).contact.uid[:2] == "2b"


def test_netkeepers_own_uid_brings_the_id_back() -> None:
    data = write_vcards([WriteContact(ANNA)])
    assert read_one(data).contact == ANNA
    for uid in (b"urn:uuid:6e65746b", b"URN:UUID:6E65746B", b"6E65746B"):
        assert read_one(data.replace(b"UID:6e65746b", b"UID:" + uid)).contact.id == ANNA.id
    stranger = data.replace(b"8070-8123-456789012345", b"8070-9123-456789012345")
    assert (read_one(stranger).contact.id, read_one(stranger).contact.uid[:9]) == ("", "6e65746b-")


def test_who_introduced_a_contact_goes_out_by_name() -> None:
    contact = Contact(id="", name="Anna", via="123456789012345")
    assert "X-NETKEEPER-VIA:Pekka\\, Salo" in written(contact, via_name="Pekka, Salo")
    assert "X-NETKEEPER-VIA:123456789012345" in written(contact)


def test_kept_lines_go_out_again_in_their_order() -> None:
    kept = ("NICKNAME:Annie", "item2.X-ABDATE:2010-06-05", "item2.X-ABLabel:Day", "PHOTO;VALUE=uri:https://a.example/x")
    lines = written(ANNA, *kept)
    assert tuple(lines[-5:-1]) == kept
    assert "item3.X-ABLabel:Mökki" in lines  # clear of the groups that were kept


def test_an_organization_goes_out_with_its_units_while_it_is_the_same() -> None:
    kept = ("ORG:Valio\\; Oy\\, Ab;Sales", "ORG:Other")
    assert [line for line in written(ANNA, *kept) if line.startswith("ORG")] == list(kept)
    moved = Contact(id="", name="Anna", organization="Fazer")
    assert [line for line in written(moved, *kept) if line.startswith("ORG")] == ["ORG:Fazer", *kept]
    left = Contact(id="", name="Anna")
    lines = written(left, *kept, "ORG:;Unit", "TITLE:Old title")
    assert [line for line in lines if line.startswith(("ORG", "TITLE"))] == ["ORG:;Unit"]


@pytest.mark.parametrize(
    "line",
    [
        "BEGIN:VCARD",
        "end:vcard",
        "VERSION:2.1",
        "item1.END:VCARD",
        "PROFILE:VCARD",
        "no colon",
        "",
        "b@d:x",
        "UID:2",
        "REV:2",
    ],
)
def test_what_would_break_the_card_is_not_written_again(line: str) -> None:
    assert written(ANNA, line) == written(ANNA)


def test_kept_lines_cannot_carry_lines_of_their_own() -> None:
    lines = written(ANNA, "X-A:b\r\nEND:VCARD\r\nBEGIN:VCARD\nFN:Eve\rx", 'X-B;P="q:r', "X-C:\x00\x1b[2J\ud800")
    assert lines[-4:-1] == ["X-A:b\\nEND:VCARD\\nBEGIN:VCARD\\nFN:Eve\\nx", "X-B;P=q:r", "X-C:[2J"]


def test_pictures_go_out_as_each_version_has_them_and_come_back_as_one() -> None:
    photo = "PHOTO;ENCODING=b;TYPE=JPEG;X-CROP=1:AAAA"
    assert photo in written(ANNA, photo)
    assert "PHOTO;X-CROP=1:data:image/jpeg;base64,AAAA" in written(ANNA, photo, version="4.0")
    for version in ("3.0", "4.0"):
        assert read_one("\n".join(written(ANNA, photo, version=version)).encode()).unknown_properties == (photo,)
    assert "KEY;ENCODING=b;TYPE=X509:AAAA" in written(ANNA, "KEY;ENCODING=b;TYPE=X509:AAAA", version="4.0")


def test_nobody_is_nothing() -> None:
    assert write_vcards([]) == b""


def test_hostile_text_stays_inside_its_property() -> None:
    evil = "x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Eve"
    contact = Contact(
        id="",
        name=evil,
        title=evil,
        notes=evil,
        met=evil,
        via=evil,
        uid=evil,
        emails=(Labelled(evil, evil),),
        fields=(evil,),
        addresses=(Address(evil, street=evil),),
        ladder=(StepChange(date(2026, 1, 2), Step.CUSTOMER, evil),),
    )
    reading = read_vcards(write_vcards([WriteContact(contact)]))
    assert len(reading.contacts) == 1
    assert reading.contacts[0].contact.notes == evil.replace("\r\n", "\n")


TRAPS = (
    card("FN:Anna", "LABEL;HOME;QUOTED-PRINTABLE:Katu 3=0D=0AJ", "ORG:A, B;C", "X-A;P=a b:c", version="2.1"),
    card("FN:Anna", "KEY;X509;ENCODING=BASE64:", " AAAA", " BBBB", "", "PHOTO;JPEG;BASE64:AAAA", version="2.1"),
    card("FN:Anna", 'X-A;P="open:b', "a.b.X-C ; P = q:d", "X-UNDER_SCORE:1", "item9.X-ABDATE:1", "X-B;A=^n\":x"),
    card("FN:Anna", "N;ALTID=1:V;A", "N;ALTID=2:W;B", "BDAY:spring", "BDAY:19800101", "NICKNAME:a,b", "GEO:1;2"),
    card("FN:Anna", "PHOTO:data:image/png;base64,AAAA", "SOUND:data:audio/ogg;base64,AAAA", "TZ:-0500", version="4.0"),
)  # fmt: skip


def _by_vobject(data: bytes) -> list[Any]:
    return list(vobject.readComponents(data.decode()))


@pytest.mark.parametrize("version", ["3.0", "4.0"])
@pytest.mark.parametrize("trap", range(len(TRAPS)))
def test_another_reader_reads_what_was_kept(trap: int, version: Version) -> None:
    found = read_one(TRAPS[trap])
    (other,) = _by_vobject(write_vcards([WriteContact(found.contact, found.unknown_properties)], version=version))
    assert other.fn.value == "Anna"
    names = {line.partition(":")[0].partition(";")[0].rpartition(".")[2] for line in found.unknown_properties}
    assert {name.lower().replace("_", "-") for name in names} <= set(other.contents)


@settings(max_examples=60, deadline=None)
@given(contacts(), st.sampled_from(("3.0", "4.0")))
def test_another_reader_reads_the_same(contact: Contact, version: Version) -> None:
    data = write_vcards([WriteContact(contact)], version=version)
    (other,) = _by_vobject(data)
    assert other.fn.value == contact.name
    for name, values in (("email", contact.emails), ("tel", contact.phones)):
        assert [line.value for line in other.contents.get(name, [])] == [item.value for item in values]
    assert [line.value for line in other.contents.get("note", [])] == [contact.notes] * bool(contact.notes)
    if contact.organization:
        assert other.org.value == [contact.organization]
    if contact.name_parts.formatted():
        assert (other.n.value.family, other.n.value.given) == (contact.name_parts.family, contact.name_parts.given)
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_label_in_the_members_language_says_its_type_too(version: Version) -> None:
    someone = replace(
        ANNA,
        phones=(Labelled("014 1", "työ"), Labelled("040 2", "Kännykkä")),
        emails=(Labelled("a@b.example", "matkapuhelin"),),
    )
    data = write_vcards([WriteContact(someone)], version=version)
    text = data.decode().upper()
    assert "TYPE=WORK" in text.partition("TEL")[2].partition("\r\n")[0]
    assert "TYPE=CELL" in text
    assert "CELL" not in text.partition("EMAIL")[2].partition("\r\n")[0]
    assert read_vcards(data).contacts[0].contact.phones == someone.phones
