from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Anna", "anna"),
        ("Åsa Öhman", "asa ohman"),
        ("Mäkelä", "makela"),
        ("Søren Ærø", "soren aero"),
        ("Đorđe Łódź", "dorde lodz"),
        ("Straße STRASSE", "strasse strasse"),
        ("İstanbul ısı", "istanbul isi"),
        ("ﬁnn œuvre Þór", "finn oeuvre thor"),
        ("Ｆｕｌｌ Ⅳ", "full iv"),
        ("Ελλάς", "ελλασ"),
        ("Ёлка", "елка"),
        ("O’Brien", "o'brien"),
        ("soft\u00adhyphen\u200b", "softhyphen"),
        ("日本", "日本"),
        ("\U0001f44d", "\U0001f44d"),
        ("", ""),
    ],
)
def test_case_accents_and_forms_do_not_matter(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_are_one(text: str) -> None:
    assert fold(normalize("NFC", text)) == fold(normalize("NFD", text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_latin_text_folds_alike_in_either_case(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.upper())


@given(st.text(st.characters(codec=None), max_size=8), st.text(st.characters(codec=None), max_size=8))
def test_a_part_is_found_in_the_whole(one: str, other: str) -> None:
    assert fold(f"{one} ") in fold(f"{one} {other}")
