"""Codecs between domain objects and documents.

A document leaves out empty values. Its properties have the names of the domain's attributes; dates are ISO 8601
strings. Each codec is loaded when it is first used, for a light cold start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netkeeper.domain.records.values import Fields, day_of, optional_day

if TYPE_CHECKING:
    from netkeeper.domain.records.contacts import contact_document, contact_from
    from netkeeper.domain.records.diary import answer_document, day_number, diary_day_from, noted_document
    from netkeeper.domain.records.followups import followup_document, followup_from
    from netkeeper.domain.records.interactions import interaction_document, interaction_from
    from netkeeper.domain.records.members import holidays_document, holidays_from, member_document, member_from

_MODULES = {
    "answer_document": "diary",
    "contact_document": "contacts",
    "contact_from": "contacts",
    "day_number": "diary",
    "diary_day_from": "diary",
    "noted_document": "diary",
    "followup_document": "followups",
    "followup_from": "followups",
    "holidays_document": "members",
    "holidays_from": "members",
    "interaction_document": "interactions",
    "interaction_from": "interactions",
    "member_document": "members",
    "member_from": "members",
}

__all__ = [
    "Fields",
    "answer_document",
    "contact_document",
    "contact_from",
    "day_number",
    "day_of",
    "diary_day_from",
    "followup_document",
    "followup_from",
    "holidays_document",
    "holidays_from",
    "interaction_document",
    "interaction_from",
    "member_document",
    "member_from",
    "noted_document",
    "optional_day",
]


def __getattr__(name: str) -> Any:
    """Load a codec at its first use (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
