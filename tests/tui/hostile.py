"""Texts that come from outside and mean no good, with what the screen is to show of them."""

from __future__ import annotations

HOSTILE = {
    "[TODO] call": "[TODO] call",
    "[/b] x": "[/b] x",
    "[@click=app.bell]x": "[@click=app.bell]x",
    "[type=x, v={'a[0]'}]": "[type=x, v={'a[0]'}]",
    "[bold]b[/]": "[bold]b[/]",
    "$primary \\[x]": "$primary \\[x]",
    "clip\x1b]52;c;aGk=\x07": "clip␛]52;c;aGk=␇",
    "link\x1b]8;;http://x\x1b\\y": "link␛]8;;http://x␛\\y",
    "wipe\x1b[2J\x1b[H": "wipe␛[2J␛[H",
    "c1\x9b31mred\x9d0;t\x9c": "c1�31mred�0;t�",
    "cr\rback\x08\x7f": "cr␍back␈␡",
    "evil\u202egnp.exe\u2066": "evilgnp.exe",
    "tab\tline\nfeed": "tab line feed",
}
"""What is stored, and how it is shown."""

WORST = {
    stored: shown
    for stored, shown in HOSTILE.items()
    if shown.startswith(("[/b]", "[type", "clip", "c1", "evil", "tab"))
}
"""One of each sort, where trying them all takes long."""

TRAPS = {
    "[/b]\x9b\t\u202e\r\x08[bold]x": "[/b]� ␍␈[bold]x",
    "\x1b]52;\x07\n\x9d\x7f\u2066[type=x, v={'a[0]'}]": "␛]52;␇ �␡[type=x, v={'a[0]'}]",
}
"""All sorts in two, each within the first cells so that narrow columns show it: where each text is a test of its own."""

FORBIDDEN_BYTES = (
    b"\x1b]52",
    b"\x1b]8;;",
    "\x9b".encode(),
    "\x9d".encode(),
    "\u202e".encode(),
    "\u2066".encode(),
    "\u200f".encode(),
)
"""What a terminal must never get of them: the clipboard, links, C1 controls, and what turns text round."""
