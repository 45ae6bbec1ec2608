"""The content of the contact form as text, and how it is parsed to a contact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeVar

from netkeeper.domain.errors import NetkeeperError, WordError
from netkeeper.domain.language.apply_words import apply_changes
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.promise_words import PromiseWords, take_promise
from netkeeper.domain.language.values import one_line
from netkeeper.domain.people.contact import Contact, Hope, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.names import name_parts_from
from netkeeper.phrases.contact_changes import changes_text
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.forms.repeated_entries import REACHES, AddressEntry, ReachEntry
from netkeeper.tui.person.form.input_texts import PARTS, FindPerson, input_texts, parsers, parts_texts, person_id
from netkeeper.tui.person.form.name_line import NameLine, bare_name, read_name_line

BLANK = Contact(id="", name="")
"""The base of a new contact."""

T = TypeVar("T")


class FormReading(NamedTuple):
    """A parsed form.

    Attributes:
        contact: The base with the form's values; properties that can't be parsed keep the base's.
        promise: The first follow-up.
        problems: Why a field can't be parsed, by the field's name; ``phones:1`` is the second phone.
        understood: The words of the name line in prose; empty where there are none.
    """

    contact: Contact
    promise: PromiseWords
    problems: Mapping[str, str]
    understood: str = ""


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """The content of the form.

    A field that is left as it was filled keeps the base's value exactly, also one that can't be typed.

    Attributes:
        base: The contact that the form was filled with; ``BLANK`` for a new one.
        via_name: The name of the person who introduced the base; empty where they don't exist.
        texts: Texts of the inputs and of choices of one, by the property's name; with the name's parts,
            ``reason``, ``next`` and ``todo``.
        reaches: The rows of emails, phones and urls, by the property's name.
        parts_by_hand: Whether the name's parts were typed, and don't follow from the name.
    """

    base: Contact
    via_name: str
    texts: Mapping[str, str]
    reaches: Mapping[str, tuple[ReachEntry, ...]]
    addresses: tuple[AddressEntry, ...]
    step: Step
    hopes: tuple[Hope, ...]
    archived: bool
    parts_by_hand: bool = False
    of_team: bool = False

    @classmethod
    def of(cls, base: Contact, via_name: str = "") -> ContactEntry:
        """The form filled with a contact."""
        return cls(
            base=base,
            via_name=via_name,
            texts=input_texts(base, via_name),
            reaches={name: tuple(ReachEntry.of(item) for item in getattr(base, name)) for name in REACHES},
            addresses=tuple(AddressEntry.of(address) for address in base.addresses),
            step=base.step,
            hopes=base.hopes,
            archived=base.archived,
            of_team=base.of_team,
        )

    @property
    def is_untouched(self) -> bool:
        """Whether it differs from what it was filled with by blank rows and spaces at most."""
        return self._comparable() == ContactEntry.of(self.base, self.via_name)._comparable()

    def _comparable(self) -> ContactEntry:
        """A copy to compare by: without blank texts and rows, and with sorted hopes."""
        return replace(
            self,
            texts={name: text for name, text in self.texts.items() if text.strip()},
            reaches={name: tuple(row for row in rows if not row.is_blank) for name, rows in self.reaches.items()},
            addresses=tuple(row for row in self.addresses if not row.is_blank),
            hopes=tuple(sorted(self.hopes)),
            parts_by_hand=False,
        )

    # The name's parts

    def parts_of_name(self) -> NameParts:
        """The parts that follow from the name: the base's own while the name is unchanged."""
        return self.base.name_parts if self._is_unchanged("name") else name_parts_from(bare_name(self.texts["name"]))

    def _name_parts(self) -> NameParts:
        """The parts to store.

        Raises:
            WordError: One is too long.
        """
        following = self.parts_of_name()
        if not self.parts_by_hand or not any(self.texts[part].strip() for part in PARTS):
            return following
        shown = parts_texts(following)
        typed = {part: one_line(part, self.texts[part]) for part in PARTS if self.texts[part] != shown[part]}
        return replace(following, **typed)

    # Reading

    def read(self, today: date, find: FindPerson) -> FormReading:
        """Parse the form; the name line may hold words as in the shell."""
        if self._is_unchanged("name"):
            return self._read(today, find)
        typed = self.texts["name"]
        try:
            line = read_name_line(typed, today)
            return _with_name_words(self._named(line.name)._read(today, find), line, today, find)
        except NetkeeperError as error:
            reading = self._named(bare_name(typed))._read(today, find)
            return reading._replace(problems={**reading.problems, "name": trouble_text(error)})

    def _named(self, name: str) -> ContactEntry:
        return replace(self, texts={**self.texts, "name": name})

    def _read(self, today: date, find: FindPerson) -> FormReading:
        """Parse the form, with the name line as a name without words."""
        base, problems = self.base, _Problems()
        values: dict[str, object] = {"archived": self.archived, "of_team": self.of_team}
        for name, read in parsers(base, today, find).items():
            if not self._is_unchanged(name) or (name == "name" and not base.name):
                values[name] = problems.attempt(name, getattr(base, name), read, self.texts[name])
        if "name" not in problems:
            values["name_parts"] = problems.attempt("parts", base.name_parts, self._name_parts)
        for name, key in REACHES.items():
            rows = self.reaches[name]
            items = [problems.attempt(f"{name}:{place}", row.stored, row.read, key) for place, row in enumerate(rows)]
            values[name] = tuple(item for item in items if item)
        addresses = [
            problems.attempt(f"addresses:{place}", row.stored, row.read) for place, row in enumerate(self.addresses)
        ]
        values["addresses"] = tuple(address for address in addresses if address)
        if set(self.hopes) != set(base.hopes):
            kept = [hope for hope in base.hopes if hope in self.hopes]
            values["hopes"] = tuple(dict.fromkeys([*kept, *self.hopes]))
        if self.step is not base.step:
            reason = problems.attempt("reason", "", one_line, "reason", self.texts["reason"])
            values |= {"step": self.step, "ladder": (*base.ladder, StepChange(today, self.step, reason))}
        promise = self._promise(today, problems)
        return FormReading(replace(base, **values), promise, problems)  # type: ignore[arg-type]

    def _promise(self, today: date, problems: _Problems) -> PromiseWords:
        """The first follow-up."""
        words = [Word(key, self.texts[key].strip()) for key in ("next", "todo") if self.texts[key].strip()]
        try:
            return take_promise(words, today)[0]
        except WordError as error:
            problems["todo" if error.word.startswith("todo") else "next"] = trouble_text(error)
            return PromiseWords()

    def _is_unchanged(self, name: str) -> bool:
        return self.texts[name] == input_texts(self.base, self.via_name)[name]


def _with_name_words(reading: FormReading, line: NameLine, today: date, find: FindPerson) -> FormReading:
    """The reading with the words of the name line applied.

    Raises:
        NetkeeperError: They are refused, or repeat what another line says.
    """
    changes, promise = line.changes, line.promise
    if changes.is_empty and promise.next_on is None:
        return reading
    if promise.next_on is not None and reading.promise.next_on is not None:
        raise WordError("next: is said twice; say it in one place.", "next:")
    if changes.via:
        changes = changes._replace(via=person_id(changes.via, find))
    contact = apply_changes(reading.contact, changes, today)
    return reading._replace(
        contact=contact,
        promise=promise if promise.next_on is not None else reading.promise,
        understood=changes_text(reading.contact, contact, lambda _: line.changes.via or "", is_new=not contact.id),
    )


class _Problems(dict[str, str]):
    """Why fields can't be parsed, by the field's name."""

    def attempt(self, name: str, otherwise: T, read: Callable[..., T], *args: object) -> T:
        """The result of ``read``; where it raises, the problem is recorded and ``otherwise`` returned."""
        try:
            return read(*args)
        except NetkeeperError as error:
            self[name] = trouble_text(error)
            return otherwise
