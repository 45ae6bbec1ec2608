"""What the trend says, in words and figures: so that no picture has to be seen, and no colour."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.describe import MONTH_NAMES
from netkeeper.domain.trend import NO_FIELD, Trend, Week

LATELY = 4
"""How many whole weeks, besides the one that has begun, are lately."""


def _lately(trend: Trend) -> tuple[Sequence[Week], Sequence[Week]]:
    """The whole weeks of lately, and those before."""
    whole = trend.weeks[:-1]
    return whole[-LATELY:], whole[:-LATELY]


def _a_week(weeks: Sequence[Week]) -> str:
    """How many contacts a week, rounded."""
    return f"{round(sum(week.contacts for week in weeks) / len(weeks))}" if weeks else "0"


def contacts_words(trend: Trend) -> list[str]:
    """Contacts by the week, against the pace."""
    lately, before = _lately(trend)
    room = round(sum(week.pace for week in lately) / len(lately)) if lately else 0
    most = max(trend.weeks, key=lambda week: week.contacts)
    pace = f"{_a_week(lately)} a week over the last {len(lately)} weeks, {_a_week(before)} before that"
    busiest = f"in the week of {most.start.day} {MONTH_NAMES[most.start.month - 1]}"
    if not trend.contacts:
        return [f"Nothing was logged in these {len(trend.weeks)} weeks; your pace has room for {room} a week."]
    return [
        f"{pace}; your pace has room for {room}.",
        f"This week {trend.weeks[-1].contacts}; the most were {most.contacts}, {busiest}.",
    ]


def warmth_words(trend: Trend) -> list[str]:
    """How much of the network is warm."""
    now, then = trend.weeks[-1], trend.weeks[0]
    lines = [f"{now.warm} of {now.people} are warm: met within twice their cadence."]
    if then.people:
        lines.append(f"{len(trend.weeks) - 1} weeks ago it was {then.warm} of {then.people}.")
    return lines


def steps_words(trend: Trend) -> list[str]:
    """Contacts by step."""
    total = sum(trend.steps.values())
    if not total:
        return []
    shares = ", ".join(f"{count} with {step}s" for step, count in trend.steps.items())
    return [f"{total} {'contact' if total == 1 else 'contacts'} in {len(trend.weeks)} weeks: {shares}."]


def fields_words(trend: Trend) -> list[str]:
    """In how many fields the contacts were."""
    named = [field for field, _ in trend.fields if field != NO_FIELD]
    if not named:
        return ["None of them was with anybody whose field you noted."]
    return [f"In {len(named)} {'field' if len(named) == 1 else 'fields'}; somebody in several counts in each."]


def feeling_words(trend: Trend) -> list[str]:
    """How contacts felt."""
    felt = sum(trend.feelings)
    if not felt:
        return []
    lately, before = _lately(trend)
    lines = [f"{_mean([*lately, *before, trend.weeks[-1]]):.1f} of 5 on average, over {felt} that you rated."]
    if any(week.felt for week in lately) and any(week.felt for week in before):
        lines.append(f"Over the last {len(lately)} weeks {_mean(lately):.1f}, before that {_mean(before):.1f}.")
    return lines


def _mean(weeks: Sequence[Week]) -> float:
    return sum((week.feeling or 0) * week.felt for week in weeks) / sum(week.felt for week in weeks)
