"""Duplicates: pairs of contacts who may be one person, the surest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from netkeeper.actions.people.merging import probable_duplicates, stays_first, still_probable
from netkeeper.actions.people.people import name_of
from netkeeper.domain.people.identity.duplicates import Pair
from netkeeper.domain.text.display import fit, plain
from netkeeper.domain.text.fold import fold
from netkeeper.override import override
from netkeeper.phrases.counted import counted, plural
from netkeeper.phrases.duplicates import sign_words
from netkeeper.tui.core.room_list import CurrentRoom
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS, bindings_of
from netkeeper.tui.rooms.duplicates.list import PairList, PairRow, key_of
from netkeeper.tui.rooms.duplicates.pair_cards import PairCards
from netkeeper.tui.rooms.duplicates.words import nobody_twice, stopped
from netkeeper.tui.rooms.pair_room import PairRoom

_WIDTHS = [(0, "-stacked"), (110, "-beside")]
_TITLE_COLUMNS = 40


class DuplicatesScreen(PairRoom):
    """The room that lists such pairs: found once by a search in a thread, then filtered after every change."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "compare", "side by side", key_display="enter", id="duplicates.compare", tooltip="Look at the two side by side, and merge them"),
        Binding("n", "apart", "not the same", id="duplicates.apart", tooltip="They are two people: don't ask again"),
        *bindings_of(ROOM_BINDINGS, "room.undo"),
        Binding("r", "look", "look again", id="duplicates.look", tooltip="Look again through everybody"),
        Binding("escape", "leave", "back", id="duplicates.leave", tooltip="Back to where you came from"),
        *bindings_of(MORE_BINDINGS, "room.commands", "room.quit", "room.help"),
    ]  # fmt: skip

    STAGE = "Looking who is here twice"
    FIND = probable_duplicates

    def __init__(self, session: Session, like: frozenset[str] = frozenset()) -> None:
        """Search for pairs.

        Args:
            like: The ids of contacts whose pairs are listed first.
        """
        super().__init__(session)
        self._like = like

    @classmethod
    def open_from(cls, room: CurrentRoom, people: frozenset[str], /) -> None:
        """Open as a screen over a room."""
        room.app.push_screen(cls(room.session, people))

    @override
    def compose(self) -> ComposeResult:
        """The pairs with the two under the cursor beside them or below, and the keys."""
        with Container(id="twice"):
            yield PairList(id="pairs")
            yield PairCards(id="cards")
        yield Page(id="instead")
        yield KeyBar(id="keys")

    # Drawing

    @override
    def redraw(self) -> None:
        """Draw the pairs that still hold."""
        network, pairs = self.session.network, self.query_one(PairList)
        names = dict(network.names())
        found = still_probable(network, self.pairs or ())
        found.sort(key=lambda pair: (-pair.sure, fold(_both(names, pair))))
        rows = self._rows(found, names)
        pairs.show(rows, self.sought([(key_of(pair), pair[:2]) for pair in found]))
        count = counted(len(found), "pair")
        pairs.border_title = Content(f"Here twice? · {count}" if found else "Here twice?")
        self.set_class(not found, "-nobody")
        self.query_one("#instead", Page).show([] if found else self._instead())
        if found and self.focused is None:
            self.set_focus(pairs)
        self._show_cards()

    def _rows(self, found: Sequence[Pair], names: Mapping[str, str]) -> list[PairRow]:
        """The rows: pairs of the contacts in ``like`` first."""
        first = [pair for pair in found if self._like & set(pair[:2])]
        rest = [pair for pair in found if not self._like & set(pair[:2])]
        rows: list[PairRow] = []
        if self._like and found:
            there = [names[each] for each in sorted(self._like) if each in names]
            if there:
                of_one, of_many = (
                    ("Like {name}", "Like these {count} people")
                    if first
                    else ("Nobody else is like {name}", "Nobody else is like these {count} people")
                )
                rows.append(PairRow(plural(len(there), of_one, of_many, name=there[0])))
        rows += [PairRow(_both(names, pair), pair) for pair in first]
        if rows and rest:
            rows.append(PairRow("Others"))
        return rows + [PairRow(_both(names, pair), pair) for pair in rest]

    def _instead(self) -> list[Line]:
        """The page shown in place of an empty list."""
        if self.pairs is None:
            return stopped(self.key_label("duplicates.look")) if self.was_stopped else []
        network = self.session.network
        return nobody_twice(len(network.member.apart), network.people_count, had_some=bool(self.pairs))

    @on(PairList.PairChosen)
    def _show_cards(self) -> None:
        """Show the cards of the pair under the cursor."""
        network, pair = self.session.network, self.query_one(PairList).pair
        both_here = pair is not None and all(network.has_contact(each) for each in pair[:2])
        two = [network.contact(each) for each in stays_first(network, *pair[:2])] if pair and both_here else []
        cards = self.query_one(PairCards)
        cards.show(two, self.session.today(), partial(name_of, network))
        cards.border_title = Content(fit(plain(sign_words(pair.signs)), _TITLE_COLUMNS)) if pair else Content("")
        self.refresh_bindings()

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim keys that need a pair."""
        if action in ("compare", "apart") and (not self.is_mounted or self.query_one(PairList).pair is None):
            return None
        return super().check_action(action, parameters)

    @property
    @override
    def two(self) -> tuple[str, str] | None:
        """The pair under the cursor."""
        pair = self.query_one(PairList).pair
        return (pair.one, pair.other) if pair else None

    @on(PairList.PairOpened)
    def action_compare(self) -> None:
        """Open the pair side by side."""
        self.compare()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _both(names: Mapping[str, str], pair: Pair) -> str:
    """The names of two."""
    one, other = sorted((names.get(pair.one, ""), names.get(pair.other, "")))
    return f"{one}, twice" if one == other else f"{one} = {other}"
