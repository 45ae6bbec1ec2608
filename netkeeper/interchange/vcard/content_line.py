"""A content line: ``group.NAME;PARAM=value:value`` (RFC 6350, section 3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netkeeper.interchange.vcard.labels import NOT_PREFERRED, label_of, preference

MAX_HEAD = 4_000
"""The longest head that is read, in characters."""

QUOTED_PRINTABLE = "QUOTED-PRINTABLE"
BASE64 = "BASE64"

_NAME = re.compile(r"[A-Za-z0-9_-]+")
_GROUP = re.compile(r"[A-Za-z0-9_.-]+")
# Possessive within, so that a line of nothing but quotes is read once. Groups are not: Python before 3.11.5 goes wrong
# about possessive groups, and none of these ever has anything to give back.
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
    """What stands before the colon.

    Attributes:
        written: As written.
        group: The group, as written; empty where there is none.
        name: The name of the property in capitals.
        params: Names (in capitals) and values (without quotes, carets resolved as in RFC 6868), in
            order; TYPE, ENCODING and CHARSET aside.
        types: The values of TYPE, as written, in order; vCard 2.1's bare words among them.
        label: What the types say it is for; empty where they say nothing.
        rank: How strongly it is preferred: 1 most.
        encoding: ``QUOTED-PRINTABLE``, ``BASE64`` or empty.
        charset: The declared charset in lower case; empty where it is UTF-8 or nothing.
        is_strict: Whether it is written as RFC 6350 has it, so that any reader can read it.
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
        """The first value of a parameter; empty where it isn't there."""
        for key, value in self.params:
            if key == name:
                return value
        return ""


def split_line(line: str) -> tuple[str, str]:
    """A content line before and after its colon, which may stand in quotes before it.

    A quote that is never closed is text.
    """
    head, _, value = line.partition(":")
    if '"' in head:
        whole = _QUOTED_HEAD.match(line)
        if whole:
            return whole[0], line[whole.end() + 1 :]
    return head, value


def parse_head(written: str) -> Head | None:
    """The head of a content line; None where it has no name that could be one, or is endless.

    Blanks around names and values are allowed, as vCard 2.1 does.
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
    """The values of a parameter that may have several, in quotes together or each or not at all."""
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
    """A parameter as it is written, with the semicolon before it.

    Values are quoted where they must be; quotes and line breaks in them are written as RFC 6868 says.
    """
    value = value.replace("^", "^^").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "^n").replace('"', "^'")
    value = _UNSAFE_IN_PARAM.sub("", value)
    return f';{name}="{value}"' if any(sign in value for sign in ",;:") else f";{name}={value}"


def format_line(name: str, value: str, *, group: str = "", params: tuple[tuple[str, str], ...] = ()) -> str:
    """A content line, unfolded.

    Args:
        value: Its value, already escaped.
    """
    head = "".join(format_param(key, text) for key, text in params)
    return f"{group}.{name}{head}:{value}" if group else f"{name}{head}:{value}"


def fold_line(line: str) -> bytes:
    """A content line as it stands in a file: UTF-8, folded at 75 octets, ended by CRLF.

    A fold never cuts a character (RFC 6350, section 3.2).

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
