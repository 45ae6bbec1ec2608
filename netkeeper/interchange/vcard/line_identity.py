"""Which kept content lines say the same, whatever a program made of them on their way.

Address books and servers put lines in another order, number the ``item`` groups anew, change the case of names, types
and parameters, add and drop PREF, and escape or cut what they don't know: vobject, in Radicale and khard, keeps of a
value its part before the first bare comma or semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netkeeper.domain.people.photos import as_kept, is_photo
from netkeeper.interchange.vcard.content_line import parse_head, split_line
from netkeeper.interchange.vcard.values import unescape

_BY_PROGRAMS = re.compile(
    r"(?:[\w.-]+\.)?(?:PRODID|REV|X-ABADR|X-ABUID|X-IMAGEHASH|X-IMAGETYPE|X-KIND|X-ABLABEL|KIND:individual)(?:[;:]|\Z)",
    re.IGNORECASE,
)
"""What programs write of their own accord, which is no edit of a known contact."""

_NO_DIFFERENCE = frozenset(("PREF", "X-ABLABEL", "ENCODING", "VALUE"))


class _Said(NamedTuple):
    """A content line without what programs change of it: name, sorted types and parameters, unescaped value."""

    name: str
    params: tuple[str, ...]
    value: str


def new_lines(kept: Iterable[str], incoming: Iterable[str]) -> Iterator[str]:
    """The incoming lines that say what none of the kept ones says."""
    known = list(kept)
    here = set(known)
    others = [line for line in incoming if line not in here]
    if not others:
        return
    said = set(map(_said, known))
    for line in others:
        if _BY_PROGRAMS.match(line):
            continue
        words = _said(line)
        if words not in said and not any(_is_cut(words, other) for other in said):
            said.add(words)
            yield line


def joined_lines(
    kept: tuple[str, ...], incoming: tuple[str, ...], *, is_own: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kept lines with the incoming ones that say something new, and these alone.

    Args:
        is_own: Whether netkeeper wrote the card: then another photo was taken in place of the one on it.
    """
    if not incoming:
        return kept, ()
    more = tuple(new_lines(kept, incoming))
    if is_own and any(map(_is_portrait, more)):
        kept = tuple(line for line in kept if not _is_portrait(line))
    return (*kept, *more), more


def _is_portrait(line: str) -> bool:
    return is_photo(line) and line.partition(";")[0].rpartition(".")[2].upper() == "PHOTO"


def _said(line: str) -> _Said:
    written, value = split_line(as_kept(line))
    head = parse_head(written)
    if head is None:
        return _Said("", (), line)
    types = {word.casefold() for word in head.types} - {"pref", "voice", "internet"}
    params = {f"{key}={text}".casefold() for key, text in head.params if key not in _NO_DIFFERENCE}
    return _Said(head.name, (*sorted(types), *sorted(params)), unescape(value).strip().rstrip(";"))


def _is_cut(one: _Said, whole: _Said) -> bool:
    """Whether one is what vobject leaves of the whole value."""
    return (
        one.name == whole.name
        and len(one.value) < len(whole.value)
        and whole.value.startswith(one.value)
        and whole.value[len(one.value)] in ",;"
    )
