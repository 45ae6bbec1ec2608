"""What Sorting says where nobody waits."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.tui.draw.lines import Line


def everybody_sorted(key: Callable[[str], str], *, network_is_empty: bool) -> list[Line]:
    """What to do next where nobody waits to be sorted.

    Args:
        key: Tells how the key of a binding is written now.
        network_is_empty: Whether there is nobody at all yet.
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
