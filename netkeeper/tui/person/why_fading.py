"""Why somebody may be lost, told beside them in People."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from netkeeper.domain.retention.risks import Risk, risks_of
from netkeeper.phrases.risks import risk_words
from netkeeper.store.network import Network
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.mending import MENDING


def why_fading(network: Network, contact_id: str, today: date, key: Callable[[str], str]) -> Headline | None:
    """Why somebody may be lost, and the key that mends the gravest; None where they aren't.

    Args:
        network: Where.
        contact_id: Who.
        today: The day.
        key: Tells how the key of a binding is written now.
    """
    if not network.has_contact(contact_id):
        return None
    risks = risks_of(network.contact(contact_id), network.followups(contact_id), network.member, today)
    if not risks:
        return None
    mending = MENDING[risks[0].risk]
    # Before one leaves, everybody can be promised a word at once; here, it is one at a time.
    written = key("person.follow-up" if risks[0].risk is Risk.UNPLANNED else mending.binding)
    does = f" · {written} {mending.does}" if written else ""
    return Headline("◌", f"{'; '.join(risk_words(risk) for risk in risks)}{does}")
