"""``export --keep-current``: turning the calendar file on."""

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
    """Write the calendar file, and save in the settings that it is to be kept current.

    Args:
        path: The file; None where ``-o`` was not given.
        format_name: The value of ``--format``; None where it was not given.
        as_what: ``todos`` or ``events``; None where it was not given.
        is_whole: Whether no filter was given.

    Raises:
        WrongUsageError: It isn't a calendar, or not of the whole of one's own network.
        NetkeeperError: It can't be written; the settings are unchanged then.
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
    # TODOS is the default.
    if as_what is not None and as_what != before.calendar_as:
        save_setting(folder, CALENDAR_AS, EVENTS if as_what == EVENTS else None)
    save_setting(folder, CALENDAR_FILE, file)
    where = location(config_path(folder))
    session.err.line(
        location(file), f" is written, and kept current from now on; the app's settings or {where} end that."
    )
