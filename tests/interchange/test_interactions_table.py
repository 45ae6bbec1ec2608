"""The table of interactions: a row for each, whoever it was with, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.csv.interactions_table import HEADER, interaction_rows, read_rows, write_interactions
from tests.strategies import interactions

ANNA = Contact("123456789012345", "Anna Virtanen")
BO = Contact("223456789012345", "Bo; Bergman")
BO_MARK = "urn:uuid:6e65746b-6565-8070-8223-456789012345"


def outgoing(*items: Interaction, people: tuple[Contact, ...] = (ANNA, BO)) -> Outgoing:
    return Outgoing(tuple(map(WriteContact, people)), {"interactions": items})


def test_rows_are_oldest_first_and_name_everybody() -> None:
    later = Interaction(
        "2", date(2026, 11, 2), (ANNA.id, BO.id), Kind.CALL, "=1+1;\n+358", 4, (Signal.RECOMMENDED, Signal.ASKED_ADVICE)
    )
    earlier = Interaction("1", date(2026, 11, 1), (BO.id, "999999999999999"))
    data = write_interactions(outgoing(later, earlier))
    text = data.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        list(HEADER),
        ["2026-11-01", "Bo, Bergman", "meeting", "", "", "", BO_MARK],
        [
            "2026-11-02",
            "Anna Virtanen; Bo, Bergman",
            "call",
            "'=1+1;\n'+358",
            "4",
            "recommended, asked-advice",
            f"urn:uuid:6e65746b-6565-8070-8123-456789012345; {BO_MARK}",
        ],
    ]
    assert read_rows(data)[1][3] == "=1+1;\n+358"


def test_namesakes_are_told_apart() -> None:
    one = replace(ANNA, emails=(Labelled("anna@valio.example"),))
    other = replace(BO, name="Anna Virtanen", phones=(Labelled("+358 40 555 0101"),))
    nobody = Contact("323456789012345", "Anna Virtanen")
    met = Interaction("1", date(2026, 11, 1), (one.id, other.id, nobody.id))
    (row,) = interaction_rows(outgoing(met, people=(one, other, nobody)))
    assert row[1] == "Anna Virtanen <anna@valio.example>; Anna Virtanen <+358 40 555 0101>; Anna Virtanen"


@given(st.lists(interactions(st.sampled_from([ANNA.id, BO.id])), max_size=8))
def test_what_is_written_is_read_back(items: list[Interaction]) -> None:
    content = outgoing(*items)
    assert read_rows(write_interactions(content)) == list(interaction_rows(content))


def test_another_table_is_none_of_interactions() -> None:
    with pytest.raises(ValueError, match="header"):
        read_rows(b"Name,Email\nAnna,a@b.example\n")
