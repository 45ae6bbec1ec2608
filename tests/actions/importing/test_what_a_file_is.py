"""A file is what its first line and its ending say; an archive of LinkedIn's is opened; no half character comes in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.domain.errors import InvalidValueError, UnreadableFileError
from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.cards import ParsedFile, ReadContact, WriteContact
from netkeeper.interchange.content import Hints, Incoming
from netkeeper.interchange.csv import write_csv
from netkeeper.interchange.zipped import connections_in
from netkeeper.store.half_characters import has_half
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Virta,,,Valio,Lead,12 Mar 2024\n"
)


def written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def archive(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as into:
        for name, text in files.items():
            into.writestr(name.replace("_", "/") + ".csv", text)
    return data.getvalue()


@pytest.mark.parametrize("name", ["mine.csv", "mine.txt", "mine"])
def test_a_card_in_a_note_makes_no_card_of_a_table(tmp_path: Path, name: str) -> None:
    people = [Contact("", "Anna", notes="see\nBEGIN:VCARD\nFN:Bo\nEND:VCARD"), Contact("", "Bo", notes="{}")]
    found = read_file(written(tmp_path / name, write_csv(map(WriteContact, people))))
    assert found.format == "csv"
    assert [(read.contact.name, read.contact.notes) for read in found.reading.contacts] == [
        (each.name, each.notes) for each in people
    ]


def test_cards_below_a_line_that_is_none_are_cards_still(tmp_path: Path) -> None:
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nNOTE:a,b\r\nEND:VCARD\r\n"
    for name in ("a.vcf", "a.txt"):
        assert read_file(written(tmp_path / name, b"From my phone, today\r\n" + card)).format == "vcard"
    assert read_file(written(tmp_path / "a.csv", card)).format == "vcard"


def test_a_calendar_says_what_it_is(tmp_path: Path) -> None:
    data = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Name, Email\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    for name in ("a.ics", "a.csv"):
        with pytest.raises(UnreadableFileError, match="This is a calendar, which netkeeper writes and doesn't read"):
            read_file(written(tmp_path / name, data))


def test_linkedins_archive_is_opened(tmp_path: Path) -> None:
    for names in ({"Connections": CONNECTIONS, "Profile": "a,b\n"}, {"Basic_Connections": CONNECTIONS}):
        found = read_file(written(tmp_path / "linkedin.zip", archive(**names)))
        assert [read.contact.name for read in found.reading.contacts] == ["Anna Virta"]
    with pytest.raises(UnreadableFileError, match=r"ZIP archive without LinkedIn's Connections\.csv"):
        read_file(written(tmp_path / "other.zip", archive(Profile="Name,Email\nAnna,a@x.example\n")))


def test_an_archive_takes_no_more_than_a_file_may_be() -> None:
    huge = archive(Connections="x" * 3_000_000)
    assert len(huge) < 10_000
    with pytest.raises(UnreadableFileError, match="larger than 2 MB"):
        connections_in(huge, 2_000_000)
    whole = archive(Connections=CONNECTIONS)
    assert connections_in(whole, 1_000) == CONNECTIONS.encode()
    broken = bytearray(whole)
    broken[45] ^= 0xFF
    with pytest.raises(UnreadableFileError, match="damaged or locked"):
        connections_in(bytes(broken), 1_000)
    assert connections_in(whole[:60], 1_000) is None
    assert connections_in(CONNECTIONS.encode(), 1_000) is None


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"\xef\xbb\xbfName,Notes\nAnna,hei \xff there\n", None),
        (b"\xef\xbb\xbfName,Notes\nAnna,hei \xff there\n", "utf-8"),
        (b"Name,Notes\nAnna \xe4\xe4,hei\nB\xc3\xb6,x\n", "utf-8"),
        (b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-7:An+2AE-na\r\nN:Virta\r\nEND:VCARD\r\n", None),
        (b"\xef\xbb\xbfBEGIN:VCARD\r\nVERSION:3.0\r\nFN:\xff Anna\r\nNOTE:\xed\xa0\x80\r\nEND:VCARD\r\n", None),
    ],
)
def test_bytes_that_are_no_text_never_come_in(
    network: Network, tmp_path: Path, data: bytes, encoding: str | None
) -> None:
    found = read_file(written(tmp_path / "odd", data), Hints(encoding=encoding))
    import_contacts(network, [found], TODAY)
    (*_, contact) = network.contacts()
    repr(contact).encode()
    assert (
        not has_half((tmp_path / "network" / "journal.jsonl").read_text()) if (tmp_path / "network").exists() else True
    )


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-32", "idna", "punycode", "utf-7", "unicode_escape", "rot13", "nonsense"]
)
@pytest.mark.parametrize(
    "data",
    [b"Name,Email\nAnna,a@x.example\n", b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nEND:VCARD\r\n", b"\xef\xbb\xbf"],
)
def test_an_encoding_that_does_not_fit_is_one_clear_line(tmp_path: Path, data: bytes, encoding: str) -> None:
    for name in ("a.csv", "a.vcf"):
        with pytest.raises(UnreadableFileError) as refused:
            read_file(written(tmp_path / name, data), Hints(encoding=encoding))
        assert "\n" not in str(refused.value)
        assert any(words in str(refused.value) for words in ("encoding", "is empty", "no card", "vCard"))


def test_the_store_refuses_half_a_character_whoever_brings_it(network: Network) -> None:
    read = ReadContact(Contact("", "Anna", notes="\udcff"), 1)
    with pytest.raises(InvalidValueError, match="no text"):
        import_contacts(network, [Incoming(ParsedFile((read,)))], TODAY)
    assert network.people_count == 0
    whole = ReadContact(Contact("", "Anna 😀", notes="\\udcff is how it is written"), 1)
    import_contacts(network, [Incoming(ParsedFile((whole,)))], TODAY)
    assert network.people_count == 1
