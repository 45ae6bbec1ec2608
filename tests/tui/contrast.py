"""How well text can be read on what it stands: the contrast of WCAG 2.2, 1.4.3 and 1.4.6."""

from __future__ import annotations

from rich.color import Color as RichColor
from rich.color import ColorSystem, ColorType
from rich.style import Style
from textual.color import Color

ENOUGH = 4.5
"""WCAG AA."""

HIGH = 7.0
"""WCAG AAA."""

_VGA = "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
_XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
_WINDOWS = (
    "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"
)
_MACOS = (
    "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5"
)
PALETTES = {
    name: [Color.parse(f"#{each}") for each in colours.split()]
    for name, colours in {"vga": _VGA, "xterm": _XTERM, "windows": _WINDOWS, "macos": _MACOS}.items()
}
"""The sixteen colours, as the terminals that have no more come with them."""


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG defines it; textual's own rounds differently."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def in_256(colour: Color) -> Color:
    """What a terminal of 256 colours makes of a colour."""
    triplet = colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return Color(*triplet)


def drawn(style: Style, palette: list[Color]) -> tuple[Color, Color]:
    """Text and background of a drawn style, on a terminal with that palette; its defaults are its white on black."""
    text, ground = _resolved(style.color, palette, 7), _resolved(style.bgcolor, palette, 0)
    return (ground, text) if style.reverse else (text, ground)


def _resolved(colour: RichColor | None, palette: list[Color], default: int) -> Color:
    if colour is None or colour.type is ColorType.DEFAULT:
        return palette[default]
    if colour.triplet is not None:
        return Color(*colour.triplet)
    assert colour.number is not None
    return palette[colour.number]
