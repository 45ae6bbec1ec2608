"""A random order of ties, stable within a day."""

from __future__ import annotations

from datetime import date

_MODULUS = 1_000_003
_FACTOR = 611_953


def tie_order(contact_id: str, day: date) -> int:
    """Multiplicative hash of contact id and date: ties are ordered at random, stable within a day."""
    number = int(contact_id) if contact_id.isdigit() else 0
    return (number + day.toordinal() * _FACTOR) % _MODULUS
