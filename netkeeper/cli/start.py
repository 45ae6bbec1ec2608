"""From a command line to what it asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from netkeeper.cli import fast_parse as quick
from netkeeper.cli.app import OpenApp, day_to_open_on, need_terminal
from netkeeper.cli.context import Session
from netkeeper.cli.errors import guarded
from netkeeper.cli.spec import Call

COMPLETE_VARIABLE = "_NETKEEPER_COMPLETE"
"""Set by the shell's completion script; it holds what the shell wants."""


def start(args: Sequence[str], open_app: OpenApp) -> int:
    """Do what a command line asks for.

    Args:
        args: The command line without the program's name.
        open_app: Opens the app.

    Returns:
        The exit status: 0 done, 1 could not, 2 wrong usage, 130 interrupted.
    """
    _open_what_is_closed()
    if COMPLETE_VARIABLE in os.environ:
        from netkeeper.cli.shells import answer

        return answer(os.environ[COMPLETE_VARIABLE])
    return guarded(lambda: _carry_out(args, open_app))


def _open_what_is_closed() -> None:
    """Put nothing in place of streams that the shell has closed (``>&-``), where Python has None."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for as long as the process lives


def _carry_out(args: Sequence[str], open_app: OpenApp) -> None:
    call = quick.read(args) or _read_with_click(args)
    if call is None:
        return
    session = Session(call.data, open_app)
    if call.command is None:
        need_terminal()
        session.open_app(session.folder, day_to_open_on())
    else:
        try:
            call.command.run(session, **call.values)
        finally:
            session.end()


def _read_with_click(args: Sequence[str]) -> Call | None:
    from netkeeper.cli.click_parser import read

    _write_as_utf8_can()
    return read(args)


def _write_as_utf8_can() -> None:
    """Let click print help on a terminal that can't show every character."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
