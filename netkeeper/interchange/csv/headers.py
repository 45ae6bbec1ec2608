"""Targets of column headers in four languages and in the wording of many programs.

A header is looked up whole, then without words for home and work, which become the label:
``Puhelin (työ)``, ``Business Street 2``, ``Kotiosoite``, ``Dienstlich: PLZ``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from netkeeper.domain.people.properties import SIMPLE
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.csv.targets import LABELLED, Target
from netkeeper.interchange.csv.words import english, finnish, german, swedish

LANGUAGES = {"en": english, "fi": finnish, "sv": swedish, "de": german}
"""Word lists by language code."""

MAX_HEADER = 100
"""Maximum length of a header that is looked up, in characters."""

_NOT_WORDS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"[0-9]+")
_HYPHENATED = (("e mail", "email"), ("e post", "epost"))
# Where Outlook says how an address is sent to ("E-mail 2 Type"), Google says what it is for.
_GOOGLE_EMAIL_TYPE = re.compile(r"E-mail ([0-9]{1,3}) - Type", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-zäöå])(?=[A-ZÄÖÅ])")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of a header.

    Attributes:
        target: The target of its column.
        is_line: Whether it is a further line of the previous column (``Home Street 2``).
    """

    target: Target
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class _Language:
    whole: Mapping[str, Target]
    places: tuple[tuple[str, str], ...]
    starts: tuple[tuple[str, str], ...]


def header_words(header: str) -> tuple[str, int]:
    """Normalize a header for lookup.

    Returns:
        Folded words with single blanks and ``#`` for numbers; and the first number, 1 if there is none.
    """
    found = _DIGITS.search(header)
    number = int(found[0]) if found and len(found[0]) < 4 else 1
    words = _NOT_WORDS.sub(" ", _DIGITS.sub(" 0 ", fold(header.replace("'s ", "s ").replace("’s ", "s ")))).strip()
    for apart, joined in _HYPHENATED:
        if apart in words:
            words = re.sub(rf"\b{apart}", joined, words)
    return words.replace("0", "#"), max(number, 1)


@lru_cache(4096)
def meaning_of(header: str, first: str = "en") -> tuple[Meaning, frozenset[str]] | None:
    """The meaning of a header, and the languages that have it; None for an unknown header.

    Args:
        first: The language that wins where several know the header.
    """
    if not header or len(header) > MAX_HEADER:
        return None
    if google := _GOOGLE_EMAIL_TYPE.fullmatch(header):
        return Meaning(Target("email.label", number=int(google[1]))), frozenset({"en"})
    words, number = header_words(header)
    found = _meaning(words, number, first)
    if found is None and _CAMEL.search(header):
        words, number = header_words(_CAMEL.sub(" ", header))
        found = _meaning(words, number, first)
    return found


def _meaning(words: str, number: int, first: str) -> tuple[Meaning, frozenset[str]] | None:
    if not words:
        return None
    found: Meaning | None = None
    languages = set()
    for name in sorted(LANGUAGES, key=lambda name: name != first):
        meaning = _in_language(_language(name), words, number)
        if meaning is not None:
            languages.add(name)
            found = found or meaning
    return (found, frozenset(languages)) if found else None


def _in_language(language: _Language, words: str, number: int) -> Meaning | None:
    target = _numbered(language, words, number)
    if target is not None:
        return target
    padded = f" {words} "
    for place, label in language.places:
        if f" {place} " in padded:
            rest = " ".join(padded.replace(f" {place} ", " ", 1).split())
            found = _numbered(language, rest, number)
            if found and (labelled := _labelled(found, label)):
                return labelled
    for start, label in language.starts:
        if words.startswith(start) and len(words) > len(start):
            found = _numbered(language, words[len(start) :].strip(), number)
            if found and (labelled := _labelled(found, label)):
                return labelled
    return None


def _numbered(language: _Language, words: str, number: int) -> Meaning | None:
    target = language.whole.get(words)
    if target is None:
        return None
    if number > 1 and target.kind == "address.street" and words.endswith("#"):
        return Meaning(target, is_line=True)
    if "#" in words and (target.kind.partition(".")[0] in LABELLED or target.kind.startswith("address")):
        return Meaning(replace(target, number=number))
    return Meaning(target)


def _labelled(meaning: Meaning, place: str) -> Meaning | None:
    """The meaning with a label added; None for a kind without labels, such as a name."""
    target = meaning.target
    if target.kind in ("email", "phone", "url"):
        return replace(meaning, target=replace(target, label=f"{place} {target.label}".strip()))
    if target.kind.partition(".")[0] == "address" and target.kind != "address.label":
        return replace(meaning, target=replace(target, label=place))
    return None


@lru_cache(8)
def _language(name: str) -> _Language:
    module = LANGUAGES[name]
    whole: dict[str, Target] = {}
    for target, words in module.WORDS.items():
        kind, _, label = target.partition(":")
        for word in " ".join(words.split()).split("|"):
            whole.setdefault(_key(word), Target(kind, label))
    for row in SIMPLE:
        for word in (row.header, row.title, *row.finnish.split()):
            whole.setdefault(_key(word), Target(row.column))
    places = [(_key(place), label) for label, words in module.PLACES.items() for place in words.split("|")]
    starts = [(fold(start), label) for start, label in module.STARTS.items()]
    # Longest first, so that "weiteres r" matches before "weiteres".
    return _Language(
        whole,
        tuple(sorted(places, key=lambda item: -len(item[0]))),
        tuple(sorted(starts, key=lambda item: -len(item[0]))),
    )


def _key(word: str) -> str:
    return header_words(word.replace("#", "0"))[0]
