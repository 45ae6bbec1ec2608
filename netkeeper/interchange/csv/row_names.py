"""The name of a row: of a name cell, of given and family name, or turned round at a comma."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netkeeper.domain.people.contact import NameParts
from netkeeper.domain.people.names import PARTICLES, is_suffix, name_parts_from
from netkeeper.domain.text.fold import fold

_COMPANY = re.compile(
    r"\b(?:oy|oyj|ab|ky|tmi|ry|osk|oyj abp|ltd|llc|inc|corp|plc|gmbh|ag|kg|as|asa|a/s|aps|bv|nv|sarl|srl|sa)\.?\s*\Z",
    re.IGNORECASE,
)
_OF_CUSTOMERS = re.compile(r"customer|client|account|asiak|kund", re.IGNORECASE)
_UNSEEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


def without_unseen_ends(text: str) -> str:
    """A name without blanks and invisible marks before and behind it."""
    if text.isascii():
        return text.strip()
    while text != (shorter := text.strip().strip(_UNSEEN)):
        text = shorter
    return text


def is_company(name: str, header: str) -> bool:
    """Whether a name cell beside a person's names is the company's, by its form or the header (``Customer Name``)."""
    return _COMPANY.search(name) is not None or _OF_CUSTOMERS.search(header) is not None


def is_instead(name: str, parts: NameParts) -> bool:
    """Whether given and family name are the name, for a name cell holds neither, or is one word of it or a login."""
    if not (parts.given and parts.family and name):
        return False
    words = fold(name).replace(",", " ").split()
    own = set(fold(f"{parts.given} {parts.family}").split())
    return len(words) < 2 or own.isdisjoint(words)


def is_family_first(name: str, others: Iterable[str] = (), *, is_usual: bool = False) -> bool:
    """Whether a name has the form ``Virtanen, Anna``.

    Args:
        others: The organization and title of the person, which may follow a name too.
        is_usual: Whether most names of the file have it; then the family name may be two words.
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma or not family or not given or "," in given or "@" in name or any(map(str.isdigit, name)):
        return False
    words, givens = family.split(), given.split()
    own = [word for word in words if word.lower() not in PARTICLES]
    if len(own) > (2 if is_usual else 1) or len(givens) > 3 or fold(given) in map(fold, others):
        return False
    if all(map(is_suffix, givens)) or is_suffix(words[-1]) or (is_suffix(givens[-1]) and len(givens) == 1):
        return False
    is_degree = len(given) > 1 and given.isupper() and "." not in given and not family.isupper()
    return not is_degree and not given[0].islower()


def turned(name: str) -> NameParts:
    """The parts of ``Virtanen, Anna`` or ``Virtanen Anna``."""
    family, comma, rest = name.partition(",")
    if not comma:
        family, _, rest = name.partition(" ")
    if not rest.strip():
        return name_parts_from(name)
    return name_parts_from(f"{family.strip()}, {rest.strip()}")
