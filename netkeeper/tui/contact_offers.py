"""What the contact form offers while one types: labels, fields in use, people."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from netkeeper.domain.completion import Suggestion
from netkeeper.domain.fold import fold
from netkeeper.domain.values import USUAL_LABELS
from netkeeper.tui.contact_rows import in_line

_MOST = 30
"""More than this, and typing on is quicker than looking through."""

Complete = Callable[[str, int], Sequence[Suggestion]]


def offer_labels(text: str, _: int) -> list[Suggestion]:
    """What an email, a phone or an address is usually for."""
    typed = fold(text.strip())
    fitting = [label for label in USUAL_LABELS if label.startswith(typed) and label != typed] if typed else []
    return [Suggestion(label, "", 0, len(text), label) for label in fitting]


def offer_fields(in_use: Callable[[], Sequence[str]]) -> Complete:
    """The fields in use, for the one that the cursor is in; those that are there already are left out.

    Args:
        in_use: Tells the fields, those most used first.
    """

    def offer(text: str, cursor: int) -> list[Suggestion]:
        start = text.rfind(",", 0, cursor) + 1
        start += len(text[start:cursor]) - len(text[start:cursor].lstrip())
        comma = text.find(",", cursor)
        end = len(text) if comma < 0 else comma
        typed = fold(text[start:end].strip())
        if not typed:
            return []
        there = {fold(each.strip()) for each in text.split(",")}
        folded = [(field, fold(field)) for field in in_use()]
        begins = [field for field, known in folded if known.startswith(typed) and known not in there]
        holds = [field for field, known in folded if typed in known and known not in there]
        found = list(dict.fromkeys([*begins, *holds]))[:_MOST]
        return [Suggestion(field, "", start, end, in_line(field)) for field in found]

    return offer


def offer_people(people: Callable[[], Sequence[tuple[str, str]]]) -> Complete:
    """People by any beginning of a word of their names.

    Args:
        people: Tells the ids and names of those who can be meant; asked when the first letter is typed.
    """
    known: list[tuple[str, str, str]] = []
    counts: dict[str, int] = {}

    def offer(text: str, _: int) -> list[Suggestion]:
        typed = fold(text.strip())
        if not typed:
            return []
        if not known:
            for contact_id, name in people():
                folded = " ".join(fold(name).split())
                known.append((contact_id, name, f" {folded}"))
                counts[folded] = counts.get(folded, 0) + 1
        words = [f" {word}" for word in re.split(r"\s+", typed)]
        found = [each for each in known if all(word in each[2] for word in words)]
        suggestions = []
        for contact_id, name, folded in found[:_MOST]:
            # Who can't be named by what may stand in a line, or shares the name, is named by the id.
            is_named = counts[folded[1:]] == 1 and in_line(name) == name
            if not (is_named and folded[1:] == typed):
                suggestions.append(
                    Suggestion(name, "" if is_named else contact_id, 0, len(text), name if is_named else contact_id)
                )
        return suggestions

    return offer
