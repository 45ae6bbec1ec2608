"""Where WHO ends on a command line whose names need no quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netkeeper.actions.people import find
from netkeeper.domain.errors import AmbiguousPersonError, UnknownPersonError, WordError
from netkeeper.domain.fold import fold
from netkeeper.domain.words import split_args
from netkeeper.store.network import Network

MOST = 4
"""How many more arguments may belong to a name."""

_WORDS = re.compile(r"[^\W_]+")


def take_one(
    network: Network, first: str, words: Sequence[str], *, leave: int = 0, may_add: bool = False
) -> tuple[str, tuple[str, ...]]:
    """Find whom the first argument and those after it name: ``Pekka``, ``Salo``, ``coffee``.

    A further argument belongs to the name where the name has it as a word, or begins a word with it
    and it is capitalised, so that no word of a note is taken for a beginning.

    Args:
        network: Where the people are.
        first: The first argument.
        words: Those after it.
        leave: How many of these are not for the name, whatever they are.
        may_add: Whether a capitalised name that fits nobody is somebody new.

    Returns:
        The name, and the arguments that are left.

    Raises:
        UnknownPersonError: The first argument fits, but the next one is close to another name of
            that person's: ``Maija Lehtonen`` where there is Maija Lehto.
    """
    run = _plain_run(words[: len(words) - leave])
    count = _fitting_count(network, first, run)
    if not count and run and _is_capitalised(first) and _is_capitalised(run[0]):
        count = _unknown_count(network, first, run, may_add=may_add)
    taken = [first, *words[:count]]
    return " ".join(taken), tuple(words[count:])


def take_all(
    network: Network, first: str, words: Sequence[str], *, leave: int = 0, may_add: bool = False
) -> tuple[str, tuple[str, ...]]:
    """As :func:`take_one`, for several people with commas between: ``Anna,`` ``Pekka``, ``Salo``, ``coffee``."""
    before, comma, name = first.rpartition(",")
    rest = tuple(words)
    if name.strip():
        name, rest = take_one(network, name, rest, leave=leave, may_add=may_add)
    said = f"{before}{comma}{name}"
    next_name = rest[0] if len(rest) > leave else ""
    is_open = said.rstrip().endswith(",") and said.strip(" ,")
    if not (is_open or next_name.startswith(",")) or not _is_plain(next_name):
        return said, rest
    more, rest = next_name.lstrip(","), rest[1:]
    said = f"{said.rstrip(' ,')}, "
    if not more and len(rest) > leave and _is_plain(rest[0]):
        more, rest = rest[0], rest[1:]
    others, rest = take_all(network, more, rest, leave=leave, may_add=may_add)
    return f"{said}{others}", rest


def _plain_run(words: Sequence[str]) -> list[str]:
    """The arguments that may belong to a name; one with a comma after it is the last."""
    run: list[str] = []
    for word in words[:MOST]:
        if " " in word or "," in word.rstrip(",") or not word.strip(",") or not _is_plain(word):
            break
        run.append(word)
        if word.endswith(","):
            break
    return run


def _is_plain(word: str) -> bool:
    """Whether an argument is text, and no ``key:value`` word."""
    try:
        cut = split_args([word])
    except WordError:
        return False
    return len(cut) == 1 and not cut[0].key


def _is_capitalised(text: str) -> bool:
    return all(word[0].isupper() for word in text.split()) and bool(text.strip())


def _fitting_count(network: Network, first: str, run: Sequence[str]) -> int:
    """How many arguments of a run, as many as possible, still name somebody.

    Raises:
        AmbiguousPersonError: Together they name several.
    """
    typed = _WORDS.findall(fold(first))
    if not typed or not run:
        return 0
    for people in (network.active_names(), network.names()):
        names = [name for _, name in people if typed[0] in fold(name)]
        for count in range(len(run), 0, -1):
            if any(_has(name, typed, run[:count]) for name in names):
                find(network, " ".join([first, *run[:count]]))
                return count
    return 0


def _has(name: str, typed: Sequence[str], run: Sequence[str]) -> bool:
    """Whether a name has all the words, each its own."""
    left = _WORDS.findall(fold(name))
    wanted = [(word, True) for word in typed]
    wanted += [(word, _is_capitalised(arg) and len(word) > 1) for arg in run for word in _WORDS.findall(fold(arg))]
    # Whole words choose first, so that a beginning does not take the place of one.
    for word, may_begin in sorted(wanted, key=lambda each: each[0] not in left):
        found = word if word in left else next((each for each in left if may_begin and each.startswith(word)), None)
        if found is None:
            return False
        left.remove(found)
    return all(_WORDS.search(fold(arg)) for arg in run)


def _unknown_count(network: Network, first: str, run: Sequence[str], *, may_add: bool) -> int:
    """How many capitalised arguments belong to a name that fits nobody; none where the first alone names somebody."""
    count = next((place for place, word in enumerate(run) if not _is_capitalised(word)), len(run))
    if may_add:
        return count
    try:
        known = find(network, first)
    except UnknownPersonError:
        return count
    except AmbiguousPersonError:
        return 0
    typed, said = set(_WORDS.findall(fold(first))), fold(run[0])
    others = [word for word in _WORDS.findall(fold(known.name)) if word not in typed]
    if any(len(word) > 2 and said[:3] == word[:3] and said != word for word in others):
        find(network, f"{first} {run[0]}")
    return 0
