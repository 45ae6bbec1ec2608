"""Duplicates: pairs of people who may be one, the surest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from netkeeper.actions.people.lists import name_of
from netkeeper.actions.people.merging import keep_apart, probable_duplicates, stays_first, still_probable
from netkeeper.domain.people.identity.duplicates import Pair
from netkeeper.domain.text.display import fit, plain
from netkeeper.domain.text.fold import fold
from netkeeper.override import override
from netkeeper.phrases.counted import counted, plural
from netkeeper.phrases.duplicates import sign_words
from netkeeper.tui.core.room_list import Here
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.jobs.job import Outcome, Watch
from netkeeper.tui.jobs.working_screen import Working
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS, bindings_of
from netkeeper.tui.rooms.duplicates.list import PairList, PairRow, key_of
from netkeeper.tui.rooms.duplicates.merge_words import nobody_twice, stopped
from netkeeper.tui.rooms.duplicates.pair_cards import PairCards
from netkeeper.tui.rooms.room import Found, Room

if TYPE_CHECKING:
    from netkeeper.tui.person.form.contact_form import Saved

_WIDTHS = [(0, "-stacked"), (110, "-beside")]
_TITLE_COLUMNS = 40


class DuplicatesScreen(Room):
    """Who is here twice: found once, in a thread of its own, and true to the network from then on."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "compare", "side by side", key_display="enter", id="duplicates.compare", tooltip="Look at the two side by side, and merge them"),
        Binding("n", "apart", "not the same", id="duplicates.apart", tooltip="They are two people: don't ask again"),
        *bindings_of(ROOM_BINDINGS, "room.undo"),
        Binding("r", "look", "look again", id="duplicates.look", tooltip="Look again through everybody"),
        Binding("escape", "leave", "back", id="duplicates.leave", tooltip="Back to where you came from"),
        *bindings_of(MORE_BINDINGS, "room.commands", "room.quit", "room.help"),
    ]  # fmt: skip

    def __init__(self, session: Session, like: frozenset[str] = frozenset()) -> None:
        """Look who is here twice.

        Args:
            session: What the screens share.
            like: The ids of those whose pairs come first.
        """
        super().__init__(session)
        self._like = like
        self._pairs: Sequence[Pair] | None = None
        self._gave_up = False
        self._shown: frozenset[str] = frozenset()
        self._look_for: frozenset[str] | None = None

    @classmethod
    def open_from(cls, room: Here, people: frozenset[str], /) -> None:
        """Open over a room."""
        room.app.push_screen(cls(room.session, people))

    @override
    def compose(self) -> ComposeResult:
        """The pairs with the two under the cursor beside them or below, and the keys."""
        with Container(id="twice"):
            yield PairList(id="pairs")
            yield PairCards(id="cards")
        yield Page(id="instead")
        yield KeyBar(id="keys")

    @override
    def on_mount(self) -> None:
        """Begin to look once the frame is drawn; the toolkit calls the room's own handler too."""
        self.call_after_refresh(self.action_look)

    @override
    def commands(self) -> Iterable[Found]:
        """Nothing but what the keys do: this is the place to look who is here twice."""
        return ()

    # Looking

    def action_look(self) -> None:
        """Look through everybody."""
        self.attempt(self.session.network.refresh)
        job = partial(_look, self.session)
        self.app.push_screen(Working(self.session, "Looking who is here twice", job), self._looked)

    def _looked(self, outcome: Outcome[Sequence[Pair]] | None) -> None:
        self._gave_up = outcome is None
        if outcome is not None and outcome.problem is not None:
            self.say(str(outcome.problem), trouble=True)
        elif outcome is not None:
            self._pairs = outcome.value
        self.redraw()

    # Drawing

    @override
    def redraw(self) -> None:
        """Show the pairs as the network is now."""
        network, pairs = self.session.network, self.query_one(PairList)
        names = dict(network.names())
        found = still_probable(network, self._pairs or ())
        found.sort(key=lambda pair: (-pair.sure, fold(_both(names, pair))))
        keys = [key_of(pair) for pair in found]
        rows = self._rows(found, names)
        pairs.show(rows, self._sought(found))
        self._shown = frozenset(keys)
        count = counted(len(found), "pair")
        pairs.border_title = Content(f"Here twice? · {count}" if found else "Here twice?")
        self.set_class(not found, "-nobody")
        self.query_one("#instead", Page).show([] if found else self._instead())
        if found and self.focused is None:
            self.set_focus(pairs)
        self._show_cards()

    def _rows(self, found: Sequence[Pair], names: Mapping[str, str]) -> list[PairRow]:
        """The lines: first those about whom the person came with, if about anybody."""
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

    def _sought(self, found: Sequence[Pair]) -> str:
        """The pair to go to: after something was taken back, the one that is here again."""
        ids, self._look_for = self._look_for, None
        if ids is None:
            return ""
        again = [key_of(pair) for pair in found if key_of(pair) not in self._shown]
        about = [key_of(pair) for pair in found if ids & set(pair[:2])]
        return (again or about or [""])[0]

    def _instead(self) -> list[Line]:
        """What to say where there is no pair."""
        if self._pairs is None:
            return stopped(self.key_label("duplicates.look")) if self._gave_up else []
        network = self.session.network
        return nobody_twice(len(network.member.apart), network.people_count, had_some=bool(self._pairs))

    @override
    def go_to(self, contact_ids: frozenset[str]) -> None:
        """With the next drawing, go to the pair that is here again, or is about these."""
        self._look_for = contact_ids

    @on(PairList.PairChosen)
    def _show_cards(self) -> None:
        """Show the two under the cursor."""
        network, pair = self.session.network, self.query_one(PairList).pair
        both_here = pair is not None and all(network.has_contact(each) for each in pair[:2])
        two = [network.contact(each) for each in stays_first(network, *pair[:2])] if pair and both_here else []
        cards = self.query_one(PairCards)
        cards.show(two, self.session.today(), partial(name_of, network))
        cards.border_title = Content(fit(plain(sign_words(pair.signs)), _TITLE_COLUMNS)) if pair else Content("")
        self.refresh_bindings()

    # What the keys do

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim what needs a pair."""
        if action in ("compare", "apart") and (not self.is_mounted or self.query_one(PairList).pair is None):
            return None
        return super().check_action(action, parameters)

    @on(PairList.PairOpened)
    def action_compare(self) -> None:
        """Look at the two side by side."""
        pair = self.query_one(PairList).pair
        two = self.attempt(lambda: stays_first(self.session.network, pair.one, pair.other)) if pair else None
        if two is not None:
            from netkeeper.tui.rooms.duplicates.merge_screen import MergeScreen

            self.app.push_screen(MergeScreen(self.session, *two), self._merged)

    def _merged(self, saved: Saved | None) -> None:
        """Say what was done; the cursor is on the next pair by then."""
        self.told(saved.told if saved else None)

    def action_apart(self) -> None:
        """They are two people."""
        pair = self.query_one(PairList).pair
        if pair is None:
            return

        def apart() -> str:
            keep_apart(self.session.network, *stays_first(self.session.network, pair.one, pair.other))
            return self.session.last_done

        self.told(self.attempt(apart))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _look(session: Session, watch: Watch) -> Sequence[Pair]:
    """In the job's thread: look through everybody."""
    return probable_duplicates(session.network, progress=watch.progress)


def _both(names: Mapping[str, str], pair: Pair) -> str:
    """The names of two."""
    one, other = sorted((names.get(pair.one, ""), names.get(pair.other, "")))
    return f"{one}, twice" if one == other else f"{one} = {other}"
