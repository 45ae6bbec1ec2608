"""The pages of the settings: what they are called, which lines are on them, and a word about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netkeeper.domain.ladder import Step
from netkeeper.tui.lines import Line
from netkeeper.tui.member_entry import (
    DATES,
    DOMAINS,
    FIELDS,
    GRADUATION,
    HOLIDAYS,
    NAME,
    PACE,
    PACE_CEILING,
    PACE_FLOOR,
    REGION,
    TEAM,
    WEEKDAYS,
)
from netkeeper.tui.widgets.page_list import PageName

YOU, REVIEW, DAYS_OFF, THEMES, REMINDERS, KEYS = "you", "review", "days-off", "theme", "reminders", "keys"

PAGES = (
    PageName(YOU, "You"),
    PageName(REVIEW, "Review"),
    PageName(DAYS_OFF, "Days off"),
    PageName(THEMES, "Theme"),
    PageName(REMINDERS, "Reminders"),
    PageName(KEYS, "Keys"),
)

LINES: Mapping[str, Sequence[str]] = {
    YOU: (NAME, TEAM, GRADUATION, FIELDS, DOMAINS, REGION),
    REVIEW: (PACE, PACE_FLOOR, PACE_CEILING, *Step),
    DAYS_OFF: (WEEKDAYS, DATES, HOLIDAYS),
}
"""The lines of the pages that are about the member."""

ABOUT: Mapping[str, Sequence[Line]] = {
    YOU: [[("Whose network this is. Your fields count where somebody new is suggested.", "quiet")]],
    REVIEW: [
        [
            ("How many people a day there is room for: it finds its own way between the least and the most. ", "quiet"),
            ("Then how often to be in touch with those who have no ", "quiet"),
            ("cadence of their own: 2w, 45d, 3m, none.", "quiet"),
        ],
    ],
    DAYS_OFF: [[("Then only what you promised comes up; everybody else waits.", "quiet")]],
}
