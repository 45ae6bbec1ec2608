"""Two contacts side by side, property by property, with the result of merging them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.merge import TITLES, Take, differences, join
from netkeeper.tui.person.form.conflicts import LABELS, NOTHING, value_in_words

TURNED: Mapping[Take, Take] = {Take.MINE: Take.THEIRS, Take.THEIRS: Take.MINE, Take.BOTH: Take.BOTH}
"""A choice after the two are swapped."""


class MergeRow(NamedTuple):
    """A property of both contacts.

    Attributes:
        name: Of the property.
        label: Its title.
        mine: The value of the contact that stays, not yet sanitized; empty for none.
        theirs: The value of the other one.
        result: The value after merging.
        take: The choice made; None where there is nothing to choose.
        takes: The possible choices.
    """

    name: str
    label: str
    mine: str
    theirs: str
    result: str
    take: Take | None = None
    takes: Sequence[Take] = ()

    @property
    def next_take(self) -> Take | None:
        """The choice after the present one, wrapping around; None where there is nothing to choose."""
        if self.take is None:
            return None
        return self.takes[(self.takes.index(self.take) + 1) % len(self.takes)]


def merge_rows(
    stays: Contact, goes: Contact, choices: Mapping[str, Take], today: date, name_of: Callable[[str], str]
) -> list[MergeRow]:
    """The rows of the properties that either contact has.

    Args:
        choices: Choices by the property's name.
        name_of: Tells the name that ``via`` stands for.
    """
    chosen_in = {each.name: each for each in differences(stays, goes)}
    joined = join(stays, goes, choices)
    rows = []
    for name in TITLES:
        mine, theirs, result = (_text(name, each, today, name_of) for each in (stays, goes, joined))
        is_usual = name in ("archived", "of_team") and not (getattr(stays, name) or getattr(goes, name))
        if is_usual or not (mine or theirs):
            continue
        choice = chosen_in.get(name)
        take = choices.get(name, choice.usual) if choice else None
        rows.append(MergeRow(name, LABELS[name], mine, theirs, result, take, choice.takes if choice else ()))
    return rows


def turned(choices: Mapping[str, Take]) -> dict[str, Take]:
    """The same choices after the two are swapped."""
    return {name: TURNED[take] for name, take in choices.items()}


def kept_choices(choices: Mapping[str, Take], stays: Contact, goes: Contact) -> dict[str, Take]:
    """The choices that are still possible after the contacts changed."""
    possible = {each.name: each.takes for each in differences(stays, goes)}
    return {name: take for name, take in choices.items() if take in possible.get(name, ())}


def _text(name: str, contact: Contact, today: date, name_of: Callable[[str], str]) -> str:
    """A property in words, short enough for a column; empty for none."""
    if name in ("name", "step"):
        return str(getattr(contact, name))
    if name == "cadence" and contact.cadence is None:
        return ""
    text = value_in_words(name, contact, today, name_of)
    return "" if text == NOTHING else text
