"""Parsing of values after a colon: choices, fields, labelled values, single lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar
from unicodedata import category, normalize

from netkeeper.domain.errors import WordError
from netkeeper.domain.people.contact import Labelled
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold

if TYPE_CHECKING:
    from netkeeper.domain.people.properties import Property

MAX_LINE = 500
"""The most characters of a value of one line."""

MAX_EMAIL = 254
"""The most characters of an email address (RFC 5321, section 4.5.3.1.3)."""

MAX_URL = 2000
MAX_FIELD = 100
MAX_LABEL = 100
MAX_NOTE = 100_000
"""The most characters of a web address, field, label and note."""

USUAL_LABELS = ("work", "home", "mobile", "main", "school", "other")
"""The usual labels of email addresses, phone numbers and URLs."""

_REACHES = {
    "email": ("an email address", "anna@valio.example"),
    "phone": ("a phone number", "+358 40 555 0101"),
    "url": ("a web address", "https://valio.example"),
}
"""Name and example of the value, by key."""

NONE = "none"
"""The value that clears a choice."""

_MINE = ("mine", "me", "oma", "omani", "minun")
_OURS = ("team", "ours", "tiimi", "tiimin", "meidan")

_LABELLED = r"(?s)([A-Za-z][\w-]{0,19}|)=(.+)"
_EMAIL = r"[^\s@]+@[^\s@]+"

Choice = TypeVar("Choice", bound=StrEnum)


FINNISH_VALUES: Mapping[str, Mapping[str, str]] = {
    "kind": {
        "tapaaminen": "meeting",
        "asiakaskäynti": "meeting",
        "käynti": "meeting",
        "puhelu": "call",
        "viesti": "message",
        "sähköposti": "email",
        "tapahtuma": "event",
        "yritys": "tried",
        "ei-vastannut": "tried",
        "muu": "other",
    },
    "step": {"potentiaalinen": "potential", "asiakas": "customer", "kanta-asiakas": "regular"},
    "hope": {
        "asiakas": "customer",
        "kumppani": "partner",
        "työnantaja": "employer",
        "mentori": "mentor",
        "ystävä": "friend",
    },
    "signal": {
        "suositteli": "recommended",
        "kutsui": "invited",
        "sauna": "invited",
        "saunailta": "invited",
        "neuvoa": "asked-advice",
        "kysyi-neuvoa": "asked-advice",
        "esitteli": "introduced",
    },
}
"""The choices by their Finnish names, by key."""


def choose(key: str, value: str, choices: Sequence[Choice]) -> Choice:
    """The choice that ``value`` names, in English or Finnish: completely, or by a beginning that fits only one.

    Raises:
        WordError: It fits none or several; the message lists them.
    """
    typed = "-".join(fold(value.strip(" ,;")).split())
    words: dict[str, str] = {str(choice): choice for choice in choices}
    words |= {fold(word): choice for word, choice in FINNISH_VALUES.get(key, {}).items() if choice in choices}
    if typed in words:
        return _one_of(choices, words[typed])
    fitting = [word for word in words if typed and word.startswith(typed)]
    meant = {words[word] for word in fitting}
    if len(meant) == 1:
        return _one_of(choices, *meant)
    if meant:
        shown = _without_same(fitting, words)
        raise WordError(f"{key}:{quoted(value)} may be {' or '.join(shown)}; write one of them out.", f"{key}:{value}")
    raise WordError(f"{key}: can't be {quoted(value)}{nearest(typed, choices)}", f"{key}:{value}")


def choose_several(key: str, value: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices that a value with commas names, each as :func:`choose` reads it."""
    return [choose(key, part, choices) for part in several(value) or [value]]


def choice_or_none(row: Property, value: str) -> Any:
    """The choice of a property that ``value`` names, or shows as its mark; None for ``none``.

    Raises:
        WordError: It is neither.
    """
    if fold(value.strip(" ,;")) == NONE:
        return None
    if value.strip(" ,;") in row.marks:
        return row.choices[row.marks.index(value.strip(" ,;"))]
    return choose(row.word, value, row.choices)


def is_choice(key: str, typed: str, choices: Sequence[str]) -> bool:
    """Whether a word is a complete choice, in English or Finnish; a comma may follow."""
    bare = fold(typed).rstrip(",")
    return bare in choices or bare in map(fold, FINNISH_VALUES.get(key, {}))


def _one_of(choices: Sequence[Choice], meant: str) -> Choice:
    return next(choice for choice in choices if choice == meant)


def _without_same(fitting: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """The first fitting word of each choice."""
    return list({words[word]: word for word in reversed(fitting)}.values())[::-1]


def nearest(typed: str, choices: Sequence[str]) -> str:
    """The end of an error message: the choice that may have been meant, and all choices."""
    from difflib import get_close_matches

    close = get_close_matches(typed[:40], choices, 1, 0.6)
    meant = f"; did you mean '{close[0]}'?" if close else "."
    return f"{meant} It may be {', '.join(choices[:-1])}{' or ' if len(choices) > 1 else ''}{choices[-1]}."


def is_of_team(value: str) -> bool:
    """Whether the value of ``whose:`` is the team rather than the member.

    Raises:
        WordError: It is neither.
    """
    typed = fold(value.strip(" ,;"))
    if typed not in (*_MINE, *_OURS):
        raise WordError(f"whose: can't be {quoted(value)}; it may be mine or team.", f"whose:{value}")
    return typed in _OURS


def several(value: str) -> list[str]:
    """The non-empty parts of a value, separated by commas."""
    return [part.strip() for part in value.split(",") if part.strip()]


def normal_field(text: str) -> str:
    """A field as it is stored: lower case, levels separated by single slashes, ``-`` for blanks.

    Raises:
        WordError: It is empty then, or longer than ``MAX_FIELD``.
    """
    levels = ("-".join(level.split()) for level in normalize("NFC", text).lower().split("/"))
    field = "/".join(level for level in (level.lstrip("#") for level in levels) if level)
    if not field or len(field) > MAX_FIELD or not field.isprintable():
        raise _no_field(text)
    return field


def _no_field(text: str) -> WordError:
    return WordError(
        f"{quoted(text)} can't be a field; write it like design or health/tech, at most {MAX_FIELD} characters.",
        f"field:{text}",
    )


def normal_fields(value: str) -> list[str]:
    """The fields that a value with commas names, each as :func:`normal_field` returns it.

    Raises:
        WordError: One can't be a field, or there is none.
    """
    parts = several(value)
    if not parts:
        raise _no_field(value)
    return [normal_field(part) for part in parts]


def labelled(key: str, value: str) -> Labelled:
    """Parse an email address, phone number or URL with an optional label: ``work=anna@valio.example``.

    Raises:
        WordError: It is invalid.
    """
    label, bare = split_label(value)
    if key == "email":
        fine = len(bare) <= MAX_EMAIL and re.fullmatch(_EMAIL, bare) is not None
    else:
        fine = bool(bare) and len(bare) <= (MAX_URL if key == "url" else MAX_LINE)
    if not fine or not bare.isprintable():
        what, example = _REACHES[key]
        raise WordError(f"{quoted(bare)} can't be read as {what}; write it like {example}.", f"{key}:{value}")
    return Labelled(bare, label)


def check_label(text: str) -> str:
    """The label of an email address, phone number, URL or postal address, trimmed; usual ones in lower case.

    Raises:
        WordError: It is longer than ``MAX_LABEL``.
    """
    label = " ".join(text.split())
    if len(label) > MAX_LABEL:
        raise WordError(f"{quoted(label)} is too long for a label; keep it to {MAX_LABEL} characters.", label)
    return label.lower() if label.lower() in USUAL_LABELS else label


def split_label(value: str) -> tuple[str, str]:
    """The label before an equals sign (may be empty), and the value."""
    # Text copied from a web page or chat often contains invisible characters.
    bare = "".join(character for character in value if category(character) != "Cf").strip(" ,;")
    found = re.fullmatch(_LABELLED, bare)
    return (found[1].lower(), found[2].strip()) if found else ("", bare)


def one_line(key: str, value: str) -> str:
    """``value`` trimmed and without line breaks.

    Raises:
        WordError: It is longer than ``MAX_LINE``.
    """
    value = " ".join(value.splitlines()).strip().rstrip(" ,;")
    if len(value) > MAX_LINE:
        raise WordError(f"{key}: is too long ({len(value)} characters); keep it to {MAX_LINE}.", f"{key}:")
    return value
