"""Properties that contacts have no place for: kept as content lines, and written out again.

Lines are kept unfolded and otherwise unchanged, except for what is not valid in a vCard 3.0 in UTF-8: CHARSET and
quoted-printable are decoded, vCard 2.1's bare words become ``TYPE=``, and an embedded picture always becomes
``ENCODING=b;TYPE=…`` (a ``data:`` URI in 4.0), so that the same picture is always the same line. Pictures are not
decoded, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from netkeeper.interchange.vcard.content_line import BASE64, Head, format_param, parse_head, split_line
from netkeeper.interchange.vcard.values import writable

if TYPE_CHECKING:
    from typing import Literal

_NEVER = frozenset(("BEGIN", "END", "VERSION", "PROFILE", "PRODID"))
_BINARY = frozenset(("PHOTO", "LOGO", "SOUND", "KEY"))
_BASE64_BODY = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_STRUCTURES = frozenset(("N", "ORG", "ADR"))
_PICTURES = frozenset(("PHOTO", "LOGO"))
_HOW_HELD = ("VALUE", "MEDIATYPE")
_DATA = re.compile(r"data:[^;,]*;base64,", re.IGNORECASE)
_IMAGE = re.compile(r"data:image/([A-Za-z0-9.+-]+);base64,", re.IGNORECASE)
_KIND = re.compile(r"[A-Za-z0-9.+-]+")
_PARAM_NAME = re.compile(r"[A-Za-z0-9_-]+")
_OLD_BACKSLASH = re.compile(r"\\(?!;)")
_ITEM = re.compile(r"item([0-9]{1,9})", re.IGNORECASE)


def base64_body(head: Head, value: str) -> str | None:
    """The base64 text of a value, without blanks; None if the value is not in base64."""
    found = _DATA.match(value) if head.name in _BINARY else None
    if found:
        return "".join(value[found.end() :].split())
    return "".join(value.split()) if head.encoding == BASE64 else None


def is_damaged(body: str) -> bool:
    """Whether base64 text has invalid characters or is truncated."""
    return not _BASE64_BODY.fullmatch(body) or len(body) % 4 != 0


def can_be_verbatim(head: Head, value: str) -> bool:
    """Whether a property of vCard 3.0 or 4.0 can be kept without conversion."""
    return head.is_strict and not head.encoding and head.name not in _BINARY and value.isprintable()


def kept_line(head: Head, value: str, *, is_old: bool, is_decoded: bool) -> str:
    """The content line to keep for a property.

    Args:
        value: Its value, decoded from charset and quoted-printable.
        is_old: Whether it is from vCard 2.1.
        is_decoded: Whether the value was written in quoted-printable or another charset.
    """
    kind = _picture(head, value)
    if kind:
        return f"{_named(head)};ENCODING=b;TYPE={kind.upper()}{_params(head, _HOW_HELD)}:{base64_body(head, value)}"
    if head.encoding == BASE64:
        value = "".join(value.split())
    else:
        value = writable(value)
        if is_old:
            value = _OLD_BACKSLASH.sub(r"\\\\", value)
            if head.name in _STRUCTURES:
                value = value.replace(",", "\\,")
    if "\n" in value:
        value = value.replace("\n", "\\n")
    return f"{head.written if head.is_strict and not (is_old or is_decoded) else _rebuilt(head)}:{value}"


def _picture(head: Head, value: str) -> str:
    """The image type (``jpeg``) of an embedded picture in any vCard version; empty for anything else."""
    if head.name not in _PICTURES:
        return ""
    if head.encoding == BASE64:
        return head.types[0] if len(head.types) == 1 and _KIND.fullmatch(head.types[0]) else ""
    found = _IMAGE.match(value)
    return found[1] if found else ""


def _named(head: Head) -> str:
    return f"{head.group}.{head.name}" if head.group else head.name


def _rebuilt(head: Head) -> str:
    """A head converted to vCard 3.0 in UTF-8."""
    encoding = ";ENCODING=b" if head.encoding == BASE64 else ""
    types = "".join(format_param("TYPE", word) for word in head.types)
    return f"{_named(head)}{encoding}{types}{_params(head)}"


def _params(head: Head, without: tuple[str, ...] = ()) -> str:
    """The parameters in written form, without TYPE, ENCODING and CHARSET."""
    wanted = [(key, text) for key, text in head.params if _PARAM_NAME.fullmatch(key) and key not in without]
    return "".join(format_param(key, text) for key, text in wanted)


def writable_lines(kept: Iterable[str], version: Literal["3.0", "4.0"]) -> list[tuple[Head, str]]:
    """The valid ones of kept lines, converted for a vCard version.

    Args:
        version: The version of vCard they go into.

    Returns:
        Heads and lines; without what is no content line or would end the card.
    """
    lines = []
    for line in kept:
        text = writable(line.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n"))
        written, value = split_line(text)
        head = parse_head(written)
        if head is None or head.name in _NEVER or len(written) == len(text):
            continue
        kind = _picture(head, value) if version == "4.0" else ""
        if kind:
            text = (
                f"{_named(head)}{_params(head, _HOW_HELD)}:data:image/{kind.lower()};base64,{base64_body(head, value)}"
            )
        elif not head.is_strict:
            text = f"{_rebuilt(head)}:{value}"
        lines.append((head, text))
    return lines


def first_free_item(heads: Iterable[Head]) -> int:
    """The lowest number above those of all ``item`` groups (``item1``) of these heads."""
    found = (_ITEM.fullmatch(head.group) for head in heads)
    return max((int(item[1]) for item in found if item), default=0) + 1
