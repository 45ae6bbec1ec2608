"""What may stand after a colon: choices, fields, labelled values, single lines."""

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
"""The longest value that is one line, in characters."""

MAX_EMAIL = 254
"""The longest email address, in characters (RFC 5321, section 4.5.3.1.3)."""

MAX_URL = 2000
MAX_FIELD = 100
MAX_LABEL = 100
MAX_NOTE = 100_000
"""The longest web address, field, label and note, in characters."""

USUAL_LABELS = ("work", "home", "mobile", "main", "school", "other")
"""What an email address, phone number or URL is most often for."""

_REACHES = {
    "email": ("an email address", "anna@valio.example"),
    "phone": ("a phone number", "+358 40 555 0101"),
    "url": ("a web address", "https://valio.example"),
}
"""What the keys of labelled values stand for, and an example of each."""

NONE = "none"
"""What stands for no choice at all."""

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
"""What stands for a choice in Finnish, by key."""


def choose(key: str, value: str, choices: Sequence[Choice]) -> Choice:
    """The choice that ``value`` names, in English or Finnish: all of it, or a beginning that fits only one.

    Raises:
        WordError: It names none or several; the message lists them.
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
    """The choice that a word names for a property; None where it says ``none``.

    Raises:
        WordError: It names neither.
    """
    if fold(value.strip(" ,;")) == NONE:
        return None
    return choose(row.word, value, row.choices)


def is_choice(key: str, typed: str, choices: Sequence[str]) -> bool:
    """Whether a word is one of the choices written out, in English or Finnish, with nothing behind but a comma."""
    bare = fold(typed).rstrip(",")
    return bare in choices or bare in map(fold, FINNISH_VALUES.get(key, {}))


def _one_of(choices: Sequence[Choice], meant: str) -> Choice:
    return next(choice for choice in choices if choice == meant)


def _without_same(fitting: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """The first of the words that fit for each choice."""
    return list({words[word]: word for word in reversed(fitting)}.values())[::-1]


def nearest(typed: str, choices: Sequence[str]) -> str:
    """The end of a sentence that says what could have been meant, and what there is to choose from."""
    from difflib import get_close_matches

    close = get_close_matches(typed[:40], choices, 1, 0.6)
    meant = f"; did you mean '{close[0]}'?" if close else "."
    return f"{meant} It may be {', '.join(choices[:-1])}{' or ' if len(choices) > 1 else ''}{choices[-1]}."


def is_of_team(value: str) -> bool:
    """Whether ``whose:`` says the team's, not mine.

    Raises:
        WordError: It says neither.
    """
    typed = fold(value.strip(" ,;"))
    if typed not in (*_MINE, *_OURS):
        raise WordError(f"whose: can't be {quoted(value)}; it may be mine or team.", f"whose:{value}")
    return typed in _OURS


def several(value: str) -> list[str]:
    """The parts of a value that may hold several, with commas between."""
    return [part.strip() for part in value.split(",") if part.strip()]


def normal_field(text: str) -> str:
    """A field as it is kept: lower case, single levels between slashes, ``-`` for blanks.

    Raises:
        WordError: Nothing is left of it, or it is longer than 100 characters.
    """
    levels = ("-".join(level.split()) for level in normalize("NFC", text).lower().split("/"))
    field = "/".join(level for level in (level.lstrip("#") for level in levels) if level)
    if not field or len(field) > MAX_FIELD or not field.isprintable():
        raise WordError(
            f"{quoted(text)} can't be a field; write it like design or health/tech, at most {MAX_FIELD} characters.",
            f"field:{text}",
        )
    return field


def normal_fields(value: str) -> list[str]:
    """The fields that a value with commas names, each as :func:`normal_field` returns it."""
    return [normal_field(part) for part in several(value) or [value]]


def labelled(key: str, value: str) -> Labelled:
    """An email address, phone number or URL, with what it is for: ``work=anna@valio.example``.

    Raises:
        WordError: It can't be one.
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
    """What an email address, phone number, URL or postal address is for, trimmed; usual words in lower case.

    Raises:
        WordError: It is longer than 100 characters.
    """
    label = " ".join(text.split())
    if len(label) > MAX_LABEL:
        raise WordError(f"{quoted(label)} is too long for a label; keep it to {MAX_LABEL} characters.", label)
    return label.lower() if label.lower() in USUAL_LABELS else label


def split_label(value: str) -> tuple[str, str]:
    """The label before an equals sign (empty where there is none), and the value itself."""
    # What is copied from a page or a chat often brings invisible characters along.
    bare = "".join(character for character in value if category(character) != "Cf").strip(" ,;")
    found = re.fullmatch(_LABELLED, bare)
    return (found[1].lower(), found[2].strip()) if found else ("", bare)


def one_line(key: str, value: str) -> str:
    """``value`` trimmed, for a property that is one line.

    Raises:
        WordError: It is longer than 500 characters.
    """
    value = " ".join(value.splitlines()).strip().rstrip(" ,;")
    if len(value) > MAX_LINE:
        raise WordError(f"{key}: is too long ({len(value)} characters); keep it to {MAX_LINE}.", f"{key}:")
    return value
