"""The command that resolves each kind of risk, and hints at missing settings."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.member.member import Member
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


def unknown_yet(member: Member) -> list[str]:
    """What can't be told of who would be lost as long as the member hasn't said something, in sentences."""
    sentences = []
    if member.graduates_on is None:
        sentences.append(
            "When you graduate isn't known, so any open promise counts as one for then: "
            "netkeeper me graduates:DAY says when."
        )
    if not member.shared_domains:
        sentences.append(
            "Which email addresses end with the academy isn't known, so each counts as lasting: "
            "netkeeper me domains:DOMAIN says which."
        )
    return sentences
