"""The columns of netkeeper's own CSV layout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.interchange.csv.custom_fields import COLUMN_PROPERTIES
from netkeeper.interchange.csv.targets import ADDRESS_PARTS, Target

BEFORE: tuple[tuple[str, str], ...] = (
    ("name", "Name"),
    ("prefix", "Prefix"),
    ("given", "Given name"),
    ("additional", "Middle names"),
    ("family", "Family name"),
    ("suffix", "Suffix"),
    ("organization", "Organization"),
    ("title", "Title"),
)
"""Kinds and headers of the columns before emails, phones, web and postal addresses."""

_ALWAYS = (
    "birthday", "fields", "step", "hopes", "met", "via", "cadence", "notes", "archived", "unsorted", "first_on", "last_on",
    "nudge_from", "first_turn_on", "ladder", "uid", "created", "updated",
)  # fmt: skip
"""Properties of the columns after them, in the order of the first version; newer ones follow."""

_NEWER = tuple(
    row.name for column, row in COLUMN_PROPERTIES.items() if column not in dict(BEFORE) and row.name not in _ALWAYS
)

AFTER = tuple(PROPERTIES[name] for name in (*_ALWAYS, *_NEWER))
"""All properties whose columns come after them."""

GUARDED = "netkeeper: other properties"
AS_IS = "netkeeper: other properties (cells as they are)"
"""The last header, which identifies the layout; its column holds unknown vCard properties. ``AS_IS`` marks a
file whose cells are not escaped against formulas."""

LABELLED = (("email", "Email"), ("phone", "Phone"), ("url", "Web"))
"""Kinds and headers of repeatable values with labels."""

_PARTS = {part: part.replace("-", " ") for part in ADDRESS_PARTS} | {"po-box": "PO box"}
_NUMBERED = re.compile(r"(Email|Phone|Web|Address) ([0-9]{1,4})(?: (.+))?")
_SINGLE = {header: kind for kind, header in (*BEFORE, *((row.column, row.header) for row in AFTER))} | {
    GUARDED: "kept",
    AS_IS: "kept",
}
_KINDS = {header: kind for kind, header in LABELLED}
_PART_OF = {f"{words}": part for part, words in _PARTS.items()}


def is_plain(header: Sequence[str]) -> bool:
    """Whether a header row is that of netkeeper's own layout."""
    return GUARDED in header or AS_IS in header


def plain_target(header: str) -> Target | None:
    """The target of a column of netkeeper's own layout; None for a column added by somebody else."""
    if header in _SINGLE:
        return Target(_SINGLE[header])
    found = _NUMBERED.fullmatch(header)
    if not found:
        return None
    thing, number, part = found[1], int(found[2]), found[3] or ""
    if thing == "Address":
        kind = "label" if part == "label" else _PART_OF.get(part)
        return Target(f"address.{kind}", number=number) if kind else None
    if part not in ("", "label"):
        return None
    return Target(_KINDS[thing] + (".label" if part else ""), number=number)


def labelled_headers(counts: dict[str, int]) -> list[str]:
    """The headers of repeatable values and addresses.

    Args:
        counts: The number of values by kind.
    """
    headers = []
    for kind, thing in LABELLED:
        for number in range(1, counts[kind] + 1):
            headers += [f"{thing} {number}", f"{thing} {number} label"]
    for number in range(1, counts["address"] + 1):
        headers += [f"Address {number} {words}" for words in ("label", *_PARTS.values())]
    return headers
