"""How the app puts what could not be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netkeeper.config.program_name import with_program_name
from netkeeper.domain.errors import in_app

if TYPE_CHECKING:
    from netkeeper.domain.errors import NetkeeperError


def trouble_text(error: NetkeeperError) -> str:
    """What an error says in the app; where only a shell helps, with its command as it is typed anywhere here."""
    return with_program_name(in_app(error), anywhere=True)
