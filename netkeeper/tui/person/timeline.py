"""The timeline of a person as drawn lines: open follow-ups, then interactions and closed follow-ups, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.text.display import pad
from netkeeper.tui.draw.blocks import Block
from netkeeper.tui.draw.lines import Line, beside, hanging, length, wrap
from netkeeper.tui.draw.person_words import feeling_mark, signal_text
from netkeeper.tui.draw.short_words import promised, short_day
from netkeeper.tui.person.view import Person

_DAY_COLUMNS = 7
_KIND_COLUMNS = 9
_NARROW_INDENT = 3
_ONE_LINE_FROM = 46
"""The width from which a note begins on the line of its day and not below it."""


def timeline_blocks(person: Person, columns: int, most_lines: int) -> Iterator[Block]:
    """The timeline, a block for each item.

    Args:
        columns: Width in cells.
        most_lines: The most lines of a note; the rest is cut and counted.
    """
    # The card shows the first open follow-up already.
    for promise in person.other_promises:
        what = f"{describe_day(promise.due_on, person.today)} · {promised(promise)}"
        yield Block(hanging("● next", what, columns, 10), promise)
    if person.trouble:
        yield Block([[(line, "")] for line in wrap(person.trouble, columns)])
        return
    past = _past(person)
    if not past:
        yield Block([[("Nothing logged yet.", "quiet")]])
    year = person.today.year
    for on, _, item in past:
        if on.year != year:
            year = on.year
            yield Block([[(str(year), "quiet")]])
        lines = _interaction(item, person, columns) if isinstance(item, Interaction) else _closed(item, on, columns)
        yield Block(_cut(list(lines), columns, most_lines), item)


def _cut(lines: list[Line], columns: int, most: int) -> list[Line]:
    """The first ``most`` lines, and a line that counts the rest; one line too many is kept."""
    if len(lines) <= most + 1:
        return lines
    indent = _NARROW_INDENT if columns < _ONE_LINE_FROM else _DAY_COLUMNS + _KIND_COLUMNS
    return [*lines[:most], [(" " * indent, ""), (f"… {len(lines) - most} more lines", "quiet")]]


def _past(person: Person) -> list[tuple[date, str, Interaction | FollowUp]]:
    """Interactions and closed follow-ups, newest first."""
    found: list[tuple[date, str, Interaction | FollowUp]] = [
        (interaction.on, interaction.created, interaction) for interaction in person.interactions
    ]
    found += [(followup.closed_on, followup.created, followup) for followup in person.followups if followup.closed_on]
    return sorted(found, key=lambda each: each[:2], reverse=True)


def _interaction(interaction: Interaction, person: Person, columns: int) -> Iterator[Line]:
    """An interaction: day, kind and feeling on the first line of the note, or above it at a narrow width."""
    kind = "contact" if interaction.kind == "other" else str(interaction.kind)
    head: Line = [(f"{short_day(interaction.on):>6} ", "quiet"), (pad(kind, _KIND_COLUMNS), "accent")]
    mark: Line = [(feeling_mark(interaction.feeling), "strong")]
    is_narrow = columns < _ONE_LINE_FROM
    indent = _NARROW_INDENT if is_narrow else length(head)
    lines = wrap(_description(interaction, person), columns - indent - 2)
    if is_narrow:
        yield beside(head, mark, columns)
    else:
        yield beside([*head, (lines.pop(0) if lines else "", "")], mark, columns)
    for line in lines:
        yield [(" " * indent, ""), (line, "")]


def _description(interaction: Interaction, person: Person) -> str:
    """The note, the signals and the other participants, unsanitized."""
    others = [name for other in interaction.contact_ids if (name := person.others.get(other))]
    parts = ["not reached"] if interaction.kind is Kind.TRIED else []
    parts += [interaction.note.strip(), *(signal_text(signal) for signal in interaction.signals)]
    parts += [f"with {', '.join(others)}"] if others else []
    return " · ".join(part for part in parts if part)


def _closed(followup: FollowUp, on: date, columns: int) -> Iterator[Line]:
    """A follow-up that is done or dropped."""
    how = "✓ kept" if followup.status is Status.DONE else "– let go"
    label = f"{short_day(on):>6} {pad(how, _KIND_COLUMNS)}"
    if columns >= _ONE_LINE_FROM:
        yield from hanging(label, promised(followup), columns, _DAY_COLUMNS + _KIND_COLUMNS, "quiet")
        return
    yield [(label, "quiet")]
    yield from hanging("", promised(followup), columns, _NARROW_INDENT, "quiet")
