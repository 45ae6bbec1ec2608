"""What the rooms have in common in which several people can be selected: who is meant, and how one selects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from netkeeper.actions.people.roster import Roster
from netkeeper.override import override
from netkeeper.phrases.counted import plural
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.selecting.list import PeopleList
from netkeeper.tui.rooms.top_bar_room import TopBarRoom

SELECT = Binding("space", "select", "select", id="people.select", tooltip="Select somebody, or no more, and go on")

MORE_SELECT_BINDINGS: tuple[BindingType, ...] = (
    Binding("v", "range", "Range", show=False, id="people.range", tooltip="Select a range: moving extends it"),
    Binding("ctrl+a", "all", "All", show=False, id="people.all", tooltip="Select all who are found"),
)

_FOR_ONE = ("log", "done", "snooze", "follow_up", "edit", "open", "copy")
"""The actions that are about the one under the cursor, whoever is selected."""


class SelectingRoom(TopBarRoom[PeopleList]):
    """A room in which some people can be selected.

    Keys about several people act on :meth:`acted_on`. What is done leaves the selection as it is, so that something
    else can be done with the same people.
    """

    ABOUT_ALL: ClassVar[frozenset[str]] = frozenset()
    """The actions that go for all who are selected."""

    _roster: Roster | None = None

    @property
    def roster(self) -> Roster:
        """Everybody, read when first asked for; :meth:`Roster.catch_up` takes in changes."""
        if self._roster is None:
            self._roster = Roster(self.session.network)
        return self._roster

    @property
    def selected(self) -> frozenset[str]:
        """The ids of those who are selected."""
        return self.people.selected

    def acted_on(self) -> Sequence[Subject]:
        """Those who are selected, in the order of the list, those it doesn't show last; else the one under the cursor."""
        if not self.selected:
            return [self.subject] if self.subject else []
        shown = [contact_id for contact_id in self.people.ids if contact_id in self.selected]
        rest = sorted(self.selected.difference(shown))
        return [subject for each in (*shown, *rest) if (subject := self.people.subject_of(each))]

    def out_of_sight(self) -> Sequence[Subject]:
        """Those who are selected and not shown in the list now."""
        return [subject for each in self._hidden() if (subject := self.people.subject_of(each))]

    def _hidden(self) -> frozenset[str]:
        return self.selected.difference(self.people.ids) if self.selected else frozenset()

    @override
    def left_out(self, subject: Subject) -> str:
        """Those selected whom a key leaves out that is about the one under the cursor only."""
        count = len(self.selected - {subject.contact_id})
        if not count:
            return ""
        if subject.contact_id in self.selected:
            return plural(count, "{count:,} other selected is left out", "{count:,} others selected are left out")
        return plural(count, "{count:,} selected is left out", "{count:,} selected are left out")

    @override
    def exported(self) -> tuple[Sequence[str] | None, str]:
        """Those who are selected, if any are."""
        if not self.selected:
            return super().exported()
        subjects = self.acted_on()
        whom = plural(len(subjects), "{name}", "{count} selected people", name=subjects[0].name)
        return [each.contact_id for each in subjects], whom

    def with_meant(self, act: Callable[[Sequence[Subject]], None]) -> None:
        """Do something with those whom a key is about, after a question where some of them are out of sight.

        A selection that is acted on is complete: a range ends. Nothing is done where nobody is meant.
        """
        self.people.end_range()
        subjects, hidden = self.acted_on(), self.out_of_sight()
        if not hidden:
            if subjects:
                act(subjects)
            return
        from netkeeper.tui.rooms.confirm_hidden import OutOfSightDialog

        def answered(goes_on: bool | None) -> None:
            if goes_on:
                act(subjects)

        self.app.push_screen(OutOfSightDialog(len(subjects), sorted(each.name for each in hidden)), answered)

    # What is shown of it

    def selected_words(self) -> str:
        """How many are selected, and how many of them the list doesn't show; empty for none."""
        words = f"{len(self.selected)} selected" if self.selected else ""
        if hidden := len(self._hidden()):
            words += f", {hidden} not shown"
        return f"range · {words}" if self.people.is_ranging else words

    def show_counts(self) -> None:
        """Say in the list's frame how many there are, and how many of them are selected."""
        raise NotImplementedError

    @on(PeopleList.Selected)
    def _others_selected(self) -> None:
        self.show_counts()
        self.refresh_bindings()

    @override
    def help_lines(self) -> list[Line]:
        """Which keys are about all who are selected, and which about the one under the cursor."""
        keys: dict[bool, list[str]] = {True: [], False: []}
        for binding in Binding.make_bindings(type(self).BINDINGS):
            action = binding.action.partition("(")[0]
            key = self.key_written(type(self), binding.id or "")
            if key and (action in self.ABOUT_ALL or action in _FOR_ONE):
                keys[action in self.ABOUT_ALL].append(key)
        return [
            [("Selected", "accent")],
            [("  ".join(keys[True]), "key"), (" are about all who are selected,", "")],
            [("  ".join(keys[False]), "key"), (" about the one under the cursor only.", "")],
            [("", "")],
        ]

    # What the keys do

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step back to be made: from the person, the range, the selection."""
        return self.has_class("-reading") or self.people.is_ranging or bool(self.selected)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show only what leads somewhere."""
        if action == "back":
            return self.can_go_back
        if action in ("select", "range", "all"):
            return True if self.people.ids else None
        return super().check_action(action, parameters)

    @override
    def action_back(self) -> None:
        """Back by one step: from the person, the range, the selection."""
        if self.has_class("-reading"):
            super().action_back()
        elif self.people.is_ranging:
            self.people.end_range()
        else:
            self.people.select(frozenset())
        self.refresh_bindings()

    def action_select(self) -> None:
        """Select the person under the cursor, or no more, and go on."""
        self.people.select_here()

    def action_range(self) -> None:
        """Begin to select by moving, or end that."""
        self.people.range_here()

    def action_all(self) -> None:
        """Select all who are listed."""
        self.people.select_all()
