"""What one chooses from when one says what happened, in the log and in what changes it."""

from __future__ import annotations

from netkeeper.domain.interactions.interaction import Kind, Signal, kind_label
from netkeeper.tui.draw.person_words import signal_text
from netkeeper.tui.forms.choice import Choice, Option


def kind_choice() -> Choice:
    """How one was in touch, or that one tried."""
    return Choice([Option(kind, kind_label(kind)) for kind in Kind], Kind.MEETING, id="kind")


def feeling_choice() -> Choice:
    """How it felt."""
    feelings = [Option(str(number), str(number)) for number in range(1, 6)]
    return Choice(feelings, optional=True, after="1 drained, 5 lifted", id="feel")


def signal_choice() -> Choice:
    """What they did."""
    return Choice([Option(signal, signal_text(signal)) for signal in Signal], several=True, id="signal")
