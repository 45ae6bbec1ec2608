"""Reasons to be in touch with somebody now: what to thank them for, or to ask about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.domain.describe import describe_day
from netkeeper.domain.interaction import Interaction, Signal

_TO_SAY = {
    Signal.RECOMMENDED: "thank them: recommended you",
    Signal.INTRODUCED: "thank them: introduced you to somebody",
    Signal.INVITED: "thank them: invited you",
    Signal.ASKED_ADVICE: "ask how it went: asked your advice",
}
"""What each signal gives to say, the best reason first."""


def reasons_to_call(interactions: Sequence[Interaction], today: date) -> tuple[str, ...]:
    """What there is to say to somebody.

    Args:
        interactions: Those with the person, newest first.
        today: The day.

    Returns:
        Reasons in a few words each, the best first. A signal gives one until something later was
        logged, which was the chance to answer it.
    """
    latest = [interaction for interaction in interactions if interaction.on == interactions[0].on]
    signals = {signal for interaction in latest for signal in interaction.signals}
    return tuple(f"{text} ({_short(latest[0].on, today)})" for signal, text in _TO_SAY.items() if signal in signals)


def _short(day: date, today: date) -> str:
    """A past day without its weekday, as in ``2 Nov``; today and yesterday by name."""
    described = describe_day(day, today)
    return described.partition(" ")[2] or described
