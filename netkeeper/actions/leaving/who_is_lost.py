"""Leaving the academy: which contacts would be lost, and promises for after graduation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from netkeeper.actions.people.merging import probable_duplicates, still_probable
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.cadence import effective_cadence
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.duplicates import Pair, PairProgress
from netkeeper.domain.people.reach import is_reachable
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.retention.risks import AtRisk, Risk, at_risk
from netkeeper.store.network import Network

SURE_ENOUGH = 0.6
"""The least sureness (0 to 1) of a pair of duplicates that is shown when leaving."""

_FIRST_DAYS = 14
"""Days after graduation on which the first of the planned follow-ups is due."""
_USUAL_DAYS = 90


def look_alikes(network: Network, *, progress: PairProgress | None = None) -> list[Pair]:
    """Pairs of probable duplicates of at least ``SURE_ENOUGH``, the surest first.

    Args:
        progress: Called now and then with how much is done; may raise to cancel.
    """
    return [pair for pair in probable_duplicates(network, progress=progress) if pair.sure >= SURE_ENOUGH]


def who_would_be_lost(
    network: Network, today: date, pairs: Sequence[Pair] | None = None
) -> Mapping[Risk, Sequence[AtRisk]]:
    """The contacts at risk of being lost on leaving, by the kind of risk, the gravest first.

    Args:
        pairs: The duplicates that were found earlier; None to search for them, which takes a while.
    """
    found: dict[Risk, list[AtRisk]] = {risk: [] for risk in Risk}
    found |= at_risk(network.contacts(), network.followups(), network.member, today)
    for pair in look_alikes(network) if pairs is None else still_probable(network, pairs):
        one, other = sorted(map(network.contact, pair[:2]), key=lambda each: (each.name, each.id))
        if not (one.archived or other.archived):
            found[Risk.LOOKALIKE].append(AtRisk(one, Risk.LOOKALIKE, other=other, alike=pair.signs))
    return {risk: people for risk, people in found.items() if people}


def plan_after(network: Network, contact_ids: Sequence[str], today: date) -> list[FollowUp]:
    """Make a follow-up after graduation for each contact, spread over their cadences, in one transaction.

    Each is due on the least busy day within the contact's cadence, so that contacts planned one by one spread too.

    Args:
        contact_ids: Ids; those that are not in the network any more are left out.
        today: The current day, from which the days count once graduation has passed.

    Raises:
        InvalidValueError: There is no such contact, or the day of graduation is not set.
    """
    if network.member.graduates_on is None:
        raise InvalidValueError(
            "Nobody knows yet what is after graduation: say first when you graduate; nothing was changed."
        )
    with network.transaction() as draft:
        people, days = _days_after(network, contact_ids, today)
        if not people:
            raise InvalidValueError("Nobody of them is here any more; nothing was changed.")
        planned = [
            draft.put_followup(FollowUp("", contact.id, due_on, "say how life goes after graduation"))
            for contact, due_on in zip(people, days, strict=True)
        ]
        draft.describe(Message("planned", {"names": some([each.name for each in people])}))
    return planned


def plannable(people: Sequence[Contact]) -> list[Contact]:
    """The contacts for which :func:`plan_after` makes sense: sorted, and with an address or number."""
    return [each for each in people if not each.unsorted and is_reachable(each)]


def days_after(network: Network, contact_ids: Sequence[str], today: date) -> list[date]:
    """The days of the follow-ups that :func:`plan_after` would make, in order."""
    return sorted(_days_after(network, contact_ids, today)[1])


def _days_after(network: Network, contact_ids: Sequence[str], today: date) -> tuple[list[Contact], list[date]]:
    """The contacts that are in the network, and a day for each."""
    people = [network.contact(contact_id) for contact_id in contact_ids if network.has_contact(contact_id)]
    member = network.member
    start = max(today, member.graduates_on or today) + timedelta(days=_FIRST_DAYS)
    taken = Counter(each.due_on for each in network.followups() if each.is_open and each.due_on >= start)
    chosen = []
    for place, contact in enumerate(people):
        cadence_days = effective_cadence(contact.cadence, contact.step, member.cadences) or _USUAL_DAYS
        first = place * cadence_days // len(people)
        days = [start + timedelta(days=each) for each in (*range(first, cadence_days), *range(first))]
        due_on = min(days, key=taken.__getitem__)
        taken[due_on] += 1
        chosen.append(due_on)
    return people, chosen
