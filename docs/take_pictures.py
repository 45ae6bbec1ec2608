"""Takes the pictures that the README shows, dark and light, on the made-up network and a day that stays the same.

Run: python docs/take_pictures.py [FOLDER]; without a folder they go where the README finds them.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from textual.widgets import Input

from netkeeper.demo.make import make_demo
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp

TODAY = date(2026, 11, 23)
PICTURES = Path(__file__).parent / "pictures"
SHOTS: dict[str, tuple[str, ...]] = {
    "today": (),
    "people": ("2", "j", "j", "space", "space"),
    "quick-log": ("l", *"coffee, wants a workshop", "space", *"feel:4", "space", *"next:2w"),
}
"""The keys that lead to each picture."""
THEMES = {"": "jarvi", "-light": "koivu"}
"""What follows the name of a picture, and its theme."""

_FONT_FACE = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


async def take(keys: tuple[str, ...], theme: str, folder: str) -> str:
    """One picture, as SVG.

    Args:
        folder: The folder of the network.
    """
    app = NetkeeperApp(Network(folder), lambda: TODAY)
    async with app.run_test(size=(100, 28)) as pilot:
        app.theme_applier.apply_theme(theme)
        await pilot.pause(0.5)
        for key in keys:
            await pilot.press("space" if key == " " else key)
        for line in app.screen.query(Input):
            # A cursor that blinks is there in one run and not in the next.
            line.cursor_blink = False
        await pilot.pause(0.5)
        # The toolkit's picture names fonts on a server; the reader's own do as well and ask nobody.
        return _FONT_FACE.sub("", app.export_screenshot(title="netkeeper"))


def main(pictures: Path) -> None:
    """Take all of them.

    Args:
        pictures: The folder to write them to.
    """
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        network = os.path.join(folder, "network")
        make_demo(Network(network), TODAY)
        # Whatever the terminal that this runs in can show, and whatever its user has set.
        for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM"):
            os.environ.pop(name, None)
        os.environ |= {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "NETKEEPER_CONFIG": os.path.join(folder, "config"),
            "NETKEEPER_TODAY": TODAY.isoformat(),
        }
        for name, keys in SHOTS.items():
            for ending, theme in THEMES.items():
                picture = asyncio.run(take(keys, theme, network))
                (pictures / f"{name}{ending}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else PICTURES)
