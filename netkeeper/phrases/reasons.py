"""Reasons to be in touch with a contact."""

from __future__ import annotations

from datetime import date

from netkeeper.domain.dates.describe import describe_date, describe_day
from netkeeper.domain.interactions.interaction import Signal
from netkeeper.domain.interactions.reasons_to_call import Reason


def reason_words(reason: Reason, today: date) -> str:
    """A reason to be in touch, in a few words; stored texts in it are not safe to show yet."""
    template = _SIGNALS[reason.signal] if reason.signal else _TEMPLATES[reason.kind]
    return template.format(
        text=reason.text,
        name=reason.name,
        day=describe_date(reason.on, today) if reason.on else "",
        weekday=describe_day(reason.on, today) if reason.on else "",
    )


_TEMPLATES = {
    "promise": "you promised: {text} ({day})",
    "birthday": "wish them well: birthday {weekday}",
    "open_end": "ask how it goes: “{text}” ({day})",
    "advice": "ask for their advice in {text}, which is your field too",
    "introduction": "introduce them to {name}: both in {text}",
    "met": "pick up where you met: {text}",
}
_SIGNALS = {
    Signal.RECOMMENDED: "thank them: recommended you ({day})",
    Signal.INTRODUCED: "thank them: introduced you to somebody ({day})",
    Signal.INVITED: "thank them: invited you ({day})",
    Signal.ASKED_ADVICE: "ask how it went: asked your advice ({day})",
}
