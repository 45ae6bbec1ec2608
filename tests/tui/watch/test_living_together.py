"""The app among others: what a shell writes meanwhile, files that are damaged, and midnight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from netkeeper.actions.interactions.log import Promises, log
from netkeeper.actions.people.bulk import archive
from netkeeper.actions.people.people import add
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.store.network import Network
from netkeeper.tui.draw.toast import clear_own_toasts, shows_elsewhere_toast, toast, toast_from_elsewhere
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp

TODAY = date(2026, 11, 23)
Elsewhere = Callable[[], Network]


def log_elsewhere(network: Network, name: str, text: str, promises: Promises = Promises.CLOSE_DUE) -> None:
    """Log something as a shell does."""
    contact_id = next(contact_id for contact_id, each in network.names() if each == name)
    log(network, [contact_id], log_words(split_text(text), TODAY), TODAY, promises=promises)


def damage(path: Path) -> None:
    """Change a byte in the middle of a file."""
    good = path.read_bytes()
    place = len(good) // 2
    path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])


async def test_what_a_shell_logs_appears_by_itself(open_app: OpenApp, cast: Cast, elsewhere: Elsewhere) -> None:
    cast.usual()
    async with open_app(size=(120, 40)) as app:
        log_elsewhere(elsewhere(), "Anna Virtanen", "rang from the shell kind:call")
        await app.sees("From elsewhere: Logged a call with Anna Virtanen", "Today · 1 of 5")
        assert app.chosen == "Anna Virtanen"  # No key moved the cursor.


async def test_the_timeline_of_whoever_is_shown_grows(open_app: OpenApp, cast: Cast, elsewhere: Elsewhere) -> None:
    cast.usual()
    async with open_app(size=(120, 40)) as app:
        log_elsewhere(elsewhere(), "Anna Virtanen", "an old story when:1.10.", Promises.KEEP)
        await app.sees("an old story")


async def test_the_cursor_and_the_scroll_stay_where_they_are(
    open_app: OpenApp, cast: Cast, elsewhere: Elsewhere
) -> None:
    people = cast.usual()
    for number in range(40):
        cast.log(cast.add(f"Person {number:02}"), "hello", date(2026, 9, 1))
    async with open_app() as app:
        await app.press("m", "G", "k", "k", "k")
        chosen, scrolled = app.chosen, app.today.people.scroll_offset
        other = elsewhere()
        archive(other, [people["Cai"].id])
        await app.sees("From elsewhere: Archived Cai Chen")
        assert app.chosen == chosen
        assert app.today.people.scroll_offset.y in (scrolled.y, scrolled.y - 1)


async def test_a_half_typed_log_is_not_touched(open_app: OpenApp, cast: Cast, elsewhere: Elsewhere) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("l")
        await app.type("half a no")
        log_elsewhere(elsewhere(), "Anna Virtanen", "from the shell")
        await app.sees("From elsewhere: Logged a meeting with Anna Virtanen", "Log · Anna Virtanen", "half a no")
        await app.type("te")
        await app.press("enter")
        await app.sees("Logged a meeting with Anna Virtanen", gone="Log · Anna Virtanen")
    notes = {interaction.note for interaction in elsewhere().interactions()}
    assert {"half a note", "from the shell"} <= notes


async def test_many_changes_at_once_are_one_toast(open_app: OpenApp, cast: Cast, elsewhere: Elsewhere) -> None:
    cast.usual()
    async with open_app() as app:
        other = elsewhere()
        for name in ("Anna Virtanen", "Pekka Salo", "Heidi Moilanen"):
            log_elsewhere(other, name, "hello")
        await app.sees("From elsewhere: 3 changes, the last: Logged a meeting with", "Today · 3 of")
        assert app.text().count("From elsewhere") == 1


async def test_a_toast_about_others_is_known_by_its_mark_and_not_by_what_it_says(open_app: OpenApp) -> None:
    async with open_app() as app:
        toast_from_elsewhere(app.app, "Somebody did something")
        toast(app.app, "From elsewhere: typed here")
        await app.sees("Somebody did something", "typed here")
        clear_own_toasts(app.app)
        await app.sees("Somebody did something", gone="typed here")
        assert shows_elsewhere_toast(app.app)


async def test_somebody_gone_meanwhile_is_said_and_what_was_typed_stays(
    open_app: OpenApp, cast: Cast, elsewhere: Elsewhere
) -> None:
    cast.usual()
    dora = cast.add("Dora Day", on=date(2026, 10, 20))
    cast.promise(dora, "ring her", date(2026, 11, 1))
    async with open_app() as app:
        assert app.chosen == "Dora Day"
        await app.press("l")
        await app.type("a long story")
        other = elsewhere()
        other.undo()
        other.undo()
        await app.sees("the last: Took back")
        await app.press("enter")
        await app.sees("There is no contact", "a long story")


async def test_an_empty_network_fills_itself(open_app: OpenApp, elsewhere: Elsewhere) -> None:
    async with open_app() as app:
        await app.sees("Nobody is in your network yet", "netkeeper add", "netkeeper import", "netkeeper demo")
        words = contact_changes(split_text("birthday:25.11. org:Valimo"), TODAY)
        add(elsewhere(), "Anna Virtanen", words, TODAY)
        await app.sees("Anna Virtanen", "birthday Wed 25 Nov", "Valimo", gone="Nobody is in")
        await app.press("l")
        await app.sees("Log · Anna Virtanen")


async def test_damage_while_open_is_said_once_and_actions_refuse(
    open_app: OpenApp, cast: Cast, folder: str, data: Path
) -> None:
    cast.usual()
    async with open_app() as app:
        journal = data / "journal.jsonl"
        good = journal.read_bytes()
        journal.write_bytes(good + b'{"seq": 99, "what": "no transaction"}\n')
        # The toast itself, not the screen: where a long path breaks the lines depends on its length.
        await app.until(lambda: any("journal.jsonl" in said and "netkeeper doctor" in said for said in app.toasts()))
        assert app.chosen == "Anna Virtanen"
        app.app.clear_notifications()
        await app.press("d")
        await app.until(lambda: any("journal.jsonl" in said for said in app.toasts()))
        await app.press("l")
        await app.type("keep this")
        await app.press("enter")
        await app.sees("damaged", "keep this")
        journal.write_bytes(good)
        await app.press("enter")
        await app.sees("Logged a meeting with Anna Virtanen", gone="Log · Anna Virtanen")
    assert "keep this" in {interaction.note for interaction in Network(folder).interactions()}


async def test_damaged_interactions_leave_the_card_and_the_rest(open_app: OpenApp, cast: Cast, data: Path) -> None:
    cast.usual()
    cast.network.close()
    damage(data / "interactions.json")
    async with open_app(size=(120, 40)) as app:
        await app.sees("Brand lead, Valimo", "damaged", "netkeeper doctor")
        await app.press("j")
        await app.sees("damaged", "every 6 weeks")
        await app.press("f")
        await app.type("ring him")
        await app.press("enter")
        await app.sees("ring him · u takes it back")


async def test_the_day_turns_over_by_itself(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    days = [TODAY]
    async with open_app(size=(100, 30), day=lambda: days[-1]) as app:
        who = app.chosen
        await app.sees("Mon 23 Nov · 191 days", "birthday Wed 25 Nov")
        days.append(date(2026, 11, 24))
        await app.sees("Tue 24 Nov · 190 days", "birthday tomorrow", " 4d")
        assert app.chosen == who


@pytest.mark.parametrize("key", ["d", "u"])
async def test_a_lock_that_is_held_is_said_and_nothing_is_lost(
    open_app: OpenApp, cast: Cast, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    cast.usual()
    monkeypatch.setattr("netkeeper.system.lock.TIMEOUT_SECONDS", 0.2)
    async with open_app() as app:
        with elsewhere().storage.lock():
            await app.press(key)
            await app.sees("Another")
        assert app.chosen == "Anna Virtanen"


async def test_a_key_does_not_hit_whoever_another_process_put_under_the_cursor(
    open_app: OpenApp, cast: Cast, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = cast.usual()
    monkeypatch.setattr("netkeeper.tui.keys.guard.HOLD_SECONDS", 60)
    async with open_app() as app:
        assert app.chosen == "Anna Virtanen"
        archive(elsewhere(), [people["Anna"].id])
        await app.sees("From elsewhere: Archived Anna Virtanen")
        now, before = app.chosen, len(elsewhere().interactions())
        await app.press("d")
        await app.hears(f"the cursor is on {now} now")
        assert "From elsewhere" in " ".join(app.toasts())
        assert len(elsewhere().interactions()) == before
        app.today.key_guard._hold_until = 0.0
        await app.press("d")
        await app.hears("Was in touch with")


async def test_what_came_from_elsewhere_just_now_is_taken_back_only_when_asked_again(
    open_app: OpenApp, cast: Cast, elsewhere: Elsewhere
) -> None:
    people = cast.usual()
    async with open_app() as app:
        archive(elsewhere(), [people["Cai"].id])
        await app.sees("From elsewhere: Archived Cai Chen")
        await app.press("u")
        await app.hears("The last thing came from elsewhere: Archived Cai Chen · u again takes it back")
        assert elsewhere().contact(people["Cai"].id).archived
        await app.press("u")
        await app.hears("Took back: Archived Cai Chen")
        assert not elsewhere().contact(people["Cai"].id).archived


async def test_what_is_typed_for_a_line_that_did_not_open_presses_no_keys(
    open_app: OpenApp, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netkeeper.tui.keys.guard.PAUSE_SECONDS", 60)
    async with open_app() as app:
        await app.press("l")
        await app.hears("Nobody is in your network yet · a adds somebody")
        await app.type("lanna kahvia")
        await app.press("enter")
        assert len(app.app.screen_stack) == 1
        await app.press("escape", "a")
        await app.sees("Add somebody")
    assert Network(folder).is_empty


async def test_what_many_commands_did_is_one_toast_that_counts(
    open_app: OpenApp, cast: Cast, elsewhere: Elsewhere
) -> None:
    cast.usual()
    async with open_app() as app:
        other = elsewhere()
        for place in range(10):
            log_elsewhere(other, "Anna Virtanen", f"tea {place}")
            await app.hears(f"{place + 1} changes, the last: " if place else "From elsewhere: Logged a")
        await app.hears("From elsewhere: 10 changes, the last: Logged a meeting with Anna Virtanen")
        assert len([toast for toast in app.toasts() if "elsewhere" in toast]) == 1
