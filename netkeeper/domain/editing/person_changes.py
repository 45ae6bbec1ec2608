"""Describes the changed properties of a contact after a command."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from netkeeper.domain.dates.describe import MONTH_NAMES, describe_cadence
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.properties import PROPERTIES

_LINES = {name: row.title for name, row in PROPERTIES.items() if row.kind in ("line", "choice") and row.label}
_LISTS = {
    name: row.history if row.kind == "labelled" else row.title
    for name, row in PROPERTIES.items()
    if row.imports == "add" and row.word
}


def differences(
    before: Contact, after: Contact, name_of: Callable[[str], str], *, is_new: bool = False
) -> list[list[str]]:
    """What is different, one entry for each property, in parts of which each is to be made safe by itself.

    Args:
        is_new: Whether the contact was made just now, so that nothing was another before.
    """
    found: list[list[str]] = []
    for name, label in _LINES.items():
        found += _line(label, getattr(before, name) or "", getattr(after, name) or "", is_new=is_new)
    for name, label in _LISTS.items():
        found += _several(label, getattr(before, name), getattr(after, name), is_new=is_new)
    if before.step is not after.step:
        found.append([f"step {after.step}"] if is_new else [f"step {after.step} (was {before.step})"])
    if before.cadence != after.cadence:
        found.append([_cadence(after.cadence)])
    if before.birthday != after.birthday:
        born = after.birthday
        year = f" {born.year}" if born is not None and born.year else ""
        found.append([f"birthday {born.day} {MONTH_NAMES[born.month - 1]}{year}" if born else "no birthday"])
    if before.via != after.via:
        found.append(["introduced by ", name_of(after.via) or after.via] if after.via else ["introduced by nobody"])
    if before.of_team != after.of_team:
        found.append(["the team's" if after.of_team else "yours"])
    if before.notes != after.notes:
        found.append(["a note"] if after.notes else ["no notes"])
    return found


def in_line(entries: Sequence[Sequence[str]]) -> list[str]:
    """The parts of all entries, with commas between the entries."""
    parts: list[str] = []
    for place, entry in enumerate(entries):
        parts += [*([", "] if place else []), *entry]
    return parts


def _line(label: str, before: str, after: str, *, is_new: bool) -> Iterator[list[str]]:
    if before == after:
        return
    if not after:
        yield [f"no {label}"]
    elif before and not is_new:
        yield [f"{label} ", after, " (was ", before, ")"]
    else:
        yield [f"{label} ", after]


def _several(
    label: str, before: Sequence[Labelled | str], after: Sequence[Labelled | str], *, is_new: bool
) -> Iterator[list[str]]:
    """The items added to a list, and those removed."""
    new = [_text(each) for each in after if each not in before]
    texts = {_value(each) for each in after}
    gone = [_text(each) for each in before if _value(each) not in texts]
    if new:
        yield [f"{label} ", ", ".join(new), "" if is_new else " added"]
    if gone:
        yield [f"{label} ", ", ".join(gone), " taken away"]


def _value(each: Labelled | str) -> str:
    return each.value if isinstance(each, Labelled) else str(each)


def _text(each: Labelled | str) -> str:
    if isinstance(each, Labelled) and each.label:
        return f"{each.value} ({each.label})"
    return _value(each)


def _cadence(days: int | None) -> str:
    if days is None:
        return "as often as the step says"
    return f"every {describe_cadence(days)}" if days else "no reminders"
