"""Why somebody may be lost."""

from __future__ import annotations

from netkeeper.domain.dates.describe import describe_span
from netkeeper.domain.retention.risks import AtRisk, Risk
from netkeeper.phrases.duplicates import sign_words
from netkeeper.phrases.turns import NOTHING_LOGGED


def risk_words(found: AtRisk) -> str:
    """What tells of a risk, in a few words; what people wrote is in it as it came."""
    contact = found.contact
    return _template(found).format(
        since=describe_span(found.days_since) if found.days_since is not None else "",
        email=contact.emails[0].value if contact.emails else "",
        name=found.other.name if found.other else "",
        alike=sign_words(found.alike),
    )


def _template(found: AtRisk) -> str:
    if found.risk is Risk.MET_ONCE and found.days_since is None:
        return NOTHING_LOGGED if found.has_met else "never met"
    if found.risk is Risk.UNPLANNED and found.graduates:
        return "nothing promised after graduation"
    return _TEMPLATES[found.risk]


_TEMPLATES = {
    Risk.UNREACHABLE: "no email address or phone number",
    Risk.SHARED_ADDRESS: "known only as {email}",
    Risk.OF_TEAM: "belongs to the team",
    Risk.LOOKALIKE: "may be the same as {name}: {alike}",
    Risk.MET_ONCE: "met once, {since} ago",
    Risk.COLD: "last in touch {since} ago",
    Risk.UNPLANNED: "nothing promised",
}
