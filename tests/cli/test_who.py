"""Names need no quotation marks, and a note loses no word to a name."""

from __future__ import annotations

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Run


def _logged(folder: str) -> list[tuple[list[str], str]]:
    network = Network(folder)
    return [
        ([network.contact(each).name for each in interaction.contact_ids], interaction.note)
        for interaction in network.interactions()
    ]


@pytest.mark.parametrize(
    ("args", "name", "note"),
    [
        (("Pekka", "Salo", "coffee", "next:2w"), "Pekka Salo", "coffee"),
        (("pekka", "salo", "coffee"), "Pekka Salo", "coffee"),
        (("Pekka", "Sal", "coffee"), "Pekka Salo", "coffee"),
        (("Anna", "Virtanen", "coffee"), "Anna Virtanen", "coffee"),
        (("anna", "virtane", "coffee"), "Anna Virtane", "coffee"),
        (("Anna Virtanen", "coffee"), "Anna Virtanen", "coffee"),
        (("Virtanen", "Anna", "coffee"), "Anna Virtanen", "coffee"),
        (("pekka", "coffee", "with", "Salo"), "Pekka Salo", "coffee with Salo"),
        (("pekka", "sal", "a", "coffee"), "Pekka Salo", "sal a coffee"),
        (("niina", "a", "walk"), "Niina Aaltonen", "a walk"),
        (("pekka", "Lunch", "downtown"), "Pekka Salo", "Lunch downtown"),
        (("pekka", "org:Salo", "coffee"), "Pekka Salo", "coffee"),
        (("pekka", "Salo said no"), "Pekka Salo", "Salo said no"),
    ],
)
def test_a_log_goes_to_the_person_and_the_rest_is_the_note(
    nk: Run, anna: None, folder: str, args: tuple[str, ...], name: str, note: str
) -> None:
    nk("add", "Anna Virtane")
    nk("add", "Niina Aaltonen")

    assert nk("log", *args).err == ""
    assert _logged(folder) == [([name], note)]


def test_a_log_to_a_name_close_to_one_that_is_known_is_refused(nk: Run, folder: str) -> None:
    nk("add", "Maija Lehto")

    ran = nk("log", "Maija", "Lehtonen", "coffee")

    assert (ran.status, ran.out) == (1, "")
    assert "Nearest: Maija Lehto" in ran.err
    assert _logged(folder) == []


def test_an_unknown_full_name_is_named_whole(nk: Run, anna: None) -> None:
    assert 'netkeeper add "Sanna Marttila"' in nk("log", "Sanna", "Marttila", "coffee").err


@pytest.mark.parametrize("known", ["Pekka Salo", "Sanna Laine", "Sanna Martti"])
def test_new_takes_the_capitalised_words_as_the_name(nk: Run, folder: str, known: str) -> None:
    nk("add", known)

    assert nk("log", "Sanna", "Marttila", "coffee", "--new").status == 0
    assert _logged(folder) == [(["Sanna Marttila"], "coffee")]


@pytest.mark.parametrize(
    "args",
    [
        ("pekka,", "maija", "lunch"),
        ("pekka", ",", "maija", "lunch"),
        ("pekka", ",maija", "lunch"),
        ("pekka,maija", "lunch"),
        ("Pekka", "Salo,", "Maija", "Lehto", "lunch"),
        ("pekka,Maija", "Lehto", "lunch"),
    ],
)
def test_a_comma_takes_the_next_word_as_a_person(nk: Run, anna: None, folder: str, args: tuple[str, ...]) -> None:
    nk("add", "Maija Lehto")

    assert nk("log", *args).err == ""
    assert _logged(folder) == [(["Pekka Salo", "Maija Lehto"], "lunch")]


def test_a_comma_before_a_word_with_a_key_takes_nobody(nk: Run, anna: None, folder: str) -> None:
    assert nk("log", "pekka,", "next:2w").status == 0
    assert _logged(folder) == [(["Pekka Salo"], "")]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("followup", "Pekka", "Salo", "call", "due:fri"), "Follow-up with Pekka Salo. Next: Fri 27 Nov, call."),
        (("show", "Pekka", "Salo"), "Pekka Salo  potential"),
        (("done", "Pekka", "Salo"), "Noted that you were in touch with Pekka Salo."),
        (("done", "Pekka", "Salo,", "anna"), "Noted that you were in touch with Anna Virtanen."),
        (("archive", "Pekka", "Salo"), "Archived Pekka Salo."),
        (("step", "Pekka", "Salo", "regular", "third", "order"), "Pekka Salo moved from potential to regular."),
        (("snooze", "Pekka", "Salo", "fri"), "Snoozed Pekka Salo to Fri 27 Nov."),
        (("snooze", "Pekka", "Salo,", "anna", "fri"), "Snoozed Anna Virtanen to Fri 27 Nov."),
        (("edit", "Pekka", "Salo", "org:Fazer"), "Edited Pekka Salo."),
    ],
)
def test_every_command_takes_a_full_name(nk: Run, anna: None, args: tuple[str, ...], said: str) -> None:
    ran = nk(*args)

    assert (ran.status, ran.err) == (0, "")
    assert said in ran.out


def test_a_name_leaves_the_step_and_the_day(nk: Run) -> None:
    nk("add", "Anna Friday Regular")

    assert nk("snooze", "anna", "Friday").status == 0
    assert nk("step", "anna", "regular").status == 0


@pytest.mark.parametrize("words", [(), ("",), (" ", "")])
def test_an_empty_log_is_refused(nk: Run, anna: None, folder: str, words: tuple[str, ...]) -> None:
    ran = nk("log", "Pekka", "Salo", *words)

    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "netkeeper log pekka coffee next:2w" in ran.err
    assert _logged(folder) == []


@pytest.mark.parametrize("word", ["next:2w", "kind:call", "when:yesterday"])
def test_a_log_of_words_alone_is_one(nk: Run, anna: None, folder: str, word: str) -> None:
    assert nk("log", "pekka", word).status == 0
    assert len(_logged(folder)) == 1
