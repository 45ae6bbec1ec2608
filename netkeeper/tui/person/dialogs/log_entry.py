"""What stands in the quick log, in its note and its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.log_words import LogWords, log_words
from netkeeper.domain.language.promise_words import with_whole_days
from netkeeper.domain.language.tokens import LOGGING, split_text

ADDING = frozenset({"signal"})
"""Keys whose words and field add up instead of standing for each other."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A log that is being written.

    A word in the note and the field of its name are one thing: the word fills the field, and
    setting the field takes the word out of the note. So what was said last counts, and nothing is
    said twice.

    Attributes:
        note: The note as typed, words and all.
        fields: What was set in fields, by key.
    """

    note: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written or set."""
        return not self.note.strip() and not any(self.fields.values())

    def value(self, key: str, today: date) -> str:
        """What the field of a key shows: what the note says, a day with all its words, else what was set."""
        said = [word.value for word in self._said(today) if word.key == key]
        return said[-1] if said else self.fields.get(key, "")

    def with_note(self, note: str) -> LogEntry:
        """The entry with another note."""
        return replace(self, note=note)

    def with_field(self, key: str, value: str, today: date) -> LogEntry:
        """The entry with a field set, and without the note's words of that key, a day with all its words."""
        note = self.note
        for word in reversed(self._said(today)):
            if word.key == key:
                before, after = note[: word.start], note[word.end :]
                note = before + after.lstrip() if not before or before[-1].isspace() else before + after
        return LogEntry(note, {**self.fields, key: value})

    def _said(self, today: date) -> list[Word]:
        """The note's words as they are read: ``next:fri 14:00`` is one."""
        return with_whole_days(split_text(self.note, LOGGING, strict=False), today)

    def words(self, *, strict: bool = True) -> list[Word]:
        """The note's words and what was set in fields beside them.

        Raises:
            WordError: The note can't be cut into words; never where it isn't strict.
        """
        words = split_text(self.note, LOGGING, strict=strict)
        said = {word.key for word in words} - ADDING
        return words + [Word(key, value) for key, value in self.fields.items() if value.strip() and key not in said]

    def read(self, today: date, *, strict: bool = True) -> LogWords:
        """What the entry says.

        Raises:
            WordError: Something can't be read.
            InvalidValueError: A property can't be what it is said to be.
        """
        return log_words(self.words(strict=strict), today)
