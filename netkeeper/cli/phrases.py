"""What several commands say in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.cli.output import Part, Styled
from netkeeper.config.called import as_called, called
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.phrases.became import told_move


def told(text: str, style: str = "") -> Part:
    """What tells somebody to type a command, as it is typed here.

    Args:
        text: netkeeper's own words, the command in them as ``netkeeper undo 3``. What is a person's own is either
            in quotation marks or a part of its own.
        style: As :class:`Styled`; none where it doesn't stand out.
    """
    text = as_called(text)
    return Styled(text, style) if style else text


def undo() -> Part:
    """How to take it back; nearly every command says so, and finding the command in a text takes long."""
    return Styled(f"({called()} undo takes it back)", "dim")


def sentences(said: Sequence[Sequence[str]]) -> list[Part]:
    """Sentences one after another, a blank behind each."""
    return [part for sentence in said if sentence for part in (*sentence, " ")]


def follows(followup: FollowUp, today: date) -> list[Part]:
    """What is next, as the end of a line (``Next: Mon 7 Dec, send the offer.``)."""
    what: list[Part] = [", ", followup.what] if followup.what else []
    return [" Next: ", describe_day(followup.due_on, today), *what, "."]


def moved(counted: date | None, day: date, today: date) -> list[Part]:
    """That a day that was counted is a day off, as a sentence; nothing where it stayed."""
    return [" ", told_move(counted, day, today), "."] if counted else []


def one_like_it(similar: Sequence[Contact], short_ids: dict[str, str]) -> list[Part]:
    """That somebody of such a name is there already; nothing where nobody is."""
    parts: list[Part] = []
    for person in similar[:3]:
        parts += [", " if parts else "One like it exists: ", person.name, f" ({short_ids[person.id]})"]
    return parts


def way_back(is_wanted: bool = True) -> list[Part]:
    """How to take it back, as the end of a line; nothing where it isn't wanted."""
    return [" ", undo()] if is_wanted else []
