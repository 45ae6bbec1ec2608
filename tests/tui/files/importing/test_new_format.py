"""The app takes on a format that is added to the list, with nothing else to be done."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from netkeeper.interchange.formats import FORMATS
from tests.made_up import MADE_UP
from tests.tui.conftest import OpenApp


async def test_a_new_format_is_read_and_written(
    open_app: OpenApp, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, MADE_UP.name, MADE_UP)
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(surroundings))
    (surroundings / "people.nms").write_bytes(b"NAMES\nAnna Virtanen\nBo Ek\n")
    async with open_app(size=(120, 40), keys=["i"]) as app:
        await app.sees("people.nms", "Plain names", "1 to read")
        await app.press("enter")
        await app.sees("i brings in 2 new", "Anna Virtanen")
        await app.press("i")
        await app.sees("Imported people.nms (2 new, 0 updated)")
        await app.press("x")
        await app.click("Plain names")
        await app.sees("which nobody else reads", "contacts-2026-11-23.names")
        await app.press("enter")
        await app.sees("Exported 2 people")
    assert (surroundings / "contacts-2026-11-23.names").read_bytes() == b"NAMES\nAnna Virtanen\nBo Ek\n"
