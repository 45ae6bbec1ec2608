"""The pages of the settings: titles, lines, and a text about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netkeeper.domain.member.settings import DAYS_OFF, PARTS, REVIEW, YOU
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page_list import PageName

THEMES, REMINDERS, KEYS = "theme", "reminders", "keys"

PAGES = (
    PageName(YOU, "You"),
    PageName(REVIEW, "Review"),
    PageName(DAYS_OFF, "Days off"),
    PageName(THEMES, "Theme"),
    PageName(REMINDERS, "Reminders"),
    PageName(KEYS, "Keys"),
)

LINES: Mapping[str, Sequence[str]] = {
    page: [word for word, (_, part) in PARTS.items() if part.page == page] for page in (YOU, REVIEW, DAYS_OFF)
}
"""The words of the member's lines, by page."""

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
