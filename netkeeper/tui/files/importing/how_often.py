"""The cadence of newly imported people: they wait to be sorted, unless one is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.review.placing import STEPS_OWN, Placing
from netkeeper.phrases.counted import plural
from netkeeper.tui.core.room_list import BY_NAME, SORTING
from netkeeper.tui.keys.names import key_labels, read_keys
from netkeeper.tui.person.placing_keys import PLACINGS

WAIT = "wait"
"""The default choice."""

CHOICES: Mapping[str, Placing | None] = {WAIT: None, **PLACINGS, "step": STEPS_OWN}
"""The choices, in the order in which a key cycles through them; None leaves people to be sorted."""

_WORDS = {"none": "no reminders", "step": "as often as their step says"}


def next_choice(name: str) -> str:
    """The choice after another, cyclic."""
    names = list(CHOICES)
    return names[(names.index(name) + 1) % len(names)]


def choice_suffix(name: str, count: int, key: str) -> str:
    """The end of a line that says what the choice does with ``count`` new people; empty for nobody."""
    if not count:
        return ""
    waits = plural(count, "{count:,} waits to be sorted", "{count:,} wait to be sorted")
    return f" · {waits if name == WAIT else _WORDS.get(name, f'every {name}')} ({key})"


def waiting_suffix(count: int, keymap: Mapping[str, str]) -> str:
    """The end of a toast: how many people wait to be sorted, and the Sorting room's key; empty for nobody.

    Args:
        keymap: Remapped keys, by the ids of their bindings.
    """
    key = key_labels(read_keys(keymap.get("room.sorting") or BY_NAME[SORTING].key))
    if not count:
        return ""
    return plural(count, " · {count:,} waits to be sorted ({key})", " · {count:,} wait to be sorted ({key})", key=key)
