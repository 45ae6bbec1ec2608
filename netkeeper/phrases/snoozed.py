"""What is said of a promise or a turn that was put off, beside the new day."""

from __future__ import annotations

from datetime import date

from netkeeper.domain.dates.describe import describe_day, on_day
from netkeeper.domain.promises.outcomes import Snoozed


def snoozed_notes(snoozed: Snoozed, today: date) -> list[str]:
    """Notes on a promise that was put off, beside its new day: ``already promised``; may be empty."""
    notes = ["already promised"] if snoozed.already else []
    if snoozed.instead_of is not None:
        notes.append(f"instead of {describe_day(snoozed.instead_of, today)}")
    return notes


def turn_sentence(snoozed: Snoozed, today: date) -> str:
    """When a turn that was put off really comes; empty where that is the day that was asked for."""
    if snoozed.followups or snoozed.comes_on == snoozed.until:
        return ""
    if snoozed.comes_on is None:
        return "No reminders are set for them, so nothing asks about them then."
    return f"Their turn comes {on_day(snoozed.comes_on, today)}, not before."
