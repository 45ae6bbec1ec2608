"""Searches: each word is a predicate, and all have to be true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.completion import IS
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.values import nearest
from netkeeper.domain.search.free_text import Spot, TextQuery, text_query
from netkeeper.domain.search.haystack import TextSource
from netkeeper.domain.search.predicates import Findable, Test, by_lasting, test_of
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold

_PLACES = tuple(TextSource)
_PHRASE = r'(-?)(?:"([^"]*)"|(\S+))'


@dataclass(frozen=True, slots=True)
class Search:
    """A parsed search.

    Attributes:
        queries: Free texts, each of which has to match the card or the timeline.
        tests: Predicates, all of which have to be true.
        archived: Find only archived contacts; if false, only others.
        has_lacking: Whether one of the tests is a negated free text.
        fading: Whether one of the tests is ``is:fading``.
    """

    queries: tuple[TextQuery, ...] = ()
    tests: tuple[Test, ...] = ()
    archived: bool = False
    has_lacking: bool = False
    fading: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The free texts, folded."""
        return tuple(each.folded for each in self.queries)

    @property
    def reads_all(self) -> bool:
        """Whether it searches the timelines: any free text does."""
        return bool(self.queries) or self.has_lacking

    def matches(self, findable: Findable) -> bool:
        """Whether a contact is found."""
        return (
            findable.contact.archived is self.archived
            and all(each.fits(findable) for each in self.queries)
            and all(test(findable) for test in self.tests)
        )

    def narrows(self, other: Search) -> bool:
        """Whether every match of this is also a match of ``other``, as when a letter is added."""
        same_tests = self.tests == other.tests and self.archived is other.archived
        return same_tests and all(any(each.narrows(was) for each in self.queries) for was in other.queries)

    def select(self, findables: Iterable[Findable]) -> list[Findable]:
        """The contacts for which ``matches`` is true, in their order; optimized for thousands."""
        archived = self.archived
        first, rest = (self.queries[0], self.queries[1:]) if self.queries else (None, ())
        if first is None:
            found = [each for each in findables if each.contact.archived is archived]
        elif first.digits:
            found = [each for each in findables if each.contact.archived is archived and first.fits(each)]
        else:
            text = first.text
            found = [each for each in findables if text in each.haystack.text and each.contact.archived is archived]
        for sought in rest:
            found = [each for each in found if sought.fits(each)]
        for test in self.tests:
            found = [each for each in found if test(each)]
        return found

    def best_first(self, found: Sequence[Findable]) -> list[Findable]:
        """Matching contacts, the best first by :meth:`TextQuery.rank`; stable."""
        if not self.queries:
            return list(found)
        if len(self.queries) > 1:
            return sorted(found, key=lambda findable: max(each.rank(findable) for each in self.queries))
        return self.queries[0].best_first(found)

    def least_obvious(self, findable: Findable) -> tuple[TextQuery, Spot] | None:
        """The free text whose best match in a contact is least prominent, and its place; None without free text."""
        spots = [(each, spot) for each in self.queries if (spot := each.spot(findable)) is not None]
        return max(spots, key=lambda found: _PLACES.index(found[1].place), default=None)


def parse_search(words: Sequence[Word], today: date) -> Search:
    """Parse the words of a search.

    All words have to match; a minus negates one, also free text. Archived people are
    found only with ``is:archived``. In free text, a phrase may be in quotation marks.

    Raises:
        WordError: A word can't be parsed, or is no key of searches.
    """
    texts: list[TextQuery] = []
    tests: list[Test] = []
    archived = has_lacking = fading = False
    for word in words:
        if not word.key:
            for negated, text in _phrases(word):
                if negated:
                    tests.append(_lacking(text))
                    has_lacking = True
                else:
                    texts.append(text_query(text))
        elif word.key == "is":
            state = _state_of(word)
            if state == "archived":
                # ``-is:archived`` is the default.
                archived = not word.negated or archived
            elif state == "unsorted":
                tests.append(_being_unsorted(not word.negated))
            else:
                tests.append(by_lasting(today, lasts=(state == "lasting") is not word.negated))
                fading = fading or (state == "fading" and not word.negated)
        else:
            test = test_of(word, today)
            tests.append(_opposite(test) if word.negated else test)
    return Search(tuple(texts), tuple(tests), archived, has_lacking, fading)


def with_possible_words(search: Search | None, begun: Sequence[Word], today: date) -> Search | None:
    """A search with an incomplete word: additionally, one of the words that it may become has to match.

    Args:
        search: The search without the incomplete word; None: nothing else.
        begun: The words that it may become; empty: there is no incomplete word.
        today: The reference date.
    """
    archived = any(word.key == "is" and word.value == "archived" for word in begun)
    any_of = [each for word in begun if word.value != "archived" for each in parse_search([word], today).tests]
    if not any_of:
        return replace(search or Search(), archived=True) if archived else search
    search = search or Search()
    tests = (*search.tests, lambda findable: any(test(findable) for test in any_of))
    return replace(
        search, tests=tests, fading=search.fading or all((each.key, each.value) == ("is", "fading") for each in begun)
    )


def _phrases(word: Word) -> list[tuple[bool, str]]:
    """The phrases of free text: (is negated, text)."""
    found = ((bool(found[1]), found[2] or found[3] or "") for found in re.finditer(_PHRASE, word.value))
    return [(negated != word.negated, text) for negated, text in found if fold(text).strip()]


def _state_of(word: Word) -> str:
    """The value of an ``is:`` word, from its beginning."""
    typed = fold(word.value.strip(" ,;"))
    state = next((each for each in IS if typed and each.startswith(typed)), None)
    if state is None:
        raise WordError(f"is: can't be {quoted(word.value)}{nearest(typed, IS)}", f"is:{word.value}")
    return state


def _being_unsorted(wanted: bool) -> Test:
    return lambda findable: findable.contact.unsorted is wanted


def _lacking(text: str) -> Test:
    sought = text_query(text)
    return lambda findable: not sought.fits(findable)


def _opposite(test: Test) -> Test:
    return lambda findable: not test(findable)
