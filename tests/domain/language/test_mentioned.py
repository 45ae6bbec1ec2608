"""Whose whole name stands in a text."""

from __future__ import annotations

import pytest

from netkeeper.domain.language.mentioned import mentioned

PEOPLE = [
    ("1", "Markku Heikkilä"),
    ("2", "Liisa Mäkinen"),
    ("3", "Antti Ojala"),
    ("4", "Anna-Maija Salo"),
    ("5", "Maria Kristiina Lehto"),
    ("6", "Kai"),
    ("7", "Liisa Mäkinen"),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("kahvi ja Liisa Mäkinen", ["Liisa Mäkinen"]),
        ("kahvi, Liisa Mäkinen mukana", ["Liisa Mäkinen"]),
        ("kahvi ja liisa mäkinen", ["Liisa Mäkinen"]),
        ("Antti Ojala, sitten (Liisa Mäkinen)", ["Antti Ojala", "Liisa Mäkinen"]),
        ("lounas Anna-Maija Salo", ["Anna-Maija Salo"]),
        ("lounas Maria Lehto.", ["Maria Kristiina Lehto"]),
        ("lounas maria lehto", []),
        ("kahvi Liisa", []),
        ("Kai tuli", []),
        ("Markku Heikkilä kertoi kaiken", []),
        ("", []),
        ("kahvi", []),
    ],
)
def test_whole_names_are_found_and_nobody_else(text: str, names: list[str]) -> None:
    assert [name for _, name in mentioned(text, PEOPLE, PEOPLE[:1])] == names


def test_whoever_is_called_as_somebody_who_was_named_is_not_told_of() -> None:
    assert mentioned("terveisiä, Liisa Mäkinen", PEOPLE, [PEOPLE[1]]) == []
    assert mentioned("Maria Lehto kertoi", PEOPLE, [PEOPLE[4]]) == []
