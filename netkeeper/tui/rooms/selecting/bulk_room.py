"""The base of the rooms with keys that act on all selected people, as one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from netkeeper.actions.people.bulk import field_counts, toggle_archived, toggle_whose
from netkeeper.actions.people.merging import stays_first
from netkeeper.override import override
from netkeeper.phrases.counted import plural
from netkeeper.tui.core.room_list import DUPLICATES
from netkeeper.tui.person.person_actions import with_open_promises
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.person_keys import WHOSE
from netkeeper.tui.rooms.selecting.room import SelectingRoom

BULK_BINDINGS: tuple[BindingType, ...] = (
    Binding(
        "t", "tag", "tag", id="people.tag", tooltip="Give them a field: those selected, else the one under the cursor"
    ),
    Binding("T", "untag", "untag", id="people.untag", tooltip="Take fields off them"),
    Binding("y", "cadence", "cadence", id="people.cadence", tooltip="Say how often to be in touch with them"),
    WHOSE,
    Binding(
        "M",
        "merge",
        "merge",
        id="people.merge",
        tooltip="Make one of two who are selected; else find who is here twice",
    ),
)
"""The keys on several people, besides those of :data:`PERSON_BINDINGS` that act on several too."""

FOR_MANY = ("tag", "untag", "step", "cadence", "archive")
"""The actions on all who are selected, the most used first."""


class BulkRoom(SelectingRoom):
    """A room with keys that act on all who are selected, else on the person under the cursor."""

    ABOUT_SOMEBODY: ClassVar[frozenset[str]] = SelectingRoom.ABOUT_SOMEBODY | {"tag", "untag", "cadence", "whose"}
    ABOUT_ALL: ClassVar[frozenset[str]] = frozenset({*FOR_MANY, "whose", "place", "export"})

    @property
    @override
    def first_keys(self) -> Sequence[str]:
        """The actions on all who are selected, while any are."""
        if not self.selected:
            return super().first_keys
        return (*(["merge"] if len(self.selected) == 2 else []), *FOR_MANY, "export", "back")

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the keys for several people while any are selected."""
        if action in (*FOR_MANY, "whose") and self.selected:
            return True
        if action == "merge":
            return None if self.session.network.is_empty else True
        return super().check_action(action, parameters)

    @override
    def why_wait(self, action: str) -> str:
        """Empty while any are selected: the key acts on them, not on the cursor."""
        return "" if self.selected and action in (*FOR_MANY, "whose") else super().why_wait(action)

    def action_tag(self) -> None:
        """Give them fields."""
        self.with_meant(self._tag)

    def _tag(self, subjects: Sequence[Subject]) -> None:
        from netkeeper.tui.person.dialogs.tag import TagDialog

        self.ask(TagDialog(self.session, subjects))

    def action_untag(self) -> None:
        """Take fields off them."""
        self.with_meant(self._untag)

    def _untag(self, subjects: Sequence[Subject]) -> None:
        if not field_counts(self.session.network, [subject.contact_id for subject in subjects]):
            self.say(
                plural(
                    len(subjects),
                    "{name} has no field yet · {key} gives one",
                    "None of these {count} people has a field yet · {key} gives one",
                    name=subjects[0].name,
                    key=self.key_label("people.tag"),
                )
            )
            return
        from netkeeper.tui.person.dialogs.untag import UntagDialog

        self.ask(UntagDialog(self.session, subjects))

    def action_cadence(self) -> None:
        """Set their cadence."""
        self.with_meant(self._cadence)

    def _cadence(self, subjects: Sequence[Subject]) -> None:
        from netkeeper.tui.person.dialogs.cadence import CadenceDialog

        self.ask(CadenceDialog(self.session, subjects))

    def action_whose(self) -> None:
        """Hand them to the team; where all are the team's, take them back."""
        self.with_meant(self._whose)

    def _whose(self, subjects: Sequence[Subject]) -> None:
        ids = [subject.contact_id for subject in subjects]
        self.show_done(self.attempt(lambda: toggle_whose(self.session.network, ids).sentence))

    def action_merge(self) -> None:
        """Merge the two who are selected; else open Duplicates, with pairs of the people meant first."""
        if len(self.selected) == 2:
            self.with_meant(self._merge)
            return
        self.people.end_range()
        self.go(DUPLICATES, frozenset(each.contact_id for each in self.acted_on()))

    def _merge(self, subjects: Sequence[Subject]) -> None:
        two = self.attempt(lambda: stays_first(self.session.network, *(each.contact_id for each in subjects)))
        if two is not None:
            from netkeeper.tui.rooms.merging.screen import MergeScreen

            self.app.push_screen(MergeScreen(self.session, *two), self.saved)

    @override
    def action_step(self) -> None:
        """Move them on the ladder."""
        self.with_meant(self._step)

    def _step(self, subjects: Sequence[Subject]) -> None:
        from netkeeper.tui.person.dialogs.step_change import StepDialog

        self.ask(StepDialog(self.session, subjects))

    @override
    def action_archive(self) -> None:
        """Archive them; where all are archived, take them out of the archive."""
        if self.selected:
            self.with_meant(self._put_away)
        else:
            super().action_archive()

    def _put_away(self, subjects: Sequence[Subject]) -> None:
        ids = [subject.contact_id for subject in subjects]
        self.show_done(self.attempt(lambda: self._put_away_with_promises(ids)))

    def _put_away_with_promises(self, ids: Sequence[str]) -> str:
        done = toggle_archived(self.session.network, ids)
        return with_open_promises(self.session, done.sentence, done.changed)

    @override
    def action_export(self) -> None:
        """Export those who are selected; without a selection, as in any room."""
        export = super().action_export
        if self.selected:
            self.with_meant(lambda _: export())
        else:
            export()
