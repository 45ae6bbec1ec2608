"""The headline that People shows for a contact at risk of being lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netkeeper.domain.retention.risks import Risk, risks_of
from netkeeper.phrases.risks import risk_words
from netkeeper.store.network import Network
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.remedies import REMEDIES


def why_fading(network: Network, contact_id: str, today: date, key: Callable[[str], str]) -> Headline | None:
    """The risks of a contact, and the key that resolves the gravest; None for no risk.

    Args:
        key: Returns the label of a binding's key, by the binding's id; empty while it is inactive.
    """
    if not network.has_contact(contact_id):
        return None
    risks = risks_of(network.contact(contact_id), network.followups(contact_id), network.member, today)
    if not risks:
        return None
    remedy = REMEDIES[risks[0].risk]
    # REMEDIES names the Leaving room's key, which plans for all people at once; here it is one person.
    written = key("person.follow-up" if risks[0].risk is Risk.UNPLANNED else remedy.binding)
    does = f" · {written} {remedy.does}" if written else ""
    return Headline("◌", f"{'; '.join(risk_words(risk) for risk in risks)}{does}")
