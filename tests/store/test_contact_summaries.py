"""The quick reading of everybody's standing says what the slow one says."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Hope
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.records import contact_document, followup_document
from netkeeper.domain.records.values import Fields
from netkeeper.store.contact_summaries import contact_summaries, names, open_followups
from netkeeper.store.documents import LazyDocuments, candidates, read_lines
from netkeeper.store.snapshot import Meta, Tables, encode_snapshot
from tests.strategies import ids

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))
MEMBER = Member(cadences={Step.POTENTIAL: 10, Step.CUSTOMER: 20, Step.REGULAR: 40})


@pytest.fixture(autouse=True)
def read_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """However few there are."""
    monkeypatch.setattr("netkeeper.store.contact_summaries._MANY", 0)


def compact(document: Fields) -> str:
    return json.dumps(document, separators=(",", ":"))


@st.composite
def contact_documents(draw: st.DrawFn) -> Fields:
    contact = Contact(
        id="1",
        name=draw(TEXTS.filter(str.strip)),
        step=draw(st.sampled_from(Step)),
        cadence=draw(st.none() | st.integers(0, 3650)),
        archived=draw(st.booleans()),
        unsorted=draw(st.booleans()),
        last_on=draw(DAYS),
        first_on=draw(DAYS),
        tried_on=draw(DAYS),
        nudge_from=draw(DAYS),
        first_turn_on=draw(DAYS),
        hopes=tuple(draw(st.lists(st.sampled_from(Hope), unique=True))),
        fields=tuple(draw(st.lists(TEXTS, max_size=3))),
        notes=draw(TEXTS),
        created="2025-01-02T03:04:05Z",
    )
    return contact_document(contact)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(ids(), contact_documents(), max_size=5))
def test_standings_and_names_from_text_equal_those_from_documents(documents: dict[str, Fields]) -> None:
    lazy = LazyDocuments({number: compact(document) for number, document in documents.items()})
    assert contact_summaries(lazy, MEMBER) == contact_summaries(documents, MEMBER)
    assert list(names(lazy)) == list(names(documents))
    assert list(names(lazy, archived=False)) == list(names(documents, archived=False))


def test_a_document_with_its_properties_in_another_order_is_read_too() -> None:
    document = {"created": "2025-01-02T03:04:05Z", "fields": ["design"], "step": "customer", "name": "Anna"}
    lazy = LazyDocuments({"1": compact(document)})
    assert contact_summaries(lazy, MEMBER) == contact_summaries({"1": document}, MEMBER)
    assert list(names(lazy)) == [("1", "Anna")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(Status), TEXTS), max_size=6))
def test_open_followups_from_text_equal_those_from_documents(made: list[tuple[Status, str]]) -> None:
    documents = {
        str(number): followup_document(FollowUp(str(number), str(number + 7), date(2026, 1, 1), what, status))
        for number, (status, what) in enumerate(made, 1)
    }
    lazy = LazyDocuments({number: compact(document) for number, document in documents.items()})
    assert list(open_followups(lazy)) == list(open_followups(documents))
    assert [number for number, _, _ in open_followups(lazy)] == [
        str(number) for number, (status, _) in enumerate(made, 1) if status is Status.OPEN
    ]


def test_a_note_cannot_pass_for_a_property() -> None:
    hostile = followup_document(
        FollowUp("1", "2", date(2026, 1, 1), '","status":"open","x":"', Status.DONE, date(2026, 1, 2))
    )
    assert list(open_followups(LazyDocuments({"1": compact(hostile)}))) == []
    person = contact_document(Contact("1", 'A","archived":true,"x":"', created="2025-01-02T03:04:05Z"))
    assert list(names(LazyDocuments({"1": compact(person)}), archived=False)) == [("1", person["name"])]


DOCUMENTS = st.dictionaries(
    st.from_regex(r"[1-9][0-9]{0,14}", fullmatch=True),
    st.dictionaries(TEXTS, TEXTS | st.integers() | st.lists(TEXTS) | st.none(), max_size=4),
    max_size=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["contacts", "followups", "offers", "odd: {name}"]), DOCUMENTS))
def test_tables_written_as_lines_are_read_back_and_written_again_the_same(tables: Tables) -> None:
    meta = Meta("0123456789abcdef", 7)
    data = encode_snapshot(meta, tables)
    body = data[data.index(b"}}") + 2 :].decode("ascii")
    again = read_lines(body)
    assert {name: dict(documents) for name, documents in again.items()} == tables
    assert encode_snapshot(meta, read_lines(body)) == data
    assert {name: documents for name, documents in json.loads(data).items() if name != "meta"} == tables


@pytest.mark.parametrize("name", ['Anna "Ace",', '",', 'a","b', '","step":"', "\\", '\\",', '"'])
def test_a_name_ends_where_it_ends(name: str) -> None:
    person = contact_document(Contact("1", name, fields=("a]", "b"), created="2025-01-02T03:04:05Z"))
    lazy = LazyDocuments({"1": compact(person)})
    assert list(names(lazy)) == [("1", name)]
    assert [standing.name for standing in contact_summaries(lazy, MEMBER)] == [name]
    assert lazy.raw()["1"] == compact(person), "it was read without parsing"


def test_only_what_is_asked_for_is_parsed() -> None:
    lazy = LazyDocuments({"1": '{"a":1}', "2": '{"b":2}'})
    assert list(candidates(lazy, '"b":2')) == [("2", {"b": 2})]
    assert lazy.raw() == {"1": '{"a":1}', "2": {"b": 2}}
    lazy["3"] = {"c": 3}
    del lazy["1"]
    assert dict(lazy) == {"2": {"b": 2}, "3": {"c": 3}}
