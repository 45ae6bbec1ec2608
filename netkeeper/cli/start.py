"""Running a command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from netkeeper.cli import fast_parse
from netkeeper.cli.app import OpenApp, day_to_open_on, need_terminal
from netkeeper.cli.context import Session
from netkeeper.cli.errors import guarded
from netkeeper.cli.spec import Call

COMPLETE_VARIABLE = "_NETKEEPER_COMPLETE"
"""Set by the shell's completion script to the kind of request."""


def start(args: Sequence[str], open_app: OpenApp) -> int:
    """Run a command line, given without the program's name.

    Returns:
        The exit status: 0 done, 1 could not, 2 wrong usage, 130 interrupted.
    """
    _open_closed_streams()
    if COMPLETE_VARIABLE in os.environ:
        from netkeeper.cli.shells import answer

        return answer(os.environ[COMPLETE_VARIABLE])
    return guarded(lambda: _carry_out(args, open_app))


def _open_closed_streams() -> None:
    """Open the null device for standard streams that the shell has closed (``>&-``)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for as long as the process lives


def _carry_out(args: Sequence[str], open_app: OpenApp) -> None:
    call = fast_parse.read(args) or _read_with_click(args)
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

    _replace_unencodable()
    return read(args)


def _replace_unencodable() -> None:
    """Let click print help on a terminal that can't encode every character."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
