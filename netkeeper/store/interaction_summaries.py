"""Summaries of all interactions for statistics, extracted from the JSON text of documents without parsing it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from netkeeper.domain.interactions.interaction_summary import InteractionSummary
from netkeeper.domain.records.values import Fields, day_of
from netkeeper.store.documents import raw

_START = re.compile(r'\{"on":"([\d-]{10})","contact_ids":\["(\d+(?:","\d+)*)"\],"kind":"(tried")?')
_FEELING = re.compile(r',"feeling":(\d)[,}]')
"""Quotation marks within notes are escaped, so this can't match part of a note."""

_TRIED = "tried"

_day_of = lru_cache(maxsize=4096)(day_of)


def interaction_summaries(interactions: Mapping[str, Fields]) -> Iterator[InteractionSummary]:
    """All interactions except attempts that reached nobody, in no order."""
    new = tuple.__new__
    for number, value in list(raw(interactions).items()):
        found = _START.match(value) if isinstance(value, str) else None
        if found is None or not isinstance(value, str):
            document = interactions[number]
            if document["kind"] == _TRIED:
                continue
            ids = tuple(document["contact_ids"])
            yield InteractionSummary(_day_of(document["on"]), ids, document.get("feeling"))
            continue
        if found[3]:
            continue
        felt = _FEELING.search(value, found.end())
        # Three times as fast as the constructor, which counts for a hundred thousand interactions.
        yield new(InteractionSummary, (_day_of(found[1]), tuple(found[2].split('","')), int(felt[1]) if felt else None))
