"""What a network asks for beside what the pace gives, in words: for the app and the shell alike."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.capacity import Capacity
from netkeeper.domain.describe import describe_cadence, several
from netkeeper.domain.doing import Doing
from netkeeper.domain.ladder import Step


def capacity_brief(found: Capacity) -> str:
    """In a few words: ``needs 3.9 a day, pace 3``."""
    return f"needs {amount(found.demand)} a day, pace {amount(found.supply)}"


def capacity_sentence(found: Capacity) -> str:
    """In a sentence, with what follows from it."""
    needs = amount(found.demand)
    contacts = "contact" if needs == "1" else "contacts"
    begins = f"Your network needs {needs} {contacts} a day, your pace has room for {amount(found.supply)}"
    if found.is_enough:
        kept = f"all {found.people} people" if found.people != 1 else "the one person there is"
        return f"{begins}: you can keep {kept}."
    change = ", or change these cadences:" if found.cadences else "."
    return f"{begins}: at this pace you can keep {found.keeps} of {several(found.people, 'person', 'people')}{change}"


def doing_sentence(found: Doing | None) -> str:
    """What was done lately, beside what is needed and what there is room for; that it is too early to say."""
    if found is None:
        return "What you do a day is too early to say: that takes two whole weeks."
    if not found.contacts:
        return f"Nothing was logged in the last {found.weeks} weeks."
    return f"You did {amount(found.a_day)} a day over the last {found.weeks} weeks."


def balance_words(found: Capacity, now: Mapping[Step, int]) -> list[str]:
    """A line for each cadence that would change; or what else would help."""
    if found.is_enough:
        return []
    if not found.cadences:
        return ["No cadence of a step is long enough for that. Give fewer people one of their own, or a higher pace."]
    return [
        f"{step}s: every {describe_cadence(now[step])} → every {describe_cadence(days)}"
        for step, days in found.cadences.items()
        if days != now[step]
    ]


def amount(contacts: float) -> str:
    """Contacts a day, to a tenth: ``3.9``, ``3``, never ``0`` where there are some."""
    rounded = f"{contacts:.1f}".removesuffix(".0")
    return "0.1" if rounded == "0" and contacts > 0 else rounded
