"""What is drawn before it is drawn: rows, lines and words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.actions.review.review import review
from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.interactions.reasons_to_call import Reason
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.text.display import plain, width
from netkeeper.tui.draw.blocks import flat
from netkeeper.tui.draw.lines import Line, beside, hanging, length, wrap
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.person_words import birthday, feeling_mark, ladder_mark
from netkeeper.tui.draw.short_words import graduation, short_span, weekday_day
from netkeeper.tui.person.contact_card import card_blocks, detail_lines
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.person_text import person_blocks
from netkeeper.tui.person.timeline import timeline_blocks
from netkeeper.tui.person.view import Person
from netkeeper.tui.rooms.today.rows import Heading, More, ReviewEntry, rows_of
from tests.strategies import contacts, lines
from tests.tui.cast import Cast

TODAY = date(2026, 11, 23)


def text_of(drawn: list[Line]) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in drawn]


def person(contact: Contact, **around: object) -> Person:
    nothing: dict[str, object] = {
        "why": None,
        "next_contact_on": None,
        "via_name": "",
        "followups": (),
        "interactions": (),
        "others": {},
        "reasons": (),
    }
    return Person(contact=contact, today=TODAY, **{**nothing, **around})  # type: ignore[arg-type]


def test_rows_come_in_groups_and_those_who_wait_last(cast: Cast) -> None:
    cast.usual()
    plan = review(cast.network, TODAY)
    rows = rows_of(plan, more=False)
    assert [row.text for row in rows if isinstance(row, Heading)] == [
        "PROMISED",
        "KEEP IN TOUCH",
        "STRETCH",
        "OCCASIONS",
    ]
    assert rows[-1] == More(3, shown=False)
    more = rows_of(plan, more=True)
    assert [row.name for row in more[len(rows) :] if isinstance(row, ReviewEntry)] == [
        "Cai Chen",
        "Dina Dahl",
        "Elli Eskola",
    ]
    keys = [row.key for row in more if row.key]
    assert len(keys) == len(set(keys))


def test_a_person_whose_turn_comes_keeps_the_line_when_room_is_made(cast: Cast) -> None:
    cast.usual()
    plan = review(cast.network, TODAY)
    waiting = {row.name: row.key for row in rows_of(plan, more=True) if isinstance(row, ReviewEntry)}
    cast.member(pace=9)
    now = {
        row.name: row.key for row in rows_of(review(cast.network, TODAY), more=False) if isinstance(row, ReviewEntry)
    }
    assert now["Cai Chen"] == waiting["Cai Chen"]


@given(contacts(), st.integers(18, 120))
def test_no_card_is_wider_than_its_room(contact: Contact, columns: int) -> None:
    shown = person(
        contact, why=Headline("●", contact.name), reasons=(Reason("met", contact.name),), via_name=contact.name
    )
    for line in text_of(list(flat(person_blocks(shown, columns, details_last=False, most_lines=6)))):
        assert width(line) <= columns


@given(st.lists(st.tuples(lines(200), st.integers(0, 900), st.sampled_from(Kind)), max_size=8), st.integers(18, 120))
def test_no_timeline_is_wider_than_its_room(past: list[tuple[str, int, Kind]], columns: int) -> None:
    interactions = tuple(
        Interaction("1", TODAY - timedelta(days), ("1", "2"), kind, note, 3, (Signal.INVITED,))
        for note, days, kind in past
    )
    followups = tuple(
        FollowUp("1", "1", TODAY - timedelta(days), note, Status.DONE, TODAY - timedelta(days))
        for note, days, _ in past
    )
    shown = person(Contact("1", "A"), interactions=interactions, followups=followups, others={"2": "B"})
    for line in text_of(list(flat(person_blocks(shown, columns, details_last=True, most_lines=6)))):
        assert width(line) <= columns


@given(lines(200), st.integers(4, 60))
def test_wrapping_keeps_every_word_and_the_width(text: str, columns: int) -> None:
    wrapped = wrap(text, columns)
    assert all(width(line) <= columns for line in wrapped)
    kept = "".join(wrapped).replace(" ", "").replace("\u2068", "").replace("\u2069", "")
    assert kept == plain(text).replace(" ", "").replace("\u2068", "").replace("\u2069", "").replace("\u3000", "") or (
        not text.isascii()
    )


def test_a_timeline_says_what_was_kept_and_which_year() -> None:
    interactions = (
        Interaction("1", date(2026, 11, 2), ("1",), Kind.OTHER, "", None),
        Interaction("2", date(2025, 3, 1), ("1",), Kind.EVENT, "fair", 5),
    )
    followups = (
        FollowUp("1", "1", date(2026, 10, 1), "send it", Status.DONE, date(2026, 10, 3)),
        FollowUp("2", "1", date(2026, 9, 1), "", Status.DROPPED, date(2026, 9, 9)),
    )
    shown = person(Contact("1", "A"), interactions=interactions, followups=followups)
    drawn = text_of(list(flat(timeline_blocks(shown, 60, 6))))
    assert [line.rstrip() for line in drawn] == [
        " 2 Nov contact",
        " 3 Oct ✓ kept   send it",
        " 9 Sep – let go be in touch",
        "2025",
        " 1 Mar event    fair                                       ⑤",
    ]


def test_a_card_says_everything_once() -> None:
    contact = Contact(
        "1",
        "Anna",
        organization="Valimo",
        emails=(Labelled("a@x.example"), Labelled("b@x.example", "home")),
        cadence=0,
        archived=True,
        notes="line one\nline two",
    )
    drawn = text_of([*flat(card_blocks(person(contact), 50)), *detail_lines(person(contact), 50)])
    text = "\n".join(drawn)
    for said in ("Valimo", "archived", "a@x.example", "b@x.example  home", "no reminders", "line one", "line two"):
        assert text.count(said) == 1


def test_what_comes_next_is_a_promise_before_a_turn() -> None:
    contact = Contact("1", "Anna")
    promise = FollowUp("1", "1", date(2026, 12, 1), "send it")
    assert "next Tue 1 Dec · send it" in text_of(
        list(flat(card_blocks(person(contact, followups=(promise,), next_contact_on=date(2026, 11, 25)), 60)))
    )
    assert "next Wed 25 Nov · be in touch" in text_of(
        list(flat(card_blocks(person(contact, next_contact_on=date(2026, 11, 25)), 60)))
    )


def test_beside_lets_the_right_go_first_where_there_is_no_room() -> None:
    assert length(beside([("left", "")], [("right", "")], 20)) == 20
    assert text_of([beside([("left", "")], [("right", "")], 8)]) == ["left"]
    assert hanging("met", "", 20, 4) == []


@pytest.mark.parametrize(
    ("graduates_on", "said"),
    [
        (None, ""),
        (date(2026, 11, 22), ""),
        (date(2026, 11, 23), "graduation is today"),
        (date(2026, 11, 24), "1 day to graduation"),
        (date(2027, 6, 2), "191 days to graduation"),
    ],
)
def test_graduation_is_counted_in_days_and_never_counted_past(graduates_on: date | None, said: str) -> None:
    assert graduation(Member(graduates_on=graduates_on), TODAY) == said
    assert graduation(Member(graduates_on=graduates_on), TODAY, is_short=True) == said.replace("to graduation", "left")


def test_short_forms() -> None:
    assert [short_span(days) for days in (1, 13, 20, 100, 900)] == ["1d", "13d", "3w", "3mo", "2y"]
    assert weekday_day(TODAY, TODAY) == "Mon 23 Nov"
    assert weekday_day(date(2028, 1, 3), TODAY) == "Mon 3 Jan 2028"
    assert [feeling_mark(feeling) for feeling in (None, 1, 5)] == ["", "①", "⑤"]
    assert [ladder_mark(step) for step in Step] == ["▲△△", "▲▲△", "▲▲▲"]
    assert birthday(Birthday(5, 14, 1988), TODAY) == "14 May 1988 · turns 39"
    assert birthday(Birthday(5, 14), TODAY) == "14 May"


def test_a_wrapped_piece_stands_below_its_beginning_in_its_ink() -> None:
    page = Page([[("i", "key"), ("   brings people in; they wait here", "")]])
    assert page.lines_at(60) == [[("i", "key"), ("   brings people in; they wait here", "")]]
    assert page.lines_at(24) == [
        [("i", "key"), ("   brings people in;", "")],
        [("    ", ""), ("they wait here", "")],
    ]
    # Too narrow to hang anything: all of it, in one ink.
    assert text_of(page.lines_at(7))[0] == "i"
    assert "".join("".join(text_of(page.lines_at(7))).split()) == "ibringspeoplein;theywaithere"


@given(st.lists(st.tuples(lines(20), st.sampled_from(["", "key"])), min_size=1, max_size=3), st.integers(10, 60))
def test_a_page_is_as_wide_as_it_may_be(paragraph: Line, columns: int) -> None:
    drawn = Page([paragraph]).lines_at(columns)
    assert drawn
    assert all(length(line) <= columns for line in drawn)


def test_a_label_never_touches_its_text() -> None:
    assert text_of(hanging("in the archive", "yes", 40, 14)) == ["in the archi… yes"]
    assert text_of(hanging("ladder", "customer", 40, 7)) == ["ladder customer"]
    assert text_of(hanging("", "text", 40, 0)) == ["text"]
