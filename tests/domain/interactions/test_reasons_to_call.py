"""Reasons to call rest on what was written down, and say on what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.interactions.interaction import Interaction, Signal
from netkeeper.domain.interactions.reasons_to_call import MOST, Neighbour, reasons_to_call
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.phrases.reasons import reason_words
from tests.strategies import contacts, followups, interactions

TODAY = date(2026, 11, 23)
ANNA = Contact("100000000000001", "Anna")
PROMISE = FollowUp("200000000000001", ANNA.id, date(2026, 11, 20), "send the offer")


def worded(
    contact: Contact, past: Sequence[Interaction], promises: Sequence[FollowUp], today: date, **known: Any
) -> tuple[str, ...]:
    return tuple(reason_words(each, today) for each in reasons_to_call(contact, past, promises, today, **known))


def met(note: str = "", *signals: Signal, on: date = date(2026, 11, 2)) -> Interaction:
    return Interaction("300000000000001", on, (ANNA.id,), note=note, signals=signals)


def test_a_signal_is_a_reason_until_something_later_was_logged() -> None:
    latest = met("", Signal.INTRODUCED, Signal.RECOMMENDED)
    earlier = met("", Signal.ASKED_ADVICE, on=date(2026, 10, 1))
    assert worded(ANNA, [latest, earlier], [], TODAY) == (
        "thank them: recommended you (2 Nov)",
        "thank them: introduced you to somebody (2 Nov)",
    )
    answered = replace(latest, on=date(2026, 11, 22), signals=())
    assert worded(ANNA, [answered, latest], [], TODAY) == ()
    assert worded(ANNA, [replace(latest, on=TODAY)], [], TODAY)[0].endswith("(today)")
    assert worded(ANNA, [], [], TODAY) == ()


def test_the_promise_itself_comes_first_once_it_is_due() -> None:
    assert worded(ANNA, [met("", Signal.INVITED)], [PROMISE], TODAY) == (
        "you promised: send the offer (20 Nov)",
        "thank them: invited you (2 Nov)",
    )
    assert worded(ANNA, [], [replace(PROMISE, due_on=date(2026, 12, 1))], TODAY) == ()
    assert worded(ANNA, [], [replace(PROMISE, what="")], TODAY) == ()


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Coffee. She wants a workshop in spring.", "She wants a workshop in spring"),
        ("Will the cards work with patients? Nobody knows.", "Will the cards work with patients?"),
        ("Kahvit.\nMiettii uutta logoa", "Miettii uutta logoa"),
        ("Open: price for half a day. Then lunch.", "Open: price for half a day"),
    ],
)
def test_the_open_end_of_the_last_note_is_said_word_for_word(note: str, told: str) -> None:
    assert worded(ANNA, [met(note)], [], TODAY) == (f"ask how it goes: “{told}” (2 Nov)",)


def test_a_note_that_leaves_nothing_open_gives_nothing() -> None:
    assert worded(ANNA, [met("Lunch, nice weather."), met("wants more", on=date(2026, 1, 1))], [], TODAY) == ()


def test_a_birthday_their_field_an_introduction_and_how_you_met() -> None:
    anna = replace(ANNA, birthday=Birthday(11, 25), fields=("design/ux", "food"), organization="Valimo", met="Slush")
    bo = Neighbour("4", "Bo", "Salmi", ("food",), date(2026, 10, 1))
    cai = Neighbour("5", "Cai", "Valimo", ("food",), date(2026, 11, 1))
    assert worded(anna, [], [], TODAY, own_fields=("design",), neighbours=[bo, cai]) == (
        "wish them well: birthday Wed 25 Nov",
        "ask for their advice in design, which is your field too",
        "introduce them to Bo: both in food",
    )
    assert worded(replace(anna, birthday=None, fields=()), [], [], TODAY) == ("pick up where you met: Slush",)


def test_nobody_is_introduced_to_whom_they_know_already() -> None:
    anna = replace(ANNA, fields=("food",), via="4")
    bo = Neighbour("4", "Bo", "", ("food",), TODAY)
    cai = Neighbour("5", "Cai", "", ("food",), TODAY)
    together = replace(met(), contact_ids=(ANNA.id, "5"))
    assert worded(anna, [together], [], TODAY, neighbours=[bo, cai]) == ()
    never_met = replace(anna, via="")
    assert worded(never_met, [], [], TODAY, neighbours=[bo._replace(last_on=None)]) == ()


@given(contacts(), st.lists(interactions(), max_size=4), st.lists(followups(), max_size=2))
def test_there_are_never_more_than_three_and_none_is_invented(
    contact: Contact, past: list[Interaction], promises: list[FollowUp]
) -> None:
    past.sort(key=lambda each: each.on, reverse=True)
    reasons = worded(contact, past, promises, TODAY, own_fields=contact.fields[:1])
    assert len(reasons) <= MOST
    assert len(set(reasons)) == len(reasons)
    if not (past or promises or contact.birthday or contact.fields or contact.met):
        assert reasons == ()


def test_what_many_share_is_no_reason() -> None:
    anna = replace(ANNA, fields=("phone", "food"), met="LinkedIn")
    bo = Neighbour("4", "Bo", "Salmi", ("phone", "food"), TODAY)
    told = partial(worded, anna, [], [], TODAY, own_fields=["phone"], neighbours=[bo])
    assert told() == (
        "ask for their advice in phone, which is your field too",
        "introduce them to Bo: both in phone",
        "pick up where you met: LinkedIn",
    )
    assert told(common={"phone"}, met_with_many=True) == ("introduce them to Bo: both in food",)
    assert told(common={"phone", "food"}, met_with_many=True) == ()
