from __future__ import annotations

import json

import pytest

from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.store.network import Network
from tests.cli.conftest import Run

CONTACT_KEYS = ["id", *(row.json for row in PROPERTIES.values() if row.json)]
CONTACT_KEYS.insert(CONTACT_KEYS.index("last_interaction") + 1, "next_due")


def test_list_shows_everybody_in_columns(nk: Run, anna: None) -> None:
    ran = nk("list")

    assert ran.out.splitlines() == [
        "name           organization  step       fields  last  next",
        "Anna Virtanen  Valio Oy      potential  food    –     Wed 23 Dec",
        "Pekka Salo                   potential          –     Wed 23 Dec",
    ]
    assert ran.err == "2 contacts\n"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("field:food",), ["Anna Virtanen"]),
        (("-field:food",), ["Pekka Salo"]),
        (("valio",), ["Anna Virtanen"]),
        (("last:never", "pekka"), ["Pekka Salo"]),
        (("is:archived",), []),
    ],
)
def test_list_finds_with_words(nk: Run, anna: None, words: tuple[str, ...], names: list[str]) -> None:
    assert [contact["name"] for contact in json.loads(nk("list", *words, "--json").out)] == names


def test_list_says_where_nobody_fits(nk: Run, anna: None) -> None:
    assert nk("list", "zebra") == (0, "", "Nobody fits.\n")


def test_list_json_is_an_array_of_contacts(nk: Run, demo: Network) -> None:
    contacts = json.loads(nk("list", "--json").out)

    assert len(contacts) > 30
    assert all(list(contact) == [*CONTACT_KEYS, "found"] for contact in contacts)


def test_show_is_the_card_the_follow_ups_and_the_timeline(nk: Run, demo: Network) -> None:
    out = nk("show", "anna virtanen").out

    assert out.startswith("Anna Virtanen  ")
    assert "anna.virtanen@" in out or "anna@" in out
    assert out.index("FOLLOW-UPS") < out.index("send workshop offer") < out.index("TIMELINE")


def test_show_json_adds_interactions_and_followups_newest_first(nk: Run, demo: Network) -> None:
    shown = json.loads(nk("show", "anna virtanen", "--json").out)

    assert list(shown) == [*CONTACT_KEYS, "interactions", "followups"]
    days = [interaction["on"] for interaction in shown["interactions"]]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)
    dues = [followup["due"] for followup in shown["followups"]]
    assert dues == sorted(dues, reverse=True)


def test_nobody_is_introduced_by_themselves(nk: Run, anna: None, folder: str) -> None:
    ran = nk("edit", "anna", "via:Anna")
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "Anna Virtanen can't be introduced by themselves" in ran.err
    assert all(not each.via for each in Network(folder).contacts())


def test_via_is_who_introduced_them(nk: Run, anna: None, folder: str) -> None:
    nk("add", "Ville Korpela", "via:pekka")

    pekka = next(contact for contact in Network(folder).contacts() if contact.name == "Pekka Salo")
    assert json.loads(nk("show", "ville", "--json").out)["via"] == {"id": pekka.id, "name": "Pekka Salo"}
    assert "Pekka Salo" in nk("show", "ville").out
    assert json.loads(nk("show", "pekka", "--json").out)["via"] is None


def test_an_id_prefix_names_somebody(nk: Run, anna: None, folder: str) -> None:
    contact_id, name = Network(folder).names()[0]

    for prefix in (contact_id, contact_id[:13], contact_id[:8]):
        assert nk("show", prefix).out.startswith(name)


def test_edit_sets_adds_takes_away_and_empties(nk: Run, anna: None, folder: str) -> None:
    ran = nk("edit", "anna", "org:", "title:Buyer", "-field:food", "field:design", "note:likes sailing")

    assert ran.out == (
        "Edited Anna Virtanen. Now: no organization, title Buyer, field design added, field food taken away, a note. "
        "(netkeeper undo takes it back)\n"
    )
    anna_now = Network(folder).contacts()[0]
    assert (anna_now.organization, anna_now.title, anna_now.fields) == ("", "Buyer", ("design",))
    assert anna_now.notes == "likes sailing"


def test_edit_that_changes_nothing_says_so(nk: Run, anna: None, folder: str) -> None:
    before = Network(folder).storage.seq

    assert nk("edit", "anna", "org:Valio Oy").out == "Anna Virtanen is like that already; nothing was changed.\n"
    assert Network(folder).storage.seq == before


@pytest.mark.parametrize("words", [(), ("moved to Tampere",)])
def test_edit_without_a_word_says_how(nk: Run, anna: None, words: tuple[str, ...]) -> None:
    ran = nk("edit", "anna", *words)

    assert ran.status == 2
    assert "netkeeper edit anna org:Fazer" in ran.err


def test_step_keeps_the_reason(nk: Run, anna: None, folder: str) -> None:
    ran = nk("step", "anna", "cust", "first", "order")

    assert (
        ran.out == "Anna Virtanen moved from potential to customer. Why: first order. (netkeeper undo takes it back)\n"
    )
    anna_now = Network(folder).contacts()[0]
    assert anna_now.step is Step.CUSTOMER
    assert anna_now.ladder[-1].reason == "first order"


def test_the_same_step_again_is_said_and_nothing_changed(nk: Run, anna: None) -> None:
    assert nk("step", "anna", "potential").status == 1


def test_archive_puts_away_and_back(nk: Run, anna: None) -> None:
    assert nk("archive", "anna,pekka").out == "Archived Anna Virtanen, Pekka Salo. (netkeeper undo takes it back)\n"
    assert nk("list").out == ""
    assert nk("archive", "anna", "--back").out.startswith("Out of the archive: Anna Virtanen.")
    assert [contact["name"] for contact in json.loads(nk("list", "--json").out)] == ["Anna Virtanen"]
