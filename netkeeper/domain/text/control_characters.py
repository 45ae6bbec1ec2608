"""Replacement of control, invisible and bidirectional characters in text that is shown.

Imported only when a text holds such a character.
"""

from __future__ import annotations

import re

FSI, PDI = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9): text between them can't reorder its neighbours."""

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2067\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BREAKS = "\r\n|[\n\t\u2028\u2029]"
_CONTROLS = "[\x00-\x1f\x7f-\x9f\ud800-\udfff]"

# The flags of England, Scotland and Wales contain invisible tag characters.
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
_HIDDEN = f"({_FLAG})|[{_INVISIBLE}]"

# A joiner has a meaning only between emoji (ZWJ), or between letters and marks of a script that
# joins its letters (ZWJ and ZWNJ): Arabic and related, Mongolian, and those of India and South-East Asia.
_EMOJI = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f"
_JOINING = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc"
_STRAY_JOINERS = (
    f"(?<![{_JOINING}])\u200c|\u200c(?![{_JOINING}])"
    f"|(?<![{_EMOJI}{_JOINING}])\u200d|(?<=[{_EMOJI}])\u200d(?![{_EMOJI}])|(?<=[{_JOINING}])\u200d(?![{_JOINING}])"
)

# No script puts more than four of these marks on one letter; more would overlap adjacent lines.
_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
_EXCESS_MARKS = f"({_MARKS}{{4}}){_MARKS}+"


def neutralize(text: str) -> str:
    """One line that is safe on a terminal, as :func:`netkeeper.domain.text.display.plain` documents it."""
    text = re.sub(_BREAKS, " ", text)
    text = re.sub(_HIDDEN, r"\1", text)
    if "\u200c" in text or "\u200d" in text:
        text = re.sub(_STRAY_JOINERS, "", text)
    text = re.sub(_EXCESS_MARKS, r"\1", text)
    text = re.sub(_CONTROLS, _picture, text)
    if FSI in text or PDI in text:
        text = _balanced(text)
    return f"{FSI}{text}{PDI}" if _reorders(text) else text


def _balanced(text: str) -> str:
    """The text without unpaired isolate characters, which would affect the text after it.

    Complete pairs stay: a message may hold names that are isolated already.
    """
    stray, opened = set(), []
    for place, character in enumerate(text):
        if character == FSI:
            opened.append(place)
        elif character == PDI:
            if opened:
                opened.pop()
            else:
                stray.add(place)
    stray.update(opened)
    return "".join(character for place, character in enumerate(text) if place not in stray)


def _reorders(text: str) -> bool:
    """Whether a right-to-left letter is outside all isolates."""
    if not re.search(f"[{_RTL}]", text):
        return False
    depth = 0
    for piece in re.split(f"([{FSI}{PDI}])", text):
        if piece in (FSI, PDI):
            depth += 1 if piece == FSI else -1
        elif depth == 0 and re.search(f"[{_RTL}]", piece):
            return True
    return False


def _picture(found: re.Match[str]) -> str:
    """The Unicode picture of a C0 control character or DEL; ``�`` for C1 controls and lone surrogates."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
