"""Recognises notes about attempts that reached nobody, in Finnish and English."""

from __future__ import annotations

import re
from functools import cache

from netkeeper.domain.interactions.interaction import Kind
from netkeeper.domain.text.fold import fold

_PHRASES = (
    r"ei (?:oo |ole |ollut )?(?:vastannut|vastannu|vastaa|vastattu|vastausta|tavoitettu|tavoittanut|tavoittanu)",
    r"ei (?:ottanut puhelua|ottanu puhelua|ollut paikalla|ollu paikalla|tullut paikalle|tullu paikalle)",
    r"ei (?:saatu|saanut) yhteytta",
    r"(?:soitin|soitto|puhelin|numero|linja)[, ]+(?:oli )?(?:varattu|kiinni)",
    r"jatin (?:viestin|viestia) (?:vastaajaan|vastaajalle)",
    r"(?:en|ei|emme) (?:saanut|saatu|saaneet) (?:hanta |heita )?kiinni",
    r"(?:en|emme) tavoittan(?:ut|eet)",
    r"yritin (?:soittaa|soitella|tavoittaa|tavoitella)",
    r"(?:meni|menee) (?:vastaajaan|vastaajalle)",
    r"(?:tried|trying) to (?:call|reach|phone|ring|get hold)",
    r"tried (?:calling|ringing|phoning|reaching)",
    r"(?:did not|didn't|didnt|could not|couldn't|couldnt) (?:reach|get hold|get through|pick up|answer(?! my| our| the| any))",
    r"no (?:answer|reply|response)",
    r"not reached",
    r"(?:got|left a|left|went to|straight to) (?:his |her |their )?voice ?mail",
    r"voice ?mail(?: again| only)?$",
)
_IN_THEM = (
    "vasta", "tavoit", "puhelua", "paikal", "kiinni", "varattu", "yhteytta", "yritin", "tried", "trying", "reach", "get hold",
    "get through", "pick up", "answer", "reply", "response", "voice",
)  # fmt: skip
"""Each phrase contains one of these: most notes are decided before the expression is compiled."""


@cache
def _unreached() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_PHRASES)})(?!\w)")


def may_be_unreached(kind: Kind, note: str) -> bool:
    """Whether a log that is not of an attempt has a note that reads like one."""
    return kind is not Kind.TRIED and says_unreached(note)


def says_unreached(note: str) -> bool:
    """Whether a note reads as an attempt that reached nobody: ``soitin, ei vastannut``, ``no answer``.

    Callers ask the member and never decide by it alone: the note may be about something else.
    """
    folded = fold(note)
    return any(each in folded for each in _IN_THEM) and _unreached().search(folded) is not None
