"""Lines, and parts of lines, that several commands print alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.cli.output import Part, Styled
from netkeeper.config.program_name import program_name, with_program_name
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.phrases.became import told_move


def command_hint(text: str, style: str = "") -> Part:
    """A sentence that names a command, which is written as netkeeper was started here (``nk``, ``netkeeper``).

    Args:
        text: netkeeper's own words, the command in them as ``netkeeper undo 3``. What is a person's own is either
            in quotation marks or a part of its own.
        style: As :class:`Styled`; empty for none.
    """
    text = with_program_name(text)
    return Styled(text, style) if style else text


def undo_hint() -> Part:
    """``(netkeeper undo takes it back)``; not by :func:`command_hint`, whose search for commands takes long."""
    return Styled(f"({program_name()} undo takes it back)", "dim")


def sentences(texts: Sequence[Sequence[str]]) -> list[Part]:
    """Sentences one after another, a blank behind each; empty ones are left out."""
    return [part for sentence in texts if sentence for part in (*sentence, " ")]


def next_promise(followup: FollowUp, today: date) -> list[Part]:
    """A promise at the end of a line: `` Next: Mon 7 Dec, send the offer.``."""
    what: list[Part] = [", ", followup.what] if followup.what else []
    return [" Next: ", describe_day(followup.due_on, today), *what, "."]


def moved_off_day_off(counted: date | None, day: date, today: date) -> list[Part]:
    """That the counted day is a day off and what was due moved to ``day``; empty where ``counted`` is None."""
    return [" ", told_move(counted, day, today), "."] if counted else []


def similar_contacts(similar: Sequence[Contact], short_ids: dict[str, str]) -> list[Part]:
    """That contacts of a similar name exist, at most three named, without a full stop; empty where none does."""
    parts: list[Part] = []
    for person in similar[:3]:
        parts += [", " if parts else "One like it exists: ", person.name, f" ({short_ids[person.id]})"]
    return parts


def undo_at_end(is_wanted: bool = True) -> list[Part]:
    """:func:`undo_hint` at the end of a line; empty where it isn't wanted."""
    return [" ", undo_hint()] if is_wanted else []
