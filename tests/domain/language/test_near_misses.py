"""What reads as a word but for a blank, or for what it is glued to, is told of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.near_misses import near_misses
from netkeeper.domain.language.tokens import LOGGING, Literal, split_args, split_text

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("note", "apart"),
    [
        ("kahvit due: 2w", ("due: 2w", "next:2w")),
        ("kahvit last: 2w", ("last: 2w", "")),
        ("kahvit/next:2w", ("kahvit/next:2w", "next:2w")),
        ("kahvit(next:2w)", ("kahvit(next:2w)", "next:2w")),
        ("kahvit.next:2w", ("kahvit.next:2w", "next:2w")),
        ("kahvi next 2w", ("next 2w", "next:2w")),
        ("kahvi next : pe", ("next : pe", "next:pe")),
        ("kahvi next :pe", ("next :pe", "next:pe")),
        ("next= pe", ("next= pe", "next:pe")),
        ("todo lähetä tarjous pe", ("todo lähetä tarjous pe", "todo:lähetä tarjous pe")),
        ("todo we do the whole offer again", ("todo we do the whole offer again", "todo:we do the whole offer again")),
        ("feel 4", ("feel 4", "feel:4")),
        ("Fiilis 5!", ("Fiilis 5", "feel:5")),
    ],
)
def test_what_may_have_been_meant_is_told_of_with_what_to_write(note: str, apart: tuple[str, str]) -> None:
    for said in (log_words(split_text(note, LOGGING), TODAY), log_words(split_args(note.split(), LOGGING), TODAY)):
        assert said.note == note
        assert said.near_misses == (apart,)


@pytest.mark.parametrize(
    "note",
    [
        "what next",
        "next friday",
        "a due: what",
        "feel good",
        "feel 45",
        "last week",
        "valio.example/next:2w",
        "f(kind:x)",
        "https://valio.example/x?on=2w&next=fri",
        "my todo",
        "when fri works",
    ],
)
def test_other_notes_are_left_alone(note: str) -> None:
    assert log_words(split_text(note, LOGGING), TODAY).near_misses == ()


def test_what_was_quoted_was_meant_as_text() -> None:
    for args in (["kahvi", "sovittiin next 2w"], ["kahvi", *map(Literal, ("next", "2w"))]):
        assert log_words(split_args(args, LOGGING), TODAY).near_misses == ()


@given(st.lists(st.sampled_from(["next", "due", "todo", "feel", ":", "=", "::", "pe", "2w", "4", ":pe", "(", "x/"])))
def test_whatever_is_told_of_stands_there(words: list[str]) -> None:
    for glue in (" ", ""):
        text = glue.join(words)
        for miss in near_misses(text, TODAY):
            assert miss.typed in text
