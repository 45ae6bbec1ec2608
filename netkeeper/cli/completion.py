"""The shell's completions of an argument: names, fields, words, files."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

from netkeeper.cli.spec import DATA
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.language.completion import complete_word
from netkeeper.domain.language.keys import KEYS, key_of
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import fold

MOST = 200
"""The most candidates."""

_Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]


def completer(kind: str) -> _Completer | None:
    """The completer of an argument of a kind; None where there is none."""
    values = COMPLETERS.get(kind)
    if values is None:
        return None

    def complete(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        if kind in ("file", "folder"):
            return [CompletionItem(incomplete, type="dir" if kind == "folder" else "file")]
        try:
            found = values(context, incomplete)
        except (NetkeeperError, OSError):
            # No error at a shell prompt; the command itself will report it.
            return []
        return [CompletionItem(value) for value in list(dict.fromkeys(found))[:MOST]]

    return complete


def _people(context: click.Context, incomplete: str) -> Iterable[str]:
    """Names; of several joined by commas, the last is completed."""
    before, comma, typed = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in _names(context, typed)]


def _person(context: click.Context, incomplete: str) -> Iterable[str]:
    return _names(context, incomplete)


def _words(use: str) -> Callable[[click.Context, str], Iterable[str]]:
    """Completes the words of ``adding``, ``logging`` or ``finding``."""

    def complete(context: click.Context, incomplete: str) -> Iterable[str]:
        word, colon, value = incomplete.removeprefix("-").partition(":")
        key = key_of(word)
        if key == "via" and colon:
            before = incomplete[: len(incomplete) - len(value)]
            return [f"{before}{name}" for name in _names(context, value)]
        fields = _network(context).fields_in_use() if key == "field" else []
        words = complete_word(incomplete, (field for field in fields if _is_harmless(field)))
        return [word for word in words if getattr(KEYS[key_of(word.removeprefix("-").partition(":")[0])], use)]

    return complete


def _promising(_context: click.Context, incomplete: str) -> Iterable[str]:
    """The words of a follow-up; ``due:`` takes the days of ``next:``, unlike in a search."""
    if incomplete.startswith("due:"):
        return [f"due:{word.removeprefix('next:')}" for word in complete_word(f"next:{incomplete[4:]}", ())]
    return [word for word in complete_word(incomplete, ()) if key_of(word.partition(":")[0]) in ("due", "every")]


def _setting(context: click.Context, incomplete: str) -> Iterable[str]:
    """The words of the member's settings, and their values."""
    from netkeeper.domain.member.me_words import WORDS
    from netkeeper.domain.member.settings import PARTS

    minus = "-" if incomplete.startswith("-") else ""
    word, colon, typed = incomplete.removeprefix("-").partition(":")
    if not colon:
        return [f"{minus}{each}:" for each, (_, part) in PARTS.items() if part.page and each.startswith(fold(word))]
    if fold(word) not in WORDS:
        return []
    part = PARTS[WORDS[fold(word)]][1]
    values = [value.lower() for value, _ in part.options]
    if part.typed == "fields":
        values = [field for field in _network(context).fields_in_use() if _is_harmless(field)]
    before, comma, last = typed.rpartition(",") if part.is_list else ("", "", typed)
    return [f"{minus}{word}:{before}{comma}{value}" for value in values if value.startswith(fold(last))]


def _one_of(choices: Callable[[], Iterable[str]]) -> Callable[[click.Context, str], Iterable[str]]:
    return lambda _context, incomplete: [choice for choice in choices() if choice.startswith(fold(incomplete))]


def _formats() -> Iterable[str]:
    from netkeeper.interchange.formats import FORMATS

    return [known.name for known in FORMATS.values() if known.write]


def _backups(context: click.Context, incomplete: str) -> Iterable[str]:
    from netkeeper.store import backups

    return [backup.name for backup in backups.list_backups(_folder(context)) if backup.name.startswith(incomplete)]


COMPLETERS: dict[str, Callable[[click.Context, str], Iterable[str]]] = {
    "person": _person,
    "people": _people,
    "adding": _words("adding"),
    "logging": _words("logging"),
    "promising": _promising,
    "filter": _words("finding"),
    "setting": _setting,
    "step": _one_of(lambda: [str(step) for step in Step]),
    "shell": _one_of(lambda: ("bash", "zsh", "fish")),
    "format": _one_of(_formats),
    "backup": _backups,
    "file": lambda _context, _incomplete: (),
    "folder": lambda _context, _incomplete: (),
}
"""The completer of each kind of argument in ``spec``."""


def _folder(context: click.Context) -> str:
    from netkeeper.config.places import data_folder

    named = context.params.get(DATA.name) or context.find_root().params.get(DATA.name)
    return data_folder(named)


def _network(context: click.Context):  # type: ignore[no-untyped-def]
    from netkeeper.store.network import Network

    return Network(_folder(context))


def _names(context: click.Context, typed: str) -> list[str]:
    """Names with this prefix; where there is none, names with a word that has it."""
    wanted = fold(typed).lstrip()
    names = sorted(name for _, name in _network(context).names() if _is_harmless(name))
    beginning = [name for name in names if fold(name).startswith(wanted)]
    return beginning or [name for name in names if any(word.startswith(wanted) for word in fold(name).split())]


def _is_harmless(text: str) -> bool:
    """Whether a text can stand in a shell's line: nothing invisible, no line breaks, no controls."""
    return text.isprintable() and plain(text).strip("\u2068\u2069") == text
