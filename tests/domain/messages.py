"""What every message that a person may be shown keeps to."""

from __future__ import annotations

from unicodedata import category


def is_one_safe_line(message: str) -> bool:
    """Whether a message is one short line without a control character or half a character."""
    return 0 < len(message) < 900 and not any(category(each) in ("Cc", "Cs", "Zl", "Zp") for each in message)
