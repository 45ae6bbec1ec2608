"""Texts about a person: ladder, birthday, feeling, a log line as understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.dates.describe import MONTH_NAMES, describe_day
from netkeeper.domain.dates.time_of_day import with_hour
from netkeeper.domain.interactions.interaction import Signal, kind_label
from netkeeper.domain.interactions.reached import may_be_unreached
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.promised import why_on_that_day
from netkeeper.phrases.signals import SIGNALS

if TYPE_CHECKING:
    from netkeeper.domain.interactions.interaction import Interaction
    from netkeeper.domain.language.joined import Word
    from netkeeper.domain.language.log_words import LogWords

FEELINGS = "①②③④⑤"
"""The marks of the feelings 1 (drained) to 5 (lifted)."""

_NAME_COLUMNS = 40
_MOST_NAMES = 3

_LOG_KEYS = frozenset({"", "note", "kind", "when", "feel", "signal", "next", "todo"})


def feeling_mark(feeling: int | None) -> str:
    """A feeling as one character; empty for none."""
    return FEELINGS[feeling - 1] if feeling else ""


def ladder_mark(step: Step) -> str:
    """The height of a step: ``▲▲△``."""
    return "▲" * step.height + "△" * (len(Step) - step.height)


def move_text(change: StepChange, today: date) -> str:
    """A move on the ladder and its reason, in a sanitized line."""
    why = f": {plain(change.reason)}" if change.reason else ""
    return f"{describe_day(change.on, today)} · {change.step}{why}"


def birthday(born: Birthday, today: date) -> str:
    """A birthday, with the age at the next one where the year is known."""
    day = f"{born.day} {MONTH_NAMES[born.month - 1]}"
    if born.year is None:
        return day
    age = born.next_on(today).year - born.year
    return f"{day} {born.year} · turns {age}" if age > 0 else f"{day} {born.year}"


def signal_text(signal: Signal) -> str:
    """The text of a signal."""
    return SIGNALS[signal]


def what_happened(log: LogWords | Interaction, today: date) -> list[str]:
    """Kind, day, feeling and signals of an interaction, as sanitized parts; without the note."""
    parts = ["some contact" if log.kind == "other" else kind_label(log.kind), describe_day(log.on, today)]
    if log.feeling:
        parts.append(f"feeling {log.feeling}")
    return parts + [signal_text(signal) for signal in log.signals]


def joined(names: Sequence[str]) -> str:
    """The first few names and how many more there are; sanitized."""
    shown = [fit(plain(name), _NAME_COLUMNS) for name in names[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        return f"{', '.join(shown)} and {len(names) - _MOST_NAMES} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def understood(log: LogWords, words: list[Word], today: date, keeps: Sequence[str] = ()) -> str:
    """A log line as it was understood, in one sanitized line.

    Args:
        words: The key-value words of the line.
        keeps: The promises that it keeps, in words.
    """
    parts = what_happened(log, today)
    parts += [f"{word.key} {plain(word.value)}" for word in words if word.key not in _LOG_KEYS]
    promise = log.promise
    if promise.next_on:
        what = with_hour(plain(promise.todo), promise.hour)
        why = "".join(f" ({each})" for each in why_on_that_day(promise, today))
        parts.append(f"next {describe_day(promise.next_on, today)}{f': {what}' if what else ''}{why}")
    parts += [f"kept: {plain(each)}" for each in keeps]
    if may_be_unreached(log.kind, log.note):
        parts.append("not reached? kind:tried")
    return " · ".join(parts)


def in_toast(sentences: Sequence[str]) -> str:
    """Sentences for a toast, sanitized; without the last full stop, since more text follows."""
    return " ".join(map(plain, sentences)).removesuffix(".")
