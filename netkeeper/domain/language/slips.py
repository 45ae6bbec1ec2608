"""Detection of mistyped keys, which would otherwise become part of the note.

Two rules decide what is refused, so that ordinary notes never are: the word is similar to a key
(:func:`key_meant`), or its value is a day (:func:`is_day_joined`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from netkeeper.domain.dates.parse_day import reads_as_day
from netkeeper.domain.dates.typed_day import try_day
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.joined import Joined, Word, joined_words
from netkeeper.domain.language.keys import FINNISH, KEYS, SYNONYMS, SYNONYMS_WITH_VALUE, key_of
from netkeeper.domain.text.display import fit, plain
from netkeeper.domain.text.fold import fold

SHORTEST = 4
"""The fewest letters of a key with mistyped forms: shorter ones are one letter away from too many words."""

_COLUMNS = 30
_CLOSING = ")]}>/*"
_AFTER_DAY = ",;!?" + _CLOSING
_END = _AFTER_DAY + "."
_VALUES = {"email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"), "phone": re.compile(r"\+?[0-9][0-9()/-]{5,}")}
_ANY_DAY = date(2026, 6, 17)
"""A reference date for testing whether words are past or future on every day: ``eilen``, ``huomenna``."""

_KNOWN = tuple((fold(word), key) for word, key in (*((key, key) for key in KEYS), *FINNISH.items()))
_KNOWN_IN_NOTES = tuple((word, key) for word, key in _KNOWN if KEYS[key].adding or KEYS[key].logging)
"""Those that are allowed where a note is; the others are for searches only."""

_WORDS = frozenset(["same", "game", "came", "fame", "lame", "tame", "dame"])
"""English words that are one letter away from ``name``, a key that a log doesn't have."""


def key_meant(word: str, value: str = "", *, in_note: bool = True) -> str:
    """The key that a word before ``:`` or ``=`` was meant for; empty where it is an ordinary word.

    That is a key in English or Finnish, a word one edit away from a key that is allowed there (a letter added, dropped,
    changed, or swapped with the next), or one of ``SYNONYMS``; one of ``SYNONYMS_WITH_VALUE`` only with a fitting
    value. Keys and words under four letters have no mistyped forms (``fee:5``).

    Args:
        word: The word without the ``:`` or ``=``.
        value: The text after it.
        in_note: Whether it may be a word of a note. A search has no notes: there shorter
            words can be mistyped keys too, and synonyms are not considered.
    """
    typed = fold(word)
    if key := key_of(typed):
        return key
    if in_note and typed in SYNONYMS:
        return SYNONYMS[typed]
    if in_note and typed in SYNONYMS_WITH_VALUE:
        return SYNONYMS_WITH_VALUE[typed] if _VALUES[SYNONYMS_WITH_VALUE[typed]].fullmatch(value.rstrip(_END)) else ""
    if in_note and (len(typed) < SHORTEST or typed in _WORDS):
        return ""
    keys = _KNOWN_IN_NOTES if in_note else _KNOWN
    return next((key for known, key in keys if len(known) >= SHORTEST and _one_edit_apart(typed, known)), "")


def is_day_joined(value: str, today: date) -> bool:
    """Whether the complete value after ``:`` or ``=`` is a day or a span of time; a bare number isn't."""
    return bool(_day_in(value, today))


def _day_in(value: str, today: date) -> str:
    """The value without closing punctuation, where that is a day or span; else empty."""
    if value.rstrip(_END).isdecimal():
        # A number before a full stop is no day of the month here: huone:3.
        return ""
    # The full stop may belong to the day (24.12.) or to the sentence.
    ways = (value.rstrip(_AFTER_DAY), value.rstrip(_END))
    return next((bare for bare in ways if bare and reads_as_day(bare, today)), "")


def refuse_joined_days(words: Sequence[Word], today: date) -> None:
    """Raise an error for a day as the value of a word that is no key (``deadline:fri``).

    Quoted text and the value of ``note:`` are not checked.

    Raises:
        WordError: There is one; the message shows the correct word.
    """
    for word in words:
        if word.quoted or word.key not in ("", "todo"):
            continue
        for each in joined_words(word.value):
            if each.word and each.value and is_day_joined(each.value, today):
                raise _day_error(each, today)


def key_error(each: Joined, key: str) -> WordError:
    """The error for a word that was meant for a key."""
    value = _value(each)
    typed = _shown(f"{each.opened}{each.word}{each.sign}{each.value}")
    if each.opened and key_of(each.word):
        message = f"'{typed}' holds '{_shown(each.word)}{each.sign}', which counts only behind a blank. {_suggested_word(key, value)}"
    elif each.sign == "=" and key_of(each.word):
        message = f"'{typed}' is no word; write it with a colon: {_shown(f'{key}:{value}')}"
    elif fold(each.word) in SYNONYMS or fold(each.word) in SYNONYMS_WITH_VALUE:
        message = f"'{_shown(each.word)}:' is no word here; did you mean '{key}:'? {_suggested_word(key, value)}"
    else:
        message = f"Unknown word '{_shown(each.word)}{each.sign}'; did you mean '{key}:'? {_suggested_word(key, value)}"
    return WordError(f"{message}. {_as_text(each)}", f"{each.word}{each.sign}")


def _suggested_word(key: str, value: str) -> str:
    """The end of the message for a mistyped key: the correct word, or an example where the value is invalid."""
    if key == "feel" and value not in ("1", "2", "3", "4", "5"):
        return "Write it with a number from 1 to 5: feel:4"
    if key != "when":
        return f"Write {_shown(f'{key}:{value}')}"
    before, ahead = (try_day(value, _ANY_DAY, past=past) for past in (True, False))
    if before is None or ahead is None:
        return f"Write it with a day: {KEYS[key].example}"
    if ahead.day < _ANY_DAY:
        return f"Write when:{_shown(value)}"
    if before.day > _ANY_DAY and not re.search("[0-9]{4}", value):
        return f"Write next:{_shown(value)} for a day to come"
    return f"Write when:{_shown(value)} (or next:{_shown(value)} for a day to come)"


def _day_error(each: Joined, today: date) -> WordError:
    """The error for a day as the value of a word that is no key."""
    value = _value(each)
    typed = _shown(f"{each.opened}{each.word}{each.sign}{each.value}")
    word = fold(each.word)
    near = next((key for known, key in _KNOWN_IN_NOTES if word not in _WORDS and _one_edit_apart(word, known)), "")
    read = try_day(value, today)
    if near:
        meant = f"did you mean '{near}:'? Write {near}:{_shown(value)}"
    elif read is not None and read.day < today:
        meant = f"for the day it happened write when:{_shown(value)}"
    else:
        meant = f"for the next follow-up write next:{_shown(value)}"
    message = f"'{typed}' holds a day, but '{_shown(each.word)}' is no word; {meant}"
    # The full stop of 24.12. is not repeated at the end of the sentence.
    return WordError(f"{message.removesuffix('.')}. {_as_text(each)}", f"{each.word}{each.sign}")


def _value(each: Joined) -> str:
    """The value without a second sign and closing punctuation."""
    return each.value.rstrip(",;" + (_CLOSING if each.opened else "")).lstrip(":=")


def _as_text(each: Joined) -> str:
    """The sentence about writing the same as text."""
    return f"As text, put a blank in between: {each.opened}{_shown(each.word)}{each.sign} {_shown(each.value)}"


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
