"""Beginning to keep a calendar file current: ``export --keep-current``."""

from __future__ import annotations

import os

from netkeeper.actions.network.calendar_file import is_kept_for, keep_current
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.config import places
from netkeeper.config.files import location
from netkeeper.config.settings import (
    CALENDAR_AS,
    CALENDAR_ENDING,
    CALENDAR_FILE,
    EVENTS,
    Settings,
    calendar_file_problem,
    config_path,
    load_settings,
    save_setting,
)


def begin(session: Session, path: str | None, format_name: str | None, as_what: str | None, *, is_whole: bool) -> None:
    """Write the calendar file, and note in the settings that it is to be kept current.

    Args:
        session: What the command works with.
        path: The file; None where it wasn't named.
        format_name: The format that was named, if one was.
        as_what: What promises are to become, if that was said.
        is_whole: Whether nothing was said of whom to leave out.

    Raises:
        WrongUsageError: It isn't a calendar, or not of the whole of one's own network.
        NetkeeperError: It can't be written; nothing is kept current then.
    """
    if path is None:
        raise WrongUsageError("--keep-current needs a file: netkeeper export -o ~/netkeeper.ics --keep-current")
    file = os.path.abspath(os.path.expanduser(path))
    if calendar_file_problem(file) or format_name not in (None, CALENDAR_ENDING[1:]):
        raise WrongUsageError(f"--keep-current is for a calendar, whose name ends in {CALENDAR_ENDING}.")
    if not is_whole:
        raise WrongUsageError("--keep-current keeps all your promises and birthdays current; leave the filter out.")
    if not is_kept_for(session.folder):
        raise WrongUsageError("--keep-current is for your own network; leave --data out, or set NETKEEPER_DATA.")
    folder = places.config_folder()
    before = load_settings(folder)[0]
    keep_current(session.network, Settings(calendar_file=file, calendar_as=as_what or before.calendar_as))
    # TODOS is what goes without saying.
    if as_what is not None and as_what != before.calendar_as:
        save_setting(folder, CALENDAR_AS, EVENTS if as_what == EVENTS else None)
    save_setting(folder, CALENDAR_FILE, file)
    where = location(config_path(folder))
    session.err.line(
        location(file), f" is written, and kept current from now on; the app's settings or {where} end that."
    )
