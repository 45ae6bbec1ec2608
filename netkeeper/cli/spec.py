"""What a command is, as plain data: its arguments, its options, its help, and what it does.

Click reads it for help, wrong usage and completion. The usual case is read without click, because
importing click takes a quarter of the time in which ``netkeeper due`` has to be done. Named tuples,
because making ten dataclasses takes another tenth of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Argument(NamedTuple):
    """What stands at a place of the command line.

    Attributes:
        name: The keyword under which the command gets it.
        metavar: How help shows it.
        help: What it is, in one line.
        many: Whether it takes all that follows; the command then gets a tuple.
        required: Whether it must be there.
        completes: What the shell offers for it; a name in ``completion.COMPLETERS``.
    """

    name: str
    metavar: str
    help: str
    many: bool = False
    required: bool = True
    completes: str = ""


class Option(NamedTuple):
    """What may stand anywhere in the command line.

    Attributes:
        flag: How it is typed, with its dashes.
        name: The keyword under which the command gets it.
        help: What it does, in one line.
        metavar: How help shows its value; empty for one that has none, whose keyword gets a bool.
        short: Another way to type it, with one dash.
        completes: As for :class:`Argument`.
        many: Whether it may be said several times; its keyword gets a tuple then.
    """

    flag: str
    name: str
    help: str
    metavar: str = ""
    short: str = ""
    completes: str = ""
    many: bool = False


class Command(NamedTuple):
    """A command.

    Attributes:
        run: What it does; called with the session and a keyword for each argument and option.
        about: What it is for: paragraphs, a blank line between.
        arguments: In their order; only the last takes many.
        options: In the order in which help shows them.
        examples: Lines that work, and what each does.
    """

    run: Callable[..., None]
    about: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


class Call(NamedTuple):
    """A command line that was understood.

    Attributes:
        command: What to do; None to open the app.
        values: The keywords for it.
        data: The network's folder, where the line names it.
    """

    command: Command | None
    values: dict[str, Any]
    data: str | None


JSON = Option("--json", "as_json", "Print JSON, for scripts; docs/commands.md says what is in it.")
DATA = Option("--data", "data", "Folder of the network; else NETKEEPER_DATA, else the platform's.", "DIR", "", "folder")
"""Options that several commands, or all, have."""

WHO = Argument(
    "who",
    "WHO",
    "The beginning of the name, an email address, a phone number, or the first digits of the id.",
    completes="person",
)
WHO_ALL = Argument(
    "who",
    "WHO",
    "The beginning of the name, an email address, a phone number, or the first digits of the id; several with commas.",
    completes="people",
)
WHO_WHOLE = WHO._replace(metavar="WHO...", many=True)
WHO_ALL_WHOLE = WHO_ALL._replace(metavar="WHO...", many=True)
FILTER = Argument(
    "words", "[FILTER]...", "Words that find: field:design, step:customer, due:7d-, last:60d+, any text.", True, False,
    "filter",
)  # fmt: skip
"""Arguments that several commands have."""
