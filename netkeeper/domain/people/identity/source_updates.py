"""What an updated file updates: what it said before, says otherwise now, and nobody has changed meanwhile.

What each source said last is remembered with the contact, in the form of a document: for each property
the values that were said, as texts. A value is replaced only where the one that is kept was said at some import
and the new one never was, so that two files that differ never overwrite each other in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.entries import replaced
from netkeeper.domain.people.identity.matching import fill_in
from netkeeper.domain.people.identity.renaming import takes_name
from netkeeper.domain.people.properties import PROPERTIES, is_empty
from netkeeper.domain.people.same_values import sameness, text_of

SourceValues = Mapping[str, Sequence[str]]
"""What one source said of a contact: the values of each property, by its name."""

TEXTS = tuple(name for name, row in PROPERTIES.items() if row.updates and row.imports != "add")
"""The properties of one value that a later file of a source updates."""

LISTS = tuple(name for name, row in PROPERTIES.items() if row.updates and row.imports == "add")
"""The lists of which a later file of a source replaces entries."""

_MARKED = (*TEXTS, *LISTS)
"""What a digest of a card is over."""

REMEMBERED = (
    *_MARKED,
    *(name for name, row in PROPERTIES.items() if row.imports != "no" and name not in (*_MARKED, "name_parts", "uid")),
)
"""The properties of which it is remembered what a source said, so that what a person removed does not come back."""

_NEVER_WITHOUT_ITS_CARD = frozenset(("notes", "birthday"))
"""Properties that only the very same card replaces."""

_LONGEST = 2_000
"""Longer texts are not remembered; they are added to, never replaced."""

_MOST_VALUES = 20
_CARDS = "cards"
"""The name under which digests of the cards are kept, where there are several, those of earlier imports too."""

_EARLIER = "earlier"
"""The name under which the values of earlier imports are kept, each behind its property's name."""

_OPEN = "open"
"""The name under which the properties are kept in which it contradicts what is here, and of which nobody has said what is right."""

_LEFT = "left"
"""The name under which the values are kept, each behind its property's name, that a person has left for what is here."""

_PROGRAM = "program"
"""The name under which the programs are kept that wrote the cards."""

_MOST_EARLIER = 80
_LONGEST_NAMED = 120
_MOST_CARDS = 50
_MOST_SOURCES = 8


def source_values_of(contacts: Iterable[Contact], names: Sequence[str] = REMEMBERED) -> dict[str, list[str]]:
    """What a source says of one contact.

    Args:
        contacts: The contact as the source has it, on each of its cards.
        names: The properties that count.
    """
    by_name: dict[str, list[str]] = {}
    cards = list(contacts)
    for contact in cards:
        for name in names:
            for value in values_of(contact, name):
                values = by_name.setdefault(name, [])
                if len(value) <= _LONGEST and len(values) < _MOST_VALUES and value not in values:
                    values.append(value)
    listed_values = {name: values for name, values in by_name.items() if values}
    if len(cards) > 1:
        marks = list(dict.fromkeys(map(card_mark, cards)))
        if len(marks) > 1:
            listed_values[_CARDS] = marks[:_MOST_CARDS]
    return listed_values


def mark_of(values: SourceValues) -> str:
    """A short digest of what a source says on one card."""
    listed = repr([(name, list(values[name])) for name in sorted(values) if name in _MARKED])
    return blake2b(listed.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def card_mark(contact: Contact) -> str:
    """The digest of a card."""
    return mark_of(source_values_of([contact], _MARKED))


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
        [_named(name, value) for name in REMEMBERED for value in values.get(name, ())]
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
    if last:
        # Who had a card at an earlier import has it when the earlier file comes again.
        marks = list(dict.fromkeys((*card_marks(last), *card_marks(source_values))))
        more[_CARDS] = marks[-_MOST_CARDS:] if len(marks) > 1 else []
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


def update(
    known: Contact,
    incoming: Contact,
    source_values: SourceValues,
    *,
    may_rename: bool = True,
    is_same_card: bool = True,
    in_file: SourceValues = MappingProxyType({}),
) -> Contact:
    """What is known with what an incoming contact adds, and with what its source says otherwise than before.

    Args:
        incoming: The same contact as a source has it now.
        source_values: What that source said of it before; empty for nothing.
        may_rename: Whether more than a part of the name shows that it is the same contact.
        is_same_card: Whether it surely is the card of before, by its UID. Another program's file may look the same:
            what that says is added to entries and notes, and takes no place.
        in_file: What all the cards of the contact in the file say; empty where there is one.

    Returns:
        The contact. What the person changed stays, and what they removed does not come back; entries that the source
        has no longer stay, but where another took their place.
    """
    if not source_values:
        return fill_in(known, incoming)
    changes: dict[str, Any] = {}
    for name in TEXTS:
        here, there = values_of(known, name), values_of(incoming, name)
        if (name == "name" and not may_rename) or (name in _NEVER_WITHOUT_ITS_CARD and not is_same_card):
            continue
        if _is_replaced(name, here, there, source_values) and here[0] not in in_file.get(name, ()):
            changes[name] = getattr(incoming, name)
    if "name" in changes and not takes_name(known, incoming):
        del changes["name"]
    if "name" in changes:
        changes["name_parts"] = incoming.name_parts
    for name in LISTS if is_same_card else ():
        entries = replaced(
            getattr(known, name),
            getattr(incoming, name),
            source_values.get(name, ()),
            sameness(name),
            earlier=_all_said(source_values, name),
            also=in_file.get(name, ()),
        )
        if entries is not None:
            changes[name] = entries
    is_removed = removed_since(source_values, is_same_card=is_same_card)
    return fill_in(replace(known, **changes) if changes else known, incoming, is_removed)


def removed_since(source_values: SourceValues, *, is_same_card: bool) -> Callable[[str, str], bool]:
    """Whether a value that is not here was removed by the person: its source has said it at an import.

    Args:
        is_same_card: Whether the source surely is the same. Of that, entries also give place to others, so of what it
            said longer ago it isn't known who removed it.
    """
    known: dict[str, set[str]] = {}

    def is_removed(name: str, text: str) -> bool:
        if name not in REMEMBERED or is_open(source_values, name):
            return False
        is_text = PROPERTIES[name].imports == "fill"
        counts_all = is_text or not is_same_card
        key = sameness(name)
        if name not in known:
            values = _all_said(source_values, name) if counts_all else source_values.get(name, ())
            known[name] = {
                key(each) for value in values for each in (value.split("\n") if name == "notes" else (value,))
            }
        return key(text) in known[name] or (counts_all and _has_said(source_values, name, text))

    return is_removed


def values_of(contact: Contact, name: str) -> list[str]:
    """The values of a property, as texts."""
    value = getattr(contact, name)
    if isinstance(value, tuple):
        return [text_of(item) for item in value]
    return [] if is_empty(value) else [str(value)]


def _is_replaced(name: str, known: Sequence[str], incoming: Sequence[str], source_values: SourceValues) -> bool:
    if not (known and incoming) or known == incoming:
        return False
    return _has_said(source_values, name, known[0]) and not _has_said(source_values, name, incoming[0])
