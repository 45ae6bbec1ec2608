"""The tokenizer of the small language: ``key:value``, ``-key:value``, and free text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.joined import BARE, Joined, Word, begins_with_key, joined_words
from netkeeper.domain.language.keys import KEYS, key_of
from netkeeper.domain.text.display import quoted


class Grammar(NamedTuple):
    """How words are tokenized, by the command they are typed in.

    Attributes:
        takes: Keys whose value extends to the next key.
        takes_after_text: Keys whose value does so only after free text (a name).
        prose: Keys that are free text where a blank follows the colon: ``the trouble is: money``.
    """

    takes: frozenset[str] = frozenset()
    takes_after_text: frozenset[str] = frozenset()
    prose: frozenset[str] = frozenset()


LINES = frozenset({"org", "title", "met", "via"})
"""Keys whose value is a line of text; a single word unless quoted."""

FINDING = Grammar()
LOGGING = Grammar(frozenset({"todo", "note"}), prose=frozenset(key for key in KEYS if not KEYS[key].logging))
PROMISING = Grammar(frozenset({"todo"}), prose=frozenset(KEYS) - {"due", "next", "every", "todo"})
ADDING = Grammar(frozenset({"todo", "note", "name"}), LINES)
EDITING = Grammar(frozenset({"note", "name"}) | LINES)


class Typed(str):
    """An argument that holds the rest of a line passed as one argument: ``nk log "anna coffee next:2w"``."""

    __slots__ = ()


class Literal(str):
    """An argument after ``--``, which is always free text."""

    __slots__ = ()


# Patterns are compiled on first use: most lines hold no key, and start-up time counts.
_QUOTED = r'"((?:[^"\\]|\\.)*)("?)'
_BLANKS = r"\s*"
_DIGITS = r"[0-9()][0-9()-]*(?!\S)"
_MOST_DIGITS = 15
"""Digits of the longest phone number (ITU-T E.164)."""
_COMPLETE = 7
"""From this many digits without a blank, a phone number is complete, and what follows is text."""
_COMPLETE_NATIONAL, _COMPLETE_INTERNATIONAL = 10, 12
"""From this many digits, a phone number in groups is complete: without and with a country code."""


def split_text(text: str, grammar: Grammar = FINDING, *, strict: bool = True, lenient: bool = False) -> list[Word]:
    """Tokenize one typed line.

    A value with blanks is in quotation marks (``org:"Valio Oy"``), in which a backslash escapes
    a quotation mark or backslash; the values of some keys (``Grammar.takes``) extend to the next key
    (``todo:send the offer``). A ``word:`` that is no key is free text
    (``http://…``, ``12:30``), and so is everything in a quoted phrase that is no value.

    Args:
        text: The line.
        grammar: The command it was typed in.
        strict: Raise errors. If false, for text that is still being typed, an open
            quotation mark extends to the end, and a mistyped key is free text.
        lenient: A mistyped key is free text, even if ``strict``.

    Returns:
        The words in order; free text between two keys is one word, with its inner blanks.

    Raises:
        WordError: A quotation mark is not closed, a key is mistyped, or a character can't be stored.
    """
    check_text(text)
    words: list[Word] = []
    free_from = 0
    for word in _keyed_words(text, grammar, strict, lenient):
        words += _free_text(text, free_from, word.start)
        words.append(word)
        free_from = word.end
    return _extend_values([*words, *_free_text(text, free_from, len(text))], grammar, text)


def split_args(args: Sequence[str], grammar: Grammar = FINDING) -> list[Word]:
    """Tokenize a shell's arguments.

    The shell has removed the quotation marks. So an argument that begins with a key is one word,
    with its blanks (``org:Valio Oy``); one with blanks that begins with no key is a quoted phrase and free text.
    A single argument may be a whole line and is tokenized by ``split_text``,
    as is each one without blanks. Indexes are relative to the argument.

    Raises:
        WordError: As ``split_text``.
    """
    words: list[Word] = []
    texts: list[Word] = []
    for arg in args:
        if isinstance(arg, Literal) and grammar is not FINDING:
            texts += _phrase(arg)
        else:
            words += _of_argument(arg, grammar, is_alone=len(args) == 1)
    return _extend_values(words, grammar) + texts


def quote_value(value: str) -> str:
    """``value`` as it is written after a colon: quoted and escaped where necessary."""
    if value and not re.search(r'[\s"]', value):
        return value
    return '"' + re.sub(r'(["\\])', r"\\\1", value) + '"'


_ONE_WORD_VALUES = frozenset({"kind", "feel", "signal", "step", "hope", "whose", "every", "field"})
"""Keys whose value is one word, so that an argument with more words is a whole line."""


def _of_argument(arg: str, grammar: Grammar, *, is_alone: bool) -> list[Word]:
    """Tokenize one argument of a shell."""
    if len(arg.split()) < 2 or isinstance(arg, Typed):
        return split_text(arg, grammar)
    if not begins_with_key(arg):
        if grammar is FINDING:
            return split_text(arg, grammar)
        return _quoted_line(arg, grammar) if is_alone else _phrase(arg)
    key, _, value = arg.partition(":")
    key = key_of(key.removeprefix("-"))
    has_more = any(key_of(other.word) and other.value and not other.opened for other in joined_words(value))
    is_line = has_more if grammar is FINDING else is_alone and (has_more or key in _ONE_WORD_VALUES)
    if is_line or value.startswith('"'):
        return split_text(arg, grammar)
    check_text(arg)
    return [Word(key, value, arg.startswith("-"), 0, len(arg), quoted=True)]


def _quoted_line(arg: str, grammar: Grammar) -> list[Word]:
    """Tokenize a line in quotation marks: keys count, and mistyped keys are free text."""
    return [word if word.key else word._replace(quoted=True) for word in split_text(arg, grammar, lenient=True)]


def _phrase(arg: str) -> list[Word]:
    """An argument as free text; no word where it is blank."""
    check_text(arg)
    return [Word("", arg.strip(), quoted=True)] if arg.strip() else []


def check_text(text: str) -> None:
    """Raise an error for lone surrogates: undecodable bytes from a shell, which can't be stored."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise WordError(f"{quoted(text)} holds bytes that are no text; type it again.", text) from error


def _free_text(text: str, start: int, end: int) -> list[Word]:
    """The free text between two indexes, trimmed; no word where it is blank."""
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return []
    start += len(piece) - len(piece.lstrip())
    return [Word("", kept, False, start, start + len(kept))]


def _keyed_words(text: str, grammar: Grammar, strict: bool, lenient: bool) -> Iterator[Word]:
    """The words with a known key, in order."""
    place = 0
    while (each := next(joined_words(text, place), None)) is not None:
        key, place = _key(each.word, grammar), each.place
        if each.sign == ":" and key and not each.opened and (each.value or key not in grammar.prose):
            value, place, is_quoted = _value(text, place, strict)
            yield Word(key, value, each.negated, each.start, place, is_quoted)
        elif strict and not lenient:
            _refuse_slip(each, grammar)


def _key(word: str, grammar: Grammar) -> str:
    """The key that a word is; in a search only in lower case, where a capital is an error."""
    return "" if grammar is FINDING and word != word.lower() else key_of(word)


def _refuse_slip(each: Joined, grammar: Grammar) -> None:
    """Raise an error for a joined word that was meant for a key."""
    if (
        not each.value
        or each.value.startswith("//")
        or (each.opened and grammar is FINDING)
        or (grammar is FINDING and each.word[1:] != each.word[1:].lower())
    ):
        return
    from netkeeper.domain.language.slips import key_error, key_meant

    if key := key_meant(each.word, each.value, in_note=grammar is not FINDING):
        raise key_error(each, key)


def _value(text: str, start: int, strict: bool) -> tuple[str, int, bool]:
    """The value from index ``start`` on, its end index, and whether it was quoted."""
    value = ""
    found = re.compile(_QUOTED, re.DOTALL).match(text, start) if text.startswith('"', start) else None
    if found is not None:
        if strict and not found[2]:
            raise WordError(f'{quoted(text[start:])} has no closing quotation mark; add a " at its end.', text[start:])
        value, start = re.sub(r'\\(["\\])', r"\1", found[1]), found.end()
    rest = re.compile(BARE).match(text, start)
    assert rest is not None
    return value + rest[0], rest.end(), found is not None


def _extend_values(words: Sequence[Word], grammar: Grammar, text: str | None = None) -> list[Word]:
    """The words, with the free text after a key moved to its value where ``grammar`` says so.

    Args:
        words: The tokenized words.
        grammar: The command they were typed in.
        text: The line they are from; None: from several arguments.
    """
    if grammar is FINDING:
        return list(words)
    taken: list[Word] = []
    has_text = False
    for word in words:
        last = taken[-1] if taken else None
        if word.key or last is None or not last.key or last.quoted or last.negated:
            taken.append(word)
        elif last.key in grammar.takes or (has_text and last.key in grammar.takes_after_text):
            taken[-1] = _extended(last, word, len(word.value), text)
        elif last.key == "phone" and (end := _digits_end(last.value, word.value)):
            taken[-1] = _extended(last, word, end, text)
            taken += _rest_of(word, end)
        else:
            taken.append(word)
        has_text = has_text or not taken[-1].key or taken[-1].key == "name"
    return taken


def _extended(word: Word, following: Word, count: int, text: str | None) -> Word:
    """A word with the first ``count`` characters of the free text after it added to its value."""
    end = following.start + count
    between = " " if text is None or not word.value else text[word.end : following.start]
    value = f"{word.value}{between if word.value else ''}{following.value[:count]}"
    return word._replace(value=value, end=end)


def _rest_of(word: Word, start: int) -> list[Word]:
    """The free text from an index on; no word where it is blank."""
    rest = word.value[start:]
    kept = rest.lstrip()
    if not kept:
        return []
    start += len(rest) - len(kept)
    return [word._replace(value=kept, start=word.start + start)]


def _digits_end(number: str, text: str) -> int:
    """The end index of the groups of digits that continue a phone number after a blank; 0: none."""
    count = sum(each.isdigit() for each in number)
    if not count or sum(each.isdigit() for each in number.split()[0]) >= _COMPLETE:
        return 0
    most = _COMPLETE_INTERNATIONAL if number.startswith(("+", "00", "(+")) else _COMPLETE_NATIONAL
    end = place = 0
    while found := re.compile(_DIGITS).match(text, place):
        more = sum(map(str.isdigit, found[0]))
        # A single digit after a number is a count: 2 coffees.
        if count >= most or (count >= _COMPLETE and more == 1) or count + more > _MOST_DIGITS:
            break
        count += more
        end = found.end()
        blanks = re.compile(_BLANKS).match(text, end)
        assert blanks is not None
        place = blanks.end()
    return end
