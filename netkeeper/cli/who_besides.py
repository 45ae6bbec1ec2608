"""Whom else a log may have been about: two people side by side with nothing between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netkeeper.cli.arguments import text_run
from netkeeper.cli.output import Part
from netkeeper.cli.who import Taken
from netkeeper.domain.display import fit, pasteable, plain
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.who_ends import TOGETHER, beside
from netkeeper.store.network import Network

_MOST = 2


def meant_besides(network: Network, taken: Taken) -> list[Part]:
    """What to say of people whom the text behind the names may mean as well; nothing where it means nobody.

    Raises:
        InvalidValueError: Two names stand side by side and it can't be told whether the second is text.
    """
    if not taken.typed or not taken.rest:
        return []
    run = text_run(taken.rest)
    last = taken.contacts[-1]
    found = beside(taken.typed, (last.id, last.name), run, network.active_names())
    if found is None:
        return _unknown_besides(taken, run)
    names = [contact.name for contact in taken.contacts]
    if found.is_refused:
        typed, other = " ".join(taken.typed), found.typed
        raise InvalidValueError(
            f"Is “{_shown(other)}” a second person, or what happened? With a comma it is a person: "
            f"netkeeper log {_pasted([typed, other])} …; in quotation marks, it is text: "
            f'netkeeper log {_pasted([typed])} "{_shown(other)} …"'
        )
    others = [name for _, name in found.people[:_MOST]]
    whom = f"for {' or '.join(map(_shown, others))} too"
    return [_only(names), f"; {whom}: netkeeper undo, then netkeeper log {_pasted([*names, others[0]])} …"]


def _unknown_besides(taken: Taken, run: Sequence[str]) -> list[Part]:
    """What to say of somebody behind ``ja`` or ``and`` who is not known."""
    is_somebody = len(run) > 1 and run[0] in TOGETHER and run[1][:1].isupper() and run[1].isalpha()
    if not is_somebody:
        return []
    names = [contact.name for contact in taken.contacts]
    who = _shown(run[1])
    way = f"netkeeper undo, then netkeeper log --new {_pasted([*names, who])} …"
    return [_only(names), f"; nobody here is called {who}. If it is a person: {way}"]


def _only(names: Sequence[str]) -> str:
    return f"Only {' and '.join(map(_shown, names))} {'was' if len(names) == 1 else 'were'} logged"


def _pasted(names: Sequence[str]) -> str:
    """Names with commas between, as a shell takes them."""
    joined = ",".join(pasteable(name, 40).replace(",", "") for name in names)
    return f'"{joined}"' if re.search(r"[^\w,.@-]", joined) else joined


def _shown(name: str) -> str:
    return fit(plain(name), 40)
