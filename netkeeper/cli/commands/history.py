"""netkeeper history."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Any

from netkeeper.cli.commands.undo import number
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.spec import JSON, Command, Option
from netkeeper.phrases.history import done_words
from netkeeper.store.history import with_undone_by
from netkeeper.system.local_time import moment_text

SHOWN = 20
"""The default number of changes."""


def run(session: Session, *, count: str | None, as_json: bool) -> None:
    """Show what was done."""
    most = SHOWN if count is None else number(count, "write how many to show: netkeeper history -n 50")
    changes = [
        {
            "seq": change.seq,
            "at": change.at,
            "what": done_words(change.what, change.message),
            "by": change.by or None,
            "undoes": change.undoes,
            "undoes_from": change.undoes_from,
            "taken_back": taken_back_by is not None,
        }
        for change, taken_back_by in islice(with_undone_by(session.network.past()), most)
    ]
    if as_json:
        session.out.json(changes)
    elif changes:
        session.out.table([_row(change, session.today) for change in changes])
    else:
        session.err.line("Nothing was done yet.")


def _row(change: dict[str, Any], today: date) -> list[Part]:
    when = moment_text(change["at"], today)
    mark = Styled("taken back", "dim") if change["taken_back"] else ""
    by = Styled(change["by"] or "", "dim")
    return [str(change["seq"]), Styled(when, "dim"), by, change["what"], mark]


COMMAND = Command(
    run,
    "Show what was done, newest first, each with the number that netkeeper undo takes.",
    (),
    (Option("--number", "count", f"How many; {SHOWN} unless you say.", "N", "-n"), JSON),
    (
        ("netkeeper history", "The latest changes."),
        ("netkeeper history -n 5", "The latest five."),
    ),
)
