"""Folding of text for searching: without case, accents and Unicode normal forms."""

from __future__ import annotations

import re
from unicodedata import category, normalize

_ACCENTS = re.compile("[\u0300-\u036f]+")

# Letters without a Unicode decomposition, as people type them on another keyboard; and
# invisible characters, which are removed.
_REPLACEMENTS: dict[int, str | None] = {
    **{
        ord(letter): plain
        for letter, plain in {
            "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
            "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "e", "ß": "ss", "ƶ": "z", "ɨ": "i", "ʉ": "u", "ɛ": "e", "ɔ": "o",
            "’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "–": "-", "—": "-",
        }.items()
    },
    **dict.fromkeys([0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]),
}  # fmt: skip


def fold(text: str) -> str:
    """``text`` as searches compare it: ``Åsa`` in either normal form equals ``asa``.

    Compatibility decomposition (NFKD), case folding, all marks removed; letters without a decomposition
    become the nearest ASCII ones (``ø`` o, ``đ`` d, ``ß`` ss). Idempotent.
    """
    if text.isascii():
        return text.lower()
    text = _ACCENTS.sub("", normalize("NFKD", text))
    if text.isascii():
        return text.lower()
    text = normalize("NFKD", text.casefold()).translate(_REPLACEMENTS)
    if text.isascii():
        return text
    return "".join([character for character in text if category(character) not in ("Mn", "Me")])


def as_compared(text: str) -> str:
    """``text`` for comparing two texts for equality: folded, with single blanks."""
    return " ".join(fold(text).split())
