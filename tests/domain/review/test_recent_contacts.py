"""What one does a day is what was done, over how long is said, and nothing where too little is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.interactions.interaction_summary import InteractionSummary
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.retention.as_of import Movement
from netkeeper.domain.retention.trend import trend
from netkeeper.domain.review.recent_contacts import RecentContacts, recent_contacts
from netkeeper.phrases.capacity import doing_sentence
from netkeeper.phrases.trend import contacts_words, span_words, steps_words, warmth_words

TODAY = date(2026, 11, 25)
"""A Wednesday."""
NONE = Movement(0, 0, None)
DAYS = st.dates(date(2026, 8, 1), date(2026, 12, 5))
HAPPENED = st.lists(
    st.builds(InteractionSummary, DAYS, st.lists(st.sampled_from("123"), min_size=1, unique=True).map(tuple)),
    max_size=30,
)


@given(HAPPENED, DAYS)
def test_it_is_the_trends_number_over_the_same_weeks(happened: list[InteractionSummary], began_on: date) -> None:
    found = recent_contacts(happened, began_on, TODAY)
    contact = Contact("1", "Bo", created=f"{began_on}T09:00:00Z")
    known = trend([contact], happened, Member(), TODAY, NONE).weeks_known[-4:]
    if found is None:
        assert len(known) < 2
    else:
        assert found == RecentContacts(sum(week.contacts for week in known), len(known))


@pytest.mark.parametrize(
    ("began_on", "says"),
    [
        (date(2026, 11, 25), "too early to say"),
        (date(2026, 11, 12), "too early to say"),
        (date(2026, 11, 8), "You did 0.5 a day over the last 2 weeks."),
        (date(2026, 10, 31), "You did 0.3 a day over the last 3 weeks."),
        (date(2026, 1, 1), "You did 0.2 a day over the last 4 weeks."),
    ],
)
def test_it_says_over_how_long_and_nothing_while_too_little_is_known(began_on: date, says: str) -> None:
    happened = [InteractionSummary(date(2026, 11, 9) + timedelta(days=each), ("1",)) for each in range(7)]
    assert says in doing_sentence(recent_contacts(happened, began_on, TODAY))


def test_nobody_and_nothing_done_are_said_as_they_are() -> None:
    assert recent_contacts([], None, TODAY) is None
    assert doing_sentence(recent_contacts([], date(2026, 1, 1), TODAY)) == "Nothing was logged in the last 4 weeks."


def test_a_young_network_is_looked_back_on_no_further_than_it_goes() -> None:
    bo = Contact("1", "Bo", created="2026-11-12T09:00:00Z")
    met = [InteractionSummary(date(2026, 11, 13), ("1",)), InteractionSummary(TODAY, ("1",))]
    begun = trend([bo], met, Member(pace=3), TODAY, NONE)
    assert span_words(begun) == "3 weeks"
    assert steps_words(begun)[0].startswith("2 contacts in 3 weeks: ")
    assert contacts_words(begun)[0] == "How many a week is too early to say; your pace has room for 21."
    assert warmth_words(begun)[1] == "2 weeks ago it was 1 of 1."
    assert contacts_words(trend([bo], [], Member(), TODAY, NONE))[0].startswith("Nothing was logged in these 3 weeks;")
    today = trend([Contact("1", "Bo", created=f"{TODAY}T09:00:00Z")], [], Member(), TODAY, NONE)
    assert (span_words(today), len(warmth_words(today))) == ("this week", 1)
    assert contacts_words(today)[0].startswith("Nothing was logged this week;")
