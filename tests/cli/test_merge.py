"""Finding who is here twice, and making one of two, from a shell."""

from __future__ import annotations

import json

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Run


@pytest.fixture
def twice(nk: Run) -> None:
    """Anna Virtanen, here twice, with a history under her short name."""
    assert nk("add", "Anna Virtanen", "org:Valio", "phone:040 555 0101").status == 0
    assert nk("add", "Anna V", "org:Fazer", "phone:+358405550101", "title:Lead").status == 0
    assert nk("log", "Anna V", "tea", "next:2w").status == 0


def test_duplicates_are_listed_with_the_reason(nk: Run, twice: None) -> None:
    ran = nk("duplicates")
    assert "same phone" in ran.out
    assert "Anna Virtanen" in ran.out
    assert "netkeeper merge WHO OTHER" in ran.err
    (pair,) = json.loads(nk("duplicates", "--json").out)
    assert {pair["one"]["name"], pair["other"]["name"]} == {"Anna V", "Anna Virtanen"}
    assert pair["why"] == "same phone"
    assert 0 < pair["sure"] <= 1
    assert pair["is_sure"] == (pair["sure"] >= 0.9)


@pytest.mark.parametrize(("name", "is_sure"), [("Anna Ek", True), ("Anna Salo", False)])
def test_what_is_surely_one_person_is_marked(nk: Run, name: str, is_sure: bool) -> None:
    assert nk("add", "Anna Ek", "email:anna@x.example").status == 0
    assert nk("add", name, "email:anna@x.example").status == 0
    assert ("  sure  " in nk("duplicates").out) == is_sure
    (pair,) = json.loads(nk("duplicates", "--json").out)
    assert pair["is_sure"] == is_sure


def test_a_merge_says_what_came_along_and_is_taken_back(nk: Run, twice: None, folder: str) -> None:
    ran = nk("merge", "Anna Virtanen", "Anna V", "--theirs", "organization")
    assert ran.out == (
        "Merged Anna V into Anna Virtanen. 1 interaction and 1 follow-up came along. (netkeeper undo takes it back)\n"
    )
    (anna,) = Network(folder).contacts()
    assert (anna.organization, anna.title) == ("Fazer", "Lead")
    assert nk("undo").status == 0
    assert len(Network(folder).contacts()) == 2


def test_not_the_same_is_remembered(nk: Run, twice: None) -> None:
    assert nk("duplicates", "--not-same", "Anna V,Anna Virtanen").status == 0
    assert nk("duplicates") == (0, "", "Nobody seems to be here twice.\n")
    assert json.loads(nk("duplicates", "--json").out) == []


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        (("merge", "Anna Virtanen", "Anna Virtanen"), 1, "one and the same contact"),
        (("merge", "Anna Virtanen", "nobody"), 1, "No one fits 'nobody'"),
        (("merge", "Anna Virtanen", "Anna V", "--theirs", "shoes"), 2, "--theirs can't take 'shoes'"),
        (("duplicates", "--not-same", "Anna V"), 2, "two people with a comma"),
    ],
)
def test_what_cannot_be_changes_nothing(
    nk: Run, twice: None, folder: str, line: tuple[str, ...], status: int, said: str
) -> None:
    before = Network(folder).contacts()
    ran = nk(*line)
    assert ran.status == status
    assert said in ran.err
    assert Network(folder).contacts() == before


def test_nothing_is_no_choice(nk: Run, folder: str) -> None:
    nk("add", "Anna One", "email:anna@valio.example", "note:Annexed")
    nk("add", "Anna Two", "note:Ann")
    assert nk("merge", "Anna One", "Anna Two", "--theirs", "email").status == 0
    (anna,) = Network(folder).contacts()
    assert [email.value for email in anna.emails] == ["anna@valio.example"]
    assert anna.notes == "Annexed\nAnn"


def test_what_was_noted_before_is_nothing_to_take_back(nk: Run, twice: None, folder: str) -> None:
    nk("duplicates", "--not-same", "Anna V,Anna Virtanen")
    seq = Network(folder).storage.seq
    ran = nk("duplicates", "--not-same", "Anna Virtanen,Anna V")
    assert ran.out == "Anna Virtanen and Anna V are two people; that was noted before.\n"
    assert Network(folder).storage.seq == seq
