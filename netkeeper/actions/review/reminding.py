"""The daily notification while netkeeper is closed, and the job that starts it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date

from netkeeper.actions.review.review import review
from netkeeper.config import places
from netkeeper.config.settings import NAMES, Settings
from netkeeper.domain.dates.time_of_day import TimeOfDay
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.review.plan import Review
from netkeeper.domain.text.display import fit, plain
from netkeeper.phrases.brief import brief
from netkeeper.store.network import Network
from netkeeper.system.daily import Job
from netkeeper.system.files import read_bytes, replace_file
from netkeeper.system.machine import Machine
from netkeeper.system.notifying import notify

STAMP_NAME = ".reminded"
"""The file in the network's folder with the day (ISO) of the last reminder."""

AT = TimeOfDay(9, 0)
"""The default time of the daily reminder."""

_TITLE = "netkeeper"
_NAMED = 3
_NAME_COLUMNS = 30
_PROGRAMS = ("netkeeper", "nk")


def remind(network: Network, today: date, settings: Settings, machine: Machine, *, again: bool = False) -> str | None:
    """Show a notification of the day's review, once a day.

    Args:
        settings: Say whether the notification has names.
        again: Whether to show it even if one was shown today.

    Returns:
        The text; empty where there is nothing to remind of, None where a notification was shown today already.

    Raises:
        NetkeeperError: It can't be shown; nothing was noted.
    """
    plan = review(network, today)
    if not plan.count:
        return ""
    stamp = os.path.join(network.folder, STAMP_NAME)
    if not again and read_bytes(stamp) == _mark(today):
        return None
    text = notification_text(plan, settings)
    notify(machine, _TITLE, text)
    replace_file(stamp, _mark(today))
    return text


def forget_reminding(folder: str) -> None:
    """Remove the file with the day of the last reminder."""
    try:
        os.unlink(os.path.join(folder, STAMP_NAME))
    except OSError:
        return  # It isn't there; or it stays, and does no harm.


def notification_text(plan: Review, settings: Settings) -> str:
    """A notification's text: counts, with names only where the settings allow it, for a locked screen may show it."""
    if settings.remind_says != NAMES:
        return brief(plan)
    sections = (plan.promises, plan.keep_in_touch, plan.stretch, plan.occasions)
    names = list(dict.fromkeys(line.name for section in sections for line in section))
    shown = [fit(plain(name), _NAME_COLUMNS) for name in names[:_NAMED]]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{brief(plan)}: {', '.join(shown)}{more}"


def daily_job(at: TimeOfDay, named_folder: str | None) -> Job:
    """The daily job, which finds the same network and settings as this process.

    Args:
        named_folder: The network's folder, where the command line names it.

    Raises:
        NetkeeperError: A path holds a character that a job's definition can't.
    """
    named = named_folder or os.environ.get(places.DATA_VARIABLE)
    data = ["--data", places.data_folder(named)] if named else []
    environment: Mapping[str, str] = (
        {places.CONFIG_VARIABLE: places.config_folder()} if os.environ.get(places.CONFIG_VARIABLE) else {}
    )
    job = Job((*_program(), *data, "remind"), environment, at)
    for text in (*job.command, *environment.values()):
        if not text.isprintable():
            raise NetkeeperError(f"{fit(plain(text), 60)} holds characters that no daily job can be told; rename it.")
    return job


def _program() -> list[str]:
    """The absolute path of the program that was started; else Python, importing the installed package only."""
    called = os.path.abspath(sys.argv[0])
    if os.path.splitext(os.path.basename(called))[0] in _PROGRAMS and os.access(called, os.X_OK):
        return [called]
    return [sys.executable, "-P", "-m", "netkeeper"]


def _mark(day: date) -> bytes:
    return f"{day.isoformat()}\n".encode()
