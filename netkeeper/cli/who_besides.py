"""Whom else a line may have been about: two people side by side with nothing between."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netkeeper.cli.arguments import text_run
from netkeeper.cli.output import Part
from netkeeper.cli.saying import told
from netkeeper.cli.who import Taken
from netkeeper.domain.display import fit, pasteable, plain
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.domain.who_ends import TOGETHER, beside
from netkeeper.store.network import Network

_MOST = 2


class Does(NamedTuple):
    """A command that names people and then says something in free text.

    Attributes:
        command: How it is called.
        text: What the text says.
        was: What was done with one person.
        were: What was done with several.
        can_add: Whether ``--new`` adds whoever is not known.
    """

    command: str
    text: str
    was: str
    were: str
    can_add: bool = False


LOG = Does("log", "what happened", "was logged", "were logged", can_add=True)
FOLLOWUP = Does("followup", "what was promised", "was promised it", "were promised it")


def meant_besides(network: Network, taken: Taken, does: Does = LOG) -> list[Part]:
    """What to say of people whom the text behind the names may mean as well; nothing where it means nobody.

    Args:
        network: Where the people are.
        taken: Whom the line names, and what follows.
        does: What the command does.

    Raises:
        InvalidValueError: Two names stand side by side and it can't be told whether the second is text.
    """
    if not taken.typed or not taken.rest:
        return []
    run = text_run(taken.rest)
    last = taken.contacts[-1]
    found = beside(taken.typed, (last.id, last.name), run, network.active_names())
    if found is None:
        return _unknown_besides(taken, run, does)
    names = [contact.name for contact in taken.contacts]
    if found.is_refused:
        typed, other = " ".join(taken.typed), found.typed
        raise InvalidValueError(
            f"Is “{_shown(other)}” a second person, or {does.text}? With a comma it is a person: "
            f"netkeeper {does.command} {_pasted([typed, other])} …; in quotation marks, it is text: "
            f'netkeeper {does.command} {_pasted([typed])} "{_shown(other)} …"'
        )
    others = [name for _, name in found.people[:_MOST]]
    whom = " or ".join(map(_shown, others))
    whom = f"“{_shown(found.typed)}” may also mean {whom}" if found.is_word else f"for {whom} too"
    way = f"netkeeper undo, then netkeeper {does.command} {_pasted([*names, others[0]])} …"
    return [_only(names, does), f"; {whom}: ", told(way)]


@contextlib.contextmanager
def unless_another(network: Network, taken: Taken, command: str) -> Iterator[None]:
    """Where what follows the names can't be read because it names another person, say so in place of the error.

    Raises:
        InvalidValueError: Somebody else stands behind the names; the message has the comma.
    """
    try:
        yield
    except NetkeeperError:
        last = taken.contacts[-1]
        found = beside(taken.typed, (last.id, last.name), text_run(taken.rest), network.active_names())
        if found is None:
            raise
        raise InvalidValueError(
            f"“{_shown(found.typed)}” looks like a second person; with a comma it is: "
            f"netkeeper {command} {_pasted([' '.join(taken.typed), found.typed])} …"
        ) from None


def _unknown_besides(taken: Taken, run: Sequence[str], does: Does) -> list[Part]:
    """What to say of somebody behind ``ja`` or ``and`` who is not known."""
    is_somebody = len(run) > 1 and run[0] in TOGETHER and run[1][:1].isupper() and run[1].isalpha()
    if not is_somebody:
        return []
    names = [contact.name for contact in taken.contacts]
    who = _shown(run[1])
    new = "log --new" if does.can_add else f"add {_pasted([who])} and netkeeper {does.command}"
    way = f"netkeeper undo, then netkeeper {new} {_pasted([*names, who])} …"
    return [_only(names, does), f"; nobody here is called {who}. If it is a person: ", told(way)]


def _only(names: Sequence[str], does: Does) -> str:
    return f"Only {' and '.join(map(_shown, names))} {does.was if len(names) == 1 else does.were}"


def _pasted(names: Sequence[str]) -> str:
    """Names with commas between, as a shell takes them."""
    joined = ",".join(pasteable(name, 40).replace(",", "") for name in names)
    return f'"{joined}"' if re.search(r"[^\w,.@-]", joined) else joined


def _shown(name: str) -> str:
    return fit(plain(name), 40)
