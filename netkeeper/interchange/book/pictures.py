"""SVG pictures of a network's shape, coloured by the style sheet of the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.interchange.book.shape import Bar
from netkeeper.interchange.text import one_line_text

_WIDTH = 640
_NAME_WIDTH = 190
_ROW = 26
_COUNT_WIDTH = 60

_RINGS = {Step.REGULAR: (30.0, 80.0), Step.CUSTOMER: (95.0, 165.0), Step.POTENTIAL: (180.0, 300.0)}
"""Inner and outer radius of the ring of each step, in SVG units."""
_MIDDLE = 330
_MARGIN = 90
"""Space around the outermost ring for field names, in SVG units."""
_GOLDEN = 0.618_033_988_75
"""Step of the radius from one dot to the next as a part of the ring's width: an even, reproducible scatter."""


def bars(title: str, shown: Sequence[Bar]) -> str:
    """A stacked bar chart: one bar per category, one segment per step.

    Args:
        title: The accessible title of the picture.
        shown: The bars; at least one must not be empty.
    """
    most = max(bar.people for bar in shown)
    scale = (_WIDTH - _NAME_WIDTH - _COUNT_WIDTH) / most
    return "".join(_bars(title, shown, scale))


def _bars(title: str, shown: Sequence[Bar], scale: float) -> Iterator[str]:
    height = len(shown) * _ROW
    counts = ", ".join(f"{bar.name} {bar.people}" for bar in shown)
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img"><title>{html_text(f"{title}: {counts}")}</title>'
    for row, bar in enumerate(shown):
        y = row * _ROW
        name = bar.name if len(bar.name) <= 26 else f"{bar.name[:25]}…"
        yield f'<text class="name" x="{_NAME_WIDTH - 10}" y="{y + 17}">{html_text(name)}</text>'
        x = float(_NAME_WIDTH)
        for step, people in zip(Step, bar.steps, strict=True):
            width = people * scale
            if people:
                yield f'<rect class="{step}" x="{x:.1f}" y="{y + 4}" width="{max(width, 1):.1f}" height="{_ROW - 8}"/>'
            x += width
        yield f'<text class="count" x="{x + 8:.1f}" y="{y + 17}">{bar.people}</text>'
    yield "</svg>"


def rings(contacts: Sequence[Contact]) -> str:
    """A ring chart with a dot per person, archived ones left out: the ring is the step, the angle groups fields."""
    return "".join(_rings([contact for contact in contacts if not contact.archived]))


def _rings(people: Sequence[Contact]) -> Iterator[str]:
    counts = ", ".join(f"{sum(each.step is step for each in people)} {step}" for step in reversed(Step))
    yield f'<svg class="rings" viewBox="{-_MARGIN} 0 {2 * (_MIDDLE + _MARGIN)} {2 * _MIDDLE}" role="img">'
    yield f"<title>Everybody, the regulars in the middle: {counts}</title>"
    for _, outer in _RINGS.values():
        yield f'<circle class="ring" cx="{_MIDDLE}" cy="{_MIDDLE}" r="{outer + 8:g}"/>'
    size = 5 if len(people) <= 200 else 3 if len(people) <= 1500 else 1.5
    ordered = sorted(people, key=lambda each: (each.fields[:1] or ("\uffff",), each.id))
    for place, contact in enumerate(ordered):
        angle = 2 * math.pi * place / max(1, len(ordered)) - math.pi / 2
        inner, outer = _RINGS[contact.step]
        distance = inner + (outer - inner) * (place * _GOLDEN % 1)
        x, y = _MIDDLE + distance * math.cos(angle), _MIDDLE + distance * math.sin(angle)
        yield f'<circle class="{contact.step}" cx="{x:.1f}" cy="{y:.1f}" r="{size:g}"/>'
    yield from _ring_names(ordered)
    yield "</svg>"


def _ring_names(ordered: Sequence[Contact]) -> Iterator[str]:
    """Labels outside the rings for fields with at least 1/24 of all people, at the middle of their arc."""
    places: dict[str, list[int]] = {}
    for place, contact in enumerate(ordered):
        if contact.fields:
            places.setdefault(contact.fields[0].partition("/")[0], []).append(place)
    for field, where in places.items():
        if len(where) * 24 < len(ordered):
            continue
        angle = 2 * math.pi * (where[0] + where[-1]) / 2 / len(ordered) - math.pi / 2
        x, y = _MIDDLE + 318 * math.cos(angle), _MIDDLE + 318 * math.sin(angle)
        side = "end" if math.cos(angle) < -0.2 else "start" if math.cos(angle) > 0.2 else "middle"
        name = field if len(field) <= 18 else f"{field[:17]}…"
        yield f'<text class="field" x="{x:.1f}" y="{y:.1f}" text-anchor="{side}">{html_text(name)}</text>'


def html_text(text: str) -> str:
    """User text on one line, escaped for HTML and SVG."""
    return escape(one_line_text(text))
