"""The text of an error as the app shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netkeeper.config.program_name import with_program_name
from netkeeper.domain.errors import in_app

if TYPE_CHECKING:
    from netkeeper.domain.errors import NetkeeperError


def trouble_text(error: NetkeeperError) -> str:
    """An error's message for the app; a shell command in it is written so that it works in any folder."""
    return with_program_name(in_app(error), anywhere=True)
