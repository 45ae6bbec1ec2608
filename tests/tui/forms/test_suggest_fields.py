"""Fields as they are typed, and what is suggested to go on with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import WordError
from netkeeper.tui.forms.suggest_fields import read_fields, suggest_field
from tests import strategies

IN_USE = ["design", "health/tech", "food", "tech", "fintech", "mobile-games"]


def suggested(text: str, cursor: int | None = None) -> list[str]:
    return [each.label for each in suggest_field(text, len(text) if cursor is None else cursor, IN_USE)]


def taken(text: str, cursor: int | None = None) -> str:
    """What is typed after the first suggestion is taken."""
    first = suggest_field(text, len(text) if cursor is None else cursor, IN_USE)[0]
    return text[: first.start] + first.text + text[first.end :]


def test_fields_are_read_as_they_are_kept_each_once() -> None:
    assert read_fields(" Design, #food ,, health tech, design") == ("design", "food", "health-tech")
    assert read_fields(" , ") == ()
    with pytest.raises(WordError, match="can't be a field"):
        read_fields("design, #")


def test_those_that_begin_so_come_first_then_those_with_a_level_that_does() -> None:
    assert suggested("tech") == ["health/tech", "fintech"]
    assert suggested("te") == ["tech", "health/tech", "fintech"]
    assert suggested("Mobile g") == ["mobile-games"]
    assert suggested("") == IN_USE
    assert suggested("zebra") == []


def test_only_the_field_that_the_cursor_is_in_is_replaced() -> None:
    assert taken("design, he") == "design, health/tech"
    assert taken("fo, design", 2) == "food, design"
    assert taken("design, fo, tech", 10) == "design, food, tech"
    assert taken("design,fo") == "design,food"


def test_what_is_typed_already_is_not_suggested_again() -> None:
    assert "design" not in suggested("design, ")
    assert "food" not in suggested("fo, food", 2)
    assert suggested("design") == []


def test_no_more_is_suggested_than_can_be_looked_over() -> None:
    assert len(suggest_field("", 0, [f"field-{number}" for number in range(100)])) == 8


def test_what_cannot_be_typed_is_not_suggested() -> None:
    assert not suggest_field("", 0, ["a,b", "Upper", "[/b] x", "clip\x1b]52", "", "#tag"])


@given(st.text(max_size=30), st.integers(0, 30), strategies.fields())
def test_taking_a_suggestion_adds_that_field_and_changes_no_other(
    text: str, cursor: int, in_use: tuple[str, ...]
) -> None:
    cursor = min(cursor, len(text))
    for suggestion in suggest_field(text, cursor, in_use):
        assert suggestion.label == suggestion.text
        assert suggestion.text in in_use
        assert suggestion.start <= cursor <= suggestion.end or not text[cursor : suggestion.start].strip()
        before, after = text[: suggestion.start].split(","), text[suggestion.end :].split(",")
        whole = f"{text[: suggestion.start]}{suggestion.text}{text[suggestion.end :]}".split(",")
        assert [part.strip() for part in whole] == [
            part.strip() for part in (*before[:-1], before[-1] + suggestion.text + after[0], *after[1:])
        ]
        assert suggestion.text in [part.strip() for part in whole]
