"""The one display sanitizer: text from outside made safe and measurable on a terminal.

What is stored stays as it came; every edge that shows text (app, command line, errors,
notifications) passes it through here, so that no name controls the terminal or moves its
neighbours.
"""

from __future__ import annotations

import re

_FSI, _PDI = "\u2068", "\u2069"

_RTL = "\u0590-\u06ff\u0700-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_JOINERS = "\u200c\u200d"

_NOTABLE = re.compile(f"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029{_JOINERS}{_INVISIBLE}{_RTL}]")
_HAS_RTL = re.compile(f"[{_RTL}]")

_BREAKS = re.compile("\r\n|[\n\t\u2028\u2029]")
_LINE_ENDS = re.compile("\r\n|[\n\r\u2028\u2029\x85]")
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f")
_HIDDEN = re.compile(f"({_FLAG.pattern})|[{_INVISIBLE}]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

# A joiner means something only between emoji (ZWJ), or after a letter or mark of a script that
# joins its letters (both): Arabic and its kin, Mongolian, and those of India and South-East Asia.
_EMOJI = "\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\ufe0f"
_JOINING = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc"
_STRAY_JOINERS = re.compile(
    f"(?<![{_JOINING}])\u200c|(?<![{_EMOJI}{_JOINING}\U000e007f])\u200d"
    f"|(?<=[{_EMOJI}\U000e007f])\u200d(?![{_EMOJI}])|\u200c(?![{_JOINING}])|(?<=[{_JOINING}])\u200d(?![{_JOINING}])"
)


def plain(text: str) -> str:
    """One line that is safe on a terminal and looks as much like ``text`` as it can.

    Line breaks and tabs become a blank; other control characters their Unicode picture (``␛``), C1
    controls and lone surrogates ``\ufffd``; bidirectional controls and invisible characters go, but
    for joiners inside emoji and in the scripts that need them. Text that holds right-to-left letters
    is isolated (FSI … PDI, UAX #9), so that it can't reorder its neighbours.

    Returns:
        ``text`` itself where there is nothing to do.
    """
    if not _NOTABLE.search(text):
        return text
    text = _BREAKS.sub(" ", text)
    text = _HIDDEN.sub(r"\1", text)
    text = _STRAY_JOINERS.sub("", text)
    text = _CONTROLS.sub(_picture, text)
    return f"{_FSI}{text}{_PDI}" if _HAS_RTL.search(text) else text


def plain_lines(text: str) -> list[str]:
    """The lines of ``text``, each safe as with ``plain``; none for an empty text."""
    return [plain(line) for line in _LINE_ENDS.split(text)] if text else []


def quoted(text: str, columns: int = 40) -> str:
    """``text`` for naming it inside a message: safe, short, in single quotation marks."""
    return f"'{fit(plain(text[: columns * 8]), columns)}'"


def width(text: str) -> int:
    """How many terminal cells ``text`` takes.

    Args:
        text: One line, made safe with ``plain``.
    """
    if text.isascii():
        return len(text)
    return sum(cells for _, cells in _clusters(text))


def fit(text: str, columns: int) -> str:
    """``text`` cut to at most ``columns`` cells, ending in ``…`` where it was cut.

    Args:
        text: One line, made safe with ``plain``.
        columns: Cells to be had; 0 or less leaves nothing.
    """
    if len(text) <= columns and text.isascii():
        return text
    if columns <= 0:
        return ""
    if text.isascii():
        return f"{text[: columns - 1]}…"
    return _fit_wide(text, columns)


def pad(text: str, columns: int) -> str:
    """``text`` cut and filled with blanks to exactly ``columns`` cells (none where negative)."""
    text = fit(text, columns)
    return text + " " * (columns - width(text))


def _fit_wide(text: str, columns: int) -> str:
    """``fit`` for text whose characters differ in width."""
    used = kept = 0
    room_for_mark = 0
    for end, cells in _clusters(text):
        used += cells
        if used > columns:
            head = text[:room_for_mark]
            return head + "…" + _PDI * (head.count(_FSI) - head.count(_PDI))
        kept = end
        if used < columns:
            room_for_mark = kept
    return text


def _clusters(text: str) -> list[tuple[int, int]]:
    """What can't be cut apart: (end in ``text``, cells) of each character with all that clings to it.

    Counted as the app's toolkit counts: what follows a ZERO WIDTH JOINER takes no cell, and
    VARIATION SELECTOR-16 widens the narrow emoji before it.
    """
    from netkeeper.domain.cell_widths import GROWING, WIDTHS

    clusters: list[tuple[int, int]] = []
    last = ""
    joined = False
    for end, character in enumerate(text, 1):
        cells = 0 if joined else WIDTHS[character]
        if character == "\ufe0f" and not joined:
            grown = last in GROWING
            last = ""
            if clusters:
                clusters[-1] = (end, clusters[-1][1] + grown)
                continue
        if clusters and cells == 0:
            clusters[-1] = (end, clusters[-1][1])
        else:
            clusters.append((end, cells))
            if cells:
                last = character
        joined = character == "\u200d" and not joined
    return clusters


def _picture(found: re.Match[str]) -> str:
    """A visible stand-in for a control character or a lone surrogate."""
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
