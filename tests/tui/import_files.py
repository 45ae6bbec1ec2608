"""Files to bring in, for the app's tests."""

from __future__ import annotations

import os
from pathlib import Path

DAY_SECONDS = 86_400
NOON = 1_795_428_000
"""Monday 23 November 2026, noon in Helsinki."""


def card(name: str, *lines: str) -> str:
    """A vCard."""
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


USUAL = (
    card("Anna Virtanen", "EMAIL:anna@valimo.example", "TEL:+358 40 555 0199", "NOTE:Likes licorice"),
    card("Pekka Salo", "EMAIL:pekka@salmi.example", "TITLE:Head of sales"),
    card("Niina Aalto", "ORG:Aalto Oy", "TITLE:Designer", "EMAIL:niina@aalto.example"),
    card("Cai Chen"),
    "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:nobody\r\nEND:VCARD\r\n",
    card("Otso Ranta", "TEL:040 555 0177"),
)
"""For the usual cast: an update, one of a name that is here, two new, one here already, one without a name."""


def write(folder: Path, name: str, *cards: str, days_old: int = 0) -> Path:
    """Write a file of cards, some days old."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(cards).encode())
    os.utime(path, (NOON - days_old * DAY_SECONDS,) * 2)
    return path
