"""Clicks on what changes under the mouse."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseUp
from textual.widgets._toast import Toast

from tests.tui.conftest import OpenApp


@pytest.mark.parametrize("key", ["escape", "l"], ids=["a room", "a dialog"])
async def test_a_click_on_a_toast_that_has_just_gone_does_nothing(open_app: OpenApp, key: str) -> None:
    async with open_app() as app:
        await app.press(key)
        app.app.notify("Said.")
        await app.sees("Said.")
        toast = app.app.screen.query_one(Toast)
        x, y = toast.region.offset
        with app.app.batch_update():  # Nothing is laid out anew yet.
            await toast.remove()
            for kind in (MouseDown, MouseUp):
                app.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
            await app.quiet()
        assert app.app.is_running
