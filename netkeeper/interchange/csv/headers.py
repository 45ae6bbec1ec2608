"""Targets of column headers in four languages and in the wording of many programs.

A header is looked up whole, then without words for home and work, which become the label:
``Puhelin (työ)``, ``Business Street 2``, ``Kotiosoite``, ``Dienstlich: PLZ``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from netkeeper.domain.people.properties import SIMPLE
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.csv.targets import LABELLED, Target
from netkeeper.interchange.csv.words import english, finnish, german, swedish

LANGUAGES = {"en": english, "fi": finnish, "sv": swedish, "de": german}
"""Word lists by language code."""

MAX_HEADER = 100
"""Maximum length of a header that is looked up, in characters."""

_NOT_WORDS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"[0-9]+")
_HYPHENATED = (("e mail", "email"), ("e post", "epost"))
# Where Outlook says how an address is sent to ("E-mail 2 Type"), Google says what it is for.
_GOOGLE_EMAIL_TYPE = re.compile(r"E-mail ([0-9]{1,3}) - Type", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-zäöå])(?=[A-ZÄÖÅ])")
# What forms write behind a header: "E-mail (required)", "Nimi *", "Sähköposti (pakollinen)".
_BRACKETS = re.compile(r"\([^()]*\)|\[[^][]*\]|\{[^{}]*\}|<[^<>]*>")
_DEMANDS = re.compile(
    r"[\W_]+(?:required|mandatory|optional|pakollinen|vapaaehtoinen|valinnainen|obligatorisk\w*|valfri\w*|frivillig\w*"
    r"|pflichtfeld|erforderlich|optional)\Z",
    re.IGNORECASE,
)
_AROUND = " *:.\t\"'"
# Whose a column is, as Pipedrive writes it: "Person - Name".
_OWNER = re.compile(
    r"(?:person|contact|attendee|participant|henkilö|yhteyshenkilö|kontakti|kontakt|kontaktperson|ansprechpartner)"
    r"(?: *[-–:./>|] *)(.+)",
    re.IGNORECASE,
)
_REGISTER = re.compile(
    r"(.*[^\W\d_])[\s.:_-]*(?:(#)|[\s._-](?:number|no|num)\.?|[\s._-]?(?:numero|nro|nummer|nr)\.?)", re.IGNORECASE
)
_REGISTERED = frozenset(map(fold, (
    "company", "organization", "organisation", "customer", "client", "account", "member", "attendee", "participant", "guest", "person",
    "employee", "student", "order", "ticket", "invoice", "record", "supplier", "vendor", "registration", "school", "university",
    "yritys", "yrityksen", "organisaatio", "organisaation", "asiakas", "asiakkaan", "jäsen", "osallistuja", "henkilö", "opiskelija",
    "tilaus", "lasku", "koulu", "oppilaitos", "företag", "företags", "kund", "medlem", "medlems", "deltagar", "firmen",
    "kunden", "mitglieds", "teilnehmer", "organisations",
)))  # fmt: skip
"""Nouns whose number is one of a register, folded."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of a header.

    Attributes:
        target: The target of its column.
        is_line: Whether it is a further line of the previous column (``Home Street 2``).
    """

    target: Target
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class _Language:
    whole: Mapping[str, Target]
    places: tuple[tuple[str, str], ...]
    starts: tuple[tuple[str, str], ...]


def header_words(header: str) -> tuple[str, int]:
    """Normalize a header for lookup.

    Returns:
        Folded words with single blanks and ``#`` for numbers; and the first number, 1 if there is none.
    """
    found = _DIGITS.search(header)
    number = int(found[0]) if found and len(found[0]) < 4 else 1
    words = _NOT_WORDS.sub(" ", _DIGITS.sub(" 0 ", fold(header.replace("'s ", "s ").replace("’s ", "s ")))).strip()
    for apart, joined in _HYPHENATED:
        if apart in words:
            words = re.sub(rf"\b{apart}", joined, words)
    return words.replace("0", "#"), max(number, 1)


@lru_cache(4096)
def meaning_of(header: str, first: str = "en") -> tuple[Meaning, frozenset[str]] | None:
    """The meaning of a header, and the languages that have it; None for an unknown header.

    Args:
        first: The language that wins where several know the header.
    """
    if not header or len(header) > MAX_HEADER:
        return None
    if google := _GOOGLE_EMAIL_TYPE.fullmatch(header):
        return Meaning(Target("email.label", number=int(google[1]))), frozenset({"en"})
    if is_register_number(header):
        return None
    found = _meaning(*header_words(header), first)
    for form in _plainer(header) if found is None else ():
        found = _meaning(*header_words(form), first)
        if found is not None:
            return _with_label_in_brackets(header, *found, first)
    return found


def _with_label_in_brackets(
    header: str, meaning: Meaning, languages: frozenset[str], first: str
) -> tuple[Meaning, frozenset[str]]:
    """The meaning with the label of what stands in brackets: ``Phone (mobile)``, ``Puhelin (matkapuhelin)``."""
    for inside in _BRACKETS.findall(header):
        found = _meaning(*header_words(inside), first)
        if found and found[0].target.label and found[0].target.kind == meaning.target.kind:
            return replace(meaning, target=replace(meaning.target, label=found[0].target.label)), languages
    return meaning, languages


def is_register_number(header: str) -> bool:
    """Whether a header names a number that a register gives: ``Attendee #``, ``Company number``, ``Asiakasnro``.

    A number sign behind a word for a phone or an apartment (``Phone #``) belongs to it.
    """
    found = _REGISTER.fullmatch(_BRACKETS.sub(" ", header).strip(_AROUND))
    if found is None:
        return False
    noun = fold(found[1]).strip(" .:-_")
    return noun in _REGISTERED if found[2] is None else not _is_numbered(noun)


def _is_numbered(noun: str) -> bool:
    return any(
        meaning is not None and meaning.target.kind.partition(".")[0] in (*LABELLED, "address")
        for meaning in (_in_language(_language(name), *header_words(noun)) for name in LANGUAGES)
    )


def _plainer(header: str) -> Iterator[str]:
    """Forms of an unknown header in which the rest of it may be known, nearest first."""
    if _CAMEL.search(header):
        yield _CAMEL.sub(" ", header)
    bare = _DEMANDS.sub("", _BRACKETS.sub(" ", header).strip(_AROUND)).strip(_AROUND)
    if bare and bare != header:
        yield bare
    if owned := _OWNER.fullmatch(bare):
        yield owned[1]


def _meaning(words: str, number: int, first: str) -> tuple[Meaning, frozenset[str]] | None:
    if not words:
        return None
    found: Meaning | None = None
    languages = set()
    for name in sorted(LANGUAGES, key=lambda name: name != first):
        meaning = _in_language(_language(name), words, number)
        if meaning is not None:
            languages.add(name)
            found = found or meaning
    return (found, frozenset(languages)) if found else None


def _in_language(language: _Language, words: str, number: int) -> Meaning | None:
    target = _numbered(language, words, number)
    if target is not None:
        return target
    padded = f" {words} "
    for place, label in language.places:
        if f" {place} " in padded:
            rest = " ".join(padded.replace(f" {place} ", " ", 1).split())
            found = _numbered(language, rest, number)
            if found and (labelled := _labelled(found, label)):
                return labelled
    for start, label in language.starts:
        if words.startswith(start) and len(words) > len(start):
            found = _numbered(language, words[len(start) :].strip(), number)
            if found and (labelled := _labelled(found, label)):
                return labelled
    return None


def _numbered(language: _Language, words: str, number: int) -> Meaning | None:
    target = language.whole.get(words)
    if target is None:
        return None
    if number > 1 and target.kind == "address.street" and words.endswith("#"):
        return Meaning(target, is_line=True)
    if "#" in words and (target.kind.partition(".")[0] in LABELLED or target.kind.startswith("address")):
        return Meaning(replace(target, number=number))
    return Meaning(target)


def _labelled(meaning: Meaning, place: str) -> Meaning | None:
    """The meaning with a label added; None for a kind without labels, such as a name."""
    target = meaning.target
    if target.kind in ("email", "phone", "url"):
        return replace(meaning, target=replace(target, label=f"{place} {target.label}".strip()))
    if target.kind.partition(".")[0] == "address" and target.kind != "address.label":
        return replace(meaning, target=replace(target, label=place))
    return None


@lru_cache(8)
def _language(name: str) -> _Language:
    module = LANGUAGES[name]
    whole: dict[str, Target] = {}
    for target, words in module.WORDS.items():
        kind, _, label = target.partition(":")
        for word in " ".join(words.split()).split("|"):
            whole.setdefault(_key(word), Target(kind, label))
    for row in SIMPLE:
        for word in (row.header, row.title, *row.finnish.split()):
            whole.setdefault(_key(word), Target(row.column))
    places = [(_key(place), label) for label, words in module.PLACES.items() for place in words.split("|")]
    starts = [(fold(start), label) for start, label in module.STARTS.items()]
    # Longest first, so that "weiteres r" matches before "weiteres".
    return _Language(
        whole,
        tuple(sorted(places, key=lambda item: -len(item[0]))),
        tuple(sorted(starts, key=lambda item: -len(item[0]))),
    )


def _key(word: str) -> str:
    return header_words(word.replace("#", "0"))[0]
