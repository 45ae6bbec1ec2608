"""The day's review of a real network, and that what is dealt with leaves it at once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from netkeeper.actions.people import bulk
from netkeeper.actions.promises import promises, snooze
from netkeeper.actions.review.review import review
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.member.member import Member
from netkeeper.domain.search.search import parse_search
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log

SOON = TODAY + timedelta(days=3)


def long_ago(network: Network, name: str, words: str = "") -> str:
    """Add somebody whose turn it is."""
    contact = add(network, name, words)
    log(network, [contact.id], f"when:{TODAY - timedelta(days=200)}")
    return contact.id


def names(network: Network, today: date = TODAY, search: str = "") -> dict[str, list[str]]:
    """Who is where today."""
    found = review(network, today, parse_search(split_text(search, strict=False), today) if search else None)
    return {
        "promises": [item.name for item in found.promises],
        "keep_in_touch": [item.name for item in found.keep_in_touch],
        "stretch": [item.name for item in found.stretch],
        "later": [item.name for item in found.later],
    }


def test_a_promise_leaves_when_it_is_done_snoozed_logged_or_dropped(network: Network) -> None:
    for name in ("Done", "Logged", "Snoozed", "Dropped", "Left"):
        promises.follow_up(network, add(network, name).id, "call", TODAY)
    ids = {contact.name: contact.id for contact in network.contacts()}
    assert sorted(names(network)["promises"]) == sorted(ids)
    promises.done(network, ids["Done"], TODAY)
    log(network, [ids["Logged"]], "coffee")
    snooze.snooze(network, ids["Snoozed"], SOON, TODAY)
    promises.drop(network, network.followups(ids["Dropped"])[0].id, TODAY)
    assert names(network)["promises"] == ["Left"]
    assert names(network, SOON)["promises"] == ["Left", "Snoozed"]
    assert review(network, TODAY).done_today == 3
    for _ in range(4):
        network.undo()
    assert len(names(network)["promises"]) == 5


def test_a_nudge_leaves_when_it_is_answered_or_put_off_and_comes_back(network: Network) -> None:
    anna, bo, cai = (long_ago(network, name) for name in ("Anna", "Bo", "Cai"))
    assert names(network)["keep_in_touch"] == ["Anna", "Bo", "Cai"]
    promises.was_in_touch(network, anna, TODAY)
    snooze.snooze_turn(network, bo, SOON, TODAY)
    assert names(network)["keep_in_touch"] == ["Cai"]
    bulk.archive(network, [cai])
    assert names(network)["keep_in_touch"] == []
    assert names(network, SOON)["keep_in_touch"] == ["Bo"]
    assert names(network, TODAY + timedelta(days=30))["keep_in_touch"] == ["Bo", "Anna"]


def test_somebody_with_a_promise_for_later_is_not_nudged_as_well(network: Network) -> None:
    promises.follow_up(network, long_ago(network, "Anna"), "call", SOON)
    assert names(network)["keep_in_touch"] == []


def test_the_pace_leaves_the_rest_for_later(network: Network) -> None:
    with network.transaction("Pace") as draft:
        draft.put_member(Member(pace=2))
    for name in ("Anna", "Bo", "Cai"):
        long_ago(network, name)
    assert names(network) == {"promises": [], "keep_in_touch": ["Anna", "Bo"], "stretch": [], "later": ["Cai"]}


def test_a_search_narrows_the_review(network: Network) -> None:
    long_ago(network, "Anna", "field:food")
    long_ago(network, "Bo", "field:design")
    assert names(network, search="field:food")["keep_in_touch"] == ["Anna"]
    assert names(network, search="field:nothing")["keep_in_touch"] == []


def test_a_review_needs_no_interactions(network: Network) -> None:
    long_ago(network, "Anna")
    network.close()
    again = Network(network.folder)
    assert review(again, TODAY).count == 1
    assert not again.storage.is_loaded("interactions")


def test_a_clock_that_was_set_back_harms_nothing(network: Network) -> None:
    anna = add(network, "Anna", today=date(2026, 5, 10))
    log(network, [anna.id], "coffee next:2w", date(2026, 5, 10))
    earlier = date(2026, 5, 1)
    back = Network(network.folder, clock=lambda: datetime(2026, 5, 1, tzinfo=UTC))
    assert review(back, earlier).count == 0
    log(back, [anna.id], "lunch", earlier)
    snooze.snooze(back, anna.id, date(2026, 6, 1), earlier)
    kept = back.contact(anna.id)
    assert (kept.first_on, kept.last_on) == (earlier, date(2026, 5, 10))
    assert [change.seq for change in back.past()] == [4, 3, 2, 1]
    assert back.undo().what.startswith("Snoozed Anna")
    assert len({item.id for item in back.interactions()}) == 2
    assert [item.days_since for item in review(back, date(2026, 5, 2)).keep_in_touch] == []


def test_a_contact_from_the_future_is_no_trouble(network: Network) -> None:
    anna = add(network, "Anna", today=date(2099, 1, 1))
    log(network, [anna.id], "coffee", date(2099, 1, 1))
    promises.follow_up(network, anna.id, "call", date(2099, 2, 1))
    assert review(network, TODAY).count == 0
    assert network.interactions()[0].on == date(2099, 1, 1)
