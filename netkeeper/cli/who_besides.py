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
from netkeeper.store.network import Network

_MOST = 2
_TWO_CAPITALISED = r"\b[^\W\d_a-zåäö]\S* +[^\W\d_a-zåäö]"


class TextCommand(NamedTuple):
    """The words for a command that takes names and then free text.

    Attributes:
        command: Its name.
        text: What the free text is.
        was: What was done, of one contact.
        were: What was done, of several.
        can_add: Whether it has ``--new``.
    """

    command: str
    text: str
    was: str
    were: str
    can_add: bool = False


LOG = TextCommand("log", "what happened", "was logged", "were logged", can_add=True)
FOLLOWUP = TextCommand("followup", "what was promised", "was promised it", "were promised it")


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
            f"Is “{_shown(other)}” a second person, or {does.text}? With a comma it is a person: "
            f"netkeeper {does.command} {pasted([*names[:-1], typed, other])} …; in quotation marks, it is text: "
            f'netkeeper {does.command} {pasted([*names[:-1], typed])} "{_shown(other)} …"'
        )
    others = [name for _, name in found.people[:_MOST]]
    whom = " or ".join(map(_shown, others))
    whom = f"“{_shown(found.typed)}” may also mean {whom}" if found.is_word else f"for {whom} too"
    way = f"netkeeper undo, then netkeeper {does.command} {pasted([*names, others[0]])} …"
    return [_only(names, does), f"; {whom}: ", command_hint(way)]


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
    return [_only(names, does), f"; for {' and '.join(map(_shown, others[:_MOST]))} too: ", command_hint(way)]


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
    who = " or ".join(map(_shown, unknown))
    added = "".join(f"add {pasted([name])} and netkeeper " for name in unknown)
    new = "log --new" if does.can_add else f"{added}{does.command}"
    way = f"netkeeper undo, then netkeeper {new} {pasted([*names, *others])} …"
    return [_only(names, does), f"; nobody here is called {who}. If it is a person: ", command_hint(way)]


def _only(names: Sequence[str], does: TextCommand) -> str:
    return f"Only {' and '.join(map(_shown, names))} {plural(len(names), does.was, does.were)}"


def pasted(names: Sequence[str]) -> str:
    """Names joined by commas, quoted for a shell."""
    joined = ",".join(pasteable(name, 40).replace(",", "") for name in names)
    return f'"{joined}"' if re.search(r"[^\w,.@-]", joined) else joined


def _shown(name: str) -> str:
    return fit(plain(name), 40)
