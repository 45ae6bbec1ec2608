"""LinkedIn addresses: one profile, however its address is written."""

from __future__ import annotations

import re
from unicodedata import normalize

# Compiled at first use, for a light cold start.
_PROFILE = r"linkedin\.com/(?:mwlite/|comm/)?(?:in|pub)/([^/?#\s]+)"

_ENCODED = rb"%[0-9A-Fa-f]{2}"


def linkedin_key(text: str) -> str:
    """The profile's name in an address or a vCard line that holds one, decoded and folded; empty for none.

    ``https://www.linkedin.com/in/m%C3%A4rio-1`` and ``linkedin.com/in/märio-1/`` have the same one.
    """
    if "inkedin" not in text and "INKEDIN" not in text:
        return ""
    found = re.search(_PROFILE, text, re.IGNORECASE)
    if found is None:
        return ""
    # Not by urllib, which takes a cold start long to load.
    name = re.sub(_ENCODED, lambda each: bytes([int(each[0][1:], 16)]), found[1].encode("utf-8", "replace"))
    return normalize("NFC", name.decode("utf-8", "replace")).casefold()
