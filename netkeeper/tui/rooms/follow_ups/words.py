"""The pages that Promised shows in place of an empty list."""

from __future__ import annotations

from collections.abc import Callable

from netkeeper.domain.text.display import quoted
from netkeeper.phrases.counted import plural
from netkeeper.tui.draw.lines import Line

KeyLabel = Callable[[str], str]
"""The label of a key, as it is bound now, by the id of its binding."""


def nothing_promised(key_label: KeyLabel, *, is_empty: bool) -> list[Line]:
    """For a network without any follow-up.

    Args:
        key_label: Gives the label of a key by the id of its binding.
        is_empty: Whether it has no contacts either.
    """
    lines: list[Line] = [
        [("Nothing is promised yet.", "strong")],
        [("", "")],
        [("A follow-up is a promise with a day: send the offer on Friday, call again in two weeks.", "")],
        [("Each comes up on Today when it is due, and waits here until then.", "")],
        [("", "")],
    ]
    if is_empty:
        key = key_label("room.add")
        return [*lines, _way(key, "add somebody first")]
    follow_up = key_label("person.follow-up")
    return [
        *lines,
        _way(key_label("room.people"), f"find somebody, and promise them something with {follow_up}"),
        _way(key_label("room.today"), "the people of the day"),
        [("", "")],
        [('While you log, next:2w todo:"send the offer" makes one too.', "quiet")],
    ]


def nothing_open(closed: int, key_label: KeyLabel) -> list[Line]:
    """For a network in which all follow-ups are closed."""
    return [
        [("Nothing is open.", "strong")],
        [("", "")],
        [
            (
                plural(
                    closed,
                    "All that was promised is kept or let go: {count} promise.",
                    "All that was promised is kept or let go: {count} promises.",
                ),
                "",
            )
        ],
        [("", "")],
        _way(key_label("follow-ups.closed"), "look at them"),
        _way(key_label("room.people"), "find somebody to promise something"),
    ]


def nothing_fits(wanted: str, key: str) -> list[Line]:
    """For a search without matches.

    Args:
        wanted: The text searched for, not yet sanitized.
        key: The label of the key that ends the search.
    """
    return [
        [(f"Nothing here fits {quoted(wanted, 20)}.", "strong")],
        [("", "")],
        [(f"{key} shows all again.", "quiet")],
    ]


def _way(key: str, leads: str) -> Line:
    return [(f"    {key:<4}", "key"), (leads, "")]
