"""The command that resolves each kind of risk, and hints at missing settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.retention.academy_domains import suggested
from netkeeper.domain.retention.risks import Risk

RISK_COMMANDS: Mapping[Risk, str] = {
    Risk.UNREACHABLE: "netkeeper edit WHO email:… or phone:…",
    Risk.SHARED_ADDRESS: "ask for a private one: netkeeper edit WHO email:…",
    Risk.OF_TEAM: "netkeeper edit WHO whose:mine takes them along as yours",
    Risk.LOOKALIKE: "netkeeper duplicates, netkeeper merge",
    Risk.MET_ONCE: "netkeeper log WHO …",
    Risk.COLD: "netkeeper log WHO …",
    Risk.UNPLANNED: "netkeeper followup WHO … due:…",
}


def unknown_yet(member: Member, contacts: Iterable[Contact]) -> list[str]:
    """What can't be told of who would be lost as long as the member hasn't said something, in sentences.

    Args:
        contacts: Those whose addresses tell which domains may be meant.
    """
    sentences = []
    if member.graduates_on is None:
        sentences.append(
            "When you graduate isn't known, so any open promise counts as one for then: "
            "netkeeper me graduates:DAY says when."
        )
    if not member.shared_domains:
        offered = ",".join(each.domain for each in suggested(contacts)) or "DOMAIN"
        sentences.append(
            "Which email addresses end with the academy isn't known, so each counts as lasting: "
            f"netkeeper me domains:{offered} says which."
        )
    return sentences
