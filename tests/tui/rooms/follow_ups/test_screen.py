"""Promised: everything promised, by when it is due, and each dealt with in one key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from netkeeper.actions.people.bulk import archive
from netkeeper.actions.promises import promises
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.promises.recurrence import parse_recurrence
from netkeeper.store.network import Network
from netkeeper.tui.core import session
from netkeeper.tui.rooms import search_line_room
from netkeeper.tui.rooms.follow_ups.rows import Group, group_of, promise_in_full
from netkeeper.tui.rooms.follow_ups.screen import FollowUpsScreen
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import Opened, seq_of

TODAY = date(2026, 11, 23)
Elsewhere = Callable[[], Network]


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def people(cast: Cast) -> dict[str, Contact]:
    """The usual people, with promises of every sort."""
    found = cast.usual()
    follow_up = promises.follow_up
    follow_up(cast.network, found["Pekka"].id, "call about the stand", TODAY)
    follow_up(cast.network, found["Bo"].id, "newsletter", in_days(1), rrule=parse_recurrence("every 2 weeks"))
    follow_up(cast.network, found["Heidi"].id, "ask about the fair", in_days(5))
    follow_up(cast.network, found["Cai"].id, "", in_days(10))
    follow_up(cast.network, found["Dina"].id, "invoice", date(2027, 1, 31), rrule=parse_recurrence("monthly"))
    kept = follow_up(cast.network, found["Elli"].id, "bring the flyers", in_days(-3))
    promises.done(cast.network, found["Elli"].id, in_days(-2), followup_id=kept.id)
    gone = follow_up(cast.network, found["Elli"].id, "ring her bank", in_days(-9))
    promises.drop(cast.network, gone.id, in_days(-1))
    return found


def room(app: Opened) -> FollowUpsScreen:
    return next(screen for screen in app.app.screen_stack if isinstance(screen, FollowUpsScreen))


def here(app: Opened) -> str:
    """What the promise under the cursor says."""
    found = room(app)._here
    assert found is not None
    return found.what


def promised(folder: str) -> dict[str, FollowUp]:
    return {followup.what: followup for followup in Network(folder).followups()}


@pytest.mark.usefixtures("people")
class TestTheList:
    """What it shows."""

    async def test_promises_come_by_when_they_are_due(self, open_app: OpenApp) -> None:
        async with open_app(size=(120, 40), keys=["3"]) as app:
            screen = app.text()
            shown = [
                "Promised · 6 open",
                "LATE · 1",
                "send workshop offer",
                "TODAY · 1",
                "call about the stand",
                "THIS WEEK · 2",
                "newsletter",
                "ask about the fair",
                "DECEMBER · 1",
                "be in touch",
                "JANUARY 2027 · 1",
                "invoice",
            ]
            places = [screen.index(each) for each in shown]
            assert places == sorted(places)
            assert "bring the flyers" not in screen
            newsletter = next(line for line in app.lines() if "newsletter" in line)
            assert "Bo Bergman" in newsletter
            assert "↻ Tue 24 Nov" in newsletter
            await app.sees("● Fri 20 Nov · send workshop offer")

    async def test_where_there_is_room_words_say_how_each_recurs(self, open_app: OpenApp) -> None:
        async with open_app(size=(200, 50), keys=["3"]) as app:
            await app.sees("↻ every 2 weeks", "↻ every month")

    async def test_the_person_beside_it_is_told_all_of_the_promise(self, open_app: OpenApp) -> None:
        async with open_app(size=(140, 40), keys=["3", "j", "j"]) as app:
            assert here(app) == "newsletter"
            await app.press("s", "1", "enter", "k")
            await app.sees("● tomorrow · newsletter · every 2 weeks", "once", "»1")

    async def test_a_key_shows_what_is_closed_and_hides_it(self, open_app: OpenApp) -> None:
        async with open_app(size=(80, 40), keys=["3", "m"]) as app:
            screen = await app.sees("CLOSED · 2", "✓ Elli Eskola", "– Elli Eskola")
            # The latest first.
            assert screen.index("– Elli Eskola") < screen.index("✓ Elli Eskola")
            await app.press("G")
            await app.sees("○ kept Sat 21 Nov")
            await app.press("m")
            await app.sees("Promised · 6 open", gone="CLOSED")

    async def test_a_closed_one_is_opened_again_and_no_key_about_open_ones_does_harm(
        self, open_app: OpenApp, folder: str
    ) -> None:
        async with open_app(size=(80, 40), keys=["3", "m", "G"]) as app:
            before = seq_of(folder)
            await app.press("d", "s", "e", "D")
            assert len(app.app.screen_stack) == 1
            assert seq_of(folder) == before
            await app.press("o")
            await app.hears("Opened a follow-up with Elli Eskola again: bring the flyers · u takes it back")
            assert promised(folder)["bring the flyers"].is_open
            await app.sees("LATE · 2", "CLOSED · 1")
            await app.press("u")
            await app.sees("CLOSED · 2")
        assert promised(folder)["bring the flyers"].status is Status.DONE

    async def test_nothing_is_asked_of_whoever_is_put_away(
        self, open_app: OpenApp, cast: Cast, people: dict[str, Contact]
    ) -> None:
        archive(cast.network, [people["Bo"].id])
        async with open_app(keys=["3"]) as app:
            await app.sees("Promised · 5 open", gone="newsletter")


@pytest.mark.usefixtures("people")
class TestDealing:
    """Each key, and where the cursor goes on."""

    async def test_a_round_by_keys_goes_from_promise_to_promise(self, open_app: OpenApp, folder: str) -> None:
        async with open_app(size=(100, 30), keys=["3"]) as app:
            await app.press("d")
            await app.hears("Done with Anna Virtanen: send workshop offer · u takes it back")
            assert here(app) == "call about the stand"
            await app.press("s", "3", "enter")
            await app.hears("Pekka Salo can wait until Mon 30 Nov · u takes it back")
            assert here(app) == "newsletter"
            await app.press("d")
            await app.hears("Done with Bo Bergman: newsletter · again Tue 8 Dec")
            assert here(app) == "ask about the fair"
            await app.press("D")
            await app.hears("Dropped a follow-up with Heidi Moilanen: ask about the fair · u takes it back")
            assert here(app) == "call about the stand"
        found = promised(folder)
        assert found["call about the stand"].snoozes == 1
        assert found["ask about the fair"].status is Status.DROPPED

    async def test_undo_goes_back_to_it(self, open_app: OpenApp) -> None:
        async with open_app(size=(100, 30), keys=["3", "j", "D", "G"]) as app:
            await app.press("u")
            await app.hears("Took back: Dropped a follow-up with Pekka Salo")
            assert here(app) == "call about the stand"

    async def test_only_the_promise_that_is_meant_is_dealt_with(
        self, open_app: OpenApp, cast: Cast, people: dict[str, Contact], folder: str
    ) -> None:
        cast.promise(people["Anna"], "second thing", in_days(-1))
        async with open_app(keys=["3", "j"]) as app:
            assert here(app) == "second thing"
            await app.press("d")
            await app.hears("Done with Anna Virtanen: second thing")
        assert promised(folder)["send workshop offer"].is_open

    async def test_f_promises_more_to_whoever_is_under_the_cursor(self, open_app: OpenApp, folder: str) -> None:
        async with open_app(size=(100, 30), keys=["3", "f"]) as app:
            await app.type("breakfast every:mondays")
            await app.sees("Mon 30 Nov: breakfast", "every Mon: then Mon 7 Dec, Mon 14 Dec, Mon 21 Dec")
            await app.press("enter")
            await app.hears("Promised Anna Virtanen, Mon 30 Nov, every Mon: breakfast · u takes it back")
            await app.sees("LATER IN NOVEMBER · 1", "breakfast")
        assert promised(folder)["breakfast"].rrule == "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"

    async def test_the_day_that_the_text_speaks_of_is_taken_and_beside_another_told_of(
        self, open_app: OpenApp, folder: str
    ) -> None:
        async with open_app(size=(100, 30), keys=["3", "f"]) as app:
            await app.type("toimita pipot perjantaina")
            await app.sees("Fri 27 Nov: toimita pipot perjantaina (from “perjantaina”)")
            await app.type(" due:mon 14:00")
            await app.sees("Mon 30 Nov: toimita pipot perjantaina (14:00) (due: counts")
            await app.press("enter")
            await app.hears("Promised Anna Virtanen, Mon 30 Nov: toimita pipot perjantaina (14:00)")
        assert promised(folder)["toimita pipot perjantaina (14:00)"].due_on == date(2026, 11, 30)

    async def test_a_slip_in_what_is_promised_is_said(self, open_app: OpenApp) -> None:
        async with open_app(size=(100, 30), keys=["3", "f"]) as app:
            await app.type("soita deadline:fri")
            await app.sees("write next:fri")

    async def test_a_log_keeps_the_promise_that_the_line_stands_for(self, open_app: OpenApp, folder: str) -> None:
        async with open_app(keys=["3", "j", "l"]) as app:
            await app.type("rang")
            await app.press("enter")
            await app.hears("Logged a meeting with Pekka Salo")
        assert promised(folder)["call about the stand"].status is Status.DONE

    async def test_what_a_shell_does_appears_and_the_cursor_stays(
        self, open_app: OpenApp, elsewhere: Elsewhere, people: dict[str, Contact]
    ) -> None:
        async with open_app(size=(100, 30), keys=["3", "j", "j"]) as app:
            assert here(app) == "newsletter"
            promises.done(elsewhere(), people["Pekka"].id, TODAY)
            await app.sees("From elsewhere: Done with Pekka Salo", gone="TODAY")
            assert here(app) == "newsletter"


@pytest.mark.usefixtures("people")
class TestFinding:
    """The line at the head of the list."""

    async def test_a_word_of_the_promise_or_the_name_finds(self, open_app: OpenApp) -> None:
        async with open_app(size=(100, 30), keys=["3", "slash"]) as app:
            await app.type("fair")
            await app.sees("Promised · 1 of 6", "ask about the fair", gone="newsletter")
            await app.press("escape")
            await app.type("BERG news")
            await app.sees("Promised · 1 of 6", "newsletter", gone="ask about the fair")
            await app.press("enter", "d")
            await app.hears("Done with Bo Bergman: newsletter")
            await app.press("escape")
            await app.sees("Promised · 6 open", "ask about the fair")

    async def test_what_is_closed_is_found_too_once_it_is_shown(self, open_app: OpenApp) -> None:
        async with open_app(size=(100, 30), keys=["3", "m", "slash"]) as app:
            await app.type("flyers")
            await app.sees("Promised · 0 of 6", "CLOSED · 1", "✓ Elli Eskola", gone="– Elli Eskola")

    async def test_nothing_found_says_so_and_how_to_go_back(self, open_app: OpenApp) -> None:
        async with open_app(keys=["3", "slash"]) as app:
            await app.type("zebra")
            await app.sees("Nothing here fits 'zebra'.", "esc shows all again.")
            await app.press("enter", "d", "e", "D", "s", "escape")
            await app.sees("Promised · 6 open")
            assert len(app.app.screen_stack) == 1

    async def test_typing_at_once_loses_no_letter(self, open_app: OpenApp) -> None:
        async with open_app(size=(100, 30), keys=["3"]) as app:
            await app.type("/news")
            await app.sees("Promised · 1 of 6", "newsletter")


class TestStates:
    """None at all, none open, one, ten thousand."""

    async def test_an_empty_network_says_where_to_begin(self, open_app: OpenApp) -> None:
        async with open_app(keys=["3"]) as app:
            await app.sees("Nothing is promised yet.", "a   add somebody first")
            await app.press("d", "s", "e", "D", "f", "l", "m", "o", "slash", "enter", "j", "escape")
            assert len(app.app.screen_stack) == 1

    async def test_people_but_no_promise_says_how_to_make_one(self, open_app: OpenApp, cast: Cast) -> None:
        cast.add("Anna Virtanen")
        async with open_app(keys=["3"]) as app:
            await app.sees("Nothing is promised yet.", "2   find somebody", "next:2w")

    async def test_none_open_says_so_and_shows_the_closed_ones(self, open_app: OpenApp, cast: Cast) -> None:
        anna = cast.add("Anna Virtanen")
        promises.drop(cast.network, cast.promise(anna, "ring", TODAY).id, TODAY)
        async with open_app(keys=["3"]) as app:
            await app.sees("Nothing is open.", "1 promise", "m   look at them")
            await app.press("m")
            await app.sees("CLOSED · 1", "– Anna Virtanen", gone="Nothing is open.")

    async def test_one_is_dealt_with_and_the_list_is_empty(self, open_app: OpenApp, cast: Cast) -> None:
        cast.promise(cast.add("Anna Virtanen"), "ring", TODAY)
        async with open_app(keys=["3"]) as app:
            await app.sees("Promised · 1 open")
            await app.press("d")
            await app.sees("Nothing is open.", "Done with Anna Virtanen: ring · u takes it back")
            await app.press("u")
            await app.sees("Promised · 1 open", gone="Nothing is open.")

    @pytest.mark.slow  # Ten thousand promises are made first.
    async def test_ten_thousand_are_listed_and_found(self, open_app: OpenApp, cast: Cast) -> None:
        ids = [cast.add(f"Person {number}").id for number in range(3)]
        with cast.network.transaction("Many") as draft:
            for number in range(10_000):
                due_on = TODAY + timedelta(days=number % 400)
                draft.put_followup(FollowUp("", ids[number % 3], due_on, f"thing {number}"))
        async with open_app(keys=["3"]) as app:
            await app.sees("Promised · 10000 open")
            await app.press("G")
            assert here(app) != "thing 0"
            await app.press("g", "d")
            await app.sees("Promised · 9999 open")
            await app.press("slash")
            await app.type("thing 7777")
            await app.sees("Promised · 1 of 9999", "thing 7777")

    @pytest.mark.usefixtures("people")
    @pytest.mark.parametrize("size", [(56, 20), (30, 10), (20, 6)])
    async def test_small_terminals_show_one_pane_at_a_time(self, open_app: OpenApp, size: tuple[int, int]) -> None:
        async with open_app(size=size, keys=["3"]) as app:
            await app.press("j", "enter", "j", "j", "k", "G", "g", "escape", "m", "G", "slash", "x", "escape", "escape")
            await app.pilot.resize_terminal(100, 30)
            await app.sees("Promised · 6 open", "CLOSED")


@pytest.mark.parametrize(
    ("due_on", "group"),
    [
        (in_days(-1), "Late"),
        (TODAY, "Today"),
        (in_days(6), "This week"),
        (in_days(7), "Later in November"),
        (date(2026, 12, 1), "December"),
        (date(2027, 1, 1), "January 2027"),
        (date(2027, 11, 24), "November 2027"),
    ],
)
def test_each_day_has_its_group(due_on: date, group: str) -> None:
    assert group_of(due_on, TODAY) == group


def test_a_week_that_ends_in_another_month_is_this_week() -> None:
    assert group_of(date(2026, 12, 6), date(2026, 11, 30)) == "This week"
    assert Group("Late", 3).key == ""


def test_a_promise_is_told_with_all_that_there_is_to_say() -> None:
    followup = FollowUp("1", "2", in_days(1), "report", rrule="FREQ=MONTHLY;INTERVAL=1", snoozes=2)
    assert promise_in_full(followup, TODAY) == "tomorrow · report · every month · put off twice"
    closed = FollowUp("1", "2", in_days(1), "", Status.DROPPED, TODAY, snoozes=5)
    assert promise_in_full(closed, TODAY) == "let go today · be in touch · put off 5 times"


@pytest.mark.usefixtures("people")
class TestLookingAtPeople:
    """No key waits for the person to be drawn."""

    async def test_among_many_people_somebody_is_looked_at_once_the_cursor_rests(
        self, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(session, "MANY_PEOPLE", 1)
        monkeypatch.setattr(search_line_room, "_LOOK_AFTER_SECONDS", 3600)
        async with open_app(size=(120, 40), keys=["3"]) as app:
            await app.sees("Promised · 6 open")
            before, shown = here(app), room(app).pane.border_title
            await app.press("j")
            assert here(app) != before
            assert room(app).pane.border_title == shown
            room(app).show_person()
            assert room(app).pane.border_title != shown

    async def test_while_one_types_too(self, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(search_line_room, "_LOOK_AFTER_TYPING_SECONDS", 3600)
        async with open_app(size=(120, 40), keys=["3"]) as app:
            await app.sees("Promised · 6 open")
            shown = room(app).pane.border_title
            await app.press("slash")
            await app.type("newsletter")
            assert here(app) == "newsletter"
            assert room(app).pane.border_title == shown
