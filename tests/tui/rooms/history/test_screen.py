"""History: what was done, when and with what; and back to a point and forth again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netkeeper.actions.people.people import add
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.store import backups
from netkeeper.store.journal import APP, SHELL, Journal, JournalPosition, JournalRead
from netkeeper.store.network import Network
from netkeeper.store.restore import restore
from netkeeper.tui.rooms.history.reader import HistoryReader
from netkeeper.tui.rooms.history.screen import HistoryScreen
from tests.tui.conftest import OpenApp
from tests.tui.hostile import WORST

TODAY = date(2026, 11, 23)


def at(folder: str, day: int, hour: int, minute: int = 0, by: str = APP) -> Network:
    """The network at a moment of November 2026, UTC: two hours less than in Helsinki."""
    return Network(folder, clock=lambda: datetime(2026, 11, day, hour, minute, tzinfo=UTC), by=by)


def add_at(network: Network, name: str, words: str = "") -> None:
    add(network, name, contact_changes(split_text(words), TODAY), TODAY)


@pytest.fixture
def past(folder: str) -> list[str]:
    """A few days' doings; the names of all that were added."""
    add_at(at(folder, 16, 22, 30, SHELL), "Anna Virtanen", "org:Valio field:food")
    add_at(at(folder, 22, 9), "Pekka Salo")
    add_at(at(folder, 23, 8, 5, ""), "Maija Lehto")
    add_at(at(folder, 23, 12, 5, SHELL), "Bo Bergman")
    return ["Anna Virtanen", "Bo Bergman", "Maija Lehto", "Pekka Salo"]


def names(folder: str) -> list[str]:
    return sorted(name for _, name in Network(folder).names())


async def test_what_was_done_is_listed_by_day_and_time_of_this_place(open_app: OpenApp, past: list[str]) -> None:
    async with open_app(keys=["9"]) as app:
        await app.sees("TODAY")
        lines = [line.strip("│ ›") for line in app.lines()]
        start = lines.index("TODAY")
        assert [" ".join(line.split()) for line in lines[start : start + 7]] == [
            "TODAY",
            "14:05 Added Bo Bergman shell",
            "10:05 Added Maija Lehto",
            "YESTERDAY",
            "11:00 Added Pekka Salo app",
            "TUE 17 NOV",
            "00:30 Added Anna Virtanen shell",
        ]


async def test_enter_shows_what_a_line_changed_and_escape_comes_back(
    open_app: OpenApp, past: list[str], folder: str
) -> None:
    async with open_app(keys=["9", "G", "enter"]) as app:
        shown = await app.sees("Tue 17 Nov 00:30 from the shell · number 1", "Anna Virtanen added")
        assert "organization  Valio" in shown
        assert "fields        food" in shown
        assert "Pekka" not in shown
        await app.press("escape")
        await app.sees("Added Pekka Salo", gone="organization")
        await app.press("k")
        await app.click("Added Pekka Salo")
        await app.click("Added Pekka Salo")
        await app.sees("Pekka Salo added", "yesterday 11:00 in the app")


async def test_wide_the_details_follow_the_cursor(open_app: OpenApp, past: list[str]) -> None:
    async with open_app(size=(120, 40), keys=["9"]) as app:
        await app.sees("Bo Bergman added", "number 4")
        await app.press("j")
        await app.sees("Maija Lehto added", "number 3")


async def test_back_to_a_point_and_forth_again(open_app: OpenApp, past: list[str], folder: str) -> None:
    async with open_app(keys=["9", "j", "j", "b"]) as app:
        await app.sees(
            "Take back 3 things, to how it was before yesterday 11:00?",
            "│   Added Bo Bergman",
            "│   Added Maija Lehto",
            "│   Added Pekka Salo",
            gone="│   Added Anna",
        )
        assert names(folder) == past
        await app.press("enter")
        assert app.toasts() == ["Went back to before “Added Pekka Salo”: 3 things taken back · u takes it back"]
        assert names(folder) == ["Anna Virtanen"]
        shown = await app.sees("Went back to before “Added Pekka Salo”")
        assert shown.count("taken back  ") == 3
        await app.press("u")
        assert app.toasts() == ["Took back: Went back to before “Added Pekka Salo”"]
        assert names(folder) == past
        assert app.text().count("taken back  ") == 1


async def test_escape_takes_nothing_back(open_app: OpenApp, past: list[str], folder: str) -> None:
    async with open_app(keys=["9", "G", "b"]) as app:
        await app.sees("Take back 4 things")
        await app.press("escape")
        assert names(folder) == past
        assert isinstance(app.app.screen, HistoryScreen)


async def test_by_mouse_to_a_point_and_forth_again(open_app: OpenApp, past: list[str], folder: str) -> None:
    async with open_app() as app:
        await app.click("9 History")
        await app.click("Added Maija Lehto")
        await app.click("b back to here")
        await app.sees("Take back 2 things")
        await app.click("enter go back")
        assert names(folder) == ["Anna Virtanen", "Pekka Salo"]
        await app.click("u undo")
        assert names(folder) == past


async def test_what_comes_meanwhile_is_never_taken_back_unseen(
    open_app: OpenApp, past: list[str], elsewhere: Callable[[], Network], folder: str
) -> None:
    async with open_app(keys=["9", "b"]) as app:
        add_at(elsewhere(), "Cai Chen")
        await app.press("enter")
        await app.sees("Something was done meanwhile (“Added Cai Chen”)")
        assert names(folder) == sorted([*past, "Cai Chen"])
        await app.press("escape")
        await app.sees("Added Cai Chen", "Added Bo Bergman")


async def test_what_was_taken_back_since_is_named_as_coming_back(
    open_app: OpenApp, past: list[str], folder: str
) -> None:
    Network(folder).undo()
    async with open_app(keys=["9", "b"]) as app:
        shown = await app.sees("1 thing that you took back since, there again:", "Added Bo Bergman")
        assert "Take back" not in shown
        await app.press("enter")
        assert names(folder) == past


async def test_an_empty_history_says_what_it_is_for(open_app: OpenApp) -> None:
    async with open_app(keys=["9"]) as app:
        await app.sees("Nothing was done yet.", "is kept in this list")
        await app.press("b", "enter", "j", "G")
        await app.sees("Nothing was done yet.")


async def test_a_change_of_a_shell_appears_and_the_cursor_keeps_its_place(
    open_app: OpenApp, past: list[str], elsewhere: Callable[[], Network]
) -> None:
    async with open_app(keys=["9", "j"]) as app:
        add_at(elsewhere(), "Cai Chen")
        await app.sees("Added Cai Chen")
        assert any("›" in line and "Maija Lehto" in line for line in app.lines())


async def test_older_journals_are_read_only_when_one_gets_there(
    open_app: OpenApp, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network(folder)
    for number in range(700):
        with network.transaction(f"Change {number}") as draft:
            draft.put_contact(Contact("", f"Person {number}"))
        if number in (99, 399):
            network.close()
    oldest, newer = backups.all_archived_journals(folder)[::-1]
    read: list[str] = []
    usual = Journal.read

    def noted(journal: Journal, since: JournalPosition | None = None) -> JournalRead | None:
        read.append(journal.path)
        return usual(journal, since)

    monkeypatch.setattr(Journal, "read", noted)
    async with open_app() as app:
        read.clear()
        await app.press("9")
        await app.sees("Change 699")
        assert not {oldest, newer} & set(read)
        await app.press(*["pagedown"] * 12)
        await app.until(lambda: newer in read)
        assert len(app.app.screen._look_back.done) >= 500  # type: ignore[attr-defined]
        for _ in range(50):
            await app.press("G")  # Older changes may come in below while one goes to the end.
            if "Change 0 " in app.text():
                break
        await app.sees("Change 0")
        assert oldest in read
        assert len(app.app.screen._look_back.done) == 700  # type: ignore[attr-defined]
        for _ in range(50):
            await app.press("g")
            if "Change 699" in app.text():
                break
        await app.sees("Change 699")


async def test_a_damaged_old_journal_is_said_and_the_rest_is_there(
    open_app: OpenApp, past: list[str], folder: str
) -> None:
    Network(folder).close()
    add_at(Network(folder), "Cai Chen")
    with open(backups.all_archived_journals(folder)[-1], "r+b") as file:
        file.write(b"garbage")
    async with open_app(keys=["9"]) as app:
        await app.sees("Added Cai Chen")
        assert any("is damaged" in toast for toast in app.toasts())
        await app.press("j", "G", "u")
        assert "Cai Chen" not in names(folder)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (56, 20)])
async def test_hostile_text_is_only_text(open_app: OpenApp, folder: str, size: tuple[int, int]) -> None:
    network = Network(folder, by="[/b]\x1b]52")
    for stored in WORST:
        with network.transaction(f"Added {stored}") as draft:
            draft.put_contact(Contact("", stored, notes=stored, emails=(Labelled(stored, stored),), via=stored))
    async with open_app(size=size, keys=["9", "j", "enter"]) as app:
        for _ in WORST:
            text = app.text()
            assert "\x1b" not in text
            assert "\u202e" not in text
            await app.press("escape", "j", "enter")
        await app.press("escape", "b")
        shown = app.text()
        assert "Take back" in shown
        assert "\x1b" not in shown
        await app.press("enter")
        assert names(folder) == []
        app.toasts()


async def test_resizing_keeps_the_place_and_the_reading(open_app: OpenApp, past: list[str]) -> None:
    async with open_app(keys=["9", "j", "enter"]) as app:
        await app.sees("Maija Lehto added")
        await app.pilot.resize_terminal(120, 40)
        await app.sees("Maija Lehto added", "Added Bo Bergman")
        await app.pilot.resize_terminal(56, 20)
        await app.sees("Maija Lehto added", gone="Added Bo")
        await app.press("escape")
        await app.sees("Added Bo", gone="Maija Lehto added")


def test_a_network_that_was_put_in_place_of_another_has_its_own_history(folder: str) -> None:
    network = Network(folder)
    for name in ("Anna", "Bo", "Cai"):
        add_at(network, name)
    network.close()
    network.storage.back_up("asked")
    look_back = HistoryReader(network)
    look_back.catch_up(2)
    assert [done.transaction.what for done in look_back.done] == ["Added Cai", "Added Bo"]
    (Path(folder) / "network.json").write_bytes(b"damaged")
    restore(folder, None, datetime(2026, 11, 23, tzinfo=UTC))
    network.refresh()
    add_at(network, "Dora")
    look_back.catch_up(2)
    assert [done.transaction.what for done in look_back.done] == ["Added Dora"]
