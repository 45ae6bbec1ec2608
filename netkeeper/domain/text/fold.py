"""Folding text for searching: case, accents and writing forms don't matter."""

from __future__ import annotations

import re
from unicodedata import category, normalize

_ACCENTS = re.compile("[\u0300-\u036f]+")

# Letters that Unicode does not take apart, as people type them without the right keyboard; and
# characters that nobody sees.
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
    """``text`` as it is compared in a search: ``Åsa`` in either normal form and ``asa`` are one.

    Compatibility decomposition (NFKD), case folding, and all marks dropped; letters that do not
    decompose become their nearest plain ones (``ø`` o, ``đ`` d, ``ß`` ss). Folding twice changes
    nothing more.
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
    """``text`` as two are compared for being just the same: folded, with single blanks."""
    return " ".join(fold(text).split())
