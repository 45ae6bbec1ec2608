"""Theme files as themes of the toolkit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from netkeeper.config.themes import ThemeFile, ThemePlace, own_themes_folder, read_theme, themes_in
from netkeeper.domain.errors import ConfigError
from netkeeper.tui.draw.error_text import trouble_text

EVERY_DAY = "jarvi"
"""The default theme."""

SIXTEEN_COLOURS = "liitu"
"""The default theme on terminals with sixteen colours or none."""

_PERCENT = "%"
_STYLES = frozenset(["bold", "dim", "italic", "none", "not", "reverse", "strike", "underline", "underline2", "blink"])


class ThemeName(NamedTuple):
    """A theme that can be chosen.

    Attributes:
        name: Its name in ``config.toml``.
        title: For the screen; not sanitized.
        about: A line of description; not sanitized.
        is_own: Whether it comes with netkeeper, rather than from the person's folder.
    """

    name: str
    title: str
    about: str
    dark: bool
    is_own: bool


class Themes:
    """All themes: netkeeper's, and those in the config folder, which take precedence over one of the same name."""

    def __init__(self, folder: str) -> None:
        """Use ``folder`` for the person's own themes."""
        self._folder = folder

    def theme(self, name: str) -> Theme | None:
        """Read a theme by its name, the toolkit's included; None where it doesn't exist.

        Raises:
            ConfigError: Its file is invalid; the message names reason and line.
        """
        place = self._places().get(name)
        if place is None:
            return BUILTIN_THEMES.get(name)
        return theme_of(read_theme(place.path))

    def own_theme(self, name: str) -> Theme:
        """One of netkeeper's own themes; the toolkit's default where its file is missing."""
        place = next((place for place in themes_in(own_themes_folder()) if place.name == name), None)
        return theme_of(read_theme(place.path)) if place else BUILTIN_THEMES["textual-dark"]

    def names(self) -> tuple[list[ThemeName], list[str]]:
        """All valid themes, netkeeper's first; and the problems of invalid files, a sentence each."""
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
        """A stamp by name of each of the person's own themes; it changes when the file does."""
        return {place.name: place.stamp for place in themes_in(self._folder)}

    def _places(self) -> dict[str, ThemePlace]:
        return {place.name: place for folder in (own_themes_folder(), self._folder) for place in themes_in(folder)}


def theme_of(file: ThemeFile) -> Theme:
    """Make the toolkit's theme of a theme file; colours that it leaves out are derived from those it has.

    Raises:
        ConfigError: A colour is invalid, or a variable unknown; the message names the line.
    """
    given = {name: _colour(file, name) for name in file.colours}
    colours = _complete(given, file.dark)
    variables = _variables(colours, file.ansi)
    theme = Theme(
        name=file.name,
        dark=file.dark,
        ansi=file.ansi,
        variables=variables,
        primary=colours["primary"].hex,
        secondary=colours["secondary"].hex,
        warning=colours["warning"].hex,
        error=colours["error"].hex,
        success=colours["success"].hex,
        accent=colours["accent"].hex,
        foreground=colours["foreground"].hex,
        background=colours["background"].hex,
        surface=colours["surface"].hex,
        panel=colours["panel"].hex,
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
    """Parse a colour of a theme file; raises ConfigError for an invalid one."""
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
    """All colours: those given, and the others derived from them."""
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
    """The toolkit's variables, chosen so that text is readable on each background."""
    background, foreground = colours["background"], colours["foreground"]

    def lines(share: float) -> str:
        """A colour for lines and scrollbars."""
        return (colours["muted"] if ansi else background.blend(foreground, share)).hex

    as_they_are = {name: colour.hex for name, colour in colours.items()}
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


def _is_value(value: str, *, is_style: bool) -> bool:
    """Whether a text is a valid value of a variable: a style, or a colour with an optional percentage."""
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
