"""Lines, and parts of lines, that several commands print alike."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.cli.output import Part, Styled
from netkeeper.config.program_name import program_name, with_program_name
from netkeeper.domain.people.contact import Contact


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


def sentences(texts: Sequence[str]) -> list[Part]:
    """Sentences one after another, a blank behind each; empty ones are left out."""
    return [f"{sentence} " for sentence in texts if sentence]


def similar_contacts(similar: Sequence[Contact], short_ids: dict[str, str]) -> list[Part]:
    """That contacts of a similar name exist, at most three named, without a full stop; empty where none does."""
    parts: list[Part] = []
    for person in similar[:3]:
        parts += [", " if parts else "One like it exists: ", person.name, f" ({short_ids[person.id]})"]
    return parts


def undo_at_end(is_wanted: bool = True) -> list[Part]:
    """:func:`undo_hint` at the end of a line; empty where it isn't wanted."""
    return [" ", undo_hint()] if is_wanted else []
