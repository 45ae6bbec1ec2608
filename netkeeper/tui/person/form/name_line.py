"""The name line of the contact form, which may hold words as the shell's ``add`` does."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from netkeeper.domain.language.add_words import name_apart
from netkeeper.domain.language.contact_words import ContactChanges, contact_changes
from netkeeper.domain.language.promise_words import PromiseWords, take_promise
from netkeeper.domain.language.tokens import ADDING, split_text


class NameLine(NamedTuple):
    """What a name line says.

    Attributes:
        name: The name.
        changes: What its words say of the person; ``via`` as typed.
        promise: What they promise.
    """

    name: str
    changes: ContactChanges
    promise: PromiseWords


def read_name_line(text: str, today: date) -> NameLine:
    """Read a name with words behind it: ``Liisa Kallio org:Kalliomaito step:regular``.

    Raises:
        WordError: A word can't be read, or was meant for another.
        InvalidValueError: A property can't be what it is said to be.
    """
    promise, words = take_promise(split_text(text, ADDING), today)
    name, words = name_apart(words)
    return NameLine(name, contact_changes(words, today, may_clear=False), promise)


def bare_name(text: str) -> str:
    """The name in a line that is still being typed."""
    words = split_text(text, ADDING, strict=False)
    return " ".join(word.value for word in words if word.key in ("", "name"))


def words_behind(text: str) -> str:
    """The words in a name line as typed, without the name."""
    words = split_text(text, ADDING, strict=False)
    return " ".join(text[word.start : word.end] for word in words if word.key not in ("", "name"))
