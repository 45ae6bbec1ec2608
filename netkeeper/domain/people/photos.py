"""Photos among the content lines that netkeeper has no property for.

A line with an embedded picture (PHOTO or LOGO in base64: RFC 2426, section 3.1.4) is kept with a reference in the place
of the picture, whose bytes are a file of their own. The reference is no valid base64, so it is no picture by itself:

    PHOTO;ENCODING=b;TYPE=JPEG:photos/<SHA-256 in hexadecimal>
"""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, b2a_base64
from hashlib import sha256
from typing import NamedTuple

MAX_PHOTO_BYTES = 512 * 1024
"""The largest picture that is kept."""

PHOTOS = "photos"
"""The folder of the pictures, which begins a reference."""

_HEAD = re.compile(r"(?:[\w.-]+\.)?(?:PHOTO|LOGO)(?:;[^:\n]*)?;ENCODING=(?:b|BASE64)(?:;[^:\n]*)?\Z", re.IGNORECASE)
_REFERENCE = re.compile(rf"{PHOTOS}/([0-9a-f]{{64}})\Z")


class Photo(NamedTuple):
    """A picture.

    Attributes:
        digest: Its SHA-256 in hexadecimal, which is its file's name.
        data: Its bytes.
    """

    digest: str
    data: bytes


def is_photo(line: str) -> bool:
    """Whether a content line has a picture embedded, or refers to one."""
    return _HEAD.match(line.rpartition(":")[0]) is not None


def photo_in(line: str) -> Photo | None:
    """The picture embedded in a content line; None where there is none, or a damaged one."""
    head, _, body = line.rpartition(":")
    if not _HEAD.match(head):
        return None
    try:
        data = a2b_base64(body, strict_mode=True)
    except (Error, ValueError):
        return None
    return Photo(digest_of(data), data) if data else None


def digest_of(data: bytes) -> str:
    """The digest by which a picture is named."""
    return sha256(data).hexdigest()


def referring(line: str, digest: str) -> str:
    """A line with an embedded picture, with a reference in its place."""
    return f"{line.rpartition(':')[0]}:{PHOTOS}/{digest}"


def digest_in(line: str) -> str:
    """The digest that a line refers to; empty for any other line."""
    head, _, value = line.rpartition(":")
    found = _REFERENCE.match(value)
    return found[1] if found and _HEAD.match(head) else ""


def embedding(line: str, data: bytes) -> str:
    """A line that refers to a picture, with the picture in it."""
    return f"{line.rpartition(':')[0]}:{b2a_base64(data, newline=False).decode('ascii')}"


def as_kept(line: str) -> str:
    """A line as it is kept: with a reference where it has a picture."""
    photo = photo_in(line)
    return referring(line, photo.digest) if photo else line
