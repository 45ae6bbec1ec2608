"""The config file: read with patience, changed with care."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.config.settings import Settings, load_settings, save_setting, setting_location
from netkeeper.config.toml_lines import lines_of
from netkeeper.domain.errors import ConfigError

BY_HAND = """\
# Mine; hands off!
theme = "kaamos"  # dark enough

[keys]  # moved
# x is easier to reach
person.done = "x"  # not d
"list.down" = "n, down"
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The config folder, which is there already."""
    folder = tmp_path / "config"
    folder.mkdir()
    return folder


def written(config: Path, text: str) -> str:
    (config / "config.toml").write_bytes(text.encode())
    return str(config)


def text_in(config: Path) -> str:
    return (config / "config.toml").read_bytes().decode()


def test_there_need_be_no_file_and_no_folder(tmp_path: Path) -> None:
    assert load_settings(str(tmp_path / "nowhere")) == (Settings(), [])


def test_a_file_by_hand_is_understood_however_its_keys_are_written(config: Path) -> None:
    settings, problems = load_settings(written(config, BY_HAND))
    assert settings == Settings("kaamos", {"person.done": "x", "list.down": "n, down"})
    assert problems == []
    assert load_settings(written(config, 'keys = {person.done = "x"}'))[0].keys == {"person.done": "x"}
    assert load_settings(written(config, '[keys.person]\ndone = "x"'))[0].keys == {"person.done": "x"}
    assert load_settings(written(config, '\ufefftheme = "talvi"\r\n'))[0].theme == "talvi"


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ('theme = "kaamos"\n[keys\n', 2, "can't be read"),
        ('\n\ntheme = kaamos"\n', 3, "can't be read"),
        ('theme = """\nkaamos', 2, "can't be read"),
        ('theme = "a"\ntheme = "b"\n', 2, "can't be read"),
        ('a = """\ntheme = 1\n"""\n# theme\ntheme = 2\n', 5, "theme takes a name"),
        ("\nkeys = 3\n", 2, "keys are a table"),
        ('[keys]\nperson.done = "x"\nroom.undo = 3\n', 3, "room.undo takes keys"),
        ('[keys]\nperson.done = ["x"]\n', 2, "person.done takes keys"),
        ('[keys]\nperson.done = "x"\n\n"person.done" = "y"\n', 4, "has keys already"),
        ('[other]\ntheme = "x"\n', 1, "there is no setting 'other'"),
        ('colour = "red"\n', 1, "there is no setting 'colour'"),
        ("a = " + "[" * 5000 + "]" * 5000, None, "too deeply"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(config: Path, text: str, line: int | None, wrong: str) -> None:
    _, problems = load_settings(written(config, text))
    said = [each for each in problems if wrong in each]
    assert said, problems
    assert f"config.toml, line {line}" in said[0] or line is None


def test_a_slip_costs_only_what_it_is_in(config: Path) -> None:
    settings, problems = load_settings(
        written(config, 'theme = 3\ncolour = 1\n[keys]\nperson.done = "x"\nroom.undo = 3\n')
    )
    assert settings == Settings("", {"person.done": "x"})
    assert len(problems) == 3


def test_what_is_no_text_is_said_with_its_line(config: Path) -> None:
    (config / "config.toml").write_bytes(b'theme = "a"\n# \xff\n')
    settings, problems = load_settings(str(config))
    assert settings == Settings()
    assert "line 2: not UTF-8" in problems[0]


def test_a_file_that_cannot_be_opened_is_said(config: Path) -> None:
    (config / "config.toml").mkdir()
    settings, problems = load_settings(str(config))
    assert settings == Settings()
    assert "Can't read" in problems[0]


def test_changing_a_value_keeps_everything_else(config: Path) -> None:
    folder = written(config, BY_HAND)
    save_setting(folder, ("theme",), "talvi")
    save_setting(folder, ("keys", "person.done"), "y")
    save_setting(folder, ("keys", "list.down"), "j, down")
    assert text_in(config) == BY_HAND.replace("kaamos", "talvi").replace('"x"', '"y"').replace('"n,', '"j,')


def test_taking_a_value_out_leaves_the_rest(config: Path) -> None:
    folder = written(config, BY_HAND)
    save_setting(folder, ("keys", "list.down"), None)
    assert text_in(config) == BY_HAND.replace('"list.down" = "n, down"\n', "")
    save_setting(folder, ("keys", "nothing.such"), None)
    save_setting(folder, ("theme",), None)
    assert load_settings(folder)[0] == Settings("", {"person.done": "x"})
    assert "# Mine; hands off!" in text_in(config)


def test_a_first_setting_makes_a_private_file_in_a_private_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "config"
    save_setting(str(folder), ("keys", "person.done"), "x")
    save_setting(str(folder), ("theme",), "talvi")
    assert load_settings(str(folder)) == (Settings("talvi", {"person.done": "x"}), [])
    if sys.platform != "win32":
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
        assert stat.S_IMODE(os.stat(folder / "config.toml").st_mode) == 0o600


@pytest.mark.parametrize("text", ["theme = \n", '[keys\n"a" = 1', 'theme = "\xe4'])
def test_a_file_that_cannot_be_read_is_never_overwritten(config: Path, text: str) -> None:
    folder = written(config, text)
    with pytest.raises(ConfigError, match=r"config\.toml, line 1"):
        save_setting(folder, ("theme",), "talvi")
    assert text_in(config) == text
    assert os.listdir(config) == ["config.toml"]


def test_what_cannot_be_changed_without_harm_is_left(config: Path) -> None:
    twice = '[keys]\nperson.done = "x"\n"person.done" = "y"\n'
    folder = written(config, twice)
    with pytest.raises(ConfigError, match="by hand"):
        save_setting(folder, ("keys", "person.done"), "z")
    assert text_in(config) == twice
    folder = written(config, 'keys = "none"\n')
    with pytest.raises(ConfigError, match="by hand"):
        save_setting(folder, ("keys", "person.done"), "z")
    assert text_in(config) == 'keys = "none"\n'


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_the_file_stays_a_link(config: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles.toml"
    kept.write_text(BY_HAND, encoding="utf-8")
    (config / "config.toml").symlink_to(kept)
    save_setting(str(config), ("theme",), "talvi")
    assert (config / "config.toml").is_symlink()
    assert 'theme = "talvi"  # dark enough' in kept.read_text(encoding="utf-8")


def test_where_a_setting_stands_can_be_told(config: Path) -> None:
    folder = written(config, BY_HAND)
    assert setting_location(folder, ("keys", "person.done")).endswith("config.toml, line 6")
    assert setting_location(folder, ("keys", "list.down")).endswith("config.toml, line 7")
    assert setting_location(folder, ("keys", "room.undo")).endswith("config.toml")


IDS = st.from_regex(r"[a-z]{1,6}\.[a-z-]{1,6}", fullmatch=True)
VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.dictionaries(IDS, VALUES, max_size=5), IDS, VALUES)
def test_what_is_saved_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, keys: dict[str, str], one: str, value: str
) -> None:
    folder = str(tmp_path_factory.mktemp("config"))
    for binding_id, each in keys.items():
        save_setting(folder, ("keys", binding_id), each)
    save_setting(folder, ("theme",), value)
    save_setting(folder, ("keys", one), value)
    assert load_settings(folder) == (Settings(value, {**keys, one: value}), [])
    save_setting(folder, ("keys", one), None)
    assert load_settings(folder)[0].keys == {each: keys[each] for each in keys if each != one}


@given(st.dictionaries(IDS, st.lists(VALUES, max_size=3), max_size=6))
def test_every_line_that_is_told_is_right(said: dict[str, list[str]]) -> None:
    import tomlkit

    text = "# first\n\n" + tomlkit.dumps({"keys": said})
    lines = text.splitlines()
    for path, line in lines_of(text).items():
        assert tomllib.loads("\n".join(lines[line - 1 : line])) or path
        assert path[-1] in lines[line - 1]


def test_the_calendar_file_and_what_reminds_are_read(config: Path) -> None:
    text = '[calendar]\nfile = "~/netkeeper.ics"\nas = "events"\n[remind]\nsays = "names"\n'
    settings, problems = load_settings(written(config, text))
    assert problems == []
    assert (settings.calendar_file, settings.calendar_as, settings.remind_says) == (
        "~/netkeeper.ics",
        "events",
        "names",
    )
    assert settings.calendar_path == os.path.expanduser("~/netkeeper.ics")
    assert load_settings(written(config, 'calendar.file = "~/a.ics"'))[0].calendar_file == "~/a.ics"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("calendar = 3", "line 1: calendar is a table: a line [calendar], then lines like file"),
        ("[calendar]\nfile = 3", "line 2: file takes a path in quotation marks"),
        ('[calendar]\nfile = "here.ics"', "line 2: the calendar file needs its whole path"),
        ('[calendar]\nfile = "~/thesis.odt"', "line 2: the calendar file's name ends in .ics"),
        ('[calendar]\nas = "tasks"', 'line 2: as is "todos" or "events".'),
        ('[calendar]\nfiles = "~/a.ics"', "line 2: there is no setting calendar.files; there is file and as."),
        ("[remind]\nsays = true", 'line 2: says is "counts" or "names".'),
    ],
)
def test_a_slip_about_the_calendar_costs_a_sentence_and_nothing_else(config: Path, text: str, problem: str) -> None:
    settings, problems = load_settings(written(config, f'{text}\n[keys]\nroom.add = "b"\n'))
    assert settings == Settings(keys={"room.add": "b"})
    assert len(problems) == 1
    assert problem in problems[0]
