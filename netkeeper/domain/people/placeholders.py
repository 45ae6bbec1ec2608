"""Texts that stand for an empty value: what programs and people write where they have none."""

from __future__ import annotations

import re

from netkeeper.domain.text.fold import as_compared

_LONGEST = 24
_WORDS = frozenset(
    [
        "n/a", "n.a.", "n.a", "na/na", "#n/a", "#n/v", "#puuttuu!", "none", "null", "nil", "nan", "undefined", "(none)", "(empty)",
        "(null)", "<none>", "<null>", "unknown", "not available", "not applicable", "no email", "no phone", "no name", "noname",
        "(no name)", "empty", "blank", "tbd", "tba", "missing", "ei ole", "ei tiedossa", "ei tietoa", "ei saatavilla",
        "ei sahkopostia", "ei puhelinta", "ei nimea", "tuntematon", "puuttuu", "tyhja", "ingen", "saknas", "okand", "finns ej",
        "keine", "keine angabe", "k.a.", "k. a.", "unbekannt", "nicht vorhanden", "no tiene", "aucun", "inconnu",
        "none@none.com", "noemail@noemail.com", "n/a@n/a.com", "na@na.com",
    ]
)  # fmt: skip
"""Folded; words that are somebody's name in some language (``Na``, ``Ei``) are not among them."""

_SIGNS_OR_ZEROS = r"[\W_]*(?:0[\W0_]*)?"


def is_placeholder(text: str) -> bool:
    """Whether a text stands for an empty value: ``n/a``, ``ei ole``, ``-``, ``0000000000``; the empty text does too.

    Signs that are no punctuation (an emoji, a letter of any script) are a value.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return False
    if re.fullmatch(_SIGNS_OR_ZEROS, text):
        return text.isascii() or not any(ord(each) > 0x2FFF or 0x2190 <= ord(each) <= 0x2BFF for each in text)
    return as_compared(text) in _WORDS
