"""Parsing the words of a log line: what happened, when, how it felt, and the follow-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from netkeeper.domain.dates.parse_day import read_sure_day
from netkeeper.domain.dates.typed_day import TypedDay
from netkeeper.domain.errors import WordError
from netkeeper.domain.interactions.interaction import Kind, Signal
from netkeeper.domain.language.contact_words import ContactChanges, checked_note, contact_changes
from netkeeper.domain.language.joined import Word, joined_words
from netkeeper.domain.language.promise_words import PromiseWords, take_promise, take_values, with_day
from netkeeper.domain.language.tokens import LINES, quote_value
from netkeeper.domain.language.values import choose, choose_several, is_choice, several
from netkeeper.domain.text.display import fit, plain, quoted
from netkeeper.domain.text.fold import fold

_SAUNA = frozenset({"sauna", "saunailta"})
"""Values of ``signal:`` that mean "invited" and are also added to the note."""

_CUES = ("next", "seuraava", "todo", "feel", "fiilis", "due", "last", "every", "when")
"""Only text that contains one of these is checked for near misses."""


class LogWords(NamedTuple):
    """A parsed log line.

    Attributes:
        note: May be empty.
        kind: A meeting by default.
        on: The day of the interaction.
        feeling: 1 to 5, or None.
        signals: What the contacts did.
        contact: Changes of the contacts.
        promise: The follow-up.
        as_text: Parts of the note, as typed, that look like words but were in quotation marks.
        near_misses: What reads as a word but for a blank, each as typed and as the word it may have been meant for.
    """

    note: str
    kind: Kind
    on: date
    feeling: int | None
    signals: tuple[Signal, ...]
    contact: ContactChanges
    promise: PromiseWords = PromiseWords()
    as_text: tuple[str, ...] = ()
    near_misses: tuple[tuple[str, str], ...] = ()


def log_words(words: Sequence[Word], today: date) -> LogWords:
    """Parse the words of a log line.

    Free text and ``note:`` are the note. ``todo:`` without ``next:`` is due on the day that its text names, else in
    a week.

    Raises:
        WordError: A word can't be parsed, is not allowed here, occurs twice, or seems mistyped; ``when:`` is in the
            future; or a capitalised word after ``org:`` may belong to it.
        InvalidValueError: A value is invalid for its property.
    """
    _refuse_half_values(words)
    words = _with_more_signals(words)
    promise, rest = take_promise(words, today)
    signals = [word for word in rest if word.key == "signal" and not word.negated]
    values, rest = take_values([word for word in rest if word not in signals], ("kind", "when", "feel"))
    kind = choose("kind", values["kind"], list(Kind)) if "kind" in values else Kind.MEETING
    when = _past_day(values["when"], today) if "when" in values else TypedDay(today)
    feeling = _feeling(values["feel"]) if "feel" in values else None
    if any(word.key == "name" for word in rest):
        raise WordError(
            "name: changes a name; use it in netkeeper edit.",
            "name:",
            brief="name: changes a name; e edits the person.",
        )
    contact = contact_changes(rest, today, may_clear=False)
    note = " ".join(filter(None, (contact.text, contact.notes_added)))
    return LogWords(
        note=checked_note(" ".join(filter(None, (when.hour, note, *_signal_words_for_note(signals, note))))),
        kind=kind,
        on=when.day,
        feeling=feeling,
        signals=_signals(signals),
        contact=contact._replace(text="", notes_added=""),
        promise=promise,
        as_text=tuple(_words_in_quotes(words)),
        near_misses=tuple(_near_misses(words, today)),
    )


def _refuse_half_values(words: Sequence[Word]) -> None:
    """Raise an error for an unquoted value after which a capitalised word may belong to it: ``org:Valio Oy``.

    Raises:
        WordError: There is one; the message shows the quotation marks.
    """
    for word, following in pairwise(words):
        if word.key not in LINES or word.quoted or not word.value.strip() or word.value[-1] in ",;.!?":
            continue
        more = following.value.split()
        if following.key or following.quoted or not more or not more[0][0].isupper():
            continue
        count = next((place for place, each in enumerate(more) if not each[0].isupper()), len(more))
        whole = fit(plain(" ".join([word.value, *more[:count]])), 40)
        raise WordError(
            f"{word.key}: takes one word; write {word.key}:{quote_value(whole)}, "
            f"or put {word.key}:{fit(plain(word.value), 30)} at the end.",
            f"{word.key}:{word.value}",
        )


def _with_more_signals(words: Sequence[Word]) -> list[Word]:
    """The words, with the signals in the free text after a comma moved to the value: ``signal:recommended, invited``.

    A signal that is followed by more text also stays in the note: ``invited me to a sauna``.
    """
    whole: list[Word] = []
    for place, word in enumerate(words):
        last = whole[-1] if whole else None
        is_more = last is not None and last.key == "signal" and not (last.quoted or last.negated)
        if last is None or not is_more or word.key or word.quoted or not last.value.endswith(","):
            whole.append(word)
            continue
        goes_on = place + 1 < len(words) and not words[place + 1].key and not words[place + 1].quoted
        rest = word.value
        while rest and last.value.endswith(","):
            first, _, behind = rest.partition(" ")
            if not is_choice("signal", first.rstrip(".;!?"), list(Signal)):
                break
            last = last._replace(value=f"{last.value} {first.rstrip('.;!?')}", end=word.end)
            if first[-1].isalpha() and (behind.strip() or goes_on):
                break
            rest = behind.strip()
        whole[-1] = last
        if rest:
            whole.append(word._replace(value=rest, start=word.end - len(rest)))
    return whole


def _words_in_quotes(words: Sequence[Word]) -> Iterator[str]:
    """Words, or slips of words, inside of quoted text, as typed."""
    texts = [word.value for word in words if word.quoted and not word.key and (":" in word.value or "=" in word.value)]
    if not texts:
        return
    from netkeeper.domain.language.slips import key_meant

    for text in texts:
        for each in joined_words(text):
            if each.value and not each.value.startswith("//") and key_meant(each.word, each.value):
                yield f"{each.word}{each.sign}{each.value}"


def _near_misses(words: Sequence[Word], today: date) -> list[tuple[str, str]]:
    """Near misses in the unquoted free text (``next 2w``), each as typed and as the word it may have been meant for."""
    runs = groupby(words, lambda word: not word.key and not word.quoted)
    texts = [" ".join(word.value for word in run) for is_text, run in runs if is_text]
    if not any(cue in text.lower() for text in texts for cue in _CUES):
        return []
    from netkeeper.domain.language.near_misses import near_misses

    return [(miss.typed, miss.corrected) for text in texts for miss in near_misses(text, today)]


def _past_day(value: str, today: date) -> TypedDay:
    """The value of ``when:``, which must not be in the future."""
    typed = read_sure_day(value.strip(" ,;"), today, past=True)
    if typed.day > today:
        raise WordError(
            f"{with_day('when', value, typed.day, today)} is still to come; "
            "log what has happened, and say what comes with next:",
            f"when:{value}",
        )
    return typed


def _feeling(value: str) -> int:
    """The value of ``feel:``, 1 to 5."""
    typed = value.strip(" ,;")
    if typed not in ("1", "2", "3", "4", "5"):
        raise WordError(f"feel: can't be {quoted(typed)}; it goes from 1 (drained) to 5 (lifted).", f"feel:{value}")
    return int(typed)


def _signals(words: Sequence[Word]) -> tuple[Signal, ...]:
    """The signals of all ``signal:`` words, without duplicates."""
    found = [signal for word in words for signal in choose_several("signal", word.value, list(Signal))]
    return tuple(dict.fromkeys(found))


def _signal_words_for_note(words: Sequence[Word], note: str) -> list[str]:
    """Values of ``signal:`` to add to the note: those in ``_SAUNA`` that it doesn't contain."""
    parts = [part for word in words for part in several(word.value)]
    return [part for part in dict.fromkeys(parts) if fold(part) in _SAUNA and fold(part) not in fold(note)]
