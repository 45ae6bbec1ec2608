"""Pictures of sorting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from tests.tui.cast import Cast
from tests.tui.opened import Opened
from tests.tui.rooms.sorting.test_screen import NAMES, bring

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "textual-dark"), ((120, 40), "textual-light"), ((60, 20), "textual-dark")]
)
def test_those_who_wait(
    snap_compare: Callable[..., bool], folder: str, cast: Cast, size: tuple[int, int], theme: str
) -> None:
    bring(cast, *NAMES, words="org:Valimo met:Slush field:food")
    app = NetkeeperApp(Network(folder), lambda: TODAY)

    async def before(pilot: Pilot[None]) -> None:
        app.theme = theme
        screen = Opened(app, pilot)
        await screen.settled()
        await screen.press("S", "j", "space")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)
