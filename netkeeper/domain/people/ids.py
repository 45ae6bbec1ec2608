"""The form of ids."""

from __future__ import annotations

ID_LENGTH = 15


def is_id(text: str) -> bool:
    """Whether a text is a document's id: fifteen digits."""
    return len(text) == ID_LENGTH and text.isascii() and text.isdigit()
