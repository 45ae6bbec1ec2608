"""Names with an incomplete word after the first, where text follows: ``Timo Kivi`` for Timo Kivinen."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.people.people import named_by, ways_to_name
from netkeeper.cli.asking import ask_who
from netkeeper.cli.context import Session
from netkeeper.domain.errors import UnknownPersonError
from netkeeper.domain.language.naming import Person, the_one
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.name_fits import begin_words, has_words, name_words, words_of


def ask_begun(session: Session, first: str, more: Sequence[str]) -> Contact | None:
    """Ask for the contact where the words after the first only begin words of a name; None where none has such a name.

    Args:
        more: The words after the first, which normally have to be whole.

    Raises:
        UnknownPersonError: There are such contacts, and nobody can be asked; the message suggests them.
    """
    network = session.network
    who = " ".join([first, *more])
    nicknames = list(ways_to_name(network).nicknames())
    found = named_by(network, who)

    def words(person: Person) -> list[str]:
        """The words of a contact's name and nicknames."""
        called = " ".join(nick for contact_id, nick in nicknames if contact_id == person[0])
        return [*name_words(person[1]), *name_words(called)]

    if not found or any(has_words(words_of(" ".join(more)), words(person)) for person in found):
        return None
    if not all(begin_words(words_of(who), words(person)) for person in found):
        # They were found by a number, an address or an id.
        return None
    try:
        return network.contact(the_one(who, (), found))
    except UnknownPersonError as error:
        return network.contact(ask_who(session, error))
