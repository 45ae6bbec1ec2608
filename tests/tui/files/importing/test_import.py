"""Bringing people in from the app, from the choice of a file to the way back."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import platformdirs
import pytest
from textual.widgets import Input

from netkeeper.actions.people.people import add
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.text.display import plain
from netkeeper.store.network import Network
from netkeeper.tui.core.session import Notice
from netkeeper.tui.files.importing.file_screen import ImportScreen
from netkeeper.tui.files.importing.plan_list import PlanList
from netkeeper.tui.files.importing.preview_screen import ImportPreview
from netkeeper.tui.forms.path_input import PathInput
from netkeeper.tui.jobs.job import JobProgress
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import HOSTILE, WORST
from tests.tui.import_files import USUAL, card, write
from tests.tui.opened import Opened, seq_of

TODAY = date(2026, 11, 23)
Elsewhere = Callable[[], Network]


@pytest.fixture
def downloads(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the choice of a file begins in."""
    folder = surroundings / "Downloads"
    folder.mkdir()
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(folder))
    return folder


async def look_at(app: Opened, path: Path, *keys: str) -> None:
    """Go to what a file would bring, by pasting its path, and press some keys there."""
    await app.press("i")
    await app.paste(str(path))
    await app.press("enter")
    await plan_shown(app, *keys)


async def plan_shown(app: Opened, *keys: str) -> None:
    """Wait for the plan, and press some keys there."""
    await app.until(lambda: isinstance(app.app.screen, ImportPreview) and bool(app.app.screen.query(PlanList)))
    await app.press(*keys)


async def back_in_today(app: Opened) -> None:
    await app.until(lambda: len(app.app.screen_stack) == 1)


def line_of(app: Opened, name: str) -> str:
    return next(line for line in app.lines() if name in line)


def names(folder: str) -> list[str]:
    return sorted(contact.name for contact in Network(folder).contacts())


# From the choice of a file to the way back


async def test_a_path_from_the_root_takes_the_place_of_the_folder_that_stood_there(
    open_app: OpenApp, downloads: Path
) -> None:
    write(downloads, "contacts.vcf", "")
    async with open_app() as app:
        await app.press("i")
        await app.sees("from which file?")
        await app.type("/tmp/")
        assert app.app.screen.query_one(PathInput).value == "/tmp/"


async def test_a_file_comes_in_with_changes_to_its_plan_and_goes_again(
    open_app: OpenApp, cast: Cast, downloads: Path, folder: str
) -> None:
    cast.usual()
    write(downloads, "contacts.vcf", *USUAL)
    before = names(folder)
    async with open_app() as app:
        await app.press("i")
        await app.sees("from which file?", "~", "contacts.vcf", "1 to read")
        await app.press("enter")
        await plan_shown(app)
        await app.sees(
            " 6 all ", " 3 new ", " 1 updated ", " 1 skipped ", " 1 not read ", "i brings in 3 new, 1 updated"
        )
        assert "± update" in line_of(app, "adds phone, notes")
        assert "line 25: a card with no name" in line_of(app, "! not read")
        await app.sees("+ phone +358 40 555 0199", "+ notes Likes licorice", "space: leave them out")
        # Pekka is the one who is here; Otso stays away.
        await app.press("j", "space")
        await app.sees("Pekka Salo, as you chose: adds title, email", "i brings in 2 new, 2 updated")
        await app.press("G", "space")
        await app.sees("i brings in 1 new, 2 updated", "left out, as you chose")
        await app.press("i")
        await back_in_today(app)
        assert app.toasts() == ["Imported contacts.vcf (1 new, 2 updated) · 1 waits to be sorted (S) · u takes it back"]
        assert names(folder) == sorted([*before, "Niina Aalto"])
        await app.press("u")
        await app.sees("Took back: Imported contacts.vcf")
    assert names(folder) == before


async def test_the_same_by_mouse(open_app: OpenApp, cast: Cast, downloads: Path, folder: str) -> None:
    cast.usual()
    write(downloads / "from phone", "contacts.vcf", *USUAL)
    async with open_app(size=(120, 40), keys=["i"]) as app:
        await app.click("from phone/")
        await app.sees("1 to read")
        await app.click("contacts.vcf")
        await plan_shown(app)
        await app.click(" 3 new ")
        await app.sees("Niina Aalto", gone="Cai Chen")
        await app.click("Otso Ranta")
        await app.sees("In the file", "040 555 0177")
        await app.click("+ new       Otso Ranta")
        await app.sees(" 2 new ", "i brings in 2 new, 1 updated", gone="Otso Ranta")
        await app.click("i bring them in")
        await back_in_today(app)
        assert "2 new, 1 updated" in app.toasts()[0]
        assert "Otso Ranta" not in names(folder)


async def test_the_same_file_twice_adds_nothing(open_app: OpenApp, downloads: Path, folder: str) -> None:
    path = write(downloads, "contacts.vcf", card("Anna", "EMAIL:a@x.example"), card("Bo"))
    async with open_app() as app:
        await look_at(app, path, "i")
        await back_in_today(app)
        await look_at(app, path, "i")
        await app.sees("Everybody in this file is here already", " 2 skipped ", "nothing to do", under_toasts=True)
        assert isinstance(app.app.screen, ImportPreview)
        await app.press("escape")
        await app.sees("from which file?")
        await app.press("escape")
        await back_in_today(app)
    assert names(folder) == ["Anna", "Bo"]
    assert seq_of(folder) == 1


async def test_the_first_people_come_in_by_a_file(open_app: OpenApp, downloads: Path) -> None:
    write(downloads, "contacts.vcf", card("Anna Virtanen", "BDAY:1988-11-24", "ORG:Valimo"))
    async with open_app(keys=["i", "enter"]) as app:
        await plan_shown(app, "i")
        await app.sees("birthday tomorrow", "Valimo")


async def test_only_one_sort_is_shown_and_skipped_together(open_app: OpenApp, cast: Cast, downloads: Path) -> None:
    cast.usual()
    path = write(downloads, "contacts.vcf", *USUAL)
    async with open_app() as app:
        await look_at(app, path)
        await app.press("f")
        await app.sees("Niina Aalto", "Otso Ranta", gone="Cai Chen")
        await app.press("s")
        await app.sees("i brings in 1 updated", " 4 skipped ", " 0 new ")
        await app.press("left")
        await app.sees("Cai Chen")
        await app.press("s")
        await app.sees("Everybody is left out", " 5 skipped ")
        await app.press("s")
        await app.sees("i brings in 3 new, 1 updated")
        await app.press(*["right"] * 5)
        await app.sees("line 25: a card with no name", gone="Otso Ranta")


async def test_what_was_chosen_is_not_thrown_away_by_a_slip(open_app: OpenApp, downloads: Path) -> None:
    path = write(downloads, "contacts.vcf", card("Anna"), card("Bo"))
    async with open_app() as app:
        await look_at(app, path)
        await app.press("space", "escape")
        await app.sees("Escape again leaves")
        await app.press("j", "space", "escape")
        await app.sees("Escape again leaves")
        await app.press("escape")
        await app.until(lambda: isinstance(app.app.screen, ImportScreen))
        await app.press("escape")
        await back_in_today(app)


async def test_ten_thousand_are_shown_and_changed_at_once(open_app: OpenApp, downloads: Path, folder: str) -> None:
    cards = [card(f"Person {number}", f"EMAIL:p{number}@x.example") for number in range(10_000)]
    path = write(downloads, "many.vcf", *cards)
    async with open_app() as app:
        await app.press("i")
        await app.paste(str(path))
        await app.press("enter")
        await plan_shown(app, "G", "space")
        await app.sees("Person 9999", "i brings in 9,999 new", " 1 skipped ")
        await app.press("i")
        await back_in_today(app)
        await app.until(lambda: bool(app.toasts()))
    network = Network(folder)
    assert (network.people_count, seq_of(folder)) == (9_999, 1)


# Among others


async def test_a_change_from_elsewhere_is_in_the_plan_at_once(
    open_app: OpenApp, downloads: Path, elsewhere: Elsewhere
) -> None:
    path = write(downloads, "contacts.vcf", card("Anna Virtanen", "EMAIL:a@x.example", "TITLE:Boss"), card("Bo"))
    async with open_app() as app:
        await look_at(app, path, "j", "space")
        await app.sees("i brings in 1 new")
        add(elsewhere(), "Anna V", contact_changes(split_text("email:a@x.example"), TODAY), TODAY)
        await app.sees("± update", "i brings in 1 updated", "left out, as you chose")


async def test_a_change_that_was_not_seen_yet_is_not_overlooked(
    open_app: OpenApp, downloads: Path, elsewhere: Elsewhere, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(downloads, "contacts.vcf", card("Anna Virtanen", "EMAIL:a@x.example", "TITLE:Boss"), card("Bo"))
    monkeypatch.setattr("netkeeper.tui.app.LOOK_EVERY_SECONDS", 3600)
    async with open_app() as app:
        await look_at(app, path, "j", "space")
        add(elsewhere(), "Anna V", contact_changes(split_text("email:a@x.example"), TODAY), TODAY)
        await app.sees("i brings in 1 new")
        await app.press("i")
        await app.sees("changed meanwhile", "i brings in 1 updated", "left out, as you chose")
        assert names(folder) == ["Anna V"]
        await app.press("i")
        await back_in_today(app)
    assert [contact.title for contact in Network(folder).contacts()] == ["Boss"]


async def test_a_network_that_cannot_be_written_says_so_and_keeps_the_plan(
    open_app: OpenApp, downloads: Path, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(downloads, "contacts.vcf", card("Anna"), card("Bo"))
    monkeypatch.setattr("netkeeper.system.lock.TIMEOUT_SECONDS", 0.2)
    async with open_app() as app:
        await look_at(app, path, "space")
        other = elsewhere()
        with other.storage.lock():
            await app.press("i")
            await app.sees("Another netkeeper", "is writing", "left out, as you chose")
        await app.press("i")
        await back_in_today(app)


# Giving up


class Held:
    """Holds a job up until it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, method: str = "progress") -> None:
        self.reached = threading.Event()
        self.may_go_on = threading.Event()
        real = getattr(JobProgress, method)

        def held(watch: JobProgress, done: int, total: int) -> None:
            self.reached.set()
            assert self.may_go_on.wait(20)
            real(watch, done, total)

        monkeypatch.setattr(JobProgress, method, held)


async def test_reading_can_be_stopped_and_the_app_answers_meanwhile(
    open_app: OpenApp, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(downloads, "contacts.vcf", card("Anna"))
    async with open_app(keys=["i"]) as app:
        held = Held(monkeypatch)
        await app.press("enter")
        await app.until(held.reached.is_set)
        await app.sees("Reading contacts.vcf…", "esc stop")
        await app.press("escape")
        await app.sees("Stopping…")
        held.may_go_on.set()
        await app.until(lambda: isinstance(app.app.screen, ImportScreen))
        await app.sees("contacts.vcf", gone="Stopping")
        # And once more, to the end.
        await app.press("enter")
        await plan_shown(app)


async def test_writing_can_be_stopped_until_all_is_ready(
    open_app: OpenApp, cast: Cast, downloads: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    path = write(downloads, "contacts.vcf", *USUAL)
    before = names(folder)
    async with open_app() as app:
        await look_at(app, path, "G", "space")
        held = Held(monkeypatch, "until_written")
        await app.press("i")
        await app.until(held.reached.is_set)
        await app.sees("Bringing in 3 people…")
        await app.press("escape")
        held.may_go_on.set()
        await app.sees("Stopped; nothing was changed.", "left out, as you chose")
        assert names(folder) == before
        assert not list(Path(folder, "backups").glob("*-import"))
        await app.press("i")
        await back_in_today(app)
        assert "2 new, 1 updated" in app.toasts()[0]


async def test_what_is_being_written_down_says_that_it_cannot_be_stopped(
    open_app: OpenApp, downloads: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(downloads, "contacts.vcf", card("Anna"))
    go_on = threading.Event()
    async with open_app() as app:
        await look_at(app, path)
        real = JobProgress.until_written

        def held(watch: JobProgress, done: int, total: int) -> None:
            real(watch, done, total)
            if watch.is_past_stopping:
                assert go_on.wait(20)

        monkeypatch.setattr(JobProgress, "until_written", held)
        await app.press("i")
        await app.sees("Writing it down…")
        await app.press("escape")
        await app.sees("Writing it down…")
        go_on.set()
        await back_in_today(app)
    assert names(folder) == ["Anna"]


async def test_no_room_reads_the_network_while_it_is_being_written(
    open_app: OpenApp, cast: Cast, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    path = write(downloads, "contacts.vcf", *USUAL)
    async with open_app() as app:
        await look_at(app, path)
        held = Held(monkeypatch, "until_written")
        drawn = []
        monkeypatch.setattr(type(app.today), "redraw", lambda room: drawn.append(room.session.jobs.copy()))
        await app.press("i")
        await app.until(held.reached.is_set)
        app.app.session.announce(Notice())
        await app.quiet()
        assert drawn == []
        held.may_go_on.set()
        await back_in_today(app)
        await app.until(lambda: bool(drawn))
        assert all(not jobs for jobs in drawn)


async def test_leaving_the_app_in_the_middle_leaves_nothing_half_done(
    open_app: OpenApp, downloads: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(downloads, "contacts.vcf", card("Anna"))
    held = None
    async with open_app() as app:
        await look_at(app, path)
        held = Held(monkeypatch, "until_written")
        await app.press("i")
        await app.until(held.reached.is_set)
        app.app.exit()
    held.may_go_on.set()
    assert Network(folder).people_count in (0, 1)


# What can't be read


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("photo.vcf", bytes(range(256)) * 40, "no line says BEGIN:VCARD"),
        ("invoice.pdf", b"%PDF-1.7\n\x00", "This is a PDF document. Export the contacts as one of what is read: vCard"),
        ("empty.vcf", b"", "The file is empty; export the contacts again."),
        ("other.json", b"[1]", "not one that netkeeper exported"),
    ],
    ids=["binary", "pdf", "empty", "json"],
)
async def test_a_file_that_is_none_of_ours_says_what_it_is(
    open_app: OpenApp, downloads: Path, name: str, content: bytes, said: str
) -> None:
    (downloads / name).write_bytes(content)
    async with open_app(size=(120, 40), keys=["i", "enter"]) as app:
        await app.until(lambda: said in " ".join(app.text().split()))
        await app.press("down")
        await app.press("escape")
        await back_in_today(app)


async def test_a_folder_that_may_not_be_looked_into_is_said_and_not_entered(
    open_app: OpenApp, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(downloads / "locked", "contacts.vcf", card("Anna"))
    write(downloads, "mine.vcf", card("Bo"))
    real = os.scandir

    def locked(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", locked)
    async with open_app(size=(120, 40), keys=["i"]) as app:
        await app.click("locked/")
        await app.sees("Can't look into ~", "this user may not do that there", "mine.vcf")
        await app.type(os.path.join("locked", ""))
        await app.sees("Can't look into ~", gone="mine.vcf")
        await app.press(*["backspace"] * 7)
        await app.sees("mine.vcf", gone="Can't look into")


async def test_the_keys_of_the_plan_are_explained(open_app: OpenApp, downloads: Path) -> None:
    path = write(downloads, "contacts.vcf", card("Anna"))
    async with open_app() as app:
        await look_at(app, path, "question_mark")
        await app.sees("Do all of it, in one step", "add, update, take or skip")
        await app.press("escape")
        await plan_shown(app)


async def test_nobody_in_a_file_is_one_clear_line(open_app: OpenApp, downloads: Path) -> None:
    write(downloads, "contacts.vcf", "BEGIN:VCARD\r\nNOTE:x\r\nEND:VCARD\r\n")
    async with open_app(keys=["i", "enter"]) as app:
        await plan_shown(app, "space", "s")
        await app.sees("Nobody in this file can be brought in", "line 1: a card with no name", " 1 not read ")


async def test_letters_that_look_wrong_are_read_again(open_app: OpenApp, downloads: Path, folder: str) -> None:
    (downloads / "old.vcf").write_bytes(card("Jyrki Mäkelä").encode("mac-roman"))
    async with open_app(keys=["i", "enter"]) as app:
        await plan_shown(app)
        await app.sees("read as windows-1252")
        await app.press("e")
        await app.type("klingon")
        await app.press("enter")
        await app.sees("'klingon' is no encoding")
        await app.press(*["backspace"] * 7)
        await app.type("mac")
        await app.sees("older Mac programs")
        await app.press("tab", "enter")
        await app.sees("Jyrki Mäkelä", gone="Letters look wrong")
        await plan_shown(app, "i")
        await back_in_today(app)
    assert names(folder) == ["Jyrki Mäkelä"]


# Names that mean no good


async def test_names_in_a_file_are_shown_as_they_are(open_app: OpenApp, downloads: Path) -> None:
    cards: list[str] = []
    for stored in HOSTILE:
        value = stored.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
        if "\r" not in value:
            cards.append(card(value, f"EMAIL:{len(cards)}@x.example", f"NOTE:{value}"))
    path = write(downloads, "contacts.vcf", *cards)
    async with open_app(size=(120, 40)) as app:
        await look_at(app, path)
        people = app.app.screen.query_one(PlanList)
        for _ in cards:
            row = people.row
            assert row is not None and not isinstance(row, tuple)
            shown = HOSTILE.get(row.read.contact.name, row.read.contact.name)
            assert app.text().count(shown) >= 3, shown
            assert shown in next(line for line in app.lines() if "›" in line)
            await app.press("j")
        await app.press("i")
        await back_in_today(app)
        assert f"({len(cards)} new, 0 updated)" in app.toasts()[0]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names can't be there")
async def test_file_names_are_shown_safely_and_open(open_app: OpenApp, downloads: Path) -> None:
    bad = [
        os.fsdecode(b"evil\x1b]52;c;aGk=\x07\xe4"),
        "two\nlines",
        "turn\u202efcv.exe",
        "[bold] [@click=app.bell]x",
        "שלום",
    ]
    for place, name in enumerate(bad):
        write(downloads / name, f"{name}.vcf", card("Anna", f"EMAIL:{place}@x.example"))
    async with open_app(size=(120, 40)) as app:
        for name in bad:
            await app.press("i")
            folder_line = [
                row.name
                for row in app.app.screen._browsing.entries()  # type: ignore[attr-defined]
            ].index(name)
            await app.press("tab", "g", *["j"] * folder_line)
            assert f"{plain(name)}/" in next(line for line in app.lines() if "›" in line)
            await app.press("enter")
            await app.sees("1 to read", under_toasts=True)
            assert "\x1b" not in app.app.screen.query_one("#path", Input).value
            await app.press("enter")
            await plan_shown(app, "i")
            await back_in_today(app)
            assert len(app.toasts()) == 1
            assert app.toasts()[0].isprintable() or "\u2068" in app.toasts()[0]
            await app.press("u")
            app.app.session.files_folder = ""


async def test_an_error_about_a_hostile_name_shows_it_safely(open_app: OpenApp, downloads: Path) -> None:
    async with open_app(size=(120, 40)) as app:
        for stored, shown in WORST.items():
            if "/" in stored or "\n" in stored:
                continue
            await app.press("i")
            await app.paste(str(downloads / f"{stored} gone.vcf"))
            await app.press("enter")
            await app.sees("it isn't there", f"{shown} gone.vcf")
            await app.press("escape")


async def test_no_key_is_lost_while_the_choice_of_a_file_opens(open_app: OpenApp, downloads: Path) -> None:
    write(downloads, "contacts.vcf", card("Anna"))
    async with open_app() as app:
        await app.type("icont")
        await app.sees("contacts.vcf", os.path.join("Downloads", "cont"))


@pytest.mark.parametrize(
    ("presses", "says", "waits", "cadence"),
    [
        (0, "2 wait to be sorted (y)", True, None),
        (1, "every month (y)", False, 30),
        (2, "every quarter (y)", False, 90),
        (5, "no reminders (y)", False, 0),
        (6, "as often as their step says (y)", False, None),
        (7, "2 wait to be sorted (y)", True, None),
    ],
)
async def test_whoever_is_new_waits_to_be_sorted_or_is_placed_at_once(
    open_app: OpenApp, downloads: Path, folder: str, presses: int, says: str, waits: bool, cadence: int | None
) -> None:
    path = write(downloads, "two.vcf", card("Anna Virtanen"), card("Bo Bergman"))
    async with open_app() as app:
        await look_at(app, path, *["y"] * presses)
        assert says in app.text()
        await app.press("i")
        await back_in_today(app)
        assert any("2 wait to be sorted (S)" in toast for toast in app.toasts()) is waits
    assert {(person.unsorted, person.cadence) for person in Network(folder).contacts()} == {(waits, cadence)}


async def test_the_last_meeting_of_a_table_is_told_before_it_is_brought_in(
    open_app: OpenApp, downloads: Path, folder: str
) -> None:
    rows = "Anna Virtanen,anna@x.example,2026-10-03\nBo Bergman,bo@x.example,2031-01-01\n"
    path = write(downloads, "list.csv", f"Name,Email,Last met\n{rows}")
    async with open_app() as app:
        await look_at(app, path)
        assert "last met Sat 3 Oct 2026" in app.text()
        await app.press("down")
        assert "is still to come" in app.text()
        assert "1 waits to be sorted (y)" in app.text()
        await app.press("i")
        await back_in_today(app)
    assert {(person.name, person.last_on, person.unsorted) for person in Network(folder).contacts()} == {
        ("Anna Virtanen", date(2026, 10, 3), False),
        ("Bo Bergman", None, True),
    }
    (met,) = Network(folder).interactions()
    assert met.note == "Last met, from list.csv"


async def test_all_who_may_be_known_are_added_to_whom_one_knows_at_once(
    open_app: OpenApp, cast: Cast, downloads: Path
) -> None:
    cast.usual()
    write(downloads, "contacts.vcf", *USUAL)
    async with open_app() as app:
        await look_at(app, downloads / "contacts.vcf")
        await app.sees("i brings in 3 new, 1 updated")
        await app.press("w")
        await app.sees("i brings in 2 new, 2 updated")
        await app.press("w")
        await app.sees("i brings in 3 new, 1 updated")


async def test_another_employer_is_told_and_taken_by_a_key(
    open_app: OpenApp, cast: Cast, downloads: Path, folder: str
) -> None:
    cast.add("Anna Ek", "email:anna@x.example org:Nokia")
    write(downloads, "contacts.vcf", card("Anna Ek", "EMAIL:anna@x.example", "ORG:Kone"), card("Bo Berg"))
    async with open_app() as app:
        await look_at(app, downloads / "contacts.vcf")
        await app.sees("i brings in 1 new")
        await app.sees("the file has organization Kone, here it is Nokia")
        await app.press("space")
        await app.sees("i brings in 1 new, 1 updated")
        await app.sees("± take")
        await app.press("w")
        await app.sees("i brings in 1 new ·")
        await app.press("w", "i")
        await app.until(lambda: len(Network(folder).contacts()) == 2)
    assert {each.organization for each in Network(folder).contacts()} == {"Kone", ""}


async def test_whoever_is_in_doubt_is_marked_and_counted_and_told_of_in_the_end(
    open_app: OpenApp, cast: Cast, downloads: Path
) -> None:
    cast.usual()
    write(
        downloads, "contacts.vcf", *USUAL, card("Noora Koskinen", "ORG:Valio"), card("Noora Koskinen", "TEL:0405550101")
    )
    async with open_app() as app:
        await look_at(app, downloads / "contacts.vcf")
        assert "? new" in line_of(app, "Pekka Salo")
        await app.sees(" 1 in doubt ", " 5 new ")
        await app.press("left", "left")
        await app.sees("Pekka Salo", gone="Otso Ranta")
        await app.press("space")
        await app.sees(" 0 in doubt ", " 2 updated ", gone="Pekka Salo")
        await app.press("i")
        await back_in_today(app)
        assert " · 1 pair may be one person (M in People)" in app.toasts()[0]
