"""JSON on standard output: indented, and safe on a terminal without changing any value."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from netkeeper.actions.people.people import name_of
from netkeeper.domain.people.contact import Contact
from netkeeper.interchange import public_json
from netkeeper.store.network import Network


def dumps(value: Any, *, is_ascii: bool = False) -> str:
    """``value`` as JSON, with control, bidirectional and invisible characters escaped.

    Args:
        is_ascii: Whether to escape everything that isn't ASCII.
    """
    text = json.dumps(value, ensure_ascii=is_ascii, indent=2)
    if text.replace("\n", "").isprintable():
        return text
    return "".join(each if each == "\n" or each.isprintable() else _escaped(each) for each in text)


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2))


def contact_json(network: Network, contact: Contact, next_due: date | None) -> dict[str, Any]:
    """A contact in the shape of ``--json``."""
    via_name = name_of(network, contact.via) if network.has_contact(contact.via) else ""
    return public_json.contact_dict(contact, next_due=next_due, cadences=network.member.cadences, via_name=via_name)
