"""How often to be in touch with whoever an import brings in: they wait to be sorted, unless something is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from netkeeper.domain.review.placing import STEPS_OWN, Placing
from netkeeper.phrases.counted import plural
from netkeeper.tui.core.room_list import BY_NAME, SORTING
from netkeeper.tui.keys.names import key_labels, read_keys
from netkeeper.tui.rooms.sorting.keys import PLACINGS

WAIT = "wait"
"""What is done unless something else is chosen."""

OFTEN: Mapping[str, Placing | None] = {WAIT: None, **PLACINGS, "step": STEPS_OWN}
"""What can be chosen, in the order in which a key goes through it."""

_WORDS = {"none": "no reminders", "step": "as often as their step says"}


def next_often(name: str) -> str:
    """What comes after a choice, round and round."""
    names = list(OFTEN)
    return names[(names.index(name) + 1) % len(names)]


def how_often(name: str, count: int, key: str) -> str:
    """What becomes of those who are new, at the end of a line; empty where there is nobody to choose for."""
    if not count:
        return ""
    waits = plural(count, "{count:,} waits to be sorted", "{count:,} wait to be sorted")
    return f" · {waits if name == WAIT else _WORDS.get(name, f'every {name}')} ({key})"


def told_waiting(count: int, keymap: Mapping[str, str]) -> str:
    """What a toast adds where some wait to be sorted: how many, and the key that leads to them.

    Args:
        keymap: The keys that are moved, by the ids of their bindings.
    """
    key = key_labels(read_keys(keymap.get("room.sorting") or BY_NAME[SORTING].key))
    if not count:
        return ""
    return plural(count, " · {count:,} waits to be sorted ({key})", " · {count:,} wait to be sorted ({key})", key=key)
