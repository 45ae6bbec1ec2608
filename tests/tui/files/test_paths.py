"""Paths as they are shown and typed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from netkeeper.tui.draw.paths import shortened, shortened_in
from netkeeper.tui.files.saving import is_folder, suggest_folders, suggested_path, typed_path, with_extension

TODAY = date(2026, 11, 23)


def test_ones_own_folder_is_a_tilde_and_nothing_else_is(surroundings: Path) -> None:
    home = str(surroundings)
    assert shortened(home) == "~"
    assert shortened(os.path.join(home, "x")) == os.path.join("~", "x")
    assert shortened(f"{home}-other") == f"{home}-other"
    assert shortened_in(f"Can't read {os.path.join(home, 'x')}: no.") == f"Can't read {os.path.join('~', 'x')}: no."
    assert shortened_in(f"{home}-other") == f"{home}-other"


def test_a_root_that_is_ones_own_folder_is_no_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda _: os.sep)
    assert shortened_in(os.path.join(os.sep, "a", "b")) == os.path.join(os.sep, "a", "b")


def test_the_name_suggested_is_not_there_and_can_be_typed(surroundings: Path) -> None:
    folder = surroundings / "Downloads"
    folder.mkdir()
    first = suggested_path(str(folder), TODAY, ".vcf")
    assert first == os.path.join("~", "Downloads", "contacts-2026-11-23.vcf")
    Path(first).expanduser().write_text("")
    assert suggested_path(str(folder), TODAY, ".vcf").endswith("contacts-2026-11-23-2.vcf")
    hostile = os.path.join(str(surroundings), "evil\u202e")
    assert suggested_path(hostile, TODAY, ".vcf") == os.path.join("~", "contacts-2026-11-23.vcf")


def test_what_a_path_for_a_new_file_means(surroundings: Path) -> None:
    (surroundings / "two words").mkdir()
    meant = str(surroundings / "two words" / "a b.vcf")
    for typed in (
        os.path.join("~", "two words", "a b.vcf"),
        f"  {meant} ",
        f'"{meant}"',
        os.path.join("two words", "a b.vcf"),
    ):
        assert typed_path(typed, str(surroundings)) == meant
    assert typed_path("", str(surroundings)) == ""
    assert typed_path(" ", str(surroundings)) == ""


def test_the_ending_follows_only_where_it_was_the_formats_own() -> None:
    assert with_extension("~/a.vcf", (".vcf", ".vcard"), ".json") == "~/a.json"
    assert with_extension("~/a.VCARD", (".vcf", ".vcard"), ".json") == "~/a.json"
    assert with_extension("~/a.txt", (".vcf",), ".json") == "~/a.txt"
    assert with_extension("~/a", (".vcf",), ".json") == "~/a"


def test_folders_are_suggested_and_no_files_nor_hidden_ones(surroundings: Path) -> None:
    for name in ("Backups", "Books", ".hidden", "evil\u202e"):
        (surroundings / name).mkdir()
    (surroundings / "Bfile").write_text("")
    suggested = [each.text for each in suggest_folders(os.path.join("~", "b"), 3, str(surroundings))]
    assert suggested == [f"Backups{os.sep}", f"Books{os.sep}"]
    assert [each.text for each in suggest_folders(os.path.join("~", ".h"), 4, "")] == [f".hidden{os.sep}"]
    assert suggest_folders(os.path.join("~", "nowhere", "x"), 0, "") == []
    assert suggest_folders(os.path.join("~", "evil"), 0, "") == []


def test_a_folder_is_told_from_a_file(surroundings: Path) -> None:
    assert is_folder(f"anything{os.sep}", "anything")
    assert is_folder("~", str(surroundings))
    assert not is_folder("x", str(surroundings / "x"))
