"""What an import leaves as it is: entries of other files, what the person removed, names, birthdays, and who had which card."""

from __future__ import annotations

from pathlib import Path

import pytest

from netkeeper.actions.importing.groups import with_groups
from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.network.exporting import export, save_export
from netkeeper.actions.people.merging import merge
from netkeeper.phrases.import_why import import_why_words
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add
from tests.actions.importing.test_updates import anna, bring, change, linkedin

UID = "UID:0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"


def card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


@pytest.fixture
def network(folder: str) -> Network:
    return Network(folder)


def emails(network: Network) -> list[str]:
    return [each.value for each in anna(network).emails]


def test_another_program_s_card_without_uid_adds_and_takes_nothing_away(network: Network, tmp_path: Path) -> None:
    who = "FN:Anna Salo", "TEL:040 5550101"
    bring(network, tmp_path, card(*who, "EMAIL:private@x.fi", "NOTE:climbs", "URL:https://x.fi"), "phone.vcf")
    imported = bring(network, tmp_path, card(*who, "EMAIL:work@y.fi", "NOTE:likes tea", "URL:https://y.fi"), "mail.vcf")
    assert emails(network) == ["private@x.fi", "work@y.fi"]
    assert [each.value for each in anna(network).urls] == ["https://x.fi", "https://y.fi"]
    assert anna(network).notes == "climbs\nlikes tea"
    assert "adds email" in import_why_words(imported.plan.items[0].why)


def test_another_table_with_the_same_headers_adds_and_takes_nothing_away(network: Network, tmp_path: Path) -> None:
    header = "name,email,phone,notes\n"
    bring(network, tmp_path, f"{header}Anna Salo,a@x.fi,014 123456,climbs\n", "a.csv")
    bring(network, tmp_path, f"{header}Anna Salo,a@x.fi,014 654321,likes tea\n", "b.csv")
    assert [each.value for each in anna(network).phones] == ["014 123456", "014 654321"]
    assert anna(network).notes == "climbs\nlikes tea"


def test_the_very_card_with_its_uid_takes_the_place_of_what_it_said(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, card("FN:Anna Salo", UID, "EMAIL:a@x.fi", "NOTE:climbs"), "phone.vcf")
    bring(network, tmp_path, card("FN:Anna Salo", UID, "EMAIL:a@y.fi", "NOTE:dives"), "phone.vcf")
    assert (emails(network), anna(network).notes) == (["a@y.fi"], "dives")


def test_a_short_uid_may_be_another_program_s(network: Network, tmp_path: Path) -> None:
    for address in ("private@x.fi", "work@y.fi"):
        bring(network, tmp_path, card("FN:Anna Salo", "UID:7", "TEL:040 5550101", f"EMAIL:{address}"), "a.vcf")
    assert emails(network) == ["private@x.fi", "work@y.fi"]


FULL = (
    "EMAIL:a@x.fi",
    "TEL:014 123456",
    "ORG:Valio",
    "TITLE:Chemist",
    "URL:https://x.fi",
    "NOTE:climbs\\nlikes tea",
    "BDAY:1990-01-02",
    "CATEGORIES:cheese",
)
REMOVALS = (
    "-email:a@x.fi",
    "phone:",
    "org:",
    "title:",
    "url:",
    "note:",
    "birthday:",
    "field:",
)


@pytest.mark.parametrize("removal", REMOVALS)
@pytest.mark.parametrize("uid", ["X-NOTHING:1", UID])
def test_what_the_person_removed_does_not_come_back(network: Network, tmp_path: Path, removal: str, uid: str) -> None:
    text = card("FN:Anna Salo", uid, *FULL)
    bring(network, tmp_path, text, "a.vcf")
    change(network, removal)
    removed = anna(network)
    for _ in range(2):
        assert bring(network, tmp_path, text, "a.vcf").plan.items[0].action == "skip"
        assert anna(network) == removed
    bring(network, tmp_path, card("FN:Anna Salo", uid, *FULL, "EMAIL:new@x.fi"), "a.vcf")
    assert "new@x.fi" in emails(network)
    assert [each for each in emails(network) if each != "new@x.fi"] == [each.value for each in removed.emails]


def test_what_was_removed_stays_away_from_a_table_and_when_two_files_come_in_turn(
    network: Network, tmp_path: Path
) -> None:
    one, other = (f"name,email,phone\nAnna Salo,{address},014 123456\n" for address in ("a@x.fi", "s@x.fi"))
    for text in (one, other):
        bring(network, tmp_path, text, "a.csv")
    change(network, "-email:a@x.fi")
    for text in (one, other, one):
        assert bring(network, tmp_path, text, "a.csv").plan.items[0].action == "skip"
    assert emails(network) == ["s@x.fi"]


def test_what_was_removed_stays_away_after_a_merge_and_from_netkeepers_own_file(
    network: Network, tmp_path: Path
) -> None:
    bring(network, tmp_path, linkedin())
    merge(network, add(network, "Anna V").id, anna_of(network, "Anna Virtanen"))
    change(network, "-email:anna@valio.example")
    bring(network, tmp_path, linkedin())
    assert emails(network) == []

    other = Network(str(tmp_path / "other"))
    bring(other, tmp_path, linkedin())
    path = tmp_path / "all.json"
    save_export(export(other, format_name="json"), str(path))
    third = Network(str(tmp_path / "third"))
    for _ in range(2):
        bring(third, tmp_path, path.read_text(encoding="utf-8"), "copy.json")
        if emails(third):
            change(third, "-email:anna@valio.example")
    assert emails(third) == []


def anna_of(network: Network, name: str) -> str:
    return next(each.id for each in network.contacts() if each.name == name)


def test_the_rows_of_one_file_for_one_person_count_together(network: Network, tmp_path: Path) -> None:
    header = "name,email,phone\n"
    bring(network, tmp_path, f"{header}Anna Salo,a@x.fi,014 123456\n", "m1.csv")
    both = f"{header}Anna Salo,a@x.fi,\nAnna Salo,s@x.fi,014 123456\n"
    bring(network, tmp_path, both, "m2.csv")
    assert emails(network) == ["a@x.fi", "s@x.fi"]
    seq = network.storage.seq
    bring(network, tmp_path, both, "m2.csv")
    assert network.storage.seq == seq


def test_the_cards_of_one_uid_count_together(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, card("FN:Anna Salo", UID, "EMAIL:a@x.fi", "TITLE:Chemist"), "m1.vcf")
    one, other = (
        card("FN:Anna Salo", UID, "EMAIL:a@x.fi", "TITLE:Chemist"),
        card("FN:Anna Salo", UID, "EMAIL:s@x.fi", "TITLE:Boss"),
    )
    bring(network, tmp_path, one + other, "m2.vcf")
    assert emails(network) == ["a@x.fi", "s@x.fi"]
    assert anna(network).title == "Chemist"


@pytest.mark.parametrize("name", ["FN:n/a", "FN:-", "X-NOTHING:1", "FN:040 5550101", "FN:Valio Oy\nORG:Valio Oy"])
def test_no_stand_in_takes_the_place_of_a_name(network: Network, tmp_path: Path, name: str) -> None:
    bring(network, tmp_path, card("FN:Anna Salo", UID, "EMAIL:a@x.fi"), "phone.vcf")
    bring(network, tmp_path, card(name, UID, "EMAIL:a@x.fi", "TITLE:Boss"), "phone.vcf")
    assert (anna(network).name, anna(network).title) == ("Anna Salo", "Boss")
    assert anna(network).name_parts.formatted() in ("", "Anna Salo")


def test_no_stand_in_takes_the_place_of_a_name_on_a_card_of_netkeepers_own(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Salo")
    path = tmp_path / "own.vcf"
    save_export(export(network, format_name="vcard"), str(path))
    text = path.read_text(encoding="utf-8")
    assert "FN:Anna Salo" in text
    bring(network, tmp_path, text.replace("FN:Anna Salo", "FN:n/a"), "own.vcf")
    assert anna(network).name == "Anna Salo"
    bring(network, tmp_path, text.replace("FN:Anna Salo", "FN:Anna Koski"), "own.vcf")
    assert anna(network).name == "Anna Koski"


def test_a_group_s_file_leaves_what_the_phone_said(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, card("FN:Anna Salo", UID, "TITLE:Trainee", "EMAIL:a@x.fi"), "phone.vcf")
    group = card("FN:Climbers", "X-ADDRESSBOOKSERVER-KIND:group", f"X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:{UID[4:]}")
    path = tmp_path / "group.vcf"
    path.write_text(group, encoding="utf-8")
    import_contacts(network, with_groups(network, [read_file(str(path))]), TODAY)
    assert "climbers" in [each.casefold() for each in anna(network).fields]
    bring(network, tmp_path, card("FN:Anna Salo", UID, "TITLE:Boss", "EMAIL:a@y.fi"), "phone.vcf")
    assert (anna(network).title, emails(network)) == ("Boss", ["a@y.fi"])


def test_an_earlier_file_again_adds_nobody(network: Network, tmp_path: Path) -> None:
    first = card("FN:A. Salo", "TEL:040 5550101")
    later = card("FN:Dr. Anna Salo", "TEL:040 5550101", "BDAY:1990-01-02") + card(
        "FN:Anna Salo", "TEL:040 5550202", "BDAY:1990-01-02"
    )
    for text in (first, later):
        bring(network, tmp_path, text, "a.vcf")
    people = len(list(network.contacts()))
    for text in (first, later, first):
        bring(network, tmp_path, text, "a.vcf")
        assert len(list(network.contacts())) == people


def test_two_birthdays_are_two_people_who_are_asked_about(network: Network, tmp_path: Path) -> None:
    who = "FN:Anna Salo", "TEL:040 5550101"
    bring(network, tmp_path, card(*who, "BDAY:1990-01-02"), "a.vcf")
    imported = bring(network, tmp_path, card(*who, "BDAY:1962-03-04"), "b.vcf")
    assert [str(each.birthday) for each in network.contacts()] == ["1990-01-02", "1962-03-04"]
    assert imported.plan.asked
