"""The content of the quick log: its note and its fields, kept consistent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.log_words import LogWords, log_words
from netkeeper.domain.language.promise_words import with_whole_days
from netkeeper.domain.language.tokens import LOGGING, split_text

ADDING = frozenset({"signal"})
"""Keys for which words in the note and values of the field are united; for others, one replaces the other."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An interaction that is being typed.

    A word in the note (``next:2w``) and the field of its key hold one value: the word fills the field, and
    setting the field removes the word from the note. So the last input counts.

    Attributes:
        note: The note as typed, with its words.
        fields: The values that were set in fields, by key.
    """

    note: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether note and fields are empty."""
        return not self.note.strip() and not any(self.fields.values())

    def value(self, key: str, today: date) -> str:
        """The value of a key's field: of the note's last word of that key, else as set. ``next:fri 14:00`` is one."""
        values = [word.value for word in self._note_words(today) if word.key == key]
        return values[-1] if values else self.fields.get(key, "")

    def with_note(self, note: str) -> LogEntry:
        """A copy with another note."""
        return replace(self, note=note)

    def with_field(self, key: str, value: str, today: date) -> LogEntry:
        """A copy with a field set, and the words of its key removed from the note."""
        note = self.note
        for word in reversed(self._note_words(today)):
            if word.key == key:
                before, after = note[: word.start], note[word.end :]
                note = before + after.lstrip() if not before or before[-1].isspace() else before + after
        return LogEntry(note, {**self.fields, key: value})

    def _note_words(self, today: date) -> list[Word]:
        """The note's words; a day of several words (``next:fri 14:00``) is one."""
        return with_whole_days(split_text(self.note, LOGGING, strict=False), today)

    def words(self, *, strict: bool = True) -> list[Word]:
        """The note's words and the values set in fields.

        Raises:
            WordError: The note can't be split into words; only where ``strict``.
        """
        words = split_text(self.note, LOGGING, strict=strict)
        keys = {word.key for word in words} - ADDING
        return words + [Word(key, value) for key, value in self.fields.items() if value.strip() and key not in keys]

    def read(self, today: date, *, strict: bool = True) -> LogWords:
        """Parse note and fields.

        Raises:
            WordError: A word can't be parsed.
            InvalidValueError: A value isn't allowed.
        """
        return log_words(self.words(strict=strict), today)
