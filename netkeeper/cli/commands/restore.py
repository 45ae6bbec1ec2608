"""netkeeper restore."""

from __future__ import annotations

from netkeeper.actions.network.backups import bring_back
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Styled
from netkeeper.cli.spec import Argument, Command
from netkeeper.config import places
from netkeeper.store.journal import SHELL


def run(session: Session, *, name: str | None) -> None:
    """Bring a backup back."""
    if name is not None and not name.strip():
        raise WrongUsageError("Name a backup; netkeeper backup --list shows those there are.")
    chosen, can_undo = bring_back(session.folder, name, places.clock(), SHELL)
    session.note_done()
    kept = Styled("(the files that were damaged are kept in backups)", "dim")
    session.out.line("Brought back ", chosen, ". ", common_lines.undo_hint() if can_undo else kept)


COMMAND = Command(
    run,
    "Make the network what it was in a backup: the newest good one, unless you name another. What is there now is "
    "backed up first.",
    (
        Argument("name", "[NAME]", "A backup's name or its beginning; netkeeper backup --list shows them.",
                 required=False, completes="backup"),
    ),
    (),
    (
        ("netkeeper restore", "The newest good backup."),
        ("netkeeper restore 2026-11-2", "The one whose name begins so."),
    ),
)  # fmt: skip
