"""The network book as one HTML file without scripts or external resources, for screen and print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netkeeper.interchange.book.book import Book, BookEntry, Chapter, make_book
from netkeeper.interchange.book.pictures import bars, html_text, rings
from netkeeper.interchange.book.style import STYLE
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.text import writable_text
from netkeeper.phrases.counted import people

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Content security policy: the browser loads and runs nothing, even if escaping failed."""

_UNBROKEN = 8
"""Number of interactions up to which an entry stays in one column on paper."""


def write_html(outgoing: Outgoing) -> bytes:
    """The network book as an HTML file in UTF-8, self-contained, with SVG pictures of the network's shape."""
    return "\n".join(_lines(make_book(outgoing))).encode("utf-8")


def _lines(book: Book) -> Iterator[str]:
    title = html_text(book.title)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield f'<header><h1 dir="auto">{title}</h1><p dir="auto">{html_text(book.subtitle)}</p></header>'
    yield from _contents(book)
    yield from _shape(book)
    for place, chapter in enumerate(book.chapters):
        yield from _chapter(chapter, place)
    yield from _index(book)
    yield "</body>\n</html>\n"


def _contents(book: Book) -> Iterator[str]:
    yield "<nav><h2>Contents</h2><ul>"
    for place, chapter in enumerate(book.chapters):
        numbers = "–".join(str(number) for number in dict.fromkeys(chapter.numbers or ()))
        yield (
            f'<li><a href="#chapter-{place}" dir="auto">{html_text(chapter.title)}</a> '
            f"<span>{people(chapter.people)}</span>{_number(f'no. {numbers}') if numbers else ''}</li>"
        )
    if book.index:
        yield '<li><a href="#index">Index</a> <span>everybody by name</span></li>'
    yield "</ul></nav>"


def _shape(book: Book) -> Iterator[str]:
    shape = book.shape
    yield '<section class="shape"><h2>Its shape</h2>'
    yield f"<p>{people(shape.people)}. " + " ".join(
        f'<span class="key"><i class="{bar.name}"></i>{bar.people} {bar.name}</span>' for bar in shape.ladder
    )
    yield "</p>"
    if shape.people:
        yield f"<figure>{rings(book.contacts)}<figcaption>Everybody, the regulars in the middle</figcaption></figure>"
        yield '<div class="charts">'
        for title, shown in (
            ("On the ladder", shape.ladder),
            ("Latest contact", shape.warmth),
            ("By field", shape.fields),
        ):
            if any(bar.people for bar in shown):
                yield f"<figure><figcaption>{title}</figcaption>{bars(shown)}</figure>"
        yield "</div>"
    yield "<p>Out of 100 potentials come, as a rule of thumb, 20 customers and 4 regulars.</p></section>"


def _chapter(chapter: Chapter, place: int) -> Iterator[str]:
    yield f'<section class="chapter" id="chapter-{place}"><h2 dir="auto">{html_text(chapter.title)}</h2>'
    for section in chapter.sections:
        yield f'<h3><i class="{section.step}"></i>{section.step}</h3>'
        for entry in section.entries:
            yield from _entry(entry)
        if section.elsewhere:
            yield '<p class="elsewhere">Told of under another field: ' + ", ".join(map(_link, section.elsewhere))
            yield "</p>"
    yield "</section>"


def _entry(entry: BookEntry) -> Iterator[str]:
    long = ' class="long"' if len(entry.past) > _UNBROKEN else ""
    yield f'<article id="{entry.anchor}"{long}><div class="head">'
    yield f'<h4 dir="auto">{html_text(entry.contact.name)}{_number(str(entry.number))}</h4>'
    if entry.position:
        yield f'<p class="position" dir="auto">{html_text(entry.position)}</p>'
    yield "</div>"
    if entry.facts or entry.promises:
        yield "<dl>"
        for label, text in entry.facts:
            yield f'<dt>{label}</dt><dd dir="auto">{_lines_of(text)}</dd>'
        if entry.promises:
            yield f'<dt>promised</dt><dd class="promised">{_list(entry.promises)}</dd>'
        yield "</dl>"
    if entry.past:
        yield f'<div class="past">{_list(entry.past)}</div>'
    yield "</article>"


def _index(book: Book) -> Iterator[str]:
    if not book.index:
        return
    yield '<section class="index" id="index"><h2>Index</h2><div class="letters">'
    for each in book.index:
        yield f"<h3>{html_text(each.letter)}</h3><ul>"
        for entry in each.entries:
            yield f"<li>{_link(entry)}</li>"
        yield "</ul>"
    yield "</div></section>"


def _link(entry: BookEntry) -> str:
    """The name of a person whose entry is elsewhere: a link on a screen, with the entry's number on paper."""
    return f'<a href="#{entry.anchor}" dir="auto">{html_text(entry.contact.name)}{_number(str(entry.number))}</a>'


def _number(text: str) -> str:
    """A number of an entry, which the style sheet shows on paper."""
    return f'<span class="number">{text}</span>'


def _list(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f'<li dir="auto">{html_text(each)}</li>' for each in lines) + "</ul>"


def _lines_of(text: str) -> str:
    return "<br>".join(html_text(line) for line in writable_text(text).split("\n"))
