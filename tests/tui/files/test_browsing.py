"""Looking for a file by typing: where one is, what fits, and how it goes on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import plain
from netkeeper.tui.files.browsing import Browsing
from tests.tui.hostile import HOSTILE
from tests.tui.import_files import card, write


@pytest.fixture
def home(surroundings: Path) -> Path:
    write(surroundings, "contacts.vcf", card("A"))
    write(surroundings, "old contacts.vcf", card("A"), days_old=3)
    write(surroundings, ".hidden.vcf", card("A"))
    write(surroundings / "Deep" / "Deeper", "x.vcf", card("A"))
    write(surroundings, "Depot.txt")
    return surroundings


@pytest.fixture
def browsing(home: Path) -> Browsing:
    found = Browsing(str(home))
    found.look()
    return found


def names(browsing: Browsing) -> list[str]:
    return [entry.name for entry in browsing.entries() if entry.name not in ("..", "network", "config")]


def at(*parts: str) -> str:
    return os.path.join(*parts)


def test_one_is_where_one_begins_with_the_newest_file_at_hand(browsing: Browsing, home: Path) -> None:
    assert browsing.shown == at("~", "")
    assert browsing.entries()[0].name == ".."
    assert names(browsing) == ["contacts.vcf", "old contacts.vcf", "Deep", "Depot.txt"]
    assert browsing.likeliest() == str(home / "contacts.vcf")


@pytest.mark.parametrize(
    ("typed", "shown", "fitting"),
    [
        (at("~", "OLD"), "~", ["old contacts.vcf"]),
        ("cont", "~", ["contacts.vcf", "old contacts.vcf"]),
        ("contacts.vcf", "~", ["contacts.vcf", "old contacts.vcf"]),
        (at("~", ".h"), "~", [".hidden.vcf"]),
        (at("~", "Deep", "Deeper", ""), at("~", "Deep", "Deeper"), ["x.vcf"]),
        (at("Deep", ""), at("~", "Deep"), ["Deeper"]),
        (at("Deep", "..", "Deep", "Dee"), at("~", "Deep"), ["Deeper"]),
        (at(".", "Deep", ""), at("~", "Deep"), ["Deeper"]),
    ],
)
def test_what_is_typed_narrows_down_what_there_is(
    browsing: Browsing, typed: str, shown: str, fitting: list[str]
) -> None:
    for end in range(1, len(typed) + 1):
        browsing.take(typed[:end])
    assert (browsing.shown, names(browsing)) == (at(shown, ""), fitting)


def test_the_exact_name_is_meant_before_what_only_holds_it(browsing: Browsing, home: Path) -> None:
    write(home, "my old contacts.vcf", card("A"), days_old=-1)
    browsing.look()
    browsing.take("old contacts.vcf")
    assert names(browsing)[0] == "my old contacts.vcf"
    assert browsing.likeliest() == str(home / "old contacts.vcf")


def test_a_name_is_completed_as_far_as_it_is_clear(browsing: Browsing) -> None:
    for typed, completed in (("de", "Dep"), ("cont", "contacts.vcf"), ("x", "x"), ("", "")):
        browsing.take(typed)
        if typed == "de":
            assert browsing.completed() == "de"  # Deep and Depot go on alike by one letter only: nothing more is clear.
            browsing.take("dep")
            assert browsing.completed() == "Depot.txt"
        else:
            assert browsing.completed() == completed


def test_a_folder_that_is_not_there_is_said_and_one_that_is_not_ours_not_entered(
    browsing: Browsing, home: Path
) -> None:
    browsing.take(at("~", "nowhere", "x"))
    assert "it isn't there" in browsing.problem
    assert browsing.entries() == []
    browsing.take(at("~", ""))
    assert browsing.problem == ""
    with pytest.raises(UnreadableFileError):
        browsing.enter(str(home / "contacts.vcf"))
    assert browsing.folder == str(home)


def test_a_pasted_path_leads_to_its_file(browsing: Browsing, home: Path) -> None:
    assert browsing.find(f"'{home / 'Deep' / 'Deeper' / 'x.vcf'}'")
    assert (browsing.folder, browsing.name) == (str(home / "Deep" / "Deeper"), "x.vcf")
    assert not browsing.find("anything else")
    assert not browsing.find("")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names can't be there")
@pytest.mark.parametrize("name", [*(each for each in HOSTILE if "/" not in each), os.fsdecode(b"\xe4\xff")])
def test_a_folder_with_a_hostile_name_is_entered_and_its_files_found(browsing: Browsing, home: Path, name: str) -> None:
    path = write(home / name, f"{name}.vcf", card("A"))
    browsing.look()
    browsing.take(plain(name))
    assert browsing.likeliest() == str(home / name)
    browsing.enter(browsing.likeliest())
    line = browsing.shown + plain(f"{name}.vcf")
    assert plain(line) == line
    browsing.take(line)
    assert browsing.likeliest() == str(path)
    assert browsing.find(str(path))
    assert browsing.likeliest() == str(path)
