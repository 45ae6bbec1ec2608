"""Applies themes to the app, also on terminals with few colours or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor

from netkeeper.config.settings import THEME, setting_location
from netkeeper.domain.errors import ConfigError
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.theme.theme_files import EVERY_DAY, SIXTEEN_COLOURS, Themes

if TYPE_CHECKING:
    from textual.theme import Theme

_FEW_COLOURS = (None, "standard", "windows")
"""The color systems of terminals with sixteen colours or none, in rich's terms."""

NO_COLOUR_RULES = Path(__file__).with_name("no_color.tcss")
"""The style sheet for a terminal without colours (``NO_COLOR``)."""

_SIXTEEN_COLOUR_RULES = Path(__file__).with_name("sixteen_colors.tcss")
"""The style sheet for themes of the terminal's own sixteen colours; read only with such a theme."""


class ThemeApplier:
    """Applies themes to the app.

    Attributes:
        problems: Why the theme of the settings isn't applied, a sentence each; empty where it is.
    """

    def __init__(self, app: App[None], themes: Themes, config_folder: str) -> None:
        """Prepare for an app; ``config_folder`` is named in problems."""
        self.problems: list[str] = []
        self._app = app
        self._themes = themes
        self._config_folder = config_folder

    @property
    def default_name(self) -> str:
        """The name of the default theme, by the number of colours of the terminal."""
        return SIXTEEN_COLOURS if self._app.console.color_system in _FEW_COLOURS else EVERY_DAY

    def begin(self, name: str) -> None:
        """Apply a theme before the first paint, without a second parse of the style sheets; as :meth:`apply_theme`."""
        app, theme = self._app, self._found(name)
        app.register_theme(theme)
        app.set_reactive(App.theme, theme.name)
        app.set_class(theme.dark, "-dark-mode", update=False)
        app.set_class(not theme.dark, "-light-mode", update=False)
        app.stylesheet.set_variables(app.get_css_variables())
        if theme.ansi:
            app.css_path.append(_SIXTEEN_COLOUR_RULES)

    def apply_theme(self, name: str) -> None:
        """Apply a theme; where it can't be used, the default, and :attr:`problems` says why.

        Args:
            name: The theme's name; empty for the default.
        """
        app, theme = self._app, self._found(name)
        if theme == app.get_theme(theme.name) and theme.name == app.theme:
            return
        app.register_theme(theme)
        if theme.ansi and not app.stylesheet.has_source(str(_SIXTEEN_COLOUR_RULES)):
            app.stylesheet.read(_SIXTEEN_COLOUR_RULES)
        if theme.name == app.theme:
            app.mutate_reactive(App.theme)
        else:
            app.theme = theme.name

    def _found(self, name: str) -> Theme:
        self.problems = []
        try:
            theme = self._themes.theme(name or self.default_name)
        except ConfigError as error:
            theme, self.problems = None, [trouble_text(error)]
        else:
            if theme is None:
                where = setting_location(self._config_folder, THEME)
                self.problems = [f"{where}: there is no theme {name!r}; the settings show those there are."]
        return theme or self._themes.own_theme(self.default_name)


def adapted_filters(filters: Sequence[LineFilter], *, is_ansi: bool) -> list[LineFilter]:
    """Replace those of the toolkit's filters that don't suit netkeeper's themes.

    With ``NO_COLOR`` the toolkit turns colours into greys, which are colours too; and it converts the terminal's
    own colours to RGB, unless such a theme was set from the start.

    Args:
        is_ansi: Whether the theme uses the terminal's own colours.
    """
    no_colour = any(isinstance(each, Monochrome | NoColor) for each in filters)
    kept = [each for each in filters if not isinstance(each, Monochrome | NoColor)]
    if is_ansi or no_colour:
        kept = [each for each in kept if not isinstance(each, ANSIToTruecolor)]
    return [*kept, NoColor()] if no_colour else kept
