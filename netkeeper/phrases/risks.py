"""The words of each kind of risk, and of a risk of one contact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netkeeper.domain.dates.describe import describe_span
from netkeeper.domain.people.reach import emails_that_reach
from netkeeper.domain.retention.risks import AtRisk, Risk
from netkeeper.phrases.duplicates import sign_words
from netkeeper.phrases.turns import NOTHING_LOGGED


class RiskWords(NamedTuple):
    """The words of a kind of risk.

    Attributes:
        title: The heading in the app.
        several: The text after a number of people, in a shell.
        one: The template of one contact; see :func:`risk_words`.
    """

    title: str
    several: str
    one: str


RISKS: Mapping[Risk, RiskWords] = {
    Risk.UNREACHABLE: RiskWords("No way to reach them", "no way to reach them", "no email address or phone number"),
    Risk.SHARED_ADDRESS: RiskWords(
        "Only the team's email", "known only through an academy or team address", "known only as {email}"
    ),
    Risk.OF_TEAM: RiskWords("The team's", "belong to the team", "belongs to the team"),
    Risk.LOOKALIKE: RiskWords("Here twice?", "may be here twice", "may be the same as {name}: {alike}"),
    Risk.MET_ONCE: RiskWords(
        "Met once, or nothing logged", "nothing logged yet, or never met again", "met once, {since} ago"
    ),
    Risk.COLD: RiskWords("Out of touch", "out of touch", "last in touch {since} ago"),
    Risk.UNPLANNED: RiskWords(
        "Nothing planned after graduation",
        "nothing planned after graduation: no cadence that is kept, nothing promised",
        "nothing promised",
    ),
}


def risk_words(found: AtRisk) -> str:
    """A risk of one contact in a few words; names and addresses in it are unsanitized."""
    contact = found.contact
    return _template(found).format(
        since=describe_span(found.days_since) if found.days_since is not None else "",
        email=next(iter(emails_that_reach(contact)), ""),
        name=found.other.name if found.other else "",
        alike=sign_words(found.alike),
    )


def _template(found: AtRisk) -> str:
    if found.risk is Risk.MET_ONCE and found.days_since is None:
        return NOTHING_LOGGED if found.has_met else "never met"
    if found.risk is Risk.UNPLANNED and found.graduates:
        return "nothing promised after graduation"
    if found.risk is Risk.UNREACHABLE and (found.contact.emails or found.contact.phones):
        return "no email address or phone number at which they answer"
    return RISKS[found.risk].one
