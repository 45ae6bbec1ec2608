from __future__ import annotations

import json
from datetime import date

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Run


def test_a_line_logs_who_what_how_it_felt_and_when_next(nk: Run, anna: None, folder: str) -> None:
    ran = nk("log", "anna", "coffee,", "wants", "a", "workshop", "feel:4", "next:2w", "todo:send the offer")

    assert ran == (
        0,
        (
            "Logged a meeting with Anna Virtanen, feeling 4: “coffee, wants a workshop”. "
            "Next: Mon 7 Dec, send the offer. (netkeeper undo takes it back)\n"
        ),
        "",
    )
    network = Network(folder)
    (interaction,) = network.interactions()
    assert (interaction.note, interaction.feeling, interaction.on) == (
        "coffee, wants a workshop",
        4,
        date(2026, 11, 23),
    )
    (followup,) = network.followups()
    assert (followup.what, followup.due_on) == ("send the offer", date(2026, 12, 7))


def test_several_people_are_named_with_commas(nk: Run, anna: None, folder: str) -> None:
    ran = nk("log", "anna,pekka", "kind:event", "when:yesterday")

    assert ran.out.startswith("Logged an event with Anna Virtanen and Pekka Salo yesterday.")
    (interaction,) = Network(folder).interactions()
    assert len(interaction.contact_ids) == 2


def test_an_unknown_name_shows_the_nearest_and_how_to_add(nk: Run, anna: None, folder: str) -> None:
    ran = nk("log", "Ana Virtanen", "coffee")

    assert ran.status == 1
    assert "Anna Virtanen" in ran.err
    assert "netkeeper add" in ran.err
    assert "--new" in ran.err
    assert not Network(folder).interactions()


def test_new_adds_all_who_are_unknown_and_knows_the_others(nk: Run, anna: None, folder: str) -> None:
    ran = nk("log", "Ville Korpela, pekka salo, Maija Lehto", "met at the fair", "--new")

    assert ran.status == 0
    assert "Ville Korpela (new)" in ran.out
    network = Network(folder)
    assert sorted(name for _, name in network.names()) == [
        "Anna Virtanen",
        "Maija Lehto",
        "Pekka Salo",
        "Ville Korpela",
    ]
    assert len(network.interactions()[0].contact_ids) == 3
    nk("undo")
    assert len(Network(folder).names()) == 2


def test_new_says_where_one_like_it_exists(nk: Run, anna: None) -> None:
    ran = nk("log", "Ana Virtanen", "coffee", "--new")

    assert ran.status == 0
    assert "One like it exists: Anna Virtanen" in ran.err


def test_a_name_that_fits_several_lists_them_with_short_ids(nk: Run, anna: None, folder: str) -> None:
    nk("add", "Anna Laine")
    ran = nk("log", "anna", "coffee")

    assert ran.status == 1
    assert ran.err.count("\n") == 1
    for contact_id, name in Network(folder).names():
        if name.startswith("Anna"):
            assert f"{name} ({contact_id[:4]}" in ran.err


def test_new_does_not_choose_between_two_of_one_name(nk: Run, anna: None, folder: str) -> None:
    nk("add", "Anna Virtanen")
    assert nk("log", "Anna", "Virtanen", "coffee", "--new").status == 1
    assert len(Network(folder).names()) == 3


@pytest.mark.parametrize(
    ("option", "statuses"),
    [((), ["done", "open"]), (("--keep",), ["open", "open"]), (("--done",), ["done", "done"])],
)
def test_promises_that_are_due_are_closed_unless_told_otherwise(
    nk: Run, anna: None, folder: str, option: tuple[str, ...], statuses: list[str]
) -> None:
    nk("followup", "anna", "send the offer", "due:today")
    nk("followup", "anna", "ask again", "due:2w")

    ran = nk("log", "anna", "coffee", *option)

    assert [str(followup.status) for followup in Network(folder).followups()] == statuses
    assert ("Kept: send the offer" in ran.out) == (statuses[0] == "done")


def test_keep_and_done_together_are_wrong_usage(nk: Run, anna: None) -> None:
    assert nk("log", "anna", "--keep", "--done").status == 2


def test_json_holds_the_interaction_the_follow_up_and_the_contacts(nk: Run, anna: None) -> None:
    logged = json.loads(nk("log", "anna,pekka", "coffee", "next:fri", "signal:recommended", "--json").out)

    assert logged.keys() == {"interaction", "followup", "contacts", "already", "replaced", "closed"}
    assert logged["interaction"]["note"] == "coffee"
    assert logged["interaction"]["signals"] == ["recommended"]
    assert [contact["name"] for contact in logged["interaction"]["contacts"]] == ["Anna Virtanen", "Pekka Salo"]
    assert logged["followup"]["due"] == "2026-11-27"
    assert [contact["last_interaction"] for contact in logged["contacts"]] == ["2026-11-23", "2026-11-23"]


def test_json_has_no_follow_up_where_none_is_made(nk: Run, anna: None) -> None:
    assert json.loads(nk("log", "anna", "coffee", "--json").out)["followup"] is None


def test_a_minus_or_dashes_after_two_dashes_are_text(nk: Run, anna: None, folder: str) -> None:
    assert nk("log", "anna", "-5", "degrees", "outside", "--", "--cold").status == 0
    assert Network(folder).interactions()[0].note == "-5 degrees outside --cold"


def test_json_tells_what_became_of_promises(nk: Run, anna: None) -> None:
    nk("log", "anna", "coffee", "next:fri")
    moved = json.loads(nk("log", "anna", "coffee", "next:2w", "--json").out)
    assert [each["due"] for each in moved["replaced"]] == ["2026-11-27"]
    again = json.loads(nk("log", "anna", "coffee", "next:2w", "--json").out)
    assert (again["already"], again["replaced"], again["followup"]["id"]) == (True, [], moved["followup"]["id"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("soitin", "eilen"), "Logged for today: if it was “eilen”, take it back and add when:eilen."),
        (("kahvi", "20.11."), "Logged for today: if it was “20.11.”, take it back and add when:20.11. ("),
        (("coffee", "yesterday"), "add when:yesterday."),
        (("she", "sends", "it", "by", "friday"), 'is kept in the note alone; next:"by friday" promises it.'),
        (("uusi", "työ", "alkaa", "1.1."), "“1.1.” is kept in the note alone; next:1.1. promises it."),
        (
            ("nähdään", "perjantaina"),
            "take it back and add when:perjantaina; if that is to come, next:perjantaina promises it.",
        ),
        (("nähdään", "huomenna", "klo", "15"), 'is kept in the note alone; next:"huomenna klo 15" promises it.'),
    ],
)
def test_a_day_that_stays_in_the_note_is_said_with_the_word_that_has_it_count(
    nk: Run, anna: None, line: tuple[str, ...], said: str
) -> None:
    assert said in nk("log", "anna", *line).out


@pytest.mark.parametrize(
    "line",
    [
        ("kahvi",),
        ("kahvi", "eilen", "when:eilen"),
        ("nähdään", "huomenna", "next:huomenna"),
        ("nähdään", "perjantaina", "next:pe"),
    ],
)
def test_nothing_is_said_of_a_day_that_counts(nk: Run, anna: None, line: tuple[str, ...]) -> None:
    out = nk("log", "anna", *line).out
    assert "Logged for today" not in out and "in the note alone" not in out


def test_what_stays_open_is_said_and_never_called_kept(nk: Run, anna: None) -> None:
    nk("followup", "anna", "palaute", "due:today")

    for words in (("coffee", "--keep"), ("ei vastannut", "kind:tried")):
        out = nk("log", "anna", *words).out
        assert "Still open: palaute." in out
        assert "Kept" not in out
    assert "Kept: palaute." in nk("log", "anna", "coffee").out


def test_of_several_people_it_is_said_whose_promise_was_kept(nk: Run, anna: None) -> None:
    nk("followup", "anna", "palaute", "due:today")
    nk("followup", "anna", "lunch", "due:today")
    nk("followup", "pekka", "lunch", "due:today")

    out = nk("log", "anna,pekka", "coffee").out
    # What both were promised stands alone; which of two for one day comes first is told by their ids.
    assert "Kept: palaute (Anna Virtanen), lunch." in out or "Kept: lunch, palaute (Anna Virtanen)." in out


def test_each_persons_own_changes_are_said(nk: Run, anna: None) -> None:
    nk("edit", "anna", "org:Valio")

    assert "Now: Pekka Salo: organization Valio." in nk("log", "anna,pekka", "coffee", "org:Valio").out
    assert "Now: title Buyer." in nk("log", "anna,pekka", "coffee", "title:Buyer").out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("pekka kahvi next 2w", "“next 2w” is kept as text; to have it count, write next:2w."),
        ("pekka kahvit/next:2w", "“kahvit/next:2w” is kept as text; to have it count, write next:2w."),
        ("pekka kahvit last: 2w", "“last: 2w” is kept as text."),
    ],
)
def test_what_may_have_been_meant_for_a_word_is_never_kept_as_text_unsaid(
    nk: Run, anna: None, line: str, said: str
) -> None:
    ran = nk("log", *line.split())

    assert (ran.status, ran.err) == (0, "")
    assert said in ran.out
