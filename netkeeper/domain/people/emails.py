"""Email addresses as people and programs write them: with a name beside them, in angle or round brackets."""

from __future__ import annotations

import re

from netkeeper.domain.people.placeholders import is_placeholder

# Compiled at first use, for a light cold start.
_ADDRESS = r"[^\s<>()\[\]\"',;:]+@[^\s<>()\[\]\"',;:]+"
_AROUND = " \t\r\n\"'<>()[],;:"


def unwrapped_email(text: str) -> tuple[str, str]:
    """The address in a text and the name beside it: ``Cia Cook <cia@one.example>``, ``Cia Cook (cia@one.example)``.

    Returns:
        The address and the name, empty for none. A text without any address, with several, or with none
        in brackets or beside them, is returned whole.
    """
    if not any(each in text for each in "<(:"):
        return text.strip(), ""
    found = re.findall(_ADDRESS, text)
    if len(found) != 1:
        return text.strip(), ""
    before, _, after = text.partition(found[0])
    if before.strip().lower() == "mailto:":
        before = ""
    name = " ".join(f"{before.strip(_AROUND)} {after.strip(_AROUND)}".split())
    return found[0], "" if "@" in name else name


def email_key(text: str) -> str:
    """The form by which addresses are compared: without a name beside it, case-folded; empty for what is no address."""
    address = unwrapped_email(text)[0].casefold()
    return address if "@" in address and not is_placeholder(address) else ""
