"""An import as a person wants it: other than proposed, and checked at the moment of writing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.actions.importing.import_contacts import Imported, import_contacts, preview, read_file
from netkeeper.actions.importing.plan import Action, Plan
from netkeeper.actions.importing.planner import Planner
from netkeeper.actions.network import exporting
from netkeeper.actions.people import people
from netkeeper.domain.errors import ConflictError, UnreadableFileError
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.interchange.content import Incoming
from netkeeper.phrases.import_why import import_why_words
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log
from tests.actions.importing.test_import_contacts import card

LONG_UID = "UID:urn:uuid:6a1e5b0c-2f5e-4f5e-9a43-1f2d3c4b5a69"


def read(folder: Path, *cards: str, name: str = "cards.vcf") -> Incoming:
    path = folder / name
    path.write_text("".join(cards), encoding="utf-8")
    return read_file(str(path))


def outline(plan: Plan) -> list[Action]:
    return [item.action for item in plan.items]


def carry_out(network: Network, incoming: Incoming, **choices: Action) -> Imported:
    """Choices by place: ``_0="skip"``."""
    plan = Planner(network, [incoming]).plan({int(place[1:]): action for place, action in choices.items()})
    return import_contacts(network, [incoming], TODAY, agreed=plan)


def test_whoever_is_new_can_stay_away(network: Network, tmp_path: Path) -> None:
    done = carry_out(network, read(tmp_path, card("Anna Virtanen"), card("Bo Ek")), _0="skip")
    assert outline(done.plan) == ["skip", "add"]
    assert done.plan.items[0].is_left_out
    assert "left out, as you chose" in import_why_words(done.plan.items[0].why)
    assert [contact.name for contact in network.contacts()] == ["Bo Ek"]
    assert done.what == "Imported contacts (1 new, 0 updated)"


def test_an_update_can_be_left_out_or_be_somebody_new(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@valio.example")
    incoming = read(tmp_path, card("Anna V.", "EMAIL:anna@valio.example", "TITLE:Boss"))
    plan = preview(network, [incoming])
    assert plan.items[0].options == ("update", "skip", "add")
    assert outline(carry_out(network, incoming, _0="skip").plan) == ["skip"]
    assert network.contact(anna.id) == anna
    carry_out(network, incoming, _0="add")
    assert sorted(contact.name for contact in network.contacts()) == ["Anna V.", "Anna Virtanen"]
    assert network.contact(anna.id).title == ""


def test_whoever_was_added_a_second_time_on_purpose_comes_no_third_time(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", "email:anna@valio.example")
    incoming = read(tmp_path, card("Anna V.", "EMAIL:anna@valio.example", "TITLE:Boss"))
    carry_out(network, incoming, _0="add")
    assert outline(preview(network, [incoming])) == ["skip"]


def test_somebody_of_the_same_name_can_be_the_same(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@valio.example")
    incoming = read(tmp_path, card("Anna Virtanen", "EMAIL:other@fazer.example", "TITLE:Boss"))
    assert preview(network, [incoming]).items[0].options == ("add", "update", "skip")
    done = carry_out(network, incoming, _0="update")
    assert done.plan.items[0].known == anna
    assert "as you chose: adds title, email" in import_why_words(done.plan.items[0].why)
    assert [contact.title for contact in network.contacts()] == ["Boss"]
    assert [email.value for email in network.contacts()[0].emails] == ["anna@valio.example", "other@fazer.example"]


def test_who_only_shares_a_phone_can_be_the_same(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", 'phone:"09 555 0100"')
    incoming = read(tmp_path, card("Mrs V", "TEL:09 555 0100"))
    (item,) = preview(network, [incoming]).items
    assert (item.action, item.options) == ("add", ("add", "skip"))
    incoming = read(tmp_path, card("Mrs V", "TEL:09 555 0100", "TITLE:Boss"))
    carry_out(network, incoming, _0="update")
    assert [(contact.name, contact.title) for contact in network.contacts()] == [("Anna Virtanen", "Boss")]


def test_the_second_card_of_one_who_stays_away_is_new(network: Network, tmp_path: Path) -> None:
    cards = card("Anna Virtanen", "EMAIL:a@v.example"), card("Anna Virtanen", "EMAIL:a@v.example", "TEL:040 555 0101")
    incoming = read(tmp_path, *cards)
    planner = Planner(network, [incoming])
    assert outline(planner.plan()) == ["add", "update"]
    assert outline(planner.plan({0: "skip"})) == ["skip", "add"]
    assert outline(planner.plan({1: "add"})) == ["add", "add"]
    assert outline(planner.plan()) == ["add", "update"]
    import_contacts(network, [incoming], TODAY, agreed=planner.plan({1: "add"}))
    assert len(network.contacts()) == 2


def test_what_is_kept_of_a_first_card_is_not_given_to_a_second_person(network: Network, tmp_path: Path) -> None:
    first = card("Anna Virtanen", "EMAIL:a@v.example", "X-SPECIAL:first")
    incoming = read(tmp_path, first, card("Anna Virtanen", "EMAIL:a@v.example", "TITLE:x"))
    carry_out(network, incoming, _1="add")
    kept = {contact.title: network.kept_lines(contact.id) for contact in network.contacts()}
    assert kept == {"": ("X-SPECIAL:first",), "x": ()}


def test_nothing_comes_along_with_whoever_stays_away(network: Network, tmp_path: Path) -> None:
    other = Network(str(tmp_path / "other"))
    anna, bo = add(other, "Anna Virtanen"), add(other, "Bo Ek", "via:anna")
    log(other, [anna.id], "coffee next:2w")
    log(other, [bo.id], "tea")
    path = tmp_path / "other.json"
    path.write_bytes(exporting.export(other, format_name="json").data)
    incoming = read_file(str(path))
    assert preview(network, [incoming]).records == {"interactions": 2, "followups": 1}
    done = carry_out(network, incoming, _0="skip")
    assert done.plan.records == {"interactions": 1, "followups": 0}
    assert [item.note for item in network.interactions()] == ["tea"]
    assert network.followups() == []
    # Whom one doesn't know by an id is still known by name.
    assert [contact.via for contact in network.contacts()] == ["Anna Virtanen"]


def test_history_alone_is_worth_an_import(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen")
    path = tmp_path / "all.json"
    log(network, [anna.id], "coffee")
    path.write_bytes(exporting.export(network, format_name="json").data)
    network.undo()
    plan = preview(network, [read_file(str(path))])
    assert outline(plan) == ["skip"]
    assert plan.changes_anything
    done = import_contacts(network, [read_file(str(path))], TODAY, agreed=plan)
    assert [item.note for item in network.interactions()] == ["coffee"]
    assert done.what == "Imported contacts (0 new, 0 updated)"


@given(
    st.lists(
        st.tuples(st.sampled_from(["Anna V", "Anna Virtanen", "Bo"]), st.sampled_from("abc"), st.sampled_from("xyz")),
        max_size=8,
    ),
    st.lists(st.dictionaries(st.integers(0, 7), st.sampled_from(["add", "update", "skip"])), max_size=4),
)
def test_a_planner_remembers_nothing_that_is_no_longer_so(
    tmp_path_factory: pytest.TempPathFactory, cards: list[tuple[str, str, str]], tries: list[dict[int, Action]]
) -> None:
    """Plan after plan from one planner is what a new planner would make, whatever was chosen before."""
    folder = tmp_path_factory.mktemp("cards")
    network = Network(str(folder / "network"))
    add(network, "Anna Virtanen", "email:a@x.example")
    text = [card(name, f"EMAIL:{email}@x.example", f"TITLE:{title}") for name, email, title in cards]
    incoming = [read(folder, *(text or [card("Nobody Else")]))]
    planner = Planner(network, incoming)
    for choices in [*tries, {}]:
        assert planner.plan(choices) == Planner(network, incoming).plan(choices)


# At the moment of writing


def test_what_somebody_else_changed_meanwhile_is_kept_and_filled_in(
    network: Network, tmp_path: Path, folder: str
) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@valio.example")
    incoming = read(tmp_path, card("Anna", "EMAIL:anna@valio.example", "NOTE:likes tea", "ORG:Fazer"))
    plan = preview(network, [incoming])
    other = Network(folder)
    people.edit(other, anna.id, contact_changes(split_text("org:Valio"), TODAY), TODAY)
    import_contacts(network, [incoming], TODAY, agreed=plan)
    contact = network.contact(anna.id)
    assert (contact.organization, contact.notes) == ("Valio", "likes tea")


def add_anna(other: Network) -> None:
    add(other, "Anna Virtanen", "email:anna@valio.example")


def undo(other: Network) -> None:
    other.undo()


@pytest.mark.parametrize("meanwhile", [add_anna, undo])
def test_another_plan_than_was_agreed_on_is_not_carried_out(
    network: Network, tmp_path: Path, folder: str, meanwhile: Callable[[Network], None]
) -> None:
    if meanwhile is undo:
        add_anna(network)
    incoming = read(tmp_path, card("Anna V.", "EMAIL:anna@valio.example", "TITLE:Boss"), card("Bo"))
    plan = Planner(network, [incoming]).plan({1: "skip"})
    meanwhile(Network(folder))
    with pytest.raises(ConflictError, match="changed meanwhile"):
        import_contacts(network, [incoming], TODAY, agreed=plan)
    assert "Boss" not in {contact.title for contact in network.contacts()}
    again = Planner(network, [incoming]).plan(plan.choices)
    assert outline(again)[1] == "skip"
    import_contacts(network, [incoming], TODAY, agreed=again)
    assert [contact.title for contact in network.contacts()] == ["Boss"]


def test_what_somebody_else_brought_in_meanwhile_is_not_brought_in_again(
    network: Network, tmp_path: Path, folder: str
) -> None:
    incoming = read(tmp_path, card("Anna Virtanen"))
    planner = Planner(network, [incoming])
    import_contacts(Network(folder), [incoming], TODAY)
    with pytest.raises(ConflictError):
        import_contacts(network, [incoming], TODAY, agreed=planner.plan())
    assert not planner.is_current
    assert len(network.contacts()) == 1


class GivenUpError(Exception):
    pass


def everything(folder: str) -> dict[str, bytes]:
    return {
        os.path.relpath(os.path.join(place, name), folder): Path(place, name).read_bytes()
        for place, _, names in os.walk(folder)
        for name in names
        if name != ".lock"
    }


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_giving_up_changes_nothing_however_far_it_is(network: Network, tmp_path: Path, folder: str, at: int) -> None:
    add(network, "Anna Virtanen")
    before = everything(folder)
    cards = [card(f"Person {number}", f"EMAIL:p{number}@x.example") for number in range(600)]
    (tmp_path / "many.vcf").write_text("".join(cards), encoding="utf-8")
    seen = []

    def progress(done: int, total: int) -> None:
        assert 0 <= done <= total
        seen.append(done)
        if len(seen) > at:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        read_file(str(tmp_path / "many.vcf"), progress=progress)
    incoming = read_file(str(tmp_path / "many.vcf"))
    seen.clear()
    with pytest.raises(GivenUpError):
        Planner(network, [incoming], progress).plan({}, progress)
    plan = preview(network, [incoming])
    seen.clear()
    with pytest.raises(GivenUpError):
        import_contacts(network, [incoming], TODAY, agreed=plan, progress=progress)
    assert everything(folder) == before
    assert len(Network(folder).contacts()) == 1
    # And the lock is free again.
    import_contacts(Network(folder), [incoming], TODAY)


_KILLED = """
import os, signal, sys
from datetime import date
from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.store.network import Network

folder, path, at = sys.argv[1:]
network = Network(folder)
incoming = [read_file(path)]
seen = []

def progress(done, total):
    seen.append(done)
    if len(seen) > int(at):
        os.kill(os.getpid(), signal.SIGKILL)

import_contacts(network, incoming, date(2026, 11, 23), progress=progress)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="nobody is killed so on Windows")
@pytest.mark.parametrize("at", [0, 3])
def test_killed_before_it_is_written_nothing_of_it_is_there(
    network: Network, tmp_path: Path, folder: str, at: int
) -> None:
    add(network, "Anna Virtanen")
    cards = [card(f"Person {number}") for number in range(600)]
    (tmp_path / "many.vcf").write_text("".join(cards), encoding="utf-8")
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, folder, str(tmp_path / "many.vcf"), str(at)], check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    assert [contact.name for contact in Network(folder).contacts()] == ["Anna Virtanen"]


# Files


def test_each_contact_and_each_bad_line_knows_its_file(network: Network, tmp_path: Path) -> None:
    files = [read(tmp_path, card("Anna"), "BEGIN:VCARD\r\nEND:VCARD\r\n", name=f"{name}.vcf") for name in "ab"]
    plan = preview(network, files)
    assert [os.path.basename(item.file) for item in plan.items] == ["a.vcf", "b.vcf"]
    assert [(os.path.basename(each.file), each.line) for each in plan.skipped] == [("a.vcf", 5), ("b.vcf", 5)]


def test_a_file_name_of_any_bytes_can_be_read_and_told(network: Network, tmp_path: Path, folder: str) -> None:
    name = (
        os.fsdecode(b"evil\x1b]52;c;aGk=\x07\xe4.vcf") if sys.platform not in ("win32", "darwin") else "evil\u202e.vcf"
    )
    incoming = read(tmp_path, card("Anna"), name=name)
    done = import_contacts(network, [incoming], TODAY, source=name)
    assert done.what.isprintable()
    assert Network(folder).undo().what == done.what


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 \x00", "a PDF document"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive without LinkedIn's Connections.csv"),
        (b"\xff\xd8\xff\xe0\x00", "a picture"),
        (b"<!DOCTYPE html><title>x</title>", "a web page"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a calendar"),
        (b"dear diary", "text with no contact in it"),
        (b"\x01\x02\x00\x03", "a binary file"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError) as refused:
        read_file(str(path))
    message = str(refused.value)
    assert message.startswith(f"{path}: This is {kind}")
    assert "vCard (.vcf)" in message
    assert "\n" not in message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_card_is_told_by_its_bytes_not_by_its_name(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "contacts.txt"
    path.write_bytes(card("Änna").encode(encoding))
    assert [each.contact.name for each in read_file(str(path)).reading.contacts] == ["Änna"]


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.vcf"
    path.write_bytes(b"\xef\xbb\xbf\r\n")
    with pytest.raises(UnreadableFileError, match="is empty"):
        read_file(str(path))


def test_who_is_exported_can_be_named_one_by_one(network: Network) -> None:
    anna, bo = add(network, "Anna Virtanen"), add(network, "Bo Ek")
    add(network, "Cai Chen")
    made = exporting.export(network, contact_ids=[bo.id, "no such id", anna.id], format_name="json")
    assert [each["name"] for each in json.loads(made.data)["contacts"]] == ["Bo Ek", "Anna Virtanen"]


def test_a_crowd_of_one_name_is_neither_doubled_nor_compared_with_each_other(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []

    def counted(known: Contact, incoming: Contact) -> Contact:
        compared.append(known)
        return fill_in(known, incoming)

    monkeypatch.setattr("netkeeper.actions.importing.who_is_who.fill_in", counted)
    incoming = read(tmp_path, *(card("Anna", f"NOTE:met at fair {number}.") for number in range(300)))
    done = import_contacts(network, [incoming], TODAY)
    assert outline(done.plan) == ["add"] * 300
    assert outline(preview(network, [incoming])) == ["skip"] * 300
    assert len(compared) < 2 * 300 * 60
