"""Trend: plots of the last weeks, with their figures in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, Vertical, VerticalGroup
from textual.content import Content

from netkeeper.actions.review.trend import trend_of
from netkeeper.domain.retention.risks import Risk, at_risk
from netkeeper.domain.retention.trend import FEELINGS, Trend
from netkeeper.domain.text.display import pad
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.phrases.movement import movement_words
from netkeeper.phrases.risks import RISKS
from netkeeper.phrases.trend import (
    contacts_words,
    feeling_words,
    fields_words,
    nothing_logged,
    span_words,
    steps_words,
    warmth_words,
)
from netkeeper.tui.core.base_screen import BaseModal
from netkeeper.tui.core.room_list import LEAVING, TREND, CurrentRoom
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.page_list import PageList, PageName
from netkeeper.tui.draw.plot import Plot
from netkeeper.tui.draw.plots import columns_plot, rows_plot
from netkeeper.tui.jobs.job import JobResult
from netkeeper.tui.jobs.working_screen import ProgressDialog
from netkeeper.tui.keys.registry import usual_label
from netkeeper.tui.keys.room_keys import bindings_to_other_rooms
from netkeeper.tui.person.remedies import REMEDIES

CONTACTS, WARMTH, WHO, FEELING, LASTING = "contacts", "warmth", "who", "feeling", "lasting"

_PAGES = (
    PageName(CONTACTS, "Contacts"),
    PageName(WARMTH, "Warmth"),
    PageName(WHO, "With whom"),
    PageName(FEELING, "Feeling"),
    PageName(LASTING, "Lasting"),
)

_ABOUT: Mapping[str, str] = {
    CONTACTS: "Contacts a week; the line is your pace",
    WARMTH: "How many are warm; the line is everybody",
    WHO: "Contacts by step, and by field",
    FEELING: "How contacts felt, 1 to 5",
    LASTING: "Who lasts past graduation, and what the others lack",
}


class TrendData(NamedTuple):
    """The data of the plots.

    Attributes:
        trend: The figures by week.
        risks: How many contacts have each risk.
    """

    trend: Trend
    risks: Mapping[Risk, int]


def read_trend(session: Session) -> TrendData:
    """Compute the trend, which reads every interaction; runs in a job's thread."""
    network, today = session.network, session.today()
    with network.storage.read_lock():
        trend = trend_of(network, today)
        risks = at_risk(network.contacts(), network.followups(), network.member, today)
    return TrendData(trend, {risk: len(people) for risk, people in risks.items()})


class TrendPages(PageList):
    """The names of the plots; only the last can be opened."""

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Hide Enter on plots that can't be opened."""
        return action != "enter_page" or self.page == LASTING


class TrendScreen(BaseModal[str]):
    """Shows the plots; returns the name of the destination to go on to, empty for back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q", "leave", "back", key_display="esc", id="trend.leave", tooltip="Back to where you came from"
        ),
        *bindings_to_other_rooms(TREND),
    ]

    def __init__(self, looked: TrendData, key: Callable[[str], str]) -> None:
        """Show how it has been going.

        Args:
            looked: The data of the plots.
            key: Gives the label of a key, as it is bound now, by the id of its binding.
        """
        super().__init__()
        self._trend, self._risks = looked
        self._key = key

    @classmethod
    def open_from(cls, room: CurrentRoom, _: frozenset[str], /) -> None:
        """Compute the trend in a thread, then open over a room."""
        session = room.session

        def show(outcome: JobResult[TrendData] | None) -> None:
            if outcome is not None and outcome.value is not None:
                session.lasting = outcome.value.trend.movement
                room.app.push_screen(cls(outcome.value, partial(usual_label, session.keymap)), go_on)
            elif outcome is not None:
                room.say(str(outcome.problem), trouble=True)

        def go_on(name: str | None) -> None:
            session.announce(Notice())
            if name:
                room.action_go(name)

        room.app.push_screen(ProgressDialog(session, "Looking back", lambda _: read_trend(session)), show)

    @override
    def compose(self) -> ComposeResult:
        """The list of plots, and the chosen one with its words."""
        with Vertical(id="dialog") as frame:
            frame.border_title = Content(f"Trend · {span_words(self._trend)}")
            with HorizontalGroup(id="trend"):
                yield TrendPages(_PAGES, id="pages")
                with VerticalGroup(id="page"):
                    yield Page(id="about")
                    yield Plot(id="plot")
                    yield Page(id="words")
            yield KeyBar(id="dialog-keys")

    def on_mount(self) -> None:
        """Begin with the first plot."""
        self.set_focus(self.query_one(TrendPages))
        self._show(CONTACTS)

    @on(PageList.PageChosen)
    def _chosen(self, event: PageList.PageChosen) -> None:
        self._show(event.key)
        self.refresh_bindings()

    @on(PageList.PageOpened)
    def _opened(self) -> None:
        if self.query_one(TrendPages).page == LASTING and self._risks:
            self.dismiss(LEAVING)

    def action_go(self, name: str) -> None:
        """Go on to another destination."""
        self.dismiss(name)

    def action_leave(self) -> None:
        """Back to the room."""
        self.dismiss("")

    def _show(self, key: str) -> None:
        draw, words = {
            CONTACTS: (self._contacts, contacts_words(self._trend)),
            WARMTH: (self._warmth, warmth_words(self._trend)),
            WHO: (self._who, [*steps_words(self._trend), *(fields_words(self._trend) if self._trend.contacts else [])]),
            FEELING: (self._feeling, feeling_words(self._trend)),
            LASTING: (self._lasting, []),
        }[key]
        nothing = self._nothing(key)
        self.query_one("#about", Page).show([[(_ABOUT[key], "strong")]])
        plot = self.query_one(Plot)
        plot.display = not nothing
        plot.show(draw)
        self.query_one("#words", Page).show([[(line, "")] for line in nothing or words])

    def _nothing(self, key: str) -> list[str]:
        """The lines in place of a plot without data; empty where there is data."""
        log = self._key("person.log") or "l"
        if key in (CONTACTS, WHO) and not self._trend.contacts:
            return [
                nothing_logged(self._trend),
                f"{log} logs a meeting; it shows here.",
            ]
        if key == WARMTH and not self._trend.weeks[-1].people:
            return ["Nobody is in your network yet."]
        if key == FEELING and not sum(self._trend.feelings):
            return ["Nothing was rated yet.", "feel:4 in a log says how it felt, from 1 to 5."]
        return []

    # The plots

    def _contacts(self, columns: int, rows: int) -> Sequence[Line]:
        weeks = self._trend.weeks_begun
        starts = [week.start for week in weeks]
        level = [_full_pace(self._trend)] * len(weeks)
        return columns_plot([week.contacts for week in weeks], starts, columns, rows, level=level)

    def _warmth(self, columns: int, rows: int) -> Sequence[Line]:
        weeks = self._trend.weeks_begun
        starts = [week.start for week in weeks]
        level = [week.people for week in weeks]
        return columns_plot([week.warm for week in weeks], starts, columns, rows, level=level)

    def _who(self, columns: int, rows: int) -> Sequence[Line]:
        steps = [(str(step), count) for step, count in self._trend.steps.items()]
        fields = [(field or "no field", count) for field, count in self._trend.fields]
        most = max(count for _, count in (*steps, *fields))
        room = max(1, rows - len(steps) - 1)
        shown = fields if len(fields) <= room else fields[: room - 1]
        lines = rows_plot([*steps, *shown], columns, most)
        lines.insert(len(steps), [("", "")])
        if len(shown) < len(fields):
            lines.append([(f"and {len(fields) - len(shown)} more", "quiet")])
        return lines

    def _feeling(self, columns: int, rows: int) -> Sequence[Line]:
        weeks = self._trend.weeks_begun
        counts = [(str(feeling), self._trend.feelings[feeling - 1]) for feeling in range(FEELINGS, 0, -1)]
        lines = columns_plot(
            [week.feeling for week in weeks], [week.start for week in weeks], columns, rows - FEELINGS - 1, top=FEELINGS
        )
        return [*lines, [("", "")], *rows_plot(counts, columns)]

    def _lasting(self, columns: int, _rows: int) -> Sequence[Line]:
        moved = self._trend.movement
        lines: list[Line] = [[(f"{movement_words(moved)}.", "")], [("", "")]]
        titles = max((cells(RISKS[risk].title) for risk in self._risks), default=0)
        for risk, count in self._risks.items():
            mend = REMEDIES[risk]
            key = self._key(mend.binding)
            head: Line = [(f"{count:>{len(str(moved.people))}} ", "strong"), (pad(RISKS[risk].title, titles), "")]
            tail: Line = [(f"{key} ", "key"), (mend.does, "quiet")] if key else [(mend.does, "quiet")]
            lines.append([*head, ("  ", ""), *tail] if columns > 50 else head)
        if self._risks:
            lines += [[("", "")], [("Enter", "key"), (" names them, each with the key that mends it.", "quiet")]]
        return lines


def _full_pace(trend: Trend) -> int:
    """The pace of a week without extra days off."""
    return max(week.pace for week in trend.weeks)
