"""Classifying and cutting the arguments of a command line: text, words with a key, names and commas."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.people.people import named_by
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.name_end import CONJUNCTIONS
from netkeeper.domain.language.naming import fitting, several_names
from netkeeper.domain.language.tokens import LOGGING, Literal, split_args
from netkeeper.domain.people.name_fits import words_of
from netkeeper.domain.people.phones import is_number
from netkeeper.domain.text.fold import fold
from netkeeper.store.network import Network

MOST = 4
"""The most arguments after the first that may belong to a name."""


def split_line(line: str) -> list[str]:
    """A line split as a shell would, with double quotation marks as the only syntax."""
    args: list[str] = []
    open_mark, current, has_begun = False, "", False
    for place, character in enumerate(line):
        is_escaped = place > 0 and line[place - 1] == "\\"
        if character == '"' and not is_escaped and (open_mark or '"' in line[place + 1 :]):
            open_mark, has_begun = not open_mark, True
        elif character.isspace() and not open_mark:
            if has_begun:
                args.append(current)
            current, has_begun = "", False
        else:
            current, has_begun = current + character, True
    return [*args, current] if has_begun else args


def plain_run(words: Sequence[str]) -> tuple[list[str], str]:
    """The arguments that may belong to a name, up to a comma after or in one.

    Returns:
        The arguments; and what follows: ``,`` for a comma, ``:`` for a word with a key, else empty.
    """
    run: list[str] = []
    for word in words:
        if not is_plain(word):
            return run, ":" if has_key(word) else ""
        before, comma, _ = word.partition(",")
        if len(run) == MOST or " " in word or not before or not words_of(before):
            break
        run.append(before + comma)
        if comma:
            return run, ","
    return run, ""


def is_plain(word: str) -> bool:
    """Whether an argument is text, and no ``key:value`` word."""
    try:
        cut = split_args([word], LOGGING)
    except WordError:
        return False
    return len(cut) == 1 and not cut[0].key


def has_key(word: str) -> bool:
    """Whether an argument begins with a key."""
    try:
        cut = split_args([word], LOGGING)
    except WordError:
        return True
    return bool(cut) and bool(cut[0].key)


def is_capitalised(text: str) -> bool:
    """Whether each word begins with a capital."""
    return all(word[0].isupper() for word in text.split()) and bool(text.strip())


def text_run(words: Sequence[str]) -> list[str]:
    """The unquoted words of text right after a name, at most ``MOST``."""
    run: list[str] = []
    for word in words[:MOST]:
        if not is_plain(word) or " " in word:
            break
        run.append(word)
    return run


def take_off(queue: list[str], count: int) -> None:
    """Remove arguments from the queue; of the last, the part after a comma stays (``Virtanen,pekka``)."""
    behind = queue[count - 1].partition(",")[2].lstrip(",") if count else ""
    queue[:count] = [behind] if behind else []


def number_count(network: Network, first: str, run: Sequence[str]) -> int:
    """How many arguments continue a phone number: as many as make one contact's number, else all of digits."""
    count = next((place for place, word in enumerate(run) if not is_number(word)), len(run))
    for taken in range(count, 0, -1):
        if len(named_by(network, " ".join([first, *run[:taken]]))) == 1:
            return taken
    return 0 if len(named_by(network, first)) == 1 else count


def unknown_count(network: Network, first: str, run: Sequence[str]) -> int:
    """How many arguments continue an unknown name: the rest of a number, or capitalised words."""
    if first[:1] in "+(0123456789":
        return number_count(network, first, run)
    if not is_capitalised(first):
        return 0
    return next((place for place, word in enumerate(run) if not is_capitalised(word)), len(run))


def as_typed(network: Network, first: str, words: Sequence[str]) -> list[str]:
    """The arguments; a whole quoted line is split, unless it has names alone."""
    if words or len(first.split()) < 2:
        return [first, *words]
    everybody = network.names()
    names = several_names(first, everybody if "," in first else ())
    # Only names are compared, which is quick; addresses and numbers are found word by word later.
    is_names_alone = all(fitting(name, everybody).people for name in names)
    return [first] if is_names_alone else _as_text_behind_dashes(split_line(first))


def _as_text_behind_dashes(args: list[str]) -> list[str]:
    """The arguments of a line, with those after ``--`` marked as text."""
    if "--" not in args:
        return args
    end = args.index("--")
    return [*args[:end], *map(Literal, args[end + 1 :])]


def cut_at_commas(arg: str, network: Network) -> list[str]:
    """An argument split at its commas; unsplit where it is a name with a comma."""
    is_a_name = "," in arg.strip(",") and len(several_names(arg, network.names())) == 1
    return [arg] if is_a_name else arg.split(",")


def between(name: str) -> list[str]:
    """A text split at ``ja``, ``and`` and ``&``."""
    pieces: list[list[str]] = [[]]
    for word in name.split():
        if fold(word) in CONJUNCTIONS:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [" ".join(piece) for piece in pieces if piece]
