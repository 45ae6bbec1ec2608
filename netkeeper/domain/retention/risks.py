"""The risks of losing a contact at graduation.

A contact without any lasts: it has a private channel, is warm, is owned by the member and is planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.member.cadence import effective_cadence
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.reach import is_reachable
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.retention.academy_domains import has_private_channel

if TYPE_CHECKING:
    from netkeeper.domain.people.identity.likeness import Sign

WARM_CADENCES = 2
"""A contact is warm up to this many cadences after its latest interaction."""
WARM_DAYS = 180
"""The same in days, for a contact without a cadence."""
ONCE_DAYS = 180
"""Days after a single meeting from which it is a risk."""


_NEARLY_ALL, _OF_MANY = 0.8, 10
"""A risk is common where this share of all people have it, and there are at least this many people."""


class Risk(StrEnum):
    """The kinds of risk, the gravest first."""

    UNREACHABLE = "unreachable"
    SHARED_ADDRESS = "shared address"
    OF_TEAM = "of the team"
    LOOKALIKE = "look-alike"
    MET_ONCE = "met once"
    COLD = "cold"
    UNPLANNED = "unplanned"


class AtRisk(NamedTuple):
    """A risk of one contact.

    Attributes:
        contact: The contact.
        risk: The kind of risk.
        days_since: Days since the latest interaction; None for none, and for look-alikes.
        has_met: See :func:`has_met`.
        graduates: Whether the member's graduation date is known.
        other: The look-alike; None for the other kinds.
        alike: The signs that the two are one person.
    """

    contact: Contact
    risk: Risk
    days_since: int | None = None
    has_met: bool = True
    graduates: bool = False
    other: Contact | None = None
    alike: tuple[Sign, ...] = ()

    @property
    def other_id(self) -> str:
        """The id of the contact it looks like; empty for the other kinds."""
        return self.other.id if self.other else ""


def is_warm(contact: Contact, cadences: Mapping[Step, int], today: date) -> bool:
    """Whether the latest interaction is at most :data:`WARM_CADENCES` cadences or, without one, :data:`WARM_DAYS` ago."""
    if contact.last_on is None:
        return False
    cadence_days = effective_cadence(contact.cadence, contact.step, cadences)
    most = cadence_days * WARM_CADENCES if cadence_days else WARM_DAYS
    return (today - contact.last_on).days <= most


def is_planned(contact: Contact, followups: Iterable[FollowUp], member: Member, today: date) -> bool:
    """Whether a contact comes up again after graduation: a cadence that is kept (warm), or an open promise.

    The promise must recur or be due after graduation; without a graduation date any open promise counts.
    """
    after = member.graduates_on
    if effective_cadence(contact.cadence, contact.step, member.cadences) and is_warm(contact, member.cadences, today):
        return True
    return any(each.is_open and (bool(each.rrule) or after is None or each.due_on > after) for each in followups)


def has_met(contact: Contact, followups: Iterable[FollowUp]) -> bool:
    """Whether a meeting is recorded: how they met, an interaction, a step above potential, or a promise that was kept."""
    return bool(
        contact.met
        or contact.first_on
        or contact.last_on
        or contact.step is not Step.POTENTIAL
        or any(each.status is Status.DONE for each in followups)
    )


def risks_of(contact: Contact, followups: Sequence[FollowUp], member: Member, today: date) -> list[AtRisk]:
    """The risks of one contact, the gravest first; look-alikes are not searched."""
    days_since = (today - contact.last_on).days if contact.last_on else None
    graduates = member.graduates_on is not None
    return [
        AtRisk(contact, risk, days_since, has_met(contact, followups), graduates)
        for risk in _risks(contact, followups, member, today)
    ]


def is_lasting(contact: Contact, followups: Sequence[FollowUp], member: Member, today: date) -> bool:
    """Whether a contact has no risk."""
    return next(_risks(contact, followups, member, today), None) is None


def _risks(contact: Contact, followups: Sequence[FollowUp], member: Member, today: date) -> Iterator[Risk]:
    if not is_reachable(contact):
        yield Risk.UNREACHABLE
    elif not has_private_channel(contact, member.shared_domains):
        yield Risk.SHARED_ADDRESS
    if contact.of_team:
        yield Risk.OF_TEAM
    if contact.last_on is None or (contact.first_on == contact.last_on and (today - contact.last_on).days > ONCE_DAYS):
        yield Risk.MET_ONCE
    elif not is_warm(contact, member.cadences, today):
        yield Risk.COLD
    if not is_planned(contact, followups, member, today):
        yield Risk.UNPLANNED


def at_risk(
    contacts: Sequence[Contact], followups: Iterable[FollowUp], member: Member, today: date
) -> dict[Risk, list[AtRisk]]:
    """All risks of contacts that are not archived, by kind, the gravest first; look-alikes are not searched."""
    by_contact: dict[str, list[FollowUp]] = {}
    for followup in followups:
        by_contact.setdefault(followup.contact_id, []).append(followup)
    found: dict[Risk, list[AtRisk]] = {risk: [] for risk in Risk}
    for contact in contacts:
        if not contact.archived:
            for risk in risks_of(contact, by_contact.get(contact.id, ()), member, today):
                found[risk.risk].append(risk)
    return {risk: people for risk, people in found.items() if people}


def common_risks(lost: Mapping[Risk, Sequence[AtRisk]], everybody: int) -> set[Risk]:
    """The common kinds of risk, which are listed last and without names; none where all kinds are common.

    Args:
        lost: The risks by kind.
        everybody: Number of people.
    """
    common = {risk for risk, people in lost.items() if everybody >= _OF_MANY and len(people) >= _NEARLY_ALL * everybody}
    return common if len(common) < len(lost) else set()
