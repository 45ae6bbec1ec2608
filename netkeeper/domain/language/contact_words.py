"""Parsing the words of ``add`` and ``edit`` into changes of a contact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.keys import KEYS
from netkeeper.domain.language.misplaced_keys import misplaced_key
from netkeeper.domain.language.tokens import LINES
from netkeeper.domain.language.values import (
    MAX_NOTE,
    choice_or_none,
    choose,
    choose_several,
    is_of_team,
    labelled,
    normal_fields,
    one_line,
    split_label,
)
from netkeeper.domain.people.contact import Hope, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.names import check_name
from netkeeper.domain.people.properties import PROPERTIES, SIMPLE, empty

if TYPE_CHECKING:
    from netkeeper.domain.dates.birthday import Birthday


class Unset(Enum):
    """Marks a property that is not mentioned, where None is a value."""

    UNSET = "unset"


UNSET = Unset.UNSET


class ContactChanges(NamedTuple):
    """Changes of a contact. None or an empty tuple: not mentioned; an empty ``organization``, ``title`` … clears it.

    Attributes:
        emails: To add, as ``phones`` and ``urls``; those of ``emails_removed`` … are removed.
        via: Who introduced you, as typed; the caller resolves it to a contact.
        cadence: Days between contacts, 0 for none, None for the step's cadence; ``UNSET``: not mentioned.
        of_team: Whether the contact belongs to the team rather than to the member.
        notes_added: Text to add to the notes.
        values: New values of the properties in ``properties.SIMPLE``, by name.
        cleared: Names of properties of ``Contact`` to clear before values are added.
        text: The free text among the words, which is not applied.
    """

    name: str | None = None
    organization: str | None = None
    title: str | None = None
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    urls: tuple[Labelled, ...] = ()
    emails_removed: tuple[str, ...] = ()
    phones_removed: tuple[str, ...] = ()
    urls_removed: tuple[str, ...] = ()
    birthday: Birthday | None = None
    fields_added: tuple[str, ...] = ()
    fields_removed: tuple[str, ...] = ()
    step: Step | None = None
    met: str | None = None
    via: str | None = None
    hopes_added: tuple[Hope, ...] = ()
    hopes_removed: tuple[Hope, ...] = ()
    cadence: int | Unset | None = UNSET
    of_team: bool | None = None
    notes_added: str = ""
    values: Mapping[str, Any] = {}
    cleared: tuple[str, ...] = ()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no property is mentioned; ``text`` doesn't count."""
        return self == ContactChanges(text=self.text)


_NAMES = {row.word: row.name for row in PROPERTIES.values() if row.word}
"""The property of each key."""

_LABELLED = frozenset({"email", "phone", "url"})
_CLEARED = _LABELLED | {"field", "hope", "birthday", "note"}
_SIMPLE = {row.word: row for row in SIMPLE}
_REMOVABLE = "field, hope, email, phone and url"


def contact_changes(words: Sequence[Word], today: date, *, may_clear: bool = True) -> ContactChanges:
    """Parse the words of ``add`` or ``edit``.

    An empty value clears (``org:`` ``email:``), a minus removes one value (``-field:food``
    ``-email:old@valio.example``). Email addresses, phone numbers and URLs may have a label
    before an equals sign: ``email:work=anna@valio.example``. Fields and hopes are separated by commas.

    Args:
        words: The words; free text among them goes to ``text``.
        today: The reference date.
        may_clear: Whether clearing and removing are allowed (``edit``); otherwise both are errors.

    Raises:
        WordError: A word can't be parsed, sets no property, or occurs twice.
        InvalidValueError: The name is invalid.
    """
    refuse_slips(words, today)
    changes: dict[str, Any] = {}
    for word in words:
        if not word.key:
            text = f"-{word.value}" if word.negated else word.value
            changes["text"] = f"{changes['text']} {text}" if "text" in changes else text
        elif word.key not in _NAMES:
            raise misplaced_key(word)
        elif (word.negated or not word.value.strip()) and not may_clear:
            raise _nothing_to_clear(word)
        elif word.negated:
            _remove_value(word, changes)
        elif not word.value.strip():
            _clear_property(word, changes)
        else:
            _set_property(word, changes, today)
    return ContactChanges(**changes)


def refuse_slips(words: Sequence[Word], today: date) -> None:
    """Raise an error for a day as the value of a word that is no key (``deadline:fri``).

    See :func:`netkeeper.domain.language.slips.refuse_joined_days`.
    """
    if any(not word.quoted and word.key in ("", "todo") and (":" in word.value or "=" in word.value) for word in words):
        # Imported here because most lines have no such word, and start-up time counts.
        from netkeeper.domain.language.slips import refuse_joined_days

        refuse_joined_days(words, today)


def _set_property(word: Word, changes: dict[str, Any], today: date) -> None:
    """Add a word with a value to ``changes``."""
    key, value = word.key, word.value
    if key == "field":
        _append(changes, "fields_added", normal_fields(value))
    elif key == "hope":
        _append(changes, "hopes_added", choose_several(key, value, list(Hope)))
    elif key in _LABELLED:
        _append(changes, _NAMES[key], [labelled(key, value)])
    elif key == "note":
        changes["notes_added"] = "\n".join(filter(None, (changes.get("notes_added"), checked_note(value))))
    elif key in LINES:
        _set_once(changes, _NAMES[key], one_line(key, value), key)
    elif key in _SIMPLE:
        row = _SIMPLE[key]
        new = one_line(key, value) if row.kind == "line" else choice_or_none(row, value)
        _set_once(changes.setdefault("values", {}), row.name, new, key)
    else:
        readers: dict[str, Callable[[str], object]] = {
            "name": check_name,
            "birthday": lambda text: checked_birthday(text, today),
            "step": lambda text: choose(key, text, list(Step)),
            "every": lambda text: parse_cadence(text.strip(" ,;")),
            "whose": is_of_team,
        }
        _set_once(changes, _NAMES[key], readers[key](value), key)


def checked_birthday(value: str, today: date) -> Birthday:
    """Parse a birthday.

    Raises:
        WordError: It can't be parsed, or is in the future.
    """
    # Imported here because few lines hold a birthday, and start-up time counts.
    from netkeeper.domain.dates.date_parts import parse_birthday

    birthday = parse_birthday(value.strip(" ,;"))
    if birthday.year is not None and birthday.in_year(birthday.year) > today:
        raise WordError(f"birthday:{birthday} is still to come; check the year.", f"birthday:{value}")
    return birthday


def checked_note(text: str) -> str:
    """A note, trimmed.

    Raises:
        WordError: It is longer than ``MAX_NOTE``.
    """
    text = text.strip()
    if len(text) > MAX_NOTE:
        raise WordError(f"The note is too long ({len(text)} characters); keep it to {MAX_NOTE}.", "note:")
    return text


def _remove_value(word: Word, changes: dict[str, Any]) -> None:
    """Add a negated word to ``changes``."""
    key, value = word.key, word.value
    if key not in ("field", "hope", *_LABELLED):
        raise WordError(
            f"-{key}: takes nothing away; that goes for {_REMOVABLE}. To empty it, write {key}:", f"-{key}:"
        )
    if not value.strip():
        raise WordError(f"-{key}: needs to say which; to take them all away, write {key}:", f"-{key}:")
    if key == "field":
        _append(changes, "fields_removed", normal_fields(value))
    elif key == "hope":
        _append(changes, "hopes_removed", choose_several(key, value, list(Hope)))
    else:
        _append(changes, f"{_NAMES[key]}_removed", [split_label(value)[1]])


def _clear_property(word: Word, changes: dict[str, Any]) -> None:
    """Add a word without a value to ``changes``."""
    key = word.key
    if key in LINES:
        _set_once(changes, _NAMES[key], "", key)
    elif key in _SIMPLE:
        _set_once(changes.setdefault("values", {}), _NAMES[key], empty(_NAMES[key]), key)
    elif key in _CLEARED:
        _append(changes, "cleared", [_NAMES[key]])
    elif key == "every":
        _set_once(changes, "cadence", None, key)
    else:
        raise WordError(f"{key}: can't be empty; write it like {KEYS[key].example}.", f"{key}:")


def _nothing_to_clear(word: Word) -> WordError:
    """The error for removing or clearing a value of a new contact."""
    typed = f"{'-' if word.negated else ''}{word.key}:"
    if word.negated:
        return WordError(
            f"{typed} takes something away; use it in netkeeper edit, or to find.",
            typed + word.value,
            brief=f"{typed} takes something away, and here is nothing yet to take away; it finds people behind /.",
        )
    return WordError(f"{typed} has no value; write it like {KEYS[word.key].example}, with no blank between.", typed)


def _append(changes: dict[str, Any], name: str, values: Sequence[object]) -> None:
    """Append values to the tuple under ``name``, without duplicates."""
    changes[name] = tuple(dict.fromkeys([*changes.get(name, ()), *values]))


def _set_once(changes: dict[str, Any], name: str, value: object, key: str) -> None:
    """Set the value under ``name``; an error where it is set already."""
    if name in changes:
        raise WordError(f"{key}: is said twice; say it once.", f"{key}:")
    changes[name] = value
