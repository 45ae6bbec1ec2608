"""netkeeper undo."""

from __future__ import annotations

from netkeeper.actions.network.undo import undo
from netkeeper.cli.common_lines import command_hint
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.spec import Argument, Command
from netkeeper.domain.text.display import quoted


def run(session: Session, *, seq: str | None) -> None:
    """Take back what was done."""
    network = session.network
    undone = undo(network, None if seq is None else number(seq, "netkeeper history shows the numbers"))
    again = command_hint(f"(netkeeper undo {network.storage.seq} brings it again)", "dim")
    session.out.line("Took back: ", undone.what, ". ", again)


def number(typed: str, hint: str) -> int:
    """A whole number above 0.

    Raises:
        WrongUsageError: It is none.
    """
    if not (typed.isascii() and typed.isdigit() and len(typed) < 16 and int(typed)):
        raise WrongUsageError(f"{quoted(typed)} is no number; {hint}.")
    return int(typed)


COMMAND = Command(
    run,
    "Take back the last thing done, or one thing by its number in netkeeper history. Repeated, it goes further back. "
    "It is refused where a later change touched the same, and says which.",
    (Argument("seq", "[NUMBER]", "What to take back; the last thing, unless it is there.", required=False),),
    (),
    (
        ("netkeeper undo", "The last thing done, whenever that was."),
        ("netkeeper undo 1", "The first thing ever done here."),
    ),
)
