"""Lines as a hurried student types them, half of them with slips: each does what was meant and says it, or says what to
type instead and changes nothing."""

from __future__ import annotations

import json

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Run


@pytest.fixture
def markku(nk: Run) -> None:
    """A network of two."""
    assert nk("add", "Markku", "Ylönen", "field:food").status == 0
    assert nk("add", "Liisa", "Kallio").status == 0


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (
            "log markku kahvit laji:puhelu milloin:eilen fiilis:4 seuraava:2w tehtävä:lähetä tarjous",
            "Logged a call with Markku Ylönen yesterday, feeling 4: “kahvit”. Next: Mon 7 Dec, lähetä tarjous.",
        ),
        ("log markku Kahvit Next:2w", "“Kahvit”. Next: Mon 7 Dec."),
        (
            "log markku kahvit todo:toimita pipot maanantaina",
            "Next: Mon 30 Nov, toimita pipot maanantaina (from “maanantaina”).",
        ),
        (
            "log markku kahvit todo:toimita pipot maanantaina next:fri",
            "Next: Fri 27 Nov, toimita pipot maanantaina (next: counts, not Mon 30 Nov).",
        ),
        ("log markku kahvit next:fri 14:00 todo:palaveri", "Next: Fri 27 Nov, palaveri (14:00)."),
        ("log markku soitin, ei vastannut", "“soitin, ei vastannut”. Not reached? Take it back, and log it with kind:tried."),
        ("log markku kind:tried", "Logged an attempt to reach Markku Ylönen. That is no contact yet; they come up again"),
        ("log markku signal:sauna mahtava ilta", "invited you: “mahtava ilta sauna”."),
        ("log markku kahvit email:m@y.fi porras:asiakas", "Now: email m@y.fi added, step customer (was potential)."),
        ("log markku todo:call him", "Next: Mon 30 Nov, call him (in a week; say when with next:)."),
        ("log markku agenda:hinnat huone:3 klo 12:30", "“agenda:hinnat huone:3 klo 12:30”."),
        ("followup markku kahvi klo 10 due:fri 14:00", "kahvi klo 10 (14:00) (14:00 counts, not 10:00)."),
        ("followup markku toimita sukat tiistaina", "Next: tomorrow, toimita sukat tiistaina (from “tiistaina”)."),
        ("add Ville Korpela org:Valio Oy via:Liisa Kallio", "Added Ville Korpela. Organization Valio Oy, introduced by Liisa Kallio."),
        ("edit markku org:Fazer Oy title:Ostaja", "Edited Markku Ylönen. Now: organization Fazer Oy, title Ostaja."),
    ],
)  # fmt: skip
def test_what_was_meant_is_done_and_said(nk: Run, markku: None, line: str, says: str) -> None:
    ran = nk(*line.split())

    assert (ran.status, ran.err) == (0, "")
    assert says in ran.out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("log markku kahvit on:eilen", "Write when:eilen"),
        ("log markku kahvit on:2027-01-05", "next:2027-01-05 for a day to come"),
        ("log markku kahvit tunne:4", "Write feel:4"),
        ("log markku kahvit next=2w", "write it with a colon: next:2w"),
        ("log markku kahvit fiils:4", "did you mean 'feel:'"),
        ("log markku kahvit deadline:fri", "write next:fri"),
        ("log markku kahvit org:Valio Oy", 'write org:"Valio Oy"'),
        ("log markku kahvit seurava:ma", "did you mean 'next:'"),
        ("log markku kahvit next:eilen", "has passed"),
        ("log markku kahvit kind:tap", "may be tapaaminen or tapahtuma"),
        ("followup markku toimita sukat deadline:fri", "write next:fri"),
        ("followup markku toimita sukat", "Say for when"),
        ("add Ville email:v@y.fi Korpela", "put the name first"),
        ("add Ville Korpela pvm:1.1.", "did you mean 'when:'"),
        ("edit markku orgg:Fazer", "is no key:value word"),
        ("edit markku titel:Ostaja", "did you mean 'title:'"),
        ("step markku asiakas tilaus next:2w", "says nothing about a step"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_with_what_to_type_and_nothing_changed(
    nk: Run, markku: None, folder: str, line: str, says: str
) -> None:
    before = Network(folder).storage.seq

    ran = nk(*line.split())

    assert ran.status != 0
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert says in ran.err
    assert Network(folder).storage.seq == before


def test_a_promise_that_is_kept_with_a_log_is_said(nk: Run, markku: None) -> None:
    nk("followup", "markku", "lähetä tarjous", "due:today")

    assert "“kahvit”. Kept: lähetä tarjous." in nk("log", "markku", "kahvit").out


def test_a_promise_that_takes_the_place_of_another_says_so(nk: Run, markku: None) -> None:
    nk("log", "markku", "kahvit", "next:fri")

    assert "Next: Mon 7 Dec (instead of Fri 27 Nov)." in nk("log", "markku", "kahvit", "next:2w").out
    assert "Next: Mon 7 Dec (already promised)." in nk("log", "markku", "kahvit", "next:2w").out


def test_the_hour_of_a_promise_that_was_replaced_is_said_with_its_day(nk: Run, markku: None) -> None:
    nk("log", "markku", "kahvit", "next:fri 14:00")
    assert "(instead of Fri 27 Nov, 14:00)." in nk("log", "markku", "kahvit", "next:fri").out
    assert "instead" not in nk("log", "markku", "kahvit", "next:fri illalla").out
    assert "(instead of Fri 27 Nov, illalla)." in nk("log", "markku", "kahvit", "next:mon").out


def test_a_promise_to_be_in_touch_at_a_part_of_the_day_is_there_once(nk: Run, markku: None) -> None:
    for typed in ("fri illalla", "mon aamulla", "tue aamupäivällä", "2w"):
        nk("log", "markku", "kahvit", f"next:{typed}")

    assert [each["due"] for each in json.loads(nk("show", "markku", "--json").out)["followups"]] == ["2026-12-07"]


def test_a_number_after_the_day_of_a_follow_up_stays_in_its_words(nk: Run, markku: None) -> None:
    ran = nk("followup", "markku", "tilaa", "pipot", "due:3.12.", "40", "kpl")

    assert "Next: Thu 3 Dec, tilaa pipot 40 kpl." in ran.out


@pytest.mark.parametrize("line", ["followup markku tilaa pipot due:20.11.", "snooze markku 20.11.", "due --on 20.11."])
def test_a_date_just_past_is_refused_with_both_years(nk: Run, markku: None, line: str) -> None:
    nk("followup", "markku", "lähetä tarjous", "due:today")

    assert "Fri 20 Nov 2026, just past, or the day a year later" in nk(*line.split()).err


def test_of_a_day_that_has_passed_it_is_said_that_nothing_was_due(nk: Run, markku: None) -> None:
    assert "Nothing was due yesterday." in nk("due", "--on", "eilen").out
    assert "Nothing is due tomorrow." in nk("due", "--on", "huomenna").out


def test_what_stands_in_quotation_marks_is_text_and_said_to_be(nk: Run, markku: None, folder: str) -> None:
    ran = nk("log", "markku", "kahvit", "hän sanoi next:2w", "feel:4")

    assert "“next:2w” is kept as text." in ran.out
    assert Network(folder).interactions()[0].note == "kahvit hän sanoi next:2w"
    assert not Network(folder).followups()


def test_what_stands_after_two_dashes_is_text(nk: Run, markku: None, folder: str) -> None:
    assert nk("log", "markku", "kahvit", "--", "next:2w", "on:eilen").status == 0
    assert Network(folder).interactions()[0].note == "kahvit next:2w on:eilen"


def test_a_whole_line_in_one_argument_is_read_as_if_typed(nk: Run, markku: None, folder: str) -> None:
    assert "Next: Mon 7 Dec, lähetä kuvat." in nk("log", "markku kahvit todo:lähetä kuvat next:2w").out
    assert nk("log", "markku kahvit on:eilen").status == 1
    assert len(Network(folder).interactions()) == 1
