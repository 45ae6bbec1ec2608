"""``netkeeper log --new``: a name that no contact has exactly is a new contact."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from netkeeper.cli import asking, common_lines
from netkeeper.cli.arguments import is_plain, number_count, plain_run, split_line, take_off
from netkeeper.cli.context import Session
from netkeeper.cli.person_args import Taken, one
from netkeeper.cli.who_besides import pasted
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.language.name_end import CONJUNCTIONS
from netkeeper.domain.language.naming import fitting, lookalikes, short_ids
from netkeeper.domain.language.new_name import has_another, new_name_counts, with_capitals
from netkeeper.domain.language.reach_words import email_in, how_to_add, in_a_name
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import pasteable, quoted
from netkeeper.domain.text.fold import as_compared, fold


def take_new(session: Session, first: str, words: Sequence[str]) -> Taken:
    """Find the contacts that a line names, and the new names.

    Args:
        first: The first argument; a whole line where it is the only one.
        words: The other arguments.

    Raises:
        NetkeeperError: It can't be decided where a name ends, or a word is no name.
    """
    queue = [first, *words] if words else split_line(first)
    known: dict[str, list[str]] = {}
    for contact_id, name in session.network.names():
        known.setdefault(as_compared(name), []).append(contact_id)
    named: list[str] = []
    while queue:
        arg = queue.pop(0)
        *whole, last = [arg] if as_compared(arg) in known else arg.split(",")
        named += [piece.strip() for piece in whole if piece.strip()]
        # In "Reijo,ja", the word for "and" adds nothing to the comma.
        has_comma = not last.strip() or (bool(whole) and fold(last.strip()) in CONJUNCTIONS)
        if not has_comma:
            name, has_comma = _next(session, last.strip(), queue, known, list(map(with_capitals, named)))
            named.append(name)
        has_comma = _has_another(queue, has_comma=has_comma) or has_comma
        if not (has_comma and queue and is_plain(queue[0])) or (" " in queue[0] and queue[0] == queue[0].lower()):
            break
    contacts, new_names = _known_and_new(session, named, known)
    return Taken(contacts, tuple(queue), new_names=tuple(new_names))


def say_new(session: Session, typed_names: Sequence[str]) -> list[str]:
    """The new names, capitalised; prints where that changes them, and which contacts have similar ones."""
    names = session.network.names()
    short = short_ids(contact_id for contact_id, _ in names)
    kept = []
    for typed in typed_names:
        name = with_capitals(typed)
        kept.append(name)
        if name != typed:
            session.err.line("Kept as ", name, ", with capitals.")
        alike = [*lookalikes(name, names), *(contact_id for contact_id, _ in fitting(name, names).people)]
        contacts = [session.network.contact(contact_id) for contact_id in dict.fromkeys(alike)]
        if contacts:
            session.err.line(*common_lines.similar_contacts(contacts, short), ".")
    return kept


def _next(
    session: Session, first: str, queue: list[str], known: Collection[str], before: Sequence[str]
) -> tuple[str, bool]:
    """The name that begins with an argument, and whether another follows; removes its words from the queue."""
    if " " in first:
        # It was quoted, so it is whole.
        return first, False
    run, border = plain_run(queue)
    bare = [word.rstrip(",") for word in run]
    if first[:1] in "+(0123456789":
        counts = [number_count(session.network, first, bare)]
    else:
        counts = [0] if how_to_add(first) else new_name_counts(first, bare, border, known)
    count = counts[0] if len(counts) == 1 else _ask_name_end(session, first, queue, bare, counts, before)
    words, behind = [first, *bare[:count]], bare[count:]
    is_another = has_another(words, behind, border)
    if is_another is None:
        is_another = _ask_whether_another(session, words, queue[count:], behind, before)
    ends_with_comma = bool(count) and run[count - 1].endswith(",")
    take_off(queue, count)
    if is_another:
        # The word for "and".
        queue.pop(0)
    return " ".join(words), ends_with_comma or is_another


def _ask_name_end(
    session: Session,
    first: str,
    queue: Sequence[str],
    bare: Sequence[str],
    counts: Sequence[int],
    before: Sequence[str],
) -> int:
    """Ask how many arguments belong to a name that is all in lower case.

    Raises:
        InvalidValueError: Nobody can be asked; the message shows the ways to write it.
    """
    names = [with_capitals(" ".join((first, *bare[:count]))) for count in counts]
    if asking.can_ask():
        question = ["Where does the name end in “", " ".join((first, *queue)), "”?"]
        return counts[asking.pick(session, question, [[name] for name in names], has_nearest=False)]
    typed = " ".join((first, *(word for word in bare[: counts[-1] + 1] if fold(word) not in CONJUNCTIONS)))
    short, long = (pasted([*before, name]) for name in names[:2])
    long = long if long.startswith('"') else f'"{long}"'
    raise InvalidValueError(
        f"Where does the name end in {quoted(typed)}? Capitals or quotation marks tell: "
        f"netkeeper log --new {short} {pasteable(bare[0])} …, or netkeeper log --new {long} …"
    )


def _ask_whether_another(
    session: Session, words: Sequence[str], queue: Sequence[str], behind: Sequence[str], before: Sequence[str]
) -> bool:
    """Ask whether ``ja`` and a word in lower case are another name.

    Raises:
        InvalidValueError: Nobody can be asked; the message shows the ways to write it.
    """
    name, other = with_capitals(" ".join(words)), with_capitals(behind[1])
    if asking.can_ask():
        answers = [[f"{name} and {other}"], [name, ", and what happened is “", " ".join(queue), "”"]]
        question = ["Is “", behind[1], "” a second person, or what happened?"]
        return asking.pick(session, question, answers, has_nearest=False) == 0
    raise InvalidValueError(
        f"Is {quoted(behind[1])} a second person, or what happened? With a comma it is a person: "
        f"netkeeper log --new {pasted([*before, name, other])} …; with a capital before it, it is text: "
        f"netkeeper log --new {pasted([*before, name])} {pasteable(behind[0])} …"
    )


def _has_another(queue: list[str], *, has_comma: bool) -> bool:
    """Whether the queue begins with a comma, or with ``ja`` before a capital or after a comma; removes it."""
    if queue and queue[0].startswith(","):
        queue[0] = queue[0].lstrip(",")
        if not queue[0]:
            queue.pop(0)
        return True
    if (
        len(queue) > 1
        and fold(queue[0]) in CONJUNCTIONS
        and is_plain(queue[1])
        and (has_comma or queue[1][:1].isupper())
    ):
        queue.pop(0)
        return True
    return False


def _known_and_new(
    session: Session, named: Sequence[str], known: Mapping[str, Sequence[str]]
) -> tuple[list[Contact], list[str]]:
    """The contacts that have exactly these names, and the other names."""
    network, active = session.network, {contact_id for contact_id, _ in session.network.active_names()}
    contacts: dict[str, Contact] = {}
    new: dict[str, str] = {}
    for name in named:
        ids = known.get(as_compared(name), ())
        if len(ids) == 1 or email_in(name) or not any(character.isalpha() for character in name):
            contact = network.contact(ids[0]) if len(ids) == 1 else one(session, name)
            contacts[contact.id] = contact
        elif ids:
            in_use = [contact_id for contact_id in ids if contact_id in active] or list(ids)
            contact = network.contact(in_use[0]) if len(in_use) == 1 else one(session, name)
            contacts[contact.id] = contact
        elif way := in_a_name(name):
            raise InvalidValueError(way)
        else:
            new.setdefault(as_compared(name), name)
    return list(contacts.values()), list(new.values())
