"""LinkedIn addresses: one profile, however its address is written."""

from __future__ import annotations

import re
from unicodedata import normalize
from urllib.parse import unquote

_PROFILE = re.compile(r"linkedin\.com/(?:mwlite/|comm/)?(?:in|pub)/([^/?#\s]+)", re.IGNORECASE)


def linkedin_key(text: str) -> str:
    """The profile's name in an address or a vCard line that holds one, decoded and folded; empty for none.

    ``https://www.linkedin.com/in/m%C3%A4rio-1`` and ``linkedin.com/in/märio-1/`` have the same one.
    """
    if "inkedin" not in text and "INKEDIN" not in text:
        return ""
    found = _PROFILE.search(text)
    if found is None:
        return ""
    return (
        normalize("NFC", unquote(found[1])).casefold()
        if "%" in found[1] or not found[1].isascii()
        else found[1].lower()
    )
