"""The name line of the contact form, which takes words like the shell's ``add``."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netkeeper.domain.language.add_words import split_name
from netkeeper.domain.language.contact_words import ContactChanges, contact_changes
from netkeeper.domain.language.promise_words import PromiseWords, take_promise
from netkeeper.domain.language.tokens import ADDING, split_text


class NameLine(NamedTuple):
    """A parsed name line.

    Attributes:
        changes: What its words set; ``via`` is a name as typed.
        promise: The follow-up that its words make.
    """

    name: str
    changes: ContactChanges
    promise: PromiseWords


def read_name_line(text: str, today: date) -> NameLine:
    """Parse a name followed by words: ``Liisa Kallio org:Kalliomaito step:regular``.

    Raises:
        WordError: A word can't be parsed, or looks like a misspelt one.
        InvalidValueError: A value isn't allowed.
    """
    promise, words = take_promise(split_text(text, ADDING), today)
    name, words = split_name(words)
    return NameLine(name, contact_changes(words, today, may_clear=False), promise)


def bare_name(text: str) -> str:
    """The name in a line; never raises."""
    words = split_text(text, ADDING, strict=False)
    return " ".join(word.value for word in words if word.key in ("", "name"))


def words_after_name(text: str) -> str:
    """The words of a name line as typed, without the name."""
    words = split_text(text, ADDING, strict=False)
    return " ".join(text[word.start : word.end] for word in words if word.key not in ("", "name"))
