"""The words of dates for correcting typing errors, and their spelling with umlauts for showing them."""

from __future__ import annotations

from netkeeper.domain.dates.vocabulary import (
    BACKWARD,
    DAYS_AWAY,
    DAYS_WITH_PART,
    END,
    FEASTS,
    FORWARD,
    FORWARD_FIRST,
    HALVES,
    LAST,
    MIDDLE,
    MONTHS,
    NEXT,
    NUMBERS,
    PARTS_OF_DAY,
    PERIODS,
    RELATIONS,
    SEASONS,
    START,
    THIS,
    UNITS,
    WEEKDAYS,
    WEEKEND,
)

_TABLES = (
    WEEKDAYS, DAYS_AWAY, DAYS_WITH_PART, PARTS_OF_DAY, MONTHS, SEASONS, FEASTS, WEEKEND, UNITS, NUMBERS, HALVES,
    FORWARD_FIRST, FORWARD, BACKWARD, NEXT, LAST, THIS, START, MIDDLE, END, RELATIONS, PERIODS,
)  # fmt: skip


def vocabulary() -> tuple[str, ...]:
    """Every word of a date of three letters or more, which a mistyped word is compared with."""
    phrases = (phrase for words in _TABLES for phrase in words)
    return tuple(dict.fromkeys(word for phrase in phrases for word in phrase.split() if len(word) > 2))


def with_umlauts(folded: str) -> str:
    """Folded words of the vocabulary with their umlauts restored: ``kesalla`` as ``kesällä``."""
    for plain, restored in _UMLAUTS:
        folded = folded.replace(plain, restored)
    return folded


_UMLAUTS = (
    ("kesalla", "kesällä"), ("kesana", "kesänä"), ("kesaa", "kesää"), ("kesa", "kesä"), ("heina", "heinä"), ("kevaalla", "keväällä"), ("kevaana", "keväänä"),
    ("kevaa", "kevää"), ("kevat", "kevät"), ("syksylla", "syksyllä"), ("syksyna", "syksynä"), ("syksya", "syksyä"), ("paivalla", "päivällä"),
    ("paivana", "päivänä"), ("paivaa", "päivää"), ("paiva", "päivä"), ("paasta", "päästä"), ("paasiais", "pääsiäis"),
    ("paasiainen", "pääsiäinen"), ("tanaan", "tänään"), ("tana ", "tänä "), ("talla ", "tällä "), ("tassa ", "tässä "),
    ("jalkeen", "jälkeen"), ("mennessa", "mennessä"), ("keskella", "keskellä"), ("nelja", "neljä"),
    ("seitseman", "seitsemän"), ("yhdeksan", "yhdeksän"), ("itsenaisyys", "itsenäisyys"), ("puolivali", "puoliväli"),
)  # fmt: skip
