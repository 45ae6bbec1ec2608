"""Slips in what is typed: words that were meant for a key and would be lost in the note.

Two rules say what is refused, and no others; ordinary notes never are. The first is asked of a word alone
(:func:`key_meant`), the second of a word and its value (:func:`is_day_joined`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from netkeeper.domain.contact import Hope
from netkeeper.domain.dates import reads_as_day
from netkeeper.domain.display import fit, plain
from netkeeper.domain.errors import WordError
from netkeeper.domain.fold import fold
from netkeeper.domain.interaction import Kind, Signal
from netkeeper.domain.keys import FINNISH, KEYS, NEAR, key_of
from netkeeper.domain.ladder import Step
from netkeeper.domain.tokens import Joined, Word, joined_words
from netkeeper.domain.values import choose

SHORTEST = 4
"""Letters from which a key has slips: shorter ones are one letter away from half of the language."""

_COLUMNS = 30
_CHOICES: Mapping[str, type[StrEnum]] = {"kind": Kind, "signal": Signal, "step": Step, "hope": Hope}

_KNOWN = tuple((fold(word), key) for word, key in (*((key, key) for key in KEYS), *FINNISH.items()))


def key_meant(word: str, value: str = "", *, in_note: bool = True) -> str:
    """The key that a word before ``:`` or ``=`` was meant for; empty where it may be any word.

    It is a key in English or Finnish, one slip away from one (a letter added, dropped, changed, or swapped
    with the next), or one of ``NEAR``. Keys under four letters have no slips; a word under four letters is one
    only where its value is one that the key may have (``knd:call``, not ``fee:500``).

    Args:
        word: What stands there, without the ``:`` or ``=``.
        value: What follows it.
        in_note: Whether it may be a word of a note. Where one searches there are none, so that shorter
            words have slips too, and ``NEAR`` doesn't count.
    """
    typed = fold(word)
    if key := key_of(typed):
        return key
    if in_note and typed in NEAR:
        return NEAR[typed]
    meant = next((key for known, key in _KNOWN if len(known) >= SHORTEST and _one_edit_apart(typed, known)), "")
    return "" if in_note and len(typed) < SHORTEST and not _suits(meant, value) else meant


def _suits(key: str, value: str) -> bool:
    """Whether a value is one of those that a key is chosen from."""
    typed = value.strip(",;.!?)")
    if key == "feel":
        return typed in ("1", "2", "3", "4", "5")
    if key == "email":
        return "@" in typed
    choices = _CHOICES.get(key)
    if not choices or not typed:
        return False
    try:
        choose(key, typed, list(choices))
    except WordError:
        return False
    return True


def is_day_joined(value: str, today: date) -> bool:
    """Whether the value after any other word and ``:`` or ``=`` is wholly a day or a span of time.

    A bare number is none.
    """
    # The dot may belong to the day (24.12.) or end the sentence.
    return any(bare and reads_as_day(bare, today) for bare in (value.rstrip(",;!?)"), value.rstrip(",;!?).")))


def refuse_joined_days(words: Sequence[Word], today: date) -> None:
    """Refuse a day that is joined to a word which is no key (``deadline:fri``).

    Args:
        words: What was typed, cut; what is quoted and what ``note:`` says is left alone.
        today: The day it was typed on.

    Raises:
        WordError: There is one; the message says how to say it.
    """
    for word in words:
        if word.quoted or word.key not in ("", "todo"):
            continue
        for each in joined_words(word.value):
            if each.word and each.value and is_day_joined(each.value, today):
                raise _day_error(each)


def key_error(each: Joined, key: str) -> WordError:
    """The error for a word that was meant for a key."""
    typed = _shown(f"{each.word}{each.sign}{each.value}")
    meant = _shown(f"{key}:{each.value}")
    if each.sign == "=" and key_of(each.word):
        said = f"'{typed}' is no word; write it with a colon: {meant}"
    elif fold(each.word) in NEAR:
        said = f"'{_shown(each.word)}:' is no word here; did you mean '{key}:'? Write {meant}"
        said += f" (or next:{_shown(each.value)} for a day to come)" if key == "when" else ""
    else:
        said = f"Unknown word '{_shown(each.word)}{each.sign}'; did you mean '{key}:'? Write {meant}"
    return WordError(f"{said}. {_as_text(each)}", f"{each.word}{each.sign}")


def _day_error(each: Joined) -> WordError:
    typed, value = _shown(f"{each.word}{each.sign}{each.value}"), _shown(each.value.rstrip(",;"))
    near = next((key for known, key in _KNOWN if _one_edit_apart(fold(each.word), known)), "")
    meant = f"did you mean '{near}:'? Write {near}:{value}" if near else f"for the next follow-up write next:{value}"
    said = f"'{typed}' holds a day, but '{_shown(each.word)}' is no word; {meant}"
    return WordError(f"{said}. {_as_text(each)}", f"{each.word}{each.sign}")


def _as_text(each: Joined) -> str:
    """How to say the same as text."""
    return f"As text, put a blank in between: {_shown(each.word)}{each.sign} {_shown(each.value)}"


def _shown(text: str) -> str:
    return fit(plain(text[: _COLUMNS * 8]), _COLUMNS)


def _one_edit_apart(one: str, other: str) -> bool:
    """Whether a letter added, dropped, changed, or swapped with the next makes one of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    if len(one) != len(other):
        return one[1:] == other or one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
