"""What is said to somebody who is about to leave: what each kind of loss is called, and the key that mends it."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.domain.member.member import Member
from netkeeper.domain.retention.risks import AtRisk, Risk
from netkeeper.phrases.duplicates import sign_words
from netkeeper.phrases.risks import risk_words
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.person.mending import MENDING


def told_of(item: AtRisk) -> str:
    """What the line says beside a name: what the heading above it doesn't say already."""
    contact = item.contact
    if item.risk is Risk.SHARED_ADDRESS:
        return contact.emails[0].value
    if item.risk in (Risk.UNREACHABLE, Risk.OF_TEAM, Risk.UNPLANNED):
        return ", ".join(part for part in (contact.title, contact.organization) if part) or str(contact.step)
    if item.other:
        return f"= {item.other.name}: {sign_words(item.alike)}"
    return risk_words(item)


def mending_words(label_of: Callable[[str], str]) -> dict[Risk, str]:
    """What mends each kind, with the key as it is bound now.

    Args:
        label_of: Tells how the key of a binding is written.
    """
    return {risk: f"{label_of(each.binding)} {each.does}" for risk, each in MENDING.items()}


def hints_for(member: Member, settings_label: str, *, looked: bool, look_label: str) -> list[str]:
    """What can't be told yet about who would be lost, and what to do about it.

    Args:
        member: Whose network it is.
        settings_label: How the key of the settings is written.
        looked: Whether look-alikes were looked for.
        look_label: How the key is written that looks for them.
    """
    hints = []
    if not member.shared_domains:
        hints.append(f"{settings_label}: which email ends with the academy?")
    if member.graduates_on is None:
        hints.append(f"{settings_label}: when do you graduate?")
    if not looked:
        hints.append(f"{look_label}: who may be here twice?")
    return hints


def nobody_lost(people: int, take_label: str, hints: list[str]) -> list[Line]:
    """For when nobody would be lost.

    Args:
        people: How many there are in the network.
        take_label: How the key is written that takes everything along.
        hints: What can't be told yet.
    """
    if not people:
        return [
            [("Nobody is in your network yet, so nobody can be lost.", "strong")],
            [("", "")],
            [("Once there are people, this is where everything is taken along.", "")],
        ]
    lines: list[Line] = [
        [("Nobody would be lost.", "strong")],
        [("", "")],
        [("Everybody can be reached, is in touch, is yours, and is planned to hear from you.", "")],
        [(f"{take_label} takes everything along.", "")],
    ]
    return lines + [[(hint, "quiet")] for hint in hints]


def leaving_title(at_risk: int, people: int) -> str:
    """What stands above the list."""
    return f"Who would be lost? · {at_risk:,} of {people:,}" if at_risk else "Before you leave"
