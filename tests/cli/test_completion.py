"""What the shells suggest for half-typed lines."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import netkeeper
from netkeeper.cli.shells import SHELLS, script
from netkeeper.domain.people.contact import Contact
from netkeeper.store.network import Network
from tests.cli.conftest import Run

BREAKS = " \t\n\"'><=;|&(:"
"""Where bash cuts words unless it is told otherwise."""

Suggested = list[str]


@pytest.fixture
def people(nk: Run) -> None:
    """Some people with fields."""
    for words in (
        ("Anna Virtanen", "field:design"),
        ("Antti O'Hara", "field:food"),
        ("Åsa Lund", "field:food/cold-chain"),
        ("Pekka Salo",),
        ("Pekka Varis",),
        ('Paavo "P" $alo',),
    ):
        assert nk("add", *words).status == 0


def _bash(nk: Run, monkeypatch: pytest.MonkeyPatch, line: str) -> Suggested:
    monkeypatch.setenv("_NETKEEPER_COMPLETE", "bash_complete")
    monkeypatch.setenv("NETKEEPER_LINE", line)
    monkeypatch.setenv("NETKEEPER_BREAKS", BREAKS)
    ran = nk()
    assert (ran.status, ran.err) == (0, "")
    return [each.removeprefix("plain,") for each in ran.out.splitlines() if each]


@pytest.mark.parametrize(
    ("line", "suggested"),
    [
        ("netkeeper show anna", ["Anna\\ Virtanen"]),
        ("netkeeper show An", ["Anna\\ Virtanen", "Antti\\ O\\'Hara"]),
        ("netkeeper show asa", ["Åsa\\ Lund"]),
        ("netkeeper show virt", ["Anna\\ Virtanen"]),
        ("netkeeper show Anna\\ V", ["Anna\\ Virtanen"]),
        ('netkeeper show "anna v', ["Anna Virtanen"]),
        ("netkeeper show 'anna v", ["Anna Virtanen"]),
        ("netkeeper show 'antti", ["Antti O'\\''Hara"]),
        ('netkeeper show "paavo', ['Paavo \\"P\\" \\$alo']),
        ("netkeeper show paa", ['Paavo\\ \\"P\\"\\ \\$alo']),
        ("netkeeper log anna,pek", ["anna,Pekka\\ Salo", "anna,Pekka\\ Varis"]),
        ("netkeeper show anna,pek", []),
        ("netkeeper list field:fo", ["food", "food/cold-chain"]),
        ('netkeeper list "field:fo', ["field:food", "field:food/cold-chain"]),
        ("netkeeper list -field:des", ["design"]),
        ("netkeeper list is:", ["archived", "lasting", "fading", "unsorted"]),
        ("netkeeper list fi", ["field:"]),
        ("netkeeper list -fi", ["-field:"]),
        ("netkeeper add Ville via:pekka\\ s", ["Pekka\\ Salo"]),
        ("netkeeper step anna reg", ["regular"]),
        ("netkeeper log anna kind:", ["meeting", "call", "message", "email", "event", "other", "tried"]),
        ("netkeeper log anna la", []),
        ("netkeeper list la", ["last:"]),
        ("netkeeper followup anna d", ["due:"]),
        ("netkeeper followup anna due:to", ["tomorrow"]),
        ("netkeeper completion ", ["bash", "zsh", "fish"]),
        ("netkeeper export --format vc", ["vcard", "vcard4"]),
        ("netkeeper import some", ["file,"]),
        ("netkeeper export -o some", ["file,"]),
        ("netkeeper --data some", ["dir,"]),
        ("netkeeper me ho", ["holidays:"]),
        ("netkeeper me -fi", ["-field:"]),
        ("netkeeper me holidays:", ["off", "like-any"]),
        ("netkeeper me weekdays:sat,s", ["sat,sat", "sat,sun"]),
        ("netkeeper me ala:fo", ["food", "food/cold-chain"]),
        ("netkeeper me team:", []),
        ("netkeeper arch", ["archive"]),
        ("netkeeper log --ke", ["--keep"]),
    ],
)
def test_what_bash_is_suggested(
    nk: Run, people: None, monkeypatch: pytest.MonkeyPatch, line: str, suggested: Suggested
) -> None:
    assert _bash(nk, monkeypatch, line) == suggested


def test_commands_are_suggested_with_what_they_do(nk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_NETKEEPER_COMPLETE", "zsh_complete")
    monkeypatch.setenv("COMP_WORDS", "netkeeper h")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert nk().out.splitlines() == ["plain", "history", "Show what was done."]


@pytest.mark.parametrize(("shell", "shown"), [("zsh", "plain\nAnna Virtanen\n_"), ("fish", "plain,Anna Virtanen")])
def test_zsh_and_fish_are_suggested_names_as_they_are(
    nk: Run, people: None, monkeypatch: pytest.MonkeyPatch, shell: str, shown: str
) -> None:
    monkeypatch.setenv("_NETKEEPER_COMPLETE", f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", "netkeeper show anna")
    monkeypatch.setenv("COMP_CWORD", "2" if shell == "zsh" else "anna")
    assert nk().out.rstrip("\n") == shown


def test_names_that_a_shell_should_not_hold_are_not_suggested(
    nk: Run, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network(folder)
    with network.transaction("Added some") as draft:
        for name in (
            "Evil\x1b]52;c;x\x07",
            "Evil\nrm -rf ~",
            "Evil\u202e",
            "Evil\x9b",
            "Evil\u200b",
            "Evil but fine",
            "Evil שרה",
        ):
            draft.put_contact(Contact(id="", name=name, fields=("a\x1b[2Jb", "ab")))

    assert _bash(nk, monkeypatch, "netkeeper show evil") == ["Evil\\ but\\ fine", "Evil\\ שרה"]
    assert _bash(nk, monkeypatch, "netkeeper list field:a") == ["ab"]


def test_trouble_is_silent(nk: Run, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(folder).mkdir()
    (Path(folder) / "network.json").write_text("nonsense")
    assert _bash(nk, monkeypatch, "netkeeper show a") == []
    monkeypatch.setenv("NETKEEPER_TODAY", "garbage")
    assert _bash(nk, monkeypatch, "netkeeper show a") == []


@pytest.mark.parametrize("instruction", ["", "bash", "tcsh_complete", "bash_source", "\x1b"])
def test_an_unknown_request_is_refused_silently(nk: Run, monkeypatch: pytest.MonkeyPatch, instruction: str) -> None:
    monkeypatch.setenv("_NETKEEPER_COMPLETE", instruction)
    assert nk() == (1, "", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_says_how_to_use_it_and_serves_both_names(nk: Run, shell: str) -> None:
    ran = nk("completion", shell)

    assert ran == (0, script(shell), "")
    assert ran.out.startswith("# ")
    assert f"netkeeper completion {shell}" in ran.out.splitlines()[0]
    for program in ("netkeeper", "nk"):
        assert f"_{program}_completion" in ran.out


def test_fish_does_not_cut_names_at_their_commas() -> None:
    assert 'string split --max 1 ","' in script("fish")
    assert 'string split ","' not in script("fish")


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("netkeeper show anna\t", "netkeeper show Anna\\ Virtanen "),
        ('nk show "anna v\t', 'nk show "Anna Virtanen" '),
        ("nk list field:des\t", "nk list field:design "),
        ("nk list fi\t", "nk list field:"),
        ("nk list -field:des\t", "nk list -field:design "),
        ('nk show "Pekka S\t', 'nk show "Pekka Salo" '),
        ("nk hist\t", "nk history "),
    ],
)
def test_a_real_bash_completes(people: None, tmp_path: Path, typed: str, completed: str) -> None:
    import pexpect

    for program in ("netkeeper", "nk"):
        path = tmp_path / program
        path.write_text(
            f'#!/bin/sh\nPYTHONPATH="{Path(netkeeper.__file__).parents[1]}" exec "{sys.executable}" -m netkeeper "$@"\n'
        )
        path.chmod(0o755)
    (tmp_path / "rc").write_text(
        f"PATH={tmp_path}:$PATH\nPS1='> '\nbind 'set enable-bracketed-paste off'\n{script('bash')}\nreport() {{ echo \"<$READLINE_LINE>\"; }}\n"
        "bind -x '\"\\C-o\": report'\n"
    )
    bash = pexpect.spawn("bash", ["--noprofile", "--rcfile", str(tmp_path / "rc"), "-i"], encoding="utf-8", timeout=10)
    bash.setwinsize(40, 200)
    bash.expect_exact("> ")
    bash.send(typed)
    bash.send("\x0f")
    bash.expect("<(.*?)>\r\n")
    assert bash.match.group(1) == completed
    bash.close(force=True)
