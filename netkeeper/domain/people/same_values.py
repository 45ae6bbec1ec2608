"""Equality of the values of a contact's property, and the union of two lists of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from netkeeper.domain.people.contact import Labelled
from netkeeper.domain.people.emails import email_key
from netkeeper.domain.people.linkedin import linkedin_key

_Item = TypeVar("_Item")


def text_of(item: Any) -> str:
    """The text of a list's item, by which it is compared."""
    if isinstance(item, Labelled):
        return item.value
    return item if isinstance(item, str) else str(item.one_line())


def sameness(name: str) -> Callable[[str], str]:
    """The function from a text to its key: two values with one key are the same.

    A phone's number, an email's address and a LinkedIn profile however they are written, else the folded text.
    """
    if name == "phones":
        from netkeeper.domain.people.phones import phone_key

        return lambda phone: phone_key(phone.strip()) or phone.strip()
    if name == "emails":
        return lambda email: email_key(email) or _folded(email)
    if name == "urls":
        return lambda url: linkedin_key(url) or _folded(url)
    return _folded


def _folded(text: str) -> str:
    return text.strip().casefold()


def first(known: _Item, _: _Item) -> _Item:
    """Keep the first of two equal items."""
    return known


def labelled_first(known: _Item, new: _Item) -> _Item:
    """Keep the first of two equal items, with the other's label where it has none."""
    adds = isinstance(known, Labelled) and isinstance(new, Labelled) and not known.label and new.label
    return replace(known, label=new.label) if adds else known  # type: ignore[type-var, attr-defined]


def unite(
    mine: Iterable[_Item],
    theirs: Iterable[_Item],
    same: Callable[[_Item], object],
    settle: Callable[[_Item, _Item], _Item] = first,
) -> tuple[_Item, ...]:
    """The items of one list, then those that only the other has.

    Args:
        mine: Kept in full, duplicates included.
        theirs: Its items are added where ``mine`` has none that is equal.
        same: The key by which items are compared.
        settle: Returns the item to keep of two equal ones, mine and theirs.
    """
    united = list(mine)
    places: dict[object, int] = {}
    for place, item in enumerate(united):
        places.setdefault(same(item), place)
    for item in theirs:
        place = places.setdefault(same(item), len(united))
        if place == len(united):
            united.append(item)
        else:
            united[place] = settle(united[place], item)
    return tuple(united)


def with_new_lines(mine: str, theirs: str) -> str:
    """A text with the lines of another below it that it doesn't have yet, compared without blanks at their ends."""
    if not mine or not theirs:
        return mine or theirs
    known = {line.strip() for line in mine.split("\n")}
    new = [line for line in theirs.split("\n") if line.strip() not in known and line.strip()]
    return "\n".join((mine, *dict.fromkeys(new))) if new else mine


def unite_values(name: str, mine: Any, theirs: Any, settle: Callable[[Any, Any], Any] = first) -> tuple[Any, ...]:
    """As :func:`unite`, for two values of a list property."""
    same = sameness(name)
    return unite(mine, theirs, lambda item: same(text_of(item)), settle)
