"""That the pace changed by itself, and why."""

from __future__ import annotations

from netkeeper.domain.review.pace import PaceChange


def pace_sentence(change: PaceChange) -> str:
    """``Pace 4 a day now: the last two weeks went easily``."""
    return _template(change, _SENTENCES).format(pace=change.pace, days=change.days)


def pace_brief(change: PaceChange) -> str:
    """The same in less room: ``pace 4 a day now: two weeks went easily``."""
    return _template(change, _BRIEF).format(pace=change.pace, days=change.days)


def _template(change: PaceChange, templates: dict[tuple[bool, bool], str]) -> str:
    return templates[change.by > 0, change.is_whole]


_SENTENCES = {
    (True, True): "Pace {pace} a day now: the last two weeks went easily",
    (True, False): "Pace {pace} a day now: the last {days} days went easily",
    (False, True): "Pace {pace} a day now: the last two weeks were full enough",
    (False, False): "Pace {pace} a day now: the last {days} days were full enough",
}
_BRIEF = {
    (True, True): "pace {pace} a day now: two weeks went easily",
    (True, False): "pace {pace} a day now: {days} days went easily",
    (False, True): "pace {pace} a day now: two weeks were full",
    (False, False): "pace {pace} a day now: {days} days were full",
}
"""By whether it went up, and whether all of two weeks were looked at."""
