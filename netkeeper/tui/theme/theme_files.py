"""From a theme file to what the toolkit draws with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from netkeeper.config.themes import ThemeFile, ThemePlace, own_themes_folder, read_theme, themes_in
from netkeeper.domain.errors import ConfigError
from netkeeper.tui.core.error_text import trouble_text

EVERY_DAY = "jarvi"
"""The theme of whoever chose none."""

SIXTEEN_COLOURS = "liitu"
"""The theme of whoever chose none, where the terminal has no more colours."""

_PERCENT = "%"
_STYLES = frozenset(["bold", "dim", "italic", "none", "not", "reverse", "strike", "underline", "underline2", "blink"])


class ThemeName(NamedTuple):
    """A theme that can be chosen.

    Attributes:
        name: For ``config.toml``.
        title: For the screen; as it came.
        about: What it is like, in a line; as it came.
        dark: Whether it is a dark one.
        is_own: Whether it comes with netkeeper, and isn't the person's.
    """

    name: str
    title: str
    about: str
    dark: bool
    is_own: bool


class Themes:
    """The themes there are: netkeeper's, and those in the config folder, which win over one of the same name."""

    def __init__(self, folder: str) -> None:
        """Look for themes.

        Args:
            folder: Where the person's own are.
        """
        self._folder = folder

    def theme(self, name: str) -> Theme | None:
        """A theme by its name, read anew; the toolkit's own are there too. None where there is none.

        Raises:
            ConfigError: Its file can't be used; the message says why, and on which line.
        """
        place = self._places().get(name)
        if place is None:
            return BUILTIN_THEMES.get(name)
        return theme_of(read_theme(place.path))

    def own_theme(self, name: str) -> Theme:
        """One of netkeeper's own themes; the toolkit's where somebody has taken that away."""
        place = next((place for place in themes_in(own_themes_folder()) if place.name == name), None)
        return theme_of(read_theme(place.path)) if place else BUILTIN_THEMES["textual-dark"]

    def names(self) -> tuple[list[ThemeName], list[str]]:
        """Every theme that can be chosen, netkeeper's first; and what is wrong with the files of the others."""
        names, problems = [], []
        own = {place.path for place in themes_in(own_themes_folder())}
        for place in self._places().values():
            try:
                file = read_theme(place.path)
                theme_of(file)
            except ConfigError as error:
                problems.append(trouble_text(error))
            else:
                names.append(ThemeName(file.name, file.title, file.about, file.dark, place.path in own))
        return sorted(names, key=lambda each: (not each.is_own, each.name != EVERY_DAY)), problems

    def stamps(self) -> Mapping[str, tuple[int, int]]:
        """The person's own themes, each with a stamp that changes when its file does."""
        return {place.name: place.stamp for place in themes_in(self._folder)}

    def _places(self) -> dict[str, ThemePlace]:
        return {place.name: place for folder in (own_themes_folder(), self._folder) for place in themes_in(folder)}


def theme_of(file: ThemeFile) -> Theme:
    """What a theme file means, with what it leaves out added in its spirit.

    Args:
        file: The file, read.

    Raises:
        ConfigError: A colour is none, or no variable is called so; the message names the line.
    """
    given = {name: _colour(file, name) for name in file.colours}
    colours = _complete(given, file.dark)
    variables = _variables(colours, file.ansi)
    theme = Theme(
        name=file.name,
        dark=file.dark,
        ansi=file.ansi,
        variables=variables,
        primary=_written(colours["primary"]),
        secondary=_written(colours["secondary"]),
        warning=_written(colours["warning"]),
        error=_written(colours["error"]),
        success=_written(colours["success"]),
        accent=_written(colours["accent"]),
        foreground=_written(colours["foreground"]),
        background=_written(colours["background"]),
        surface=_written(colours["surface"]),
        panel=_written(colours["panel"]),
    )
    known = theme.to_color_system().generate()
    for name, value in file.variables.items():
        if name not in known:
            raise file.wrong(("variables", name), f"the toolkit has no variable {name!r}.")
        if not _is_value(value, is_style=name.endswith("-style")):
            raise file.wrong(("variables", name), f"{value!r} is no value for {name}; it is {known[name]!r} by itself.")
        variables[name] = value
    return theme


def _colour(file: ThemeFile, name: str) -> Color:
    """A colour of a theme file."""
    written = file.colours[name]
    try:
        colour = Color.parse(written)
    except ColorParseError:
        raise file.wrong((name,), f"{written!r} is no colour; write one like #dbe7ec.") from None
    if file.ansi and colour.ansi is None:
        raise file.wrong((name,), "with ansi = true every colour is one of the terminal's, like ansi_cyan.")
    if not file.ansi and (colour.ansi is not None or colour.a < 1):
        raise file.wrong((name,), f"{written!r} is not a colour of its own; write one like #dbe7ec.")
    return colour


def _complete(given: Mapping[str, Color], dark: bool) -> dict[str, Color]:
    """All colours: those given, and the others made of them."""
    background, foreground, primary = given["background"], given["foreground"], given["primary"]

    def mixed(under: Color, over: Color, share: float) -> Color:
        return under if under.ansi is not None else under.blend(over, share)

    cursor = given.get("cursor", primary)
    made = {
        "surface": mixed(background, foreground, 0.04),
        "panel": mixed(background, foreground, 0.09),
        "muted": foreground if foreground.ansi is not None else foreground.blend(background, 0.3),
        "secondary": primary,
        "accent": primary,
        "success": given.get("accent", primary),
        "warning": given.get("accent", primary),
        "error": given.get("accent", primary),
        "border": primary,
        "cursor": cursor,
        "cursor-text": background if cursor.ansi is not None else cursor.get_contrast_text(1.0),
        "cursor-blurred": mixed(background, primary, 0.25 if dark else 0.2),
    }
    return {**made, **given}


def _variables(colours: Mapping[str, Color], ansi: bool) -> dict[str, str]:
    """The toolkit's variables, so that text in them can be read on whatever it stands."""
    background, foreground = colours["background"], colours["foreground"]

    def lines(share: float) -> str:
        """A colour for what isn't text."""
        return _written(colours["muted"] if ansi else background.blend(foreground, share))

    as_they_are = {name: _written(colour) for name, colour in colours.items()}
    muted, blurred, cursor_text = as_they_are["muted"], as_they_are["cursor-blurred"], as_they_are["cursor-text"]
    plain, page = as_they_are["foreground"], as_they_are["background"]
    named = ("primary", "secondary", "accent", "success", "warning", "error")
    return {
        **{f"text-{name}": as_they_are[name] for name in named},
        "text": plain,
        "text-muted": muted,
        "text-disabled": muted,
        "foreground-muted": muted,
        "foreground-disabled": muted,
        "border": as_they_are["border"],
        "border-blurred": lines(0.25),
        "block-cursor-background": as_they_are["cursor"],
        "block-cursor-foreground": cursor_text,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": blurred,
        "block-cursor-blurred-foreground": plain,
        "block-cursor-blurred-text-style": "bold",
        "block-hover-background": blurred,
        "input-cursor-background": plain,
        "input-cursor-foreground": page,
        "input-cursor-text-style": "none",
        "input-selection-background": as_they_are["cursor"],
        "input-selection-foreground": cursor_text,
        "screen-selection-background": as_they_are["cursor"],
        "screen-selection-foreground": cursor_text,
        "scrollbar": lines(0.3),
        "scrollbar-hover": lines(0.45),
        "scrollbar-active": as_they_are["primary"],
        "scrollbar-background": page,
        "scrollbar-background-hover": page,
        "scrollbar-background-active": page,
        "scrollbar-corner-color": page,
        "panel-lighten-1": as_they_are["panel"],
        "panel-darken-1": as_they_are["surface"],
        "footer-key-foreground": as_they_are["accent"],
        "ansi-background": page,
        "ansi-foreground": plain,
        "button-foreground": plain,
        "button-color-foreground": page,
    }


def _written(colour: Color) -> str:
    return colour.hex


def _is_value(value: str, *, is_style: bool) -> bool:
    """Whether a variable can hold a text: a style, or a colour with as much of it as one likes."""
    words = value.split()
    if is_style:
        return bool(words) and set(words) <= _STYLES
    if words and words[-1].endswith(_PERCENT) and words[-1][:-1].replace(".", "", 1).isdigit():
        del words[-1]
    if words in (["auto"], ["initial"], ["transparent"]):
        return True
    try:
        Color.parse(" ".join(words))
    except ColorParseError:
        return False
    return True
