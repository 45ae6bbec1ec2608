"""The texts of Leaving: lines, hints, the page of an empty list, the title."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.reach import emails_that_reach, is_on_linkedin_alone
from netkeeper.domain.retention.academy_domains import counted, suggested
from netkeeper.domain.retention.risks import AtRisk, Risk
from netkeeper.phrases.duplicates import sign_words
from netkeeper.phrases.leaving import linkedin_line, shared_line
from netkeeper.phrases.risks import risk_words
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.person.remedies import REMEDIES


def risk_detail(item: AtRisk) -> str:
    """The text beside a name: what the heading doesn't say already."""
    contact = item.contact
    if item.risk is Risk.SHARED_ADDRESS:
        return next(iter(emails_that_reach(contact)), "")
    if item.risk in (Risk.UNREACHABLE, Risk.OF_TEAM, Risk.UNPLANNED):
        return ", ".join(part for part in (contact.title, contact.organization) if part) or str(contact.step)
    if item.other:
        return f"= {item.other.name}: {sign_words(item.alike)}"
    return risk_words(item)


def remedy_words(label_of: Callable[[str], str]) -> dict[Risk, str]:
    """What mends each risk, with the key as bound now.

    Args:
        label_of: Gives the label of a key, as it is bound now, by the id of its binding.
    """
    return {risk: f"{label_of(each.binding)} {each.does}" for risk, each in REMEDIES.items()}


def hints_for(
    member: Member, contacts: Sequence[Contact], settings_label: str, *, looked: bool, look_label: str
) -> list[str]:
    """Hints at information that is missing, with the key that adds it.

    Args:
        contacts: Those whose addresses tell which domains end with the academy, or may.
        settings_label: The label of the key of the settings.
        looked: Whether look-alikes were searched for.
        look_label: The label of the key that searches for them.
    """
    hints = []
    if on_linkedin := sum(is_on_linkedin_alone(each) for each in contacts if not each.archived):
        hints.append(linkedin_line(on_linkedin))
    if member.shared_domains:
        hints.append(shared_line(counted(contacts, member.shared_domains)))
    elif offered := suggested(contacts):
        # Two lines, each of which fits beside the card on 80 columns.
        hints += [f"{settings_label}: which email ends with the academy?", f"   perhaps that at {offered[0].domain}"]
    else:
        hints.append(f"{settings_label}: which email ends with the academy?")
    if member.graduates_on is None:
        hints.append(f"{settings_label}: when do you graduate?")
    if not looked:
        hints.append(f"{look_label}: who may be here twice?")
    return hints


def nobody_lost(people: int, take_label: str, hints: list[str]) -> list[Line]:
    """For when nobody is at risk.

    Args:
        take_label: The label of the key that writes the pack.
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
    """The border title."""
    return f"Who would be lost? · {at_risk:,} of {people:,}" if at_risk else "Before you leave"
