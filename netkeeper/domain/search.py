"""Finding people with words: each word is a test, and all have to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from netkeeper.domain.completion import IS
from netkeeper.domain.display import quoted
from netkeeper.domain.errors import WordError
from netkeeper.domain.finding import Findable, Test, by_lasting, test_of
from netkeeper.domain.fold import fold
from netkeeper.domain.tokens import Word
from netkeeper.domain.values import nearest

__all__ = ["Findable", "Search", "parse_search"]

_PHRASE = r'(-?)(?:"([^"]*)"|(\S+))'


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for.

    Attributes:
        texts: Folded free text; each has to be in the haystack.
        tests: What else has to hold.
        archived: Whether the archived are looked for, and only they.
    """

    texts: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()
    archived: bool = False

    def matches(self, findable: Findable) -> bool:
        """Whether a contact is found."""
        return (
            findable.contact.archived is self.archived
            and all(text in findable.haystack for text in self.texts)
            and all(test(findable) for test in self.tests)
        )

    def narrows(self, other: Search) -> bool:
        """Whether whoever fits this is sure to fit another too, as when a letter is added."""
        same_tests = self.tests == other.tests and self.archived is other.archived
        return same_tests and all(any(was in text for text in self.texts) for was in other.texts)

    def select(self, findables: Iterable[Findable]) -> list[Findable]:
        """Those that ``matches``, in their order; the quick way through thousands."""
        found = [each for each in findables if each.contact.archived is self.archived]
        for text in self.texts:
            found = [each for each in found if text in each.haystack]
        for test in self.tests:
            found = [each for each in found if test(each)]
        return found


def parse_search(words: Sequence[Word], today: date) -> Search:
    """What words look for.

    Several words all have to hold; a minus turns one round, free text too. Archived people are
    found only with ``is:archived``. In free text, a phrase may stand in quotation marks.

    Args:
        words: The words.
        today: The day they were typed on.

    Raises:
        WordError: A word can't be read, or can't be searched by.
    """
    texts: list[str] = []
    tests: list[Test] = []
    archived = False
    for word in words:
        if not word.key:
            for negated, text in _phrases(word):
                if negated:
                    tests.append(_lacking(text))
                else:
                    texts.append(text)
        elif word.key == "is":
            state = _state_of(word)
            if state == "archived":
                # ``-is:archived`` says what holds anyway.
                archived = not word.negated or archived
            elif state == "unsorted":
                tests.append(_being_unsorted(not word.negated))
            else:
                tests.append(by_lasting(today, lasts=(state == "lasting") is not word.negated))
        else:
            test = test_of(word, today)
            tests.append(_opposite(test) if word.negated else test)
    return Search(tuple(texts), tuple(tests), archived)


def _phrases(word: Word) -> list[tuple[bool, str]]:
    """The phrases of free text, folded, each with whether it is negated."""
    found = ((bool(found[1]), fold(found[2] or found[3] or "")) for found in re.finditer(_PHRASE, word.value))
    return [(negated != word.negated, " ".join(text.split())) for negated, text in found if text.strip()]


def _state_of(word: Word) -> str:
    """What an ``is:`` word looks for, written out."""
    typed = fold(word.value.strip(" ,;"))
    state = next((each for each in IS if typed and each.startswith(typed)), None)
    if state is None:
        raise WordError(f"is: can't be {quoted(word.value)}{nearest(typed, IS)}", f"is:{word.value}")
    return state


def _being_unsorted(wanted: bool) -> Test:
    return lambda findable: findable.contact.unsorted is wanted


def _lacking(text: str) -> Test:
    return lambda findable: text not in findable.haystack


def _opposite(test: Test) -> Test:
    return lambda findable: not test(findable)
