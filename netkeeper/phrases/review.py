"""Why a contact is in the review, and days off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.review.items import DuePromise, Item, Nudge, Why
from netkeeper.domain.text.display import plain
from netkeeper.phrases.turns import NOTHING_LOGGED, turn_words

if TYPE_CHECKING:
    from netkeeper.domain.promises.follow_up import FollowUp
    from netkeeper.domain.review.plan import Review


def promise_words(followup: FollowUp) -> str:
    """A promise's text, not safe to show yet; ``be in touch`` for one without."""
    return followup.what or "be in touch"


def why_words(item: Item) -> str:
    """Why a contact is in the review, in a few words; stored texts in it are not safe to show yet."""
    if isinstance(item, DuePromise):
        return promise_words(item.followup)
    why = item.why
    if isinstance(item, Nudge) and why.kind == "turn":
        return turn_words(item.days_since, item.cadence_days)
    day = describe_day(why.on, why.seen_on or why.on) if why.on else ""
    return _template(why).format(fields=" · ".join(why.fields), day=day)


def _template(why: Why) -> str:
    if why.fields and why.kind in _WITH_FIELDS:
        return _WITH_FIELDS[why.kind]
    return _WITH_DAY[why.kind] if why.on else _PLAIN[why.kind]


_PLAIN = {
    "new": NOTHING_LOGGED,
    "sort": "to be sorted",
    "sorted": "sorted",
    "in_touch": "in touch today",
    "tried": "tried today",
    "closed": "promise closed today",
    "met": "a year since you met",
}
_WITH_FIELDS = {"new": "nothing logged · {fields}", "sort": "to be sorted · {fields}"}
_WITH_DAY = {"promised": "promised for {day}", "in_touch": "in touch {day}", "birthday": "birthday {day}"}


def day_off(review: Review) -> str:
    """A day off, with the holiday's name: ``a day off``, ``a day off (Independence Day)``; safe to show."""
    return f"a day off ({plain(review.holiday)})" if review.holiday else "a day off"


def free_day(review: Review, *, wishes: bool) -> str:
    """A sentence about a day off without promises.

    Args:
        wishes: Whether to add a wish, for today.
    """
    template = _FREE_TODAY if wishes else _FREE
    return template[bool(review.holiday)].format(holiday=plain(review.holiday))


_FREE = ("A day off, and nothing is promised.", "A day off ({holiday}), and nothing is promised.")
_FREE_TODAY = (
    "A day off, and nothing is promised. Enjoy it.",
    "A day off ({holiday}), and nothing is promised. Enjoy it.",
)
