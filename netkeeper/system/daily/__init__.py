"""Installing a daily job in the machine's scheduler: systemd, launchd, cron or Windows' tasks."""

from netkeeper.system.daily.choosing import ChosenPlan, plan_to_install, plan_to_remove
from netkeeper.system.daily.plan import Job, Plan

__all__ = ["ChosenPlan", "Job", "Plan", "plan_to_install", "plan_to_remove"]
