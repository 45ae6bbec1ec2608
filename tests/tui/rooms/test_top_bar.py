"""The rooms in the bar at the top take less space where there is less, and the current one is always named."""

from __future__ import annotations

import pytest

from netkeeper.tui.rooms.top_bar import BarRoom, fitting_rooms

ROOMS = [BarRoom("today", "1", "Today"), BarRoom("people", "2", "People"), BarRoom("history", "9", "History")]
WHOLE = len("1 Today  2 People  9 History")


def shown(columns: int, here: str = "people", rooms: list[BarRoom] = ROOMS) -> str:
    return "  ".join(f"{each.key} {each.title}".strip() for each in fitting_rooms(rooms, here, columns))


def test_all_titles_are_shown_where_they_fit() -> None:
    assert shown(WHOLE) == "1 Today  2 People  9 History"


def test_only_the_current_room_has_its_title_where_not_all_fit() -> None:
    assert shown(WHOLE - 1) == "1  2 People  9"
    assert shown(WHOLE - 1, here="history") == "1  2  9 History"


def test_the_current_room_is_all_that_is_left_on_a_narrow_screen() -> None:
    assert shown(len("1  2 People  9")) == "1  2 People  9"
    assert shown(len("1  2 People  9") - 1) == "2 People"


def test_a_room_without_a_key_keeps_its_title() -> None:
    moved = [ROOMS[0]._replace(key=""), *ROOMS[1:]]
    assert shown(WHOLE - 5, rooms=moved) == "Today  2 People  9"


@pytest.mark.parametrize("columns", range(0, 60, 3))
def test_no_room_is_cut(columns: int) -> None:
    fitting = fitting_rooms(ROOMS, "people", columns)
    assert len(fitting) == 1 or sum(each.columns + 2 for each in fitting) - 2 <= columns


def test_ten_rooms_fit_the_smallest_screen() -> None:
    ten = [BarRoom(str(number), str(number), f"Room {number}") for number in range(10)]
    assert len(fitting_rooms(ten, "3", 56 - len("netkeeper   "))) == 10
