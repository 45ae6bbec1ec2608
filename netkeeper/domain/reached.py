"""Whether a note says that somebody was tried and not reached."""

from __future__ import annotations

import re

from netkeeper.domain.fold import fold

_PHRASES = (
    r"ei (?:vastannut|vastaa|vastattu|vastausta|tavoitettu|tavoittanut|ottanut puhelua|ollut paikalla)",
    r"(?:en|ei|emme) (?:saanut|saatu|saaneet) (?:hanta |heita )?kiinni",
    r"(?:en|emme) tavoittan(?:ut|eet)",
    r"yritin (?:soittaa|soitella|tavoittaa|tavoitella)",
    r"(?:meni|menee) (?:vastaajaan|vastaajalle)",
    r"(?:tried|trying) to (?:call|reach|phone|ring|get hold)",
    r"tried (?:calling|ringing|phoning|reaching)",
    r"(?:did not|didn't|didnt|could not|couldn't|couldnt) (?:reach|get hold|get through|pick up|answer(?! my| our| the| any))",
    r"no (?:answer|reply|response)",
    r"not reached",
    r"(?:got|left a|left) (?:his |her |their )?voice ?mail",
)
_UNREACHED = re.compile(rf"(?<!\w)(?:{'|'.join(_PHRASES)})(?!\w)")


def says_unreached(note: str) -> bool:
    """Whether a note reads as an attempt that reached nobody: ``soitin, ei vastannut``, ``no answer``.

    A reason to ask, never to decide: the note may tell of something else.
    """
    return _UNREACHED.search(fold(note)) is not None
