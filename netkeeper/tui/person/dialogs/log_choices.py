"""The choices of kind, feeling and signals that logging and editing an interaction share."""

from __future__ import annotations

from netkeeper.domain.interactions.interaction import Kind, Signal, kind_label
from netkeeper.tui.draw.person_words import signal_text
from netkeeper.tui.forms.choice import Choice, Option


def kind_choice() -> Choice:
    """The kind of interaction."""
    return Choice([Option(kind, kind_label(kind)) for kind in Kind], Kind.MEETING, id="kind")


def feeling_choice() -> Choice:
    """The feeling, 1 to 5, or none."""
    feelings = [Option(str(number), str(number)) for number in range(1, 6)]
    return Choice(feelings, optional=True, after="1 drained, 5 lifted", id="feel")


def signal_choice() -> Choice:
    """Any number of signals."""
    return Choice([Option(signal, signal_text(signal)) for signal in Signal], several=True, id="signal")
