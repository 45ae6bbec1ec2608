"""``log --new`` adds whoever has not exactly that name, and never guesses where the name ends."""

from __future__ import annotations

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Run


def _names(folder: str) -> set[str]:
    return {name for _, name in Network(folder).names()}


@pytest.mark.parametrize(
    ("args", "name", "note"),
    [
        (("Carl", "von", "Troil", "coffee"), "Carl von Troil", "coffee"),
        (("Carl von Troil", "coffee"), "Carl von Troil", "coffee"),
        (("Carl von Troil coffee",), "Carl von Troil", "coffee"),
        (("Anna", "kahvia"), "Anna", "kahvia"),
        (("Matti", "ten", "Cate", "met", "at", "Slush"), "Matti ten Cate", "met at Slush"),
        (("ville", "korpela", "kind:call"), "Ville Korpela", ""),
        (("ville korpela", "coffee"), "Ville Korpela", "coffee"),
        (("anna-maija", "lehto", "kind:call"), "Anna-Maija Lehto", ""),
        (("deVille Oy", "coffee"), "deVille Oy", "coffee"),
    ],
)
def test_a_new_name_ends_where_it_is_told(
    nk: Run, anna: None, folder: str, args: tuple[str, ...], name: str, note: str
) -> None:
    ran = nk("log", "--new", *args)

    assert ran.status == 0
    assert f"{name} (new)" in ran.out
    assert _names(folder) == {"Anna Virtanen", "Pekka Salo", name}
    assert [each.note for each in Network(folder).interactions()] == [note]
    assert ("with capitals" in ran.err) == (args[0].islower())


@pytest.mark.parametrize(
    "args",
    [
        ("ville", "korpela", "coffee"),
        ("anna", "coffee"),
        ("ville korpela coffee with cake",),
        ("ville", "met", "at", "the", "fair", "next:2w"),
        ("ville,maija", "lunch"),
        ("Ville,", "coffee", "and", "cake"),
        ("ville", "ja", "maija", "lunch"),
        ("ville", "korpela", "ja", "maija", "lunch"),
        ("anna", "virtanen", "ja", "maija", "lunch"),
        ("ville", "coffee", "ja", "cake", "next:2w"),
    ],
)
def test_where_it_can_not_be_told_it_is_refused_with_both_ways(
    nk: Run, anna: None, folder: str, args: tuple[str, ...]
) -> None:
    ran = nk("log", "--new", *args)

    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ran.err.count("netkeeper log --new") == 2
    assert _names(folder) == {"Anna Virtanen", "Pekka Salo"}


def test_whom_a_new_name_resembles_is_said(nk: Run, anna: None) -> None:
    assert "One like it exists: Anna Virtanen" in nk("log", "--new", "Anna", "kahvia").err


def test_exactly_that_name_is_that_person(nk: Run, anna: None, folder: str) -> None:
    assert "(new)" not in nk("log", "--new", "anna", "virtanen", "coffee").out
    assert "(new)" not in nk("log", "--new", "Pekka", "Salo", "coffee").out
    assert _names(folder) == {"Anna Virtanen", "Pekka Salo"}


def test_several_new_ones_stand_with_commas_or_and(nk: Run, anna: None, folder: str) -> None:
    assert nk("log", "--new", "Liisa", "Kallio", "ja", "Sirkku", "Aho", "lounas").status == 0
    assert nk("log", "--new", "Bo", "Ek,", "pekka", "salo,", "Mia", "af", "Ek", "lunch").status == 0
    assert _names(folder) == {
        "Anna Virtanen", "Pekka Salo", "Liisa Kallio", "Sirkku Aho", "Bo Ek", "Mia af Ek",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "names", "note"),
    [
        ("anna ja reijo next:2w", ["Anna", "Reijo"], ""),
        ("reijo & pirkko next:2w", ["Reijo", "Pirkko"], ""),
        ("reijo ja pirkko, sirkku kind:call", ["Reijo", "Pirkko", "Sirkku"], ""),
        ("reijo, ja pirkko next:2w", ["Reijo", "Pirkko"], ""),
        ("Reijo, ja Pirkko lounas", ["Reijo", "Pirkko"], "lounas"),
        ("Reijo,ja Pirkko lounas", ["Reijo", "Pirkko"], "lounas"),
        ("reijo ja Pirkko lounas", ["Reijo", "Pirkko"], "lounas"),
        ("reijo ja next:2w", ["Reijo"], "ja"),
        ("reijo ja", ["Reijo"], "ja"),
        ("Reijo ja kaverit next:2w", ["Reijo"], "ja kaverit"),
    ],
)
def test_and_is_no_part_of_a_new_name(nk: Run, anna: None, folder: str, line: str, names: list[str], note: str) -> None:
    ran = nk("log", "--new", *line.split())

    assert ran.status == 0
    assert _names(folder) == {"Anna Virtanen", "Pekka Salo", *names}
    (logged,) = Network(folder).interactions()
    assert (len(logged.contact_ids), logged.note) == (len(names), note)


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("ville, reijo ja maija lunch", ("Ville,Reijo,Maija …", "Ville,Reijo ja …")),
        ("ville, maija lunch", ("Ville,Maija lunch …", '"Ville,Maija Lunch" …')),
    ],
)
def test_the_ways_that_are_shown_leave_nobody_out(
    nk: Run, anna: None, folder: str, line: str, ways: tuple[str, str]
) -> None:
    ran = nk("log", "--new", *line.split())

    assert (ran.status, ran.out) == (1, "")
    for way in ways:
        assert f"netkeeper log --new {way}" in ran.err
    assert _names(folder) == {"Anna Virtanen", "Pekka Salo"}


@pytest.mark.parametrize("name", ["Reijo 0401234567", "Reijo reijo@valio.example"])
def test_a_number_beside_a_name_is_no_part_of_it(nk: Run, anna: None, folder: str, name: str) -> None:
    ran = nk("log", "--new", name, "lounas")

    assert (ran.status, ran.out) == (1, "")
    assert 'netkeeper add "Reijo" ' in ran.err
    assert _names(folder) == {"Anna Virtanen", "Pekka Salo"}


@pytest.mark.parametrize("who", ["0401234567", "x@y.example", "www.valio.example"])
def test_an_address_is_nobody_new(nk: Run, anna: None, folder: str, who: str) -> None:
    ran = nk("log", "--new", who, "coffee")

    assert (ran.status, ran.out) == (1, "")
    assert 'netkeeper add "First Last"' in ran.err
    assert _names(folder) == {"Anna Virtanen", "Pekka Salo"}
