"""Leaving: who would be lost, the key that mends each, and everything taken along and proved."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netkeeper.actions.leaving import files, pack, proof
from netkeeper.actions.leaving.pack import GUIDE, PACK
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.retention.risks import Risk
from netkeeper.interchange.proof import Count
from netkeeper.store.network import Network
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.form.contact_form import ContactForm
from netkeeper.tui.rooms.leaving.list import LostList
from netkeeper.tui.rooms.leaving.pack_dialog import PackDialog
from netkeeper.tui.rooms.leaving.proof_screen import PackProof
from netkeeper.tui.rooms.leaving.screen import LeavingScreen
from netkeeper.tui.rooms.merging.screen import MergeScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import TRAPS
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)
Elsewhere = Callable[[], Network]


@pytest.fixture(autouse=True)
def home(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One's own folder, with one for downloads."""
    (surroundings / "Downloads").mkdir()
    monkeypatch.setattr("netkeeper.tui.files.saving_dialog.downloads_folder", lambda: str(surroundings / "Downloads"))
    return surroundings


def some(cast: Cast) -> None:
    """Somebody for each reason."""
    cast.member(graduates_on=date(2027, 6, 2))
    with cast.network.transaction("Said which email ends") as draft:
        draft.put_member(replace(cast.network.member, shared_domains=("academy.example",)))
    cast.add("Anna Virtanen", "org:Valimo")
    cast.add("Bo Bergman", "email:bo@academy.example")
    cast.add("Cai Chen", "email:cai@home.example whose:team")
    cast.add("Dina Dahl", "email:dina@home.example")
    cast.add("Dina Dahl", "phone:+358401234567", date(2026, 3, 2))
    elli = cast.add("Elli Eskola", "email:elli@home.example")
    cast.log(elli, "lunch", date(2025, 11, 3))
    cast.log(elli, "tea", date(2025, 12, 3))


async def leaving(app: Opened) -> None:
    """Go there."""
    await app.press("L")
    await app.until(lambda: isinstance(app.app.screen, LeavingScreen) and app.app.screen.has_looked)
    await app.quiet()


def the_list(app: Opened) -> LostList:
    return app.app.screen.query_one(LostList)


async def to_risk(app: Opened, risk: Risk) -> None:
    """Put the cursor on the first who would be lost so."""
    keys = [row.key for row in the_list(app)._rows if row.key.startswith(f"{risk}:")]
    the_list(app).go_to(keys[0])
    await app.quiet()


def by_name(folder: str, name: str) -> list[str]:
    return [each.id for each in Network(folder).contacts() if each.name == name]


# Who would be lost


async def test_everybody_is_named_by_why_with_the_key_that_mends_it(open_app: OpenApp, cast: Cast) -> None:
    some(cast)
    async with open_app(size=(80, 40)) as app:
        await leaving(app)
        await app.sees("Who would be lost? · 6 of 6")
        for title, mends in (
            ("No way to reach them · 1", "e adds one"),
            ("Only the team's email · 1", "e adds another"),
            ("The team's · 1", "W makes them yours"),
            ("Here twice? · 1", "M side by side"),
            ("Out of touch · 1", "l logs a word"),
            ("Nothing planned after graduation · 6", ""),
        ):
            (line,) = (line for line in app.lines() if title in line)
            assert mends in line
        assert "bo@academy.example" in app.text()
        subject = the_list(app).subject
        assert subject is not None and subject.name == "Anna Virtanen"
        assert app.lines()[-1].strip().startswith("e edit  x take along")


async def test_a_private_address_mends_it_and_the_cursor_goes_on(open_app: OpenApp, cast: Cast) -> None:
    some(cast)
    async with open_app(size=(80, 40)) as app:
        await leaving(app)
        await to_risk(app, Risk.SHARED_ADDRESS)
        await app.press("e")
        await app.until(lambda: isinstance(app.app.screen, ContactForm))
        await app.press(*["down"] * 4)
        await app.type("+358 50 1234567")
        await app.press("ctrl+s")
        await app.hears("Edited Bo Bergman")
        await app.sees("Who would be lost?", gone="Only the team's email")
        lost = the_list(app).lost
        assert lost is not None and lost.item.risk is Risk.OF_TEAM
        await app.press("u")
        await app.sees("Only the team's email · 1")
        lost = the_list(app).lost
        assert lost is not None and lost.item.risk is Risk.SHARED_ADDRESS


async def test_the_teams_become_yours_and_everybody_is_promised_a_word(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    some(cast)
    async with open_app(size=(80, 40)) as app:
        await leaving(app)
        await to_risk(app, Risk.OF_TEAM)
        await app.press("W")
        await app.hears("belongs to you · u takes it back")
        await app.sees("Who would be lost?", gone="The team's ·")
        await to_risk(app, Risk.UNPLANNED)
        await app.press("f")
        await app.hears("Planned Anna Virtanen for after graduation · u takes it back")
        await app.sees("Nothing planned after graduation · 5")
        await app.press("F")
        await app.sees("A word after graduation", "each of 5 people", "Bo Bergman, Cai Chen, ", "enter promise it")
        assert len(Network(folder).followups()) == 1  # Asked first.
        await app.press("enter")
        await app.sees("Who would be lost?", gone="Nothing planned after graduation")
        network = Network(folder)
        assert len(network.followups()) == 6
        await app.press("u")
        await app.sees("Nothing planned after graduation · 5")


async def test_all_are_promised_a_word_but_those_who_wait_to_be_sorted_or_cannot_be_reached(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    some(cast)
    with cast.network.transaction("Brought in") as draft:
        draft.put_contact(Contact("", "Fanni Forss", phones=(Labelled("+358401234568"),), unsorted=True))
    async with open_app(size=(80, 40)) as app:
        await leaving(app)
        await app.press("F")
        await app.sees("each of 5 people", "Left out: 1 to be sorted first.", "Left out: 1 with no way to reach them.")
        await app.press("enter")
        await app.hears("for after graduation")
        promised = {Network(folder).contact(each.contact_id).name for each in Network(folder).followups()}
        assert promised.isdisjoint({"Anna Virtanen", "Fanni Forss"})


@pytest.mark.parametrize("key", ["f", "F"])
async def test_nothing_is_promised_for_after_a_graduation_that_nobody_knows(
    open_app: OpenApp, cast: Cast, folder: str, key: str
) -> None:
    cast.add("Anna Virtanen", "email:anna@home.example")
    async with open_app() as app:
        await leaving(app)
        await app.press(key)
        await app.hears("When do you graduate? , says it")
        assert not Network(folder).followups()
        assert isinstance(app.app.screen, LeavingScreen)


async def test_two_who_are_one_are_merged_and_taken_apart_again_and_the_others_are_not_asked_about(
    open_app: OpenApp, cast: Cast, folder: str
) -> None:
    some(cast)
    async with open_app(size=(80, 40)) as app:
        await leaving(app)
        await to_risk(app, Risk.LOOKALIKE)
        await app.press("M")
        await app.until(lambda: isinstance(app.app.screen, MergeScreen))
        await app.press("enter")
        await app.hears("Merged Dina Dahl into Dina Dahl · u takes it back")
        await app.sees("Who would be lost?", gone="Here twice?")
        assert len(by_name(folder, "Dina Dahl")) == 1
        await app.press("u")
        await app.sees("Here twice? · 1")
        assert len(by_name(folder, "Dina Dahl")) == 2
        await to_risk(app, Risk.LOOKALIKE)
        await app.press("n")
        await app.sees("Who would be lost?", gone="Here twice?")
        await app.press("r")
        await app.until(lambda: isinstance(app.app.screen, LeavingScreen))
        await app.sees("Who would be lost?", gone="Here twice?")


async def test_a_few_of_each_kind_come_first_and_m_names_the_rest(open_app: OpenApp, cast: Cast) -> None:
    for number in range(40):
        cast.add(f"Person {number:02}", f"email:{number}@home.example")
    async with open_app() as app:
        await leaving(app)
        await app.sees("Nothing planned after graduation · 40", "37 more · m shows them")
        assert sum("Person" in line[:30] for line in app.lines()) <= 7
        assert len(app.lines()) - 3 > len(the_list(app)._rows)
        await app.press("m")
        await app.until(lambda: len([row for row in the_list(app)._rows if row.key]) == 80)
        await app.press("m")
        await app.sees("37 more · m shows them")
        await app.click("37 more")
        await app.until(lambda: len([row for row in the_list(app)._rows if row.key]) == 80)


async def test_what_another_shell_does_is_seen_at_once(open_app: OpenApp, cast: Cast, elsewhere: Elsewhere) -> None:
    some(cast)
    async with open_app(size=(80, 40)) as app:
        await leaving(app)
        network = elsewhere()
        anna = next(each for each in network.contacts() if each.name == "Anna Virtanen")
        with network.transaction("Archived Anna") as draft:
            draft.put_contact(replace(anna, archived=True))
        await app.sees("Who would be lost? · 5 of 5", gone="No way to reach them")


async def test_what_cannot_be_told_yet_is_asked_for(open_app: OpenApp, cast: Cast) -> None:
    cast.add("Anna Virtanen", "email:anna@academy.example")
    async with open_app() as app:
        await leaving(app)
        await app.sees(",: which email ends with the academy?", ",: when do you graduate?")
        await app.press("comma")
        await app.sees("Team's email")


async def test_nobody_would_be_lost(open_app: OpenApp, cast: Cast) -> None:
    anna = cast.add("Anna Virtanen", "email:anna@home.example")
    cast.log(anna, "lunch", date(2026, 11, 3))
    cast.log(anna, "tea", date(2026, 11, 13))
    cast.promise(anna, "call", date(2027, 8, 1))
    async with open_app() as app:
        await leaving(app)
        await app.sees("Nobody would be lost.", "x takes everything along.")
        await app.press("x")
        await app.sees("Take everything along")


async def test_an_empty_network_has_nothing_to_take_along(open_app: OpenApp) -> None:
    async with open_app() as app:
        await leaving(app)
        await app.sees("Nobody is in your network yet")
        await app.press("x")
        await app.sees("Nobody is in your network yet")
        await app.press("escape")
        await app.until(lambda: app.app.screen is app.today)


async def test_today_tells_of_it_while_graduation_is_near(open_app: OpenApp, cast: Cast) -> None:
    cast.member(graduates_on=date(2027, 1, 2))
    cast.add("Anna Virtanen")
    async with open_app() as app:
        await app.sees("L: who would be lost in 40 days?")
    with cast.network.transaction("Later") as draft:
        draft.put_member(replace(cast.network.member, graduates_on=date(2027, 2, 2)))
    async with open_app(size=(100, 24)) as app:
        await app.sees("days to graduation", gone="who would be lost")


@pytest.mark.parametrize("stored", TRAPS)
async def test_names_that_mean_no_good_stay_in_their_line(open_app: OpenApp, cast: Cast, stored: str) -> None:
    with cast.network.transaction("Added two") as draft:
        for _ in range(2):
            draft.put_contact(Contact("", stored, title=stored, emails=(Labelled("a@b.example", stored),)))
    async with open_app(size=(120, 40)) as app:
        await leaving(app)
        await app.sees("Who would be lost? · 2 of 2", TRAPS[stored][:8])
        assert all(line.endswith(("│", "╮", "╯", "▆", "▇", "█")) for line in app.lines()[:-1] if line.startswith("│"))


# Taking everything along


async def test_everything_is_taken_along_and_proved(open_app: OpenApp, cast: Cast, home: Path) -> None:
    some(cast)
    async with open_app() as app:
        await leaving(app)
        await app.press("x")
        await app.sees("Folder", "netkeeper-2026-11-23")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, PackProof))
        await app.sees("Taken along · 6 people", "nothing is missing", "6 of 6", "follow-ups", "READ ME FIRST.txt")
        folder = home / "Downloads" / "netkeeper-2026-11-23"
        assert sorted(os.listdir(folder)) == sorted([GUIDE, *(file.name for file in PACK if file.whom != "archived")])
        assert all(os.stat(path).st_mode & 0o077 == 0 for path in (folder, *folder.iterdir()))
        await app.press("j", "j")
        await app.sees("Google: contacts.google.com")
        await app.press("c")
        await app.hears("Copied")
        assert app.app.clipboard == str(folder)
        await app.press("escape")
        assert isinstance(app.app.screen, LeavingScreen)


async def test_the_same_by_mouse_for_the_team(open_app: OpenApp, cast: Cast, home: Path) -> None:
    some(cast)
    async with open_app() as app:
        await leaving(app)
        await app.click("x take along")
        await app.click("the team")
        await app.sees("without private notes")
        await app.click("enter take along")
        await app.until(lambda: isinstance(app.app.screen, PackProof))
        await app.sees("Taken along · 1 person")
        await app.click("google.csv")
        await app.sees("Google: contacts.google.com")
        await app.click("esc back")
        assert isinstance(app.app.screen, LeavingScreen)
    text = (home / "Downloads" / "netkeeper-2026-11-23" / "contacts.vcf").read_text(encoding="utf-8")
    assert text.count("BEGIN:VCARD") == 1 and "Cai Chen" in text


async def test_nobody_is_the_teams(open_app: OpenApp, cast: Cast, home: Path) -> None:
    cast.add("Anna Virtanen")
    async with open_app() as app:
        await leaving(app)
        await app.press("x", "shift+tab", "t", "enter")
        await app.sees("Nobody is marked as the team's yet", "○ me  ● the team")
    assert not any((home / "Downloads").iterdir())


async def test_a_passphrase_is_typed_twice_and_locks_the_files(
    open_app: OpenApp, cast: Cast, home: Path, monkeypatch: pytest.MonkeyPatch, quick_age: None
) -> None:
    monkeypatch.setattr(files, "PACK", PACK[:1])
    cast.add("Anna Virtanen")
    async with open_app() as app:
        await leaving(app)
        await app.press("x", "tab")
        await app.type("sesame")
        await app.press("enter")
        await app.sees("The two passphrases are not the same")
        assert "sesame" not in app.text()
        assert app.app.screen.focused is app.app.screen.query_one("#second", PlainInput)
        await app.type("sesame")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, PackProof))
        await app.sees("contacts.vcf.age", "nothing is missing", "1 of 1")
    folder = home / "Downloads" / "netkeeper-2026-11-23"
    assert (folder / "contacts.vcf.age").read_bytes().startswith(b"age-encryption.org/v1")
    assert "locked" in (folder / GUIDE).read_text(encoding="utf-8")


async def test_files_that_are_there_are_asked_about_first(open_app: OpenApp, cast: Cast, home: Path) -> None:
    cast.add("Anna Virtanen")
    folder = home / "Downloads" / "mine"
    folder.mkdir()
    (folder / "contacts.vcf").write_text("mine", encoding="utf-8")
    (folder / "other.txt").write_text("other", encoding="utf-8")
    async with open_app() as app:
        await leaving(app)
        await app.press("x")
        field = app.app.screen.query_one("#path", PlainInput)
        field.value = str(folder)
        await app.quiet()
        await app.press("enter")
        await app.sees("has files in it already")
        assert (folder / "contacts.vcf").read_text(encoding="utf-8") == "mine"
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, PackProof))
    assert "Anna Virtanen" in (folder / "contacts.vcf").read_text(encoding="utf-8")
    assert (folder / "other.txt").read_text(encoding="utf-8") == "other"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Write which folder"),
        ("nowhere/deep/down", "There is no folder"),
        ("file.txt", "is a file"),
    ],
)
async def test_what_is_no_folder_is_refused_in_one_line_and_nothing_typed_is_lost(
    open_app: OpenApp, cast: Cast, home: Path, typed: str, says: str
) -> None:
    cast.add("Anna Virtanen")
    (home / "Downloads" / "file.txt").write_text("x", encoding="utf-8")
    async with open_app() as app:
        await leaving(app)
        await app.press("x")
        app.app.screen.query_one("#path", PlainInput).value = typed
        await app.quiet()
        await app.press("enter")
        await app.sees(says)
        assert isinstance(app.app.screen, PackDialog)
        assert app.app.screen.query_one("#path", PlainInput).value == typed


async def test_it_can_be_stopped_and_leaves_nothing_behind(
    open_app: OpenApp, cast: Cast, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.add("Anna Virtanen")
    going, may_go = threading.Event(), threading.Event()

    def held(*args: object, **more: object) -> object:
        going.set()
        assert may_go.wait(20)
        return proved(*args, **more)  # type: ignore[arg-type]

    proved = proof.prove
    monkeypatch.setattr(pack, "prove", held)
    async with open_app() as app:
        await leaving(app)
        await app.press("x", "enter")
        await app.until(going.is_set)
        await app.sees("Writing contacts.vcf and reading it back")
        await app.press("escape")
        may_go.set()
        await app.sees("Stopped; nothing was written.")
    assert not any((home / "Downloads").iterdir())


async def test_what_is_missing_in_a_file_is_said(
    open_app: OpenApp, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    some(cast)
    proved = proof.prove

    def lacking(name: str, *args: object) -> tuple[Count, ...]:
        return (Count("people", 5, 6),) if name == "google" else proved(name, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(pack, "prove", lacking)
    async with open_app() as app:
        await leaving(app)
        await app.press("x", "enter")
        await app.until(lambda: isinstance(app.app.screen, PackProof))
        await app.sees("! Something is missing in google.csv; network.json has everything.", "5/6")


# Whose, in People


async def test_whose_is_said_of_all_who_are_selected(open_app: OpenApp, cast: Cast, folder: str) -> None:
    cast.add("Anna Virtanen")
    cast.add("Bo Bergman")
    async with open_app(keys=["2", "ctrl+a", "W"]) as app:
        await app.hears("belong to the team · u takes it back")
        assert all(each.of_team for each in Network(folder).contacts())
        await app.press("W")
        await app.hears("belong to you")
        assert not any(each.of_team for each in Network(folder).contacts())
