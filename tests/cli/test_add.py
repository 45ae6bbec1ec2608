from __future__ import annotations

import json

from netkeeper.store.network import Network
from tests.cli.conftest import Run


def test_free_words_make_the_name_and_key_words_the_rest(nk: Run, folder: str) -> None:
    ran = nk("add", "Anna", "Virtanen", "org:Valio Oy", "field:food", "title:Brand lead")

    assert ran == (
        0,
        "Added Anna Virtanen. Organization Valio Oy, title Brand lead, field food. (netkeeper undo takes it back)\n",
        "",
    )
    (contact,) = Network(folder).contacts()
    assert (contact.name, contact.organization, contact.title) == ("Anna Virtanen", "Valio Oy", "Brand lead")
    assert contact.fields == ("food",)


def test_a_whole_line_in_quotation_marks_is_understood_too(nk: Run, folder: str) -> None:
    assert nk("add", 'Anna Virtanen org:"Valio Oy" every:6w').status == 0

    (contact,) = Network(folder).contacts()
    assert (contact.name, contact.organization, contact.cadence) == ("Anna Virtanen", "Valio Oy", 42)


def test_one_like_it_is_mentioned_and_the_new_one_added_all_the_same(nk: Run, anna: None, folder: str) -> None:
    ran = nk("add", "Anna Virtanenn")

    assert ran.status == 0
    assert ran.err.startswith("One like it exists: Anna Virtanen (")
    assert "netkeeper undo" in ran.err
    assert len(Network(folder).contacts()) == 3


def test_next_and_todo_make_the_first_follow_up_in_the_same_step(nk: Run, folder: str) -> None:
    ran = nk("add", "Anna", "next:2w", "todo:send the offer")

    assert ran.out == "Added Anna. Next: Mon 7 Dec, send the offer. (netkeeper undo takes it back)\n"
    assert [followup.what for followup in Network(folder).followups()] == ["send the offer"]
    nk("undo")
    network = Network(folder)
    assert (network.contacts(), network.followups()) == ([], [])


def test_json_is_the_contact(nk: Run) -> None:
    ran = nk("add", "Anna Virtanen", "email:work=anna@valio.example", "--json")

    contact = json.loads(ran.out)
    assert contact["name"] == "Anna Virtanen"
    assert contact["emails"] == [{"value": "anna@valio.example", "label": "work"}]
    assert contact["next_due"] == "2026-12-23"


def test_the_name_may_be_a_word_of_its_own(nk: Run, folder: str) -> None:
    assert nk("add", "name:Anna Virtanen").status == 0
    assert Network(folder).names()[0][1] == "Anna Virtanen"


def test_a_name_that_is_there_twice_is_refused(nk: Run) -> None:
    assert nk("add", "Anna", "name:Liisa").status == 2


def test_a_name_in_lower_case_is_kept_with_capitals_and_that_is_said(nk: Run) -> None:
    ran = nk("add", "carl von troil")
    assert "Added Carl von Troil" in ran.out
    assert "Kept as Carl von Troil, with capitals." in ran.err
    ran = nk("add", "name:danah boyd")
    assert "Added danah boyd" in ran.out and "Kept as" not in ran.err
    assert "Kept as" not in nk("add", "Liisa Kallio").err
