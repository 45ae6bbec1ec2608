"""What is different of a contact: each changed property in a few words, safe to show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from netkeeper.domain.dates.describe import MONTH_NAMES, describe_cadence
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.domain.text.display import plain

_LINES = {name: row.title for name, row in PROPERTIES.items() if row.kind in ("line", "choice") and row.label}
_LISTS = {
    name: row.history if row.kind == "labelled" else row.title
    for name, row in PROPERTIES.items()
    if row.imports == "add" and row.word
}


def added_sentence(contact: Contact, name_of: Callable[[str], str]) -> str:
    """Who was added, and with what: ``Added Liisa Kallio. Organization Kalliomaito, step regular``."""
    changes = changes_text(Contact(id=contact.id, name=contact.name), contact, name_of, is_new=True)
    template = "Added {name}. {changes}." if changes else "Added {name}."
    return template.format(name=plain(contact.name), changes=f"{changes[:1].upper()}{changes[1:]}")


def edited_sentence(before: Contact, after: Contact, name_of: Callable[[str], str]) -> str:
    """What was changed of a contact: ``Edited Anna Virtanen. Now: title Buyer, field food added``."""
    changes = changes_text(before, after, name_of, is_new=not before.created)
    template = "Edited {name}. Now: {changes}." if changes else "Edited {name}."
    return template.format(name=plain(after.name), changes=changes)


def changes_text(before: Contact, after: Contact, name_of: Callable[[str], str], *, is_new: bool) -> str:
    """What is different, without a full stop: ``title Buyer (was CEO), field food added``; empty where nothing is.

    Args:
        before: The contact as it was.
        after: The contact as it is.
        name_of: The name for a contact's id in ``via``; empty for one that is gone.
        is_new: Whether the contact was made just now, so that no value is shown as replaced.
    """
    return ", ".join(_differences(before, after, name_of, is_new=is_new))


def _differences(before: Contact, after: Contact, name_of: Callable[[str], str], *, is_new: bool) -> Iterator[str]:
    for name, label in _LINES.items():
        yield from _line(label, getattr(before, name) or "", getattr(after, name) or "", is_new=is_new)
    for name, label in _LISTS.items():
        yield from _several(label, getattr(before, name), getattr(after, name), is_new=is_new)
    if before.step is not after.step:
        yield f"step {after.step}" if is_new else f"step {after.step} (was {before.step})"
    if before.cadence != after.cadence:
        yield _cadence(after.cadence)
    if before.birthday != after.birthday:
        born = after.birthday
        year = f" {born.year}" if born is not None and born.year else ""
        yield f"birthday {born.day} {MONTH_NAMES[born.month - 1]}{year}" if born else "no birthday"
    if before.via != after.via:
        yield f"introduced by {plain(name_of(after.via) or after.via)}" if after.via else "introduced by nobody"
    if before.of_team != after.of_team:
        yield "the team's" if after.of_team else "yours"
    if before.notes != after.notes:
        yield "a note" if after.notes else "no notes"


def _line(label: str, before: str, after: str, *, is_new: bool) -> Iterator[str]:
    if before == after:
        return
    if not after:
        template = "no {label}"
    else:
        template = "{label} {after} (was {before})" if before and not is_new else "{label} {after}"
    yield template.format(label=label, before=plain(before), after=plain(after))


def _several(
    label: str, before: Sequence[Labelled | str], after: Sequence[Labelled | str], *, is_new: bool
) -> Iterator[str]:
    """The items that a list gained, and those that it lost."""
    gained = [_text(each) for each in after if each not in before]
    texts = {_value(each) for each in after}
    lost = [_text(each) for each in before if _value(each) not in texts]
    if gained:
        template = "{label} {items}" if is_new else "{label} {items} added"
        yield template.format(label=label, items=plain(", ".join(gained)))
    if lost:
        yield "{label} {items} taken away".format(label=label, items=plain(", ".join(lost)))


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
