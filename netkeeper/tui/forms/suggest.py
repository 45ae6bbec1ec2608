"""Suggestions for the contact form's inputs: labels, fields in use, people."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from netkeeper.domain.language.completion import Suggestion
from netkeeper.domain.language.values import USUAL_LABELS
from netkeeper.domain.people.name_fits import name_words
from netkeeper.domain.text.fold import fold
from netkeeper.tui.forms import suggest_fields
from netkeeper.tui.forms.completing_input import Complete
from netkeeper.tui.forms.repeated_entries import in_line

_MOST = 30
"""The limit of the list: beyond it, typing on is quicker than reading."""


def suggest_labels(text: str, _: int) -> list[Suggestion]:
    """Complete the label of an email, phone or address."""
    typed = fold(text.strip())
    fitting = [label for label in USUAL_LABELS if label.startswith(typed) and label != typed] if typed else []
    return [Suggestion(label, "", 0, len(text), label) for label in fitting]


def field_completer(in_use: Callable[[], Sequence[str]]) -> Complete:
    """A completer for fields; it suggests nothing before a first letter, so that Tab leads to the next input.

    Args:
        in_use: Returns the fields in use, the most used first.
    """

    def suggest(text: str, cursor: int) -> Sequence[Suggestion]:
        is_begun = bool(text[:cursor].rpartition(",")[2].strip())
        return suggest_fields.suggest_field(text, cursor, in_use()) if is_begun else []

    return suggest


def people_completer(people: Callable[[], Sequence[tuple[str, str]]]) -> Complete:
    """A completer for people, matched by the beginnings of the words of their names.

    Args:
        people: Returns the ids and names to choose from; called once, with the first letter typed.
    """
    known: list[tuple[str, str, str, str]] = []
    counts: dict[str, int] = {}

    def suggest(text: str, _: int) -> list[Suggestion]:
        typed = fold(text.strip())
        if not typed:
            return []
        if not known:
            for contact_id, name in people():
                folded = " ".join(fold(name).split())
                known.append((contact_id, name, folded, f" {folded} {' '.join(name_words(name))}"))
                counts[folded] = counts.get(folded, 0) + 1
        words = [f" {word}" for word in re.split(r"\s+", typed)]
        found = [each for each in known if all(word in each[3] for word in words)]
        suggestions = []
        for contact_id, name, folded, _words in found[:_MOST]:
            # A name that several people have, or that can't be typed in one line, is replaced by the id.
            is_named = counts[folded] == 1 and in_line(name) == name
            if not (is_named and folded == typed):
                suggestions.append(
                    Suggestion(name, "" if is_named else contact_id, 0, len(text), name if is_named else contact_id)
                )
        return suggestions

    return suggest
