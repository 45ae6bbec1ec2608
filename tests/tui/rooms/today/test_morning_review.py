"""The morning review: the keyboard only, and always on the next person."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp


@pytest.fixture(autouse=True)
def usual(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.usual()
    # Keys are pressed here with no time between them.
    monkeypatch.setattr("netkeeper.tui.keys.guard.PAUSE_SECONDS", 0)


async def test_today_shows_each_person_with_why(open_app: OpenApp) -> None:
    async with open_app() as app:
        screen = app.text()
        for shown in (
            "Today · 0 of 5",
            "8 Trend  9 History",
            "191 days left",
            "PROMISED",
            "send workshop offer",
            " 3d",
            "KEEP IN TOUCH",
            "11 weeks, every 6",
            "STRETCH",
            "nothing logged · design",
            "OCCASIONS",
            "birthday Wed 25 Nov",
            "3 more can wait · m shows them",
        ):
            assert shown in screen


async def test_the_card_and_timeline_tell_who_is_under_the_cursor(open_app: OpenApp) -> None:
    async with open_app(size=(120, 40)) as app:
        screen = app.text()
        for shown in (
            "Brand lead, Valimo",
            "▲▲△ customer",
            "food · design",
            "anna@valimo.example  work",
            "+358 40 555 0101  mobile",
            "met Slush 2025",
            "born 14 May 1988 · turns 39",
            "hopes employer",
            "▸ thank them: recommended you (2 Nov)",
            "● Fri 20 Nov · send workshop offer",
            "2 Nov meeting  coffee, wants a workshop",
            "④",
            "1 Sep call     asked about prices",
        ):
            assert shown in screen
        await app.press("j")
        assert app.chosen == "Pekka Salo"
        screen = app.text()
        assert "through Anna Virtanen" in screen
        assert "last in touch 11 weeks ago, every 6 weeks" in screen


async def test_a_whole_review_by_keys_goes_from_person_to_person(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        met = [app.chosen]
        await app.press("l")
        await app.type("sent it next:2w")
        await app.press("enter")
        await app.sees("Logged a meeting with Anna Virtanen", "Mon 7 Dec")
        met.append(app.chosen)
        await app.press("s", "down", "enter")
        await app.sees(f"{met[-1]} can wait until Thu 26 Nov")
        while (entry := app.today.people.entry) is not None and not entry.is_done:
            met.append(app.chosen)
            await app.press("d")
            await app.sees(f"Was in touch with {met[-1]}")
        await app.sees("Today · 4 of 4", "That was today.", "You dealt with 4 people.", "3 more can wait")
    # Nobody comes after whoever was put off, and everybody once.
    assert met == ["Anna Virtanen", "Pekka Salo", "Heidi Moilanen", "Maija Lehto", "Bo Bergman"]


async def test_whoever_is_dealt_with_stays_ticked_and_the_cursor_goes_to_the_next(open_app: OpenApp) -> None:
    async with open_app() as app:
        before = [entry.name for entry in app.today.people.entries()]
        await app.press("j", "d")
        await app.sees("Today · 1 of 5", "✓ Pekka Salo", "in touch today")
        assert app.chosen == "Heidi Moilanen"
        assert [entry.name for entry in app.today.people.entries()] == before
        await app.press("k")
        assert app.chosen == "Pekka Salo"
        await app.press("d", "s")  # Once more would log it twice, or put off what was done.
        assert len(app.app.screen_stack) == 1
        await app.press("u")
        await app.sees("Today · 0 of 5", gone="✓")


async def test_done_keeps_the_promise_and_says_how_to_take_it_back(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("d")
        await app.sees("Done with Anna Virtanen: send workshop offer · u takes it back")
    assert not any(followup.is_open for followup in Network(folder).followups())


async def test_undo_brings_the_person_back_under_the_cursor(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("d")
        await app.until(lambda: app.chosen != "Anna Virtanen")
        await app.press("j", "u")
        await app.sees("Took back: Done with Anna Virtanen")
        await app.until(lambda: app.chosen == "Anna Virtanen")
    assert any(followup.is_open for followup in Network(folder).followups())


async def test_undo_of_everything_ends_with_a_word_and_no_crash(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        for _ in range(60):
            await app.press("u")
            if "There is nothing to take back" in app.text():
                break
        await app.sees("Nobody is in your network yet")
    assert Network(folder).is_empty


async def test_snooze_takes_a_typed_day(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("s")
        await app.type("next fri")
        await app.sees("Fri 4 Dec")
        await app.press("enter")
        await app.sees("Anna Virtanen can wait until Fri 4 Dec", gone="or another day")
    assert [followup.due_on for followup in Network(folder).followups()] == [date(2026, 12, 4)]


async def test_snooze_of_a_turn_counts_as_no_contact(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("j", "s")
        who = app.chosen
        await app.press("enter")
        await app.sees(f"{who} can wait until tomorrow")
    contact = next(contact for contact in Network(folder).contacts() if contact.name == who)
    assert contact.nudge_from == date(2026, 11, 24)
    assert contact.last_on is not None
    assert contact.last_on < date(2026, 11, 1)


@pytest.mark.parametrize(("typed", "answer"), [("soon", "Can't read 'soon' as a date"), ("eilen", "is not ahead")])
async def test_snooze_refuses_what_is_no_day_ahead_and_stays(open_app: OpenApp, typed: str, answer: str) -> None:
    async with open_app() as app:
        await app.press("s")
        await app.type(typed)
        await app.press("enter")
        await app.sees(answer, typed)
        assert app.text().count(answer) == 1
        await app.press("escape")
        await app.sees("send workshop offer", gone=answer)


async def test_a_follow_up_is_promised_for_a_week_unless_a_day_is_typed(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("j", "f")
        await app.type("send the photos")
        await app.sees("Mon 30 Nov: send the photos")
        await app.press("tab")
        await app.type("fri")
        await app.sees("Fri 27 Nov: send the photos")
        await app.press("enter")
        await app.sees("Fri 27 Nov: send the photos · u takes it back")
    promised = {followup.what: followup.due_on for followup in Network(folder).followups()}
    assert promised["send the photos"] == date(2026, 11, 27)


async def test_those_who_can_wait_are_shown_and_hidden_again(open_app: OpenApp) -> None:
    async with open_app() as app:
        assert "Dina Dahl" not in app.text()
        await app.press("m")
        await app.sees("Dina Dahl", "m hides them")
        assert app.chosen == "Anna Virtanen"
        await app.press("G")
        assert app.chosen == "Elli Eskola"
        await app.press("m")
        await app.sees("m shows them", gone="Dina Dahl")
        assert app.chosen == "Bo Bergman"


async def test_all_done_says_what_waits_and_what_comes(open_app: OpenApp, cast: Cast) -> None:
    cast.promise(cast.network.contacts()[4], "bring the flyers", date(2026, 11, 27))
    async with open_app() as app:
        for _ in range(5):
            await app.press("d")
        await app.sees("That was today.", "3 more can wait", "Fri 27 Nov", "bring the flyers")
        await app.press("d", "s")
        assert len(app.app.screen_stack) == 1
        await app.hears("done already today")
        await app.press("m")
        await app.sees("○ Cai Chen")
        await app.press("j", "j")
        assert app.chosen == "Dina Dahl"


async def test_enter_goes_to_the_person_and_escape_back(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("enter", "j", "j")
        assert app.chosen == "Anna Virtanen"
        await app.press("escape", "j")
        assert app.chosen != "Anna Virtanen"


async def test_copy_says_what_was_copied(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("c")
        await app.sees("Copied anna@valimo.example")
        assert app.app.clipboard == "anna@valimo.example"
        await app.press("j", "c")
        await app.sees("has no email address or phone number yet")


async def test_keys_pressed_faster_than_the_screen_deal_with_one_person_each(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.type("dd")
        await app.sees("Was in touch with")
    network = Network(folder)
    assert not any(followup.is_open for followup in network.followups())
    met_today = [contact.name for contact in network.contacts() if contact.last_on == date(2026, 11, 23)]
    assert len(met_today) == 1


async def test_who_is_dealt_with_from_their_pane_gives_the_list_the_keys_back(open_app: OpenApp) -> None:
    async with open_app(size=(120, 40)) as app:
        await app.press("j", "enter", "g", "d")
        assert app.app.screen.focused is app.today.people
        second = app.chosen
        await app.press("j")
        assert app.chosen != second


async def test_what_has_a_promise_from_now_on_is_passed_as_what_is_done_is(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("j", "f")
        who = app.chosen
        await app.type("ring")
        await app.press("enter")
        await app.hears("ring · u takes it back")
        entry = app.today.people.entry
        assert entry is not None and not entry.is_done and entry.name != who


async def test_a_ticked_line_says_that_it_is_done_and_takes_no_day_that_is_typed(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as app:
        await app.press("d", "g", "d")
        await app.hears("Anna Virtanen: done already today")
        monkeypatch.setattr("netkeeper.tui.keys.guard.PAUSE_SECONDS", 60)
        await app.press("s", "enter")
        assert app.app.screen.focused is app.today.people


async def test_a_key_that_does_nothing_says_why(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("less_than_sign")
        await app.hears("asked once the day's list is done")


async def test_of_several_promises_the_one_that_was_put_off_is_named(open_app: OpenApp, cast: Cast) -> None:
    anna = next(each for each in cast.network.contacts() if each.name == "Anna Virtanen")
    cast.promise(anna, "soita uudestaan", date(2026, 11, 23))
    async with open_app() as app:
        await app.press("s", "1", "enter")
        await app.hears("send workshop offer with Anna Virtanen can wait until")
        await app.sees("soita uudestaan")
