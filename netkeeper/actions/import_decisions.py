"""What is done with one contact of an import, once it is known who it is."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from netkeeper.actions.import_last_met import is_news, last_met_words, with_last_met
from netkeeper.actions.import_plan import Action, Item
from netkeeper.domain.additions import replacements, what_is_added
from netkeeper.domain.contact import Contact
from netkeeper.domain.updating import Said, update
from netkeeper.interchange.cards import ReadContact

_LONGEST_SHOWN = 40

NOT_YET = "new:"
"""How the id of a contact begins that gets its own only when it is written."""


class Match(NamedTuple):
    """Who a contact is, or could be, and what is worth saying of it.

    Attributes:
        known: Who it is taken for; None for nobody.
        maybe: Who else it could be, by name only or in spite of the name.
        reason: Why.
    """

    known: Contact | None
    maybe: Contact | None
    reason: str


class Given(NamedTuple):
    """What an item follows from; while that is the same, so is the item.

    Attributes:
        match: Who it is.
        kept: What is kept of whom it is like.
        said: What the same source said of them before.
        contact_id: The id that a new contact brings along; empty where it has none to bring.
        choice: What the person wants done; None for what is proposed.
    """

    match: Match
    kept: tuple[str, ...]
    said: Said
    contact_id: str
    choice: Action | None

    def is_like(self, other: Given) -> bool:
        """Whether the same follows from both; people are told apart by identity, which errs on the safe side."""
        return (
            self.match.known is other.match.known
            and self.match.maybe is other.match.maybe
            and self.match.reason == other.match.reason
            and self[1:] == other[1:]
        )


def decided(place: int, file: str, read: ReadContact, given: Given) -> Item:
    """The item that follows from who a contact is, and from what the person wants."""
    match, kept, said, contact_id, choice = given
    known = match.known or match.maybe
    filled, all_kept, brings = known, kept, ""
    if known is not None:
        filled = with_last_met(update(known, read.contact, said), read.last_met)
        all_kept = (*kept, *(line for line in read.kept if line not in kept))
        brings = _brings(known, filled) or ("adds details of the card" if all_kept != kept else "")
        brings = "; ".join(filter(None, (brings, _told(read, known))))
    proposed: Action = "add" if match.known is None else "update" if brings else "skip"
    can: dict[Action, bool] = {"update": bool(brings), "skip": True, "add": True}
    options = (proposed, *(action for action, is_possible in can.items() if is_possible and action != proposed))
    action = choice if choice in options else proposed
    if filled is not None and (action == "update" or (action == "skip" and match.known)):
        contact, kept_then = filled, all_kept
    else:
        contact, kept_then = replace(read.contact, id=contact_id or f"{NOT_YET}{place}"), read.kept
        contact = with_last_met(contact, read.last_met)
    why = _why(read, match, action, proposed, brings)
    return Item(
        place, file, read, action, proposed, options, contact, kept_then if action != "skip" else (), why, known
    )


def _brings(known: Contact, filled: Contact) -> str:
    """What an update adds and what it changes, in words; empty for nothing."""
    added = what_is_added(known, filled)
    changed = [f"{words} {_short(was)} to {_short(now)}" for words, was, now in replacements(known, filled)]
    parts = (f"adds {', '.join(added)}" if added else "", f"changes {', '.join(changed)}" if changed else "")
    return "; ".join(filter(None, parts))


def _told(read: ReadContact, known: Contact | None = None) -> str:
    """The last meeting that a file tells of, in words; empty where it tells of none that is news."""
    return last_met_words(read.last_met) if read.last_met is not None and is_news(read.last_met, known) else ""


def _short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


def _why(read: ReadContact, match: Match, action: Action, proposed: Action, brings: str) -> str:
    """Why a contact is dealt with as it is; where the person wanted it so, what speaks for something else."""
    known = match.known or match.maybe
    name = known.name if known else ""
    if action == proposed == "skip" and known:
        left = _left_as_it_is(known, read.contact) if match.reason == "same id" else ""
        said = f"here already ({match.reason}); {left or 'nothing new'}"
    elif action == proposed == "update":
        said = f"{match.reason} as {name}: {brings}"
    elif action == proposed:
        said = f"new; {match.reason}" if match.reason else "new"
    elif action == "update":
        said = f"{name}, as you chose: {brings}"
    else:
        taken_for = f"{match.reason} as {name}" if match.known else match.reason
        said = "; ".join(filter(None, (f"{'new' if action == 'add' else 'left out'}, as you chose", taken_for)))
    told = _told(read) if action == "add" else ""
    return "; ".join((said, *([told] if told else []), *read.remarks))


def _left_as_it_is(known: Contact, contact: Contact) -> str:
    """What the same contact has otherwise in the file, and keeps as it is here; empty where nothing."""
    names = ("name", "organization", "title", "step", "archived", "cadence", "notes")
    differing = [name for name in names if getattr(known, name) != getattr(contact, name)]
    return f"differs in {', '.join(differing)}, which stay as they are here" if differing else ""
