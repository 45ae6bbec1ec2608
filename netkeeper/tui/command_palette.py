"""The entries of the command palette: the room's commands, and all people."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from textual.style import Style

from netkeeper.config.settings import THEME
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.people.ordering import name_key
from netkeeper.domain.text.display import fit, plain
from netkeeper.domain.text.fold import fold
from netkeeper.override import override
from netkeeper.tui.core.base_screen import GuardedScreen
from netkeeper.tui.rooms.open_person import open_in_people
from netkeeper.tui.rooms.room import PaletteEntry, Room
from netkeeper.tui.theme.theme_files import ThemeName

_MOST_HITS = 30
_COLUMNS = 70


class Palette(GuardedScreen, CommandPalette):
    """The toolkit's command palette, dismissed only once."""

    @override
    def _unfocus_hidden(self) -> None:
        """Keep the focus: the palette hides its input only until its first layout."""

    @override
    def _action_command_list(self, action: str) -> None:
        # The toolkit's own fails where the list isn't laid out yet, or has no height.
        with contextlib.suppress(KeyError, IndexError):
            super()._action_command_list(action)


class RoomCommands(Provider):
    """The open room's commands and entries, and everybody, to be opened in People."""

    def __init__(self, screen: Screen[object], match_style: Style | None = None) -> None:
        """Create the provider; :meth:`startup` reads people and themes."""
        super().__init__(screen, match_style)
        self._people: Sequence[_Somebody] = ()
        self._names: Sequence[ThemeName] = ()

    @override
    async def startup(self) -> None:
        """Read themes and names once; thousands of names take a few milliseconds."""
        if isinstance(self.screen, Room):
            self._names = self.screen.session.themes.names()[0]
            network = self.screen.session.network
            active = {contact_id for contact_id, _ in network.active_names()}
            region = network.member.region
            self._people = sorted(
                [
                    _Somebody(contact_id not in active, name_key(name, region), contact_id, name, fold(name))
                    for contact_id, name in network.names()
                ]
            )

    @override
    async def discover(self) -> Hits:
        """The entries before anything is typed: the commands."""
        for found in self._commands():
            yield DiscoveryHit(_shown(found), found.do, _text(found.title))

    @override
    async def search(self, query: str) -> Hits:
        """Commands and people that contain every word typed; case and accents don't matter."""
        words = fold(query).split()
        for found in islice(self._fitting(words), _MOST_HITS):
            yield Hit(_score(found.title, words), _shown(found), found.do, _text(found.title))

    def _fitting(self, words: Sequence[str]) -> Iterator[PaletteEntry]:
        seen: set[str] = set()
        for found in self._entries():
            title = fold(found.title)
            if found.contact_id not in seen and all(word in title for word in words):
                seen.update({found.contact_id} - {""})
                yield found
        # Names that begin with the first word go first: not all hits can be shown.
        fitting = [
            each for each in self._people if all(word in each.folded for word in words) and each.contact_id not in seen
        ]
        for each in sorted(fitting, key=lambda each: not _begins(each.folded, words)):
            yield PaletteEntry(each.name, self._about(each), partial(open_in_people, self.app, each.contact_id))

    def _about(self, somebody: _Somebody) -> str:
        if somebody.archived:
            return "in the archive"
        assert isinstance(self.screen, Room)
        try:
            contact = self.screen.session.network.contact(somebody.contact_id)
        except InvalidValueError:
            return "not there any more"
        return ", ".join(part for part in (contact.title, contact.organization) if part) or str(contact.step)

    def _entries(self) -> Iterator[PaletteEntry]:
        yield from self._commands()
        if isinstance(self.screen, Room):
            yield from self.screen.palette_entries()
            yield from self._themes(self.screen)

    def _themes(self, room: Room) -> Iterator[PaletteEntry]:
        """The themes; choosing one saves the setting."""
        for theme in self._names:
            choose = partial(room.session.change_setting, THEME, theme.name)
            yield PaletteEntry(f"Theme: {theme.title}", theme.about or theme.name, partial(room.attempt, choose))

    def _commands(self) -> Iterator[PaletteEntry]:
        """The commands of the active bindings, each once, without the palette's own."""
        seen = {"app.command_palette"}
        for node, binding, enabled, tooltip in self.screen.active_bindings.values():
            if enabled and binding.show and tooltip and binding.id and binding.action not in seen:
                seen.add(binding.action)
                key = self.app.get_key_display(binding)
                run = partial(self.app.run_action, binding.action, node)
                yield PaletteEntry(f"{binding.description.capitalize()} ({key})", tooltip, run)
        if isinstance(self.screen, Room):
            yield from self.screen.commands()


class _Somebody(NamedTuple):
    """A contact with its sort key; archived ones sort last."""

    archived: bool
    key: str
    contact_id: str
    name: str
    folded: str


def _begins(folded: str, words: Sequence[str]) -> bool:
    return folded.startswith(words[0])


def _score(title: str, words: Sequence[str]) -> float:
    return 1.0 if _begins(fold(title), words) else 0.6


def _text(text: str) -> str:
    return fit(plain(text), _COLUMNS)


def _shown(found: PaletteEntry) -> Content:
    """The title and the line below, as content: the palette reads its own help lines as markup."""
    return Content.assemble(_text(found.title), "\n", Content.styled(_text(found.about), "not bold $foreground-muted"))
