"""The diary of reviews: what each day offered and what became of it, and the pace that follows from it."""

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
    """The plan for today, which somebody looks at as a whole: the first such look pins whom the day offers.

    It also notes what became of the day before, and may change the pace, which is a change like any other. Where
    nothing can be written, the plan is all there is.

    Args:
        network: Whose.
        today: The day.
    """
    if network.is_empty:
        return review(network, today)
    day = network.diary_day(today)
    try:
        return _with_sorting(network, day) if day.is_pinned else _pinned(network, today)
    except StoreError:
        return review(network, today)


def whom(plan: Review) -> tuple[str, ...]:
    """Whom a plan offers, promises and occasions aside."""
    return tuple(each.contact_id for each in (*plan.keep_in_touch, *plan.stretch))


def pace_news(network: Network, today: date) -> PaceChange | None:
    """How the pace changed by itself today; None where it didn't, or was changed again since."""
    day = network.diary_day(today)
    if not day.changed or day.pace != network.member.pace:
        return None
    return PaceChange(network.member.pace, day.changed, looked_at(network.diary(), today))


def _pinned(network: Network, today: date) -> Review:
    """Note the plan for today, as it is once nobody else can write; another process may have noted it meanwhile."""
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
            offered=whom(plan),
            stretch=tuple(each.contact_id for each in plan.stretch),
            occasions=tuple(each.contact_id for each in plan.occasions),
            sort=tuple(each.contact_id for each in plan.sort),
            since=tuple(_last_on(network, each) for each in whom(plan)),
        )
        with network.transaction("Noted what the review offered") as draft:
            for each in (*past[-1:], day):
                draft.note_day(each)
            for each in past:
                if each.on <= today - timedelta(days=KEPT_DAYS):
                    draft.forget_day(each.on)
    return plan


def _with_sorting(network: Network, day: DiaryDay) -> Review:
    """The plan of a day whose list stands; whoever came in since to be sorted is pinned too."""
    plan = review(network, day.on)
    if plan.sort and not day.sort:
        with network.storage.lock(), network.transaction("Noted what the review offered") as draft:
            draft.note_day(network.diary_day(day.on)._replace(sort=tuple(each.contact_id for each in plan.sort)))
    return plan


def _adapt(network: Network, past: Sequence[DiaryDay], today: date) -> int:
    """Change the pace where the last two weeks say so; by how much."""
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
    """The last day before today, with those done whom one was in touch with since.

    Whoever a lighter day moved was not left: the pace and the rest they get don't follow from that.
    """
    done = tuple(each for each in day.offered if _was_met(network, each, day.on))
    if not day.is_lighter:
        return day._replace(done=done)
    return day._replace(
        done=done,
        offered=tuple(each for each in day.offered if each in done or not _was_put_off(network, each, day.on)),
    )


def _last_on(network: Network, contact_id: str) -> str:
    """The latest contact with somebody (ISO); empty where there was none."""
    last_on = network.last_on(contact_id)
    return last_on.isoformat() if last_on else ""


def _was_put_off(network: Network, contact_id: str, on: date) -> bool:
    """Whether somebody's turn was moved to later than a day."""
    nudge_from = network.nudge_from(contact_id)
    return nudge_from is not None and nudge_from > on


def _was_met(network: Network, contact_id: str, on: date) -> bool:
    """Whether one was in touch with somebody from a day on."""
    last_on = network.last_on(contact_id)
    return last_on is not None and last_on >= on
