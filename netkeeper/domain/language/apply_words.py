"""Applying ``ContactChanges`` to a contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.contact_words import UNSET, ContactChanges
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import StepChange
from netkeeper.domain.people.names import check_name, name_parts_from
from netkeeper.domain.people.properties import PROPERTIES, empty
from netkeeper.domain.people.same_values import sameness, text_of, unite_values
from netkeeper.domain.text.display import fit, plain, quoted


def apply_changes(contact: Contact, changes: ContactChanges, today: date) -> Contact:
    """The changed contact: values are cleared first, then removed, then added.

    A new step is recorded in the ladder's history; a new name sets the name's parts; values that the contact has
    already are not added again. ``changes.via`` is stored unchanged.

    Raises:
        WordError: A value to remove doesn't exist, or the contact would be introduced by itself.
        InvalidValueError: The name is invalid.
    """
    if changes.is_empty:
        return contact
    if changes.via and changes.via == contact.id:
        raise WordError(f"{contact.name} can't be introduced by themselves; name who did, or leave via: out.", "via:")
    new: dict[str, Any] = {name: empty(name) for name in changes.cleared}
    for name in ("organization", "title", "met", "via", "birthday"):
        if (value := getattr(changes, name)) is not None:
            new[name] = value
    for name in ("emails", "phones", "urls"):
        kept = _without(new.get(name, getattr(contact, name)), name, getattr(changes, f"{name}_removed"))
        new[name] = unite_values(name, kept, getattr(changes, name), _relabelled)
    for name in ("fields", "hopes"):
        kept = _without(new.get(name, getattr(contact, name)), name, getattr(changes, f"{name}_removed"))
        new[name] = tuple(dict.fromkeys([*kept, *getattr(changes, f"{name}_added")]))
    if changes.name is not None and (name := check_name(changes.name)) != contact.name:
        new |= {"name": name, "name_parts": name_parts_from(name)}
    if changes.step is not None and changes.step is not contact.step:
        new |= {"step": changes.step, "ladder": (*contact.ladder, StepChange(today, changes.step))}
    if changes.cadence is not UNSET:
        new["cadence"] = changes.cadence
    if changes.of_team is not None:
        new["of_team"] = changes.of_team
    new |= changes.values
    if changes.notes_added:
        before = new.get("notes", contact.notes).rstrip()
        new["notes"] = f"{before}\n{changes.notes_added}" if before else changes.notes_added
    return replace(contact, **new)


def _without(values: Sequence[Any], name: str, removed: Sequence[str]) -> list[Any]:
    """The values without the removed ones.

    Raises:
        WordError: A value to remove doesn't exist.
    """
    if not removed:
        return list(values)
    same = sameness(name)
    there = {same(text_of(value)): value for value in values}
    for text in removed:
        if there.pop(same(text), None) is None:
            has = ", ".join(plain(text_of(value)) for value in values)
            instead = f"there is {fit(has, 60)}." if has else "there is none."
            key = PROPERTIES[name].word
            raise WordError(f"There is no {key} {quoted(text)} to take away; {instead}", f"-{key}:{text}")
    return list(there.values())


def _relabelled(old: Labelled, new: Labelled) -> Labelled:
    """An existing value, with the new label if there is one."""
    return Labelled(old.value, new.label or old.label)
