"""A content line: ``group.NAME;PARAM=value:value`` (RFC 6350, section 3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netkeeper.interchange.vcard.labels import NOT_PREFERRED, label_of, preference

MAX_HEAD = 4_000
"""Maximum length of a head, in characters."""

QUOTED_PRINTABLE = "QUOTED-PRINTABLE"
BASE64 = "BASE64"

_NAME = re.compile(r"[A-Za-z0-9_-]+")
_GROUP = re.compile(r"[A-Za-z0-9_.-]+")
# Possessive quantifiers keep matching linear on lines of nothing but quotes. Groups are not possessive: Python before
# 3.11.5 has a bug with those, and these groups never need to backtrack.
_QUOTED_HEAD = re.compile(r'[^":]*+(?:"[^"]*+"[^":]*+)*(?=:)')
_PIECES = re.compile(r'((?:[^;"]++|"[^"]*+"|")*)(?:;|\Z)')
_PARAM_VALUE = r'(?:"[^"\x00-\x08\x0a-\x1f\x7f]*+"|[^",;:\x00-\x08\x0a-\x1f\x7f]*+)'
_PARAM = rf"(?:;[A-Za-z0-9_-]++(?:={_PARAM_VALUE}(?:,{_PARAM_VALUE})*)?)"
_STRICT = re.compile(rf"(?:[A-Za-z0-9-]+\.)?[A-Za-z0-9_-]+{_PARAM}*")
_CARETS = re.compile(r"\^([n'^])")
_CARET_MEANS = {"n": "\n", "'": '"', "^": "^"}
_UNSAFE_IN_PARAM = re.compile(r'[\x00-\x08\x0a-\x1f\x7f"]')

_ENCODINGS = {"QUOTED-PRINTABLE": QUOTED_PRINTABLE, "Q": QUOTED_PRINTABLE, "BASE64": BASE64, "B": BASE64}
_PLAIN_ENCODINGS = frozenset(("8BIT", "7BIT"))
_BARE_CHARSETS = frozenset(("UTF-8", "UTF8", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "SHIFT_JIS"))


@dataclass(frozen=True, slots=True)
class Head:
    """The part of a content line before the colon.

    Attributes:
        written: The original text.
        group: The group in its original case; empty for none.
        name: The property's name in capitals.
        params: Pairs of name (in capitals) and value (unquoted, carets decoded as in RFC 6868), without TYPE,
            ENCODING and CHARSET.
        types: The values of TYPE in their original case, vCard 2.1's bare words included.
        label: The label for these types; empty for none.
        rank: The preference, 1 is highest.
        encoding: ``QUOTED-PRINTABLE``, ``BASE64`` or empty.
        charset: The declared charset in lower case; empty for UTF-8 or none.
        is_strict: Whether it follows the grammar of RFC 6350.
    """

    written: str
    group: str
    name: str
    params: tuple[tuple[str, str], ...] = ()
    types: tuple[str, ...] = ()
    label: str = ""
    rank: int = NOT_PREFERRED
    encoding: str = ""
    charset: str = ""
    is_strict: bool = True

    def param(self, name: str) -> str:
        """The first value of a parameter; empty if it is missing."""
        for key, value in self.params:
            if key == name:
                return value
        return ""


def split_line(line: str) -> tuple[str, str]:
    """Split a content line at its first colon outside of quotes; an unclosed quote is text."""
    head, _, value = line.partition(":")
    if '"' in head:
        whole = _QUOTED_HEAD.match(line)
        if whole:
            return whole[0], line[whole.end() + 1 :]
    return head, value


def parse_head(written: str) -> Head | None:
    """Parse the head of a content line; None if it has no valid name or exceeds ``MAX_HEAD``.

    Blanks around names and values are allowed, as in vCard 2.1.
    """
    if len(written) > MAX_HEAD:
        return None
    pieces = written.split(";") if '"' not in written else _PIECES.findall(written)
    group, _, name = pieces[0].strip().rpartition(".")
    if not _NAME.fullmatch(name) or (group and not _GROUP.fullmatch(group)):
        return None
    params: list[tuple[str, str]] = []
    types: list[str] = []
    encoding = charset = ""
    for piece in pieces[1:]:
        key, equals, value = piece.partition("=")
        key = key.strip().upper() if equals and "(" not in key else ""
        if not key:
            value = piece
        if key in ("TYPE", ""):
            bare = value.strip().upper()
            if not key and (bare in _ENCODINGS or bare in _PLAIN_ENCODINGS):
                encoding = _ENCODINGS.get(bare, "")
            elif not key and bare in _BARE_CHARSETS:
                charset = bare.lower()
            else:
                types += _several(value)
        elif key == "ENCODING":
            encoding = _ENCODINGS.get(value.strip(' "').upper(), "")
        elif key == "CHARSET":
            charset = value.strip(' "').lower()
        else:
            params.append((key, _unquoted(value)))
    if charset in ("utf-8", "utf8"):
        charset = ""
    return Head(
        written=written,
        group=group.rpartition(".")[2],
        name=name.upper(),
        params=tuple(params),
        types=tuple(types),
        label=label_of(tuple(types)),
        rank=preference(tuple(types), next((value for key, value in params if key == "PREF"), "")),
        encoding=encoding,
        charset=charset,
        is_strict=_STRICT.fullmatch(written) is not None,
    )


def _several(value: str) -> list[str]:
    """Split a list of parameter values, quoted as a whole, each or not at all."""
    if value.startswith("X-CUSTOM("):
        return [value]
    bare = _unquoted(value)
    return [word for part in bare.split(",") if (word := part.strip(" \"'"))]


def _unquoted(value: str) -> str:
    value = value.strip()
    if value[:1] == '"':
        value = value[1:].removesuffix('"')
    return _CARETS.sub(lambda caret: _CARET_MEANS[caret[1]], value) if "^" in value else value


def format_param(name: str, value: str) -> str:
    """A parameter with the semicolon before it, quoted where needed, encoded as in RFC 6868."""
    value = value.replace("^", "^^").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "^n").replace('"', "^'")
    value = _UNSAFE_IN_PARAM.sub("", value)
    return f';{name}="{value}"' if any(sign in value for sign in ",;:") else f";{name}={value}"


def format_line(name: str, value: str, *, group: str = "", params: tuple[tuple[str, str], ...] = ()) -> str:
    """An unfolded content line; ``value`` must be escaped."""
    head = "".join(format_param(key, text) for key, text in params)
    return f"{group}.{name}{head}:{value}" if group else f"{name}{head}:{value}"


def fold_line(line: str) -> bytes:
    """Encode a content line: UTF-8, folded at 75 octets between characters (RFC 6350, section 3.2), with CRLF.

    Args:
        line: The line, without line breaks and lone surrogates.
    """
    data = line.encode()
    if len(data) <= 75:
        return data + b"\r\n"
    pieces = []
    start, room = 0, 75
    while len(data) - start > room:
        stop = start + room
        while data[stop] & 0xC0 == 0x80:
            stop -= 1
        pieces.append(data[start:stop])
        start, room = stop, 74
    pieces.append(data[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
