"""Takes the pictures that the README shows, on the made-up network and a day that stays the same.

Run: python docs/take_pictures.py
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from datetime import date
from pathlib import Path

from netkeeper.demo.make import make_demo
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp

TODAY = date(2026, 11, 23)
PICTURES = Path(__file__).parent / "pictures"
SHOTS: dict[str, tuple[str, ...]] = {
    "today": (),
    "people": ("2", "j", "j", "space", "space"),
    "follow-ups": ("3",),
    "quick-log": ("l", *"coffee, wants a workshop", "space", *"feel:4", "space", *"next:2w"),
}
"""The keys that lead to each picture."""

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


async def take(name: str, keys: tuple[str, ...], folder: str) -> None:
    """Take one picture."""
    app = NetkeeperApp(Network(folder), lambda: TODAY)
    async with app.run_test(size=(100, 28)) as pilot:
        # Whatever the terminal that this runs in can show.
        app.theme_applier.apply_theme("jarvi")
        await pilot.pause(0.5)
        for key in keys:
            await pilot.press("space" if key == " " else key)
        await pilot.pause(0.5)
        # The toolkit's picture names fonts on a server; the reader's own do as well and ask nobody.
        picture = _FONT_FACE.sub("", app.export_screenshot(title="netkeeper"))
    (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")


def main() -> None:
    """Take all of them."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        make_demo(Network(folder), TODAY)
        os.environ["NETKEEPER_CONFIG"] = os.path.join(folder, "config")
        os.environ["NETKEEPER_TODAY"] = TODAY.isoformat()
        for name, keys in SHOTS.items():
            asyncio.run(take(name, keys, folder))


if __name__ == "__main__":
    main()
