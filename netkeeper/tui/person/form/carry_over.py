"""Moves what was typed about a new contact into the form of an existing one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.same_values import sameness, unite
from netkeeper.tui.forms.repeated_entries import ReachEntry
from netkeeper.tui.person.form.entry import ContactEntry
from netkeeper.tui.person.form.input_texts import PARTS
from netkeeper.tui.person.form.name_line import words_after_name

_THEIR_OWN = frozenset({"name", *PARTS})
"""Texts of the existing contact that are never replaced."""


def carried_over(written: ContactEntry, known: Contact, via_name: str) -> ContactEntry:
    """The form of the contact ``known``, with the content of the form ``written`` for a new one merged in.

    Typed texts replace stored ones, since they are newer; lists and notes are extended. Nothing is stored.

    Args:
        via_name: The name of the person who introduced ``known``; empty for none.
    """
    theirs = ContactEntry.of(known, via_name)
    texts = {name: text for name, text in written.texts.items() if text.strip() and name not in _THEIR_OWN}
    if words := words_after_name(written.texts["name"]):
        texts["name"] = f"{theirs.texts['name']} {words}"
    for name, between in (("fields", ", "), ("notes", "\n")):
        if name in texts and theirs.texts[name].strip():
            texts[name] = f"{theirs.texts[name]}{between}{texts[name]}"
    reaches = {name: _with_more(name, rows, written.reaches[name]) for name, rows in theirs.reaches.items()}
    return replace(
        theirs,
        texts={**theirs.texts, **texts},
        reaches=reaches,
        addresses=(*theirs.addresses, *(row for row in written.addresses if not row.is_blank)),
        step=theirs.step if written.step is written.base.step else written.step,
        of_team=theirs.of_team or written.of_team,
        hopes=tuple(dict.fromkeys([*theirs.hopes, *written.hopes])),
    )


def _with_more(name: str, rows: Sequence[ReachEntry], more: Sequence[ReachEntry]) -> tuple[ReachEntry, ...]:
    """``rows``, with those of ``more`` whose value isn't among them."""
    same = sameness(name)
    return unite(rows, (row for row in more if row.value.strip()), lambda row: same(row.value))
