"""Choosing the scheduler for the daily job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from netkeeper.domain.errors import NetkeeperError
from netkeeper.system.daily import cron, launchd, systemd, windows
from netkeeper.system.daily.plan import Job, Plan, Step
from netkeeper.system.machine import Machine


class Scheduler(NamedTuple):
    """A scheduler of the platform.

    Attributes:
        title: Its name for messages.
        is_there: Whether the machine has it.
        found: Whether the job is installed in it.
        install: Plans the installation; an empty plan if it is up to date.
        remove: Plans the removal.
    """

    title: str
    is_there: Callable[[Machine], bool]
    found: Callable[[Machine], bool]
    install: Callable[[Machine, Job], Plan]
    remove: Callable[[Machine], Plan]


_SYSTEMD = Scheduler(systemd.TITLE, systemd.is_there, systemd.found, systemd.install, systemd.remove)
_LAUNCHD = Scheduler(launchd.TITLE, launchd.is_there, launchd.found, launchd.install, launchd.remove)
_CRON = Scheduler(cron.TITLE, cron.is_there, cron.found, cron.install, cron.remove)
_WINDOWS = Scheduler(windows.TITLE, windows.is_there, windows.found, windows.install, windows.remove)


class ChosenPlan(NamedTuple):
    """A plan, and the name of its scheduler.

    Attributes:
        title: The scheduler's name.
        plan: The plan.
    """

    title: str
    plan: Plan


def _schedulers(machine: Machine) -> Sequence[Scheduler]:
    """The schedulers of a platform; those that catch up after the machine was off come first."""
    return {"darwin": (_LAUNCHD, _CRON), "win32": (_WINDOWS,)}.get(machine.platform, (_SYSTEMD, _CRON))


def _found_on(machine: Machine, *, but: Scheduler | None = None) -> tuple[list[Scheduler], NetkeeperError | None]:
    """The schedulers that have the job, and the error of one that could not be queried."""
    ways: list[Scheduler] = []
    problem = None
    for way in _schedulers(machine):
        try:
            if way is not but and way.found(machine):
                ways.append(way)
        except NetkeeperError as error:
            problem = error  # Such as a crontab that this user may not read, so that netkeeper can't have written it.
    return ways, problem


def plan_to_install(machine: Machine, job: Job) -> ChosenPlan:
    """Plan to install the job in the best scheduler, and remove it from the others.

    Raises:
        NetkeeperError: The machine has none.
    """
    way = next((way for way in _schedulers(machine) if way.is_there(machine)), None)
    if way is None:
        names = " or ".join(each.title for each in _schedulers(machine))
        raise NetkeeperError(
            f"Nothing here can start it every day: no {names} can be set up. "
            "netkeeper due --brief in the shell needs none."
        )
    others, _ = _found_on(machine, but=way)
    plans = [way.install(machine, job), *(other.remove(machine) for other in others)]
    return ChosenPlan(way.title, _joined(plans))


def plan_to_remove(machine: Machine) -> ChosenPlan | None:
    """Plan to remove the job from all schedulers; None if it is not installed.

    Raises:
        NetkeeperError: A scheduler could not be queried.
    """
    ways, problem = _found_on(machine)
    if not ways and problem is not None:
        raise problem
    if not ways:
        return None
    return ChosenPlan(" and ".join(way.title for way in ways), _joined([way.remove(machine) for way in ways]))


def _joined(plans: Sequence[Plan]) -> Plan:
    steps: list[Step] = [step for plan in plans for step in plan.steps]
    return Plan(steps, [path for plan in plans for path in plan.leftovers])
