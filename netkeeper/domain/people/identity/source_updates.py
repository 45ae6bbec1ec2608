"""What an updated file updates: what it said before, says otherwise now, and nobody has changed meanwhile.

What each source said last is remembered with the contact, in the form of a document: for each property
the values that were said, as texts. A value is replaced only where the one that is kept was said at some import
and the new one never was, so that two files that differ never overwrite each other in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.domain.people.same_values import sameness
from netkeeper.domain.text.fold import fold

SourceValues = Mapping[str, Sequence[str]]
"""What one source said of a contact: the values of each property, by its name."""

TEXTS = tuple(name for name, row in PROPERTIES.items() if row.updates and row.imports != "add")
"""The properties of one value that a later file of a source updates."""

LISTS = tuple(name for name, row in PROPERTIES.items() if row.updates and row.imports == "add")
"""The lists of which a later file of a source replaces entries."""

_LONGEST = 2_000
"""Longer texts are not remembered; they are added to, never replaced."""

_MOST_VALUES = 20
_CARDS = "cards"
"""The name under which digests of the cards are kept, where there are several."""

_EARLIER = "earlier"
"""The name under which the values of earlier imports are kept, each behind its property's name."""

_OPEN = "open"
"""The name under which the properties are kept in which it contradicts what is here, and of which nobody has said what is right."""

_LEFT = "left"
"""The name under which the values are kept, each behind its property's name, that a person has left for what is here."""

_PROGRAM = "program"
"""The name under which the programs are kept that wrote the cards."""

_NO_PROPERTIES = frozenset((_CARDS, _EARLIER, _OPEN, _LEFT, _PROGRAM))
_MOST_EARLIER = 40
_LONGEST_NAMED = 120
_MOST_CARDS = 50
_MOST_SOURCES = 8


def source_values_of(contacts: Iterable[Contact]) -> dict[str, list[str]]:
    """What a source says of one contact.

    Args:
        contacts: The contact as the source has it, on each of its cards.
    """
    by_name: dict[str, list[str]] = {}
    cards = list(contacts)
    for contact in cards:
        for name in (*TEXTS, *LISTS):
            for value in values_of(contact, name):
                values = by_name.setdefault(name, [])
                if len(value) <= _LONGEST and len(values) < _MOST_VALUES and value not in values:
                    values.append(value)
    listed_values = {name: values for name, values in by_name.items() if values}
    if len(cards) > 1:
        marks = list(dict.fromkeys(mark_of(source_values_of([card])) for card in cards))
        if len(marks) > 1:
            listed_values[_CARDS] = marks[:_MOST_CARDS]
    return listed_values


def mark_of(values: SourceValues) -> str:
    """A short digest of what a source says on one card."""
    listed = repr([(name, list(values[name])) for name in sorted(values) if name not in _NO_PROPERTIES])
    return blake2b(listed.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def card_marks(values: SourceValues) -> Sequence[str]:
    """The digests of the cards that a source has of a contact."""
    return values.get(_CARDS) or [mark_of(values)]


def remembered(
    before: Mapping[str, SourceValues],
    source: str,
    source_values: SourceValues,
    *,
    still_open: Iterable[str] = (),
    left: Iterable[tuple[str, str]] = (),
    programs: Iterable[str] = (),
) -> dict[str, SourceValues]:
    """What all sources said, with what one says now; of many, those that spoke last.

    Args:
        still_open: The properties in which it contradicts what is here, and of which nobody has said what is right.
        left: The properties and values that a person has left for what is here.
        programs: The programs that wrote the cards.
    """
    others = {name: each for name, each in before.items() if name != source}
    kept = list(others.items())[-(_MOST_SOURCES - 1) :]
    last = before.get(source, {})
    now, then = (
        [_named(name, value) for name in (*TEXTS, *LISTS) for value in values.get(name, ())]
        for values in (source_values, last)
    )
    more = {
        _EARLIER: [each for each in dict.fromkeys((*last.get(_EARLIER, ()), *then)) if each not in now][
            -_MOST_EARLIER:
        ],
        _PROGRAM: list(dict.fromkeys(programs)),
        _OPEN: list(dict.fromkeys(still_open)),
        _LEFT: list(dict.fromkeys((*last.get(_LEFT, ()), *(_named(*each) for each in left))))[-_MOST_EARLIER:],
    }
    return {**dict(kept), source: {**source_values, **{name: values for name, values in more.items() if values}}}


def uids_by_program(by_source: Mapping[str, SourceValues]) -> Iterable[tuple[str, str]]:
    """The programs that wrote somebody's cards, each with the UID that it gave; a source is named for its kind and the UID."""
    for source, values in by_source.items():
        uid = source.partition(" ")[2]
        if uid:
            for program in values.get(_PROGRAM, ()):
                yield program, uid


def is_open(source_values: SourceValues, name: str) -> bool:
    """Whether a source contradicted what is here at its last import, and nobody has said what is right."""
    return name in source_values.get(_OPEN, ())


def is_left(source_values: SourceValues, name: str, value: str) -> bool:
    """Whether a person has left a value of a source for what is here."""
    return _named(name, value) in source_values.get(_LEFT, ())


def _named(name: str, value: str) -> str:
    """A value behind its property's name; of a long one a digest."""
    return f"{name} {value if len(value) <= _LONGEST_NAMED else blake2b(value.encode(), digest_size=16).hexdigest()}"


def _has_said(source_values: SourceValues, name: str, value: str) -> bool:
    """Whether a source has said a value at any import, as far as it is remembered."""
    return value in source_values.get(name, ()) or _named(name, value) in source_values.get(_EARLIER, ())


def _all_said(source_values: SourceValues, name: str) -> list[str]:
    """The values of a property that a source has said at any import; of long ones the last."""
    start = f"{name} "
    earlier = (each.removeprefix(start) for each in source_values.get(_EARLIER, ()) if each.startswith(start))
    return [*source_values.get(name, ()), *earlier]


def united(mine: Mapping[str, SourceValues], theirs: Mapping[str, SourceValues]) -> dict[str, SourceValues]:
    """What all sources said of two contacts that turned out to be one."""
    both: dict[str, SourceValues] = {}
    for source in {**theirs, **mine}:
        one, other = mine.get(source, {}), theirs.get(source, {})
        names = {**one, **other}
        values = {name: list(dict.fromkeys((*one.get(name, ()), *other.get(name, ())))) for name in names}
        if one and other:
            values[_CARDS] = list(dict.fromkeys((*card_marks(one), *card_marks(other))))
        both[source] = values
    return both


def update(known: Contact, incoming: Contact, source_values: SourceValues, *, may_rename: bool = True) -> Contact:
    """What is known with what an incoming contact adds, and with what its source says otherwise than before.

    Args:
        incoming: The same contact as a source has it now.
        source_values: What that source said of it before; empty for nothing.
        may_rename: Whether more than a part of the name shows that it is the same contact.

    Returns:
        The contact. What the person changed stays; entries that the source has no longer stay, but
        where another took their place.
    """
    if not source_values:
        return fill_in(known, incoming)
    changes: dict[str, Any] = {}
    for name in TEXTS:
        if name == "name" and not may_rename:
            continue
        if _is_replaced(name, values_of(known, name), values_of(incoming, name), source_values):
            changes[name] = getattr(incoming, name)
    if "name" in changes and is_put_together_anew(known, incoming):
        del changes["name"]
    if "name" in changes:
        changes["name_parts"] = incoming.name_parts
    for name in LISTS:
        entries = replaced(
            getattr(known, name),
            getattr(incoming, name),
            source_values.get(name, ()),
            sameness(name),
            earlier=_all_said(source_values, name),
        )
        if entries is not None:
            changes[name] = entries
    return fill_in(replace(known, **changes) if changes else known, incoming)


def is_put_together_anew(known: Contact, incoming: Contact) -> bool:
    """Whether another name is only the known one, or its parts, in another order, as programs put FN together from N."""
    words = _name_words(incoming.name)
    return words in (_name_words(known.name), _name_words(known.name_parts.formatted()))


def _name_words(name: str) -> list[str]:
    return sorted(fold(name.replace(",", " ")).split())


def values_of(contact: Contact, name: str) -> list[str]:
    """The values of one of ``TEXTS`` or ``LISTS``, as texts."""
    value = getattr(contact, name)
    if isinstance(value, tuple):
        return [item.value for item in value]
    return [str(value)] if value else []


def _is_replaced(name: str, known: Sequence[str], incoming: Sequence[str], source_values: SourceValues) -> bool:
    if not (known and incoming) or known == incoming:
        return False
    return _has_said(source_values, name, known[0]) and not _has_said(source_values, name, incoming[0])


def replaced(
    known: tuple[Labelled, ...],
    incoming: tuple[Labelled, ...],
    source_texts: Sequence[str],
    key: Callable[[str], str],
    *,
    earlier: Iterable[str] = (),
) -> tuple[Labelled, ...] | None:
    """The entries with the new ones in the place of those that the source has no longer; None for no change.

    One takes the place of another with the same label, or where it is the only one. What the source has said at any
    ``earlier`` import takes no place, so that two files of one source never take turns.
    """

    def mark(item: Labelled) -> str:
        return key(item.value)

    before = set(map(key, source_texts))
    now, here = set(map(mark, incoming)), set(map(mark, known))
    gone = [item for item in known if mark(item) in before - now]
    not_new = before | here | set(map(key, earlier))
    new = [item for item in incoming if mark(item) not in not_new]
    pairs: dict[Labelled, Labelled] = {}
    for old in gone:
        fitting = [item for item in new if item.label.casefold() == old.label.casefold()]
        if not fitting and len(gone) == len(new) == 1:
            fitting = new
        if fitting:
            pairs[old] = fitting[0]
            new.remove(fitting[0])
    return tuple(pairs.get(item, item) for item in known) if pairs else None
