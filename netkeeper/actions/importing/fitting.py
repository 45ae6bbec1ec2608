"""What an import makes of a card and somebody whom it is like: whether they fit, whether to ask, and the sign to tell."""

from __future__ import annotations

from typing import NamedTuple

from netkeeper.actions.importing.last_met import is_news
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_reason import Sign
from netkeeper.domain.people.identity.likeness import Judgement, Likeness
from netkeeper.domain.people.identity.matching import Key, fill_in
from netkeeper.domain.people.identity.own_words import Names, own_words
from netkeeper.interchange.cards import LastMet, NamedBy


class Card(NamedTuple):
    """An incoming contact.

    Attributes:
        place: Its index through all files.
        contact: Its id is the one of the file; empty for none.
        source: Its source, by which its earlier import is found.
        keys: What it can be recognized by.
        last_met: The last meeting in a table; None for none.
        program: The program that wrote it; empty for unknown.
        named_by: How the file names the contact, if it only names it.
    """

    place: int
    contact: Contact
    source: str
    keys: frozenset[Key]
    last_met: LastMet | None = None
    program: str = ""
    named_by: NamedBy = ""


_NOT_TWO = frozenset(Judgement) - {Judgement.OTHER}


def is_asked(likeness: Likeness, contact: Contact) -> bool:
    """Whether it takes a person to say; a given name alone is too many people's."""
    if likeness.judgement is Judgement.ALIKE:
        return len(own_words(contact.name)) > 1
    return likeness.judgement in _NOT_TWO


def is_partly(_known: Contact, _card: Card, likeness: Likeness) -> bool:
    """Whether they are one by a key and a part of the name."""
    return likeness.judgement is Judgement.PARTLY


def says_the_same(known: Contact, card: Card, likeness: Likeness) -> bool:
    """Whether two namesakes say the same."""
    return says_no_more(known, card, likeness, is_either=False)


def says_no_more(known: Contact, card: Card, likeness: Likeness, *, is_either: bool = True) -> bool:
    """Whether one of two namesakes says nothing but what the other says; of a single word, both."""
    if likeness.judgement is not Judgement.ALIKE or is_news(card.last_met, known):
        return False
    contact = card.contact
    says = fill_in(known, contact) == known, fill_in(contact, known) == contact
    return any(says) if is_either and len(own_words(contact.name)) > 1 else all(says)


def weight(likeness: Likeness) -> float:
    """Which of several is named as whom it could be."""
    return likeness.sure + (1.0 if likeness.judgement in _NOT_TWO else 0.5 if likeness.keys else 0.0)


def key_sign(likeness: Likeness) -> Sign:
    """The surest key that two share."""
    return Sign("key", likeness.keys[0])


def sign_of(likeness: Likeness, name: str) -> Sign:
    """What tells who it is, or could be.

    Args:
        name: Whom it could be; empty for whom it is.
    """
    key = likeness.keys[0] if likeness.keys else ""
    if not name:
        also = [sign for sign in ("organization", "birthday") if sign in likeness.signs]
        return Sign("key", key) if key else Sign("alike", also[0]) if also else Sign("card")
    if not key:
        for sign in ("organization", "title", "birthday"):
            if f"other_{sign}" in likeness.signs:
                return Sign("another", sign, name)
        return Sign("namesake", name=name)
    if likeness.names is Names.SAME or likeness.names is Names.WITHIN or likeness.names is Names.NAMELESS:
        if "other_birthday" in likeness.signs:
            return Sign("other birthday", key, name)
        return Sign("own card" if likeness.names is Names.SAME else "several", key, name)
    return Sign("other name", key, name)
