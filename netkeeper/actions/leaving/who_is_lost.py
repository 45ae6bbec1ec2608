"""Leaving the academy: who would be lost, and what mends it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from netkeeper.actions.people.bulk import Bulk, whose
from netkeeper.actions.people.merging import probable_duplicates, still_probable
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.cadence import effective_cadence
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.duplicates import Pair, PairProgress
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.retention.risks import AtRisk, Risk, at_risk
from netkeeper.store.network import Network

__all__ = ["Bulk", "look_alikes", "plan_after", "who_would_be_lost", "whose"]

SURE_ENOUGH = 0.6
"""How sure a pair of look-alikes must be to be named when leaving."""

_FIRST_DAYS = 14
"""How long after graduation the first of the follow-ups comes that are planned together."""
_USUAL_DAYS = 90


def look_alikes(network: Network, *, progress: PairProgress | None = None) -> list[Pair]:
    """Pairs that are sure enough to be named when leaving, the surest first.

    Args:
        network: Where.
        progress: Told now and then how far it is; may raise to cancel.
    """
    return [pair for pair in probable_duplicates(network, progress=progress) if pair.sure >= SURE_ENOUGH]


def who_would_be_lost(
    network: Network, today: date, pairs: Sequence[Pair] | None = None
) -> Mapping[Risk, Sequence[AtRisk]]:
    """Everybody who may be lost on leaving, by why, the gravest first.

    Args:
        network: Whose.
        today: The day.
        pairs: The look-alikes as they were found before; None to look for them, which takes a while.
    """
    found: dict[Risk, list[AtRisk]] = {risk: [] for risk in Risk}
    found |= at_risk(network.contacts(), network.followups(), network.member, today)
    for pair in look_alikes(network) if pairs is None else still_probable(network, pairs):
        one, other = sorted(map(network.contact, pair[:2]), key=lambda each: (each.name, each.id))
        if not (one.archived or other.archived):
            found[Risk.LOOKALIKE].append(AtRisk(one, Risk.LOOKALIKE, other=other, alike=pair.signs))
    return {risk: people for risk, people in found.items() if people}


def plan_after(network: Network, contact_ids: Sequence[str], today: date) -> list[FollowUp]:
    """Promise people to be in touch after graduation, spread over their cadences; one change.

    Each gets a day of their own where there is one within their cadence, so that whoever is promised one by
    one doesn't all come on the first.

    Args:
        network: Where.
        contact_ids: Whom; those who are gone are left out.
        today: The day, from which it counts where graduation has passed.

    Returns:
        The follow-ups, one for each.

    Raises:
        InvalidValueError: Nobody is left, or it isn't known when graduation is.
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


def to_promise(people: Sequence[Contact]) -> list[Contact]:
    """Those of them whom a word can be promised together: sorted already, and with a way to reach them."""
    return [each for each in people if not each.unsorted and (each.emails or each.phones)]


def days_after(network: Network, contact_ids: Sequence[str], today: date) -> list[date]:
    """On which days :func:`plan_after` would promise to be in touch, in order: the preview."""
    return sorted(_days_after(network, contact_ids, today)[1])


def _days_after(network: Network, contact_ids: Sequence[str], today: date) -> tuple[list[Contact], list[date]]:
    """Those of them who are here, and a day for each."""
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
