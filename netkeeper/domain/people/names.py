"""Checks names, and splits them into parts."""

from __future__ import annotations

import re
from unicodedata import category

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.people.contact import NameParts
from netkeeper.domain.text.display import quoted

MAX_NAME = 500
"""The longest name, in characters."""

_CONTROLS = ("Cc", "Cs", "Zl", "Zp")
_INVISIBLE = ("Cf", "Zs")

PREFIXES = frozenset(
    ["dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "tri", "ft", "tkt", "hra", "rva"]
)
"""Titles before a name, without dots, in lower case."""
DEGREES = frozenset(["phd", "md", "mba", "msc", "bsc", "esq", "dds"])
"""Degrees behind a name, without dots, in lower case."""

COMPANY_SUFFIXES = frozenset(["inc", "ltd", "llc", "oy", "oyj", "ab", "osk", "ry", "gmbh"])
"""The forms of companies and societies behind their names, without dots, in lower case."""

_SUFFIXES = DEGREES | COMPANY_SUFFIXES | frozenset(["jr", "sr", "ii", "iii", "iv"])
PARTICLES = frozenset(
    [
        "af",
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "ibn",
        "ten",
        "ter",
        "und",
        "van",
        "von",
        "zu",
        "zum",
        "zur",
    ]
)
"""Lower-case words of a family name: ``von Troil``, ``ten Cate``."""


def check_name(name: str) -> str:
    """A valid name, stripped of surrounding blanks.

    Raises:
        InvalidValueError: It has nothing visible, is longer than 500 characters, or holds control characters.
    """
    name = name.strip()
    if len(name) > MAX_NAME:
        raise InvalidValueError(f"{quoted(name)} is too long for a name; keep it to {MAX_NAME} characters.")
    if any(category(character) in _CONTROLS for character in name):
        raise InvalidValueError(f"{quoted(name)} holds control characters; type the name again.")
    if all(category(character) in _INVISIBLE for character in name):
        raise InvalidValueError("A contact needs a name; write at least one letter.")
    return name


def name_parts_from(name: str) -> NameParts:
    """Guess the parts of a formatted name.

    The last word is the family name, with the particles before it (``van der Berg``), the first the
    given name, those between are additional; ``Family, Given`` is understood, and so are common
    titles and suffixes (``Dr.``, ``Jr.``, ``PhD``). A single word is a given name. What stands behind the name and is
    none (a sign, a number, what is in brackets) is a suffix.
    """
    name, behind = _without_remarks(name)
    head, comma, tail = name.partition(",")
    if comma and tail.strip() and not _all_in(tail, _SUFFIXES):
        family, words = " ".join(head.split()), tail.replace(",", " ").split()
    else:
        family, words = "", name.replace(",", " ").split()
    prefix, words = _taken(words, PREFIXES)
    reversed_suffix, reversed_words = _taken(words[::-1], _SUFFIXES)
    suffix, words = [*reversed_suffix[::-1], *behind], reversed_words[::-1]
    if not family and len(words) > 1:
        start = len(words) - 1
        while start > 0 and words[start - 1] in PARTICLES:
            start -= 1
        family, words = " ".join(words[start:]), words[:start]
    return NameParts(" ".join(prefix), " ".join(words[:1]), " ".join(words[1:]), family, " ".join(suffix))


def is_suffix(word: str) -> bool:
    """Whether a word stands behind names: ``Jr.``, ``PhD``, and ``Oy`` behind those of companies."""
    return _bare(word) in _SUFFIXES


def _without_remarks(name: str) -> tuple[str, list[str]]:
    """A name, and the words behind it that are no part of it; at least one word is left."""
    found = re.search(r"\S\s+([(\[].*[)\]])$", name.strip())
    words = name.split()
    behind: list[str] = []
    if found:
        behind = found[1].split()
        words = words[: -len(behind)]
    while len(words) > 1 and not any(character.isalpha() for character in words[-1]):
        behind.insert(0, words.pop())
    return (" ".join(words), behind) if behind else (name, behind)


def _bare(word: str) -> str:
    """A title or suffix without its dots, in lower case."""
    return word.replace(".", "").lower()


def _all_in(text: str, known: frozenset[str]) -> bool:
    return all(_bare(word) in known for word in text.replace(",", " ").split())


def _taken(words: list[str], known: frozenset[str]) -> tuple[list[str], list[str]]:
    """Split off the known words at the front; at least one word is left."""
    count = 0
    while count < len(words) - 1 and _bare(words[count]) in known:
        count += 1
    return words[:count], words[count:]
