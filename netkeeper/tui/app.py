"""The app: opens the network, connects the parts, and closes everything."""

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
"""The interval of the checks for changed settings; the first comes as long after the first paint."""

_OPENED_AFTER_SECONDS = 1.0
"""When the first paint is over for sure."""


def _room_commands() -> type:
    from netkeeper.tui.command_palette import RoomCommands

    return RoomCommands


class NetkeeperApp(App[None]):
    """netkeeper on the whole terminal."""

    TITLE = "netkeeper"
    CSS_PATH = FIRST_SHEETS
    COMMANDS = App.COMMANDS | {_room_commands}
    DEFAULT_MODE = TODAY
    # The toolkit binds the palette and quit itself, but without ids, by which keys are moved.
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
        """Create the app for a network.

        Args:
            today: Returns the current day; called repeatedly, since it changes while the app is open.
            config_folder: The folder of this machine's settings; None for the default.
            welcomes: Whether the first run begins with a few questions.
        """
        rules = [*FIRST_SHEETS, NO_COLOUR_RULES] if "NO_COLOR" in os.environ else FIRST_SHEETS
        super().__init__(css_path=rules)
        config_folder = places.config_folder() if config_folder is None else config_folder
        self.session = session = Session(self, network, today, config_folder, self.apply, welcomes=welcomes)
        self.theme_applier = ThemeApplier(self, session.themes, config_folder)
        self.theme_applier.begin(session.settings.theme)
        if session.settings.keys:
            self.keyboard.begin(session.settings.keys)
        self.calendar = CalendarWriter(session, partial(toast, self, trouble=True))
        self._control_filter = ControlFilter()

    @override
    def get_default_screen(self) -> Screen[None]:
        """The room that the app opens with."""
        return open_room(BY_NAME[TODAY], self.session)

    def on_mount(self) -> None:
        """Register the modes and start the watchers."""
        for each in DESTINATIONS:
            if each.is_mode:
                self.add_mode(each.name, partial(self._open_room, each))
        complain = partial(toast, self, trouble=True)
        say, is_toast_shown = partial(toast_from_elsewhere, self), partial(shows_elsewhere_toast, self)
        network_watch = NetworkWatch(self.session, say, complain, is_toast_shown)
        self.set_interval(LOOK_EVERY_SECONDS, network_watch.look)
        self.set_interval(WATCH_EVERY_SECONDS, self._watch_settings)
        self.set_interval(KEEP_EVERY_SECONDS, self.calendar.look)
        self.set_interval(COUNT_EVERY_SECONDS, RetentionCounter(self.session).look)
        # While the app was suspended, the shell drew on the terminal.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if not self.is_headless:
            self.set_interval(HOLIDAYS_EVERY_SECONDS, HolidayWatch(self.session).look)
            leave_on_signals(self.exit)
            go_on_after_stops(self)
            self.set_timer(_OPENED_AFTER_SECONDS, partial(read_style_sheets, self.stylesheet))
            self.set_timer(_OPENED_AFTER_SECONDS, _collect_garbage_again)

    def _open_room(self, destination: Destination) -> Screen[None]:
        """Create the screen of a mode; it is styled when it is mounted."""
        room = open_room(destination, self.session)
        # Without this count the toolkit takes the screen for one styled with an older theme, and parses all rules again.
        room._css_update_count = self._css_update_count
        return room

    @cached_property
    def keyboard(self) -> Keyboard:
        """Binds moved keys; loaded only where there are any, or after the first paint."""
        from netkeeper.tui.keys.keyboard import Keyboard

        return Keyboard(self, self.session)

    @cached_property
    def _config_watch(self) -> ConfigWatch:
        from netkeeper.tui.watch.config_watch import ConfigWatch

        return ConfigWatch(self.session, self.theme_applier, self.keyboard, partial(toast, self, trouble=True))

    def _watch_settings(self) -> None:
        self._config_watch.look()

    def apply(self, settings: Settings) -> None:
        """Apply the theme and the moved keys of the settings."""
        self.theme_applier.apply_theme(settings.theme)
        self.keyboard.bind(settings.keys)

    @override
    def get_line_filters(self) -> Sequence[LineFilter]:
        """The control filter, then the toolkit's filters."""
        return [self._control_filter, *adapted_filters(super().get_line_filters(), is_ansi=self.native_ansi_color)]

    @override
    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None of the toolkit's: each repeats a key or command of netkeeper's, or writes files unasked."""
        return ()

    @cached_property
    def input(self) -> InputQueue:
        """The queue of keys and clicks; loaded with the first of them."""
        from netkeeper.tui.core.input_queue import InputQueue

        return InputQueue(self, super().on_event)

    @override
    async def on_event(self, event: Event) -> None:
        """Put keys, clicks and pastes into the input queue; handle all else as the toolkit does."""
        if isinstance(event, (InputEvent, Paste)) and not event.is_forwarded:
            self.input.put(event)
        else:
            await super().on_event(event)

    @override
    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Exit, and ignore all further input."""
        self.input.close()
        super().exit(*args, **kwargs)

    @override
    async def action_quit(self) -> None:
        """Exit; a dialog with unsaved input asks first, as Escape does."""
        leave = getattr(self.screen, "action_leave", None)
        if leave is None:
            await super().action_quit()
        else:
            leave()

    @override
    def action_suspend_process(self) -> None:
        """Stop the process, as Ctrl+Z in a shell; does nothing where that doesn't exist (Windows)."""
        if self._driver is not None and self._driver.can_suspend and hasattr(signal, "SIGTSTP"):
            # To the whole process group, as the terminal does: a shell that started netkeeper through another
            # process waits for that one.
            os.killpg(os.getpgrp(), signal.SIGTSTP)

    @override
    def action_command_palette(self) -> None:
        """Open the palette of commands and people."""
        from netkeeper.tui.command_palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())  # Without an id: the one before may still be closing.

    def action_jump(self) -> None:
        """Start jump mode, or leave it."""
        from netkeeper.tui.keys.jump_screen import Jump

        if isinstance(self.screen, Jump):
            self.screen.action_leave()
        else:
            self.push_screen(Jump(self.screen), lambda target: target and target.go())

    def on_top_bar_commands_wanted(self) -> None:
        """Open the command palette."""
        self.action_command_palette()


def _collect_garbage_again() -> None:
    gc.freeze()
    gc.enable()


def run(folder: str, *, today: date | None = None) -> None:
    """Run the app until the person leaves.

    Args:
        folder: The network's folder; a folder without one starts empty.
        today: A fixed day; None for the calendar's.

    Raises:
        NetkeeperError: The network can't be opened; nothing was shown.
    """
    # The toolkit prefers these variables to the size of its terminal.
    for size in ("COLUMNS", "LINES"):
        os.environ.pop(size, None)
    # Objects created before the first paint live on; collecting garbage among them is wasted time.
    gc.disable()
    network = Network(folder, clock=places.clock(), by=APP)
    current_day = places.today if today is None else lambda: today
    app = NetkeeperApp(network, current_day, welcomes=True)
    app.run()
    if problem := app.calendar.close():
        print(f"netkeeper: {plain(problem)}", file=sys.stderr)  # noqa: T201
    try:
        network.close()
    except BusyError:
        pass  # Another process is writing and will compact the files; everything is saved already.
    except (NetkeeperError, OSError) as error:
        print(f"netkeeper: {plain(with_program_name(str(error)))} Nothing that was done is lost.", file=sys.stderr)  # noqa: T201
    if app.return_code:
        sys.exit(app.return_code)
