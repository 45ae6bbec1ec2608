"""The words of dates for correcting typing errors, and their spelling with umlauts for showing them."""

from __future__ import annotations

from netkeeper.domain.dates import vocabulary as tables

_TABLES = (
    tables.WEEKDAYS, tables.DAYS_AWAY, tables.DAYS_WITH_PART, tables.PARTS_OF_DAY, tables.MONTHS, tables.SEASONS,
    tables.FEASTS, tables.WEEKEND, tables.UNITS, tables.NUMBERS, tables.HALVES, tables.FORWARD_FIRST, tables.FORWARD,
    tables.BACKWARD, tables.NEXT, tables.LAST, tables.THIS, tables.START, tables.MIDDLE, tables.END, tables.RELATIONS,
    tables.PERIODS,
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
