"""How many contacts last past graduation, now and a month ago."""

from __future__ import annotations

from netkeeper.domain.retention.as_of import Movement
from netkeeper.phrases.counted import plural


def movement_words(found: Movement) -> str:
    """``34 of 80 last, 3 more than a month ago``; without the comparison where nobody was here a month ago."""
    if found.before is None:
        templates = _NOW
    elif found.lasting == found.before:
        templates = _AS_BEFORE
    else:
        templates = _MORE if found.lasting > found.before else _FEWER
    by = abs(found.lasting - (found.before or 0))
    return plural(found.people, *templates, lasting=found.lasting, by=by)


_NOW = ("{lasting} of {count} lasts", "{lasting} of {count} last")
_AS_BEFORE = ("{lasting} of {count} lasts, as a month ago", "{lasting} of {count} last, as a month ago")
_MORE = (
    "{lasting} of {count} lasts, {by} more than a month ago",
    "{lasting} of {count} last, {by} more than a month ago",
)
_FEWER = (
    "{lasting} of {count} lasts, {by} fewer than a month ago",
    "{lasting} of {count} last, {by} fewer than a month ago",
)
