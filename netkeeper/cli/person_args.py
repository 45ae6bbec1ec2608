"""The contacts that a command line names: where WHO ends, and asking where it fits several or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from netkeeper.actions.people import people as people_actions
from netkeeper.cli.arguments import as_typed, between, cut_at_commas, is_plain, plain_run, take_off, unknown_count
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.name_matches import in_archive, likeliest_first, take_own_words
from netkeeper.domain.errors import AmbiguousPersonError, UnknownPersonError
from netkeeper.domain.language.contact_words import ContactChanges
from netkeeper.domain.language.name_end import (
    CONJUNCTIONS,
    NameEnd,
    looks_like_another,
    name_beside,
    name_end,
)
from netkeeper.domain.language.naming import ambiguous, several_names
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import pasteable, plain, quoted
from netkeeper.domain.text.fold import fold
from netkeeper.store.network import Network


class Taken(NamedTuple):
    """The contacts that a line names.

    Attributes:
        contacts: The contacts, without repetition.
        rest: The arguments after the names.
        typed: The arguments that named the last contact; empty where what follows can't be read as another name.
        new_names: The names, as typed, of contacts to be added.
    """

    contacts: list[Contact]
    rest: tuple[str, ...]
    typed: tuple[str, ...] = ()
    new_names: tuple[str, ...] = ()


def one(session: Session, who: str, behind: Sequence[str] = ()) -> Contact:
    """The one contact that a text names; on a terminal the user is asked where it names several or none.

    Args:
        behind: The words after it, which may hold the rest of a misspelled name.

    Raises:
        NetkeeperError: It names none or several, and nobody chose one.
    """
    try:
        return people_actions.find(session.network, who)
    except (AmbiguousPersonError, UnknownPersonError) as error:
        from netkeeper.cli.asking import ask_who
        from netkeeper.cli.unknown_names import by_what_follows

        if isinstance(error, UnknownPersonError):
            error = by_what_follows(error, behind, session.network)
        return session.network.contact(ask_who(session, error))


def everyone(session: Session, words: Sequence[str]) -> list[Contact]:
    """The contacts that arguments name which have names alone, with commas, ``ja``, ``and`` or ``&``; as :func:`one`."""
    found: list[Contact] = []
    who = " ".join(words)
    for name in several_names(who, session.network.names() if "," in who else ()):
        found += _together(session, name)
    return _each_once(found)


def only(contacts: Sequence[Contact], command: str, rest: str = "") -> Contact:
    """The contact of a command that takes a single one.

    Args:
        command: The command's name.
        rest: The rest of its line after the name, for the message.

    Raises:
        WrongUsageError: Several were named.
    """
    if len(contacts) > 1:
        lines = ", then ".join(f'netkeeper {command} "{pasteable(contact.name)}"{rest}' for contact in contacts[:2])
        raise WrongUsageError(f"One person at a time: {lines}")
    return contacts[0]


def _together(session: Session, name: str) -> list[Contact]:
    """The contacts that a text without commas names."""
    found = people_actions.named_by(session.network, name)
    if len(found) == 1:
        return [session.network.contact(found[0][0])]
    pieces = between(name)
    if len(pieces) > 1:
        return [one(session, piece) for piece in pieces]
    if _are_several(session.network, name.split()):
        commas = plain(",".join(name.split()))
        raise UnknownPersonError(
            f"No one fits {quoted(name)}; several people stand with commas between: {commas}", name
        )
    return [one(session, name)]


def _are_several(network: Network, words: Sequence[str]) -> bool:
    """Whether each of the words by itself names another contact."""
    found = [people_actions.named_by(network, word) for word in words]
    ids = {people[0][0] for people in found if len(people) == 1}
    return len(ids) == len(words) > 1


def with_via(session: Session, changes: ContactChanges) -> ContactChanges:
    """The same changes, with the contact's id in place of the name in ``via``; as :func:`one`."""
    return changes._replace(via=one(session, changes.via).id) if changes.via else changes


def take_all(session: Session, first: str, words: Sequence[str], *, leave: int = 0) -> Taken:
    """Find the contacts that the first argument and those after it name: ``Anna,`` ``Pekka``, ``Salo``, ``coffee``.

    Args:
        first: The first argument; a whole line where it is the only one.
        words: The other arguments.
        leave: How many of these at the end can't belong to a name.

    Raises:
        NetkeeperError: A name fits none or several, and nobody chose one.
    """
    network = session.network
    queue = list(as_typed(network, first, words))
    contacts: list[Contact] = []
    typed: list[str] = []
    while True:
        arg = queue.pop(0)
        *before, last = cut_at_commas(arg, network)
        if before and queue and fold(last.strip()) in CONJUNCTIONS:
            last = ""
        try:
            for name in filter(str.strip, before):
                contacts += _together(session, name.strip())
            ends_with_comma = not last.strip()
            if not ends_with_comma:
                found, ends_with_comma, typed = _next_of_several(session, last.strip(), queue, leave)
                contacts += found
            elif not contacts:
                contacts.append(one(session, arg))
        except UnknownPersonError as error:
            if not contacts:
                raise
            hint = f"{error}; if it is what happened, leave out the comma before it"
            raise UnknownPersonError(hint, error.who) from None
        has_more = len(queue) > leave and is_plain(queue[0])
        if has_more and queue[0].startswith(","):
            queue[0], ends_with_comma = queue[0].lstrip(","), True
            if not queue[0]:
                queue.pop(0)
                has_more = len(queue) > leave and is_plain(queue[0])
        if not (ends_with_comma and has_more):
            break
        if len(queue) > leave + 1 and fold(queue[0]) in CONJUNCTIONS and is_plain(queue[1]):
            # After a comma, the word for "and" adds nothing: Liisa, Pekka, ja Markku.
            queue.pop(0)
    is_quoted = " " in last.strip()
    like_text = bool(typed) and not is_quoted and typed[0][:1].isupper()
    by_id = bool(typed) and typed[0].isdecimal()
    taken, also = _and_others(session, queue, leave, like_text=like_text, by_id=by_id)
    return Taken(_each_once([*contacts, *taken]), tuple(queue), tuple(also or ([] if ends_with_comma else typed)))


def _next_of_several(
    session: Session, last: str, queue: list[str], leave: int
) -> tuple[list[Contact], bool, list[str]]:
    """The contact of a name that begins with an argument (all contacts of a quoted one), whether a comma follows, and the words."""
    if " " in last:
        # It was quoted, so it has names alone.
        found = _together(session, last)
        return found, False, last.split() if len(found) == 1 else between(last)[-1].split()
    before = list(queue)
    contact, ends_with_comma = _next(session, last, queue, leave)
    return [contact], ends_with_comma, [last, *before[: len(before) - len(queue)]]


def _and_others(
    session: Session, queue: list[str], leave: int, *, like_text: bool, by_id: bool
) -> tuple[list[Contact], list[str]]:
    """The contacts named after ``ja``, ``and`` or ``&``, by whole words; and how the last was typed."""
    found: list[Contact] = []
    typed: list[str] = []
    while len(queue) - leave > 1 and fold(queue[0]) in CONJUNCTIONS:
        if named := _quoted(session, queue[1]):
            found, typed = [*found, *named], between(queue[1].strip(" ,").rpartition(",")[2])[-1].split()
            del queue[:2]
            continue
        run, _ = plain_run(queue[1 : len(queue) - leave])
        end = None
        for people in people_actions.pools(session.network):
            end = name_beside([word.rstrip(",") for word in run], like_text=like_text, people=people, by_id=by_id)
            if end is not None:
                break
        if end is None:
            break
        typed = run[: end.taken]
        behind = run[end.taken : end.taken + 1]
        if behind and end.taken == 1 and looks_like_another(run[0], behind[0], end.people, people):
            typed = run[:2]
            found.append(_one_of_whole_words(session, [word.rstrip(",") for word in typed]))
        else:
            found.append(_only(session, " ".join(typed).rstrip(","), likeliest_first(end, behind)))
        take_off(queue, len(typed) + 1)
    return found, typed


def _quoted(session: Session, arg: str) -> list[Contact]:
    """The contacts of a quoted argument that has names alone; empty where it is text."""
    if " " not in arg.strip():
        return []
    pieces = [piece.strip() for piece in cut_at_commas(arg, session.network) if piece.strip()]
    names = [[piece] if people_actions.named_by(session.network, piece) else between(piece) for piece in pieces]
    if not all(people_actions.named_by(session.network, name) for each in names for name in each):
        return []
    return [one(session, name) for each in names for name in each]


def _only(session: Session, who: str, end: NameEnd) -> Contact:
    """The contact that a name fits; the user is asked where there are several."""
    network = session.network
    if len(end.people) == 1:
        return network.contact(end.people[0][0])
    from netkeeper.cli.asking import ask_who

    return network.contact(ask_who(session, ambiguous(who, end.people, network.names())))


def _next(session: Session, first: str, queue: list[str], leave: int) -> tuple[Contact, bool]:
    """The contact that an argument and those after it name, and whether a comma follows; removes them from the queue."""
    network = session.network
    run, border = plain_run(queue[: len(queue) - leave])
    bare = [word.rstrip(",") for word in run]
    count = 0
    for people in people_actions.pools(network):
        end = name_end(first, bare, border, people)
        if end is None:
            continue
        if not end.taken and bare:
            end = in_archive(network, first, bare, border) or end
        if not end.taken and bare and looks_like_another(first, bare[0], end.people, people):
            count = 1
            break
        who = " ".join([first, *bare[: end.taken]])
        contact = _only(session, who, likeliest_first(end, bare[end.taken : end.taken + 1]))
        ends_with_comma = bool(end.taken) and run[end.taken - 1].endswith(",")
        take_off(queue, end.taken)
        if len(end.people) > 1:
            take_own_words(contact, first, queue)
        return contact, ends_with_comma
    count = max(count, unknown_count(network, first, bare))
    who = " ".join([first, *bare[:count]])
    ends_with_comma = bool(count) and run[count - 1].endswith(",")
    is_all = count == len(bare) and (bool(border) or count == len(queue) - leave)
    contact = one(session, who) if is_all else _one_of_whole_words(session, [first, *bare[:count]], bare[count:])
    take_off(queue, count)
    take_own_words(contact, who, queue)
    return contact, ends_with_comma


def _one_of_whole_words(session: Session, words: Sequence[str], behind: Sequence[str] = ()) -> Contact:
    """As :func:`one` where text follows: only the first word may be the beginning of a name's word."""
    who = " ".join(words)
    if len(words) < 2:
        return one(session, who, behind)
    from netkeeper.cli.begun_names import ask_begun

    return ask_begun(session, words[0], words[1:]) or one(session, who)


def _each_once(contacts: Sequence[Contact]) -> list[Contact]:
    return list({contact.id: contact for contact in contacts}.values())
