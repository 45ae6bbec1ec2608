"""The network book as one HTML file without scripts or external resources, for screen and print."""

from __future__ import annotations

from collections.abc import Iterator

from netkeeper.interchange.book.book import Book, BookEntry, Chapter, make_book
from netkeeper.interchange.book.pictures import bars, html_text, rings
from netkeeper.interchange.book.style import STYLE
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.text import writable_text
from netkeeper.phrases.counted import people

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Content security policy: the browser loads and runs nothing, even if escaping failed."""


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
    yield from _shape(book)
    yield "<nav><h2>Contents</h2><ul>"
    for place, chapter in enumerate(book.chapters):
        yield f'<li><a href="#chapter-{place}" dir="auto">{html_text(chapter.title)}</a> <span>{chapter.people}</span></li>'
    yield "</ul></nav>"
    for place, chapter in enumerate(book.chapters):
        yield from _chapter(chapter, place)
    yield "</body>\n</html>\n"


def _shape(book: Book) -> Iterator[str]:
    shape = book.shape
    yield '<section class="shape"><h2>Its shape</h2>'
    yield f"<p>{people(shape.people)}. " + " ".join(
        f'<span class="key"><i class="{bar.name}"></i>{bar.people} {bar.name}</span>' for bar in shape.ladder
    )
    yield "</p>"
    if shape.people:
        yield f"<figure>{rings(book.contacts)}<figcaption>Everybody, the regulars in the middle</figcaption></figure>"
        for title, shown in (
            ("On the ladder", shape.ladder),
            ("By field", shape.fields),
            ("Latest contact", shape.warmth),
        ):
            if any(bar.people for bar in shown):
                yield f"<figure>{bars(title, shown)}<figcaption>{title}</figcaption></figure>"
    yield "<p>Out of 100 potentials come, as a rule of thumb, 20 customers and 4 regulars.</p></section>"


def _chapter(chapter: Chapter, place: int) -> Iterator[str]:
    yield f'<section class="chapter" id="chapter-{place}"><h2 dir="auto">{html_text(chapter.title)}</h2>'
    for section in chapter.sections:
        yield f'<h3><i class="{section.step}"></i>{section.step}</h3>'
        for entry in section.entries:
            yield from _entry(entry)
        if section.elsewhere:
            yield '<p class="elsewhere">Told of under another field: ' + ", ".join(
                f'<a href="#{entry.anchor}" dir="auto">{html_text(entry.contact.name)}</a>'
                for entry in section.elsewhere
            )
            yield "</p>"
    yield "</section>"


def _entry(entry: BookEntry) -> Iterator[str]:
    yield f'<article id="{entry.anchor}"><h4 dir="auto">{html_text(entry.contact.name)}</h4>'
    if entry.position:
        yield f'<p class="position" dir="auto">{html_text(entry.position)}</p>'
    if entry.facts:
        yield "<dl>"
        for label, text in entry.facts:
            yield f'<dt>{label}</dt><dd dir="auto">{_lines_of(text)}</dd>'
        yield "</dl>"
    for name, lines in (("promised", entry.promises), ("past", entry.past)):
        if lines:
            yield f'<ul class="{name}">' + "".join(f'<li dir="auto">{html_text(each)}</li>' for each in lines) + "</ul>"
    yield "</article>"


def _lines_of(text: str) -> str:
    return "<br>".join(html_text(line) for line in writable_text(text).split("\n"))
