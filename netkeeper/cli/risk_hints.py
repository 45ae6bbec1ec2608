"""What each risk of losing somebody is called in a shell, and the command that mends it."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.member.member import Member
from netkeeper.domain.retention.risks import Risk

TOLD: Mapping[Risk, tuple[str, str]] = {
    Risk.UNREACHABLE: ("no way to reach them", "netkeeper edit WHO email:… or phone:…"),
    Risk.SHARED_ADDRESS: ("known only through an academy or team address", "ask for a private one: netkeeper edit WHO email:…"),
    Risk.OF_TEAM: ("belong to the team", "netkeeper edit WHO whose:mine takes them along as yours"),
    Risk.LOOKALIKE: ("may be here twice", "netkeeper duplicates, netkeeper merge"),
    Risk.MET_ONCE: ("nothing logged yet, or never met again", "netkeeper log WHO …"),
    Risk.COLD: ("out of touch", "netkeeper log WHO …"),
    Risk.UNPLANNED: ("nothing planned after graduation: no cadence that is kept, nothing promised", "netkeeper followup WHO … due:…"),
}  # fmt: skip
"""What each risk is called, and what mends it."""


def unknown_yet(member: Member) -> list[str]:
    """What can't be told of who would be lost as long as the member hasn't said something, in sentences."""
    said = []
    if member.graduates_on is None:
        said.append(
            "When you graduate isn't known, so any open promise counts as one for then: the app's settings ask."
        )
    if not member.shared_domains:
        said.append("Which email addresses end with the academy isn't known, so each counts as lasting: likewise.")
    return said
