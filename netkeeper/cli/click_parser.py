"""Parsing a command line with click: help, errors, and what :mod:`netkeeper.cli.fast_parse` leaves to it.

Click only parses: the commands themselves are called by :mod:`netkeeper.cli.start`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from netkeeper import __version__
from netkeeper.cli.completion import completer
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.registry import HELP, SECTIONS, SYNONYMS, load
from netkeeper.cli.spec import DATA, Argument, Call, Command, Option
from netkeeper.domain.language.tokens import Literal
from netkeeper.domain.text.display import fit, plain, quoted
from netkeeper.override import override

PROGRAM = "netkeeper"
_ABOUT = """Keep the people you know: who they are, when you last met, and when to meet next.

Without a command, the app opens."""


def read(args: Sequence[str]) -> Call | None:
    """Parse a command line without the program's name.

    Returns:
        The call; None where help or the version was asked for and has been printed.

    Raises:
        WrongUsageError: It can't be parsed.
    """
    try:
        found = main_group().main(list(args), PROGRAM, standalone_mode=False)
    except click.UsageError as error:
        raise WrongUsageError(_one_line(error)) from error
    except click.Abort:
        raise KeyboardInterrupt from None
    return found if isinstance(found, Call) else None


def main_group() -> click.Group:
    """The group of all commands, each loaded when it is needed."""
    return _Main(
        PROGRAM,
        callback=_open_app,
        invoke_without_command=True,
        help=_ABOUT,
        params=[_option(DATA), click.Option(["--version"], is_flag=True, help="Show the version.", is_eager=True,
                                            expose_value=False, callback=_show_version)],
        context_settings=_SETTINGS,
    )  # fmt: skip


_SETTINGS = {"help_option_names": ["--help"], "max_content_width": 100}


class _ShortOptions:
    """Short options, recognized as whole arguments only: ``-field:food`` is a word, not ``-f``."""

    shorts: Mapping[str, str] = {"-h": "--help"}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, short options replaced by long ones."""
        end = args.index("--") if "--" in args else len(args)
        args = [
            *(self.shorts.get(arg, arg) for arg in args[:end]),
            *args[end : end + 1],
            *map(Literal, args[end + 1 :]),
        ]
        return super().parse_args(ctx, args)  # type: ignore[misc, no-any-return]


class _Main(_ShortOptions, click.Group):
    """The group; it lists its commands from the registry and loads one when it is needed."""

    @override
    def list_commands(self, _ctx: click.Context) -> list[str]:
        """All names, in the order of the help."""
        return list(HELP)

    @override
    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        return _command(cmd_name, load(cmd_name)) if cmd_name in HELP else None

    @override
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names; the error for an unknown one suggests another."""
        if args and args[0] not in HELP and not ctx.resilient_parsing:
            near = _meant(args[0])
            meant = f"; did you mean {near}?" if near else "."
            raise click.UsageError(f"There is no command {quoted(args[0])}{meant}", ctx)
        return super().resolve_command(ctx, args)

    @override
    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """The commands with this prefix, from the registry alone; or options."""
        if incomplete.startswith("-"):
            return click.Command.shell_complete(self, ctx, incomplete)
        return [CompletionItem(name, help=line) for name, line in HELP.items() if name.startswith(incomplete)]

    @override
    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by section, from the registry alone."""
        for title, commands in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(list(commands.items()), col_max=12)


def _meant(typed: str) -> str:
    """The suggestion for an unknown command: by spelling, by synonym (``SYNONYMS``), or by loose spelling; may be empty."""
    from difflib import get_close_matches

    folded = typed[:40].casefold()
    alike = get_close_matches(folded, HELP, 1, 0.8)
    words = get_close_matches(folded, [word for word, name in SYNONYMS.items() if name in HELP], 1, 0.8)
    if alike and (folded not in SYNONYMS or alike[0] == folded):
        return alike[0]
    return SYNONYMS[words[0]] if words else next(iter(get_close_matches(folded, HELP, 1, 0.5)), "")


class _Command(_ShortOptions, click.Command):
    """A command; its help has its arguments and examples."""

    spec: Command

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; an unknown ``--option`` is an error, though unknown short ones are words."""
        slip = None if ctx.resilient_parsing else self._unknown_option(args)
        if slip is not None:
            from difflib import get_close_matches

            near = get_close_matches(slip, self._flags, 1, 0.6)
            raise click.NoSuchOption(slip, possibilities=near, ctx=ctx)
        return super().parse_args(ctx, args)

    @property
    def _flags(self) -> dict[str, bool]:
        """Each option, and whether it takes a value."""
        options = {option.flag: bool(option.metavar) for option in (*self.spec.options, DATA)}
        return {**options, "--help": False, **{short: options.get(flag, False) for short, flag in self.shorts.items()}}

    def _unknown_option(self, args: Sequence[str]) -> str | None:
        flags = self._flags
        rest = iter(args)
        for arg in rest:
            name = arg.partition("=")[0]
            if arg == "--":
                return None
            if flags.get(arg):
                next(rest, None)
            elif name.startswith("--") and name not in flags:
                return name
        return None

    @override
    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Options; and words with a minus, which click takes for options."""
        if incomplete.startswith("--"):
            return super().shell_complete(ctx, incomplete)
        words = [param for param in self.params if param.nargs == -1]
        return [item for param in words for item in param.shell_complete(ctx, incomplete)]

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The arguments, then the options."""
        if self.spec.arguments:
            with formatter.section("Arguments"):
                formatter.write_dl([(argument.metavar, argument.help) for argument in self.spec.arguments])
        super().format_options(ctx, formatter)

    @override
    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        with formatter.section("Examples"):
            for line, what in self.spec.examples:
                # Unwrapped, so that it can be copied.
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
                formatter.indent()
                formatter.write_text(what)
                formatter.dedent()


def _command(name: str, spec: Command) -> click.Command:
    """The click command of a spec; invoking it only returns the :class:`Call`."""

    def callback(data: str | None, **values: Any) -> Call:
        context = click.get_current_context()
        assert context.parent is not None
        above: str | None = context.parent.params["data"]
        return Call(spec, values, above if data is None else data)

    command = _Command(
        name,
        callback=callback,
        help=spec.about,
        params=[*map(_argument, spec.arguments), *map(_option, spec.options), _option(DATA)],
        # A word may begin with a minus; unknown long options are refused above.
        context_settings={**_SETTINGS, "ignore_unknown_options": True},
    )
    command.spec = spec
    command.shorts = {"-h": "--help", **{option.short: option.flag for option in spec.options if option.short}}
    return command


def _argument(argument: Argument) -> click.Argument:
    return click.Argument(
        [argument.name],
        required=argument.required,
        nargs=-1 if argument.many else 1,
        metavar=argument.metavar,
        type=click.UNPROCESSED,
        shell_complete=completer(argument.completes),
    )


class _Option(click.Option):
    """An option whose help shows its short form."""

    spec: Option

    @override
    def get_help_record(self, _ctx: click.Context) -> tuple[str, str] | None:
        """Its forms, and its help."""
        option = self.spec
        typed = f"{option.short}, {option.flag}" if option.short else option.flag
        return f"{typed} {option.metavar}".rstrip(), option.help


def _option(option: Option) -> click.Option:
    names = [option.flag, option.name]
    made = (
        _Option(names, type=click.UNPROCESSED, shell_complete=completer(option.completes), multiple=option.many)
        if option.metavar
        else _Option(names, is_flag=True)
    )
    made.spec = option
    return made


def _open_app(data: str | None) -> Call:
    return Call(None, {}, data)


def _show_version(ctx: click.Context, _param: click.Parameter, is_asked: bool) -> None:
    if is_asked and not ctx.resilient_parsing:
        sys.stdout.write(f"{PROGRAM} {__version__}\n")
        ctx.exit()


def _one_line(error: click.UsageError) -> str:
    """Click's message and a hint at the help, in one line."""
    path = error.ctx.command_path if error.ctx else PROGRAM
    message = fit(plain(error.format_message()), 300)
    return f"{message}{'' if message.endswith(('.', '?')) else '.'} {path} --help says how."
