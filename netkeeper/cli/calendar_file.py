"""Updating the calendar file after a command; loaded only where the settings name one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from netkeeper.actions.network.calendar_file import is_kept_for, keep_current, shows_in_calendar
from netkeeper.cli.errors import guarded
from netkeeper.config import places
from netkeeper.config.settings import load_settings
from netkeeper.domain.errors import NetkeeperError, StoreError
from netkeeper.store.journal import Transaction
from netkeeper.store.network import Network


def follow(network: Network, done: Sequence[Transaction | None]) -> None:
    """Write the calendar file anew, if the settings have one and the command's changes show in it.

    An error is printed and doesn't change the exit status.

    Args:
        done: The command's transactions; None for a change of unknown extent.
    """
    guarded(lambda: _follow(network, done))


def _follow(network: Network, done: Sequence[Transaction | None]) -> None:
    settings, problems = load_settings(places.config_folder())
    if not settings.calendar_file:
        if problems:
            raise StoreError(f"There is no calendar file to keep current: {problems[0]}")
        return
    if not is_kept_for(network.folder):
        return
    is_same = not any(each is None or shows_in_calendar(each.changes) for each in done)
    if is_same and os.path.exists(settings.calendar_path):
        return
    # The command's output is shown before the file is written, which may take a while.
    sys.stdout.flush()
    try:
        keep_current(network, settings)
    except NetkeeperError as error:
        raise StoreError(f"Done, but the calendar file is as it was: {error}") from error
