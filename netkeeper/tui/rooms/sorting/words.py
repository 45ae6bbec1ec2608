"""The page that Sorting shows in place of an empty list."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.tui.draw.lines import Line


def everybody_sorted(key: Callable[[str], str], *, network_is_empty: bool) -> list[Line]:
    """For when nobody is unsorted: where to go next.

    Args:
        key: Gives the label of a key, as it is bound now, by the id of its binding.
        network_is_empty: Whether the network is empty.
    """
    if network_is_empty:
        first = "Nobody is in your network yet, and nobody waits to be sorted."
    else:
        first = "Nobody waits to be sorted."
    return [
        [(first, "strong")],
        [("", "")],
        [(key("room.import"), "key"), ("   brings people in; those whom it brings wait here", "")],
        [(key("room.today"), "key"), ("   goes to today's people", "")],
        [(key("room.undo"), "key"), ("   takes back the last thing done", "")],
    ]
