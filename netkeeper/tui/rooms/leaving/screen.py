"""Leaving: contacts at risk, each with the key that mends it, and the leaving pack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from netkeeper.actions.leaving.who_is_lost import look_alikes, plan_after, plannable, who_would_be_lost
from netkeeper.actions.people.bulk import toggle_whose
from netkeeper.domain.retention.risks import AtRisk, Risk
from netkeeper.override import override
from netkeeper.phrases.risks import risk_words
from netkeeper.tui.core.room_list import CurrentRoom
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.keys.registry import as_bindings
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS, bindings_of
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.remedies import REMEDIES
from netkeeper.tui.rooms.leaving.list import LostList
from netkeeper.tui.rooms.leaving.rows import Lost, lost_rows, people_in_rows
from netkeeper.tui.rooms.leaving.words import hints_for, leaving_title, nobody_lost, remedy_words
from netkeeper.tui.rooms.pair_room import PairRoom
from netkeeper.tui.rooms.people_room import PeopleRoom
from netkeeper.tui.rooms.person_keys import MORE_PERSON_BINDINGS, PERSON_BINDINGS, WHOSE

if TYPE_CHECKING:
    from netkeeper.actions.leaving.pack import Pack
    from netkeeper.tui.person.form.saving import Saved


class LeavingScreen(PeopleRoom[LostList], PairRoom):
    """The room that lists contacts at risk, and writes the leaving pack."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "take_along", "take along", id="leaving.take-along", tooltip="Write everything for phones, Google, Outlook, Apple and another netkeeper, and prove it"),
        *bindings_of(PERSON_BINDINGS, "person.log", "person.edit"),
        Binding("f", "after", "after", id="leaving.after", tooltip="Promise to be in touch with them after graduation"),
        Binding("F", "after_all", "all of them", id="leaving.after-all", tooltip="Promise that to everybody who has nothing planned after graduation; shown first"),
        WHOSE,
        Binding("M", "merge", "side by side", id="people.merge", tooltip="Look at the two side by side, and merge them"),
        Binding("n", "apart", "not the same", id="duplicates.apart", tooltip="They are two people: don't ask again"),
        Binding("m", "more", "more", id="leaving.more", tooltip="Name everybody, or a few of each kind only"),
        *bindings_of(ROOM_BINDINGS, "room.undo"),
        Binding("r", "look", "Look again", show=False, id="leaving.look", tooltip="Look again for those who may be here twice"),
        Binding("escape", "back", "back", id="leaving.back", tooltip="Back to the list, or to where you came from"),
        *bindings_of(MORE_PERSON_BINDINGS, "person.archive", "person.open", "person.copy"),
        *bindings_of(MORE_BINDINGS, "room.settings", "room.commands", "room.quit", "room.help"),
    ]  # fmt: skip
    STAGE = "Looking who would be lost"
    FIND = look_alikes
    ABOUT_SOMEBODY: ClassVar[frozenset[str]] = PeopleRoom.ABOUT_SOMEBODY | {"after", "whose"}

    def __init__(self, session: Session) -> None:
        super().__init__(session, LostList(id="lost"))
        self._lost: Mapping[Risk, Sequence[AtRisk]] = {}
        self._shows_all = False

    @classmethod
    def open_from(cls, room: CurrentRoom, _: frozenset[str], /) -> None:
        """Open as a screen over a room."""
        room.app.push_screen(cls(room.session))

    @override
    def compose(self) -> ComposeResult:
        """The list and the person side by side, and the keys."""
        yield self.people
        yield self.pane
        yield KeyBar(id="keys")

    # Drawing

    @override
    def redraw(self) -> None:
        """Draw the contacts at risk; nothing before the first search for look-alikes has ended."""
        if not self.has_looked:
            return
        network, label = self.session.network, self._label
        self._lost = who_would_be_lost(network, self.session.today(), self.pairs or ())
        settings, look = label("room.settings"), label("leaving.look")
        hints = hints_for(network.member, network.contacts(), settings, looked=self.pairs is not None, look_label=look)
        people = len(network.active_names())
        rows = lost_rows(
            self._lost,
            remedy_words(label),
            label("leaving.more"),
            hints if self._lost else (),
            shows_all=self._shows_all,
            everybody=people,
        )
        lines = [(row.key, (row.item.contact.id,)) for row in rows if isinstance(row, Lost)]
        go_to, self.next_key = self.sought(lines) or self.next_key, ""
        self.people.show(leaving_title(people_in_rows(self._lost), people), rows, go_to)
        self.show_instead([] if self._lost else nobody_lost(people, label("leaving.take-along"), hints))
        if self._lost and self.focused is None:
            self.set_focus(self.people)
        self.show_person()

    def _label(self, binding_id: str) -> str:
        """The label of a key of this screen as bound now, active or not."""
        own = next(each for each in as_bindings(self.BINDINGS) if each.id == binding_id)
        keys = self.session.keymap.get(binding_id, own.key)
        return self.app.get_key_display(own.with_key(keys.partition(",")[0]))

    @override
    def saved(self, saved: Saved | None) -> None:
        """Show what was done; the cursor is on the next line already."""
        self.show_done(saved.message if saved else None)

    @override
    def why(self) -> Headline | None:
        """Why the person under the cursor is at risk."""
        lost = self.people.lost
        return Headline("!", risk_words(lost.item)) if lost else None

    @property
    @override
    def first_keys(self) -> Sequence[str]:
        """The keys that mend the line under the cursor."""
        lost = self.people.lost
        if lost is None or self.pane.item is not None:
            return ("take_along",)
        also = {Risk.LOOKALIKE: ("apart",), Risk.UNPLANNED: ("after_all",)}
        return (REMEDIES[lost.item.risk].action, *also.get(lost.item.risk, ()), "take_along", "more", "undo")

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim or hide keys that do nothing to the line under the cursor."""
        if action == "back":
            return True
        if action in ("merge", "apart"):
            return self.two is not None
        if action == "after_all":
            return bool(self._lost.get(Risk.UNPLANNED))
        if action == "more":
            return (
                any(len(people) > len(self._shown_of(risk)) for risk, people in self._lost.items()) or self._shows_all
            )
        if action == "take_along":
            return None if self.session.network.is_empty else True
        return super().check_action(action, parameters)

    def _shown_of(self, risk: Risk) -> list[str]:
        return [key for key in self._shown if key.startswith(f"{risk}:")]

    @on(LostList.MoreToggled)
    def action_more(self) -> None:
        """List everybody, or a few of each risk."""
        self._shows_all = not self._shows_all
        self.redraw()

    def action_after(self) -> None:
        """Make a follow-up after graduation with the person under the cursor."""
        if (subject := self.subject) is not None and self._knows_when():
            self._plan([subject.contact_id])

    def action_after_all(self) -> None:
        """Open the dialog that does that for everybody without a plan."""
        from netkeeper.tui.rooms.leaving.after_all import AfterAllDialog

        people = [each.contact for each in self._lost.get(Risk.UNPLANNED, ())]
        if not people or not self._knows_when():
            return
        meant = plannable(people)
        if meant:
            self.ask(AfterAllDialog(self.session, [each.id for each in meant], people))
        else:
            self.say("All of them wait to be sorted or can't be reached yet; nothing is promised.", trouble=True)

    def _knows_when(self) -> bool:
        """Whether the day of graduation is known; shows how to set it otherwise."""
        if self.session.network.member.graduates_on is not None:
            return True
        settings = self._label("room.settings")
        self.say(f"When do you graduate? {settings} says it; then a word can be promised for after that.", trouble=True)
        return False

    def _plan(self, contact_ids: Sequence[str]) -> None:
        def plan() -> str:
            plan_after(self.session.network, contact_ids, self.session.today())
            return self.session.last_done

        self.show_done(self.attempt(plan))

    def action_whose(self) -> None:
        """Hand the person under the cursor to the team, or take them back."""
        if (subject := self.subject) is not None:
            self.show_done(self.attempt(lambda: toggle_whose(self.session.network, [subject.contact_id]).sentence))

    @property
    @override
    def two(self) -> tuple[str, str] | None:
        """The pair under the cursor."""
        lost = self.people.lost
        return (lost.item.contact.id, lost.item.other_id) if lost is not None and lost.item.other_id else None

    def action_merge(self) -> None:
        """Open the pair side by side."""
        self.compare()

    @override
    def action_back(self) -> None:
        """Leave the pane, or the room."""
        if self.has_class("-reading"):
            super().action_back()
        else:
            self.dismiss(None)

    # The leaving pack

    def action_take_along(self) -> None:
        """Write the pack."""
        from netkeeper.tui.rooms.leaving.pack_dialog import PackDialog

        self.app.push_screen(PackDialog(self.session), self._packed)

    def _packed(self, pack: Pack | None) -> None:
        """Show the proof."""
        if pack is not None:
            from netkeeper.tui.rooms.leaving.proof_screen import PackProof

            self.app.push_screen(PackProof(self.session, pack))
