"""Entries of a list that take the place of others, where a source has another number or address now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from netkeeper.domain.people.contact import Labelled


def replaced(
    known: tuple[Labelled, ...],
    incoming: tuple[Labelled, ...],
    source_texts: Sequence[str],
    key: Callable[[str], str],
    *,
    earlier: Iterable[str] = (),
    also: Iterable[str] = (),
) -> tuple[Labelled, ...] | None:
    """The entries with the new ones in the place of those that the source has no longer; None for no change.

    One takes the place of another with the same label, or where it is the only one. What the source has said at any
    ``earlier`` import takes no place, so that two files of one source never take turns. What the source has on ``also``
    another card of the file is not gone.
    """

    def mark(item: Labelled) -> str:
        return key(item.value)

    before = set(map(key, source_texts))
    now, here = set(map(mark, incoming)), set(map(mark, known))
    gone = [item for item in known if mark(item) in before - now - set(map(key, also))]
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
