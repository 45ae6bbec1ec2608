"""What the command palette offers: what the room's keys do, and everybody."""

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
from netkeeper.domain.search.ordering import name_key
from netkeeper.domain.text.display import fit, plain
from netkeeper.domain.text.fold import fold
from netkeeper.override import override
from netkeeper.tui.core.base_screen import Guarded
from netkeeper.tui.rooms.open_person import open_in_people
from netkeeper.tui.rooms.room import Found, Room
from netkeeper.tui.theme.theme_files import ThemeName

_MOST_HITS = 30
_COLUMNS = 70


class Palette(Guarded, CommandPalette):
    """The toolkit's command palette, which is left only once."""

    @override
    def _leave_what_is_hidden(self) -> None:
        """Leave the keys to its one field: it hides all it has until it is drawn, and then shows it."""

    @override
    def _action_command_list(self, action: str) -> None:
        # The toolkit's own pages through what is not drawn yet, or has no line to be drawn on.
        with contextlib.suppress(KeyError, IndexError):
            super()._action_command_list(action)


class RoomCommands(Provider):
    """The commands of the room one is in, what it offers, and everybody, to be opened in People."""

    def __init__(self, screen: Screen[object], match_style: Style | None = None) -> None:
        """Begin with nobody looked for."""
        super().__init__(screen, match_style)
        self._people: Sequence[_Somebody] = ()
        self._names: Sequence[ThemeName] = ()

    @override
    async def startup(self) -> None:
        """Look once what themes and names there are; thousands of names take a few milliseconds."""
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
        """What there is before anything is typed: the commands."""
        for found in self._commands():
            yield DiscoveryHit(_shown(found), found.do, _text(found.title))

    @override
    async def search(self, query: str) -> Hits:
        """Commands and people that contain every word typed; case and accents don't matter."""
        words = fold(query).split()
        for found in islice(self._fitting(words), _MOST_HITS):
            yield Hit(_score(found.title, words), _shown(found), found.do, _text(found.title))

    def _fitting(self, words: Sequence[str]) -> Iterator[Found]:
        seen: set[str] = set()
        for found in self._offered():
            title = fold(found.title)
            if found.contact_id not in seen and all(word in title for word in words):
                seen.update({found.contact_id} - {""})
                yield found
        # Those whose name begins so come first: of many, not all can be shown.
        fitting = [
            each for each in self._people if all(word in each.folded for word in words) and each.contact_id not in seen
        ]
        for each in sorted(fitting, key=lambda each: not _begins(each.folded, words)):
            yield Found(each.name, self._about(each), partial(open_in_people, self.app, each.contact_id))

    def _about(self, somebody: _Somebody) -> str:
        if somebody.archived:
            return "in the archive"
        assert isinstance(self.screen, Room)
        try:
            contact = self.screen.session.network.contact(somebody.contact_id)
        except InvalidValueError:
            return "not there any more"
        return ", ".join(part for part in (contact.title, contact.organization) if part) or str(contact.step)

    def _offered(self) -> Iterator[Found]:
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
        if isinstance(self.screen, Room):
            yield from self.screen.commands()


class _Somebody(NamedTuple):
    """A person who can be gone to; the archive comes last."""

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


def _shown(found: Found) -> Content:
    """A title with what it is about below: as content, since the palette takes its own help lines for markup."""
    return Content.assemble(_text(found.title), "\n", Content.styled(_text(found.about), "not bold $foreground-muted"))
