"""Adjusting the workload: a lighter day, spreading over the days to come, cadences that fit the pace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from netkeeper.actions.promises.promise_changes import OpenPromises
from netkeeper.actions.review.diary import selected_ids
from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import ConflictError, InvalidValueError
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import snoozed
from netkeeper.domain.review.capacity import Capacity, capacity
from netkeeper.domain.review.diary import Answer
from netkeeper.domain.review.next_day import turns_ahead
from netkeeper.domain.review.plan import Review
from netkeeper.domain.review.recent_contacts import RecentContacts, recent_contacts
from netkeeper.domain.review.spreading import MOST_DAYS, Spread, lighter, spread_rest
from netkeeper.phrases.history import message_words
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft

_ANSWER_MESSAGES = {
    Answer.EASY: Message("review_easy"),
    Answer.GOOD: Message("review_good"),
    Answer.TOO_MUCH: Message("review_too_much"),
}


def lighter_day(network: Network, plan: Review) -> Spread:
    """Move today's turns to the days to come, and select no more today; promises stay.

    Args:
        plan: The plan for today, as it was shown.

    Raises:
        InvalidValueError: There is nothing to move.
        StoreError: It can't be written.
    """
    if not selected_ids(plan):
        raise InvalidValueError("There is nobody to move: what is left was promised, or is a greeting.")
    with network.transaction() as draft:
        spread = lighter(plan, _promised(network, plan.day), network.member, _turns_ahead(network, plan.day))
        _move(network, draft, spread)
        draft.put_answer(network.diary_day(plan.day)._replace(is_lighter=True))
        moved = {"moved": len(spread.turns), **_between(spread, plan.day)} if spread.turns else {}
        waiting = {"waiting": len(plan.sort)} if plan.sort else {}
        key = "lighter_day" if moved and waiting else "lighter_day_moved" if moved else "lighter_day_waiting"
        draft.describe(Message(key, {**moved, **waiting}))
    return spread


def to_spread(network: Network, plan: Review) -> Spread:
    """The preview of :func:`spread_over`."""
    return spread_rest(plan, _promised(network, plan.day), network.member, _turns_ahead(network, plan.day))


def spread_over(network: Network, plan: Review) -> Spread:
    """Spread what exceeds one day's pace over the days to come; arguments and errors as :func:`lighter_day`."""
    with network.transaction() as draft:
        spread = to_spread(network, plan)
        if not spread.days:
            raise InvalidValueError("There is nothing left to spread.")
        _move(network, draft, spread)
        draft.describe(
            Message("spread", {"moved": sum(count for _, count in spread.days), **_between(spread, plan.day)})
        )
    return spread


def answer_review(network: Network, today: date, answer: Answer) -> str:
    """Store the member's answer to how the review was, from which the pace may follow; returns a sentence about it.

    Raises:
        StoreError: It can't be written.
    """
    with network.transaction(_ANSWER_MESSAGES[answer]) as draft:
        draft.put_answer(network.diary_day(today)._replace(answer=answer))
    return message_words(_ANSWER_MESSAGES[answer])


def capacity_of(network: Network) -> Capacity:
    """The contacts a day that the cadences need, and those that the pace has room for."""
    return capacity(network.contact_summaries(), network.member)


def doing_of(network: Network, today: date) -> RecentContacts | None:
    """Contacts a day over the last weeks; None where it is too early to say. Loads the large file."""
    began_on = min((each.created_on for each in network.contact_summaries()), default=None)
    return recent_contacts(network.interaction_summaries(), began_on, today)


def balance(network: Network, shown: Mapping[Step, int]) -> str:
    """Change the cadences of the steps to those that fit the pace.

    Args:
        shown: The days by step that the person has seen.

    Returns:
        A sentence about what was done.

    Raises:
        ConflictError: The cadences that fit are different by now.
        StoreError: It can't be written.
    """
    with network.transaction() as draft:
        found = capacity_of(network)
        if found.cadences != shown:
            raise ConflictError("The network was changed meanwhile; look at what would balance it once more.")
        draft.put_member(replace(network.member, cadences=dict(shown)))
        cadences = {str(step): days for step, days in shown.items()}
        message = Message("cadences_changed", {"cadences": cadences, "people": found.follow})
        draft.describe(message)
    return message_words(message)


def _promised(network: Network, today: date) -> list[date]:
    """The days of the open promises after today."""
    return [followup.due_on for followup in network.followups() if followup.is_open and followup.due_on > today]


def _turns_ahead(network: Network, today: date) -> Mapping[date, int]:
    """How many turns each of the days to come has already."""
    last = date.fromordinal(min(today.toordinal() + MOST_DAYS, date.max.toordinal()))
    return turns_ahead(network.contact_summaries(), network.promised(), network.member, today, last)


def _move(network: Network, draft: NetworkDraft, spread: Spread) -> None:
    waiting = OpenPromises(network, draft)
    for followup_id, day in spread.promises.items():
        waiting.put(snoozed(network.followup(followup_id), day))
    for contact_id, day in spread.turns.items():
        draft.put_contact(replace(network.contact(contact_id), nudge_from=day))


def _between(spread: Spread, today: date) -> dict[str, Any]:
    """The message's values for the first and the last day of a spread."""
    return {"days": [spread.days[place][0].isoformat() for place in (0, -1)], "today": today.isoformat()}
