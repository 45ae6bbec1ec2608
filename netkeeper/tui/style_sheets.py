"""The style sheets of the app: all of them, in one list.

The toolkit parses every rule anew when a screen brings a style sheet that it has not read. So every screen but the first
brings all of them, and the app reads them shortly after its first paint: no dialog waits for rules, and nor does the start.
"""

from __future__ import annotations

from pathlib import Path, PurePath

from textual.css.stylesheet import Stylesheet

_HERE = Path(__file__).parent
_FIRST = ("app", "dialog", "search_line")
_ONLY_SOMETIMES = ("no_color", "sixteen_colors")


def _style_sheets() -> list[str | PurePath]:
    sheets = [path for path in sorted(_HERE.rglob("*.tcss")) if path.stem not in _ONLY_SOMETIMES]
    return [*sorted(sheets, key=lambda path: _FIRST.index(path.stem) if path.stem in _FIRST else len(_FIRST))]


STYLE_SHEETS = _style_sheets()
"""The paths of all style sheets that always hold: what screens share, then the rest by path. Of equally specific rules the
later one wins. The rules for terminals with few colours or none are left out: :mod:`netkeeper.tui.theme.theme` adds them."""

FIRST_SHEETS = STYLE_SHEETS[:1]
"""What the first paint needs."""


def read_style_sheets(stylesheet: Stylesheet) -> None:
    """Read and parse the style sheets that haven't been read yet."""
    missing = [path for path in STYLE_SHEETS if not stylesheet.has_source(str(path))]
    for path in missing:
        stylesheet.read(path)
    if missing:
        stylesheet.parse()
