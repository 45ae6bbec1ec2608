"""Pictures of Today as it is on the days that matter, compared with those that were looked at and found good.

After a change that is meant: ``pytest tests/tui/rooms/today/test_pictures_review.py --snapshot-update -n 0``, then look at them.
"""

from __future__ import annotations

import pytest

from netkeeper.domain.people.ladder import Step
from tests.tui.cast import Cast
from tests.tui.rooms.today.test_easing import away
from tests.tui.rooms.today.test_pictures import Picture, picture

__all__ = ["picture"]

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["small", "large"])
THEMES = pytest.mark.parametrize("theme", ["jarvi", "koivu"])


@SIZES
@THEMES
def test_nobody_yet(picture: Picture, size: tuple[int, int], theme: str) -> None:
    assert picture(size=size, theme=theme)


@SIZES
@THEMES
def test_an_ordinary_day(picture: Picture, cast: Cast, size: tuple[int, int], theme: str) -> None:
    cast.usual()
    assert picture("j", size=size, theme=theme)


@SIZES
@THEMES
def test_after_three_weeks_away(picture: Picture, cast: Cast, size: tuple[int, int], theme: str) -> None:
    away(cast)
    assert picture(size=size, theme=theme)


@SIZES
def test_the_rest_spread(picture: Picture, cast: Cast, size: tuple[int, int]) -> None:
    away(cast)
    assert picture("o", size=size)


@SIZES
def test_a_network_that_asks_for_too_much(picture: Picture, cast: Cast, size: tuple[int, int]) -> None:
    cast.usual()
    cast.member(pace=2, cadences={Step.POTENTIAL: 2, Step.CUSTOMER: 4, Step.REGULAR: 90})
    assert picture("b", size=size)


@THEMES
def test_done_for_today(picture: Picture, cast: Cast, theme: str) -> None:
    cast.usual()
    assert picture("d", "d", "d", "d", theme=theme)


def test_a_lighter_day(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture("minus")
