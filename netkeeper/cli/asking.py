"""Asking the user to choose, on a terminal; without one, the error that led to the question is raised."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from netkeeper.cli.context import Session
from netkeeper.cli.errors import NobodyChosenError
from netkeeper.cli.output import Part, Styled
from netkeeper.domain.errors import AmbiguousPersonError, NetkeeperError, UnknownPersonError
from netkeeper.domain.language.naming import ambiguous, short_ids
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.fold import as_compared
from netkeeper.store.network import Network

MOST = 9
"""The most answers to choose from."""

YES = frozenset({"y", "yes", "k", "kyllä", "kylla", "j", "joo", "ja"})
NO = frozenset({"n", "no", "e", "ei", "nej", "nein"})
"""Answers in the languages of those who are likely to be asked."""

NOTHING_CHANGED = "Stopped; nothing was changed."

_TRIES = 3
_NONE = NO | {"", "q"}


def can_ask() -> bool:
    """Whether input and the question's output are a terminal."""
    try:
        return sys.stdin.isatty() and sys.stderr.isatty()
    except ValueError:
        return False


def typed(question: str) -> str:
    """The line that is typed behind a question, without its end.

    Raises:
        KeyboardInterrupt: No more lines come (Ctrl+D), or it was interrupted (Ctrl+C).
    """
    sys.stderr.write(question)
    sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        line = ""
    if not line:
        sys.stderr.write("\n")
        raise KeyboardInterrupt(NOTHING_CHANGED)
    return line.strip()


def pick(session: Session, question: Sequence[Part], answers: Sequence[Sequence[Part]], *, has_nearest: bool) -> int:
    """Ask which of some answers is meant, and return its index.

    Args:
        has_nearest: Whether ``y`` means the first.

    Raises:
        NobodyChosenError: None was chosen.
    """
    session.err.line(*question)
    for number, answer in enumerate(answers, 1):
        session.err.line(Styled(f"  {number}  ", "bold"), *answer)
    way = "A number, y for the first" if has_nearest else "A number"
    for _ in range(_TRIES):
        sys.stderr.write(f"{way}, or Enter to leave it: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            sys.stderr.write("\n")
        choice = line.strip().casefold()
        if has_nearest and choice in YES:
            return 0
        if choice in _NONE:
            break
        if choice.isascii() and choice.isdigit() and 1 <= int(choice[:3]) <= len(answers):
            return int(choice[:3]) - 1
    raise NobodyChosenError


def ask_who(session: Session, error: AmbiguousPersonError | UnknownPersonError) -> str:
    """Ask which contact is meant by a name that fits several or none, and return its id.

    Raises:
        NetkeeperError: Nobody can be asked, there is none to choose from, or none was chosen.
    """
    is_unknown = isinstance(error, UnknownPersonError)
    ids = error.nearest_ids if isinstance(error, UnknownPersonError) else error.fitting_ids
    network = session.network
    if not ids or not can_ask():
        raise error if is_unknown else _of_namesakes(network, error)
    short = short_ids(contact_id for contact_id, _ in network.names())
    answers: list[list[Part]] = []
    for contact_id in ids[:MOST]:
        contact = network.contact(contact_id)
        about = _about(contact)
        answers.append(
            [contact.name, Styled(f"  {about}" if about else "", "dim"), Styled(f"  {short[contact_id]}", "dim")]
        )
    many = f"; the first {MOST} of them" if len(ids) > MOST else ""
    question = (
        ["No one fits “", error.who, "”. Nearest:"]
        if is_unknown
        else ["“", error.who, f"” fits {len(ids)} people{many}:"]
    )
    try:
        return ids[pick(session, question, answers, has_nearest=is_unknown)]
    except NobodyChosenError:
        raise NobodyChosenError(error.who if is_unknown else "") from None


def _of_namesakes(network: Network, error: AmbiguousPersonError | UnknownPersonError) -> NetkeeperError:
    """The error about several that fit, which tells contacts of the same name apart."""
    assert isinstance(error, AmbiguousPersonError)
    found = [(contact_id, network.contact(contact_id).name) for contact_id in error.fitting_ids]
    names = Counter(as_compared(name) for _, name in found)
    alike = [contact_id for contact_id, name in found if names[as_compared(name)] > 1]
    if not alike:
        return error
    about = {contact_id: _about(network.contact(contact_id)) for contact_id in alike}
    return ambiguous(error.who, found, network.names(), about)


def _about(contact: Contact) -> str:
    """What distinguishes a contact from others of the same name: title and organization, else an address or number."""
    ways = [each.value for each in (*contact.emails[:1], *contact.phones[:1])]
    return ", ".join(filter(None, (contact.title, contact.organization))) or "".join(ways[:1])
