"""Parsing the usual command line without click, whose import takes long.

What this parses it parses as click does (a test compares them); everything unusual (help, errors, abbreviations) is
left to click.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netkeeper.cli.registry import HELP, load
from netkeeper.cli.spec import DATA, Call, Command, Option


def read(args: Sequence[str]) -> Call | None:
    """Parse a command line without the program's name; None where click has to."""
    data, rest = None, list(args)
    while rest and rest[0].startswith("-"):
        first = rest.pop(0)
        if first == DATA.flag and rest and not rest[0].startswith("-"):
            data = rest.pop(0)
        elif first.startswith(f"{DATA.flag}="):
            data = first.partition("=")[2]
        else:
            return None
    if not rest:
        return Call(None, {}, data)
    if rest[0] not in HELP:
        return None
    command = load(rest[0])
    values = values_of(command, rest[1:])
    if values is None:
        return None
    named = values.pop(DATA.name)
    return Call(command, values, data if named is None else named)


def values_of(command: Command, args: Sequence[str]) -> dict[str, Any] | None:
    """The keyword arguments of a command, from the arguments after its name; None where click has to parse them."""
    options = {option.flag: option for option in (*command.options, DATA)}
    options |= {option.short: option for option in command.options if option.short}
    values: dict[str, Any] = {option.name: _default(option) for option in options.values()}
    placed: list[str] = []
    rest = list(args)
    while rest:
        arg = rest.pop(0)
        if arg == "--":
            from netkeeper.domain.language.tokens import Literal

            placed += map(Literal, rest)
            break
        if not _is_option(arg, options):
            placed.append(arg)
            continue
        flag, is_joined, value = arg.partition("=")
        option = options.get(flag)
        if option is None or bool(option.metavar) < bool(is_joined):
            return None
        if option.metavar and not is_joined and (not rest or rest[0].startswith("-")):
            return None
        option_value: str | bool = (value if is_joined else rest.pop(0)) if option.metavar else True
        values[option.name] = (*values[option.name], option_value) if option.many else option_value
    return _with_arguments(command, placed, values)


def _default(option: Option) -> object:
    """The value of an option that is not given."""
    return () if option.many else None if option.metavar else False


def _is_option(arg: str, options: dict[str, Option]) -> bool:
    """Whether an argument is an option, known or not; ``-field:food`` is a word."""
    return arg.startswith("--") or arg == "-h" or arg in options


def _with_arguments(command: Command, placed: list[str], values: dict[str, Any]) -> dict[str, Any] | None:
    for argument in command.arguments:
        if argument.many:
            values[argument.name], placed = tuple(placed), []
        else:
            values[argument.name] = placed.pop(0) if placed else None
        if argument.required and values[argument.name] in (None, ()):
            return None
    return None if placed else values
