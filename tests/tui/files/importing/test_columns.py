"""Tables whose columns or dates have to be asked about, from the app."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.interchange.csv import KINDS, Target, guess_for, open_table, parse_map, parse_target
from netkeeper.interchange.locked import lock
from netkeeper.store.network import Network
from netkeeper.tui.files.importing.column_target import ColumnDialog
from netkeeper.tui.files.importing.column_words import as_map_entries, chosen_target, matching_kinds, target_words
from netkeeper.tui.files.importing.columns_screen import ColumnsScreen
from netkeeper.tui.files.importing.date_order import DateOrderDialog
from netkeeper.tui.files.importing.file_screen import ImportScreen
from netkeeper.tui.files.importing.preview_screen import ImportPreview
from tests.tui.conftest import OpenApp
from tests.tui.hostile import HOSTILE
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)

UNKNOWN = "Kuka;Sanoi;Posti\nAnna Virtanen;hei;anna@valimo.example\nBo Bergman;moi;bo@x.example\n"


@pytest.fixture
def downloads(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the choice of a file begins in."""
    folder = surroundings / "Downloads"
    folder.mkdir()
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(folder))
    return folder


async def begin(app: Opened, folder: Path, text: str, name: str = "list.csv") -> None:
    """Have the app read a file."""
    (folder / name).write_text(text, encoding="utf-8")
    await app.press("i")
    await app.paste(str(folder / name))
    await app.press("enter")


async def asked(app: Opened, folder: Path, text: str) -> ColumnsScreen:
    """Have the app read a file that it asks about."""
    await begin(app, folder, text)
    await app.until(lambda: isinstance(app.app.screen, ColumnsScreen))
    screen = app.app.screen
    assert isinstance(screen, ColumnsScreen)
    return screen


async def say(app: Opened, typed: str) -> None:
    """Say what the column under the cursor is."""
    await app.press("space")
    await app.until(lambda: isinstance(app.app.screen, ColumnDialog))
    await app.type(typed)
    await app.press("enter")
    await app.until(lambda: isinstance(app.app.screen, ColumnsScreen))


async def at_plan(app: Opened) -> None:
    await app.until(lambda: isinstance(app.app.screen, ImportPreview))


async def at_home(app: Opened) -> None:
    await app.until(lambda: len(app.app.screen_stack) == 1)


def names(folder: str) -> list[str]:
    return sorted(contact.name for contact in Network(folder).contacts())


# What columns are


async def test_columns_that_nobody_knows_are_said_and_their_rows_come_in(
    open_app: OpenApp, downloads: Path, folder: str
) -> None:
    async with open_app() as app:
        await asked(app, downloads, UNKNOWN)
        await app.sees("list.csv · what is what?", "Say which column is the name", "? a line in the notes", "! line 2")
        await app.press("enter")
        assert isinstance(app.app.screen, ColumnsScreen)
        await say(app, "whole")
        await app.sees("→ the whole name", "Anna Virtanen", gone="Say which column")
        await app.press("j", "x", "j")
        await app.sees("· left out")
        await say(app, "ema")
        await app.sees("→ email address", "anna@valimo.example")
        await app.press("enter")
        await at_plan(app)
        await app.sees("i brings in 2 new", "Bo Bergman")
        await app.press("i")
        await at_home(app)
    contacts = {contact.name: contact for contact in Network(folder).contacts()}
    assert sorted(contacts) == ["Anna Virtanen", "Bo Bergman"]
    assert [email.value for email in contacts["Anna Virtanen"].emails] == ["anna@valimo.example"]
    assert contacts["Anna Virtanen"].notes == ""


async def test_the_same_by_mouse(open_app: OpenApp, downloads: Path, folder: str) -> None:
    async with open_app(size=(120, 40)) as app:
        await asked(app, downloads, UNKNOWN)
        await app.click("1 Kuka")
        await app.until(lambda: isinstance(app.app.screen, ColumnDialog))
        await app.click("the whole name   ")
        await app.sees("→ the whole name")
        await app.click("enter read on")
        await at_plan(app)
        await app.click("i bring them in")
        await at_home(app)
    assert names(folder) == ["Anna Virtanen", "Bo Bergman"]


async def test_the_list_of_what_it_may_be_is_moved_in_and_a_word_says_what_for(
    open_app: OpenApp, downloads: Path
) -> None:
    async with open_app() as app:
        screen = await asked(app, downloads, UNKNOWN)
        await app.press("space", "g")
        await app.sees("given name", gone="middle names")
        await app.press("escape", "space")
        await app.press("down", "pagedown", "pageup", "up", "down", "down", "enter")
        await app.sees("→ given name")
        await app.press("j")
        await say(app, "phone: mobile")
        await app.sees("→ phone number · mobile")
        await app.press("space")
        await app.type("no such thing")
        await app.press("enter")
        await app.sees("is nothing that a column can be")
        await app.press("escape")
        assert screen._targets[1] == Target("phone", "mobile")
        await app.press("backspace")
        await app.sees("? a line in the notes")


async def test_what_was_said_is_not_thrown_away_by_a_slip(open_app: OpenApp, downloads: Path, folder: str) -> None:
    async with open_app() as app:
        await asked(app, downloads, UNKNOWN)
        await say(app, "name")
        await app.press("escape")
        await app.sees("Escape again leaves")
        await app.press("x", "x", "escape")
        await app.sees("Escape again leaves")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, ImportScreen))
    assert names(folder) == []


async def test_a_table_without_headers_is_asked_about_by_number(
    open_app: OpenApp, downloads: Path, folder: str
) -> None:
    async with open_app() as app:
        await asked(app, downloads, "Anna Virtanen;anna@x.example\nBo Bergman;bo@x.example\n")
        await say(app, "the whole name")
        await app.press("j")
        await say(app, "email")
        await app.press("enter")
        await at_plan(app)
        await app.press("i")
        await at_home(app)
    assert names(folder) == ["Anna Virtanen", "Bo Bergman"]


async def test_a_first_row_that_is_a_person_is_taken_for_one(open_app: OpenApp, downloads: Path, folder: str) -> None:
    async with open_app() as app:
        await asked(app, downloads, "Anna Virtanen;Valimo\nBo Bergman;Fazer\n")
        await app.press("g")
        await say(app, "name")
        await app.sees("Bo Bergman", "Anna Virtanen")
        await app.press("h")
        await app.press("g")
        await app.press("enter")
        await at_plan(app)
        await app.sees("i brings in 2 new")
        await app.press("i")
        await at_home(app)
    assert names(folder) == ["Anna Virtanen", "Bo Bergman"]


async def test_a_wrong_guess_is_put_right_from_the_plan(open_app: OpenApp, downloads: Path, folder: str) -> None:
    async with open_app() as app:
        await begin(app, downloads, "Name,Title,Note\nAnna Virtanen,Valimo,hello\n")
        await at_plan(app)
        await app.sees("c columns")
        await app.press("c")
        await app.until(lambda: isinstance(app.app.screen, ColumnsScreen))
        await app.press("g", "j")
        await say(app, "organization")
        await app.press("enter")
        await at_plan(app)
        # And once more: what was said is still known.
        await app.press("c")
        await app.until(lambda: isinstance(app.app.screen, ColumnsScreen))
        await app.sees("→ organization")
        await app.press("escape")
        await at_plan(app)
        await app.press("i")
        await at_home(app)
    (anna,) = Network(folder).contacts()
    assert (anna.organization, anna.title, anna.notes) == ("Valimo", "", "hello")


async def test_a_file_that_is_no_table_has_no_columns(open_app: OpenApp, downloads: Path) -> None:
    async with open_app() as app:
        await begin(app, downloads, "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n", "a.vcf")
        await at_plan(app)
        assert "c columns" not in app.text()
        await app.press("c")
        assert isinstance(app.app.screen, ImportPreview)


@pytest.mark.parametrize("size", [(80, 24), (56, 20), (120, 40)])
async def test_hostile_tables_do_nothing(open_app: OpenApp, downloads: Path, size: tuple[int, int]) -> None:
    cells = [text.replace("\r", " ").replace("\n", " ").replace(";", " ").replace('"', " ") for text in HOSTILE]
    async with open_app(size=size) as app:
        await asked(app, downloads, f"Kuka;{cells[0]};{cells[1]};[/b]\n" + "\n".join(f"{a};{a};{a};x" for a in cells))
        await say(app, "name")
        await app.press("j", "space", "escape", "j", "x", "enter")
        await at_plan(app)
        await app.press("c")
        await app.until(lambda: isinstance(app.app.screen, ColumnsScreen))
        await app.sees("[TODO] call")


# Which day dates are


@pytest.mark.parametrize(("keys", "born"), [((), Birthday(3, 6, 2005)), (("m",), Birthday(6, 3, 2005))])
async def test_dates_that_can_be_read_in_two_ways_are_asked_about(
    open_app: OpenApp, downloads: Path, folder: str, keys: tuple[str, ...], born: Birthday
) -> None:
    async with open_app() as app:
        await begin(app, downloads, "Name,Birthday\nAnna,6/3/2005\n")
        await app.sees("The file writes 6/3/2005.", "day first: 6 Mar 2005", "month first: 3 Jun 2005")
        await app.press(*keys, "enter")
        await at_plan(app)
        await app.press("i")
        await at_home(app)
    (anna,) = Network(folder).contacts()
    assert anna.birthday == born


async def test_dates_are_asked_about_by_mouse_and_columns_keep_the_answer(
    open_app: OpenApp, downloads: Path, folder: str
) -> None:
    async with open_app() as app:
        await begin(app, downloads, "Kuka,Born\nAnna,6/3/2005\n")
        await app.until(lambda: isinstance(app.app.screen, ColumnsScreen))
        await app.press("g")
        await say(app, "name")
        await app.press("j")
        await say(app, "birthday")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, DateOrderDialog))
        await app.click("month first")
        await app.click("enter read on")
        await at_plan(app)
        await app.press("e")
        await app.type("utf-8")
        await app.press("enter")
        await at_plan(app)
        await app.press("i")
        await at_home(app)
    (anna,) = Network(folder).contacts()
    assert (anna.name, anna.birthday) == ("Anna", Birthday(6, 3, 2005))


async def test_leaving_the_question_of_dates_reads_nothing(open_app: OpenApp, downloads: Path, folder: str) -> None:
    async with open_app() as app:
        await begin(app, downloads, "Name,Birthday\nAnna,6/3/2005\n")
        await app.until(lambda: isinstance(app.app.screen, DateOrderDialog))
        await app.press("escape")
        await app.sees("from which file?")
    assert names(folder) == []


# Locked files


async def test_a_locked_file_is_opened_with_its_passphrase(
    open_app: OpenApp, downloads: Path, folder: str, quick_age: None
) -> None:
    path = downloads / "network.csv.age"
    path.write_bytes(lock(b"Name,Title,Note\nAnna Virtanen,Valimo,hello\n", "open sesame"))
    async with open_app() as app:
        await app.press("i")
        await app.paste(str(path))
        await app.press("enter")
        await app.sees("Locked · network.csv.age")
        await app.press("enter")
        await app.sees("Write the passphrase")
        await app.type("open says me")
        assert "says" not in app.text()
        await app.press("enter")
        await app.sees("That is not the passphrase")
        await app.type("open sesame")
        await app.press("enter")
        await at_plan(app)
        # The columns are those of what is locked in it.
        await app.press("c")
        await app.until(lambda: isinstance(app.app.screen, ColumnsScreen))
        await app.press("escape")
        await at_plan(app)
        await app.press("i")
        await at_home(app)
    assert names(folder) == ["Anna Virtanen"]


# Words


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_found_by_its_words_and_by_its_own(kind: str) -> None:
    assert matching_kinds(KINDS[kind])[0] == kind
    assert matching_kinds(kind)[0] == kind
    assert chosen_target(f"{kind}: work", kind) == parse_target(f"{kind}:work")


@given(st.text(max_size=10))
def test_whatever_is_typed_is_looked_for(typed: str) -> None:
    assert set(matching_kinds(typed)) <= set(KINDS)
    assert set(matching_kinds("")) == set(KINDS)


@given(
    st.lists(st.sampled_from(["Kuka", "kuka", "a=b", "2", "1", "Name", "", "x y"]), min_size=2, max_size=6),
    st.data(),
)
def test_what_is_said_of_a_column_is_read_as_said_of_that_column(header: list[str], data: st.DataObject) -> None:
    text = ";".join(header) + "\n" + ";".join("v" for _ in header) + "\n"
    try:
        table = open_table(text.encode())
    except Exception:  # noqa: BLE001 (no header: that is another test's)
        return
    place = data.draw(st.integers(0, len(table.header) - 1))
    said = parse_map(as_map_entries(table, {place: Target("title", "x")}))
    columns = guess_for(table, said).columns
    assert columns[place].target == Target("title", "x")
    assert [each.place for each in columns if each.target == Target("title", "x")] == [place]


def test_a_target_of_some_program_has_words_too() -> None:
    assert target_words(Target("custom", "Blog", 2)) == "as its program means it 2 · Blog"


async def test_what_was_said_of_columns_is_remembered_and_said(open_app: OpenApp, downloads: Path, folder: str) -> None:
    async with open_app() as app:
        await asked(app, downloads, UNKNOWN)
        await say(app, "whole")
        await app.press("enter")
        await at_plan(app)
        await app.press("i")
        await at_home(app)
        await begin(app, downloads, "Kuka;Väri\nCia Chen;red\n", "next.csv")
        await at_plan(app)
        assert "Columns as you said before: Kuka is name." in app.toasts()
        await app.press("i")
        await at_home(app)
    assert names(folder) == ["Anna Virtanen", "Bo Bergman", "Cia Chen"]
