"""The person's pane: a cursor on what happened and what is promised, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from netkeeper.actions.interactions.interactions import delete_interaction, edit_interaction
from netkeeper.actions.promises import promises
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.promises.recurrence import parse_recurrence
from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)
WIDE = (120, 40)
Elsewhere = Callable[[], Network]


@pytest.fixture
def people(cast: Cast) -> dict[str, Contact]:
    """The usual people; Anna has more to come and to look back at."""
    found = cast.usual()
    promises.follow_up(cast.network, found["Anna"].id, "newsletter", date(2026, 12, 7), rrule=parse_recurrence("2w"))
    kept = promises.follow_up(cast.network, found["Anna"].id, "price list", date(2026, 10, 1))
    promises.done(cast.network, found["Anna"].id, date(2026, 10, 2), followup_id=kept.id)
    return found


def here(app: Opened) -> Interaction | FollowUp | None:
    """What the cursor of the pane is on."""
    return app.today.pane.item


def notes(folder: str) -> list[str]:
    return [interaction.note for interaction in Network(folder).interactions()]


def promised(folder: str, what: str) -> FollowUp:
    return next(followup for followup in Network(folder).followups() if followup.what == what)


async def go_to(app: Opened, shown: str) -> None:
    """Go into the pane, down to the line that shows something."""
    await app.press("enter")
    for _ in range(40):
        marked = [line for line in app.lines() if f"›{'':0}" in line[2:]]
        if any(shown in line[line.rindex("›") :] for line in marked):
            return
        await app.press("j")
    raise AssertionError(f"{shown} is not to be reached:\n{app.text()}")


@pytest.mark.usefixtures("people")
class TestTheCursor:
    """Where it can be, and how it gets there."""

    async def test_it_goes_from_the_card_over_promises_to_what_happened_and_back(self, open_app: OpenApp) -> None:
        async with open_app(size=WIDE, keys=["enter"]) as app:
            assert here(app) is None
            found = []
            for _ in range(5):
                await app.press("j")
                item = here(app)
                found.append(item.what if isinstance(item, FollowUp) else item.note if item else "")
            assert found == [
                "send workshop offer",
                "newsletter",
                "coffee, wants a workshop",
                "price list",
                "asked about prices",
            ]
            await app.press("k", "k", "up")
            assert getattr(here(app), "what", "") == "newsletter"
            await app.press("g")
            assert here(app) is None
            await app.press("G")
            assert getattr(here(app), "note", "") == "asked about prices"
            await app.press("escape", "j", "enter", "j")
            assert getattr(here(app), "note", "") == "lunch"

    async def test_it_is_drawn_only_while_one_looks(self, open_app: OpenApp) -> None:
        async with open_app(size=WIDE) as app:
            await app.press("enter", "j", "j", "j")
            line = next(line for line in app.lines() if "meeting" in line)
            assert "› 2 Nov meeting" in line
            await app.press("escape")
            assert "› 2 Nov" not in app.text()

    async def test_it_scrolls_along(self, open_app: OpenApp, cast: Cast) -> None:
        for number in range(30):
            cast.log(cast.network.contacts()[0], f"talk {number:02}", date(2026, 8, 1) - timedelta(number))
        async with open_app() as app:
            await app.press("enter")
            pane = app.today.pane
            for _ in range(36):
                await app.press("j")
                if here(app) is not None:
                    await app.until(lambda: any("›" in line[3:] for line in app.lines()))
            assert pane.scroll_offset.y > 20
            for _ in range(60):
                await app.press("k")
            assert pane.scroll_offset.y == 0
            assert here(app) is None

    async def test_what_lies_behind_the_last_is_seen_too(self, open_app: OpenApp) -> None:
        async with open_app(size=(60, 14)) as app:
            await app.press("enter", *["j"] * 30)
            await app.sees("hopes employer")
            assert getattr(here(app), "note", "") == "asked about prices"
            await app.press("k", "k")
            await app.sees("›")

    async def test_it_stays_by_what_it_is_on_while_things_come_and_go(
        self, open_app: OpenApp, elsewhere: Elsewhere, people: dict[str, Contact]
    ) -> None:
        async with open_app(size=WIDE) as app:
            await go_to(app, "2 Nov meeting")
            other = elsewhere()
            promises.follow_up(other, people["Anna"].id, "one more", date(2026, 11, 25))
            await app.sees("one more")
            assert getattr(here(app), "note", "") == "coffee, wants a workshop"
            delete_interaction(other, other.interactions(people["Anna"].id)[0].id)
            await app.sees("Deleted a meeting", gone="2 Nov meeting")
            assert getattr(here(app), "what", "") == "price list"

    async def test_a_resize_keeps_it_and_shows_it(self, open_app: OpenApp) -> None:
        async with open_app(size=WIDE) as app:
            await go_to(app, "1 Sep call")
            for size in ((80, 24), (56, 20), (200, 60)):
                await app.pilot.resize_terminal(*size)
                await app.quiet()
                assert getattr(here(app), "note", "") == "asked about prices"

    async def test_a_click_goes_there_and_another_edits(self, open_app: OpenApp) -> None:
        async with open_app(size=WIDE) as app:
            await app.click("asked about prices")
            assert getattr(here(app), "note", "") == "asked about prices"
            assert len(app.app.screen_stack) == 1
            await app.click("asked about prices")
            await app.sees("Edit · call with Anna Virtanen")
            await app.press("escape")
            await app.click("Brand lead")
            assert here(app) is None

    async def test_no_color_still_tells_where_it_is(self, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NO_COLOR", "1")
        async with open_app(size=WIDE) as app:
            await go_to(app, "1 Sep call")


@pytest.mark.usefixtures("people")
class TestKeys:
    """What the keys do there."""

    async def test_e_changes_what_was_logged_and_the_cursor_stays(self, open_app: OpenApp, folder: str) -> None:
        async with open_app(size=WIDE) as app:
            await go_to(app, "2 Nov meeting")
            await app.press("e")
            await app.sees("Edit · meeting with Anna Virtanen", "coffee, wants a workshop")
            await app.type(" on Monday")
            await app.press("enter")
            await app.hears("Edited a meeting with Anna Virtanen · u takes it back")
            await app.sees("coffee, wants a workshop on Monday")
            assert getattr(here(app), "note", "") == "coffee, wants a workshop on Monday"
            await app.press("u")
            await app.sees("Took back: Edited", gone="on Monday")
        assert "coffee, wants a workshop" in notes(folder)

    async def test_e_on_the_card_is_about_the_person(self, open_app: OpenApp) -> None:
        async with open_app(size=WIDE, keys=["enter", "e"]) as app:
            await app.sees("Edit · Anna Virtanen")

    async def test_d_deletes_without_a_question_and_undo_brings_it_back(self, open_app: OpenApp, folder: str) -> None:
        async with open_app(size=WIDE) as app:
            await go_to(app, "2 Nov meeting")
            await app.press("D")
            await app.hears("Deleted a meeting with Anna Virtanen · u takes it back")
            assert notes(folder).count("coffee, wants a workshop") == 0
            assert getattr(here(app), "what", "") == "price list"
            await app.press("u")
            await app.sees("2 Nov meeting")
            assert app.chosen == "Anna Virtanen"
        assert "coffee, wants a workshop" in notes(folder)

    async def test_an_open_promise_is_changed_dropped_done_and_put_off(self, open_app: OpenApp, folder: str) -> None:
        async with open_app(size=WIDE) as app:
            await go_to(app, "● next    Mon 7 Dec · newsletter")
            await app.press("s", "3", "enter")
            await app.hears("Anna Virtanen can wait until Mon 30 Nov")
            assert promised(folder, "newsletter").due_on == date(2026, 11, 30)
            assert promised(folder, "send workshop offer").due_on == date(2026, 11, 20)
            assert app.chosen == "Anna Virtanen"
            await app.press("e")
            # Moved to an earlier day, it was not put off.
            await app.sees("Follow-up · Anna Virtanen", "every 2 weeks", gone="put off")
            await app.press("escape", "D")
            await app.hears("Dropped a follow-up with Anna Virtanen: newsletter · u takes it back")
            assert promised(folder, "newsletter").status is Status.DROPPED
            await app.press("u")
            await app.hears("Took back")
            await app.press("k", "k", "k", "k", "k", "j", "j", "d")
            await app.hears("Done with Anna Virtanen: newsletter · again")
            assert app.chosen == "Anna Virtanen"
        assert promised(folder, "send workshop offer").is_open

    async def test_a_closed_promise_is_read_and_opened_again(self, open_app: OpenApp, folder: str) -> None:
        async with open_app(size=WIDE) as app:
            await go_to(app, "2 Oct ✓ kept")
            await app.press("D")
            await app.hears("It is closed already")
            for key in ("e", "enter"):
                await app.press(key)
                await app.sees("Kept; it was for Thu 1 Oct", "closed Fri 2 Oct", "o open again")
                await app.press("escape")
            await app.press("enter", "o")
            await app.hears("Opened a follow-up with Anna Virtanen again: price list · u takes it back")
        assert promised(folder, "price list").is_open

    async def test_enter_reads_a_long_note_whole(self, open_app: OpenApp, cast: Cast) -> None:
        text = "\n".join(f"line {number:02}" for number in range(60))
        cast.log(cast.network.contacts()[0], "x", date(2026, 11, 3))
        interaction = cast.network.interactions(cast.network.contacts()[0].id)[0]
        with cast.network.transaction("x") as draft:
            draft.put_interaction(
                Interaction(interaction.id, interaction.on, interaction.contact_ids, Kind.EVENT, text, 5)
            )
        async with open_app() as app:
            await go_to(app, "3 Nov event")
            await app.sees("… 55 more lines", gone="line 20")
            await app.press("enter")
            await app.sees("event · Tue 3 Nov · feeling 5", "line 00")
            await app.press("j", *["space"] * 8)
            await app.sees("line 59")
            await app.press("pageup", "k", "space", "e")
            await app.sees("Edit · event with Anna Virtanen")
            await app.press("escape")
            await app.press("enter", "D")
            await app.hears("Deleted an event with Anna Virtanen")

    async def test_one_who_was_never_met_has_nothing_to_point_at(self, open_app: OpenApp, cast: Cast) -> None:
        cast.promise(cast.add("Zoe"), "ring", date(2026, 11, 1))
        async with open_app(size=WIDE, keys=["enter", "j", "j", "j", "D"]) as app:
            await app.hears("Dropped a follow-up with Zoe: ring")
            await app.press("enter", "g", "D", "G")
            assert app.app.is_running

    async def test_the_foot_names_the_keys_and_takes_a_click(self, open_app: OpenApp, folder: str) -> None:
        async with open_app(size=WIDE) as app:
            await app.click("asked about prices")
            await app.click("D delete")
            await app.hears("Deleted a call with Anna Virtanen")
            await app.click("2 Nov")
            await app.click("enter read")
            await app.sees("coffee, wants a workshop", "recommended you", "esc close")
            await app.click("esc close")
            await app.until(lambda: len(app.app.screen_stack) == 1)
        assert "asked about prices" not in notes(folder)

    async def test_gone_elsewhere_before_the_key_is_said(
        self, open_app: OpenApp, elsewhere: Elsewhere, people: dict[str, Contact]
    ) -> None:
        async with open_app(size=WIDE) as app:
            await go_to(app, "2 Nov meeting")
            await app.press("enter")
            other = elsewhere()
            found = other.interactions(people["Anna"].id)[0]
            delete_interaction(other, found.id)
            await app.press("D")
            await app.until(lambda: any("timeline any more" in toast for toast in app.toasts()))


async def test_others_who_were_there_are_named(open_app: OpenApp, cast: Cast, people: dict[str, Contact]) -> None:
    network = cast.network
    base = network.interactions(people["Anna"].id)[0]
    with_bo = Interaction(
        base.id, base.on, (*base.contact_ids, people["Bo"].id), base.kind, base.note, signals=(Signal.INVITED,)
    )
    edit_interaction(network, base, with_bo, TODAY)
    async with open_app(size=WIDE) as app:
        await go_to(app, "2 Nov meeting")
        await app.press("enter")
        await app.sees("with Bo Bergman", "invited you")
