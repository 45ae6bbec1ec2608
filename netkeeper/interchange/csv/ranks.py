"""Steps and importance in the words of tables, in English, Finnish, Swedish and German."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from netkeeper.domain.people.contact import Importance
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.placeholders import is_placeholder
from netkeeper.domain.text.fold import fold

_STEPS: Mapping[Step, str] = {
    Step.POTENTIAL: """potential|potential customer|lead|prospect|potentiaalinen|potentiaalinen asiakas|mahdollinen asiakas|liidi
        |prospekti|potentiell|potentiell kund|möjlig kund|interessent|potenzieller kunde|potentieller kunde""",
    Step.CUSTOMER: "customer|client|asiakas|kund|kunde",
    Step.REGULAR: """regular|regular customer|repeat customer|kanta-asiakas|kanta asiakas|vakioasiakas|vakiasiakas|vakituinen asiakas
        |stamkund|stammkunde|stamkunde""",
}
_IMPORTANCE: Mapping[Importance, str] = {
    Importance.A: "a|★★★|***|high|highest|korkea|suuri|tärkeä|erittäin tärkeä|hög|hoch|a-asiakas|a-kund|a-kunde",
    Importance.B: "b|★★|**|medium|normal|keskitaso|keskisuuri|normaali|medel|mittel|b-asiakas|b-kund|b-kunde",
    Importance.C: "c|★|*|low|lowest|matala|pieni|vähäinen|låg|niedrig|gering|c-asiakas|c-kund|c-kunde",
}


_Rank = TypeVar("_Rank")


def _by_word(words: Mapping[_Rank, str]) -> dict[str, _Rank]:
    return {_key(word): value for value, line in words.items() for word in " ".join(line.split()).split("|")}


def _key(text: str) -> str:
    return fold(" ".join(text.split()))


_STEP_OF = _by_word(_STEPS)
_IMPORTANCE_OF = _by_word(_IMPORTANCE)
_FILLED_IN = frozenset(("normal", "normaali", "low", "high", "medium"))
"""What Outlook fills in below Priority by itself, which says nothing of a person."""


def read_step(text: str) -> Step:
    """Parse the name of a step.

    Raises:
        ValueError: It is not a step.
    """
    step = _STEP_OF.get(_key(text))
    if step is None:
        raise ValueError
    return step


def read_importance(text: str) -> Importance:
    """Parse a letter, stars, or a word such as ``high``.

    Raises:
        ValueError: It is no importance.
    """
    importance = _IMPORTANCE_OF.get(_key(text))
    if importance is None:
        raise ValueError
    return importance


def is_no_rank(text: str) -> bool:
    """Whether a cell stands for an empty one (``n/a``, ``-``, ``?``); stars are importance."""
    return is_placeholder(text) and _key(text) not in _IMPORTANCE_OF


def are_steps(cells: Iterable[str]) -> bool:
    """Whether the cells of a column are all steps, or stand for empty ones; False for no cells."""
    keys = {_key(cell) for cell in cells if not is_no_rank(cell)}
    return bool(keys) and keys <= _STEP_OF.keys()


def are_importance(cells: Iterable[str]) -> bool:
    """Whether the cells of a column are all importance, or stand for empty ones.

    False for no cells, or one word that a program fills in.
    """
    keys = {_key(cell) for cell in cells if not is_no_rank(cell)}
    return bool(keys) and keys <= _IMPORTANCE_OF.keys() and not (len(keys) == 1 and keys <= _FILLED_IN)
