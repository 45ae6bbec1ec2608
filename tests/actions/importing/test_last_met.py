"""The last meeting that a table tells of: kept as an interaction, once, and nobody it speaks of waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netkeeper.actions.importing.import_contacts import Imported, import_contacts, preview, read_file
from netkeeper.actions.importing.plan import Action
from netkeeper.actions.interactions import interactions, log
from netkeeper.actions.people import people
from netkeeper.actions.review import sorting
from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.search.search import parse_search
from netkeeper.interchange.content import Hints
from netkeeper.phrases.import_why import import_why_words
from netkeeper.store.network import Network

TODAY = date(2026, 11, 23)
MET_ON = date(2026, 10, 3)
HINTS = Hints(today=TODAY)
ANNA = "Anna Virtanen,anna@x.example,2026-10-03"


@pytest.fixture
def network(folder: str) -> Network:
    return Network(folder)


def bring(
    network: Network,
    folder: Path,
    *rows: str,
    header: str = "Name,Email,Last met",
    choices: dict[int, Action] | None = None,
) -> Imported:
    path = folder / "list.csv"
    path.write_text("\n".join((header, *rows, "")), encoding="utf-8")
    incoming = [read_file(str(path), HINTS)]
    agreed = preview(network, incoming, choices) if choices else None
    return import_contacts(network, incoming, TODAY, agreed=agreed)


def add(network: Network, name: str, words: str = "") -> str:
    return people.add(network, name, contact_changes(split_text(words), TODAY), TODAY).contact.id


def log_with(network: Network, contact_id: str, text: str) -> None:
    log.log(network, [contact_id], log_words(split_text(text), TODAY), TODAY)


def dealt(imported: Imported) -> list[tuple[str, str]]:
    return [(item.action, import_why_words(item.why)) for item in imported.plan.items]


def days(network: Network) -> list[date]:
    return [each.on for each in network.interactions()]


def test_a_last_meeting_is_an_interaction_that_says_where_it_is_from(network: Network, tmp_path: Path) -> None:
    imported = bring(network, tmp_path, ANNA, "Bo Ek,bo@x.example,")
    assert dealt(imported) == [("add", "new; last met Sat 3 Oct 2026"), ("add", "new")]
    bo, anna = sorted(network.contacts(), key=lambda each: each.unsorted, reverse=True)
    assert (anna.name, anna.unsorted, anna.first_on, anna.last_on, anna.notes) == (
        "Anna Virtanen",
        False,
        MET_ON,
        MET_ON,
        "",
    )
    assert (bo.name, bo.unsorted, bo.last_on, imported.waiting) == ("Bo Ek", True, None, 1)
    (met,) = network.interactions()
    assert met == Interaction(met.id, MET_ON, (anna.id,), Kind.OTHER, "Last met, from list.csv", created=met.created)


def test_the_same_table_again_changes_nothing(network: Network, tmp_path: Path) -> None:
    rows = (ANNA, "Only A Name,,2026-10-04")
    bring(network, tmp_path, *rows)
    before = network.storage.seq
    again = bring(network, tmp_path, *rows)
    assert [item.action for item in again.plan.items] == ["skip", "skip"]
    assert network.storage.seq == before


def test_one_undo_takes_all_of_it_back(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@x.example")
    before = network.contact(anna)
    bring(network, tmp_path, ANNA, "Bo Ek,bo@x.example,2026-10-05")
    assert sorted(days(network)) == [MET_ON, date(2026, 10, 5)]
    network.undo()
    assert (network.contacts(), network.interactions()) == ([before], [])


def test_whoever_is_here_gets_a_later_meeting_only(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@x.example")
    log_with(network, anna, "coffee when:2026-11-01")
    assert dealt(bring(network, tmp_path, ANNA)) == [("skip", "here already (same email); nothing new")]
    assert dealt(bring(network, tmp_path, ANNA.replace("10-03", "11-01"))) == [
        ("skip", "here already (same email); nothing new")
    ]
    later = bring(network, tmp_path, ANNA.replace("10-03", "11-05"))
    assert dealt(later) == [("update", "same email as Anna Virtanen: last met Thu 5 Nov 2026")]
    assert days(network) == [date(2026, 11, 5), date(2026, 11, 1)]
    assert (network.contact(anna).first_on, network.contact(anna).last_on) == (date(2026, 11, 1), date(2026, 11, 5))


def test_an_attempt_is_no_meeting(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@x.example")
    log_with(network, anna, "kind:tried")
    bring(network, tmp_path, ANNA)
    assert network.contact(anna).last_on == MET_ON


def test_it_is_told_beside_what_else_is_added(network: Network, tmp_path: Path) -> None:
    add(network, "Anna Virtanen", "email:anna@x.example")
    imported = bring(network, tmp_path, f"{ANNA},Valio", header="Name,Email,Last met,Company")
    assert dealt(imported) == [("update", "same email as Anna Virtanen: adds organization; last met Sat 3 Oct 2026")]


def test_whoever_waits_is_sorted_by_it_and_marked_again_stays_so(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, "Anna Virtanen,anna@x.example,")
    (anna,) = network.contacts()
    assert anna.unsorted
    bring(network, tmp_path, ANNA)
    assert not network.contact(anna.id).unsorted
    sorting.sort_again(network, parse_search(split_text("anna"), TODAY))
    bring(network, tmp_path, ANNA)
    assert network.contact(anna.id).unsorted


def test_two_rows_of_one_person_tell_of_two_meetings_in_the_order_of_time(network: Network, tmp_path: Path) -> None:
    other = ANNA.replace("10-03", "11-05")
    bring(network, tmp_path, ANNA, other)
    (anna,) = network.contacts()
    assert days(network) == [date(2026, 11, 5), MET_ON]
    assert (anna.first_on, anna.last_on) == (MET_ON, date(2026, 11, 5))
    second = Network(str(tmp_path / "second"))
    bring(second, tmp_path, other, ANNA)
    assert days(second) == [date(2026, 11, 5)]
    before = second.storage.seq
    bring(second, tmp_path, other, ANNA)
    assert second.storage.seq == before


def test_a_name_alone_with_news_only_suggests(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@x.example")
    imported = bring(network, tmp_path, "Anna Virtanen,,2026-10-03")
    assert dealt(imported) == [("add", "new; somebody called Anna Virtanen is here already; last met Sat 3 Oct 2026")]
    assert network.contact(anna).last_on is None


def test_what_is_left_out_brings_no_meeting(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@x.example")
    bring(network, tmp_path, ANNA, "Bo Ek,bo@x.example,2026-10-03", choices={0: "skip"})
    (met,) = network.interactions()
    assert anna not in met.contact_ids
    assert network.contact(anna).last_on is None


def test_a_day_to_come_waits_in_the_notes_until_it_has_been(network: Network, tmp_path: Path) -> None:
    row = ANNA.replace("10-03", "12-24")
    imported = bring(network, tmp_path, row)
    assert dealt(imported) == [("add", "new; last contact '2026-12-24' is still to come; kept in the notes")]
    (anna,) = network.contacts()
    assert (anna.unsorted, anna.last_on, anna.notes) == (True, None, "Last met: 2026-12-24")
    incoming = [read_file(str(tmp_path / "list.csv"), replace(HINTS, today=date(2026, 12, 26)))]
    import_contacts(network, incoming, date(2026, 12, 26))
    assert network.contact(anna.id).last_on == date(2026, 12, 24)


def test_it_is_changed_and_deleted_like_any_other(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path, ANNA)
    (met,) = network.interactions()
    interactions.delete_interaction(network, met.id)
    (anna,) = network.contacts()
    assert (anna.first_on, anna.last_on) == (None, None)
