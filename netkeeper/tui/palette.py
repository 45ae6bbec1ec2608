"""What the command palette offers: what the room's keys do, and the people in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from netkeeper.config.settings import THEME
from netkeeper.domain.display import fit, plain
from netkeeper.domain.fold import fold
from netkeeper.tui.screens.room import Found, Room

_MOST_HITS = 30
_COLUMNS = 70


class RoomCommands(Provider):
    """The commands and people of the room one is in."""

    async def startup(self) -> None:
        """Look once what themes there are."""
        self._names = self.screen.session.themes.names()[0] if isinstance(self.screen, Room) else []

    async def discover(self) -> Hits:
        """What there is before anything is typed: the commands."""
        for found in self._commands():
            yield DiscoveryHit(_shown(found), found.do, _text(found.title))

    async def search(self, query: str) -> Hits:
        """Commands and people that contain every word typed; case and accents don't matter."""
        words = fold(query).split()
        hits = 0
        for found in self._everything():
            title = fold(found.title)
            if hits < _MOST_HITS and all(word in title for word in words):
                hits += 1
                score = 1.0 if title.startswith(words[0]) else 0.6
                yield Hit(score, _shown(found), found.do, _text(found.title))

    def _everything(self) -> Iterator[Found]:
        yield from self._commands()
        if isinstance(self.screen, Room):
            yield from self.screen.offers()
            yield from self._themes(self.screen)

    def _themes(self, room: Room) -> Iterator[Found]:
        """The themes: one that is chosen here is kept, as in the settings."""
        for theme in self._names:
            wear = partial(room.session.change_setting, THEME, theme.name)
            yield Found(f"Theme: {theme.title}", theme.about or theme.name, partial(room.attempt, wear))

    def _commands(self) -> Iterator[Found]:
        """What the room's keys do, each once; the palette itself is open already."""
        seen = {"app.command_palette"}
        for node, binding, enabled, tooltip in self.screen.active_bindings.values():
            if enabled and binding.show and tooltip and binding.id and binding.action not in seen:
                seen.add(binding.action)
                key = self.app.get_key_display(binding)
                run = partial(self.app.run_action, binding.action, node)
                yield Found(f"{binding.description.capitalize()} ({key})", tooltip, run)


def _text(text: str) -> str:
    return fit(plain(text), _COLUMNS)


def _shown(found: Found) -> Content:
    """A title with what it is about below: as content, since the palette takes its own help lines for markup."""
    return Content.assemble(_text(found.title), "\n", Content.styled(_text(found.about), "not bold $foreground-muted"))
