"""How the app puts things: the day, the ladder, feelings, what was understood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netkeeper.domain.birthday import Birthday
from netkeeper.domain.describe import MONTH_NAMES, WEEKDAY_NAMES, describe_day, describe_span
from netkeeper.domain.display import plain
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Signal
from netkeeper.domain.ladder import Step
from netkeeper.domain.member import Member

if TYPE_CHECKING:
    from netkeeper.domain.words import LogWords, Word

FEELINGS = "①②③④⑤"
"""How it felt, from 1 (drained) to 5 (lifted)."""

_SIGNALS = {
    Signal.RECOMMENDED: "recommended you",
    Signal.INVITED: "invited you",
    Signal.ASKED_ADVICE: "asked your advice",
    Signal.INTRODUCED: "introduced you",
}

_SAID_BY_LOG = frozenset({"", "note", "kind", "when", "feel", "signal", "next", "todo"})


def feeling_mark(feeling: int | None) -> str:
    """A feeling as one character; empty where it wasn't said."""
    return FEELINGS[feeling - 1] if feeling else ""


def ladder_mark(step: Step) -> str:
    """How high a step is: ``▲▲△``."""
    return "▲" * step.height + "△" * (len(Step) - step.height)


def graduation(member: Member, today: date) -> str:
    """How far graduation is; empty where it isn't known or has passed."""
    if member.graduates_on is None or member.graduates_on < today:
        return ""
    days = (member.graduates_on - today).days
    if days == 0:
        return "graduation is today"
    return f"{days} {'day' if days == 1 else 'days'} to graduation"


def weekday_day(day: date, today: date) -> str:
    """A day with its weekday, never ``today``: ``Mon 23 Nov``, with the year where it isn't near."""
    near = abs((day - today).days) <= 1
    return f"{WEEKDAY_NAMES[day.weekday()]} {short_day(day)}" if near else describe_day(day, today)


def short_day(day: date) -> str:
    """``2 Nov``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]}"


def short_span(days: int) -> str:
    """A span in as little room as can be: ``3d``, ``5w``, ``4mo``, ``2y``."""
    count, _, unit = describe_span(days).partition(" ")
    return count + ("mo" if unit.startswith("month") else unit[0])


def promised(followup: FollowUp) -> str:
    """What was promised; safe to show."""
    return plain(followup.what) or "be in touch"


def understood(log: LogWords, words: list[Word], today: date) -> str:
    """What a log line was understood to say, in one line that is safe to show."""
    parts = ["some contact" if log.kind == "other" else str(log.kind), describe_day(log.on, today)]
    if log.feeling:
        parts.append(f"feeling {log.feeling}")
    parts += [signal_text(signal) for signal in log.signals]
    parts += [f"{word.key} {plain(word.value)}" for word in words if word.key not in _SAID_BY_LOG]
    if log.next_on:
        what = f": {plain(log.todo)}" if log.todo else ""
        parts.append(f"next {describe_day(log.next_on, today)}{what}")
    return " · ".join(parts)


def can_wait(count: int, key: str, *, shown: bool = False) -> str:
    """How many can wait, and how to see them or not."""
    return f"{count} more can wait · {key} {'hides' if shown else 'shows'} them"


def birthday(born: Birthday, today: date) -> str:
    """A birthday, with the age on the next one where the year is known."""
    day = f"{born.day} {MONTH_NAMES[born.month - 1]}"
    if born.year is None:
        return day
    age = born.next_on(today).year - born.year
    return f"{day} {born.year} · turns {age}" if age > 0 else f"{day} {born.year}"


def signal_text(signal: Signal) -> str:
    """What somebody did, as one says it."""
    return _SIGNALS[signal]
