"""Asking on a terminal which email domains end with the academy."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.network.member import change_by
from netkeeper.cli.asking import can_ask, typed
from netkeeper.cli.context import Session
from netkeeper.cli.output import Styled
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.member.setting_texts import with_text
from netkeeper.domain.retention.academy_domains import Counted, suggested
from netkeeper.phrases.leaving import domain_words

_TRIES = 3


def ask_domains(session: Session) -> None:
    """Ask for the academy's email domains where graduation is known and they are not; offers those of the addresses.

    Nothing is asked where input or the question's output is no terminal.

    Raises:
        KeyboardInterrupt: No more lines come.
    """
    member = session.network.member
    if member.graduates_on is None or member.shared_domains or not can_ask():
        return
    offered = suggested(session.network.contacts())
    session.err.line("Which email addresses end when you graduate, the academy's and the team's?")
    for number, each in enumerate(offered, 1):
        session.err.line(Styled(f"  {number}  ", "bold"), domain_words(each))
    way = "Numbers, other domains" if offered else "Domains, with commas between"
    for _ in range(_TRIES):
        line = typed(f"{way}, or Enter to leave it: ")
        if not line:
            return
        try:
            text = _chosen(line, offered)
            change_by(session.network, lambda now, text=text: with_text("domains", text, now, session.today))  # type: ignore[misc]
        except NetkeeperError as error:
            session.err.line(str(error))
        else:
            return


def _chosen(line: str, offered: Sequence[Counted]) -> str:
    """What was typed, with the offered domains instead of their numbers."""
    words = line.replace(",", " ").split()
    return ", ".join(
        offered[int(word[:3]) - 1].domain
        if word.isascii() and word.isdigit() and 1 <= int(word[:3]) <= len(offered)
        else word
        for word in words
    )
