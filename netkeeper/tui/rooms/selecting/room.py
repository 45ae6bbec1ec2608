"""The base of the rooms in which several people can be selected."""

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
"""The actions on the person under the cursor, whoever is selected."""


class SelectingRoom(TopBarRoom[PeopleList]):
    """A room in which some people can be selected.

    Keys for several people act on :meth:`acted_on`; the selection stays as it is afterwards.
    """

    ABOUT_ALL: ClassVar[frozenset[str]] = frozenset()
    """The actions on all who are selected."""

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
        """The selected people in list order, hidden ones last; without a selection, the person under the cursor."""
        if not self.selected:
            return [self.subject] if self.subject else []
        shown = [contact_id for contact_id in self.people.ids if contact_id in self.selected]
        rest = sorted(self.selected.difference(shown))
        return [subject for each in (*shown, *rest) if (subject := self.people.subject_of(each))]

    def out_of_sight(self) -> Sequence[Subject]:
        """The selected people who are not listed."""
        return [subject for each in self._hidden() if (subject := self.people.subject_of(each))]

    def _hidden(self) -> frozenset[str]:
        return self.selected.difference(self.people.ids) if self.selected else frozenset()

    @override
    def left_out(self, subject: Subject) -> str:
        """How many selected people a key about one person leaves out."""
        count = len(self.selected - {subject.contact_id})
        if not count:
            return ""
        if subject.contact_id in self.selected:
            return plural(count, "{count:,} other selected is left out", "{count:,} others selected are left out")
        return plural(count, "{count:,} selected is left out", "{count:,} selected are left out")

    @override
    def exported(self) -> tuple[Sequence[str] | None, str]:
        """The selected people, if any."""
        if not self.selected:
            return super().exported()
        subjects = self.acted_on()
        whom = plural(len(subjects), "{name}", "{count} selected people", name=subjects[0].name)
        return [each.contact_id for each in subjects], whom

    def with_meant(self, act: Callable[[Sequence[Subject]], None]) -> None:
        """Call a function with :meth:`acted_on`, after a question where some are not listed; not with nobody.

        A range that is being selected ends.
        """
        self.people.end_range()
        subjects, hidden = self.acted_on(), self.out_of_sight()
        if not hidden:
            if subjects:
                act(subjects)
            return
        from netkeeper.tui.rooms.confirm_hidden import HiddenSelectionDialog

        def answered(goes_on: bool | None) -> None:
            if goes_on:
                act(subjects)

        self.app.push_screen(HiddenSelectionDialog(len(subjects), sorted(each.name for each in hidden)), answered)

    # Drawing

    def selected_words(self) -> str:
        """How many are selected, and how many of them are not listed; empty for none."""
        words = f"{len(self.selected)} selected" if self.selected else ""
        if hidden := len(self._hidden()):
            words += f", {hidden} not shown"
        return f"range · {words}" if self.people.is_ranging else words

    def show_counts(self) -> None:
        """Show in the list's border how many there are and how many are selected."""
        raise NotImplementedError

    @on(PeopleList.Selected)
    def _others_selected(self) -> None:
        self.show_counts()
        self.refresh_bindings()

    @override
    def help_lines(self) -> list[Line]:
        """Which keys act on all who are selected, and which on the person under the cursor."""
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

    # Keys

    @property
    def can_go_back(self) -> bool:
        """Whether Escape has something to leave: the person, the range, the selection."""
        return self.has_class("-reading") or self.people.is_ranging or bool(self.selected)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or dim keys that do nothing now."""
        if action == "back":
            return self.can_go_back
        if action in ("select", "range", "all"):
            return True if self.people.ids else None
        return super().check_action(action, parameters)

    @override
    def action_back(self) -> None:
        """Leave the person, the range or the selection, whichever is the innermost."""
        if self.has_class("-reading"):
            super().action_back()
        elif self.people.is_ranging:
            self.people.end_range()
        else:
            self.people.select(frozenset())
        self.refresh_bindings()

    def action_select(self) -> None:
        """Select or deselect the person under the cursor, and move to the next."""
        self.people.select_here()

    def action_range(self) -> None:
        """Begin or end selecting by moving."""
        self.people.range_here()

    def action_all(self) -> None:
        """Select all who are listed."""
        self.people.select_all()
