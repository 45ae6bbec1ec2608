"""Of several promises to one person, the one that is meant: by a word of it, asked on a terminal, refused where piped."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest

from netkeeper.cli import which_promise
from netkeeper.store.network import Network
from tests.cli.conftest import Ran, Run

Answering = Callable[..., Ran]


@pytest.fixture
def answering(nk: Run, monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Runs a command with somebody at the terminal who answers."""

    def run(answers: str, *args: str) -> Ran:
        with monkeypatch.context() as patched:
            patched.setattr(which_promise, "can_ask", lambda: True)
            patched.setattr("sys.stdin", io.StringIO(answers))
            return nk(*args)

    return run


@pytest.fixture
def two_due(nk: Run, anna: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two promises to Anna that are due, and one that isn't yet."""
    with monkeypatch.context() as patched:
        patched.setenv("NETKEEPER_TODAY", "2026-11-22")
        nk("followup", "anna", "send the offer", "due:today")
    nk("followup", "anna", "call about the stand", "due:today")
    nk("followup", "anna", "thank her for lunch", "due:fri")


def _open(folder: str) -> dict[str, str]:
    """What is open, and for when."""
    return {each.what: f"{each.due_on:%d.%m.}" for each in Network(folder).followups() if each.is_open}


ALL = {"send the offer": "22.11.", "call about the stand": "23.11.", "thank her for lunch": "27.11."}


@pytest.mark.parametrize("line", [("done", "anna"), ("snooze", "anna", "next", "week"), ("done", "pekka,anna")])
def test_piped_it_is_refused_with_the_promises_and_what_to_type(
    nk: Run, two_due: None, folder: str, line: tuple[str, ...]
) -> None:
    ran = nk(*line)
    assert (ran.status, ran.out) == (1, "")
    assert "2 promises to Anna Virtanen: “send the offer” (yesterday), “call about the stand” (today)." in ran.err
    command, behind = line[0], " ".join(("", *line[2:]))
    assert f'netkeeper {command} "Anna Virtanen" offer{behind}; all of them: ' in ran.err
    assert f'netkeeper {command} "Anna Virtanen"{behind} --all. Nothing was changed.' in ran.err
    assert _open(folder) == ALL
    assert not Network(folder).interactions()


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        (("anna", "offer"), "send the offer"),
        (("anna", "off"), "send the offer"),
        (("anna", "call", "about"), "call about the stand"),
        (("anna", "virtanen", "stand"), "call about the stand"),
        (("anna v offer",), "send the offer"),
        # A promise that is named need not be due.
        (("anna", "lunch"), "thank her for lunch"),
    ],
)
def test_a_word_of_it_says_which_is_done(nk: Run, two_due: None, folder: str, line: tuple[str, ...], gone: str) -> None:
    ran = nk("done", *line)
    assert (ran.status, ran.err) == (0, "")
    assert gone in ran.out
    assert _open(folder) == {what: day for what, day in ALL.items() if what != gone}


@pytest.mark.parametrize(
    "line", [("anna", "offer", "next", "week"), ("anna", "the", "offer", "30.11."), ("anna offer 7d",)]
)
def test_a_word_before_the_day_says_which_is_put_off(
    nk: Run, two_due: None, folder: str, line: tuple[str, ...]
) -> None:
    ran = nk("snooze", *line)
    assert ran.status == 0
    assert ran.out.startswith("Snoozed Anna Virtanen to Mon 30 Nov: send the offer.")
    assert _open(folder) == {**ALL, "send the offer": "30.11."}


def test_all_are_meant_where_that_is_said(nk: Run, two_due: None, folder: str) -> None:
    assert nk("snooze", "anna", "1.12.", "--all").status == 0
    assert _open(folder) == {**ALL, "send the offer": "01.12.", "call about the stand": "01.12."}
    nk("undo")
    assert nk("done", "anna", "--all").status == 0
    assert _open(folder) == {"thank her for lunch": "27.11."}
    nk("undo")
    assert _open(folder) == ALL


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("2\n", {"send the offer", "thank her for lunch"}),
        ("x\n1\n", {"call about the stand", "thank her for lunch"}),
        ("3\n", {"thank her for lunch"}),
    ],
)
def test_on_a_terminal_it_is_asked(
    answering: Answering, two_due: None, folder: str, answer: str, left: set[str]
) -> None:
    ran = answering(answer, "done", "anna")
    assert ran.status == 0
    assert [re.split(" {2,}", line) for line in ran.err.splitlines()[:4]] == [
        ["2 promises to Anna Virtanen:"],
        ["", "1", "send the offer", "yesterday"],
        ["", "2", "call about the stand", "today"],
        ["", "3", "all 2"],
    ]
    assert set(_open(folder)) == left


def test_whoever_leaves_it_changes_nothing(answering: Answering, two_due: None, folder: str) -> None:
    assert answering("\n", "done", "anna").status == 1
    assert answering("\n", "snooze", "anna", "fri").status == 1
    assert _open(folder) == ALL


def test_one_that_is_due_is_meant_whatever_is_promised_for_later(nk: Run, anna: None, folder: str) -> None:
    nk("followup", "anna", "send the offer", "due:today")
    nk("followup", "anna", "thank her for lunch", "due:fri")
    assert "send the offer" in nk("done", "anna").out
    assert list(_open(folder)) == ["thank her for lunch"]


def test_of_several_for_later_none_is_done_unasked(nk: Run, anna: None, folder: str) -> None:
    nk("followup", "anna", "thank her for lunch", "due:fri")
    nk("followup", "anna", "send the minutes", "due:1.12.")
    ran = nk("done", "anna")
    assert (ran.status, len(_open(folder))) == (1, 2)
    assert "“thank her for lunch” (Fri 27 Nov), “send the minutes” (Tue 1 Dec)" in ran.err


def test_a_word_that_several_have_is_asked_about(nk: Run, two_due: None, folder: str) -> None:
    ran = nk("done", "anna", "the")
    assert ran.status == 1
    assert "2 promises to Anna Virtanen" in ran.err
    assert _open(folder) == ALL


def test_of_two_with_the_same_text_the_sooner_is_meant(nk: Run, anna: None, folder: str) -> None:
    nk("followup", "anna", "call", "due:fri")
    nk("followup", "anna", "call", "due:1.12.")
    assert "call (it was for Fri 27 Nov)" in nk("done", "anna", "call").out
    assert _open(folder) == {"call": "01.12."}


def test_what_fits_neither_a_name_nor_a_promise_is_refused(nk: Run, two_due: None, folder: str) -> None:
    assert "No one fits 'anna xyzzy'" in nk("done", "anna", "xyzzy").err
    assert nk("snooze", "anna", "xyzzy", "fri").status == 1
    assert _open(folder) == ALL


def test_what_is_shown_of_a_promise_controls_no_terminal(nk: Run, anna: None) -> None:
    nk("followup", "anna", "bad\x1b[2Jthing", "due:today")
    nk("followup", "anna", "good thing", "due:today")
    assert "\x1b" not in nk("done", "anna").err
