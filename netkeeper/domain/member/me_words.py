"""The words of ``netkeeper me``: ``team:Innomo graduates:2.6.2027 -field:food``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import takewhile
from typing import Any, NamedTuple

from netkeeper.domain.dates.vocabulary import DEFAULT_CADENCE
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.tokens import check_text, quote_value
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.setting_texts import text_of, value_of, with_text, with_value
from netkeeper.domain.member.settings import PARTS, Part
from netkeeper.domain.text.display import fit, plain, quoted
from netkeeper.domain.text.fold import fold

_WORD = re.compile(r"(-?)([^\W\d_][\w-]*)([:=])(.*)", re.DOTALL)
_NOTHING = frozenset({"none", "nothing", "ei mitaan"})
_USUAL = DEFAULT_CADENCE
_COLUMNS = 30

WORDS: Mapping[str, str] = {
    fold(word): part.word for _, part in PARTS.values() if part.page for word in (part.word, *part.also.split())
}
"""Folded English and Finnish words, with the part that each one sets."""


class SettingWord(NamedTuple):
    """A word that was typed.

    Attributes:
        word: The key in ``PARTS``.
        text: The text after the colon.
        is_minus: Whether the values are removed.
    """

    word: str
    text: str
    is_minus: bool


def member_words(args: Sequence[str]) -> list[SettingWord]:
    """Parse arguments into words; an argument without a colon continues the one before: ``name:Noora Salmi``.

    Raises:
        WordError: A word is unknown, or nothing says what the first argument is; the message names what was meant.
    """
    found: list[SettingWord] = []
    for arg in args:
        check_text(arg)
        match = _WORD.fullmatch(arg)
        key = WORDS.get(fold(match[2]), "") if match else ""
        if match and key and match[3] == ":":
            found.append(SettingWord(key, match[4], bool(match[1])))
        elif match and (key or (match[3] == ":" and not match[4].startswith("//"))):
            raise _unknown(match[2], match[4])
        elif found:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {arg}".strip())
        else:
            raise _no_word(arg, args[1:])
    return found


def with_words(member: Member, words: Sequence[SettingWord], today: date) -> Member:
    """The member with words applied in order.

    Lists are added to, or removed from with a minus. An empty text sets the usual value; so does ``none`` where the
    usual value is empty.

    Raises:
        NetkeeperError: One can't be read, can't be taken away, or two contradict each other.
    """
    values: dict[str, Any] = {}
    for setting_word in words:
        setting, part = PARTS[setting_word.word]
        if setting_word.word in values and not part.is_list:
            raise WordError(f"{setting_word.word}: is there twice; say it once.", setting_word.word)
        member = _with_word(member, setting_word, today)
        values[setting_word.word] = value_of(setting, part, member)
    for word, value in values.items():
        if value_of(*PARTS[word], member) != value:
            together = " and ".join(
                f"{setting_word.word}:{setting_word.text}"
                for setting_word in words
                if PARTS[setting_word.word][1].typed == "number"
            )
            raise WordError(f"{together} can't hold together: the pace lies between floor and ceiling.", word)
    return member


def _with_word(member: Member, setting_word: SettingWord, today: date) -> Member:
    setting, part = PARTS[setting_word.word]
    usual = value_of(setting, part, Member())
    typed = fold(setting_word.text.strip())
    if not typed or typed in _USUAL or (typed in _NOTHING and usual in ("", None, ())):
        if setting_word.is_minus:
            raise WordError(f"Say what to take away, as in -{_example(part)}", setting_word.word)
        return with_value(setting, part, member, usual)
    new = with_text(setting_word.word, setting_word.text, member, today)
    if not part.is_list:
        if setting_word.is_minus:
            raise WordError(
                f"{setting_word.word}: is one thing, so nothing is taken off it; {setting_word.word}: alone clears.",
                setting_word.word,
            )
        return new
    before, several = value_of(setting, part, member), value_of(setting, part, new)
    if not several:
        raise WordError(
            f"{setting_word.word}: has no value; write it like {_example(part)}, or {setting_word.word}: alone to clear it.",
            setting_word.word,
        )
    if not setting_word.is_minus:
        return with_value(setting, part, member, tuple(dict.fromkeys((*before, *several))))
    if not set(before).issuperset(several):
        there = fit(plain(text_of(setting_word.word, member)), 2 * _COLUMNS)
        among = (
            f"is not among {setting_word.word}: {there}"
            if before
            else f"can't be taken away; {setting_word.word}: is empty."
        )
        raise WordError(f"{quoted(setting_word.text)} {among}", setting_word.word)
    return with_value(setting, part, member, tuple(each for each in before if each not in several))


def _example(part: Part) -> str:
    first = part.example.removeprefix("e.g. ").partition(",")[0] or part.options[0][0].lower()
    return f"{part.word}:{quote_value(first)}"


def _unknown(word: str, value: str) -> WordError:
    from difflib import get_close_matches

    typed = fold(word)[:_COLUMNS]
    shown = f"{fit(plain(word), _COLUMNS)}:"
    if typed in WORDS:
        return WordError(f"Write it with a colon: {_written(WORDS[typed], value)}", word)
    close = get_close_matches(typed, WORDS, 1, 0.6)
    meant = f"did you mean {_written(WORDS[close[0]], value)}? There" if close else "there"
    known = ", ".join(word for word, (_, part) in PARTS.items() if part.page)
    return WordError(f"'{shown}' is no setting; {meant} are {known}.", word)


def _no_word(arg: str, rest: Sequence[str]) -> WordError:
    if key := WORDS.get(fold(arg)):
        return WordError(
            f"Write it with a colon: {_written(key, ' '.join(takewhile(lambda each: not _WORD.fullmatch(each), rest)))}",
            arg,
        )
    return WordError(f"Say what {quoted(arg)} is, with a word before it: {_written('name', arg)}", arg)


def _written(key: str, value: str) -> str:
    return f"{key}:{fit(plain(quote_value(value)), _COLUMNS)}" if value else f"{key}:"
