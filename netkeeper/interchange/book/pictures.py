"""SVG pictures of a network's shape, coloured by the style sheet of the page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.interchange.book.shape import Bar
from netkeeper.interchange.text import one_line_text

_WIDTH = 300
"""Width of the longest bar, in SVG units."""

_RINGS = {Step.REGULAR: (30.0, 80.0), Step.CUSTOMER: (95.0, 165.0), Step.POTENTIAL: (180.0, 300.0)}
"""Inner and outer radius of the ring of each step, in SVG units."""
_MIDDLE = 330
_MARGIN = 200
"""Space beside the outermost ring for field names, in SVG units."""
_NAMES_RADIUS = 318
"""Radius of the circle beside which the names of fields stand."""
_LINE = 26
"""Height of a line of text, in SVG units."""
_GOLDEN = 0.618_033_988_75
"""Step of the radius from one dot to the next as a part of the ring's width: an even, reproducible scatter."""


def bars(shown: Sequence[Bar]) -> str:
    """A stacked bar chart: a table with a row per category, one segment of the bar per step.

    Names and numbers are text of the page, not of a picture, so that they are legible at any width.

    Args:
        shown: The bars; at least one must not be empty.
    """
    return "".join(_bars(shown, _WIDTH / max(bar.people for bar in shown)))


def _bars(shown: Sequence[Bar], scale: float) -> Iterator[str]:
    yield '<table class="bars">'
    for bar in shown:
        yield f'<tr><th scope="row" dir="auto">{html_text(bar.name)}</th><td>'
        yield f'<svg viewBox="0 0 {_WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">'
        x = 0.0
        for step, people in zip(Step, bar.steps, strict=True):
            if people:
                yield f'<rect class="{step}" x="{x:.1f}" y="0" width="{max(people * scale, 1):.1f}" height="10"/>'
            x += people * scale
        yield f'</svg></td><td class="count">{bar.people}</td></tr>'
    yield "</table>"


def rings(contacts: Sequence[Contact]) -> str:
    """A ring chart with a dot per person, archived ones left out: the ring is the step, the angle groups fields."""
    return "".join(_rings([contact for contact in contacts if not contact.archived]))


def _rings(people: Sequence[Contact]) -> Iterator[str]:
    counts = ", ".join(f"{sum(each.step is step for each in people)} {step}" for step in reversed(Step))
    yield f'<svg class="rings" viewBox="{-_MARGIN} 0 {2 * (_MIDDLE + _MARGIN)} {2 * _MIDDLE}" role="img">'
    yield f"<title>Everybody, the regulars in the middle: {counts}</title>"
    for _, outer in _RINGS.values():
        yield f'<circle class="ring" cx="{_MIDDLE}" cy="{_MIDDLE}" r="{outer + 8:g}"/>'
    size = 5 if len(people) <= 200 else 4 if len(people) <= 500 else 3 if len(people) <= 1500 else 1.5
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
    """Text elements with the names of fields with at least 1/24 of all people, beside the middle of their arc."""
    places: dict[str, list[int]] = {}
    for place, contact in enumerate(ordered):
        if contact.fields:
            places.setdefault(contact.fields[0].partition("/")[0], []).append(place)
    sides: dict[str, list[tuple[float, str]]] = {"start": [], "end": []}
    for field, where in places.items():
        if len(where) * 24 < len(ordered):
            continue
        angle = 2 * math.pi * (where[0] + where[-1]) / 2 / len(ordered) - math.pi / 2
        side = "start" if math.cos(angle) >= 0 else "end"
        sides[side].append((_MIDDLE + _NAMES_RADIUS * math.sin(angle), field))
    for side, fields in sides.items():
        fields.sort()
        for y, (_, field) in zip(_spread([y for y, _ in fields]), fields, strict=True):
            # Beside the circle at that height, not where the arc is: names that were moved stay clear of the dots.
            reach = math.sqrt(max(_NAMES_RADIUS**2 - (y - _MIDDLE) ** 2, 0))
            x = _MIDDLE + (reach if side == "start" else -reach)
            name = field if len(field) <= 15 else f"{field[:14]}…"
            yield f'<text class="field" x="{x:.1f}" y="{y + 7:.1f}" text-anchor="{side}">{html_text(name)}</text>'


def _spread(heights: Sequence[float]) -> list[float]:
    """Ascending heights moved apart, as little as keeps a line between any two, and all within the picture."""
    spread: list[float] = []
    for y in heights:
        spread.append(max(y, spread[-1] + _LINE if spread else _LINE))
    below = 2 * _MIDDLE - _LINE / 2
    for place in range(len(spread) - 1, -1, -1):
        spread[place] = min(spread[place], below)
        below = spread[place] - _LINE
    return spread


def html_text(text: str) -> str:
    """User text on one line, escaped for HTML and SVG."""
    return escape(one_line_text(text))
