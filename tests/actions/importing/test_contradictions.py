"""Another employer, title or birthday in a file about somebody who is here: told, never called nothing new, taken if one says so."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.actions.importing.import_contacts import Imported, import_contacts, preview, read_file
from netkeeper.actions.importing.plan import Action
from netkeeper.actions.network.exporting import export
from netkeeper.actions.people.people import edit
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact
from netkeeper.phrases.import_why import import_why_words
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add

HEADER = "Name,Email,Organization,Title,Birthday,Phone"


@pytest.fixture
def network(folder: str) -> Network:
    return Network(folder)


def table(
    folder: Path, organization: str = "", title: str = "", birthday: str = "", phone: str = "", name: str = "list.csv"
) -> str:
    path = folder / name
    path.write_text(f"{HEADER}\nAnna Ek,anna@x.example,{organization},{title},{birthday},{phone}\n", encoding="utf-8")
    return str(path)


def card(folder: Path, organization: str = "", title: str = "", *lines: str) -> str:
    path = folder / "cards.vcf"
    more = [f"ORG:{organization}"] * bool(organization) + [f"TITLE:{title}"] * bool(title) + list(lines)
    path.write_text(
        "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", "FN:Anna Ek", "EMAIL:anna@x.example", *more, "END:VCARD", ""]),
        encoding="utf-8",
    )
    return str(path)


def bring(network: Network, path: str, action: Action | None = None, *, settled: bool = False) -> Imported:
    incoming = [read_file(path)]
    plan = preview(network, incoming, {} if action is None else {0: action})
    return import_contacts(network, incoming, TODAY, agreed=plan, settled=frozenset((0,) if settled else ()))


def anna(network: Network) -> Contact:
    (found,) = network.contacts()
    return found


def why(imported: Imported) -> str:
    return import_why_words(imported.plan.items[0].why)


def test_another_employer_is_told_and_left_and_taken_if_one_says_so(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Ek", "email:anna@x.example org:Nokia title:Trainee")
    path = table(tmp_path, "Kone", "CEO")
    for _ in range(2):
        seq = network.storage.seq
        told = bring(network, path)
        assert why(told) == (
            "here already (same email); the file has organization Kone, here it is Nokia; "
            "the file has title CEO, here it is Trainee"
        )
        assert len(told.plan.contradicting) == 1
        assert network.storage.seq == seq
    taken = bring(network, path, "take")
    assert "changes organization Nokia to Kone, title Trainee to CEO" in why(taken)
    assert (anna(network).organization, anna(network).title) == ("Kone", "CEO")
    assert not taken.plan.contradicting
    assert why(bring(network, path)) == "here already (same card); nothing new"
    network.undo()
    assert anna(network).organization == "Nokia"


def test_to_update_somebody_to_whom_a_file_adds_nothing_is_to_take(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Ek", "email:anna@x.example org:Nokia")
    bring(network, table(tmp_path, "Kone"), "update")
    assert anna(network).organization == "Kone"


def test_what_else_the_file_has_comes_in_and_a_title_only_with_its_organization(
    network: Network, tmp_path: Path
) -> None:
    add(network, "Anna Ek", "email:anna@x.example org:Nokia")
    path = table(tmp_path, "Kone", "CEO", "", "040 555 0101")
    told = bring(network, path)
    assert why(told) == "same email as Anna Ek: adds phone; the file has organization Kone, here it is Nokia"
    assert (anna(network).organization, anna(network).title, len(anna(network).phones)) == ("Nokia", "", 1)
    bring(network, path, "take")
    assert (anna(network).organization, anna(network).title) == ("Kone", "CEO")


@pytest.mark.parametrize(
    ("here", "there", "is_told"),
    [("Valio", "Valio Oy", False), ("VALIO  oy", "Valio Oy", False), ("Oy", "Ab", True), ("Valio", "Fazer Oy", True)],
)
def test_a_company_is_the_same_with_its_form_behind_it(
    network: Network, tmp_path: Path, here: str, there: str, is_told: bool
) -> None:
    add(network, "Anna Ek", f'email:anna@x.example org:"{here}"')
    assert bool(bring(network, table(tmp_path, there)).plan.contradicting) == is_told


@pytest.mark.parametrize(
    ("here", "there", "is_told"),
    [("2.1.1980", "1980-02-01", True), ("2.1.", "1980-01-02", False), ("2.1.", "1980-01-03", True)],
)
def test_another_birthday_is_told(network: Network, tmp_path: Path, here: str, there: str, is_told: bool) -> None:
    add(network, "Anna Ek", f"email:anna@x.example birthday:{here}")
    imported = bring(network, card(tmp_path, "", "", f"BDAY:{there}"))
    assert ("birthday" in why(imported)) == is_told


def test_what_a_person_has_left_is_not_told_again_but_the_next_is(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Ek", "email:anna@x.example org:Nokia")
    path = table(tmp_path, "Kone")
    done = bring(network, path, settled=True)
    assert done.what == "Left as it is here what a file says otherwise of 1 person"
    seq = network.storage.seq
    assert why(bring(network, path, settled=True)) == "here already (same card); nothing new"
    assert network.storage.seq == seq
    assert bring(network, table(tmp_path, "Fazer")).plan.contradicting
    assert not bring(network, table(tmp_path, "Kone")).plan.contradicting


def test_what_nobody_was_asked_of_is_told_again_though_something_came_in(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Ek", "email:anna@x.example org:Nokia")
    path = table(tmp_path, "Kone", "", "", "040 555 0101")
    assert bring(network, path).plan.updated
    again = bring(network, path)
    assert again.plan.contradicting and not again.plan.updated
    bring(network, path, "take")
    assert anna(network).organization == "Kone"


def test_what_the_person_changed_after_an_import_is_no_news(network: Network, tmp_path: Path) -> None:
    path = table(tmp_path, "Nokia")
    bring(network, path)
    edit(network, anna(network).id, contact_changes(split_text("org:Kone"), TODAY), TODAY)
    assert why(bring(network, path)).endswith("nothing new")


def test_two_cards_of_one_file_are_told(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    path.write_text(f"{HEADER}\nAnna Ek,anna@x.example,Nokia,,,\nAnna Ek,anna@x.example,Kone,,,\n", encoding="utf-8")
    plan = import_contacts(network, [read_file(str(path))], TODAY).plan
    assert "the file has organization Kone, here it is Nokia" in import_why_words(plan.items[1].why)
    assert anna(network).organization == "Nokia"


def test_own_files_are_told_and_taken_too(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Ek", "email:anna@x.example org:Nokia")
    path = tmp_path / "own.json"
    path.write_bytes(export(network, format_name="json").data)
    edit(network, anna(network).id, contact_changes(split_text("org:Kone"), TODAY), TODAY)
    told = bring(network, str(path))
    assert why(told) == "here already (same id); the file has organization Nokia, here it is Kone"
    assert not told.plan.asked  # A backup is no news.
    bring(network, str(path), "take")
    assert anna(network).organization == "Nokia"


def test_what_netkeeper_wrote_and_nobody_edited_contradicts_nothing(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Ek", "email:anna@x.example org:Nokia")
    path = tmp_path / "own.vcf"
    path.write_bytes(export(network, format_name="vcard").data)
    edit(network, anna(network).id, contact_changes(split_text("org:Kone"), TODAY), TODAY)
    assert not bring(network, str(path)).plan.contradicting
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ORG:Nokia", "ORG:Fazer"), encoding="utf-8")
    assert "the file has organization Fazer, here it is Kone" in why(bring(network, str(path)))


def test_two_files_of_one_kind_never_take_turns(network: Network, tmp_path: Path) -> None:
    paths = [table(tmp_path, each, each, "", "", f"{each}.csv") for each in ("Nokia", "Kone")]
    for path in paths:
        bring(network, path)
    assert (anna(network).organization, anna(network).title) == ("Kone", "Kone")
    for path in paths * 2:
        told = bring(network, path)
        assert bool(told.plan.contradicting) == (path == paths[0])
        assert (anna(network).organization, anna(network).title) == ("Kone", "Kone")


VALUES = st.sampled_from(["", "Nokia", "Kone", "Fazer"])
STEPS = st.lists(
    st.tuples(st.sampled_from(["csv", "vcf"]), VALUES, VALUES, st.sampled_from(["leave", "settle", "take"])),
    min_size=1,
    max_size=6,
)


@settings(max_examples=30)
@given(STEPS, st.permutations(list(product(["csv", "vcf"], ["Nokia", "Kone"]))))
def test_files_that_come_again_come_to_rest(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str, str]], rounds: list[tuple[str, str]]
) -> None:
    """After any history, whatever differs is either taken, told or was answered, and the same files change nothing."""
    folder = tmp_path_factory.mktemp("rest")
    network = Network(str(folder / "network"))
    for kind, organization, title, what in steps:
        write = table if kind == "csv" else card
        path = write(folder, organization, title)
        plan = preview(network, [read_file(path)])
        can_take = what == "take" and "take" in plan.items[0].options
        done = bring(network, path, "take" if can_take else None, settled=what == "settle")
        item = done.plan.items[0]
        known = item.known
        if organization and known and known.organization and item.action == "skip" and not item.otherwise:
            values = network.source_values(anna(network).id)
            assert organization == anna(network).organization or any(
                organization in each.get("organization", ()) or f"organization {organization}" in each.get("left", ())
                for each in values.values()
            )
    # Each of the sources takes each value once at most.
    for kind, each in rounds * 4:
        bring(network, (table if kind == "csv" else card)(folder, each))
    rests = anna(network)
    for kind, each in rounds:
        bring(network, (table if kind == "csv" else card)(folder, each))
        assert anna(network) == rests
