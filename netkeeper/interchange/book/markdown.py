"""The network book as Markdown (CommonMark)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from netkeeper.interchange.book.book import Book, BookEntry, make_book
from netkeeper.interchange.book.shape import Bar
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.text import one_line_text, writable_text
from netkeeper.phrases.counted import people

_MARKS = re.compile(r"[\\`*\[\]<~|]|&(?=#?\w)|(?<!\w)_|_(?!\w)|#(?=#*$)")
"""Characters that are markup anywhere in a line (CommonMark, sections 2.4 to 6)."""
_FIRST = re.compile(r"[#>+\-=]|\d{1,9}[.)]|[:!_](?=[:\-_ ]*$)")
"""Starts of a line that begin another kind of block; the last character is escaped."""
_BAR_COLUMNS = 40


def write_markdown(outgoing: Outgoing) -> bytes:
    """The network book as a Markdown file in UTF-8."""
    return "".join(f"{line}\n" for line in _lines(make_book(outgoing))).encode("utf-8")


def escaped(text: str) -> str:
    """User text on one line with all Markdown escaped, also at the start of a line."""
    line = _MARKS.sub(r"\\\g<0>", one_line_text(text))
    begins = _FIRST.match(line)
    if begins is None:
        return line
    place = begins.end() - 1
    return f"{line[:place]}\\{line[place:]}"


def _lines(book: Book) -> Iterator[str]:
    yield f"# {escaped(book.title)}"
    yield ""
    yield escaped(book.subtitle)
    yield ""
    yield "## Its shape"
    yield ""
    yield f"{people(book.shape.people)}."
    for title, bars in (
        ("On the ladder", book.shape.ladder),
        ("By field", book.shape.fields),
        ("Latest contact", book.shape.warmth),
    ):
        if any(bar.people for bar in bars):
            yield from ("", f"### {title}", "", *_picture(bars))
    yield ""
    yield "Out of 100 potentials come, as a rule of thumb, 20 customers and 4 regulars."
    for chapter in book.chapters:
        yield from ("", f"## {escaped(chapter.title)} ({chapter.people})")
        for section in chapter.sections:
            yield from ("", f"### {section.step}: {people(len(section.entries) + len(section.elsewhere))}")
            for entry in section.entries:
                yield from _entry(entry)
            if section.elsewhere:
                names = ", ".join(f"{escaped(entry.contact.name)} ({entry.number})" for entry in section.elsewhere)
                yield from ("", f"Told of under another field: {names}")
    if book.index:
        yield from ("", "## Index")
    for each in book.index:
        yield from ("", f"### {escaped(each.letter)}", "")
        for entry in each.entries:
            yield f"- {escaped(entry.contact.name)}, {entry.number}"


def _entry(entry: BookEntry) -> Iterator[str]:
    yield from ("", f"#### {entry.number}. {escaped(entry.contact.name)}", "")
    if entry.position:
        yield from (escaped(entry.position), "")
    for label, text in entry.facts:
        first, *more = [escaped(line) for line in writable_text(text).split("\n") if line.strip()] or [""]
        yield f"- {label}: {first}" + "".join(f"\\\n  {line}" for line in more)
    for promise in entry.promises:
        yield f"- promised: {escaped(promise)}"
    for past in entry.past:
        yield f"- {escaped(past)}"


def _picture(bars: Sequence[Bar]) -> Iterator[str]:
    """A bar chart of block characters in a code block; backticks in names would end it and are replaced."""
    most = max(bar.people for bar in bars)
    names = [one_line_text(bar.name).replace("`", "'") for bar in bars]
    columns = max(map(len, names))
    yield "```text"
    for name, bar in zip(names, bars, strict=True):
        blocks = "█" * max(bar.people * _BAR_COLUMNS // most, bool(bar.people))
        yield f"{name:{columns}}  {blocks}{' ' if blocks else ''}{bar.people}"
    yield "```"
