"""A footer in the notes for values that a program has no column for; the reader takes it off again.

::

    Wants a workshop in May.

    --- netkeeper ---
    Email (work): anna@valio.example
    How you met: Slush 2026

A footer that was edited (somebody went on writing below it) stays part of the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

MARK = "--- netkeeper ---"
"""The first line of the footer."""

_ESCAPED = re.compile(r"\\(.)")
_NEEDS_ESCAPE = re.compile(r"[\\\n\r]")
_LETTERS = {"\n": "\\n", "\r": "\\r", "\\": "\\\\"}
_MEANS = {"n": "\n", "r": "\r"}
_LINE = re.compile(r"([A-Z][^:(\\]{0,40}?(?: \(days\))?)(?: \(((?:[^\\)]|\\.)*)\))?: (.*)")


class FooterLine(NamedTuple):
    """A line of the footer: ``title (label): value``; the label may be empty."""

    title: str
    label: str
    value: str


def with_footer(notes: str, lines: Iterable[FooterLine]) -> str:
    """Notes with a footer; an empty one is only added if the notes contain the mark themselves."""
    tail = [_written(line) for line in lines]
    if not tail and MARK not in notes:
        return notes
    return "\n".join(([notes, ""] if notes else []) + [MARK, *tail])


def split_footer(notes: str, titles: Iterable[str]) -> tuple[str, list[FooterLine]]:
    """Split notes into the text before the footer and the footer's lines; no lines if there is no valid footer.

    Args:
        titles: The valid titles of lines.
    """
    if MARK not in notes:
        return notes, []
    lines = notes.split("\n")
    marks = [place for place, line in enumerate(lines) if line.strip() == MARK]
    if not marks:
        return notes, []
    known = frozenset(titles)
    footer = []
    for line in lines[marks[-1] + 1 :]:
        if not line.strip():
            continue
        found = _LINE.fullmatch(line.rstrip("\r"))
        if not found or found[1] not in known:
            return notes, []
        footer.append(FooterLine(found[1], _read(found[2] or ""), _read(found[3])))
    before = lines[: marks[-1]]
    if before and not before[-1].strip():
        before.pop()
    return "\n".join(before), footer


def _written(line: FooterLine) -> str:
    label = f" ({_NEEDS_ESCAPE.sub(_escape, line.label).replace(')', chr(92) + ')')})" if line.label else ""
    return f"{line.title}{label}: {_NEEDS_ESCAPE.sub(_escape, line.value)}"


def _escape(found: re.Match[str]) -> str:
    return _LETTERS[found[0]]


def _read(text: str) -> str:
    return _ESCAPED.sub(lambda found: _MEANS.get(found[1], found[1]), text) if "\\" in text else text
