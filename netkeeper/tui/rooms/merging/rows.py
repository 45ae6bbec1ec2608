"""Two contacts side by side, property by property, and what the one will be that is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.merge import TITLES, Take, differences, join
from netkeeper.tui.person.form.conflicts import LABELS, NOTHING, in_words

TURNED: Mapping[Take, Take] = {Take.MINE: Take.THEIRS, Take.THEIRS: Take.MINE, Take.BOTH: Take.BOTH}
"""What a choice is once the two have changed places."""


class MergeRow(NamedTuple):
    """A property of the two.

    Attributes:
        name: Of the property.
        label: What it is called.
        mine: What the one says that stays, as it came; empty for nothing.
        theirs: What the other one says.
        result: What the one will say.
        take: Whose it is now; None where there is nothing to choose.
        takes: What can be chosen.
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
        """What comes after what is chosen, round and round; None where there is nothing to choose."""
        if self.take is None:
            return None
        return self.takes[(self.takes.index(self.take) + 1) % len(self.takes)]


def merge_rows(
    stays: Contact, goes: Contact, choices: Mapping[str, Take], today: date, name_of: Callable[[str], str]
) -> list[MergeRow]:
    """The properties that either of two contacts says something in.

    Args:
        stays: The one that stays.
        goes: The one that goes into it.
        choices: What was chosen, by the property's name.
        today: The day.
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
    """The same choices once the two have changed places."""
    return {name: TURNED[take] for name, take in choices.items()}


def kept_choices(choices: Mapping[str, Take], stays: Contact, goes: Contact) -> dict[str, Take]:
    """The choices that can still be made, where the two have changed since."""
    possible = {each.name: each.takes for each in differences(stays, goes)}
    return {name: take for name, take in choices.items() if take in possible.get(name, ())}


def _text(name: str, contact: Contact, today: date, name_of: Callable[[str], str]) -> str:
    """A property in words, short enough for a column; empty where it says nothing."""
    if name in ("name", "step"):
        return str(getattr(contact, name))
    if name == "cadence" and contact.cadence is None:
        return ""
    text = in_words(name, contact, today, name_of)
    return "" if text == NOTHING else text
