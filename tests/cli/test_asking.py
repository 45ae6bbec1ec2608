"""On a terminal, a name that fits several or none is asked about; piped, it is refused."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import netkeeper
from netkeeper.cli import asking
from netkeeper.store.network import Network
from tests.cli.conftest import Ran, Run

Answering = Callable[..., Ran]


@pytest.fixture
def answering(nk: Run, monkeypatch: pytest.MonkeyPatch) -> Answering:
    """Runs a command with somebody at the terminal who answers: ``answering("2", "log", "anna", "coffee")``."""

    def run(answers: str, *args: str) -> Ran:
        with monkeypatch.context() as patched:
            patched.setattr(asking, "can_ask", lambda: True)
            patched.setattr("sys.stdin", io.StringIO(answers.replace("|", "\n")))
            return nk(*args)

    return run


@pytest.fixture
def two(nk: Run) -> None:
    """Two Annas and a Pekka."""
    for name in ("Anna Virtanen", "Anna Ylönen", "Pekka Salo"):
        assert nk("add", name).status == 0


def _logged(folder: str) -> list[tuple[list[str], str]]:
    network = Network(folder)
    return [([network.contact(each).name for each in one.contact_ids], one.note) for one in network.interactions()]


@pytest.mark.parametrize(
    ("answers", "args", "names", "note"),
    [
        ("1\n", ("anna", "coffee"), ["Anna Virtanen"], "coffee"),
        ("2\n", ("anna", "coffee"), ["Anna Ylönen"], "coffee"),
        ("what\n2\n", ("anna", "coffee"), ["Anna Ylönen"], "coffee"),
        ("y\n", ("ana", "coffee"), ["Anna Virtanen"], "coffee"),
        ("1\n", ("ana", "ylönen", "coffee"), ["Anna Ylönen"], "coffee"),
        ("y\n", ("Peka", "Salo", "coffee"), ["Pekka Salo"], "coffee"),
        ("2\n", ("pekka,anna", "coffee"), ["Pekka Salo", "Anna Ylönen"], "coffee"),
        ("2\n", ("pekka", "ja", "anna", "coffee"), ["Pekka Salo", "Anna Ylönen"], "coffee"),
        ("k\n", ("Pekka", "Korhonen", "coffee"), ["Pekka Salo"], "coffee"),
    ],
)
def test_who_is_chosen_is_logged(
    answering: Answering, two: None, folder: str, answers: str, args: tuple[str, ...], names: list[str], note: str
) -> None:
    ran = answering(answers, "log", *args)

    assert ran.status == 0
    assert _logged(folder) == [(names, note)]


@pytest.mark.parametrize(
    ("line", "name", "note"),
    [
        ("matti me puhuttiin", "Matti Meikäläinen", "me puhuttiin"),
        ("matti m was here", "Matti Meikäläinen", "m was here"),
        ("matti met at Slush", "Matti Metsälä", "met at Slush"),
        ("matti meri oli kaunis", "Matti Merikanto", "meri oli kaunis"),
        ("matti meik kahvit", "Matti Meikäläinen", "kahvit"),
        ("mati meikäläinen kahvit", "Matti Meikäläinen", "kahvit"),
    ],
)
def test_whoever_is_chosen_takes_no_word_of_the_note(
    answering: Answering, nk: Run, folder: str, line: str, name: str, note: str
) -> None:
    nk("add", name)
    nk("add", "Matti Öhman")

    ran = answering("1\n", "log", *line.split())

    assert ran.status == 0
    assert _logged(folder) == [([name], note)]


@pytest.mark.parametrize("answers", ["\n", "n\n", "no\n", "ei\n", "", "9\n8\n7\n", "y\ny\ny\n", "0\n-1\nx\n"])
def test_whoever_leaves_it_changes_nothing(answering: Answering, two: None, folder: str, answers: str) -> None:
    ran = answering(answers, "log", "anna", "coffee")

    assert (ran.status, ran.out) == (1, "")
    assert ran.err.endswith("netkeeper: Left as it was; nothing was changed.\n")
    assert _logged(folder) == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("show", "anna"), "Anna Ylönen"),
        (("done", "anna"), "Anna Ylönen"),
        (("snooze", "anna", "fri"), "Snoozed Anna Ylönen"),
        (("followup", "anna", "call", "due:fri"), "Follow-up with Anna Ylönen"),
        (("edit", "anna", "org:Fazer"), "Edited Anna Ylönen"),
        (("edit", "pekka", "via:anna"), "Edited Pekka Salo"),
        (("add", "Bo Ek", "via:anna"), "Added Bo Ek"),
        (("step", "anna", "customer"), "Anna Ylönen moved"),
        (("archive", "anna"), "Archived Anna Ylönen"),
        (("merge", "pekka", "anna"), "Merged Anna Ylönen"),
        (("duplicates", "--not-same", "pekka,anna"), "Anna Ylönen are two people"),
    ],
)
def test_every_command_asks(answering: Answering, nk: Run, two: None, args: tuple[str, ...], said: str) -> None:
    refused = nk(*args)
    assert (refused.status, refused.out) == (1, "")
    assert "fits 2 people" in refused.err

    ran = answering("2\n", *args)
    assert ran.status == 0
    assert said in ran.out
    assert "1  Anna Virtanen" in ran.err


def test_namesakes_are_told_apart_where_nobody_can_be_asked(nk: Run) -> None:
    for words in (["org:Valio", "title:Buyer"], ["email:matti@home.example"], []):
        nk("add", "Matti Virtanen", *words)
    nk("add", "Matti Aalto", "org:Fazer")
    said = nk("log", "matti", "coffee").err
    assert ", Buyer, Valio)" in said and ", matti@home.example)" in said
    assert "Fazer" not in said
    assert ", Buyer, Valio)" in nk("log", "Matti Virtanen", "coffee").err


def test_where_a_new_name_ends_is_asked(answering: Answering, two: None, folder: str) -> None:
    assert answering("2\n", "log", "--new", "ville", "korpela", "coffee").status == 0
    assert _logged(folder) == [(["Ville Korpela"], "coffee")]


@pytest.mark.parametrize(
    ("answers", "logged"),
    [("1\n1\n", (["Ville", "Maija"], "lounas")), ("2\n", (["Ville"], "ja maija lounas"))],
)
def test_whether_a_second_new_one_is_meant_is_asked(
    answering: Answering, two: None, folder: str, answers: str, logged: tuple[list[str], str]
) -> None:
    ran = answering(answers, "log", "--new", "ville", "ja", "maija", "lounas")

    assert ran.status == 0
    assert "Ville Ja" not in ran.err
    assert _logged(folder) == [logged]


def test_nobody_near_is_refused_without_a_question(answering: Answering, two: None) -> None:
    ran = answering("1\n", "log", "xyzzy", "coffee")
    assert ran.status == 1
    assert "Nearest" not in ran.err


def test_whoever_is_none_of_those_near_can_be_new(answering: Answering, two: None, folder: str) -> None:
    ran = answering("\n", "log", "ana", "coffee")
    assert ran.status == 1
    assert ran.err.endswith("netkeeper: Nothing was changed. If “ana” is somebody new, log it with --new.\n")
    assert "--new" not in answering("\n", "log", "anna", "coffee").err, "which of the two is not about somebody new"
    assert "--new" not in answering("\n", "snooze", "ana", "fri").err
    assert _logged(folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")
def test_a_terminal_asks_and_takes_a_number(two: None, folder: str) -> None:
    import pexpect

    environment = {**os.environ, "PYTHONPATH": str(Path(netkeeper.__file__).parents[1])}
    command = [sys.executable, "-m", "netkeeper", "log", "anna", "coffee"]
    child = pexpect.spawn(command[0], command[1:], env=environment, encoding="utf-8", timeout=30)
    child.expect("fits 2 people")
    child.expect("Enter to leave it: ")
    child.send("2\r")
    child.expect("Logged a meeting with Anna Ylönen")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0

    child = pexpect.spawn(command[0], command[1:], env=environment, encoding="utf-8", timeout=30)
    child.expect("Enter to leave it: ")
    child.send("\r")
    child.expect("nothing was changed")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert len(_logged(folder)) == 1


def test_of_those_near_a_slip_whoever_has_the_surname_takes_it_out_of_the_note(
    answering: Answering, nk: Run, folder: str
) -> None:
    for name in ("Anna Ahonen", "Anna Heinonen", "Anna Saarinen", "Anna Mäkinen"):
        nk("add", name)
    assert answering("y\n", "log", "annna", "mäkinen", "kahvi").status == 0
    assert _logged(folder) == [(["Anna Mäkinen"], "kahvi")]
