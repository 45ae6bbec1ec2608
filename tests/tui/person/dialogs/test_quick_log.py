"""The quick log: a note, words in it, fields beside it, and what becomes of the promise."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.opened import seq_of


@pytest.fixture(autouse=True)
def usual(cast: Cast) -> None:
    cast.usual()


def logged(folder: str) -> Interaction:
    """What was logged last."""
    return max(Network(folder).interactions(), key=lambda interaction: interaction.created)


def open_promises(folder: str) -> set[str]:
    return {followup.what for followup in Network(folder).followups() if followup.is_open}


async def test_a_note_and_enter_log_a_meeting_of_today(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("coffee, wants an offer")
        await app.press("enter")
        await app.sees("Logged a meeting with Anna Virtanen", "u takes it back", gone="What happened?")
    interaction = logged(folder)
    assert interaction.note == "coffee, wants an offer"
    assert interaction.kind is Kind.MEETING
    assert interaction.on == date(2026, 11, 23)


async def test_words_are_shown_as_understood_while_typing(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type('rang about prices kind:call when:yesterday feel:4 next:2w todo:"send the offer" signal:invited')
        await app.sees("call · yesterday · feeling 4 · invited you · next Mon 7 Dec: send the offer")
        await app.sees("● call", "● 4", "✓ invited you", "○ meeting")
        await app.press("enter")
        await app.sees("Logged a call with Anna Virtanen", "yesterday", "Mon 7 Dec", gone="What happened?")
    interaction = logged(folder)
    assert interaction.note == "rang about prices"
    assert interaction.on == date(2026, 11, 22)
    assert interaction.signals == (Signal.INVITED,)
    assert interaction.feeling == 4
    assert open_promises(folder) == {"send the offer"}


async def test_finnish_words_are_understood_and_todo_takes_all_of_them(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("kahvit laji:puhelu Fiilis:4 todo:toimita pipot maanantaina")
        await app.sees("call · today · feeling 4", "next Mon 30 Nov: toimita pipot", "● call", "● 4")
        await app.press("enter")
        await app.sees("Logged a call with Anna Virtanen", "toimita pipot maanantaina", gone="What happened?")
    assert logged(folder).note == "kahvit"
    assert "toimita pipot maanantaina" in open_promises(folder)


async def test_a_slip_is_said_while_typing_with_what_was_meant(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("kahvit on:eilen")
        await app.sees("did you mean 'when:'", "when:eilen")
        await app.press(*["backspace"] * len("on:eilen"))
        await app.type("agenda:hinnat klo 12:30")
        await app.press("enter")
        await app.sees("Logged a meeting with Anna Virtanen", gone="What happened?")
    assert logged(folder).note == "kahvit agenda:hinnat klo 12:30"


async def test_a_note_that_nobody_answered_is_made_an_attempt_with_one_key(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("soitin")
        await app.sees("meeting · today", gone="not reached?")
        await app.type(", ei vastannut")
        await app.sees("not reached? kind:tried")
        await app.press("ctrl+t")
        await app.sees("tried, not reached · today", gone="not reached? kind")
        await app.press("enter")
        await app.sees("Logged an attempt to reach Anna", gone="What happened?")
    assert logged(folder).kind is Kind.TRIED
    assert logged(folder).note == "soitin, ei vastannut"


async def test_the_promise_that_is_kept_is_said_before_and_after(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("tea")
        await app.sees("meeting · today · kept: send workshop offer")
        await app.press("enter")
        await app.sees("Logged a meeting with Anna Virtanen", "Kept: send workshop", gone="What happened?")


async def test_tab_reaches_every_field(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("walk in the park")
        await app.press("tab", "right", "tab")
        await app.type("fri")
        await app.press("tab", "5", "tab", "r", "tab")
        await app.type("1w")
        await app.press("tab")
        await app.type("send the pictures")
        await app.press("tab", "s")
        await app.sees("call · Fri 20 Nov · feeling 5 · recommended you · next Mon 30 Nov: send the", "● still open")
        await app.press("enter")
        await app.sees("Logged a call with Anna Virtanen", "Mon 30 Nov", gone="What happened?")
    interaction = logged(folder)
    assert (interaction.kind, interaction.feeling, interaction.note) == (Kind.CALL, 5, "walk in the park")
    assert interaction.on == date(2026, 11, 20)
    assert open_promises(folder) == {"send workshop offer", "send the pictures"}


async def test_a_field_that_is_set_takes_its_word_out_of_the_note(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("coffee feel:2 at noon")
        await app.sees("● 2")
        await app.press("tab", "tab", "tab", "4")
        await app.sees("coffee at noon ", "feeling 4", "● 4")


async def test_a_word_that_goes_gives_the_field_its_own_value_back(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l", "tab", "right", "shift+tab")
        await app.sees("call · today")
        await app.type("kind:email")
        await app.sees("email · today", "● email")
        await app.press(*["backspace"] * len("kind:email"))
        await app.sees("call · today", "● call")


SLIPS = {
    "feel:9": "feel: can't be '9'",
    "next:soon": "Can't read 'soon' as a date",
    "when:tomorrow": "still to come",
    "feell:4": "did you mean 'feel:'?",
    'todo:"send': "no closing quotation mark",
    "via:nobody": "No one fits 'nobody'",
    "name:X": "name: changes a name",
    "kind:call kind:email": "said twice",
}


async def test_what_cannot_be_read_is_said_and_nothing_is_lost(open_app: OpenApp, folder: str) -> None:
    before = seq_of(folder)
    async with open_app(size=(100, 30)) as app:
        await app.press("l")
        for typed, answer in SLIPS.items():
            await app.type(f"lunch {typed}")
            await app.press("enter")
            await app.sees(answer, f"lunch {typed}")
            assert app.text().count(answer) == 1
            await app.press("ctrl+u")
            await app.sees("What happened?", gone=answer)
    assert seq_of(folder) == before


async def test_words_about_the_person_are_understood_too(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("signed step:regular field:events")
        await app.sees("meeting · today · step regular · field events")
        await app.press("enter")
        await app.sees("Logged a meeting")
    anna = next(contact for contact in Network(folder).contacts() if contact.name == "Anna Virtanen")
    assert str(anna.step) == "regular"
    assert "events" in anna.fields


async def test_the_promise_that_the_line_stands_for_is_kept_unless_one_says_otherwise(
    open_app: OpenApp, folder: str, cast: Cast
) -> None:
    anna = cast.network.contacts()[0]
    cast.promise(anna, "bring the samples", date(2026, 12, 1))
    async with open_app() as app:
        await app.press("l")
        await app.sees("Promise  send workshop offer", "● kept", "○ all 2 kept", "○ still open")
        await app.press("enter")
        await app.sees("Logged a meeting")
    assert open_promises(folder) == {"bring the samples"}


async def test_all_promises_can_be_kept_at_once(open_app: OpenApp, folder: str, cast: Cast) -> None:
    cast.promise(cast.network.contacts()[0], "bring the samples", date(2026, 12, 1))
    async with open_app() as app:
        await app.press("l", "shift+tab", "a", "enter")
        await app.sees("Logged a meeting")
    assert open_promises(folder) == set()


async def test_a_promise_kept_open_leaves_its_line_and_the_cursor_goes_on(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l", "shift+tab", "s", "enter")
        await app.sees("Logged a meeting with Anna Virtanen", "send workshop offer")
        await app.until(lambda: app.chosen == "Pekka Salo" or app.chosen == "Heidi Moilanen")


async def test_somebody_without_promises_is_asked_about_none(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("j", "l")
        await app.sees("Log ·")
        assert "Promise " not in app.text()
        assert "still open" not in app.text()


async def test_escape_asks_once_before_it_throws_a_note_away(open_app: OpenApp, folder: str) -> None:
    before = seq_of(folder)
    async with open_app() as app:
        await app.press("l")
        await app.type("half a no")
        await app.press("escape")
        await app.sees("Escape again leaves without it", "half a no")
        await app.type("te")
        await app.sees("half a note", gone="Escape again")
        await app.press("escape", "escape")
        await app.sees("send workshop offer", gone="half a note")
    assert seq_of(folder) == before


async def test_escape_leaves_at_once_where_nothing_was_typed(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l", "escape")
        assert len(app.app.screen_stack) == 1


async def test_what_is_typed_while_the_log_opens_is_not_lost(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.type("lcoffee, dinner and done feel:4")
        await app.sees("coffee, dinner and done feel:4", "feeling 4")


async def test_a_letter_that_is_no_choice_goes_nowhere(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("tea")
        await app.press("tab", "z", "shift+tab")
        await app.sees("│ tea ")


async def test_a_pasted_text_comes_whole_and_harmless(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.paste("first line\r\nsecond\x1b]52;c;AA==\x07 \u202eline\n")
        await app.sees("first line second␛]52;c;AA==␇ line")


async def test_ten_thousand_characters_are_a_note_too(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.paste("long " * 2000)
        await app.press("enter")
        await app.sees("Logged a meeting with Anna Virtanen")
        await app.press("k")
    assert len(logged(folder).note) == 9999


async def test_the_mouse_alone_logs(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.click("log")
        await app.sees("What happened?")
        await app.click("○ call")
        await app.click("○ 5")
        await app.sees("call · today · feeling 5")
        await app.click("enter log")
        await app.sees("Logged a call with Anna Virtanen")
    assert logged(folder).feeling == 5


async def test_keys_pressed_at_once_each_meet_the_next_person(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("d", "d", "d")
        await app.sees("u takes it back")
    done = [item.what for item in Network(folder).past()]
    assert len(done) == len(set(done))


async def test_space_chooses_and_chooses_no_more(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l", "tab", "tab", "tab", "tab", "right", "space", "right", "space")
        await app.sees("✓ invited you", "✓ asked your advice")
        await app.press("space")
        await app.sees("✓ invited you", "· asked your advice")


async def test_an_attempt_leaves_the_promise_open_unless_one_says_otherwise(open_app: OpenApp, folder: str) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.sees("Promise  send workshop offer", "● kept")
        await app.type("no answer kind:tried")
        await app.sees("tried, not reached · today", "● still open")
        await app.press("enter")
        await app.sees("Anna Virtanen", gone="What happened?")
    assert logged(folder).kind is Kind.TRIED
    assert "send workshop offer" in open_promises(folder)


@pytest.mark.parametrize(
    ("note", "others"),
    [
        ("kahvi ja Pekka Salo next:2w", "Pekka Salo"),
        ("lounas next:ma klo 14 Heidi Moilanen", "Heidi Moilanen"),
        ("Pekka Salo lounas ja Heidi Moilanen", "Pekka Salo and Heidi Moilanen"),
    ],
)
async def test_a_second_person_in_the_note_is_told_of_before_and_after(
    open_app: OpenApp, folder: str, note: str, others: str
) -> None:
    async with open_app(size=(140, 40)) as app:
        await app.press("l")
        await app.type("kahvi")
        await app.sees("meeting · today", gone="not logged for")
        await app.press(*["backspace"] * len("kahvi"))
        await app.type(note)
        await app.sees(f"not logged for {others}")
        await app.press("enter")
        await app.hears(f"Only Anna Virtanen was logged; for {others} too: find them with /, then l · u takes it back")
    assert len(logged(folder).contact_ids) == 1


async def test_the_one_whom_a_log_is_about_may_be_named_in_it(open_app: OpenApp) -> None:
    async with open_app() as app:
        await app.press("l")
        await app.type("Anna Virtanen kertoi")
        await app.sees("meeting · today", gone="not logged for")
        await app.press("enter")
        await app.sees("Logged a meeting with Anna Virtanen", gone="Only")
