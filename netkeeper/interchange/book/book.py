"""The network book's content, independent of Markdown and HTML: chapters by field, sections by step, and an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netkeeper.domain.dates.describe import MONTH_NAMES, describe_cadence
from netkeeper.domain.interactions.interaction import Interaction, Signal, kind_label
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.ordering import NO_LETTER, index_letter, name_key, text_key
from netkeeper.domain.people.phones import DEFAULT_REGION
from netkeeper.domain.people.properties import SIMPLE
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.interchange.book.shape import Shape, shape_of
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing

NO_FIELD = "No field yet"
ARCHIVE = "Archived"

_SIGNALS = {
    Signal.RECOMMENDED: "recommended us",
    Signal.INVITED: "invited us",
    Signal.ASKED_ADVICE: "asked for advice",
    Signal.INTRODUCED: "introduced somebody",
}


@dataclass(frozen=True, slots=True)
class BookEntry:
    """A person in the book; texts are not escaped.

    Attributes:
        contact: The contact.
        facts: Pairs of label and text; a text may have several lines.
        promises: Open follow-ups, soonest first.
        past: All interactions, newest first.
        number: The person's number in the book, from 1, in the order in which the entries are printed.
    """

    contact: Contact
    facts: tuple[tuple[str, str], ...]
    promises: tuple[str, ...]
    past: tuple[str, ...]
    number: int = 0

    @property
    def position(self) -> str:
        """Title and organization, separated by a comma; may be empty."""
        return ", ".join(part for part in (self.contact.title, self.contact.organization) if part)

    @property
    def anchor(self) -> str:
        """The HTML id of the person's entry."""
        return f"person-{self.contact.id}"


@dataclass(frozen=True, slots=True)
class Section:
    """The people of one field on one step.

    Attributes:
        step: The step.
        entries: People whose entry is printed here.
        elsewhere: People of the field whose entry is printed under another of their fields.
    """

    step: Step
    entries: tuple[BookEntry, ...]
    elsewhere: tuple[BookEntry, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A field, its sections from the highest step down."""

    title: str
    sections: tuple[Section, ...]

    @property
    def people(self) -> int:
        """Number of people, those printed elsewhere included."""
        return sum(len(section.entries) + len(section.elsewhere) for section in self.sections)

    @property
    def numbers(self) -> tuple[int, int] | None:
        """The first and the last number of those whose entry is printed here; None for nobody."""
        printed = [entry.number for section in self.sections for entry in section.entries]
        return (printed[0], printed[-1]) if printed else None


@dataclass(frozen=True, slots=True)
class IndexLetter:
    """The people whose name is sorted under a letter, in alphabetical order."""

    letter: str
    entries: tuple[BookEntry, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The whole book.

    Attributes:
        title: The heading, with the member's name.
        subtitle: Team and day.
        shape: Statistics for the pictures.
        chapters: Fields in alphabetical order, then people without a field, then archived ones.
        index: Everybody by name.
        contacts: All people in the book.
    """

    title: str
    subtitle: str
    shape: Shape
    chapters: tuple[Chapter, ...]
    index: tuple[IndexLetter, ...]
    contacts: tuple[Contact, ...]


def make_book(outgoing: Outgoing) -> Book:
    """The book of an exported network."""
    member = outgoing.member
    name = member.name if member else ""
    team = member.team if member else ""
    region = member.region if member else DEFAULT_REGION
    entries = _numbered(_entries(outgoing, region), region)
    contacts = tuple(card.contact for card in outgoing.cards)
    return Book(
        title=f"The network of {name}" if name else "My network",
        subtitle=" · ".join(part for part in (team, long_day(outgoing.on)) if part),
        shape=shape_of(contacts, outgoing.on),
        chapters=tuple(_chapters(entries, region)),
        index=tuple(_index(entries, region)),
        contacts=contacts,
    )


def long_day(day: date) -> str:
    """``2 Nov 2026``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _entries(outgoing: Outgoing, region: str) -> list[BookEntry]:
    """Everybody by name, not numbered yet."""
    promises: dict[str, list[FollowUp]] = {}
    for followup in outgoing.followups:
        if followup.is_open:
            promises.setdefault(followup.contact_id, []).append(followup)
    past: dict[str, list[Interaction]] = {}
    for interaction in outgoing.interactions:
        for contact_id in interaction.contact_ids:
            past.setdefault(contact_id, []).append(interaction)
    entries = [
        BookEntry(
            card.contact,
            tuple(_facts(card)),
            tuple(
                promised_text(each) for each in sorted(promises.get(card.contact.id, ()), key=lambda each: each.due_on)
            ),
            tuple(happened_text(each) for each in _newest_first(past.get(card.contact.id, ()))),
        )
        for card in outgoing.cards
    ]
    return sorted(entries, key=lambda entry: (name_key(entry.contact.name, region), entry.contact.id))


def _newest_first(interactions: Sequence[Interaction]) -> list[Interaction]:
    return sorted(interactions, key=lambda each: (each.on, each.created, each.id), reverse=True)


def _facts(card: WriteContact) -> Iterator[tuple[str, str]]:
    contact = card.contact
    for label, items in (("email", contact.emails), ("phone", contact.phones), ("web", contact.urls)):
        for item in items:
            yield label, labelled_text(item)
    for address in contact.addresses:
        line = address.one_line()
        yield "address", f"{line} ({address.label})" if address.label else line
    if contact.birthday:
        year = f" {contact.birthday.year}" if contact.birthday.year else ""
        yield "born", f"{contact.birthday.day} {MONTH_NAMES[contact.birthday.month - 1]}{year}"
    met = [part for part in (contact.met, f"through {card.via_name or contact.via}" if contact.via else "") if part]
    if met:
        yield "met", ", ".join(met)
    if contact.hopes:
        yield "hopes", ", ".join(contact.hopes)
    for row in SIMPLE:
        if shown := row.shown(getattr(contact, row.name)):
            yield row.title, shown
    if contact.of_team:
        yield "whose", "the team's"
    if len(contact.fields) > 1:
        yield "fields", ", ".join(contact.fields)
    moves = [move for move in contact.ladder if move.reason or len(contact.ladder) > 1]
    if moves:
        yield (
            "ladder",
            "; ".join(f"{move.step} {long_day(move.on)}{f' ({move.reason})' if move.reason else ''}" for move in moves),
        )
    if contact.cadence is not None:
        yield "in touch", f"every {describe_cadence(contact.cadence)}" if contact.cadence else "no reminders"
    if contact.last_on:
        yield "last met", long_day(contact.last_on)
    if contact.notes.strip():
        yield "notes", contact.notes.strip()


def labelled_text(item: Labelled) -> str:
    """An email address, a phone number or a web address as the book tells of it."""
    return f"{item.value} ({item.label})" if item.label else item.value


def promised_text(followup: FollowUp) -> str:
    """An open follow-up as the book tells of it."""
    again = ", and again" if followup.rrule else ""
    return f"{long_day(followup.due_on)}: {followup.what or 'be in touch'}{again}"


def happened_text(interaction: Interaction) -> str:
    """An interaction as the book tells of it, on one line."""
    kind = "contact" if interaction.kind == "other" else kind_label(interaction.kind)
    parts = [" ".join(interaction.note.split()), *(_SIGNALS[signal] for signal in interaction.signals)]
    parts.append(f"feeling {interaction.feeling} of 5" if interaction.feeling else "")
    details = " · ".join(part for part in parts if part)
    return f"{long_day(interaction.on)}, {kind}" + (f": {details}" if details else "")


def _chapter_names(contact: Contact) -> list[str]:
    """The chapters that a contact belongs to; the entry is printed in the first."""
    if contact.archived:
        return [ARCHIVE]
    return list(dict.fromkeys(field.partition("/")[0] for field in contact.fields)) or [NO_FIELD]


def _chapter_key(name: str, region: str) -> tuple[bool, bool, str, str]:
    return name == ARCHIVE, name == NO_FIELD, text_key(name, region), name


def _numbered(entries: Sequence[BookEntry], region: str) -> list[BookEntry]:
    """The entries with their numbers, in the order in which they came."""
    keys = [
        (_chapter_key(_chapter_names(entry.contact)[0], region), -entry.contact.step.height, place)
        for place, entry in enumerate(entries)
    ]
    numbers = {place: number for number, (_, _, place) in enumerate(sorted(keys), 1)}
    return [replace(entry, number=numbers[place]) for place, entry in enumerate(entries)]


def _chapters(entries: Sequence[BookEntry], region: str) -> Iterator[Chapter]:
    by_name: dict[str, list[BookEntry]] = {}
    for entry in entries:
        for name in _chapter_names(entry.contact):
            by_name.setdefault(name, []).append(entry)
    for name in sorted(by_name, key=lambda each: _chapter_key(each, region)):
        sections = []
        for step in reversed(Step):
            on_it = [entry for entry in by_name[name] if entry.contact.step is step]
            if on_it:
                here = tuple(entry for entry in on_it if _chapter_names(entry.contact)[0] == name)
                sections.append(Section(step, here, tuple(entry for entry in on_it if entry not in here)))
        yield Chapter(name, tuple(sections))


def _index(entries: Sequence[BookEntry], region: str) -> Iterator[IndexLetter]:
    by_letter: dict[str, list[BookEntry]] = {}
    for entry in entries:
        by_letter.setdefault(index_letter(entry.contact.name, region), []).append(entry)
    for letter in sorted(by_letter, key=lambda each: each == NO_LETTER):
        yield IndexLetter(letter, tuple(by_letter[letter]))
