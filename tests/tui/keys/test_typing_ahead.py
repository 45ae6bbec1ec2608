"""What is pressed fast does what it does slowly, and nothing that is pressed fast ends the app."""

from __future__ import annotations

import pytest

from netkeeper.store.network import Network
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp


async def test_a_burst_through_a_dialog_a_room_and_a_search(open_app: OpenApp, cast: Cast, folder: str) -> None:
    cast.usual()
    async with open_app() as app:
        await app.burst("lhad a tea\r2/pekka")
        await app.sees("Pekka Salo", "1 of 8")
        assert app.people.search_line.text == "pekka"
    assert any(each.note == "had a tea" for each in Network(folder).interactions())


@pytest.mark.parametrize("key", ["enter", "escape", "ctrl+o", "ctrl+p", "q"])
@pytest.mark.parametrize("opens", ["l", "ctrl+p", "ctrl+o", "5", "i"])
async def test_a_key_pressed_three_times_after_one_that_opens_something(
    open_app: OpenApp, cast: Cast, opens: str, key: str
) -> None:
    cast.usual()
    async with open_app() as app:
        await app.burst_of(opens, key, key, key, "2", "slash", "a")
    assert app.app.return_code in (None, 0)


@pytest.mark.parametrize("size", [(80, 24), (80, 3), (1, 1)])
async def test_paging_in_the_palette_at_once(open_app: OpenApp, cast: Cast, size: tuple[int, int]) -> None:
    cast.usual()
    async with open_app(size=size) as app:
        await app.burst_of(
            "ctrl+p", "pageup", "pagedown", "pageup", "a", "pageup", "down", "pageup", "escape", "ctrl+p"
        )
    assert app.app.return_code in (None, 0)


async def test_a_second_click_on_what_closes_closes_nothing_more(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("question_mark")
        await app.sees("Keys")
        dialog = app.app.screen
        dialog.dismiss(None)
        dialog.dismiss(None)
        await app.quiet()
        assert app.app.screen is app.today


async def test_what_is_pressed_after_the_key_that_leaves_finds_nothing(open_app: OpenApp, cast: Cast) -> None:
    cast.usual()
    async with open_app() as app:
        await app.burst_of("q", "l", "ctrl+o", "2", "enter")
        await app.until(lambda: not app.app.is_running)
    assert app.app.return_code == 0
