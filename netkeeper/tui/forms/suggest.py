"""What the contact form offers while one types: labels, fields in use, people."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from netkeeper.domain.language.completion import Suggestion
from netkeeper.domain.language.values import USUAL_LABELS
from netkeeper.domain.people.name_fits import name_words
from netkeeper.domain.text.fold import fold
from netkeeper.tui.forms import suggest_fields as field_words
from netkeeper.tui.forms.completing_input import Complete
from netkeeper.tui.forms.repeated_entries import in_line

_MOST = 30
"""More than this, and typing on is quicker than looking through."""


def offer_labels(text: str, _: int) -> list[Suggestion]:
    """What an email, a phone or an address is usually for."""
    typed = fold(text.strip())
    fitting = [label for label in USUAL_LABELS if label.startswith(typed) and label != typed] if typed else []
    return [Suggestion(label, "", 0, len(text), label) for label in fitting]


def offer_fields(in_use: Callable[[], Sequence[str]]) -> Complete:
    """The fields in use, once the first letter of one is typed: Tab is to go on where nothing is.

    Args:
        in_use: Tells the fields, those most used first.
    """

    def offer(text: str, cursor: int) -> Sequence[Suggestion]:
        is_begun = bool(text[:cursor].rpartition(",")[2].strip())
        return field_words.offer_fields(text, cursor, in_use()) if is_begun else []

    return offer


def offer_people(people: Callable[[], Sequence[tuple[str, str]]]) -> Complete:
    """People by any beginning of a word of their names.

    Args:
        people: Tells the ids and names of those who can be meant; asked when the first letter is typed.
    """
    known: list[tuple[str, str, str, str]] = []
    counts: dict[str, int] = {}

    def offer(text: str, _: int) -> list[Suggestion]:
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
            # Who can't be named by what may stand in a line, or shares the name, is named by the id.
            is_named = counts[folded] == 1 and in_line(name) == name
            if not (is_named and folded == typed):
                suggestions.append(
                    Suggestion(name, "" if is_named else contact_id, 0, len(text), name if is_named else contact_id)
                )
        return suggestions

    return offer
