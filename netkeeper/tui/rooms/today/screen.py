"""Today: the people of the day's review, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from netkeeper.actions.review.diary import open_review, selected_ids
from netkeeper.actions.review.review import review
from netkeeper.domain.review.plan import Review
from netkeeper.override import override
from netkeeper.phrases.review import day_off
from netkeeper.tui.core.room_list import DUPLICATES, TODAY
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.placing_keys import PLACING_BINDINGS, PLACING_KEYS, TODAYS_MONTH, place_them
from netkeeper.tui.rooms.open_person import open_in_people
from netkeeper.tui.rooms.person_keys import BACK, MORE_PERSON_BINDINGS, PERSON_BINDINGS
from netkeeper.tui.rooms.room import PaletteEntry
from netkeeper.tui.rooms.today.banners import Banners, banners, can_be_spread
from netkeeper.tui.rooms.today.list import ReviewList
from netkeeper.tui.rooms.today.rows import Note, ReviewEntry, ReviewRow, rows_of
from netkeeper.tui.rooms.today.words import all_done, coming_up, day_is_done, foot, nobody_yet
from netkeeper.tui.rooms.today.workload_keys import (
    WORKLOAD_BINDINGS,
    balance_dialog,
    lighten,
    record_answer,
    spread_dialog,
)
from netkeeper.tui.rooms.top_bar_room import TopBarRoom
from netkeeper.tui.style_sheets import FIRST_SHEETS

_PEOPLE_AFTER_SECONDS = 0.05
"""How long after the first paint the pane is filled: time for the terminal to show the list."""


class TodayScreen(TopBarRoom[ReviewList]):
    """The room of the morning review."""

    DESTINATION = TODAY
    # The first paint waits for no other.
    CSS_PATH = FIRST_SHEETS
    BINDINGS: ClassVar[list[BindingType]] = [
        BACK,
        *PERSON_BINDINGS,
        *ROOM_BINDINGS,
        Binding("m", "more", "more", id="today.more", tooltip="Show those who can wait, or hide them"),
        *WORKLOAD_BINDINGS,
        TODAYS_MONTH,
        Binding("M", "merge", "here twice", show=False, id="people.merge", tooltip="Find who is here twice"),
        *PLACING_BINDINGS,
        *MORE_PERSON_BINDINGS,
        *MORE_BINDINGS,
    ]

    # Lines are a promise, a turn or an occasion.
    LINES_ARE_PEOPLE = False

    def __init__(self, session: Session) -> None:
        super().__init__(session, ReviewList(id="review"))
        self._review: Review | None = None
        self._banners = Banners()
        self._more = False
        self._looks_at_people = False

    @override
    def on_mount(self) -> None:
        """Fill the pane once the list is drawn; Textual calls the base's handler too."""
        self.call_after_refresh(self.set_timer, _PEOPLE_AFTER_SECONDS, self._look_at_people)

    # Drawing

    @override
    def redraw(self) -> None:
        """Draw the day's review."""
        network, today = self.session.network, self.session.today()
        self._review = plan = open_review(network, today) if self._looks_at_people else review(network, today)
        # Only after the first paint: comparing with the pace reads everybody.
        self._banners = self._banners_of(plan) if self._looks_at_people else Banners()
        rows: list[ReviewRow] = [
            *map(Note, self._banners.above),
            *rows_of(plan, more=self._more, most_promises=max(1, network.member.pace)),
        ]
        go_to = self.take_next_key((row.key, row.contact_id) for row in rows if isinstance(row, ReviewEntry))
        rows += map(Note, self._banners.below)
        if self._looks_at_people and plan.dealt and not plan.count:
            rows += map(Note, ("", *day_is_done(plan, coming_up(network, plan))))
        has_people = any(isinstance(row, ReviewEntry) for row in rows)
        self.top_bar.show(network.member, today)
        title = f"Today · {len(plan.dealt)} of {len(plan.dealt) + plan.count}"
        title = f"{title} · {day_off(plan)}" if plan.is_day_off else title
        more_key = self.key_label("today.more")
        before = self.people.entry
        self.people.show(title, rows, more_key, go_to)
        self._pass_what_was_ticked(before)
        leaving = self.key_label("room.leaving")
        self.people.border_subtitle = foot(network.member, today, leaving, self.session.lasting)
        self.show_instead([] if has_people else self._words(plan, more_key))
        if has_people and self.focused is None:
            self.set_focus(self.people)
        self.show_person()

    def _pass_what_was_ticked(self, before: ReviewEntry | None) -> None:
        """Move to the next open line where a key of this room has just ticked the one under the cursor."""
        here = self.people.entry
        is_ticked = (
            here is not None and here.is_done and (before is None or (before.key == here.key and not before.is_done))
        )
        if is_ticked and not self._is_from_elsewhere and self.pane.item is None and (key := self.people.next_person()):
            self.people.go_to(key)

    def _banners_of(self, plan: Review) -> Banners:
        return banners(self.session.network, plan, lambda binding_id: self.key_written(TodayScreen, binding_id))

    def _words(self, plan: Review, more_key: str) -> Sequence[Line]:
        """The page shown in place of an empty list."""
        network = self.session.network
        if network.is_empty:
            return nobody_yet(network.member.name, self.key_label)
        return all_done(plan, coming_up(network, plan), more_key, (*self._banners.above, *self._banners.below))

    @override
    def why(self) -> Headline | None:
        """Why the review lists the person under the cursor."""
        entry = self.people.entry
        return Headline(entry.mark, entry.long_why) if entry else None

    @override
    def may_look(self) -> bool:
        """Only after the first paint."""
        return self._looks_at_people

    def _look_at_people(self) -> None:
        self._looks_at_people = True
        plan = open_review(self.session.network, self.session.today())
        if plan == self._review and self._banners_of(plan) == self._banners:
            self.show_person()
        else:
            self._draw()
        if self.session.welcomes and self.session.network.is_empty and self.app.screen is self:
            from netkeeper.tui.rooms.member_form.welcome import Welcome, is_first_run

            if is_first_run(self.session.network):
                self.app.push_screen(Welcome(self.session), self.show_done)

    @override
    def palette_entries(self) -> Iterable[PaletteEntry]:
        """The day's people, for the command palette, which opens them in People."""
        for entry in self.people.entries():
            yield PaletteEntry(entry.name, entry.why, partial(self._open, entry), entry.contact_id)

    def _open(self, entry: ReviewEntry) -> None:
        self.people.go_to(entry.key)
        open_in_people(self.app, entry.contact_id)

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or dim keys that do nothing now."""
        plan = self._review
        if action == "place":
            return bool((entry := self.people.entry) and entry.is_to_sort)
        if action == "more":
            return bool(plan and (plan.waiting or (plan.away_days and self._can_be_spread)))
        if action == "lighter":
            return bool(plan and selected_ids(plan))
        if action == "spread":
            return bool(self._can_be_spread)
        if action == "balance":
            return not self.session.network.is_empty
        if action == "say":
            return self._banners.asks
        if action in ("done", "snooze") and (entry := self.people.entry) is not None and entry.is_done:
            return None
        return super().check_action(action, parameters)

    @override
    def why_not(self, action: str) -> str:
        """That the line is ticked already, or that nothing can be moved, listed or sorted."""
        entry = self.people.entry
        if action in ("done", "snooze") and entry is not None and entry.is_done:
            return f"{entry.name}: done already today"
        return {
            "lighter": "Nobody can be moved on today: what is left was promised, or is a greeting.",
            "spread": "Today holds no more than your pace; there is nothing to spread.",
            "more": "Nobody else can wait: this is everybody for today.",
            "say": "How it was is asked once the day's list is done.",
            "place": f"{entry.name} is sorted already." if entry else "",
        }.get(action, "") or super().why_not(action)

    @property
    @override
    def first_keys(self) -> Sequence[str]:
        """The keys that place, on an unsorted contact."""
        entry = self.people.entry
        return (*PLACING_KEYS, "undo") if entry is not None and entry.is_to_sort else super().first_keys

    def action_place(self, name: str) -> None:
        """Place the person under the cursor."""
        if (subject := self.subject) is not None:
            act = partial(place_them, self.session, [subject.contact_id], name)
            self.show_done(self.attempt(lambda: self.go_on(subject, act())))

    def action_merge(self) -> None:
        """Find who is here twice."""
        self.go(DUPLICATES)

    @on(ReviewList.MoreToggled)
    def action_more(self) -> None:
        """List or hide those who can wait."""
        self._more = not self._more
        self.redraw()

    @property
    def _can_be_spread(self) -> int:
        return can_be_spread(self._review, self.session.network.member.pace) if self._review else 0

    def action_lighter(self) -> None:
        """Move what can move to the coming days."""
        if (plan := self._review) is not None:
            self.show_done(self.attempt(lambda: lighten(self.session, plan)))

    def action_spread(self) -> None:
        """Show how the rest would be spread over the coming days."""
        if self._review is not None:
            self.ask(spread_dialog(self.session, self._review))

    def action_balance(self) -> None:
        """Compare what the cadences need with the pace."""
        if (dialog := self.attempt(lambda: balance_dialog(self.session))) is not None:
            self.ask(dialog)

    def action_say(self, answer: str) -> None:
        """Record how the review was."""
        self.show_done(self.attempt(lambda: record_answer(self.session, answer)))
