"""Several words in a row."""

from __future__ import annotations

from collections.abc import Sequence


def enumerated(words: Sequence[str | int]) -> str:
    """``A``, ``A and B``, ``A, B, C and 7 more``; a number at the end counts the rest."""
    if words and isinstance(words[-1], int):
        return f"{', '.join(map(str, words[:-1]))} and {words[-1]} more"
    texts = [str(each) for each in words]
    return " and ".join([", ".join(texts[:-1]), texts[-1]]) if len(texts) > 1 else "".join(texts)


def either(words: Sequence[str]) -> str:
    """``A``, ``A or B``, ``A, B or C``."""
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def first_of(words: Sequence[str], most: int = 3) -> str:
    """``A, B``, ``A, B, C and 7 more``: for words that may hold ``and`` themselves, such as promises."""
    shown = ", ".join(words[:most])
    return f"{shown} and {len(words) - most} more" if len(words) > most else shown
