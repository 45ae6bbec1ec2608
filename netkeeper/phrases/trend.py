"""The trend in sentences, which don't need the plots or colour."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.dates.describe import MONTH_NAMES
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.retention.trend import NO_FIELD, Trend, Week
from netkeeper.domain.review.recent_contacts import LATELY, LEAST_WEEKS
from netkeeper.phrases.counted import plural


def span_words(trend: Trend) -> str:
    """The span of the trend: ``6 weeks``, ``this week``."""
    count = len(trend.weeks_begun)
    return f"{count} weeks" if count > 1 else "this week"


def nothing_logged(trend: Trend) -> str:
    """That the span has no contact: ``Nothing was logged in these 6 weeks``."""
    return plural(len(trend.weeks_begun), "Nothing was logged this week.", "Nothing was logged in these {count} weeks.")


def _lately(weeks: Sequence[Week]) -> tuple[Sequence[Week], Sequence[Week]]:
    """The last ``LATELY`` weeks, and those before."""
    return weeks[-LATELY:], weeks[:-LATELY]


def _a_week(weeks: Sequence[Week]) -> str:
    """How many contacts a week, rounded."""
    return f"{round(sum(week.contacts for week in weeks) / len(weeks))}" if weeks else "0"


def contacts_words(trend: Trend) -> list[str]:
    """Contacts by the week, against the pace."""
    lately, before = _lately(trend.weeks_known)
    room_of = trend.weeks[:-1][-LATELY:]
    room = round(sum(week.pace for week in room_of) / len(room_of)) if room_of else 0
    most = max(trend.weeks, key=lambda week: week.contacts)
    busiest = f"{most.start.day} {MONTH_NAMES[most.start.month - 1]}"
    if not trend.contacts:
        return [
            plural(
                len(trend.weeks_begun),
                "Nothing was logged this week; your pace has room for {room} a week.",
                "Nothing was logged in these {count} weeks; your pace has room for {room} a week.",
                room=room,
            )
        ]
    if len(lately) < LEAST_WEEKS:
        pace = f"How many a week is too early to say; your pace has room for {room}."
    else:
        template = (
            "{now} a week over the last {weeks} weeks, {then} before that; your pace has room for {room}."
            if before
            else "{now} a week over the last {weeks} weeks; your pace has room for {room}."
        )
        pace = template.format(now=_a_week(lately), weeks=len(lately), then=_a_week(before), room=room)
    return [pace, f"This week {trend.weeks[-1].contacts}; the most were {most.contacts}, in the week of {busiest}."]


def warmth_words(trend: Trend) -> list[str]:
    """How much of the network is warm."""
    now = trend.weeks[-1]
    lines = [f"{now.warm} of {now.people} are warm: met within twice their cadence."]
    back, then = next(((back, week) for back, week in _oldest_first(trend) if week.people), (0, now))
    if back:
        lines.append(
            plural(
                back,
                "{count} week ago it was {warm} of {people}.",
                "{count} weeks ago it was {warm} of {people}.",
                warm=then.warm,
                people=then.people,
            )
        )
    return lines


def _oldest_first(trend: Trend) -> Sequence[tuple[int, Week]]:
    """The weeks, each with how many weeks ago it was."""
    return [(len(trend.weeks) - 1 - place, week) for place, week in enumerate(trend.weeks)]


def steps_words(trend: Trend) -> list[str]:
    """Contacts by step."""
    total = sum(trend.steps.values())
    if not total:
        return []
    shares = ", ".join(_WITH_STEP[step].format(count=count) for step, count in trend.steps.items())
    weeks = len(trend.weeks_begun)
    return [plural(total, *(_STEPS_IN_WEEKS if weeks > 1 else _STEPS_THIS_WEEK), weeks=weeks, shares=shares)]


_STEPS_THIS_WEEK = ("{count} contact this week: {shares}.", "{count} contacts this week: {shares}.")
_STEPS_IN_WEEKS = ("{count} contact in {weeks} weeks: {shares}.", "{count} contacts in {weeks} weeks: {shares}.")
_WITH_STEP = {
    Step.POTENTIAL: "{count} with potentials",
    Step.CUSTOMER: "{count} with customers",
    Step.REGULAR: "{count} with regulars",
}


def fields_words(trend: Trend) -> list[str]:
    """How many fields the contacts have."""
    named = [field for field, _ in trend.fields if field != NO_FIELD]
    if not named:
        return ["None of them was with anybody whose field you noted."]
    return [
        plural(
            len(named),
            "In {count} field; somebody in several counts in each.",
            "In {count} fields; somebody in several counts in each.",
        )
    ]


def feeling_words(trend: Trend) -> list[str]:
    """How contacts felt."""
    felt = sum(trend.feelings)
    if not felt:
        return []
    lately, before = _lately(trend.weeks[:-1])
    lines = [f"{_mean([*lately, *before, trend.weeks[-1]]):.1f} of 5 on average, over {felt} that you rated."]
    if any(week.felt for week in lately) and any(week.felt for week in before):
        lines.append(f"Over the last {len(lately)} weeks {_mean(lately):.1f}, before that {_mean(before):.1f}.")
    return lines


def _mean(weeks: Sequence[Week]) -> float:
    return sum((week.feeling or 0) * week.felt for week in weeks) / sum(week.felt for week in weeks)
