"""The pages that People shows in place of an empty list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from netkeeper.actions.people.roster import Roster
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.search.search import Search, parse_search
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.counted import plural
from netkeeper.tui.draw.lines import Line

_WORD_COLUMNS = 30


def nobody_yet(key: Callable[[str], str]) -> list[Line]:
    """For an empty network.

    Args:
        key: Gives the label of a key, as it is bound now, by the id of its binding.
    """
    return [
        [("Nobody is in your network yet.", "strong")],
        [("", "")],
        [(key("room.add"), "key"), ("   adds somebody you met", "")],
        [(key("room.import"), "key"), ("   brings in the contacts of your phone or mail", "")],
    ]


def all_archived(archived: int) -> list[Line]:
    """For a network in which everybody is archived."""
    everybody = plural(
        archived,
        "The one person you know is in the archive.",
        "All {count} people you know are in the archive.",
    )
    return [[(everybody, "strong")], [("", "")], [("is:archived shows them.", "")]]


def nobody_found(typed: str, search: Search, roster: Roster, today: date, clear_key: str) -> list[Line]:
    """For a search without matches: which word excludes everybody, and what else could be done.

    Args:
        typed: The search, which can be read.
        roster: Where to look.
        clear_key: The key that clears the search.
    """
    words = split_text(typed)
    asks_archive = search.archived or any(word.key == "is" for word in words)
    lines: list[Line] = [[("Nobody fits.", "strong")], [("", "")]]
    if len(_parts(words, typed)) > 1:
        for part, rest in _parts(words, typed):
            count = _count(rest, roster, today)
            if count:
                without = plural(
                    count,
                    "Without {word}, 1 person fits.",
                    "Without {word}, {count} people fit.",
                    word=fit(plain(part), _WORD_COLUMNS),
                )
                lines.append([(without, "")])
    archived = 0 if asks_archive else roster.count_found(replace(search, archived=True))
    if archived:
        there = plural(
            archived, "In the archive 1 is: add is:archived.", "In the archive {count} are: add is:archived."
        )
        lines.append([(there, "")])
    if len(lines) == 2:
        lines.append([("Try fewer letters, or another word.", "")])
    return [*lines, [(f"{clear_key} shows everybody again.", "quiet")]]


def _parts(words: Sequence[Word], typed: str) -> list[tuple[str, str]]:
    """Each word as typed, free text split into words, and the search text without it."""
    parts: list[tuple[str, str]] = []
    for word in words:
        if word.key:
            parts.append((typed[word.start : word.end], f"{typed[: word.start]} {typed[word.end :]}"))
            continue
        place = word.start
        for text in word.value.split():
            start = typed.index(text, place)
            place = start + len(text)
            parts.append((text, f"{typed[:start]} {typed[place:]}"))
    return parts


def _count(typed: str, roster: Roster, today: date) -> int:
    try:
        return roster.count_found(parse_search(split_text(typed), today))
    except NetkeeperError:
        return 0
