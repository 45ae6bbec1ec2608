"""Where a search has found something: the right places of the text as it is."""

from __future__ import annotations

import itertools
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.text.display import clusters, plain, width
from netkeeper.domain.text.fold import fold
from netkeeper.domain.text.highlights import spans

LETTERS = st.text(
    st.sampled_from("aAäÄåÅöéßœﬁŁøKçñ  \u0301\u0308'’-שЖ中한👩\u200d👧❤\ufe0f\u2068\u2069\u00ad1"), max_size=12
)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Anna Virtanen", ["ann"], ["Ann"]),
        ("Anna Virtanen", ["an"], ["An", "an"]),
        ("Väinö Äyräs", ["a"], ["ä", "Ä", "ä"]),
        ("Vainö Äyräs", ["vaino ayras"], ["Vainö Äyräs"]),
        ("A\u030asa", ["asa"], ["A\u030asa"]),
        ("A\u030asa", ["a"], ["A\u030a", "a"]),
        ("Großmann", ["ss"], ["ß"]),
        ("Großmann", ["s"], ["ß"]),
        ("Großmann", ["ossm"], ["oßm"]),
        ("ﬁlm", ["i"], ["ﬁ"]),
        ("Anna  Virtanen", ["a v"], ["a  V"]),
        ("Anna\u00a0Virtanen", ["a v"], ["a\u00a0V"]),
        ("👩\u200d👩\u200d👧 Family", ["👩"], ["👩\u200d👩\u200d👧"]),
        ("❤\ufe0f Heart", ["❤"], ["❤\ufe0f"]),
        ("שרה כהן", ["כהן"], ["כהן"]),
        ("Anna", ["anna", "nn"], ["Anna"]),
        ("Anna", ["an", "na"], ["Anna"]),
        ("aaa", ["aa"], ["aa"]),
        ("Anna", [], []),
        ("Anna", [""], []),
        ("", ["a"], []),
        ("Anna", ["bo"], []),
    ],
)
def test_what_is_found(text: str, wanted: list[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, wanted)] == found


@given(LETTERS, LETTERS, LETTERS)
def test_whatever_a_search_finds_is_found_here_too(before: str, middle: str, after: str) -> None:
    """The middle of a text, folded, is in a span unless it folds to nothing or to a blank."""
    wanted = " ".join(fold(middle).split())
    text = before + middle + after
    found = spans(text, [wanted])
    if wanted and wanted in " ".join(fold(text).split()):
        assert found


@given(LETTERS, st.lists(LETTERS, max_size=3))
def test_spans_are_in_order_apart_and_whole(text: str, typed: list[str]) -> None:
    wanted = [" ".join(fold(each).split()) for each in typed]
    found = spans(text, wanted)
    edges = {0, *(edge for edge, _ in clusters(text))}
    last = -1
    for start, end in found:
        assert last < start < end <= len(text)
        assert {start, end} <= edges
        last = end
        span = " ".join(fold(text[start:end]).split())
        assert any(each in span for each in wanted if each)


@given(st.text(max_size=30), st.data())
def test_cutting_a_text_at_its_spans_changes_no_width(text: str, data: st.DataObject) -> None:
    shown = plain(text)
    wanted = data.draw(st.lists(st.sampled_from(list(fold(shown)) or ["x"]), max_size=3))
    edges = [0, *(edge for span in spans(shown, wanted) for edge in span), len(shown)]
    pieces = [shown[start:end] for start, end in itertools.pairwise(edges)]
    assert "".join(pieces) == shown
    assert sum(map(width, pieces)) == width(shown)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_text_is_found_in_itself(text: str) -> None:
    wanted = " ".join(fold(text).split())
    if wanted and not any(category(character) in ("Mc", "Lm") for character in fold(text)):
        assert spans(text, [wanted])
