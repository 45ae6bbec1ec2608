from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime

from netkeeper.store.journal import APP
from netkeeper.store.network import Network
from tests.cli.conftest import Run
from tests.store.helpers import add_people


def test_undo_takes_back_one_after_the_other(nk: Run, anna: None, folder: str) -> None:
    assert nk("undo").out == "Took back: Added Pekka Salo. (netkeeper undo 3 brings it again)\n"
    assert nk("undo").out.startswith("Took back: Added Anna Virtanen.")
    assert nk("undo").status == 1
    assert Network(folder).is_empty


def test_undo_by_number_and_back_again(nk: Run, anna: None, folder: str) -> None:
    assert nk("undo", "1").status == 0
    assert [name for _, name in Network(folder).names()] == ["Pekka Salo"]
    assert nk("undo", "3").status == 0
    assert len(Network(folder).names()) == 2


def test_undo_is_refused_where_something_came_after(nk: Run, anna: None) -> None:
    nk("edit", "anna", "org:Fazer")
    ran = nk("undo", "1")

    assert ran.status == 1
    assert "Edited Anna Virtanen" in ran.err
    assert "netkeeper undo 3" in ran.err


def test_history_marks_what_was_taken_back(nk: Run, anna: None) -> None:
    nk("undo")
    lines = nk("history").out.splitlines()

    assert [line.split()[0] for line in lines] == ["3", "2", "1"]
    assert lines[0].endswith("Took back: Added Pekka Salo")
    assert lines[1].endswith("taken back")
    assert re.match(r"1  (today|tomorrow) \d\d:\d\d  ", lines[2])
    assert lines[2].endswith("Added Anna Virtanen")


def test_history_of_an_undo_that_was_itself_taken_back(nk: Run, anna: None) -> None:
    nk("undo")
    nk("undo", "3")
    changes = json.loads(nk("history", "--json").out)

    assert [(change["seq"], change["undoes"], change["taken_back"]) for change in changes] == [
        (4, 3, False),
        (3, 2, True),
        (2, None, False),
        (1, None, False),
    ]


def test_history_says_what_it_was_done_with(nk: Run, anna: None, folder: str) -> None:
    nk("backup")
    add_people(Network(folder, by=APP), "Bo")
    add_people(Network(folder), "Cai")
    Network(folder, by=APP).undo_from(3)
    changes = json.loads(nk("history", "--json").out)
    assert [(change["by"], change["undoes_from"], change["taken_back"]) for change in changes] == [
        ("app", 3, False),
        (None, None, True),
        ("app", None, True),
        ("shell", None, False),
        ("shell", None, False),
    ]
    assert "shell  Added Anna Virtanen" in nk("history").out.splitlines()[-1]
    nk("edit", "anna", "org:Fazer")
    nk("restore")
    assert json.loads(nk("history", "--json").out)[0]["by"] == "shell"


def test_history_and_backups_are_told_by_the_clock_of_this_place(nk: Run, folder: str) -> None:
    add_people(Network(folder, clock=lambda: datetime(2026, 11, 22, 22, 30, tzinfo=UTC)), "Late Larsson")
    add_people(Network(folder, clock=lambda: datetime(2026, 7, 1, 9, 5, tzinfo=UTC)), "Summer Sommar")

    history = nk("history").out.splitlines()

    assert "today 00:30" in history[1], "in Helsinki, Sunday's half past ten in the evening is Monday"
    assert "Wed 1 Jul 12:05" in history[0]
    assert "Wed 1 Jul 12:05" in nk("backup", "--list").out
    assert json.loads(nk("history", "--json").out)[1]["at"] == "2026-11-22T22:30:00Z"


def test_history_shows_as_many_as_asked(nk: Run, anna: None) -> None:
    assert len(nk("history", "-n", "1").out.splitlines()) == 1
    assert len(nk("history", "--number=2").out.splitlines()) == 2


def test_doctor_of_a_sound_network_is_content(nk: Run, anna: None) -> None:
    ran = nk("doctor")

    assert ran.status == 0
    assert "journal.jsonl" in ran.out
    assert {finding["level"] for finding in json.loads(nk("doctor", "--json").out)} <= {"good", "note"}


def test_doctor_of_a_damaged_network_says_what_to_do(nk: Run, anna: None, folder: str) -> None:
    with open(os.path.join(folder, "network.json"), "ab") as file:
        file.write(b"nonsense")
    ran = nk("doctor")

    assert ran.status == 1
    assert "network.json" in ran.out
    assert ran.err.count("\n") == 1


def test_a_backup_is_listed_and_brought_back(nk: Run, anna: None, folder: str) -> None:
    made = nk("backup").out
    name = made.split("netkeeper restore ")[1].split()[0]
    assert os.path.isdir(os.path.join(folder, "backups", name))
    assert any(
        line.startswith(f"{name}  to") and line.endswith("  asked for")
        for line in nk("backup", "--list").out.splitlines()
    )
    assert name in [backup["name"] for backup in json.loads(nk("backup", "--list", "--json").out)]

    nk("edit", "anna", "org:Fazer")
    assert nk("restore", name[:-2]).status == 0
    assert json.loads(nk("show", "anna", "--json").out)["organization"] == "Valio Oy"
    assert nk("undo").status == 0
    assert json.loads(nk("show", "anna", "--json").out)["organization"] == "Fazer"


def test_a_damaged_network_is_brought_back(nk: Run, anna: None, folder: str) -> None:
    with open(os.path.join(folder, "network.json"), "wb"):
        pass
    damaged = nk("list")
    assert damaged.status == 1
    assert "netkeeper restore" in damaged.err

    assert nk("restore").out.startswith("Brought back ")
    assert [contact["name"] for contact in json.loads(nk("list", "--json").out)] == ["Anna Virtanen"]
