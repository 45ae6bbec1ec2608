"""Leaving the academy: who would be lost, and what mends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from netkeeper.actions.bulk import Bulk, whose
from netkeeper.actions.merging import probable_duplicates
from netkeeper.actions.people import names_of
from netkeeper.domain.cadence import effective_cadence
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.lasting import AtRisk, Risk, at_risk
from netkeeper.store.network import Network

__all__ = ["Bulk", "plan_after", "who_would_be_lost", "whose"]

SURE_ENOUGH = 0.6
"""How sure a pair of look-alikes must be to be named when leaving."""

_FIRST_DAYS = 14
"""How long after graduation the first of the follow-ups comes that are planned together."""
_USUAL_DAYS = 90


def who_would_be_lost(network: Network, today: date) -> Mapping[Risk, Sequence[AtRisk]]:
    """Everybody who may be lost on leaving, by why, the gravest first.

    Args:
        network: Whose.
        today: The day.
    """
    found: dict[Risk, list[AtRisk]] = {risk: [] for risk in Risk}
    found |= at_risk(network.contacts(), network.followups(), network.member, today)
    for pair in probable_duplicates(network):
        one, other = network.contact(pair.one), network.contact(pair.other)
        if pair.sure >= SURE_ENOUGH and not (one.archived or other.archived):
            why = f"may be the same as {other.name}: {pair.why}"
            found[Risk.LOOKALIKE].append(AtRisk(one, Risk.LOOKALIKE, why, other.id))
    return {risk: people for risk, people in found.items() if people}


def plan_after(network: Network, contact_ids: Sequence[str], today: date) -> list[FollowUp]:
    """Promise people to be in touch after graduation, spread over their cadences; one change.

    Args:
        network: Where.
        contact_ids: Whom; those who are gone are left out.
        today: The day, from which it counts where graduation isn't known or has passed.

    Returns:
        The follow-ups, one for each.

    Raises:
        InvalidValueError: Nobody is left.
    """
    with network.transaction() as draft:
        people = [network.contact(contact_id) for contact_id in contact_ids if network.has_contact(contact_id)]
        if not people:
            raise InvalidValueError("Nobody of them is here any more; nothing was changed.")
        member = network.member
        start = max(today, member.graduates_on or today) + timedelta(days=_FIRST_DAYS)
        planned = []
        for place, contact in enumerate(people):
            cadence_days = effective_cadence(contact.cadence, contact.step, member.cadences) or _USUAL_DAYS
            due_on = start + timedelta(days=place * cadence_days // len(people))
            planned.append(draft.put_followup(FollowUp("", contact.id, due_on, "say how life goes after graduation")))
        draft.describe(f"Planned {names_of(people)} for after graduation")
    return planned
