"""The diary of reviews: whom each day selected, who was contacted since, and the pace that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from netkeeper.actions.review.review import review
from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import StoreError
from netkeeper.domain.review.diary import KEPT_DAYS, DiaryDay
from netkeeper.domain.review.pace import PaceChange, adapted, looked_at
from netkeeper.domain.review.plan import Review
from netkeeper.store.network import Network


def open_review(network: Network, today: date) -> Review:
    """The plan for today, shown as a whole: the first time it is shown, its selection is stored in the diary.

    This also completes the diary of the last day before, and may change the pace, which can be undone like any other
    change. Where nothing can be written, nothing is stored.
    """
    if network.is_empty:
        return review(network, today)
    day = network.diary_day(today)
    try:
        return _with_sorting(network, day) if day.is_pinned else _pinned(network, today)
    except StoreError:
        return review(network, today)


def selected_ids(plan: Review) -> tuple[str, ...]:
    """The contacts that a plan selects by their turn, without promises and occasions."""
    return tuple(each.contact_id for each in (*plan.keep_in_touch, *plan.stretch))


def pace_news(network: Network, today: date) -> PaceChange | None:
    """Today's automatic change of the pace; None where there was none, or the pace was changed again since."""
    day = network.diary_day(today)
    if not day.changed or day.pace != network.member.pace:
        return None
    return PaceChange(network.member.pace, day.changed, looked_at(network.diary(), today))


def _pinned(network: Network, today: date) -> Review:
    """Store the plan for today under the lock; another process may have stored it meanwhile."""
    with network.storage.lock():
        day = network.diary_day(today)
        if day.is_pinned:
            return review(network, today)
        past = [each for each in network.diary() if each.on < today and each.is_pinned]
        past[-1:] = [_settled(network, each) for each in past[-1:]]
        changed = _adapt(network, past, today)
        plan = review(network, today)
        day = day._replace(
            pace=network.member.pace,
            changed=changed,
            selected=selected_ids(plan),
            stretch=tuple(each.contact_id for each in plan.stretch),
            occasions=tuple(each.contact_id for each in plan.occasions),
            sort=tuple(each.contact_id for each in plan.sort),
            since=tuple(_last_on(network, each) for each in selected_ids(plan)),
        )
        with network.transaction("Noted whom the review selected") as draft:
            for each in (*past[-1:], day):
                draft.note_day(each)
            for each in past:
                if each.on <= today - timedelta(days=KEPT_DAYS):
                    draft.forget_day(each.on)
    return plan


def _with_sorting(network: Network, day: DiaryDay) -> Review:
    """The plan of a day whose selection is stored; contacts that wait to be sorted since are stored too."""
    plan = review(network, day.on)
    if plan.sort and not day.sort:
        with network.storage.lock(), network.transaction("Noted whom the review selected") as draft:
            draft.note_day(network.diary_day(day.on)._replace(sort=tuple(each.contact_id for each in plan.sort)))
    return plan


def _adapt(network: Network, past: Sequence[DiaryDay], today: date) -> int:
    """Change the pace if the last two weeks ask for it, and return by how much."""
    change = adapted(network.member, past, today)
    if change is None:
        return 0
    with network.transaction(_pace_message(change)) as draft:
        draft.put_member(replace(network.member, pace=change.pace))
    return change.by


def _pace_message(change: PaceChange) -> Message:
    key = "pace_up" if change.by > 0 else "pace_down"
    if change.is_whole:
        return Message(f"{key}_two_weeks", {"pace": change.pace})
    return Message(key, {"pace": change.pace, "span": change.days})


def _settled(network: Network, day: DiaryDay) -> DiaryDay:
    """The last day before today, with the contacts that were contacted since.

    Contacts that a lighter day put off don't count as selected, for the pace or for their rest.
    """
    done = tuple(each for each in day.selected if _was_met(network, each, day.on))
    if not day.is_lighter:
        return day._replace(done=done)
    return day._replace(
        done=done,
        selected=tuple(each for each in day.selected if each in done or not _was_put_off(network, each, day.on)),
    )


def _last_on(network: Network, contact_id: str) -> str:
    """The day of the latest interaction (ISO); empty where there was none."""
    last_on = network.last_on(contact_id)
    return last_on.isoformat() if last_on else ""


def _was_put_off(network: Network, contact_id: str, on: date) -> bool:
    """Whether a contact's turn was snoozed beyond a day."""
    nudge_from = network.nudge_from(contact_id)
    return nudge_from is not None and nudge_from > on


def _was_met(network: Network, contact_id: str, on: date) -> bool:
    """Whether there was an interaction with a contact on a day or after it."""
    last_on = network.last_on(contact_id)
    return last_on is not None and last_on >= on
