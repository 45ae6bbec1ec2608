"""Every text of the app can be read in every theme: on paper, by its variables, and on the screen, cell by cell."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.color import Color

from netkeeper.config.themes import own_themes_folder, read_theme, themes_in
from netkeeper.tui.draw.text_styles import INKS
from netkeeper.tui.theme.theme_files import theme_of
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.contrast import ENOUGH, HIGH, PALETTES, contrast, drawn, in_256
from tests.tui.opened import Opened

THEMES = [place.name for place in themes_in(own_themes_folder())]
AAA = ("hanki", "majakka")

GROUNDS = ("background", "surface", "panel")
INKED = ("foreground", "text", "foreground-muted", "text-muted", "text-disabled", "foreground-disabled")
COLOURED = ("text-accent", "text-primary", "text-secondary", "text-success", "text-warning", "text-error", "border")
PAIRS = (
    *((text, ground) for ground in GROUNDS for text in (*INKED, *COLOURED)),
    *((text, "focused input") for text in ("foreground", "text-disabled")),
    ("foreground", "panel-lighten-1"),
    ("foreground", "panel-darken-1"),
    ("foreground-muted", "panel-darken-1"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground-muted", "block-cursor-blurred-background"),
    ("foreground", "block-hover-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("screen-selection-foreground", "screen-selection-background"),
    ("footer-key-foreground", "panel"),
    ("button-foreground", "surface"),
    *(("button-color-foreground", ground) for ground in ("primary", "success", "warning", "error")),
)
"""What stands on what: lists and pages on the background, dialogs and fields on the surface, bars on the panel."""


def enough(theme: str) -> float:
    return HIGH if theme in AAA else ENOUGH


def colours_of(name: str) -> dict[str, Color]:
    """The variables of a theme that are colours."""
    theme = theme_of(read_theme(str(Path(own_themes_folder(), f"{name}.toml"))))
    written = {**theme.to_color_system().generate(), **theme.variables}
    wanted = {each for pair in PAIRS for each in pair if each != "focused input"}
    colours = {each: Color.parse(written[each]) for each in wanted}
    # Input:focus has background-tint: $foreground 5%.
    colours["focused input"] = colours["surface"].tint(colours["foreground"].with_alpha(0.05))
    return colours


def test_there_are_enough_themes_of_our_own() -> None:
    files = [read_theme(place.path) for place in themes_in(own_themes_folder())]
    assert len(files) >= 6
    assert {file.name for file in files if file.ansi} == {"liitu"}
    assert sum(not file.dark for file in files) >= 2
    assert all(file.about and file.title for file in files)
    assert set(AAA) <= {file.name for file in files}


def test_every_ink_is_looked_at() -> None:
    named = {word[1:] for ink in INKS.values() for word in ink.split() if word.startswith("$")}
    assert named <= {each for pair in PAIRS for each in pair}


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_whatever_it_stands(name: str) -> None:
    colours = colours_of(name)
    if colours["background"].ansi is None:
        ways = {"as it is": colours, "in 256 colours": {each: in_256(colour) for each, colour in colours.items()}}
    else:
        ways = {
            palette: {each: shades[colour.ansi or 0] for each, colour in colours.items()}
            for palette, shades in PALETTES.items()
        }
    bad = [
        f"{way}: {text} on {ground} {contrast(found[text], found[ground]):.2f}"
        for way, found in ways.items()
        for text, ground in PAIRS
        if contrast(found[text], found[ground]) < enough(name)
    ]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("name", THEMES)
async def test_every_cell_with_text_can_be_read(name: str, open_app: OpenApp, cast: Cast, surroundings: Path) -> None:
    cast.usual()
    (surroundings / "config").mkdir()
    (surroundings / "config" / "config.toml").write_text(f'theme = "{name}"\n', encoding="utf-8")
    async with open_app(size=(100, 30)) as app:
        assert app.app.theme == name
        seen = 0
        async for where in states(app):
            for text, style_ratio in cells(app):
                assert style_ratio >= enough(name), f"{where}: {text!r} has {style_ratio:.2f}"
                seen += 1
        assert seen > 200


async def states(app: Opened) -> AsyncIterator[str]:
    """Goes through what there is to see."""
    yield "Today"
    await app.press("j", "m")
    yield "Today, all of it"
    await app.press("enter")
    yield "the pane"
    await app.press("escape", "d")
    yield "a toast"
    await app.press("l")
    yield "the quick log, empty"
    await app.type("coffee feel:9")
    yield "the quick log, with a slip"
    await app.press("shift+left", "shift+left")
    yield "a selection"
    for _ in range(3):
        await app.press("tab")
        yield "a field"
    await app.press("escape")
    yield "leaving"
    await app.press("escape", "s")
    yield "snooze"
    await app.press("escape", "f")
    yield "follow-up"
    await app.press("escape", "question_mark")
    yield "help"
    await app.press("escape", "ctrl+p")
    await app.sees("Search for commands")
    yield "the palette, empty"
    await app.type("a")
    await app.sees("Anna")
    yield "the palette"


def cells(app: Opened) -> Iterator[tuple[str, float]]:
    """Each stretch of text of the screen on top, with the least contrast that it has anywhere.

    What lies below a dialog is dimmed, as nothing there can be done; it isn't looked at.
    """
    screen = app.app.screen
    for y, strip in enumerate(screen._compositor.render_strips(app.app.size)):
        x = 0
        for segment in strip:
            at, x = x, x + cell_len(segment.text)
            if segment.style is None or not any(character.isalnum() for character in segment.text):
                continue
            if not screen.is_modal or screen.get_widget_at(at, y)[0] is not screen:
                yield segment.text, min(contrast(*drawn(segment.style, palette)) for palette in PALETTES.values())
