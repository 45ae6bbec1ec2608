"""Bringing contacts in: nobody twice, nobody lost, all or nothing."""

from __future__ import annotations

import json
import os
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from netkeeper.actions.importing import import_contacts as importing
from netkeeper.actions.importing.import_contacts import SIZE_LIMIT_BYTES, Imported, import_contacts, preview, read_file
from netkeeper.actions.interactions import log
from netkeeper.actions.network import exporting
from netkeeper.actions.people import bulk, lists, people
from netkeeper.actions.promises import promises
from netkeeper.demo import make as demo
from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.placing import STEPS_OWN, Placing
from netkeeper.domain.search.search import parse_search
from netkeeper.phrases.import_why import import_why_words
from netkeeper.store.network import Network

TODAY = date(2026, 11, 23)


def card(name: str, *lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


def bring(
    network: Network, folder: Path, *cards: str, name: str = "cards.vcf", every: Placing | None = None
) -> Imported:
    path = folder / name
    path.write_text("".join(cards), encoding="utf-8")
    return import_contacts(network, [read_file(str(path))], TODAY, source=name, every=every)


def actions(imported: Imported) -> list[str]:
    return [item.action for item in imported.plan.items]


def add(network: Network, name: str, words: str = "") -> str:
    return people.add(network, name, contact_changes(split_text(words), TODAY), TODAY).contact.id


@pytest.fixture
def network(folder: str) -> Network:
    return Network(folder)


def test_the_same_file_twice_adds_nothing(network: Network, tmp_path: Path) -> None:
    cards = [
        card("Anna Virtanen", "EMAIL:anna@valio.example", "TEL:+358 40 555 0101", "X-SPECIAL:kept"),
        card("Only A Name"),
        card("Pekka Salo", "UID:urn:uuid:5", "NOTE:met at the fair"),
    ]
    assert actions(bring(network, tmp_path, *cards)) == ["add", "add", "add"]
    before = network.storage.seq
    assert actions(bring(network, tmp_path, *cards)) == ["skip", "skip", "skip"]
    assert network.storage.seq == before
    assert len(network.contacts()) == 3


@pytest.mark.parametrize(
    ("here", "comes", "kind"),
    [
        ("email:anna@valio.example", "EMAIL:ANNA@Valio.example", "email"),
        ("phone:00358405550101", "TEL:+358 40 555-0101", "phone"),
        ("url:https://www.linkedin.com/in/anna-v/", "URL:http://fi.linkedin.com/in/Anna-V?x=1", "LinkedIn address"),
    ],
)
def test_somebody_who_is_here_is_updated_not_added(
    network: Network, tmp_path: Path, here: str, comes: str, kind: str
) -> None:
    contact_id = add(network, "Anna Virtanen", here)
    imported = bring(network, tmp_path, card("Anna V.", comes, "TITLE:Brand lead"))
    assert actions(imported) == ["update"]
    assert import_why_words(imported.plan.items[0].why).startswith(f"same {kind} as Anna Virtanen: adds ")
    contact = network.contact(contact_id)
    assert (contact.name, contact.title) == ("Anna Virtanen", "Brand lead")


def test_an_update_never_replaces_what_is_known(network: Network, tmp_path: Path) -> None:
    contact_id = add(network, "Anna Virtanen", 'email:anna@valio.example org:Valio title:"Brand lead"')
    bring(network, tmp_path, card("Anna", "EMAIL:anna@valio.example", "ORG:Fazer", "TITLE:Boss", "TEL:040 555 0101"))
    contact = network.contact(contact_id)
    assert (contact.organization, contact.title) == ("Valio", "Brand lead")
    assert contact.phones == (Labelled("040 555 0101"),)


def test_colleagues_behind_one_switchboard_stay_two(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", 'phone:"09 555 0100"')
    imported = bring(network, tmp_path, card("Pekka Salo", "TEL:09 555 0100"))
    assert actions(imported) == ["add"]
    assert "same phone as Anna Virtanen" in import_why_words(imported.plan.items[0].why)


def test_two_people_of_one_file_with_one_address_stay_two(network: Network, tmp_path: Path) -> None:
    imported = bring(
        network, tmp_path, card("Anna Virtanen", "EMAIL:home@v.example"), card("Olli Virtanen", "EMAIL:home@v.example")
    )
    assert actions(imported) == ["add", "add"]


def test_two_cards_of_one_person_in_one_file_become_one(network: Network, tmp_path: Path) -> None:
    imported = bring(
        network,
        tmp_path,
        card("Anna Virtanen", "EMAIL:anna@v.example"),
        card("Anna Virtanen", "EMAIL:anna@v.example", "TEL:040 555 0101"),
    )
    assert actions(imported) == ["add", "update"]
    (contact,) = network.contacts()
    assert contact.phones and contact.unsorted and contact.ladder


def test_a_name_alone_only_suggests(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", "email:anna@valio.example")
    imported = bring(network, tmp_path, card("Anna Virtanen", "EMAIL:other@fazer.example"))
    assert actions(imported) == ["add"]
    assert "somebody called Anna Virtanen is here already" in import_why_words(imported.plan.items[0].why)


def test_many_new_people_do_not_all_come_due_at_once(network: Network, tmp_path: Path) -> None:
    cards = [card(f"Person {number}", f"EMAIL:p{number}@x.example") for number in range(300)]
    bring(network, tmp_path, *cards, every=STEPS_OWN)
    dues = Counter(item.next_due for item in lists.listed(network))
    assert max(dues.values()) == 10
    days = [due for due in dues if due is not None]
    assert min(days) > TODAY
    assert max(days) == TODAY + timedelta(days=30)


def test_an_import_is_one_undo_and_has_a_backup(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", "email:anna@valio.example")
    before = network.contacts()
    bring(network, tmp_path, card("Bo"), card("Cai"), card("A. Virtanen", "EMAIL:anna@valio.example", "TITLE:Boss"))
    backups = os.listdir(os.path.join(network.folder, "backups"))
    assert any("-import" in name for name in backups)
    assert network.undo().what == "Imported cards.vcf (2 new, 1 updated)"
    assert network.contacts() == before


def test_a_preview_changes_nothing_and_equals_the_import(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", "email:anna@valio.example")
    path = tmp_path / "cards.vcf"
    path.write_text(card("Bo", "TEL:040 555 0102") + card("Anna", "EMAIL:anna@valio.example", "TITLE:Boss"))
    incoming = [read_file(str(path))]
    seq = network.storage.seq
    planned = [(item.action, import_why_words(item.why)) for item in preview(network, incoming).items]
    assert network.storage.seq == seq
    assert planned == [
        (item.action, import_why_words(item.why)) for item in import_contacts(network, incoming, TODAY).plan.items
    ]


def test_who_introduced_somebody_is_found_by_name(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen")
    via_bo = people.add(network, "Bo Ek", contact_changes(split_text("via:anna"), TODAY), TODAY).contact
    assert via_bo.via == anna
    made = exporting.export(network, format_name="vcard")
    other = Network(str(tmp_path / "other"))
    path = tmp_path / "out.vcf"
    path.write_bytes(made.data)
    import_contacts(other, [read_file(str(path))], TODAY)
    by_name = {contact.name: contact for contact in other.contacts()}
    assert by_name["Bo Ek"].via == by_name["Anna Virtanen"].id


def test_json_brings_everything_back(network: Network, tmp_path: Path) -> None:
    demo.make_demo(network, TODAY)
    path = tmp_path / "network.json"
    path.write_bytes(exporting.export(network, format_name="json").data)
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(str(path))], TODAY)
    assert other.member == network.member
    assert other.interactions() == network.interactions()
    assert other.followups() == network.followups()
    assert other.contacts() == network.contacts()
    assert [item.next_due for item in lists.listed(other)] == [item.next_due for item in lists.listed(network)]
    again = import_contacts(other, [read_file(str(path))], TODAY)
    assert set(actions(again)) == {"skip"}


def test_history_from_a_file_moves_the_clock_of_somebody_here(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", "email:anna@valio.example")
    other = Network(str(tmp_path / "other"))
    anna = add(other, "Anna Virtanen", "email:anna@valio.example")
    log.log(other, [anna], log_words(split_text("coffee when:2026-11-01 next:2w"), TODAY), TODAY)
    path = tmp_path / "other.json"
    path.write_bytes(exporting.export(other, format_name="json").data)
    import_contacts(network, [read_file(str(path))], TODAY)
    (contact,) = network.contacts()
    assert contact.last_on == date(2026, 11, 1)
    assert [item.note for item in network.interactions(contact.id)] == ["coffee"]
    assert [item.contact_id for item in network.followups()] == [contact.id]


def test_what_cannot_be_read_is_refused_with_the_file_named(network: Network, tmp_path: Path) -> None:
    binary = tmp_path / "photo.vcf"
    binary.write_bytes(bytes(range(256)) * 40)
    huge = tmp_path / "huge.vcf"
    with huge.open("wb") as file:
        file.truncate(SIZE_LIMIT_BYTES + 1)
    fifo = tmp_path / "fifo"
    paths = [str(binary), str(tmp_path), str(tmp_path / "nowhere.vcf"), str(huge), "a\0b"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(fifo)
        paths.append(str(fifo))
    for path in paths:
        with pytest.raises(UnreadableFileError) as refused:
            read_file(path)
        assert path in str(refused.value)
        assert "\n" not in str(refused.value)
    assert network.is_empty


def export_json(network: Network, path: Path, search: str = "") -> str:
    found = parse_search(split_text(search), TODAY) if search else None
    path.write_bytes(exporting.export(network, found, format_name="json").data)
    return str(path)


def test_two_people_whose_programs_number_cards_alike_stay_two(network: Network, tmp_path: Path) -> None:
    imported = bring(network, tmp_path, card("Anna Virtanen", "UID:1"), card("Pekka Salo", "UID:1"))
    assert actions(imported) == ["add", "add"]
    assert "has the same uid as Anna Virtanen" in import_why_words(imported.plan.items[1].why)
    renamed = bring(network, tmp_path, card("Mum", "UID:urn:uuid:6a1e5b0c-2f5e-4f5e-9a43-1f2d3c4b5a69"))
    again = bring(network, tmp_path, card("Liisa Salo", "UID:urn:uuid:6a1e5b0c-2f5e-4f5e-9a43-1f2d3c4b5a69", "TITLE:x"))
    assert (actions(renamed), actions(again)) == (["add"], ["update"])


def test_an_address_of_an_office_makes_nobody_disappear(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", "email:office@x.example")
    assert actions(bring(network, tmp_path, card("Pekka Salo", "EMAIL:office@x.example"))) == ["add"]


def test_a_meeting_of_two_comes_along_with_one_of_them(network: Network, tmp_path: Path) -> None:
    both = [add(network, "Anna Virtanen"), add(network, "Bo Ek")]
    log.log(network, both, log_words(split_text("lunch when:yesterday"), TODAY), TODAY)
    path = export_json(network, tmp_path / "anna.json", "anna")
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(path)], TODAY)
    (anna,) = other.contacts()
    assert [item.contact_ids for item in other.interactions(anna.id)] == [(anna.id,)]


def test_two_exports_of_one_person_leave_the_latest_day(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen")
    log.log(network, [anna], log_words(split_text("one when:2026-11-01"), TODAY), TODAY)
    first = export_json(network, tmp_path / "1.json")
    log.log(network, [anna], log_words(split_text("two when:yesterday"), TODAY), TODAY)
    second = export_json(network, tmp_path / "2.json")
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(first), read_file(second)], TODAY)
    assert other.contacts()[0].last_on == date(2026, 11, 22)


def test_what_was_closed_elsewhere_is_closed_and_what_differs_is_said(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen")
    promises.follow_up(network, anna, "call", TODAY)
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(export_json(network, tmp_path / "1.json"))], TODAY)
    promises.done(network, anna, TODAY)
    bulk.move(network, [anna], Step.CUSTOMER, "bought", TODAY)
    imported = import_contacts(other, [read_file(export_json(network, tmp_path / "2.json"))], TODAY)
    assert [item.status for item in other.followups()] == ["done"]
    assert "differs in step, which stays as it is here" in import_why_words(imported.plan.items[0].why)


def test_an_importance_that_a_file_changes_stays_and_is_said(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", "importance:a title:Brand")
    file = export_json(network, tmp_path / "anna.json")
    assert import_why_words(import_contacts(network, [read_file(file)], TODAY).plan.items[0].why).endswith(
        "nothing new"
    )
    people.edit(network, network.contacts()[0].id, contact_changes(split_text("importance:b title:Lead"), TODAY), TODAY)
    imported = import_contacts(network, [read_file(file)], TODAY)
    assert import_why_words(imported.plan.items[0].why).endswith(
        "differs in importance, which stays as it is here; the file has title Brand, here it is Lead"
    )


def test_somebody_elses_file_does_not_say_who_i_am(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen")
    other = Network(str(tmp_path / "other"))
    demo.make_demo(other, TODAY)
    import_contacts(network, [read_file(export_json(other, tmp_path / "demo.json"))], TODAY)
    assert network.member.name == ""


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"created": "20', '"created": "0000-99-99T10:00:00Z", "x": "20', "created must be a moment"),
        ('"name": "Anna', '"name": "\\ud800Anna', "half a character"),
    ],
)
def test_nonsense_in_a_json_costs_its_contact_and_no_more(
    network: Network, tmp_path: Path, old: str, new: str, reason: str
) -> None:
    add(network, "Anna Virtanen")
    path = tmp_path / "x.json"
    export_json(network, path)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    reading = read_file(str(path)).reading
    assert reading.contacts == ()
    assert reason in reading.skipped[0].reason


def test_what_comes_twice_under_one_id_is_said(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen")
    whole = json.loads(Path(export_json(network, tmp_path / "x.json")).read_text(encoding="utf-8"))
    whole["contacts"].append(whole["contacts"][0] | {"name": "Bo"})
    (tmp_path / "x.json").write_text(json.dumps(whole), encoding="utf-8")
    reading = read_file(str(tmp_path / "x.json")).reading
    assert [read.contact.name for read in reading.contacts] == ["Anna Virtanen"]
    assert "a second contact with the id" in reading.skipped[0].reason


def test_a_file_of_more_contacts_than_one_person_knows_is_refused(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MOST_CONTACTS", 2)
    with pytest.raises(UnreadableFileError, match="more than 2 contacts in it; split it"):
        bring(network, tmp_path, *(card(f"Person {letter}") for letter in "ABC"))
    assert network.contacts() == []
