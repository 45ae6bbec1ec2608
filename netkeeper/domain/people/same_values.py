"""When two values of a contact's property are the same, and how two lists of them become one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from netkeeper.domain.people.contact import Labelled

_Item = TypeVar("_Item")


def text_of(item: Any) -> str:
    """What is compared of an item of a list: an email address, a postal address, a field."""
    if isinstance(item, Labelled):
        return item.value
    return item if isinstance(item, str) else str(item.one_line())


def sameness(name: str) -> Callable[[str], str]:
    """What makes two values of a property the same: a phone's digits, otherwise the text but for case."""
    if name != "phones":
        return _folded
    from netkeeper.domain.people.phones import phone_key

    return lambda phone: phone_key(phone.strip()) or phone.strip()


def _folded(text: str) -> str:
    return text.strip().casefold()


def first(known: _Item, _: _Item) -> _Item:
    """Of two that are the same, the one that was there."""
    return known


def labelled_first(known: _Item, new: _Item) -> _Item:
    """Of two that are the same, the one that was there, with the other's label where it has none."""
    adds = isinstance(known, Labelled) and isinstance(new, Labelled) and not known.label and new.label
    return replace(known, label=new.label) if adds else known  # type: ignore[type-var, attr-defined]


def unite(
    mine: Iterable[_Item],
    theirs: Iterable[_Item],
    same: Callable[[_Item], object],
    settle: Callable[[_Item, _Item], _Item] = first,
) -> tuple[_Item, ...]:
    """All of one list, then what only the other holds.

    Args:
        mine: The one; it stays as it is, even where it holds the same twice.
        theirs: The other.
        same: Items for which it gives the same are one.
        settle: What stays of two that are one, the first and the second.
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


def unite_values(name: str, mine: Any, theirs: Any, settle: Callable[[Any, Any], Any] = first) -> tuple[Any, ...]:
    """As :func:`unite`, of two values of a property that holds several."""
    same = sameness(name)
    return unite(mine, theirs, lambda item: same(text_of(item)), settle)
