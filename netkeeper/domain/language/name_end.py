"""The end of an unquoted name on a line, and other people whom the text after it may mean.

Where text follows the name, only its first word may be abbreviated; further words have to match
whole words of the name, so that no word of a note selects a person. Before a comma or a key all words may be
abbreviated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from netkeeper.domain.language.naming import SHORTEST_ID, Person, fitting
from netkeeper.domain.people.name_fits import (
    begin_words,
    containing_words,
    has_words,
    name_words,
    words_of,
    words_of_folded,
)
from netkeeper.domain.text.fold import as_compared, fold

CONJUNCTIONS = ("ja", "and", "&", "+", "och", "seka")
"""Words between two names, folded."""

_ORDINARY_WORDS = frozenset(
    fold(word)
    for line in (
        "will may mark rich grant bill frank art rose hope grace joy faith june april august dawn drew chase sunny",
        "kai satu ilo onni toivo rauha lumi taika sade aamu ilta helmi kesä tuuli pilvi meri usko voitto vieno armas",
        "tuomi paju laine salo lahti laakso niemi mäki koski järvi saari ranta harju",
    )
    for word in line.split()
)
"""Names that are also ordinary words: in lower case they are taken for the words."""
_FEWEST_LETTERS = 3
_FEWEST_ABBREVIATED = 4


class NameEnd(NamedTuple):
    """A name at the start of a line.

    Attributes:
        people: The people it matches; several where it is ambiguous.
        taken: How many arguments after the first belong to it.
    """

    people: list[Person]
    taken: int


class AlsoMeant(NamedTuple):
    """Other people whom the text right after a name may mean.

    Attributes:
        people: The people it matches.
        typed: The text.
        is_refused: Whether it is ambiguous, so that a comma is required.
        is_word: Whether it is also an ordinary lower-case word, and so more likely text.
    """

    people: list[Person]
    typed: str
    is_refused: bool = False
    is_word: bool = False


def name_end(first: str, run: Sequence[str], border: str, people: Sequence[Person]) -> NameEnd | None:
    """The name that begins with an argument; None where the first word matches nobody.

    Args:
        first: The first argument.
        run: The arguments after it that may belong to the name, without commas.
        border: What follows the run: ``,`` or ``:`` (a key); empty: text.
        people: The candidates.
    """
    typed = words_of(first)
    if not typed:
        return None
    begun = [
        (person, words)
        for person, folded in containing_words(typed, people)
        if begin_words(typed, words := words_of_folded(folded))
    ]
    for count in range(len(run), 0, -1):
        if words_of(run[count - 1])[0].isalnum() and (found := _with_whole(typed, run[:count], begun)):
            return NameEnd(_prefer_exact(first, run[:count], found), count)
    alone = fitting(first, people).people
    if not alone:
        return None
    together = fitting(" ".join((first, *run)), people).people if border and run else []
    if border == "," and together and len(alone) == 1:
        return NameEnd(list(dict.fromkeys([*together, *alone])), len(run))
    if together and len(alone) > 1:
        return NameEnd(together, len(run))
    return NameEnd(alone, 0)


def _with_whole(
    typed: Sequence[str], run: Sequence[str], begun: Sequence[tuple[Person, Sequence[str]]]
) -> list[Person]:
    """The people whose name contains all words of ``run``, and another that begins with each word of ``typed``."""
    wanted = [word for arg in run for word in words_of(arg) if word.isalnum()]
    found, begins = [], []
    for person, words in begun:
        left = list(words)
        if not has_words(wanted, left):
            continue
        for word in wanted:
            left.remove(word)
        if has_words(typed, left):
            found.append(person)
        elif begin_words(typed, left):
            begins.append(person)
    if found or not begins:
        return found
    # Those who have the first word whole may be meant too, with the text beginning after it.
    return [*begins, *(person for person, words in begun if has_words(typed, words) and person not in begins)]


def _prefer_exact(first: str, run: Sequence[str], found: list[Person]) -> list[Person]:
    """Those whose complete name was typed; all where there are none."""
    typed = as_compared(" ".join((first, *run)))
    return [person for person in found if as_compared(person[1]) == typed] or found


def name_beside(
    run: Sequence[str], *, like_text: bool, people: Sequence[Person], by_id: bool = False
) -> NameEnd | None:
    """The name after ``ja`` or ``and``, in whole words; None where there is none.

    Args:
        run: The arguments there.
        like_text: Whether a lower-case word is taken for text.
        people: The candidates.
        by_id: Whether a number may be an id, because an id precedes.
    """
    if by_id and run and (found := _with_id(run[0], people)):
        return NameEnd(found, 1)
    if not run or (not run[0][:1].isupper() and (like_text or fold(run[0]) in _ORDINARY_WORDS)):
        return None
    for count in range(len(run), 0, -1):
        wanted = [word for arg in run[:count] for word in words_of(arg)]
        found = _with_words(wanted, people)
        if found:
            return NameEnd(_prefer_exact(run[0], run[1:count], found), count)
    return None


def also_meant(typed: Sequence[str], person: Person, rest: Sequence[str], people: Sequence[Person]) -> AlsoMeant | None:
    """Other people whom the text after a name may mean; None where it means nobody.

    Args:
        typed: The arguments of the name.
        person: The person it matched.
        rest: The arguments after it, up to the first key.
        people: The candidates.
    """
    is_together = bool(rest) and fold(rest[0].strip(",")) in CONJUNCTIONS
    rest = [word.strip(",.;!?") for word in rest[is_together:]]
    if not rest or not words_of(rest[0]):
        return None
    if is_together and (found := _with_id(rest[0], people)):
        return AlsoMeant(found, rest[0], is_word=True)
    word, own = words_of(rest[0]), name_words(person[1])
    others = [other for other in _with_words(word, people) if other[0] != person[0]]
    typed_words = words_of(" ".join(typed))
    whole = _with_whole_name(rest, others)
    if not is_together and whole and len(typed_words) > 1 and has_words(typed_words, own):
        # Also where both have the same given name: Tiina Niskala Tiina Jokinen.
        return AlsoMeant([whole], whole[1], is_refused=True)
    if not others or len("".join(word)) < _FEWEST_LETTERS or has_words(word, own):
        return None
    given = [other for other in others if name_words(other[1])[: len(word)] == word]
    are_given = len(typed) == 1 and own[: len(typed_words)] == typed_words and given
    if not is_together and are_given and typed[0][:1].isupper() and rest[0][:1].isupper():
        return AlsoMeant(given, rest[0], is_refused=True)
    is_word = rest[0][:1].islower() and fold(rest[0]) in _ORDINARY_WORDS
    if is_word and not (is_together or whole):
        return None
    return AlsoMeant([whole] if whole else others, rest[0], is_word=is_word)


def continues_name(arg: str, left: Sequence[str]) -> bool:
    """Whether an argument belongs to the name of the selected person rather than to the text.

    True for a whole word of the name, or a beginning long enough to be unlikely in a note (``virt``, not ``me``).

    Args:
        arg: The argument after the name so far.
        left: The words of the name that were not typed yet.
    """
    typed = words_of(arg)
    if has_words(typed, left):
        return True
    is_short = min(map(len, typed), default=0) < _FEWEST_ABBREVIATED
    return not is_short and fold(arg) not in _ORDINARY_WORDS and begin_words(typed, left)


def _with_words(words: Sequence[str], people: Sequence[Person]) -> list[Person]:
    """The people whose name contains all the words."""
    return [person for person, folded in containing_words(words, people) if has_words(words, words_of_folded(folded))]


def _with_id(text: str, people: Sequence[Person]) -> list[Person]:
    """The people whose id begins with a number."""
    is_number = len(text) >= SHORTEST_ID and text.isascii() and text.isdecimal()
    return [person for person in people if person[0].startswith(text)] if is_number else []


def _with_whole_name(rest: Sequence[str], others: Sequence[Person]) -> Person | None:
    """The first of some people whose complete name, of at least two words, is at the start of a text."""
    for other in others:
        words = words_of(other[1])
        text_words = [word for arg in rest[: len(words)] for word in words_of(arg)][: len(words)]
        if len(words) > 1 and has_words(text_words, words) and len(text_words) == len(words):
            return other
    return None


def looks_like_another(first: str, following: str, fitting: Sequence[Person], people: Sequence[Person]) -> bool:
    """Whether the word after a given name looks like a family name of none of the people whom the given name matches.

    Where both are capitalised: it is similar to another word of the only matching name (``Lehtonen`` for
    Lehto), it is somebody else's family name, or it ends in ``-nen``, as most Finnish family names do. In lower case:
    it is somebody else's family name and no ordinary word.
    """
    next_word = fold(following.strip(",.;"))
    is_family_name = any(
        len(words) > 1 and words[-1] == next_word
        for words in (words_of_folded(folded) for _, folded in containing_words([next_word], people) if next_word)
    )
    if not (first[:1].isupper() and following[:1].isupper()):
        fits_nobody = not any(next_word in name_words(name) for _, name in fitting)
        is_word = len(next_word) <= _FEWEST_LETTERS or next_word in _ORDINARY_WORDS
        return is_family_name and fits_nobody and not is_word and following[:1].islower()
    if len(fitting) > 1:
        return is_family_name and not any(next_word in name_words(name) for _, name in fitting)
    person, typed = fitting[0], words_of(first)
    own = [word for word in name_words(person[1]) if word not in typed]
    parts = words_of(next_word)
    if len(parts) > 1 and "-" in next_word:
        # A hyphenated family name that shares one part is another name.
        return any(part in own or part.endswith("nen") for part in parts) and not has_words(parts, own)
    if not next_word.isalnum() or next_word in own:
        return False
    if any(len(word) > _FEWEST_LETTERS - 1 and next_word[:3] == word[:3] for word in own):
        return True
    if not own:
        # A contact stored with a given name only may have this family name.
        return False
    return next_word.endswith("nen") or is_family_name
