"""Pictures of what is done with many people at once, compared with those that were looked at and found good."""

from __future__ import annotations

import pytest

from tests.tui.cast import Cast
from tests.tui.rooms.today.test_pictures import Picture, picture

__all__ = ["picture"]

FOUR = ("2", "space", "space", "j", "v", "j")
"""Keys that select four people."""


@pytest.fixture(autouse=True)
def usual(cast: Cast) -> None:
    cast.usual()


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_some_are_selected(picture: Picture, theme: str) -> None:
    assert picture(*FOUR, theme=theme)


def test_tag_with_fields_suggested(picture: Picture) -> None:
    assert picture(*FOUR, "t", typed="de")


def test_tag_with_what_is_understood(picture: Picture) -> None:
    assert picture(*FOUR, "t", typed="design, mobility")


def test_untag(picture: Picture) -> None:
    assert picture(*FOUR, "T", "space", "j")


def test_cadence(picture: Picture) -> None:
    assert picture(*FOUR, "y", "down")


def test_cadence_typed(picture: Picture) -> None:
    # Where the pane is tall enough for everybody: a scrollbar may still be going when the dialog comes over it.
    assert picture("2", "j", "y", typed="10d", size=(120, 40))


def test_told_after_tagging_wide(picture: Picture) -> None:
    assert picture(*FOUR, "t", "m", "enter", size=(120, 40))
