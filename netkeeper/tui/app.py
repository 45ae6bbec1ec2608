"""The app: it opens the network, wires the parts together, and closes in good order."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, InputEvent, Paste
from textual.filter import LineFilter
from textual.screen import Screen

from netkeeper.config import places
from netkeeper.config.program_name import with_program_name
from netkeeper.config.settings import Settings
from netkeeper.domain.errors import BusyError, NetkeeperError
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.store.journal import APP
from netkeeper.store.network import Network
from netkeeper.tui.control_filter import ControlFilter
from netkeeper.tui.core.room_list import BY_NAME, DESTINATIONS, TODAY, Destination, open_room
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.toast import shows_elsewhere_toast, toast, toast_from_elsewhere
from netkeeper.tui.style_sheets import FIRST_SHEETS, read_style_sheets
from netkeeper.tui.theme.theme import NO_COLOUR_RULES, ThemeApplier, adapted_filters
from netkeeper.tui.watch.calendar_writer import KEEP_EVERY_SECONDS, CalendarWriter
from netkeeper.tui.watch.holiday_watch import LOOK_EVERY_SECONDS as HOLIDAYS_EVERY_SECONDS
from netkeeper.tui.watch.holiday_watch import HolidayWatch
from netkeeper.tui.watch.network_watch import LOOK_EVERY_SECONDS, NetworkWatch
from netkeeper.tui.watch.retention_counter import COUNT_EVERY_SECONDS, RetentionCounter
from netkeeper.tui.watch.signals import go_on_after_stops, leave_on_signals

if TYPE_CHECKING:
    from netkeeper.tui.core.input_queue import InputQueue
    from netkeeper.tui.keys.keyboard import Keyboard
    from netkeeper.tui.watch.config_watch import ConfigWatch

WATCH_EVERY_SECONDS = 1.0
"""How often to look for changes of the settings; the first look comes as long after the first paint, which waits
for nothing of it."""

_OPENED_AFTER_SECONDS = 1.0
"""When the first paint is surely over."""


def _room_commands() -> type:
    from netkeeper.tui.command_palette import RoomCommands

    return RoomCommands


class NetkeeperApp(App[None]):
    """netkeeper on the whole terminal."""

    TITLE = "netkeeper"
    CSS_PATH = FIRST_SHEETS
    COMMANDS = App.COMMANDS | {_room_commands}
    DEFAULT_MODE = TODAY
    # The toolkit binds the first two by itself, but without names to move them by.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p",
            "app.command_palette",
            "commands",
            show=False,
            priority=True,
            id="room.commands",
            tooltip="Find a command or a person",
        ),
        Binding(
            "ctrl+o",
            "jump",
            "Jump",
            show=False,
            priority=True,
            id="app.jump",
            tooltip="Jump: a label on everything there is to go to",
        ),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit", tooltip="Leave, from anywhere"),
        Binding(
            "ctrl+z",
            "suspend_process",
            "Suspend",
            show=False,
            priority=True,
            id="app.suspend",
            tooltip="Back to the shell for a moment; fg comes back (not on Windows)",
        ),
    ]

    def __init__(
        self,
        network: Network,
        today: Callable[[], date] = places.today,
        config_folder: str | None = None,
        *,
        welcomes: bool = False,
    ) -> None:
        """Show a network.

        Args:
            network: The network.
            today: What tells the day; asked again and again, since it turns while the app is open.
            config_folder: Where this machine's settings are; None for where they are by themselves.
            welcomes: Whether it asks, on the first run, whose network it is.
        """
        rules = [*FIRST_SHEETS, NO_COLOUR_RULES] if "NO_COLOR" in os.environ else FIRST_SHEETS
        super().__init__(css_path=rules)
        config_folder = places.config_folder() if config_folder is None else config_folder
        self.session = session = Session(self, network, today, config_folder, self.apply, welcomes=welcomes)
        self.looks = ThemeApplier(self, session.themes, config_folder)
        self.looks.begin(session.settings.theme)
        if session.settings.keys:
            self.keyboard.begin(session.settings.keys)
        self.calendar = CalendarWriter(session, partial(toast, self, trouble=True))
        self._fence = ControlFilter()

    @override
    def get_default_screen(self) -> Screen[None]:
        """The room that the app opens on."""
        return open_room(BY_NAME[TODAY], self.session)

    def on_mount(self) -> None:
        """Keep up with the world."""
        for each in DESTINATIONS:
            if each.is_mode:
                self.add_mode(each.name, partial(self._open_room, each))
        complain = partial(toast, self, trouble=True)
        say, is_told = partial(toast_from_elsewhere, self), partial(shows_elsewhere_toast, self)
        lookout = NetworkWatch(self.session, say, complain, is_told)
        self.set_interval(LOOK_EVERY_SECONDS, lookout.look)
        self.set_interval(WATCH_EVERY_SECONDS, self._watch_settings)
        self.set_interval(KEEP_EVERY_SECONDS, self.calendar.look)
        self.set_interval(COUNT_EVERY_SECONDS, RetentionCounter(self.session).look)
        # The terminal forgot what was drawn while the shell had it.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if not self.is_headless:
            self.set_interval(HOLIDAYS_EVERY_SECONDS, HolidayWatch(self.session).look)
            leave_on_signals(self.exit)
            go_on_after_stops(self)
            self.set_timer(_OPENED_AFTER_SECONDS, partial(read_style_sheets, self.stylesheet))
            self.set_timer(_OPENED_AFTER_SECONDS, _collect_garbage_again)

    def _open_room(self, destination: Destination) -> Screen[None]:
        """Make the screen of a mode, which is styled as it is mounted."""
        room = open_room(destination, self.session)
        # The toolkit takes a screen that has no count yet for one from before another theme, and parses all rules twice.
        room._css_update_count = self._css_update_count
        return room

    @cached_property
    def keyboard(self) -> Keyboard:
        """Binds the keys; its code is loaded where any are moved, or after the first paint."""
        from netkeeper.tui.keys.keyboard import Keyboard

        return Keyboard(self, self.session)

    @cached_property
    def _config_watch(self) -> ConfigWatch:
        from netkeeper.tui.watch.config_watch import ConfigWatch

        return ConfigWatch(self.session, self.looks, self.keyboard, partial(toast, self, trouble=True))

    def _watch_settings(self) -> None:
        self._config_watch.look()

    def apply(self, settings: Settings) -> None:
        """Show the app in its theme, and have the keys where they were put."""
        self.looks.apply_theme(settings.theme)
        self.keyboard.bind(settings.keys)

    @override
    def get_line_filters(self) -> Sequence[LineFilter]:
        """The toolkit's filters, behind the fence."""
        return [self._fence, *adapted_filters(super().get_line_filters(), is_ansi=self.native_ansi_color)]

    @override
    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None of the toolkit's: each repeats a key or a command of netkeeper's, or writes files that nobody asked for."""
        return ()

    @cached_property
    def input(self) -> InputQueue:
        """Keeps keys and clicks in order; its code is loaded with the first of them."""
        from netkeeper.tui.core.input_queue import InputQueue

        return InputQueue(self, super().on_event)

    @override
    async def on_event(self, event: Event) -> None:
        """Take what a person does into the queue, which hands it on in its turn; all else as the toolkit does."""
        if isinstance(event, (InputEvent, Paste)) and not event.is_forwarded:
            self.input.put(event)
        else:
            await super().on_event(event)

    @override
    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Leave; what is pressed from now on finds no screen any more."""
        self.input.close()
        super().exit(*args, **kwargs)

    @override
    async def action_quit(self) -> None:
        """Leave; where something is half typed, as Escape does: by asking first."""
        leave = getattr(self.screen, "action_leave", None)
        if leave is None:
            await super().action_quit()
        else:
            leave()

    @override
    def action_suspend_process(self) -> None:
        """Go back to the shell until it says to go on; where there is no such thing (Windows), nothing."""
        if self._driver is not None and self._driver.can_suspend and hasattr(signal, "SIGTSTP"):
            # To all who were started together, as the terminal's own key does: a shell that started netkeeper
            # through something else waits for that.
            os.killpg(os.getpgrp(), signal.SIGTSTP)

    @override
    def action_command_palette(self) -> None:
        """Offer every command and everybody."""
        from netkeeper.tui.command_palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())  # With no id: the one before may still be closing.

    def action_jump(self) -> None:
        """Label everything there is to go to; once more, leave that."""
        from netkeeper.tui.keys.jump_screen import Jump

        if isinstance(self.screen, Jump):
            self.screen.action_leave()
        else:
            self.push_screen(Jump(self.screen), lambda target: target and target.go())

    def on_top_bar_commands_wanted(self) -> None:
        """Show every command there is."""
        self.action_command_palette()


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()


def run(folder: str, *, today: date | None = None) -> None:
    """Open the app on a network, until the person leaves.

    Args:
        folder: Where the network is; an empty one where there is none yet.
        today: The day to show; None for the calendar's, which turns at midnight.

    Raises:
        NetkeeperError: The network can't be opened; nothing was shown.
    """
    # The toolkit would rather believe these than the terminal it draws on.
    for size in ("COLUMNS", "LINES"):
        os.environ.pop(size, None)
    # What is made until the first paint stays; to look through it for garbage is a waste of time.
    gc.disable()
    network = Network(folder, clock=places.clock(), by=APP)
    tell = places.today if today is None else lambda: today
    app = NetkeeperApp(network, tell, welcomes=True)
    app.run()
    if problem := app.calendar.close():
        print(f"netkeeper: {plain(problem)}", file=sys.stderr)  # noqa: T201
    try:
        network.close()
    except BusyError:
        pass  # Another process is writing, and will tidy up; everything is saved already.
    except (NetkeeperError, OSError) as error:
        print(f"netkeeper: {plain(with_program_name(str(error)))} Nothing that was done is lost.", file=sys.stderr)  # noqa: T201
    if app.return_code:
        sys.exit(app.return_code)
