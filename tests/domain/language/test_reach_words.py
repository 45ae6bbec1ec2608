from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.language.reach_words import email_in, how_to_add, in_a_name, number_in, split_reach
from tests.domain.messages import is_one_safe_line


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0401234567", 'is a number. To add somebody with it: netkeeper add "First Last" phone:0401234567'),
        ("040 123 4567", 'is a number. To add somebody with it: netkeeper add "First Last" phone:"040 123 4567"'),
        ("anna@valio.example", "is an email address. To add somebody with it: "),
        ("https://valio.example/anna", "is a web address. To add somebody with it: "),
        ("www.valio.example", "is a web address."),
        ("linkedin.com/in/anna", "is a web address."),
    ],
)
def test_what_can_be_no_name_says_what_it_is(typed: str, said: str) -> None:
    assert said in how_to_add(typed)
    assert is_one_safe_line(how_to_add(typed))


@pytest.mark.parametrize(
    "name", ["Anna Virtanen", "Annankatu 1111", "24-7 Oy", "Studio 54", "R2-D2", "@anna", "A.B. Oy"]
)
def test_a_name_is_no_address(name: str) -> None:
    assert not in_a_name(name)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Anna Virtanen 040 123 4567",
            'write phone:"040 123 4567": netkeeper add "Anna Virtanen" phone:"040 123 4567"',
        ),
        ("Anna anna@valio.example", 'netkeeper add "Anna" email:anna@valio.example'),
    ],
)
def test_an_address_within_a_name_shows_how_to_write_it(typed: str, said: str) -> None:
    assert said in in_a_name(typed)


@pytest.mark.parametrize(
    ("typed", "name", "behind"),
    [
        ("Anna Ek 040 5550101", "Anna Ek", {"phone": "040 5550101"}),
        (
            "Anna Ek +358 40 555 0101 anna@valio.example",
            "Anna Ek",
            {"phone": "+358 40 555 0101", "email": "anna@valio.example"},
        ),
        ("Studio 54 0405550101", "Studio 54", {"phone": "0405550101"}),
        ("Studio 54", "Studio 54", {}),
        ("anna@valio.example", "anna@valio.example", {}),
        ("040 5550101", "040 5550101", {}),
        ("anna@valio.example 040 5550101", "anna@valio.example 040 5550101", {}),
        ("112 0405550101", "112 0405550101", {}),
        ("anna@valio.example Anna", "anna@valio.example Anna", {}),
        ("", "", {}),
    ],
)
def test_an_address_behind_a_name_is_split_off(typed: str, name: str, behind: dict[str, str]) -> None:
    left, words = split_reach(typed)
    assert (left, {word.key: word.value for word in words}) == (name, behind)


@given(st.text(max_size=40))
def test_any_text_is_answered(text: str) -> None:
    for said in (how_to_add(text), in_a_name(text)):
        assert not said or is_one_safe_line(said)
    assert not (email_in(text) and number_in(text))
