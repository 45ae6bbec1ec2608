"""The table of keys: the meaning of each ``key:`` when adding, logging and searching, and its Finnish names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netkeeper.domain.people.properties import PROPERTIES, SIMPLE
from netkeeper.domain.text.fold import fold


class Key(NamedTuple):
    """A key of the small language; a tuple, which is faster to create than a dataclass.

    Attributes:
        key: The text before the colon.
        adding: Its effect in ``add`` and ``edit``; empty: not allowed there.
        logging: Its effect in ``log``; empty: not allowed there.
        finding: Its meaning in a search; empty: not allowed there.
        example: A word with this key.
        help: A description in one line.
    """

    key: str
    adding: str
    logging: str
    finding: str
    example: str
    help: str


def _about_contact(key: str, adding: str, finding: str, example: str, about: str) -> Key:
    """A key that sets a property of the contact, with the same effect when adding and logging."""
    return Key(key, adding, adding, finding, example, about)


KEYS: Mapping[str, Key] = {
    key.key: key
    for key in (
        _about_contact(
            "field",
            "adds the field",
            "has the field, or one under it",
            "field:design",
            "Line of business or study; several with commas, levels with a slash: field:health/tech",
        ),
        _about_contact(
            "step", "sets the step", "is on the step", "step:customer", "Step of the ladder: potential customer regular"
        ),
        _about_contact("org", "sets it", "contains it", 'org:"Valio Oy"', "Company or other body"),
        _about_contact("title", "sets it", "contains it", 'title:"Brand lead"', "Position held there"),
        _about_contact(
            "email",
            "adds it",
            "contains it",
            "email:work=anna@valio.example",
            "Email address; what it is for may stand before it with an equals sign",
        ),
        _about_contact(
            "phone",
            "adds it",
            "contains it",
            'phone:"mobile=+358 40 555 0101"',
            "Phone number; what it is for may stand before it with an equals sign",
        ),
        _about_contact(
            "url",
            "adds it",
            "contains it",
            "url:https://valio.example",
            "Web address; what it is for may stand before it with an equals sign",
        ),
        _about_contact(
            "birthday", "sets it", "is on that day", "birthday:29.2.1980", "Birthday, with the year or without: 29.2."
        ),
        _about_contact("met", "sets it", "contains it", 'met:"Slush 2026"', "How or where you met"),
        _about_contact("via", "sets it", "contains it", "via:pekka", "Who introduced you"),
        _about_contact(
            "hope",
            "adds the hope",
            "has the hope",
            "hope:employer",
            "What may come of it after graduation: customer partner employer mentor friend",
        ),
        _about_contact(
            "every",
            "sets the cadence",
            "has that cadence of its own",
            "every:6w",
            "How often to be in touch: 6w, 45d, 2m, monthly, none, or default for the step's",
        ),
        _about_contact(
            "whose", "says whose it is", "belongs to", "whose:team", "Whose the contact is: mine, or the team's"
        ),
        *(_about_contact(row.word, "sets it", "has it", row.example, row.help) for row in SIMPLE),
        Key("name", "sets the name", "", "contains it", 'name:"Anna Korhonen"', "Name"),
        Key("note", "adds to the notes", "adds to what is logged", "contains it", 'note:"likes sailing"', "Notes"),
        Key(
            "kind",
            "",
            "says how you were in touch",
            "",
            "kind:call",
            "How you were in touch: meeting (unless you say otherwise) call message email event other tried",
        ),
        Key(
            "when", "", "says which day it was", "", "when:yesterday", "Day it happened; today unless you say otherwise"
        ),
        Key("feel", "", "says how it felt", "", "feel:4", "How it felt, 1 (drained) to 5 (lifted)"),
        Key(
            "signal",
            "",
            "says what they did",
            "",
            "signal:recommended",
            "Signs of life: recommended invited asked-advice introduced; several with commas",
        ),
        Key("next", "makes the follow-up", "makes the follow-up", "", "next:2w", "Day of the next follow-up"),
        Key(
            "todo",
            "says what to do then",
            "says what to do then",
            "",
            'todo:"send the offer"',
            "What was promised; in a week unless next:, or a day in it, says when",
        ),
        Key(
            "due",
            "",
            "",
            "has a follow-up due then",
            "due:7d-",
            "Due day: today, fri, 7d- (by then), 2w+ (then or later), late, none",
        ),
        Key(
            "last",
            "",
            "",
            "was last in touch then",
            "last:60d+",
            "Latest contact: 60d+ (so long ago or longer), 2w- (or less), today, never",
        ),
        Key("is", "", "", "is that", "is:fading", "State: archived; lasting past graduation, or fading"),
        Key(
            "has",
            "",
            "",
            "has one",
            "has:email",
            f"What isn't empty: {' '.join(row.has for row in PROPERTIES.values() if row.has)}",
        ),
    )
}
"""All keys, in the order in which help shows them."""

FINNISH: Mapping[str, str] = {
    word: key
    for key, words in {
        "field": "ala alat",
        "step": "porras",
        "org": "yritys organisaatio",
        "title": "titteli",
        "email": "sähköposti",
        "phone": "puhelin",
        "url": "verkkosivu",
        "birthday": "syntymäpäivä synttärit",
        "met": "tavattiin tavattu",
        "via": "esittelijä kautta",
        "hope": "toive",
        "every": "väli yhteydenpitoväli",
        "whose": "kenen",
        **{row.word: row.finnish for row in SIMPLE if row.finnish},
        "name": "nimi",
        "note": "muistiinpano",
        "kind": "laji",
        "when": "milloin",
        "feel": "fiilis",
        "signal": "merkki elonmerkki",
        "next": "seuraava seuraavaksi",
        "todo": "tehtävä muista lupaus",
        "due": "vuorossa",
        "last": "viimeksi",
    }.items()
    for word in words.split()
}
"""The keys by their Finnish names; the first name of a key is the one that is suggested."""


def _folded(words_of: Mapping[str, str]) -> Mapping[str, str]:
    """The key of each word, by the folded word."""
    return {word: key for key, words in words_of.items() for word in map(fold, words.split())}


SYNONYMS = _folded({"when": "on at date pvm päivä", "feel": "tunne mood"})
"""Folded words that mean the same as a key but are none; the error names the key."""

SYNONYMS_WITH_VALUE = _folded({"email": "mail e-mail meili sposti", "phone": "puh tel mobile"})
"""As ``SYNONYMS``, but only with a value that fits no other key: ``mail:anna@valio.example``."""

_BY_WORD: Mapping[str, str] = {
    **{fold(word): key for word, key in FINNISH.items()},
    **{key: key for key in KEYS},
}


def key_of(word: str) -> str:
    """The key that a word before a colon is, in English or Finnish, in any case; empty where it is none.

    Case is ignored because phones capitalise the first word by themselves: ``Next:2w``.
    """
    return _BY_WORD.get(word) or _BY_WORD.get(fold(word), "")
