"""What is suggested while one types what to find: only what finds something, and what there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.language.completion import complete_search, complete_word, without_unfinished_value
from netkeeper.domain.language.keys import KEYS
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.search.search import parse_search

IN_USE = {
    "field": ["design", "food", "health/tech"],
    "org": ["Valio Oy", "Oy Tech Ab", 'The "Best"', "Äänekoski"],
    "name": ["Anna Virtanen", "Ville Anttila"],
    "via": ["Anna Virtanen"],
    "met": ["Slush 2026"],
    "title": ["Brand lead"],
}


def in_use(key: str) -> Sequence[str]:
    return IN_USE[key]


def suggested(text: str, cursor: int | None = None) -> list[str]:
    """The texts as they would be after each suggestion is taken."""
    cursor = len(text) if cursor is None else cursor
    found = complete_search(text, cursor, in_use)
    assert all(each.end == cursor for each in found)
    return [text[: each.start] + each.text + text[each.end :] for each in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", []),
        ("a ", []),
        ("anna", []),
        ("f", ["field:"]),
        ("F", ["field:"]),
        ("-f", ["-field:"]),
        ("x fi", ["x field:"]),
        ("k", []),  # kind: describes an interaction, and finds nobody.
        ("ne", []),
        ("field:", ["field:design ", "field:food ", "field:health/tech "]),
        ("-field:d", ["-field:design "]),
        ("field:TE", ["field:health/tech "]),
        ("field:food", []),
        ("org:v", ['org:"Valio Oy" ']),
        ('org:"val', ['org:"Valio Oy" ']),
        ('org:"valio o', ['org:"Valio Oy" ']),
        ('org:"Valio Oy"', []),
        ("org:aane", ["org:Äänekoski "]),
        ("org:oy", ['org:"Oy Tech Ab" ', 'org:"Valio Oy" ']),
        ("org:best", ['org:"The \\"Best\\"" ']),
        ('org:"Valio Oy" fi', ['org:"Valio Oy" field:']),
        ("name:an", ['name:"Anna Virtanen" ', 'name:"Ville Anttila" ']),
        ("via:vir", ['via:"Anna Virtanen" ']),
        ("met:", ['met:"Slush 2026" ']),
        ("step:c", ["step:customer "]),
        ("is:", ["is:archived ", "is:lasting ", "is:fading ", "is:unsorted "]),
        ("next:", []),
        ("kind:", []),
        ("http://", []),
        ("email:", []),
    ],
)
def test_what_is_suggested(typed: str, expected: list[str]) -> None:
    assert suggested(typed) == expected


def test_the_word_under_the_cursor_is_meant_and_the_rest_stays() -> None:
    assert suggested("fi org:x", 2) == ["field: org:x"]
    assert suggested("fiel", 2) == ["field:el"]
    assert suggested("a fi b", 2) == []


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_that_finds_is_suggested_and_no_other(key: str) -> None:
    assert (f"{key}:" in suggested(key[:1])) is bool(KEYS[key].finding)


@pytest.mark.parametrize("key", [key for key in KEYS if KEYS[key].finding])
def test_whatever_is_suggested_can_be_searched_by(key: str) -> None:
    for text in suggested(f"{key}:"):
        words = split_text(text)
        assert [word.key for word in words] == [key]
        parse_search(words, date(2026, 11, 23))


@given(st.text(st.sampled_from('fieldorg:-"\\ aäVOT'), max_size=20), st.data())
def test_whatever_is_typed_something_sensible_comes_of_it(text: str, data: st.DataObject) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    for each in complete_search(text, cursor, in_use):
        assert 0 <= each.start < each.end == cursor
        assert each.label


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("anna field:", "anna "),
        ("anna field:de", "anna "),
        ("anna -field:de", "anna "),
        ("anna field:design", "anna field:design"),
        ("anna field:de ", "anna field:de "),
        ("anna field:zzz", "anna field:zzz"),  # Nothing goes on so: a slip, which is to be said.
        ("last:6", ""),
        ("step:cus", ""),
        ("org:val", "org:val"),  # Finds whatever contains it, whole or not.
        ("fie", "fie"),  # May be a name.
        ("", ""),
    ],
)
def test_a_value_means_nothing_until_it_is_whole(typed: str, whole: str) -> None:
    assert without_unfinished_value(typed, in_use) == whole


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("al", ["ala:"]),
        ("-al", ["-ala:"]),
        ("yri", ["yritys:"]),
        ("por", ["porras:"]),
        ("fii", []),  # fiilis: finds nobody.
        ("fi", ["field:"]),
        ("a", []),
        ("ala:des", ["ala:design "]),
        ("porras:", ["porras:potentiaalinen ", "porras:asiakas ", "porras:kanta-asiakas "]),
        ("step:kan", ["step:kanta-asiakas "]),
        ("step:", ["step:potential ", "step:customer ", "step:regular "]),
        ("hope:tyo", ["hope:työnantaja "]),
    ],
)
def test_finnish_is_suggested_where_what_is_typed_begins_so(typed: str, expected: list[str]) -> None:
    assert suggested(typed) == expected


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("seur", ["seuraava:"]),
        ("tehtava", ["tehtävä:"]),
        ("laji:", ["laji:tapaaminen", "laji:asiakaskäynti", "laji:käynti", "laji:puhelu", "laji:viesti",
                   "laji:sähköposti", "laji:tapahtuma", "laji:yritys", "laji:ei-vastannut", "laji:muu"]),
        ("kind:puh", ["kind:puhelu"]),
        ("signal:suo", ["signal:suositteli"]),
        ("kind:m", ["kind:meeting", "kind:message"]),
    ],
)  # fmt: skip
def test_a_shell_is_suggested_finnish_too(prefix: str, words: list[str]) -> None:
    assert complete_word(prefix, []) == words
