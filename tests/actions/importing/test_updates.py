"""An updated file updates what the person has not changed since."""

from __future__ import annotations

from pathlib import Path

import pytest

from netkeeper.actions.importing.import_contacts import Imported, import_contacts, read_file
from netkeeper.actions.network.exporting import export, save_export
from netkeeper.actions.people.merging import merge
from netkeeper.actions.people.people import edit
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact
from netkeeper.phrases.import_why import import_why_words
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add

LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def linkedin(company: str = "Valio", position: str = "Trainee", email: str = "anna@valio.example") -> str:
    return f"{LINKEDIN}Anna,Virtanen,https://www.linkedin.com/in/annav,{email},{company},{position},14 May 2025\n"


@pytest.fixture
def network(folder: str) -> Network:
    return Network(folder)


def bring(network: Network, folder: Path, text: str, name: str = "Connections.csv") -> Imported:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return import_contacts(network, [read_file(str(path))], TODAY, source=name)


def anna(network: Network) -> Contact:
    (found,) = network.contacts()
    return found


def change(network: Network, words: str) -> None:
    edit(network, anna(network).id, contact_changes(split_text(words), TODAY), TODAY)


def test_what_changed_in_the_file_changes_here_and_the_plan_says_what(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, linkedin())
    imported = bring(network, tmp_path, linkedin("Fazer", "Brand lead", "anna@fazer.example"))
    assert (anna(network).organization, anna(network).title) == ("Fazer", "Brand lead")
    assert [email.value for email in anna(network).emails] == ["anna@valio.example", "anna@fazer.example"]
    (item,) = imported.plan.items
    assert item.action == "update"
    assert "adds email; changes organization Valio to Fazer, title Trainee to Brand lead" in import_why_words(item.why)
    network.undo()
    assert (anna(network).organization, anna(network).title) == ("Valio", "Trainee")
    assert bring(network, tmp_path, linkedin("Fazer")).plan.items[0].action == "update"


def test_what_the_person_changed_stays_and_the_same_file_does_nothing(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, linkedin())
    change(network, "title:friend")
    bring(network, tmp_path, linkedin("Fazer", "Brand lead"))
    assert (anna(network).organization, anna(network).title) == ("Fazer", "friend")
    seq = network.storage.seq
    assert bring(network, tmp_path, linkedin("Fazer", "Brand lead")).plan.items[0].action == "skip"
    assert network.storage.seq == seq


def test_two_files_that_differ_do_not_take_turns(network: Network, tmp_path: Path) -> None:
    card = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Virtanen\nORG:Fazer\nTITLE:Brand lead\nEMAIL:anna@valio.example\nEND:VCARD\n"
    )
    bring(network, tmp_path, linkedin())
    for _ in range(2):
        bring(network, tmp_path, card, "phone.vcf")
        bring(network, tmp_path, linkedin())
        assert (anna(network).organization, anna(network).title) == ("Valio", "Trainee")


def test_what_was_brought_in_is_remembered_through_a_merge_and_taken_along(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, linkedin())
    brought = anna(network).id
    stays = add(network, "Anna V")
    merge(network, stays.id, brought)
    assert network.source_values(brought) == {}
    path = tmp_path / "all.json"
    save_export(export(network, format_name="json"), str(path))
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(str(path))], TODAY)
    for each in (network, other):
        bring(each, tmp_path, linkedin("Fazer", "Brand lead"))
        assert (anna(each).organization, anna(each).title) == ("Fazer", "Brand lead")


def test_nothing_is_remembered_of_whom_was_left_out_or_removed(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, linkedin())
    assert list(network.table("said")) == [anna(network).id]
    with network.transaction("Removed Anna") as draft:
        draft.remove_contact(anna(network).id)
    assert not network.table("said")
