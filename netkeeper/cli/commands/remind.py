"""netkeeper remind."""

from __future__ import annotations

import sys

from netkeeper.actions.review.reminding import AT, daily_job, forget_reminding, remind
from netkeeper.cli.common_lines import command_hint
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Styled
from netkeeper.cli.spec import Command, Option
from netkeeper.config import places
from netkeeper.config.settings import load_settings
from netkeeper.domain.dates.time_of_day import parse_time
from netkeeper.domain.errors import NetkeeperError
from netkeeper.system.daily import Plan, plan_to_install, plan_to_remove
from netkeeper.system.machine import this_machine
from netkeeper.system.notifying import missing


def run(session: Session, *, again: bool, is_install: bool, at: str | None, is_remove: bool, is_sure: bool) -> None:
    """Show the notification, or set up or remove the daily one."""
    if is_install and is_remove:
        raise WrongUsageError("--install sets it up and --remove takes it away; say one of them.")
    if again and (is_install or is_remove):
        raise WrongUsageError("--again shows a notification now; it has no place beside --install and --remove.")
    if at is not None and not is_install:
        raise WrongUsageError("--at goes with --install: netkeeper remind --install --at 8:30")
    if is_sure and not (is_install or is_remove):
        raise WrongUsageError("--yes goes with --install or --remove: only they ask.")
    if is_install:
        _install(session, at, is_sure=is_sure)
    elif is_remove:
        _remove(session, is_sure=is_sure)
    else:
        _remind(session, again=again)


def _remind(session: Session, *, again: bool) -> None:
    settings = load_settings(places.config_folder())[0]
    text = remind(session.network, session.today, settings, this_machine(), again=again)
    if text is None:
        session.out.line("Reminded today already; --again does it once more.")
    elif not text:
        session.out.line("Nothing is due today, so there is nothing to remind of.")
    else:
        session.out.line("Reminded: ", text, ".")


def _install(session: Session, at: str | None, *, is_sure: bool) -> None:
    machine = this_machine()
    job = daily_job(parse_time(at) if at is not None else AT, session.named_folder)
    title, plan = plan_to_install(machine, job)
    if not plan.steps:
        session.out.line(f"It is set up already ({title}): every day at {job.at}.")
        return
    if problem := missing(machine):
        session.err.line(command_hint(problem, "yellow"))
    _ask(session, f"To be reminded every day at {job.at} ({title}):", plan, "Set it up?", is_sure=is_sure)
    plan.carry_out(machine)
    session.out.line(
        command_hint(f"Set up: a reminder every day at {job.at}. netkeeper remind --remove takes it away.")
    )


def _remove(session: Session, *, is_sure: bool) -> None:
    machine = this_machine()
    found = plan_to_remove(machine)
    if found is None:
        session.out.line("No daily reminder is set up.")
        return
    _ask(session, f"To be reminded no more ({found.title}):", found.plan, "Take it away?", is_sure=is_sure)
    found.plan.carry_out(machine)
    forget_reminding(session.folder)
    session.out.line("The daily reminder is gone.")


def _ask(session: Session, about: str, plan: Plan, question: str, *, is_sure: bool) -> None:
    """Print what is going to be set up, and ask for consent.

    Raises:
        WrongUsageError: There is nobody to ask.
        NetkeeperError: The answer is no.
    """
    if not is_sure and not sys.stdin.isatty():
        raise WrongUsageError("This asks before it changes anything; add --yes where nobody can answer.")
    session.err.line(Styled(about, "bold"))
    for line in plan.lines():
        session.err.line(f"  {line}")
    if is_sure:
        return
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise NetkeeperError("Nothing was changed.")


COMMAND = Command(
    run,
    "Show one notification on the desktop, once a day, of what the day holds; or have that done every day. It says "
    "how many, and not who, unless the settings allow it: a locked screen may show it.",
    (),
    (
        Option("--again", "again", "Though there was one today."),
        Option("--install", "is_install", "Have it done every day: by systemd, launchd or cron, whichever is here."),
        Option("--at", "at", f"When; {AT} unless you say.", "TIME"),
        Option("--remove", "is_remove", "Take away what --install set up."),
        Option("--yes", "is_sure", "Don't ask; for scripts."),
    ),
    (
        ("netkeeper remind", "A notification, if there is anything today."),
        ("netkeeper remind --install --at 8:30 --yes", "One every day; shows what it writes. Without --yes it asks."),
        ("netkeeper remind --remove --yes", "No more of them."),
    ),
)
