"""Cards that went through other programs: what they rewrote is no edit, and what was edited in them is taken."""

from __future__ import annotations

import random
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import vobject

from netkeeper.actions.importing.groups import with_groups
from netkeeper.actions.importing.import_contacts import Imported, import_contacts, preview
from netkeeper.actions.network.exporting import export
from netkeeper.actions.people.merging import merge
from netkeeper.demo import make as demo
from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ids import bare_uid
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.photos import as_kept
from netkeeper.interchange.cards import Skipped, WriteContact
from netkeeper.interchange.content import NO_HINTS, Incoming
from netkeeper.interchange.vcard import read_vcards, write_vcards
from netkeeper.interchange.vcard.content_line import fold_line
from netkeeper.phrases.import_why import import_why_words
from netkeeper.store.network import Network
from netkeeper.store.photo_lines import lines_with_photos

TODAY = date(2026, 11, 23)

Rewrite = Callable[[list[str]], list[str]]
"""What a program makes of the content lines of a card, BEGIN and END left out."""


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The demo's people as vCards."""
    network = Network(str(tmp_path_factory.mktemp("demo")))
    demo.make_demo(network, TODAY)
    return export(network, format_name="vcard").data


def network_of(data: bytes, folder: Path) -> Network:
    """A network that holds just what is in some vCards."""
    network = Network(str(folder))
    bring(network, data)
    return network


def bring(network: Network, data: bytes) -> Imported:
    return import_contacts(network, with_groups(network, [Incoming(read_vcards(data))]), TODAY)


def told(network: Network, data: bytes) -> list[str]:
    """Why whatever isn't skipped isn't."""
    plan = preview(network, [Incoming(read_vcards(data))])
    return [f"{item.contact.name}: {import_why_words(item.why)}" for item in plan.items if item.action != "skip"]


def rewritten(data: bytes, rewrite: Rewrite) -> bytes:
    """The cards as a program writes them."""
    text = re.sub("\r\n[ \t]", "", data.decode()).replace("\r\n", "\n")
    made = []
    for body in re.findall("BEGIN:VCARD\n(.*?)\nEND:VCARD", text, re.DOTALL):
        made += ["BEGIN:VCARD", *rewrite(body.split("\n")), "END:VCARD"]
    return b"".join(map(fold_line, made))


def _of(line: str) -> str:
    """The name of a content line, its group left out."""
    return re.split("[;:]", line)[0].rpartition(".")[2].upper()


def _davx5(lines: list[str]) -> list[str]:
    version, *rest = [line for line in lines if _of(line) not in ("CATEGORIES", "REV")]
    rest = [line.replace("UID:urn:uuid:", "UID:") for line in rest]
    rest = [re.sub(";TYPE=(MAIN|SCHOOL|OTHER)", "", line) if _of(line) != "NOTE" else line for line in rest]
    rest = [re.sub(r"TYPE=(\w+)", lambda found: f"TYPE={found[1].lower()}", line) for line in rest]
    random.Random(7).shuffle(rest)
    return [version, "PRODID:DAVx5/4.4.9-ose ez-vcard/0.12.1", *rest, "REV:20270101T101112Z"]


def _ios(lines: list[str]) -> list[str]:
    made = []
    for place, line in enumerate(lines):
        name = _of(line)
        if name in ("CATEGORIES", "REV", "FN") or name.startswith("X-NETKEEPER"):
            continue
        head, _, value = line.partition(":")
        if name == "ADR" and "." not in head:
            made += [f"item{place + 40}.{line}", f"item{place + 40}.X-ABADR:fi"]
        elif name == "TEL":
            made.append(f"{head};type=VOICE:{value}")
        elif name == "N":
            family, given, additional, prefix, suffix = value.split(";")
            full = " ".join(" ".join((prefix, given, additional, family, suffix)).split())
            made += [line, f"FN:{full}"]
        else:
            made.append(f"{line};" if name == "ORG" else line)
    return [made[0], "PRODID:-//Apple Inc.//iPhone OS 26.1//EN", *made[1:], "REV:2027-01-01T10:11:12Z"]


def _khard(lines: list[str]) -> list[str]:
    lines = [line.replace("URL;TYPE=WORK", "URL") for line in lines if _of(line) != "REV"]
    return [lines[0], *sorted(lines[1:]), "X-KIND:individual", "REV:20270101T101112Z"]


def _with_preferences(lines: list[str]) -> list[str]:
    lines = [line.replace(";TYPE=PREF", "") for line in lines]
    return [line.replace("TEL;", "TEL;PREF=1;") for line in lines]


def _vobject_twice(lines: list[str]) -> list[str]:
    text = "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""])
    for _ in range(2):
        text = vobject.readOne(text).serialize()
    return re.sub("\r\n[ \t]", "", text).strip().split("\r\n")[1:-1]


PROGRAMS: dict[str, Rewrite] = {
    "nothing": list,
    "DAVx5": _davx5,
    "iOS": _ios,
    "khard": _khard,
    "preferences": _with_preferences,
    "vobject": _vobject_twice,
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_program_rewrote_without_an_edit_changes_nothing(cards: bytes, tmp_path: Path, program: str) -> None:
    network = network_of(cards, tmp_path)
    before = network.storage.seq
    again = rewritten(cards, PROGRAMS[program])
    assert told(network, again) == []
    assert [item.action for item in bring(network, again).plan.items] == ["skip"] * network.people_count
    assert network.storage.seq == before


def _as_known(contact: Contact) -> Contact:
    return replace(contact, uid=bare_uid(contact.uid), updated="")


def test_everything_of_the_demo_survives_vobject_twice(cards: bytes, tmp_path: Path) -> None:
    again = rewritten(cards, _vobject_twice)
    assert again != cards
    here, there = network_of(cards, tmp_path / "here"), network_of(again, tmp_path / "there")
    assert {_as_known(each) for each in there.contacts()} == {_as_known(each) for each in here.contacts()}
    assert any(each.ladder[1:] for each in there.contacts())
    assert any(len(each.hopes) > 1 for each in there.contacts())
    assert any(each.cadence for each in there.contacts())
    assert any(len(each.fields) > 1 for each in there.contacts())


NAMELESS = Contact(id="123456789012345", name="Aino Maria Virta", emails=(Labelled("aino@virta.example"),))
"""Somebody the parts of whose name are not known."""


@pytest.mark.parametrize("program", PROGRAMS)
def test_guessed_parts_of_a_name_are_no_news_when_they_come_back(tmp_path: Path, program: str) -> None:
    data = write_vcards([WriteContact(NAMELESS)])
    network = network_of(data, tmp_path)
    assert told(network, rewritten(data, PROGRAMS[program])) == []


ANNA = Contact(
    id="123456789012345",
    name="Anna Virtanen",
    organization="Valio",
    title="CEO",
    emails=(Labelled("anna@valio.example", "work"), Labelled("anna@home.example", "home")),
    phones=(Labelled("+358 40 555 0101", "mobile"), Labelled("+358 40 555 0102", "work")),
    urls=(Labelled("https://valio.example"),),
    notes="One\nTwo",
)


@pytest.mark.parametrize("program", [name for name in PROGRAMS if name != "iOS"])
@pytest.mark.parametrize(
    ("was", "becomes", "change", "said"),
    [
        ("TITLE:CEO", "TITLE:CTO", {"title": "CTO"}, "changes title CEO to CTO"),
        ("TITLE:CEO\n", "", {"title": ""}, "removes title CEO"),
        ("TEL;TYPE=WORK:+358 40 555 0102\n", "", {"phones": ANNA.phones[:1]}, "removes phone +358 40 555 0102"),
        (
            "TEL;TYPE=WORK:+358 40 555 0102\n", "TEL;TYPE=WORK:+358 40 555 0109\n",
            {"phones": (ANNA.phones[0], Labelled("+358 40 555 0109", "work"))},
            "changes phone +358 40 555 0102 to +358 40 555 0109",
        ),
        ("anna@home.example", "a@home.example", {"emails": (ANNA.emails[0], Labelled("a@home.example", "home"))}, "changes email anna@home.example to a@home.example"),
        ("NOTE:One\\nTwo", "NOTE:One\\nThree", {"notes": "One\nThree"}, "changes notes One Two to One Three"),
        ("FN:Anna Virtanen\nN:Virtanen;Anna", "FN:Anna Salo\nN:Salo;Anna", {"name": "Anna Salo"}, "changes name Anna Virtanen to Anna Salo"),
    ],
)  # fmt: skip
def test_what_was_edited_on_a_card_of_netkeepers_is_taken_and_told(
    tmp_path: Path, program: str, was: str, becomes: str, change: dict[str, object], said: str
) -> None:
    data = write_vcards([WriteContact(ANNA)])
    network = network_of(data, tmp_path)

    def edit(lines: list[str]) -> list[str]:
        text = "\n".join(lines) + "\n"
        assert was in text
        return PROGRAMS[program](text.replace(was, becomes).strip().split("\n"))

    edited = rewritten(data, edit)
    assert told(network, edited) == [f"{change.get('name', 'Anna Virtanen')}: same id as Anna Virtanen: {said}"]
    bring(network, edited)
    here = network.contact(ANNA.id)
    assert {name: getattr(here, name) for name in change} == change
    assert told(network, edited) == []


def test_what_was_changed_here_meanwhile_stays_and_an_old_card_is_no_edit(tmp_path: Path) -> None:
    data = write_vcards([WriteContact(ANNA)])
    network = network_of(data, tmp_path)
    with network.transaction("Edited") as draft:
        more = (*network.contact(ANNA.id).phones, Labelled("+358 40 555 0103"))
        draft.put_contact(replace(network.contact(ANNA.id), title="Chair", phones=more))
    assert told(network, data) == []
    assert told(network, data.replace(b"TITLE:CEO", b"TITLE:CTO")) == []
    bring(network, data.replace(b"TEL;TYPE=WORK:+358 40 555 0102\r\n", b""))
    here = network.contact(ANNA.id)
    assert (here.title, [each.value[-4:] for each in here.phones]) == ("Chair", ["0101", "0103"])


def test_what_a_program_does_not_keep_is_not_removed(tmp_path: Path) -> None:
    anna = replace(ANNA, birthday=Birthday(2, 29, 1980), fields=("food",), step=Step.CUSTOMER)
    data = write_vcards([WriteContact(anna, ("X-SKYPE:anna", "X-LONG:a,b;c"))])
    network = network_of(data, tmp_path)
    for line in (rb"BDAY:.*", rb"CATEGORIES:.*", rb"NOTE:.*", rb"X-SKYPE.*"):
        assert told(network, re.sub(line + rb"\r\n", b"", data)) == []
    assert told(network, data.replace(b"X-LONG:a,b;c", b"x-long;PREF=1:a")) == []
    assert told(network, data.replace(b"X-SKYPE:anna", b"X-SKYPE:annie")) == [
        "Anna Virtanen: same id as Anna Virtanen: adds details of the card"
    ]


def test_a_card_of_another_program_with_made_up_digests_is_nothing_to_fear(tmp_path: Path) -> None:
    network = network_of(write_vcards([WriteContact(ANNA)]), tmp_path)
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Virtanen\nX-NETKEEPER-WRITTEN:{}\nEMAIL:anna@valio.example\nEND:VCARD\n"
    for value in ("", "title", "title " + "0" * 8, "0" * 8 + " 1 2 3", r"title\, ffffffff;phones", "a " * 5000):
        assert told(network, text.format(value).encode()) == []


GROUP = "BEGIN:VCARD\nVERSION:3.0\nUID:g\nX-ADDRESSBOOKSERVER-KIND:group\nFN:{}\n{}END:VCARD\n"


def _group(name: str, *uids: str) -> bytes:
    return GROUP.format(name, "".join(f"X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:{uid}\n" for uid in uids)).encode()


def test_a_group_becomes_a_field_of_its_members_wherever_their_cards_are(tmp_path: Path) -> None:
    network = network_of(
        write_vcards([WriteContact(ANNA), WriteContact(Contact("", "Bo Ek", uid="URN:UUID:b-1"))]), tmp_path
    )
    other = write_vcards([WriteContact(Contact("", "Cia Lind", uid="c-1"))])
    group = _group("Climbers", "6E65746B-6565-8070-8123-456789012345", "b-1", "c-1", "c-1", "nobody")
    files = with_groups(network, [Incoming(read_vcards(group)), Incoming(read_vcards(other))])
    imported = import_contacts(network, files, TODAY)
    assert {each.name: each.fields for each in network.contacts()} == dict.fromkeys(
        ("Anna Virtanen", "Bo Ek", "Cia Lind"), ("climbers",)
    )
    assert [each[1:] for each in imported.plan.skipped] == [
        (1, "the group 'Climbers' is the field climbers of 3 members; 1 more member is in no file and not here", True)
    ]
    seq = network.storage.seq
    import_contacts(network, with_groups(network, [Incoming(read_vcards(group)), Incoming(read_vcards(other))]), TODAY)
    assert network.storage.seq == seq


@pytest.mark.parametrize(
    ("name", "uids", "reason", "is_read"),
    [
        ("Climbers", (), "the group 'Climbers' has no members", True),
        ("Climbers", ("x",), "the group 'Climbers': its member is in no file and not here", True),
        ("", ("x",), "the group '' can't be a field; left out", False),
    ],
)
def test_a_group_that_brings_nothing_says_why(
    tmp_path: Path, name: str, uids: tuple[str, ...], reason: str, is_read: bool
) -> None:
    (file,) = with_groups(Network(str(tmp_path)), [Incoming(read_vcards(_group(name, *uids)))])
    assert file.reading.skipped == (Skipped(1, reason, is_read=is_read),)


def _dead(*lines: str) -> bytes:
    return "\n".join(("BEGIN:VCARD", "VERSION:4.0", "FN:Old Grandma", "UID:gran", *lines, "END:VCARD", "")).encode()


@pytest.mark.parametrize("line", ["DEATHDATE:20190501", "deathdate;VALUE=text:circa 2019", "item1.X-DEATHDATE:2019"])
def test_whoever_has_died_comes_into_the_archive_and_is_told_once(tmp_path: Path, line: str) -> None:
    network = Network(str(tmp_path))
    imported = bring(network, _dead("BDAY:19300101", line))
    (gran,) = network.contacts()
    assert (gran.archived, imported.waiting, network.kept_lines(gran.id)) == (True, 0, (line,))
    assert import_why_words(imported.plan.items[0].why) == "new; has died; kept in the archive, where no reminders are"
    assert told(network, _dead("BDAY:19300101", line)) == []


def test_whoever_dies_later_goes_into_the_archive_and_comes_out_when_the_member_says_so(tmp_path: Path) -> None:
    network = network_of(_dead(), tmp_path)
    assert told(network, _dead("DEATHDATE:20260501")) == [
        "Old Grandma: same uid as Old Grandma: adds details of the card; has died; kept in the archive, where no reminders are"
    ]
    bring(network, _dead("DEATHDATE:20260501"))
    (gran,) = network.contacts()
    assert gran.archived
    with network.transaction("Taken out") as draft:
        draft.put_contact(replace(gran, archived=False))
    assert told(network, _dead("DEATHDATE:20260501")) == []
    again = network_of(export(network, format_name="vcard").data, tmp_path / "again")
    assert not again.contacts()[0].archived


@pytest.mark.parametrize("stays_first", [True, False])
def test_who_has_died_stays_in_the_archive_when_two_are_merged(tmp_path: Path, stays_first: bool) -> None:
    network = network_of(_dead("DEATHDATE:20260501"), tmp_path)
    (gran,) = network.contacts()
    with network.transaction("Added Grandma") as draft:
        other = draft.put_contact(Contact(id="", name="Old Grandma", phones=(Labelled("040 555 0101"),)))
    two = (gran.id, other.id) if stays_first else (other.id, gran.id)
    assert merge(network, *two).archived


def _photo(data: bytes, head: str = "PHOTO;ENCODING=b;TYPE=JPEG") -> str:
    return f"{head}:{b64encode(data).decode()}"


PICTURE = bytes(range(256)) * 1000


@pytest.mark.parametrize("format_name", ["vcard", "vcard4", "json"])
def test_a_photo_goes_out_and_comes_in_byte_for_byte(tmp_path: Path, format_name: str) -> None:
    network = network_of(write_vcards([WriteContact(ANNA, ("X-A:1", _photo(PICTURE)))]), tmp_path / "here")
    made = export(network, format_name=format_name)
    assert (made.missing_photos, made.photos_left_out) == (0, 0)
    there = Network(str(tmp_path / "there"))
    read = made.format.read or read_vcard_file
    incoming = [read(made.data, NO_HINTS, None)]
    import_contacts(there, incoming, TODAY)
    for each in (network, there):
        assert lines_with_photos(each.folder, each.kept_lines(ANNA.id)) == (("X-A:1", _photo(PICTURE)), 0)
    seq = there.storage.seq
    import_contacts(there, incoming, TODAY)
    assert there.storage.seq == seq


def read_vcard_file(data: bytes, *_: object) -> Incoming:
    return Incoming(read_vcards(data))


def test_a_table_leaves_photos_out_and_says_so(tmp_path: Path) -> None:
    network = network_of(write_vcards([WriteContact(ANNA, ("X-A:1", _photo(PICTURE)))]), tmp_path)
    for name in ("csv", "google", "outlook"):
        made = export(network, format_name=name)
        assert made.photos_left_out == 1
        assert b"PHOTO" not in made.data
    assert b"X-A:1" in export(network, format_name="csv").data
    assert export(network, format_name="interactions").photos_left_out == 0  # It has no people who could have any.


def test_another_photo_taken_on_a_card_of_netkeepers_takes_the_place_of_the_first(tmp_path: Path) -> None:
    lines = ("X-A:1", _photo(PICTURE), _photo(b"logo", "LOGO;ENCODING=b;TYPE=PNG"))
    network = network_of(write_vcards([WriteContact(ANNA, lines)]), tmp_path)
    taken = export(network, format_name="vcard").data.replace(fold_line(lines[1]), fold_line(_photo(b"new")))
    assert told(network, taken) == ["Anna Virtanen: same id as Anna Virtanen: adds details of the card"]
    bring(network, taken)
    here, _ = lines_with_photos(network.folder, network.kept_lines(ANNA.id))
    assert here == (lines[0], lines[2], _photo(b"new"))


def test_a_photo_of_another_program_is_kept_beside_the_first(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\nVERSION:3.0\nUID:anna-0123456789abcdef\nFN:Anna\n{}\nEND:VCARD\n"
    network = network_of(text.format(_photo(PICTURE)).encode(), tmp_path)
    bring(network, text.format(_photo(b"new")).encode())
    (anna,) = network.contacts()
    here, _ = lines_with_photos(network.folder, network.kept_lines(anna.id))
    assert here == (_photo(PICTURE), _photo(b"new"))
    assert told(network, text.format(_photo(PICTURE)).encode()) == []


def test_a_photo_that_earlier_versions_kept_among_the_tables_is_known_again(tmp_path: Path) -> None:
    network = network_of(write_vcards([WriteContact(ANNA)]), tmp_path)
    with network.transaction("As it was") as draft:
        draft.put_kept(ANNA.id, (_photo(PICTURE),))
    assert told(network, write_vcards([WriteContact(ANNA, (_photo(PICTURE),))])) == []
    bring(network, write_vcards([WriteContact(ANNA, (_photo(PICTURE), "X-NEW:1"))]))
    assert network.kept_lines(ANNA.id) == (as_kept(_photo(PICTURE)), "X-NEW:1")
