from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.language.new_name import new_name_counts, with_capitals


@pytest.mark.parametrize(
    ("line", "border", "counts"),
    [
        ("Carl von Troil coffee", "", [2]),
        ("Anna kahvia", "", [0]),
        ("Anna", "", [0]),
        ("Matti ten Cate lunch", "", [2]),
        ("Anna de coffee", "", [0]),
        ("von Troil coffee", "", [1]),
        ("ville Korpela coffee", "", [1]),
        ("Sanna Marttila coffee with Bo", "", [1]),
        ("ville korpela", ":", [1]),
        ("ville korpela", ",", [1]),
        ("carl von troil", ":", [2]),
        ("ville", "", [0]),
        ("ville korpela coffee", "", [0, 1, 2]),
        ("ville met at the fair", ":", [0, 1, 2]),
        ("anna virtanen coffee", "", [1]),
    ],
)
def test_capitals_a_border_or_what_is_known_end_a_new_name(line: str, border: str, counts: list[int]) -> None:
    first, *run = line.split()
    assert new_name_counts(first, run, border, {"anna virtanen", "anna"}) == counts


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ville korpela", "Ville Korpela"),
        ("anna-maija lehto", "Anna-Maija Lehto"),
        ("carl von troil", "Carl von Troil"),
        ("sean o'brien", "Sean O'Brien"),
        ("åsa öhman", "Åsa Öhman"),
        ("al", "Al"),
        ("deVille oy", "deVille oy"),
        ("Anna", "Anna"),
    ],
)
def test_a_name_in_lower_case_gets_its_capitals(typed: str, kept: str) -> None:
    assert with_capitals(typed) == kept


@given(st.lists(st.sampled_from(["anna", "Anna", "von", "ten", "coffee", "Bo", "ja"]), min_size=1, max_size=6))
def test_a_name_never_ends_behind_a_word_in_lower_case_that_follows_capitals(line: list[str]) -> None:
    first, *run = line
    for count in new_name_counts(first, run, "", ()):
        assert 0 <= count <= len(run)
        if any(word[0].isupper() for word in (first, *run[:count])) and count:
            assert run[count - 1][0].isupper()
