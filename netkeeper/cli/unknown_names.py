"""Better errors for a first word that names nobody: a name further on, or a surname in the next word."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.errors import InvalidValueError, UnknownPersonError
from netkeeper.domain.language.mentioned import mentioned
from netkeeper.domain.language.name_end import CONJUNCTIONS
from netkeeper.domain.language.naming import nearest, unknown
from netkeeper.domain.people.name_fits import has_words, name_words, words_of
from netkeeper.domain.text.display import pasteable, quoted
from netkeeper.domain.text.fold import fold
from netkeeper.store.network import Network


def by_what_follows(error: UnknownPersonError, behind: Sequence[str], network: Network) -> UnknownPersonError:
    """The error, suggesting first the contacts whose name has the next word (``annna mäkinen kahvi``).

    Args:
        behind: The words after the unknown one; may be empty.

    Raises:
        InvalidValueError: A whole name is further on: the name comes first.
    """
    if not behind or fold(behind[0]) in CONJUNCTIONS:
        return error
    people = network.active_names()
    if others := mentioned(" ".join(behind), people, ()):
        line = f"{pasteable(others[0][1])} {pasteable(error.who)} …"
        raise InvalidValueError(f"No one fits {quoted(error.who)}; the name comes first: {line}")
    surname = words_of(behind[0])
    called_so = [person for person in people if has_words(surname, name_words(person[1]))] if surname else []
    likelier = nearest(f"{error.who} {behind[0]}", called_so) if called_so else []
    return unknown(error.who, people, likelier) if likelier else error
