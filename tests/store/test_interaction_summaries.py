"""The quick reading of what happened says what the slow one says."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.interactions.interaction_summary import InteractionSummary
from netkeeper.domain.records import interaction_document
from netkeeper.store.documents import LazyDocuments
from netkeeper.store.interaction_summaries import interaction_summaries
from tests.strategies import interactions


@given(st.lists(interactions()), st.booleans())
def test_encounters_from_text_equal_those_from_documents(items: list[Interaction], is_text: bool) -> None:
    documents = {str(number): interaction_document(item) for number, item in enumerate(items)}
    texts = {number: json.dumps(document, separators=(",", ":")) for number, document in documents.items()}
    found = list(interaction_summaries(LazyDocuments(dict(texts)) if is_text else documents))
    had = [item for item in items if item.kind is not Kind.TRIED]
    assert found == [InteractionSummary(item.on, item.contact_ids, item.feeling) for item in had]


def test_a_note_that_speaks_of_feelings_is_none() -> None:
    note = 'x,"feeling":5,{"on":"2026-01-01"'
    document = json.dumps(
        {"on": "2026-11-02", "contact_ids": ["1", "2"], "kind": "meeting", "note": note}, separators=(",", ":")
    )
    (found,) = interaction_summaries(LazyDocuments({"1": document}))
    assert (found.contact_ids, found.feeling) == (("1", "2"), None)
