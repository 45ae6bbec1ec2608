"""netkeeper backup."""

from __future__ import annotations

import os
from datetime import date

from netkeeper.actions.network.backups import KnownBackup, back_up, known_backups
from netkeeper.cli.common_lines import command_hint
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.spec import JSON, Command, Option
from netkeeper.system.local_time import moment_text

_REASONS = {
    "day": "first change of a day",
    "asked": "asked for",
    "import": "before an import",
    "restore": "before a restore",
    "damaged": "damaged files, kept",
}


def run(session: Session, *, lists: bool, as_json: bool) -> None:
    """Make a backup, or list them."""
    if as_json and not lists:
        raise WrongUsageError("--json goes with --list: netkeeper backup --list --json")
    if not lists:
        made = back_up(session.network)
        back = command_hint(f"netkeeper restore {os.path.basename(made)} brings it back.")
        session.out.line("Backed up to ", made, ". ", back)
        return
    known = known_backups(session.folder)
    if as_json:
        session.out.json(
            [
                {"name": backup.name, "day": backup.day, "reason": backup.reason, "problem": backup.problem}
                for backup in known
            ]
        )
    elif known:
        rows: list[list[Part]] = [
            [
                backup.name,
                Styled(_made(backup, session.today), "dim"),
                _REASONS.get(backup.reason, backup.reason),
                Styled(backup.problem or "", "yellow"),
            ]
            for backup in known
        ]
        session.out.table(rows)
    else:
        session.err.line("There are no backups yet; the first change of a day makes one.")


def _made(backup: KnownBackup, today: date) -> str:
    """When it was made, in local time; its name has the time in UTC."""
    hour = backup.name[11:17]
    return moment_text(f"{backup.day}T{hour[:2]}:{hour[2:4]}:{hour[4:]}Z", today)


COMMAND = Command(
    run,
    "Make a backup now; it is kept until you remove it. netkeeper makes one by itself before the first change of a "
    "day, and before an import or a restore.",
    (),
    (Option("--list", "lists", "List the backups, newest first, each of them checked."), JSON),
    (
        ("netkeeper backup", "A copy of the network as it is."),
        ("netkeeper backup --list", "Which there are."),
    ),
)
