"""The name in a line that adds a contact."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.tokens import LINES, quote_value
from netkeeper.domain.text.display import fit, plain, quoted
from netkeeper.domain.text.fold import fold

_COMPANY_SUFFIXES = frozenset(
    {"oy", "oyj", "ab", "abp", "ky", "tmi", "ry", "rf", "osk", "ltd", "llc", "inc", "gmbh", "plc"}
)
"""Suffixes of company names."""


def split_name(words: Sequence[Word]) -> tuple[str, list[Word]]:
    """Split the words of a line that adds a contact into the name and the other words.

    The name is one run of free text, or the value of ``name:``.

    Returns:
        The name with single blanks (empty: no name), and the other words.

    Raises:
        WordError: There are two names, or free text in several places.
    """
    names: list[str] = []
    rest: list[Word] = []
    before: Word | None = None
    for word in words:
        if word.key == "name" and not word.negated and word.value.strip():
            _check_once(word, names, None)
            names.append(word.value)
        elif word.key:
            rest.append(word)
        else:
            if before is None or before.key:
                _check_once(word, names, before)
            names.append(f"-{word.value}" if word.negated else word.value)
        before = word
    return " ".join(" ".join(names).split()), rest


def _check_once(word: Word, names: Sequence[str], before: Word | None) -> None:
    """Raise an error for text after the name is complete, or that belongs to a company name."""
    first = fold(word.value.split()[0]).rstrip(".") if word.value.split() else ""
    if before is not None and before.key in LINES and first in _COMPANY_SUFFIXES:
        whole = fit(plain(f"{before.value} {word.value.split()[0]}"), 40)
        raise WordError(
            f"{quoted(word.value)} may belong to {before.key}:; write {before.key}:{quote_value(whole)}.", word.value
        )
    if not names:
        return
    if before is None:
        raise WordError("The name is there twice; say it once: Anna Virtanen org:Valio", word.value)
    raise WordError(
        f"{quoted(word.value)} stands after {before.key}: and is no part of the name; put the name first, "
        f"quotation marks around what belongs together, or write note: before it.",
        word.value,
    )
