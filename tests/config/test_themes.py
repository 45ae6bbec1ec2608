"""Theme files are read strictly, and what is wrong is said with its line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from netkeeper.config import themes
from netkeeper.config.themes import own_themes_folder, read_theme, themes_in
from netkeeper.domain.errors import ConfigError
from netkeeper.tui.theme.theme_files import theme_of

SHORTEST = '# mine\nbackground = "#101010"\nforeground = "#eeeeee"\nprimary = "#66ccff"\n'


def theme_file(folder: Path, text: str, name: str = "mine.toml") -> str:
    (folder / name).write_bytes(text.encode())
    return str(folder / name)


def test_three_colours_make_a_theme(tmp_path: Path) -> None:
    file = read_theme(theme_file(tmp_path, SHORTEST))
    assert (file.name, file.title, file.dark, file.ansi) == ("mine", "mine", True, False)
    theme = theme_of(file)
    assert theme.accent == "#66CCFF"
    assert theme.to_color_system().generate()["background"] == "#101010"


def test_every_word_of_a_theme_counts(tmp_path: Path) -> None:
    text = (
        f'title = "Mine"\nabout = "Just so"\ndark = false\n{SHORTEST}accent = "red"\ncursor = "navy"\n'
        '[variables]\n"scrollbar" = "#123456"\nblock-cursor-text-style = "bold reverse"\nborder-blurred = "red 40%"\n'
    )
    file = read_theme(theme_file(tmp_path, text))
    assert (file.title, file.about, file.dark) == ("Mine", "Just so", False)
    theme = theme_of(file)
    assert theme.variables["scrollbar"] == "#123456"
    assert theme.variables["block-cursor-background"] == "#000080"
    assert theme.variables["text-accent"] == "#FF0000"


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        (SHORTEST + "accent = #ff0000", 5, "can't be read"),
        (SHORTEST + 'accent = "redd"', 5, "'redd' is no colour"),
        (SHORTEST + 'accent = "#ff00001"', 5, "is no colour"),
        (SHORTEST + 'accent = "#ff000088"', 5, "not a colour of its own"),
        (SHORTEST + 'accent = "auto"', 5, "colour"),
        (SHORTEST + 'accent = "ansi_red"', 5, "not a colour of its own"),
        (SHORTEST + "accent = 3", 5, "quotation marks"),
        (SHORTEST + 'accnt = "#ff0000"', 5, "no theme has 'accnt'"),
        (SHORTEST + 'dark = "yes"', 5, "true or false"),
        (SHORTEST + "\nvariables = 3", 6, "variables are a table"),
        (SHORTEST + "[variables]\n\nscrollbar = 3", 7, "quotation marks"),
        (SHORTEST + '[variables]\nscrolbar = "red"', 6, "no variable 'scrolbar'"),
        (SHORTEST + '[variables]\n"scrollbar" = "rd"', 6, "no value for scrollbar"),
        (SHORTEST + '[variables]\nlink-style = "bald"', 6, "no value for link-style"),
        (SHORTEST + '[variables]\nborder = "red; } Screen { display: none"', 6, "no value for border"),
        ("ansi = true\n" + SHORTEST, 3, "one of the terminal's"),
        ('background = "#101010"\nforeground = "#eeeeee"\n', None, "there is no primary"),
        ("", None, "there is no background"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int | None, wrong: str) -> None:
    path = theme_file(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        theme_of(read_theme(path))
    assert wrong in str(caught.value)
    assert "mine.toml" + (f", line {line}" if line else ":") in str(caught.value)


def test_a_theme_is_called_by_its_file(tmp_path: Path) -> None:
    for name in ("My theme.toml", "Mine.toml", "9.toml", "ä.toml"):
        with pytest.raises(ConfigError, match="small letters"):
            read_theme(theme_file(tmp_path, SHORTEST, name))


def test_only_theme_files_are_found(tmp_path: Path) -> None:
    theme_file(tmp_path, SHORTEST, "b.toml")
    theme_file(tmp_path, SHORTEST, "a.toml")
    theme_file(tmp_path, SHORTEST, ".a.toml")
    theme_file(tmp_path, SHORTEST, "a.toml~")
    (tmp_path / "folder.toml").mkdir()
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe.toml")
        (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere.toml")
    assert [place.name for place in themes_in(str(tmp_path))] == ["a", "b"]
    assert themes_in(str(tmp_path / "nowhere")) == []


def test_a_huge_file_is_no_theme(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="longer than 64 kB"):
        read_theme(theme_file(tmp_path, SHORTEST + "#" * 70_000))


def test_our_themes_are_found_in_an_installed_package_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert themes_in(own_themes_folder())
    package = tmp_path / "site-packages" / "netkeeper"
    (package / "config").mkdir(parents=True)
    (package / "themes").mkdir()
    monkeypatch.setattr(themes, "__file__", str(package / "config" / "themes.py"))
    assert own_themes_folder() == str(package / "themes")
