"""Where a name ends on a line whose names need no quotation marks, and whom the text behind it may mean.

Only the first word of a name may be a beginning where text follows; further words belong to it only
whole, so that no word of a note chooses a person. Before a comma or a key all may be beginnings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from netkeeper.domain.people.name_fits import begin_words, has_words, having, name_words, words_of, words_of_folded
from netkeeper.domain.people.naming import SHORTEST_ID, Person, fitting
from netkeeper.domain.text.fold import as_compared, fold

CONJUNCTIONS = ("ja", "and", "&", "+", "och", "seka")
"""Words between two people, folded."""

_ORDINARY_WORDS = frozenset(
    fold(word)
    for line in (
        "will may mark rich grant bill frank art rose hope grace joy faith june april august dawn drew chase sunny",
        "kai satu ilo onni toivo rauha lumi taika sade aamu ilta helmi kesä tuuli pilvi meri usko voitto vieno armas",
        "tuomi paju laine salo lahti laakso niemi mäki koski järvi saari ranta harju",
    )
    for word in line.split()
)
"""Names that are words as well: in lower case they are taken for the words."""
_FEWEST_LETTERS = 3
_FEWEST_BEGUN = 4


class NameEnd(NamedTuple):
    """A name at the start of a line.

    Attributes:
        people: Whom it fits: one, or several who fit as well.
        taken: How many arguments belong to it, without the first.
    """

    people: list[Person]
    taken: int


class AlsoMeant(NamedTuple):
    """Whom the text right behind a name may mean besides.

    Attributes:
        people: Others whom it names.
        typed: What stands there.
        is_refused: Whether it can't be told, so that a comma has to say.
        is_word: Whether it is a word in lower case as well, so that it was rather meant for text.
    """

    people: list[Person]
    typed: str
    is_refused: bool = False
    is_word: bool = False


def name_end(first: str, run: Sequence[str], border: str, people: Sequence[Person]) -> NameEnd | None:
    """Where the name that begins with an argument ends; None where the first word fits nobody.

    Args:
        first: The first argument.
        run: Those after it that may belong to the name, without commas.
        border: What stands right behind the run: ``,`` or a key's ``:``; nothing where it is text.
        people: Those who can be meant.
    """
    typed = words_of(first)
    if not typed:
        return None
    begun = [
        (person, words)
        for person, folded in having(typed, people)
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
    """Those whose name has all words of a run whole, and begins its others as typed."""
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
    # Whoever has the first word whole may be meant as well, and the others begin the text.
    return [*begins, *(person for person, words in begun if has_words(typed, words) and person not in begins)]


def _prefer_exact(first: str, run: Sequence[str], found: list[Person]) -> list[Person]:
    """Of several, those whose whole name was typed; all where it is nobody's."""
    typed = as_compared(" ".join((first, *run)))
    return [person for person in found if as_compared(person[1]) == typed] or found


def name_beside(
    run: Sequence[str], *, like_text: bool, people: Sequence[Person], by_id: bool = False
) -> NameEnd | None:
    """The name that stands behind ``ja`` or ``and``: whole words only, all of them taken; None where it is none.

    Args:
        run: What stands there.
        like_text: Whether a word in lower case is taken for text.
        people: Those who can be meant.
        by_id: Whether a number may be an id, for one stands before.
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


def beside(typed: Sequence[str], person: Person, rest: Sequence[str], people: Sequence[Person]) -> AlsoMeant | None:
    """Whom the text behind a name may mean besides the one who was named; None where nobody.

    Args:
        typed: The arguments that named the one.
        person: Whom.
        rest: What follows, up to the first key.
        people: Those who can be meant.
    """
    is_together = bool(rest) and fold(rest[0].strip(",")) in CONJUNCTIONS
    rest = [word.strip(",.;!?") for word in rest[is_together:]]
    if not rest or not words_of(rest[0]):
        return None
    if is_together and (found := _with_id(rest[0], people)):
        return AlsoMeant(found, rest[0], is_word=True)
    word, own = words_of(rest[0]), name_words(person[1])
    others = [other for other in _with_words(word, people) if other[0] != person[0]]
    said = words_of(" ".join(typed))
    whole = _with_whole_name(rest, others)
    if not is_together and whole and len(said) > 1 and has_words(said, own):
        # Of one given name too: Tiina Niskala Tiina Jokinen.
        return AlsoMeant([whole], whole[1], is_refused=True)
    if not others or len("".join(word)) < _FEWEST_LETTERS or has_words(word, own):
        return None
    given = [other for other in others if name_words(other[1])[: len(word)] == word]
    are_given = len(typed) == 1 and own[: len(said)] == said and given
    if not is_together and are_given and typed[0][:1].isupper() and rest[0][:1].isupper():
        return AlsoMeant(given, rest[0], is_refused=True)
    is_word = rest[0][:1].islower() and fold(rest[0]) in _ORDINARY_WORDS
    if is_word and not (is_together or whole):
        return None
    return AlsoMeant([whole] if whole else others, rest[0], is_word=is_word)


def goes_on(arg: str, left: Sequence[str]) -> bool:
    """Whether an argument goes on with the name of somebody who was chosen, and begins no text.

    Only a word that is whole does, or one so long that it is hardly a word of a note (``virt``, never ``me``).

    Args:
        arg: What stands there.
        left: The words of the name that were not typed yet.
    """
    typed = words_of(arg)
    if has_words(typed, left):
        return True
    is_short = min(map(len, typed), default=0) < _FEWEST_BEGUN
    return not is_short and fold(arg) not in _ORDINARY_WORDS and begin_words(typed, left)


def _with_words(words: Sequence[str], people: Sequence[Person]) -> list[Person]:
    """Those whose name has all the words, whole."""
    return [person for person, folded in having(words, people) if has_words(words, words_of_folded(folded))]


def _with_id(text: str, people: Sequence[Person]) -> list[Person]:
    """Those whose id a number is, or begins."""
    is_number = len(text) >= SHORTEST_ID and text.isascii() and text.isdecimal()
    return [person for person in people if person[0].startswith(text)] if is_number else []


def _with_whole_name(rest: Sequence[str], others: Sequence[Person]) -> Person | None:
    """The one of some people whose whole name, of two words at least, stands at the start of a text."""
    for other in others:
        words = words_of(other[1])
        said = [word for arg in rest[: len(words)] for word in words_of(arg)][: len(words)]
        if len(words) > 1 and has_words(said, words) and len(said) == len(words):
            return other
    return None


def looks_like_another(first: str, following: str, fitting: Sequence[Person], people: Sequence[Person]) -> bool:
    """Whether the word behind a given name looks like a family name that nobody has whom the given name fits.

    That is, where both are capitalised: it is close to another word of the one name that fits (``Lehtonen`` for
    Lehto), somebody else's family name, or ends as most Finnish family names do (``-nen``). In lower case only
    somebody else's family name that is no word as well.
    """
    said = fold(following.strip(",.;"))
    is_family_name = any(
        len(words) > 1 and words[-1] == said
        for words in (words_of_folded(folded) for _, folded in having([said], people) if said)
    )
    if not (first[:1].isupper() and following[:1].isupper()):
        fits_nobody = not any(said in name_words(name) for _, name in fitting)
        is_word = len(said) <= _FEWEST_LETTERS or said in _ORDINARY_WORDS
        return is_family_name and fits_nobody and not is_word and following[:1].islower()
    if len(fitting) > 1:
        return is_family_name and not any(said in name_words(name) for _, name in fitting)
    person, typed = fitting[0], words_of(first)
    own = [word for word in name_words(person[1]) if word not in typed]
    parts = words_of(said)
    if len(parts) > 1 and "-" in said:
        # A family name of two, of which one is known, is another name.
        return any(part in own or part.endswith("nen") for part in parts) and not has_words(parts, own)
    if not said.isalnum() or said in own:
        return False
    if any(len(word) > _FEWEST_LETTERS - 1 and said[:3] == word[:3] for word in own):
        return True
    if not own:
        # Somebody of whom one name is known may be that one all the same.
        return False
    return said.endswith("nen") or is_family_name
