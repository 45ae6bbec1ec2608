"""Signals: what a contact did."""

from __future__ import annotations

from netkeeper.domain.interactions.interaction import Signal

SIGNALS = {
    Signal.RECOMMENDED: "recommended you",
    Signal.INVITED: "invited you",
    Signal.ASKED_ADVICE: "asked your advice",
    Signal.INTRODUCED: "introduced you",
}
"""Each signal in words."""
