"""Settings: the member's, stored with the network; theme, keys and reminders, stored on this machine."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup, VerticalScroll
from textual.events import DescendantBlur
from textual.widgets import Input

from netkeeper.actions.network.member import change_member
from netkeeper.config.settings import CALENDAR_FILE, THEME, key_path
from netkeeper.domain.errors import ConflictError, NetkeeperError
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import PARTS, YOU
from netkeeper.override import override
from netkeeper.tui.core.room_list import CurrentRoom
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.page_list import PageList
from netkeeper.tui.draw.toast import toast
from netkeeper.tui.forms.choice import Choice
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.keys.conflicts import check_key_change, usable_keys
from netkeeper.tui.keys.key_list import KeyList
from netkeeper.tui.keys.names import key_labels
from netkeeper.tui.keys.press_key import PressKey, with_key
from netkeeper.tui.keys.registry import BoundKey, all_bindings
from netkeeper.tui.rooms.member_form.entry import MemberEntry
from netkeeper.tui.rooms.member_form.form import MOVING, MemberForm
from netkeeper.tui.rooms.settings.pages import ABOUT, KEYS, LINES, PAGES, REMINDERS, THEMES
from netkeeper.tui.rooms.settings.reminder_lines import ReminderLines
from netkeeper.tui.rooms.settings.theme_list import ThemeList

_SHOWN = frozenset[str]().union(*LINES.values())
"""The words of the member's lines on all pages."""


class SettingsScreen(MemberForm):
    """Pages of settings, and the list of them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("save", "Save what is written about you, on every page"),
        *DIALOG_BINDINGS,
        *MOVING,
        Binding("left", "pages", "Pages", show=False, id="settings.pages", tooltip="Back to the list of pages"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__("Settings", session)
        self._pages = PageList(PAGES, id="pages")
        self._themes = ThemeList(id="themes")
        self._keys = KeyList(id="keys-list")
        self._reminders = ReminderLines(session.settings, id=f"page-{REMINDERS}", classes="page")
        self._worn = self.app.theme

    @classmethod
    def open_from(cls, room: CurrentRoom, _: frozenset[str], /) -> None:
        """Open as a screen over a room."""
        room.ask(cls(room.session))

    @override
    def fields(self) -> ComposeResult:
        """The list of pages, and every page, of which one is shown."""
        with HorizontalGroup(id="settings"):
            yield self._pages
            for key, names in LINES.items():
                with VerticalScroll(id=f"page-{key}", classes="page", can_focus=False):
                    yield Page(ABOUT[key], classes="about")
                    for name in names:
                        yield self.line(name)
            for key, content in ((THEMES, self._themes), (KEYS, self._keys)):
                with VerticalGroup(id=f"page-{key}", classes="page"):
                    yield content
                    yield Page(id=f"about-{key}", classes="about")
            yield self._reminders

    @override
    def on_mount(self) -> None:
        """Focus the list of pages."""
        self.set_focus(self._pages)
        self._show_page(YOU)

    # The pages

    @on(PageList.PageChosen)
    def _page_chosen(self, event: PageList.PageChosen) -> None:
        self._show_page(event.key)

    def _show_page(self, key: str) -> None:
        for page in self.query(".page"):
            page.display = page.id == f"page-{key}"
        if key == THEMES:
            self._show_themes()
        elif key == KEYS:
            self._show_keys()

    @override
    def show_line(self, name: str) -> None:
        """Show the page that a line is on."""
        self._pages.go_to(next(key for key, names in LINES.items() if name in names))
        self._show_page(self._pages.page)

    @on(PageList.PageOpened)
    def _into_the_page(self) -> None:
        """Focus the first field of the page."""
        page = self.query_one(f"#page-{self._pages.page}")
        first = next((each for each in page.query("*") if each.focusable), None)
        if first is not None:
            self.set_focus(first)

    def action_pages(self) -> None:
        """Back to the list of pages."""
        self.set_focus(self._pages)

    @override
    def changed(self) -> None:
        """Mark pages with unsaved edits."""
        super().changed()
        lines = self.entry.changed
        marked = {key for key, names in LINES.items() if not lines.isdisjoint(names)}
        self._pages.mark(marked | ({REMINDERS} if self._reminders.changes else set()))

    # The member

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable saving by Enter in the lists, where it does something else."""
        if action == "accept":
            return not isinstance(self.focused, PageList | ThemeList | KeyList)
        if action == "pages":
            return isinstance(self.focused, ThemeList | KeyList)
        return super().check_action(action, parameters)

    @override
    def keep(self, member: Member) -> str | None:
        """Save the member; a conflict with a change made elsewhere is an error the first time."""
        if member == self.base:
            return None
        network = self.session.network
        try:
            change_member(network, self.base, member)
        except ConflictError as error:
            now = network.member
            if clashes := self._catch_up_with(now):
                raise ConflictError(
                    f"Changed elsewhere meanwhile: {', '.join(clashes)}. Enter again keeps what stands here."
                ) from error
            change_member(network, now, self.entry.read(self.session.today()).member)
        return self.session.last_done

    def _catch_up_with(self, now: Member) -> list[str]:
        """Fill unedited lines with what was changed elsewhere.

        Returns:
            The lines that were edited on both sides, in words.
        """
        before, mine, theirs = MemberEntry.of(self.base).texts, self.entry, MemberEntry.of(now).texts
        for name in _SHOWN - mine.changed:
            self._fill(name, theirs[name])
        self.begin_from(now)
        clashing = [
            name for name in sorted(mine.changed) if theirs[name] not in (before[name], mine.texts[name].strip())
        ]
        return [f"{PARTS[name][1].label} is {theirs[name] or 'empty'} there" for name in clashing]

    def _fill(self, name: str, text: str) -> None:
        field = self.query_one(f"#{name}")
        if isinstance(field, Choice):
            field.show(text.split(",") if text else [])
        elif isinstance(field, PlainInput):
            with field.prevent(Input.Changed):
                field.value = text

    # Reminders

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was edited on any page."""
        return super().is_untouched and not self._reminders.changes

    @override
    def accept(self) -> None:
        """Save every page; where a line can't be parsed, focus it."""
        if self._reminders.problem():
            self._pages.go_to(REMINDERS)
            self._show_page(REMINDERS)
            self._reminders.show_problem()
        elif not self.entry.read(self.session.today()).problems and not self._keep_reminders():
            return
        else:
            super().accept()

    def _keep_reminders(self) -> bool:
        """Save the reminders; returns whether that worked."""
        for path, value in self._reminders.changes.items():
            if not self._change(path, value):
                return False
            if path == CALENDAR_FILE:
                now = f"{value} is kept current from now on." if value else "No calendar file is kept any more."
                toast(self.app, now)
        return True

    # The theme

    def _show_themes(self) -> None:
        themes, problems = self.session.themes.names()
        self._worn = self.app.theme
        self._themes.show(themes, self._worn)
        self.query_one(f"#about-{THEMES}", Page).show([[(problem, "quiet")] for problem in problems])

    @on(ThemeList.ThemeTried)
    def _try_on(self, event: ThemeList.ThemeTried) -> None:
        if self.focused is self._themes and self._themes.theme == event.name:
            self.session.preview(self.session.settings._replace(theme=event.name))

    @on(ThemeList.ThemeKept)
    def _keep_theme(self, event: ThemeList.ThemeKept) -> None:
        if self._change(THEME, event.name):
            self._show_themes()

    def _end_preview(self) -> None:
        """Apply the saved theme."""
        self.session.preview(self.session.settings)

    @override
    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Once the themes lose focus, the preview ends."""
        super().on_descendant_blur(event)
        if event.widget is self._themes:
            self._end_preview()

    # Keys

    def _show_keys(self) -> None:
        session = self.session
        self._keys.show(all_bindings(session.keymap))
        problems = [
            *session.settings_problems,
            *(each.says for each in usable_keys(session.settings.keys, type(self.app))[1]),
        ]
        self.query_one(f"#about-{KEYS}", Page).show([[(problem, "accent")] for problem in problems])

    @on(KeyList.KeyWanted)
    def _ask_for_key(self, event: KeyList.KeyWanted) -> None:
        bound = event.bound
        dialog = PressKey(bound.tooltip, key_labels(bound.keys), lambda key: self._refusal(bound, key))
        self.app.push_screen(dialog, partial(self._move_key, bound))

    def _refusal(self, bound: BoundKey, key: str) -> str:
        return check_key_change(self.session.settings.keys, bound.id, with_key(key, bound.default), type(self.app))

    def _move_key(self, bound: BoundKey, key: str | None) -> None:
        if key is not None and self._change(key_path(bound.id), with_key(key, bound.default)):
            self._show_keys()

    @on(KeyList.KeyReset)
    def _reset_key(self, event: KeyList.KeyReset) -> None:
        bound, moved = event.bound, self.session.settings.keys
        others = {name: keys for name, keys in moved.items() if name != bound.id}
        app = type(self.app)
        before = usable_keys(moved, app)[1]
        if new := [each.says for each in usable_keys(others, app)[1] if each not in before]:
            self.complain(new[0])
        elif self._change(key_path(bound.id), None):
            self._show_keys()

    # Settings of this machine

    def _change(self, path: tuple[str, ...], value: str | None) -> bool:
        """Change a setting of this machine; returns whether that worked, and shows the error."""
        try:
            self.session.change_setting(path, value)
        except NetkeeperError as error:
            self.complain(trouble_text(error))
            return False
        self.complain("")
        return True

    @override
    def action_leave(self) -> None:
        """End a preview; without one, leave."""
        if self.app.theme != self._worn and self.focused is self._themes:
            self._end_preview()
            self._show_themes()
        else:
            super().action_leave()
