"""Whoever comes in under the name of somebody who is here: asked, added, updated, and counted."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from netkeeper.cli.errors import INTERRUPTED
from netkeeper.store.network import Network
from tests.cli.conftest import Run


def table(folder: Path, *rows: str, header: str = "Name,Email,Organization,Title") -> str:
    path = folder / "list.csv"
    path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    return str(path)


@pytest.fixture
def network(nk: Run, folder: str) -> Network:
    assert nk("add", "Matti Virtanen", "org:Fazer", "email:matti@fazer.example").status == 0
    return Network(folder)


def people(folder: str) -> list[tuple[str, str]]:
    return sorted((each.name, each.organization) for each in Network(folder).contacts())


@pytest.mark.usefixtures("network")
def test_a_namesake_at_another_company_is_somebody_else(nk: Run, tmp_path: Path, folder: str) -> None:
    ran = nk("import", table(tmp_path, "Matti Virtanen,m@valio.example,Valio,"))
    assert "somebody called Matti Virtanen is here already, with another organization" in ran.out
    assert people(folder) == [("Matti Virtanen", "Fazer"), ("Matti Virtanen", "Valio")]


@pytest.mark.usefixtures("network")
def test_a_namesake_at_the_same_company_is_surely_the_same(nk: Run, tmp_path: Path, folder: str) -> None:
    path = table(tmp_path, "Matti Virtanen,m@other.example,Fazer,")
    assert "updated" in nk("import", path, "--dry-run").out
    assert "0 new, 1 updated" in nk("import", path).out
    assert people(folder) == [("Matti Virtanen", "Fazer")]


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(("way", "count"), [("add", 2), ("update", 1)])
def test_a_script_says_what_the_name_alone_means(nk: Run, tmp_path: Path, folder: str, way: str, count: int) -> None:
    path = table(tmp_path, "Matti Virtanen,m@other.example,,", "Bo Ek,,,")
    ran = nk("import", path, "--same-name", way)
    assert len([name for name, _ in people(folder) if name == "Matti Virtanen"]) == count
    assert ("1 pair may be one person: netkeeper duplicates lists it" in ran.out) == (way == "add")


@pytest.mark.usefixtures("network")
def test_what_is_only_likely_is_added_and_counted_in_the_last_line(nk: Run, tmp_path: Path) -> None:
    ran = nk("import", table(tmp_path, "Matti Virtanen,m@other.example,,"))
    assert "1 new" in ran.out
    assert ran.out.splitlines()[-1].startswith("1 pair may be one person")


def test_a_way_that_is_none_is_refused(nk: Run, tmp_path: Path, folder: str) -> None:
    path = table(tmp_path, "Bo Ek,,,")
    assert "say ask, add or update" in nk("import", path, "--same-name", "maybe").err
    assert "needs a terminal" in nk("import", path, "--same-name", "ask").err
    assert Network(folder).is_empty


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("typed", "count"),
    [("y\n", 1), ("n\n", 2), ("all\n", 1), ("what\nnone\n", 2), ("\n", 2), ("kyllä\n", 1), ("a\n", 1)],
)
def test_a_terminal_is_asked(
    nk: Run, tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch, typed: str, count: int
) -> None:
    monkeypatch.setattr("netkeeper.cli.commands.import_.can_be_asked", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ran = nk("import", table(tmp_path, "Matti Virtanen,m@other.example,,"))
    assert "The same person? y, n, all or none [n] (1 of 1): " in ran.err
    assert ("y is yes and n is no" in ran.err) == typed.startswith("what")
    assert "Matti Virtanen (Fazer, matti@fazer.example) is here" in ran.err
    assert len(people(folder)) == count


@pytest.mark.usefixtures("network")
def test_enter_takes_on_whoever_is_surely_the_same(
    nk: Run, tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netkeeper.cli.commands.import_.can_be_asked", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    ran = nk("import", table(tmp_path, "Matti Virtanen,m@other.example,Fazer,"))
    assert "The same person? y, n, all or none [y] (1 of 1): " in ran.err
    assert people(folder) == [("Matti Virtanen", "Fazer")]


@pytest.mark.parametrize("organization", ["Fazer", "Valio"])
@pytest.mark.parametrize("row", ["Matti Virtanen,m@other.example,,", "Matti Virtanen,matti@fazer.example,Oatly,"])
def test_where_no_more_lines_come_nothing_is_imported(
    nk: Run, tmp_path: Path, folder: str, network: Network, monkeypatch: pytest.MonkeyPatch, organization: str, row: str
) -> None:
    monkeypatch.setattr("netkeeper.cli.commands.import_.can_be_asked", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    before = network.contacts()
    ran = nk("import", table(tmp_path, row, f"Bo Ek,,{organization},"))
    assert (ran.status, ran.out) == (INTERRUPTED, "")
    assert "Stopped; nothing was changed." in ran.err
    assert Network(folder).contacts() == before


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("option", ["--json", "--dry-run"])
def test_asking_where_nothing_is_asked_is_refused_for_what_it_is(
    nk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setattr("netkeeper.cli.commands.import_.can_be_asked", lambda: True)
    ran = nk("import", table(tmp_path, "Bo Ek,,,"), "--same-name", "ask", option)
    assert f"{option} asks nothing" in ran.err
    assert "terminal" not in ran.err


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Name,Email,Organization", "Matti Virtanen,m@valio.example,Valio"),
        ("Name,LinkedIn", "Mikko Laine,https://www.linkedin.com/in/matti-v"),
        ("Name,Birthday", "Matti Virtanen,1991-03-02"),
    ],
)
def test_what_contradicts_is_not_taken_for_the_same_by_the_name(
    nk: Run, tmp_path: Path, folder: str, network: Network, header: str, row: str
) -> None:
    assert nk("edit", "Matti", "birthday:1980-01-01", "url:https://www.linkedin.com/in/matti-v").status == 0
    before = network.contacts()
    assert "1 new" in nk("import", table(tmp_path, row, header=header), "--same-name", "update").out
    assert len(Network(folder).contacts()) == len(before) + 1


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("typed", "organization", "is_told_again"),
    [("y\n", "Valio", False), ("n\n", "Fazer", False), ("all\n", "Valio", False), ("what\nnone\n", "Fazer", False), ("\n", "Fazer", False)],
)  # fmt: skip
def test_a_terminal_is_asked_once_which_of_two_employers_is_right(
    nk: Run,
    tmp_path: Path,
    folder: str,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    organization: str,
    is_told_again: bool,
) -> None:
    path = table(tmp_path, "Matti Virtanen,matti@fazer.example,Valio,")
    monkeypatch.setattr("netkeeper.cli.commands.import_.can_be_asked", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    ran = nk("import", path)
    assert "is here: the file has organization Valio, here it is Fazer." in ran.err
    assert "Take what the file says? y, n, all or none" in ran.err
    assert people(folder) == [("Matti Virtanen", organization)]
    assert ("Of 1 person the file says otherwise" in ran.out) == is_told_again
    again = nk("import", path)
    assert ("Take what the file says?" in again.err) == is_told_again


@pytest.mark.usefixtures("network")
def test_a_script_is_told_of_another_employer_and_can_take_it(nk: Run, tmp_path: Path, folder: str) -> None:
    path = table(tmp_path, "Matti Virtanen,matti@fazer.example,Valio,", "Bo Ek,,,")
    ran = nk("import", path)
    assert "Of 1 person the file says otherwise, and here all stays as it is" in ran.out
    shown = json.loads(nk("import", path, "--json").out)
    assert shown["contradicting"] == 1
    assert shown["contacts"][0]["otherwise"] == [{"property": "organization", "here": "Fazer", "file": "Valio"}]
    assert shown["contacts"][0]["action"] == "skip"
    taken = json.loads(nk("import", path, "--choose", "1=take", "--json").out)
    assert (taken["contacts"][0]["action"], taken["contradicting"]) == ("update", 0)
    assert people(folder) == [("Bo Ek", ""), ("Matti Virtanen", "Valio")]


@pytest.mark.usefixtures("network")
def test_the_plan_names_the_row_and_the_known_one(nk: Run, tmp_path: Path) -> None:
    ran = nk("import", table(tmp_path, "M. Virtanen,matti@fazer.example,,CEO"), "--dry-run")
    assert "M. Virtanen (here: Matti Virtanen)" in ran.out
