"""The line that adds somebody: the name, and words about them."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.tokens import LINES, quote_value
from netkeeper.domain.text.display import fit, plain, quoted
from netkeeper.domain.text.fold import fold

_OF_COMPANIES = frozenset(
    {"oy", "oyj", "ab", "abp", "ky", "tmi", "ry", "rf", "osk", "ltd", "llc", "inc", "gmbh", "plc"}
)
"""What companies are called by, and nobody is."""


def split_name(words: Sequence[Word]) -> tuple[str, list[Word]]:
    """The name in the words of a line that adds somebody, and the other words.

    The name stands in one piece, or after ``name:``. What else is no word would be lost in it.

    Returns:
        The name, single blanks in it (empty where there is none), and the words without it.

    Raises:
        WordError: The name is there twice or in pieces.
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
    """Refuse text where the name is there already, or that belongs to a company."""
    first = fold(word.value.split()[0]).rstrip(".") if word.value.split() else ""
    if before is not None and before.key in LINES and first in _OF_COMPANIES:
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
