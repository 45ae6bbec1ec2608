"""Other contacts that a line may have meant: a name right after a name, without a comma, or within the text."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netkeeper.actions.people.people import named_by
from netkeeper.cli.arguments import between, is_plain, text_run
from netkeeper.cli.common_lines import command_hint
from netkeeper.cli.output import Part
from netkeeper.cli.person_args import Taken
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.domain.language.name_end import CONJUNCTIONS, AlsoMeant, also_meant, name_beside
from netkeeper.domain.text.counted import plural
from netkeeper.domain.text.display import fit, pasteable, plain
from netkeeper.domain.text.fold import fold
from netkeeper.phrases.enumerated import either, enumerated
from netkeeper.store.network import Network

_MOST = 2
_TWO_CAPITALISED = r"\b[^\W\d_a-zåäö]\S* +[^\W\d_a-zåäö]"


class TextCommand(NamedTuple):
    """The words for a command that takes names and then free text.

    Attributes:
        command: Its name.
        undecided: That the word behind the names may be another name or text.
        may_mean: That it may mean others; of one contact that a line named, and of several.
        for_others: That the text names others; likewise.
        unknown: That somebody unknown is named; likewise.
        can_add: Whether it has ``--new``.
    """

    command: str
    undecided: str
    may_mean: tuple[str, str]
    for_others: tuple[str, str]
    unknown: tuple[str, str]
    can_add: bool = False


LOG = TextCommand(
    "log",
    "Is “{other}” a second person, or what happened? With a comma it is a person: netkeeper log {with_comma} …; in "
    'quotation marks, it is text: netkeeper log {names} "{other} …"',
    (
        "Only {names} was logged; “{typed}” may also mean {others}: {way}",
        "Only {names} were logged; “{typed}” may also mean {others}: {way}",
    ),
    ("Only {names} was logged; for {others} too: {way}", "Only {names} were logged; for {others} too: {way}"),
    (
        "Only {names} was logged; nobody here is called {others}. If it is a person: {way}",
        "Only {names} were logged; nobody here is called {others}. If it is a person: {way}",
    ),
    can_add=True,
)
FOLLOWUP = TextCommand(
    "followup",
    "Is “{other}” a second person, or what was promised? With a comma it is a person: netkeeper followup {with_comma} "
    '…; in quotation marks, it is text: netkeeper followup {names} "{other} …"',
    (
        "Only {names} was promised it; “{typed}” may also mean {others}: {way}",
        "Only {names} were promised it; “{typed}” may also mean {others}: {way}",
    ),
    (
        "Only {names} was promised it; for {others} too: {way}",
        "Only {names} were promised it; for {others} too: {way}",
    ),
    (
        "Only {names} was promised it; nobody here is called {others}. If it is a person: {way}",
        "Only {names} were promised it; nobody here is called {others}. If it is a person: {way}",
    ),
)


def note_on_others(network: Network, taken: Taken, does: TextCommand = LOG, note: str = "") -> list[Part]:
    """A note that the text after the names may name other contacts; empty where it doesn't.

    Args:
        note: The text, which may have whole names anywhere.

    Raises:
        InvalidValueError: It can't be decided whether the word after the names is another name or text.
    """
    if not taken.typed or not taken.rest:
        return []
    found = _beside(network, taken)
    if found is None:
        return _unknown_besides(network, taken, does) or _mentioned_besides(network, taken, does, note)
    names = [contact.name for contact in taken.contacts]
    if found.is_refused:
        typed, other = " ".join(taken.typed), found.typed
        raise InvalidValueError(
            does.undecided.format(
                other=_shown(other),
                with_comma=pasted([*names[:-1], typed, other]),
                names=pasted([*names[:-1], typed]),
            )
        )
    others = [name for _, name in found.people[:_MOST]]
    templates = does.may_mean if found.is_word else does.for_others
    way = f"netkeeper undo, then netkeeper {does.command} {pasted([*names, others[0]])} …"
    return [_note(templates, names, either([_shown(each) for each in others]), way, _shown(found.typed))]


@contextlib.contextmanager
def naming_another(network: Network, taken: Taken, command: str) -> Iterator[None]:
    """Replace an error about the words after the names, if these name another contact, by one that shows the comma.

    Raises:
        InvalidValueError: Another contact is named.
    """
    try:
        yield
    except NetkeeperError:
        found = _beside(network, taken)
        if found is None:
            raise
        before = [contact.name for contact in taken.contacts[:-1]]
        raise InvalidValueError(
            f"“{_shown(found.typed)}” looks like a second person; with a comma it is: "
            f"netkeeper {command} {pasted([*before, ' '.join(taken.typed), found.typed])} …"
        ) from None


def _beside(network: Network, taken: Taken) -> AlsoMeant | None:
    """The contact that the words right after the names may name; a quoted argument only if it is a name as a whole."""
    people, last = network.active_names(), taken.contacts[-1]
    run = text_run(taken.rest)
    quoted = taken.rest[0].split() if not run and taken.rest and is_plain(taken.rest[0]) else []
    if quoted:
        end = name_beside(quoted, like_text=False, people=people)
        run = quoted if end is not None and end.taken == len(quoted) else []
    return also_meant(taken.typed, (last.id, last.name), run, people)


def _mentioned_besides(network: Network, taken: Taken, does: TextCommand, note: str) -> list[Part]:
    """A note on contacts whose given and family name is further on in the text, capitalised."""
    # Compiling the expression takes long; most notes have no capital.
    if note.islower() or not re.search(_TWO_CAPITALISED, note):
        return []
    from netkeeper.domain.language.mentioned import mentioned

    found = mentioned(note, network.active_names(), [(contact.id, contact.name) for contact in taken.contacts])
    if " " in taken.rest[0]:
        # Quoting it right after the names marks a name as text.
        found = [person for person in found if not fold(taken.rest[0]).startswith(fold(person[1]))]
    if not found:
        return []
    names, others = [contact.name for contact in taken.contacts], [name for _, name in found]
    way = f"netkeeper undo, then netkeeper {does.command} {pasted([*names, *others])} …"
    return [_note(does.for_others, names, enumerated([_shown(each) for each in others[:_MOST]]), way)]


def _unknown_besides(network: Network, taken: Taken, does: TextCommand) -> list[Part]:
    """A note on an unknown name after ``ja`` or ``and``."""
    if fold(taken.rest[0].strip(",")) not in CONJUNCTIONS or len(taken.rest) < 2 or not is_plain(taken.rest[1]):
        return []
    # A quoted argument has names alone.
    others = between(taken.rest[1].strip(",.;:!? "))
    words = re.split(r"[ \-'’]", " ".join(others))
    if not all(re.fullmatch(r"[^\W\d_]+", word) and word[0].isupper() for word in words):
        return []
    names = [contact.name for contact in taken.contacts]
    unknown = [name for name in others if not named_by(network, name)] or others
    added = "".join(f"add {pasted([name])} and netkeeper " for name in unknown)
    new = "log --new" if does.can_add else f"{added}{does.command}"
    way = f"netkeeper undo, then netkeeper {new} {pasted([*names, *others])} …"
    return [_note(does.unknown, names, either([_shown(each) for each in unknown]), way)]


def _note(templates: tuple[str, str], names: Sequence[str], others: str, way: str, typed: str = "") -> str:
    """A note in whole: who was meant, who else may be, and the commands that mend it."""
    shown = enumerated([_shown(name) for name in names])
    return plural(len(names), *templates, names=shown, others=others, way=command_hint(way), typed=typed)


def pasted(names: Sequence[str]) -> str:
    """Names joined by commas, quoted for a shell."""
    joined = ",".join(pasteable(name, 40).replace(",", "") for name in names)
    return f'"{joined}"' if re.search(r"[^\w,.@-]", joined) else joined


def _shown(name: str) -> str:
    return fit(plain(name), 40)
