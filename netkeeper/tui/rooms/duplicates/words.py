"""What Duplicates says: how likely a pair is, and that there is none."""

from __future__ import annotations

from netkeeper.domain.people.identity.likeness import LIKELY, SURE
from netkeeper.phrases.counted import plural
from netkeeper.tui.draw.lines import Line


def sure_word(sure: float) -> str:
    """How sure it is that a pair is one person: ``sure``, ``likely`` or ``maybe``."""
    return "sure" if sure >= SURE else "likely" if sure >= LIKELY else "maybe"


def nobody_twice(apart: int, people: int, *, had_some: bool) -> list[Line]:
    """For when there is no pair, or none any more.

    Args:
        apart: How many pairs are recorded as different people.
        people: How many contacts there are.
        had_some: Whether the last search found pairs, which are all dealt with.
    """
    head = "That was all: nobody else is here twice." if had_some else "Nobody is here twice."
    lines: list[Line] = [[(head, "strong")], [("", "")]]
    if people > 1 and not had_some:
        lines.append([("No two share a name, an email, a phone number or a LinkedIn address.", "")])
    if apart:
        left_out = plural(
            apart,
            "One pair is left out: you said they are not the same.",
            "{count} pairs are left out: you said they are not the same.",
        )
        lines.append([(left_out, "")])
    if people > 1:
        lines += [[("", "")], [("Two are one all the same? Select both in People, and merge them there.", "quiet")]]
    return lines


def stopped(key_look: str) -> list[Line]:
    """For when the user stopped the search."""
    return [
        [("Stopped before everybody was looked through.", "strong")],
        [("", "")],
        [(f"{key_look} looks again.", "")],
    ]
