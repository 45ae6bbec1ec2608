"""A command's declaration: its arguments, options, help, examples and function.

Click reads it for help, errors and completion. The usual command line is parsed without click, because importing it
takes a quarter of the time in which ``netkeeper due`` has to be done. Named tuples, because creating ten dataclasses
takes another tenth of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Argument(NamedTuple):
    """A positional argument.

    Attributes:
        name: The keyword of the command's function.
        metavar: Its name in the help.
        help: One line.
        many: Whether it takes all that follows; the function then gets a tuple.
        completes: A key of ``completion.COMPLETERS``; empty for none.
    """

    name: str
    metavar: str
    help: str
    many: bool = False
    required: bool = True
    completes: str = ""


class Option(NamedTuple):
    """An option.

    Attributes:
        flag: The long form, with its dashes.
        name: The keyword of the command's function.
        help: One line.
        metavar: Its value's name in the help; empty for a flag, whose keyword gets a bool.
        short: The short form, with its dash; empty for none.
        completes: As for :class:`Argument`.
        many: Whether it may be repeated; its keyword then gets a tuple.
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
        run: Called with the session and a keyword for each argument and option.
        about: The help's text: paragraphs, a blank line between.
        arguments: Only the last may have ``many``.
        options: In the order of the help.
        examples: Command lines, each with what it does; tests run them.
    """

    run: Callable[..., None]
    about: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


class Call(NamedTuple):
    """A command line that was parsed.

    Attributes:
        command: None to open the app.
        values: The keyword arguments of its function.
        data: The network's folder, where the line names it; else None.
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
