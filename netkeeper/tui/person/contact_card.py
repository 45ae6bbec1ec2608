"""The card of a contact as drawn lines: first what a call needs, then all other details."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netkeeper.domain.dates.describe import describe_cadence, describe_day
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.properties import SIMPLE
from netkeeper.domain.text.display import plain, width
from netkeeper.phrases.reasons import reason_words
from netkeeper.tui.draw.blocks import Block, flat
from netkeeper.tui.draw.lines import Line, beside, hanging, length, wrap
from netkeeper.tui.draw.person_words import birthday, ladder_mark, move_text
from netkeeper.tui.draw.short_words import promised
from netkeeper.tui.person.view import Person


def card_blocks(person: Person, columns: int) -> Iterator[Block]:
    """The first part of a card: position, reason to look, email and phone, next follow-up.

    Args:
        columns: Width in cells.
    """
    contact = person.contact
    yield Block(list(_position(contact, columns)))
    if person.why:
        yield Block(hanging(person.why.mark, person.why.text, columns, 2, "accent"), person.promise)
    yield Block(list(_for_a_call(person, columns)))
    if person.shows_next:
        first = person.promises[0] if person.promises else None
        yield Block(_labelled("next", _next(person), columns), first)


def _for_a_call(person: Person, columns: int) -> Iterator[Line]:
    """Reasons to call, the first email and phone number, where they were met and who introduced them."""
    contact = person.contact
    for reason in person.reasons:
        yield from hanging("▸", reason_words(reason, person.today), columns, 2, "accent")
    for item in (*contact.emails[:1], *contact.phones[:1]):
        yield from _reach(item, columns)
    yield from _labelled("met", contact.met, columns)
    yield from _labelled("through", person.via_name, columns)


def detail_lines(person: Person, columns: int) -> Iterator[Line]:
    """All properties of a contact that :func:`card_blocks` doesn't show."""
    contact = person.contact
    for item in (*contact.emails[1:], *contact.phones[1:], *contact.urls):
        yield from _reach(item, columns)
    for address in contact.addresses:
        yield from hanging("", address.one_line(), columns, 0)
    if contact.birthday:
        yield from _labelled("born", birthday(contact.birthday, person.today), columns)
    yield from _labelled("hopes", ", ".join(contact.hopes), columns)
    for row in (each for each in SIMPLE if not each.marks):
        yield from _labelled(row.title, row.shown(getattr(contact, row.name)), columns)
    if contact.cadence is not None:
        every = f"every {describe_cadence(contact.cadence)}" if contact.cadence else "no reminders"
        yield from _labelled("keep in touch", every, columns)
    yield from _ladder(person, columns)
    for line in wrap(contact.notes, columns):
        yield [(line, "quiet")]


def _ladder(person: Person, columns: int) -> Iterator[Line]:
    """The moves on the ladder, newest first; nothing for a single move without a reason."""
    moves = person.contact.ladder
    if len(moves) > 1 or any(move.reason for move in moves):
        for place, move in enumerate(reversed(moves)):
            yield from hanging("" if place else "ladder", move_text(move, person.today), columns, len("ladder "))


def _position(contact: Contact, columns: int) -> Iterator[Line]:
    """Title and organization; the step right of them, or on the line of the fields where it doesn't fit."""
    step: Line = [(ladder_mark(contact.step), "accent"), (f" {contact.step}", "")]
    marks = (row.shown(getattr(contact, row.name)) for row in SIMPLE if row.marks)
    step += [(f" · {mark}", "accent") for mark in marks if mark]
    if contact.archived:
        step.append((" · archived", "quiet"))
    if contact.of_team:
        step.append((" · the team's", "quiet"))
    position = ", ".join(part for part in (plain(contact.title), plain(contact.organization)) if part)
    fields = " · ".join(plain(each) for each in contact.fields)
    if position and width(position) + 2 + length(step) <= columns:
        yield beside([(position, "strong")], step, columns)
        step = []
    else:
        for line in wrap(position, columns):
            yield [(line, "strong")]
    if step and length(step) + 3 + width(fields) <= columns:
        yield [*step, (f" · {fields}" if fields else "", "")]
        return
    if step:
        yield step
    for line in wrap(fields, columns):
        yield [(line, "")]


def _reach(item: Labelled, columns: int) -> Iterator[Line]:
    """An email address, phone number or URL; its label is left out where it doesn't fit."""
    lines = wrap(item.value, columns)
    for line in lines[:-1]:
        yield [(line, "")]
    last: Line = [(lines[-1] if lines else "", "")]
    label = plain(item.label)
    if label and length(last) + 2 + width(label) <= columns:
        last.append((f"  {label}", "quiet"))
    yield last


def _next(person: Person) -> str:
    """The first open follow-up, else the next contact due; unsanitized; empty for neither."""
    if person.promises:
        first = person.promises[0]
        return f"{describe_day(first.due_on, person.today)} · {promised(first)}"
    if person.next_contact_on is None:
        return ""
    turn = describe_day(person.next_contact_on, person.today) if person.next_contact_on > person.today else "now"
    return f"{turn} · be in touch"


def _labelled(label: str, text: str, columns: int) -> list[Line]:
    return hanging(label, text, columns, len(label) + 1)


def contact_lines(contact: Contact, columns: int, today: date, via_name: str) -> Iterator[Line]:
    """The whole card of a contact: no timeline, no reasons to call, no follow-ups.

    Args:
        columns: Width in cells.
        today: For ages.
        via_name: The name of the person who introduced them.
    """
    person = Person(contact, today, None, None, via_name, (), (), {}, ())
    yield from flat(card_blocks(person, columns))
    yield from detail_lines(person, columns)
