"""Parsing the column targets that the user chooses: ``--map "Vorname=given"``."""

from __future__ import annotations

from collections.abc import Iterable

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.csv.headers import meaning_of
from netkeeper.interchange.csv.targets import Target, parse_target

_LAST_CONTACT = Target("last-contact")


def parse_map(words: Iterable[str]) -> dict[str, Target]:
    """Parse the values of ``--map``: ``Vorname=given``, or ``3=email`` for the third column.

    Returns:
        Targets by header or number, as typed.

    Raises:
        UnreadableFileError: A value has no equals sign or an unknown target.
    """
    targets = {}
    for word in words:
        header, equals, target = word.rpartition("=")
        if not equals or not header.strip():
            raise UnreadableFileError(
                f'--map {quoted(word)} names no column; write it like --map "Vorname=given".',
                brief=f"{quoted(word)} names no column.",
            )
        targets[header.strip()] = _LAST_CONTACT if _is_last_contact(header, target) else parse_target(target)
    return targets


def _is_last_contact(header: str, target: str) -> bool:
    """Whether ``last`` means the last contact, because the header does, and not the family name."""
    if target.strip().lower() != "last":
        return False
    found = meaning_of(header.strip())
    return found is not None and found[0].target == _LAST_CONTACT
