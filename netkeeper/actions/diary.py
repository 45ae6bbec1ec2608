"""The diary of reviews: what each day offered and what became of it, and the pace that follows from it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from netkeeper.actions.review import review
from netkeeper.domain.diary import KEPT_DAYS, DiaryDay
from netkeeper.domain.errors import StoreError
from netkeeper.domain.pace import PaceChange, adapted
from netkeeper.domain.review import Review
from netkeeper.store.network import Network

_NOTED = "Noted what the review offered"


def open_review(network: Network, today: date) -> Review:
    """The plan for today, which somebody looks at: the diary notes whom it offers.

    The first look of a day also notes what became of the day before, and may change the pace, which is a
    change like any other. Where nothing can be written, the plan is all there is.

    Args:
        network: Whose.
        today: The day.
    """
    plan = review(network, today)
    if not network.is_empty and _is_new(network, plan):
        with contextlib.suppress(StoreError):
            plan = _noted(network, today)
    return plan


def whom(plan: Review) -> tuple[str, ...]:
    """Whom a plan offers, promises and occasions aside."""
    return tuple(each.contact_id for each in (*plan.keep_in_touch, *plan.stretch))


def pace_news(network: Network, today: date) -> PaceChange | None:
    """How the pace changed by itself today; None where it didn't, or was changed again since."""
    day = network.diary_day(today)
    return PaceChange(network.member.pace, day.changed) if day.changed and day.pace == network.member.pace else None


def _is_new(network: Network, plan: Review) -> bool:
    """Whether a plan says more than the diary does."""
    day = network.diary_day(plan.day)
    return day.pace is None or not set(day.offered).issuperset(whom(plan))


def _noted(network: Network, today: date) -> Review:
    """Note the plan for today, as it is once nobody else can write."""
    with network.storage.lock():
        day = network.diary_day(today)
        past: list[DiaryDay] = []
        if day.pace is None:
            past = [each for each in network.diary() if each.on < today and each.pace is not None]
            past[-1:] = [_settled(network, each) for each in past[-1:]]
            changed = _adapt(network, past, today)
            day = day._replace(pace=network.member.pace, changed=changed)
        plan = review(network, today)
        day = day._replace(offered=tuple(dict.fromkeys((*day.offered, *whom(plan)))))
        with network.transaction("Noted what the review offered") as draft:
            for each in (*past[-1:], day):
                draft.note_day(each)
            for each in past:
                if each.on <= today - timedelta(days=KEPT_DAYS):
                    draft.forget_day(each.on)
    return plan


def _adapt(network: Network, past: Sequence[DiaryDay], today: date) -> int:
    """Change the pace where the last two weeks say so; by how much."""
    change = adapted(network.member, past, today)
    if change is None:
        return 0
    with network.transaction(f"Pace {change.pace} a day: {change.why}") as draft:
        draft.put_member(replace(network.member, pace=change.pace))
    return change.by


def _settled(network: Network, day: DiaryDay) -> DiaryDay:
    """The last day before today, with those done whom one was in touch with since."""
    return day._replace(done=tuple(each for each in day.offered if _was_met(network, each, day.on)))


def _was_met(network: Network, contact_id: str, on: date) -> bool:
    """Whether one was in touch with somebody from a day on."""
    last_on = network.contact(contact_id).last_on if network.has_contact(contact_id) else None
    return last_on is not None and last_on >= on
