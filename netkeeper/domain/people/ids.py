"""The form of ids."""

from __future__ import annotations

ID_LENGTH = 15


_URN = "urn:uuid:"


def bare_uid(uid: str) -> str:
    """A UID without the ``urn:uuid:`` that some programs take off and others put before it (RFC 4122, section 3)."""
    return uid[len(_URN) :] if uid[: len(_URN)].lower() == _URN else uid


def is_id(text: str) -> bool:
    """Whether a text is a document's id: fifteen digits."""
    return len(text) == ID_LENGTH and text.isascii() and text.isdigit()
