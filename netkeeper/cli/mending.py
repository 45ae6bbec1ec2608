"""What each risk of losing somebody is called in a shell, and the command that mends it."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.lasting import Risk

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
