"""What the words of a log line say: what happened, when, how it felt, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.changes import ContactChanges, checked_note, contact_changes
from netkeeper.domain.dates import parse_day
from netkeeper.domain.describe import describe_day
from netkeeper.domain.display import plain, quoted
from netkeeper.domain.errors import WordError
from netkeeper.domain.interaction import Kind, Signal
from netkeeper.domain.keys import KEYS
from netkeeper.domain.tokens import Word
from netkeeper.domain.values import choose, one_line, several

TODO_DAYS = 7
"""Days until a promise is due that has no day of its own (``todo:`` without ``next:``)."""


class Promise(NamedTuple):
    """What ``next:`` and ``todo:`` say.

    Attributes:
        next_on: The day the follow-up is due; None where there is none.
        todo: What was promised; may be empty.
        is_span: Whether the day was counted from today, so that it may move to a working day.
    """

    next_on: date | None = None
    todo: str = ""
    is_span: bool = False


class LogWords(NamedTuple):
    """What a log line says.

    Attributes:
        note: What was said, in the member's words; may be empty.
        kind: How one was in touch; a meeting unless it says otherwise.
        on: The day it happened.
        feeling: 1 to 5; None where it isn't said.
        signals: What the contacts did.
        next_on: The day the follow-up is due; None where none is made.
        todo: What was promised; may be empty.
        contact: What is said about the contacts.
        next_is_span: Whether the follow-up's day was counted from today, so that it may move to a working day.
    """

    note: str
    kind: Kind
    on: date
    feeling: int | None
    signals: tuple[Signal, ...]
    next_on: date | None
    todo: str
    contact: ContactChanges
    next_is_span: bool = False


def take_promise(words: Sequence[Word], today: date) -> tuple[Promise, list[Word]]:
    """Read ``next:`` and ``todo:``, for ``add`` as for ``log``.

    Returns:
        What they say (a ``todo:`` without ``next:`` is due in a week), and the other words.

    Raises:
        WordError: One can't be read, is said twice, or the day has passed.
    """
    said, rest = _taken(words, ("next", "todo"))
    todo = one_line("todo", said["todo"]) if "todo" in said else ""
    if "next" not in said:
        return Promise(today + timedelta(days=TODO_DAYS) if todo else None, todo), rest
    next_on = parse_day(said["next"].strip(" ,;"), today)
    if next_on < today:
        raise WordError(
            f"{_with_day('next', said['next'], next_on, today)} has passed; give today or a day to come.",
            f"next:{said['next']}",
        )
    return Promise(next_on, todo), rest


def log_words(words: Sequence[Word], today: date) -> LogWords:
    """Read the words of a log line.

    Free text and ``note:`` are the note. ``todo:`` without ``next:`` is due in a week.

    Raises:
        WordError: A word can't be read, has no place here, or is said twice; or ``when:`` is to come.
        InvalidValueError: A property of the contact can't be what it is said to be.
    """
    promise, words = take_promise(words, today)
    signals = [word for word in words if word.key == "signal" and not word.negated]
    said, rest = _taken([word for word in words if word not in signals], ("kind", "when", "feel"))
    kind = choose("kind", said["kind"], list(Kind)) if "kind" in said else Kind.MEETING
    on = _past_day(said["when"], today) if "when" in said else today
    feeling = _feeling(said["feel"]) if "feel" in said else None
    if any(word.key == "name" for word in rest):
        raise WordError("name: changes a name; use it in netkeeper edit.", "name:")
    contact = contact_changes(rest, today, may_clear=False)
    note = checked_note(" ".join(filter(None, (contact.text, contact.notes_added))))
    return LogWords(
        note=note,
        kind=kind,
        on=on,
        feeling=feeling,
        signals=_signals(signals),
        next_on=promise.next_on,
        todo=promise.todo,
        contact=contact._replace(text="", notes_added=""),
    )


def _taken(words: Sequence[Word], keys: Sequence[str]) -> tuple[dict[str, str], list[Word]]:
    """The values of words that may be said once, and the other words."""
    said: dict[str, str] = {}
    rest: list[Word] = []
    for word in words:
        if word.key not in keys:
            rest.append(word)
            continue
        typed = f"{word.key}:{word.value}"
        if word.negated:
            raise WordError(f"-{word.key}: says nothing here; leave it out.", f"-{typed}")
        if word.key in said:
            raise WordError(f"{word.key}: is said twice; say it once.", typed)
        if not word.value.strip():
            example = KEYS[word.key].example
            raise WordError(f"{word.key}: has no value; write it like {example}, with no blank between.", typed)
        said[word.key] = word.value
    return said, rest


def _past_day(value: str, today: date) -> date:
    """The day of ``when:``."""
    day = parse_day(value.strip(" ,;"), today, past=True)
    if day > today:
        raise WordError(
            f"{_with_day('when', value, day, today)} is still to come; "
            "log what has happened, and say what comes with next:",
            f"when:{value}",
        )
    return day


def _with_day(key: str, value: str, day: date, today: date) -> str:
    """A word as it was typed, with the day it means where that isn't what was typed."""
    typed, shown = plain(value).strip(" ,;"), describe_day(day, today)
    return f"{key}:{typed}" if typed == shown else f"{key}:{typed} ({shown})"


def _feeling(value: str) -> int:
    """The number of ``feel:``."""
    typed = value.strip(" ,;")
    if typed not in ("1", "2", "3", "4", "5"):
        raise WordError(f"feel: can't be {quoted(typed)}; it goes from 1 (drained) to 5 (lifted).", f"feel:{value}")
    return int(typed)


def _signals(words: Sequence[Word]) -> tuple[Signal, ...]:
    """The signals of all ``signal:`` words, each once."""
    found = [choose("signal", part, list(Signal)) for word in words for part in several(word.value) or [word.value]]
    return tuple(dict.fromkeys(found))
