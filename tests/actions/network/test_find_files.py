"""Looking for files, and what typed and pasted paths mean."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.actions.network.find_files import look_into, possible_paths, split
from netkeeper.domain.errors import UnreadableFileError

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="paths of another kind")


def test_files_to_read_come_first_and_the_newest_of_each_before(tmp_path: Path) -> None:
    for age, name in enumerate(["old.vcf", "notes.txt", "new.JSON", "photo.png"]):
        (tmp_path / name).write_text("x" * age)
        os.utime(tmp_path / name, (age * 1000,) * 2)
    for age, name in enumerate(["first", "second.vcf"]):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (age * 1000,) * 2)
    entries = look_into(str(tmp_path))
    assert [entry.name for entry in entries] == ["new.JSON", "old.vcf", "second.vcf", "first", "photo.png", "notes.txt"]
    assert [entry.is_folder for entry in entries] == [False, False, True, True, False, False]
    assert [bool(entry.format) for entry in entries] == [True, True, False, False, False, False]
    assert entries[0].size == 2
    assert entries[0].changed_at is not None


@POSIX
def test_what_leads_nowhere_or_is_no_file_is_there_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "broken.vcf").symlink_to("nowhere")
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe.vcf")
    os.utime(tmp_path / "pipe.vcf", (-(10**11), -(10**11)))
    assert {(entry.name, entry.format, entry.size) for entry in look_into(str(tmp_path))} == {
        ("broken.vcf", "", None),
        ("circle", "", None),
        ("pipe.vcf", "", None),
    }


def test_what_cannot_be_looked_into_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    for path in (str(tmp_path / "gone"), str(tmp_path / "file"), "a\0b"):
        with pytest.raises(UnreadableFileError, match="Can't look into"):
            look_into(path)

    def locked(_: str) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", locked)
    with pytest.raises(UnreadableFileError, match="this user may not do that there"):
        look_into(str(tmp_path))


@POSIX
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("/a/b c.vcf", "/a/b c.vcf"),
        ("'/a/b c.vcf'", "/a/b c.vcf"),
        ('"/a/b c.vcf" ', "/a/b c.vcf"),
        (r"/a/b\ c.vcf", "/a/b c.vcf"),
        (r"/a/it\'s\ me.vcf", "/a/it's me.vcf"),
        ("'/a/b c.vcf' '/a/d.vcf'", "/a/b c.vcf"),
        ("file:///a/b%20c.vcf", "/a/b c.vcf"),
        ("file://localhost/a/b%20c.vcf\r\n", "/a/b c.vcf"),
        ("FILE:///a/%C3%A4.vcf", "/a/ä.vcf"),
        ("/a/b.vcf\n/a/c.vcf", "/a/b.vcf"),
    ],
)
def test_a_dragged_path_is_understood(text: str, meant: str) -> None:
    assert meant in possible_paths(text)


@POSIX
def test_a_name_with_blanks_is_one_name() -> None:
    assert possible_paths("/a/no such/x.vcf") == ["/a/no such/x.vcf"]


def test_what_it_literally_says_comes_first_and_home_is_home() -> None:
    assert possible_paths("'x'")[0] == "'x'"
    assert possible_paths(os.path.join("~", "x"))[0] == os.path.join(os.path.expanduser("~"), "x")
    assert possible_paths("") == []


@given(st.text(max_size=30))
def test_no_text_is_too_strange_to_be_a_path(text: str) -> None:
    for meaning in (text, f"'{text}", f"file:{text}", f"{text}\\"):
        assert text in possible_paths(text) or text == "" or text.startswith("~")
        assert all(possible_paths(meaning))


@POSIX
@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\0\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"),
        min_size=1,
        max_size=20,
    )
)
def test_a_quoted_path_means_what_was_quoted(name: str) -> None:
    import shlex
    from urllib.parse import quote

    path = f"/folder/{name}"
    assert path in possible_paths(shlex.quote(path))
    assert path in possible_paths(f"file://{quote(path)}")


@pytest.mark.parametrize("path", ["", "x", f"a{os.sep}", f"a{os.sep}b", os.sep])
def test_a_path_is_split_at_its_last_separator(path: str) -> None:
    folder, name = split(path)
    assert folder + name == path
    assert os.sep not in name
